"""One trainee over several meetings: what was practised and promised, how well they guess, what they miss.

Everything is computed from the paths; nothing here compares one trainee with another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from game.analysis.result import Analysis
from game.core.game import Game
from game.core.principles import PRINCIPLES, Principle
from game.core.reveal import reveal_of
from game.core.scenario import Band
from game.debrief.prediction import band_expected, gap_of
from game.debrief.review.steps import Step, steps_of
from game.debrief.review.told import Teller
from game.debrief.scorecard import reachable_on
from game.records import Kept


@dataclass(frozen=True, slots=True)
class Past:
    """One meeting that was played to its end.

    ``principles``: points by principle, of those the passbook names. ``kept`` and ``late`` of ``made``
    promises. ``gap``: bands by which more was expected than came, None where nothing was expected. ``share``
    (percent) and ``regret`` (points of trust a decision, on average) are None without an exact analysis.
    ``tried``: how often a moment of it was tried again.
    """

    uid: str
    started: datetime
    scenario: str
    hash: str
    title: str
    path: tuple[str, ...]
    trust: int
    band: Band
    principles: Mapping[Principle, int]
    made: int
    kept: int
    late: int
    broken: int
    gap: int | None
    share: int | None
    regret: float | None
    tried: int


def counting(records: Iterable[Kept], own: str) -> list[Kept]:
    """Those of a trainee's records that are looked back on together, in their order.

    Meetings that were played to their end without a coach: with one they are practice. The one with the
    uid ``own``, from which one looks back, is always among them, also where it could not be closed.
    """
    return [
        each
        for each in records
        if each.header.uid == own or (each.closed == "ended" and not each.header.coach)
    ]


def past_of(game: Game, kept: Kept, analysis: Analysis | None) -> Past:
    """A finished record as its meeting was; ``analysis`` of the same game, None where there is none.

    Raises ``NotOffered`` or ``ValueError`` for a path that does not come to an end in this game.
    """
    reveal = reveal_of(game, kept.path)
    reached = reachable_on(analysis, kept.path)
    statuses = [promise.status for promise in reveal.promises]
    expected = None if kept.prediction is None else band_expected(kept.prediction.band)
    regrets = [] if reached is None else [each.regret for each in reached.decisions]
    return Past(
        uid=kept.header.uid,
        started=kept.header.started,
        scenario=game.scenario.id,
        hash=game.scenario.hash,
        title=game.scenario.title,
        path=kept.path,
        trust=reveal.outcome.trust,
        band=reveal.outcome.band,
        principles={
            principle: sum(entry.amount for entry in reveal.entries if entry.principle == principle)
            for principle in PRINCIPLES
            if any(entry.principle == principle for entry in reveal.entries)
        },
        made=len(statuses),
        kept=statuses.count("kept"),
        late=statuses.count("kept_late"),
        broken=statuses.count("broken"),
        gap=None if expected is None else gap_of(expected, reveal.outcome.band),
        share=None if reached is None else min(100, max(0, reached.share(reveal.outcome.trust))),
        regret=sum(regrets) / len(regrets) if regrets else None,
        tried=len(kept.retries),
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """All meetings of one trainee, the oldest first, and what they come to together.

    ``practised``: how many meetings named each principle and the points it brought in them, most often first.
    ``right``, ``high``, ``low``: how many guesses were exact, too high, too low.
    """

    meetings: tuple[Past, ...]
    practised: tuple[tuple[Principle, int, int], ...]
    made: int
    kept: int
    late: int
    broken: int
    right: int
    high: int
    low: int

    @property
    def regrets(self) -> tuple[float, ...]:
        """Trust given up a decision in each meeting of which that is known, the oldest first."""
        return tuple(each.regret for each in self.meetings if each.regret is not None)


def progress_of(meetings: Sequence[Past]) -> Progress:
    """What these meetings come to; a meeting of which there are copies counts once."""
    once = tuple(sorted({each.uid: each for each in meetings}.values(), key=lambda each: each.started))
    counts = {
        principle: [each.principles[principle] for each in once if principle in each.principles]
        for principle in PRINCIPLES
    }
    named = [(principle, len(points), sum(points)) for principle, points in counts.items() if points]
    gaps = [each.gap for each in once if each.gap is not None]
    return Progress(
        meetings=once,
        practised=tuple(sorted(named, key=lambda each: -each[1])),
        made=sum(each.made for each in once),
        kept=sum(each.kept for each in once),
        late=sum(each.late for each in once),
        broken=sum(each.broken for each in once),
        right=sum(gap == 0 for gap in gaps),
        high=sum(gap > 0 for gap in gaps),
        low=sum(gap < 0 for gap in gaps),
    )


@dataclass(frozen=True, slots=True)
class Parting:
    """A decision at which two ways through one scenario chose differently; positions count from 0."""

    title: str
    then_position: int
    now_position: int
    then: str
    now: str


def partings(game: Game, then: Sequence[str], now: Sequence[str], teller: Teller) -> tuple[Parting, ...]:
    """Where two paths of one game chose differently in the same scene, in the order of ``now``.

    A scene one of them never came to is passed over; in a scene visited again its visits are paired.
    """
    before: dict[str, list[Step]] = {}
    for step in steps_of(game, then):
        before.setdefault(step.scene.id, []).append(step)
    found = []
    for step in steps_of(game, now):
        visits = before.get(step.scene.id)
        if not visits:
            continue
        other = visits.pop(0)
        if other.choice.id != step.choice.id:
            found.append(
                Parting(
                    title=teller.named(step.scene.title),
                    then_position=other.position,
                    now_position=step.position,
                    then=teller.choice(other.choice),
                    now=teller.choice(step.choice),
                )
            )
    return tuple(found)
