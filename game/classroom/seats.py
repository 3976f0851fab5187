"""The meetings of a class as seats: what each came to, its curve, its principles and promises."""

from collections.abc import Iterator, Mapping, Sequence

from game.analysis.result import Analysis
from game.analysis.walk import DEALS
from game.classroom.cohorts import Cohort, Numbers
from game.classroom.figures import Seat
from game.classroom.hand_in import known_feeling
from game.core.game import Game
from game.core.principles import PRINCIPLES, Principle
from game.core.scenario import BANDS
from game.core.states import BROKEN, KEPT, KEPT_LATE, NONE, OPEN
from game.debrief.scorecard import share_of_reachable

STATUSES: Mapping[int, str] = {OPEN: "open", KEPT: "kept", BROKEN: "broken", KEPT_LATE: "kept_late"}

Analyses = Mapping[Game, Analysis]
"""The exact analyses at hand; a game without one is not in it."""


def seats(cohort: Cohort, numbers: Numbers, analyses: Analyses, *, free_text: bool) -> Iterator[Seat]:
    """The seats of those who have a number."""
    replays, alike = cohort.replays, _Alike()
    outcomes, given = replays.outcomes.tolist(), replays.given.tolist()
    points, statuses = replays.points.tolist(), replays.statuses.tolist()
    ends, days, balances = (
        column.tolist() for column in (replays.curves.ends, replays.curves.days, replays.curves.balances)
    )
    priced, promises = cohort.game.scenario.offer is not None, tuple(cohort.game.promises)
    shares = [_share(analyses.get(game)) for game in cohort.games]
    begins = [game.layout.opening.credit for game in cohort.games]
    for row, number in enumerate(numbers.tolist()):
        if not number:
            continue
        handed, which = cohort.hand_ins[row], int(cohort.which[row])
        _, trust, band, deal, value = outcomes[row]
        part = slice(ends[row], ends[row + 1])
        bounds = shares[which]
        yield Seat(
            number=number,
            name=handed.name,
            language=handed.language,
            path=handed.path,
            trust=trust,
            band=BANDS[band],
            deal=DEALS[deal],
            value=value if priced else None,
            given_percent=given[row],
            share=None if bounds is None else share_of_reachable(trust, best=bounds[0], worst=bounds[1]),
            coached=handed.coached,
            predicted=handed.predicted,
            feeling=handed.feeling if free_text else known_feeling(handed.feeling),
            resolve=handed.resolve if free_text else "",
            curve=alike.curve(begins[which], days[part], balances[part]),
            principles=alike.principles(points[row]),
            promises=alike.promises(promises, statuses[row]),
            started=handed.started,
        )


def _share(analysis: Analysis | None) -> tuple[int, int] | None:
    if analysis is None or analysis.best is None or analysis.worst is None:
        return None
    return analysis.best.trust, analysis.worst.trust


class _Alike:
    """Hands out one value for all that are equal: a hundred thousand seats hold few different ones."""

    def __init__(self) -> None:
        self._points: dict[tuple[int, int], tuple[int, int]] = {}
        self._principles: dict[tuple[int, ...], Mapping[Principle, int]] = {}
        self._promises: dict[tuple[int, ...], tuple[tuple[str, str], ...]] = {}

    def curve(
        self, opening: int, days: Sequence[int], balances: Sequence[int]
    ) -> tuple[tuple[int, int], ...]:
        """The balance after every entry, the opening first."""
        known = self._points.setdefault
        start = known((0, opening), (0, opening))
        return (start, *(known(point, point) for point in zip(days, balances, strict=True)))

    def principles(self, points: Sequence[int]) -> Mapping[Principle, int]:
        """The principles that moved something."""
        key = tuple(points)
        if key not in self._principles:
            moved = zip(PRINCIPLES, key, strict=True)
            self._principles[key] = {principle: amount for principle, amount in moved if amount}
        return self._principles[key]

    def promises(self, names: Sequence[str], statuses: Sequence[int]) -> tuple[tuple[str, str], ...]:
        """The promises that were made, and what became of them."""
        key = tuple(statuses)
        if key not in self._promises:
            made = zip(names, key, strict=True)
            self._promises[key] = tuple((name, STATUSES[now]) for name, now in made if now != NONE)
        return self._promises[key]
