"""Advice read off every way through a story: what makes it teach poorly, though it plays.

The thresholds are the design's ("what makes one good enough to ship"); they stand here, each once.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from game.analysis.measures import Measures, measures
from game.analysis.result import Analysis
from game.authoring.culprits import Culprit, culprit
from game.authoring.minus import whole
from game.core.game import Game
from game.core.moves import Credit
from game.core.scenario import Scenario
from game.format.condition_models import CreditRangeShape
from game.format.fields import Shape
from game.format.findings import Kind, Verbatim
from game.format.models import Document
from game.format.tree import Path

MOST_LONGEST: Final = 0.40
"""Share of the decisions on the best line in which the best choice may be the longest sentence."""

MOST_IN_ONE_PLACE: Final = 0.45
"""Share of those decisions in which the best choice may stand in one and the same place."""

MOST_ALWAYS_BEST: Final = 0.5
"""Share of the decisions in which one choice may be best whatever went before."""

MOST_UNREACHED: Final = 1
"""Bands no path has to end in."""

LEAST_MARGIN: Final = 15
"""Trust the honest way of selling ends above the others, on average."""

LIAR_BELOW: Final = 15
"""Mean trust a liar has to stay below."""

MOST_SHUT_OUT: Final = 0.5
"""Share of its weight that choosing at random may end shut out."""

MOST_OWN_NUMBERS: Final = 0.25
"""Share of the moves in choices that may be the author's own numbers."""

FEW: Final = 4
"""Decisions on the best line below which shares say nothing: three of three are no habit."""

MOST_NAMED: Final = 4
"""Choices one finding names; the report names all."""

_RIVALS: Final = ("pusher", "interrogator", "caver")


def taught(document: Document, scenario: Scenario, analysis: Analysis, game: Game) -> Iterator[Culprit]:
    """What the ways through a scenario should be advised of; ``analysis`` is that of the ``game``."""
    yield from _numbers(document)
    yield from _own(scenario)
    yield from _judged(scenario, analysis, measures(analysis, game))


def _judged(scenario: Scenario, analysis: Analysis, measured: Measures) -> Iterator[Culprit]:
    if not analysis.exact:
        samples = analysis.errors.samples if analysis.errors is not None else 0
        yield culprit("not-exact", ("start",), samples=f"{samples:,}")
    decisions = _decisions(analysis)
    if decisions >= FEW:
        yield from _habits(measured)
    yield from _always_best(scenario, analysis, measured)
    yield from _matters(scenario, analysis)
    if len(measured.unreached) > MOST_UNREACHED:
        yield culprit("bands-unreached", ("scenes",), bands=Verbatim(", ".join(measured.unreached)))
    for at, principle in enumerate(scenario.teaches):
        if measured.unmoved is not None and principle in measured.unmoved:
            yield culprit("principle-untouched", ("teaches", at), principle=principle)
    visited = frozenset[str]().union(*(note.visits for note in analysis.policies.values()))
    for scene in scenario.scenes:
        if analysis.exact and scene.id not in visited:
            yield culprit("scene-unvisited", ("scenes", scene.id), scene=scene.id)
    yield from _policies(measured)


def _decisions(analysis: Analysis) -> int:
    followed = analysis.follow(analysis.best.path) if analysis.best is not None else None
    return 0 if followed is None else sum(len(each.offered) > 1 for each in followed.decisions)


def _habits(measured: Measures) -> Iterator[Culprit]:
    """What a trainee could learn instead of listening: take the longest, take the first."""
    if measured.longest is not None and measured.longest > MOST_LONGEST:
        yield culprit("best-is-longest", ("scenes",), percent=_percent(measured.longest))
    for place, share in enumerate(measured.positions, 1):
        if share > MOST_IN_ONE_PLACE:
            yield culprit("best-in-one-place", ("scenes",), place=str(place), percent=_percent(share))


def _always_best(scenario: Scenario, analysis: Analysis, measured: Measures) -> Iterator[Culprit]:
    share = measured.always_best
    if share is None or share <= MOST_ALWAYS_BEST:
        return
    named = [f"{note.scene}.{note.choice}" for note in analysis.choices if note.reached and note.always_best]
    first = next(scene for scene in scenario.scenes if any(each.startswith(f"{scene.id}.") for each in named))
    yield culprit("always-best", ("scenes", first.id), percent=_percent(share), choices=_listed(named))


def _matters(scenario: Scenario, analysis: Analysis) -> Iterator[Culprit]:
    """Decisions in which every choice leads to the same best trust, whatever went before."""
    notes: dict[str, list[bool]] = {}
    for note in analysis.choices:
        if note.reached and note.ever_matters is not None:
            notes.setdefault(note.scene, []).append(note.ever_matters)
    for scene in scenario.scenes:
        found = notes.get(scene.id, [])
        if len(found) > 1 and not any(found):
            yield culprit("never-matters", ("scenes", scene.id), scene=scene.id)


def _policies(measured: Measures) -> Iterator[Culprit]:
    for policy in _RIVALS:
        margin = measured.margins.get(policy)
        if margin is not None and margin < LEAST_MARGIN:
            yield culprit(
                "policies-close",
                ("scenes",),
                policy=Kind(f"policy:{policy}"),
                margin=whole(margin),
                least=str(LEAST_MARGIN),
            )
    if measured.liar_trust is not None and measured.liar_trust >= LIAR_BELOW:
        yield culprit("liar-trusted", ("scenes",), trust=whole(measured.liar_trust), below=str(LIAR_BELOW))
    if measured.caver_signs is not None and measured.caver_signs < 0:
        yield culprit("caver-signs-less", ("scenes",), percent=_percent(-measured.caver_signs))
    if measured.caver_value is not None and measured.caver_value >= 0:
        yield culprit("caving-pays", ("scenes",))
    if measured.random["shut_out"] > MOST_SHUT_OUT:
        yield culprit("random-shut-out", ("scenes",), percent=_percent(measured.random["shut_out"]))


def _own(scenario: Scenario) -> Iterator[Culprit]:
    """How much rests on numbers of the author's own, and so on nothing that is explained."""
    moves = [move for scene in scenario.scenes for choice in scene.choices for move in choice.does]
    own = sum(isinstance(move, Credit) for move in moves)
    if moves and own / len(moves) > MOST_OWN_NUMBERS:
        yield culprit("own-numbers", ("scenes",), own=str(own), moves=str(len(moves)))


def _numbers(document: Document) -> Iterator[Culprit]:
    """Thresholds of credit written as numbers, which mean nothing to a reader and go stale with the rules."""
    for path, number in _thresholds(document, ()):
        yield culprit("credit-as-number", path, number=str(number))


def _thresholds(value: object, path: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(value, CreditRangeShape):
        for edge in ("at_least", "below"):
            if isinstance(number := getattr(value, edge), int):
                yield (*path, edge), number
    elif isinstance(value, Shape):
        for key, spot in type(value).model_fields.items():
            yield from _thresholds(getattr(value, key), (*path, spot.alias or key))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _thresholds(inner, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from _thresholds(inner, (*path, at))


def _listed(names: list[str]) -> Verbatim:
    shown = ", ".join(names[:MOST_NAMED])
    return Verbatim(shown if len(names) <= MOST_NAMED else f"{shown} … ({len(names)})")


def _percent(share: float) -> str:
    return f"{share:.0%}".removesuffix("%")
