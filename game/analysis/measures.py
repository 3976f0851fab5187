"""The measures a scenario has to meet before it ships, read off its analysis.

The thresholds are the design's (``docs/authoring.md`` tells trainers); this module only measures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.analysis.policies import RANKED, Policy, plays
from game.analysis.result import Analysis, Decision
from game.core.game import Game
from game.core.principles import Principle
from game.core.scenario import Band, Choice, Scenario

GOOD: Final = "honest"


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares are 0…1; what could not be measured (nothing was exact, no decision) is None.

    ``unreached``: bands no path ends in. ``always_best``: share of the scenes with a choice to make in
    which one choice is always best. ``longest``: share of the decisions on the best line in which the
    best choice is the longest sentence on offer. ``positions``: share of those decisions in which the
    best choice stands first, second …; among equally good choices each counts in part. ``unmoved``:
    principles the scenario declares that move the balance on fewer than two paths. ``margins``: mean
    trust of ``honest`` minus that of a policy, for those whose moves the scenario offers. ``random``:
    how the random policy ends. ``caver_signs`` and ``caver_value``: rate of signatures and three-year
    value of ``caver`` minus those of ``honest``.
    """

    exact: bool
    unreached: tuple[Band, ...]
    always_best: float | None
    longest: float | None
    positions: tuple[float, ...]
    unmoved: tuple[Principle, ...] | None
    margins: Mapping[Policy, float]
    liar_trust: float | None
    caver_signs: float | None
    caver_value: float | None
    random: Mapping[Band, float]


def measures(analysis: Analysis, game: Game) -> Measures:
    """The measures of one scenario; ``game`` is the one that was analysed."""
    scenario, policies = game.scenario, analysis.policies
    offered = {name for name in RANKED if plays(game, name)}
    honest, caver = policies[GOOD], policies["caver"]
    valued = honest.value_mean is not None and caver.value_mean is not None and "caver" in offered
    best = _best_decisions(analysis, scenario)
    return Measures(
        exact=analysis.exact,
        unreached=analysis.unreached_bands,
        always_best=_always_best(analysis, scenario),
        longest=_longest(best),
        positions=_positions(best),
        unmoved=tuple(p for p in scenario.teaches if analysis.touched[p] < 2)  # noqa: PLR2004 - "more than one"
        if analysis.exact
        else None,
        margins={
            name: honest.trust_mean - policies[name].trust_mean
            for name in RANKED
            if name in offered and name != GOOD
        },
        liar_trust=policies["liar"].trust_mean if "liar" in offered else None,
        caver_signs=caver.deal_rate - honest.deal_rate if "caver" in offered else None,
        caver_value=(caver.value_mean or 0.0) - (honest.value_mean or 0.0) if valued else None,
        random=policies["random"].bands,
    )


def longest(choices: tuple[Choice, ...]) -> str | None:
    """The id of the longest sentence among choices, None where two are equally long."""
    lengths = sorted((len(choice.text), choice.id) for choice in choices)
    if len(lengths) > 1 and lengths[-1][0] == lengths[-2][0]:
        return None
    return lengths[-1][1]


def _best_decisions(analysis: Analysis, scenario: Scenario) -> list[tuple[Decision, tuple[Choice, ...]]]:
    """The decisions on the best line that offered an alternative, with what was on offer."""
    if analysis.best is None:
        return []
    followed = analysis.follow(analysis.best.path)
    if followed is None:
        return []
    found = []
    for decision in followed.decisions:
        scene = scenario.scene(decision.scene)
        offered = tuple(choice for choice in scene.choices if choice.id in decision.offered)
        if len(offered) > 1:
            found.append((decision, offered))
    return found


def _always_best(analysis: Analysis, scenario: Scenario) -> float | None:
    notes = [note for note in analysis.choices if note.reached]
    scenes = [scene.id for scene in scenario.scenes if sum(note.scene == scene.id for note in notes) > 1]
    if not analysis.exact or not scenes:
        return None
    found = {note.scene for note in notes if note.always_best}
    return sum(scene in found for scene in scenes) / len(scenes)


def _longest(best: list[tuple[Decision, tuple[Choice, ...]]]) -> float | None:
    if not best:
        return None
    share = 0.0
    for decision, offered in best:
        share += (longest(offered) in decision.best_choices) / len(decision.best_choices)
    return share / len(best)


def _positions(best: list[tuple[Decision, tuple[Choice, ...]]]) -> tuple[float, ...]:
    most = max((len(offered) for _, offered in best), default=0)
    shares = [0.0] * most
    for decision, offered in best:
        for at, choice in enumerate(offered):
            if choice.id in decision.best_choices:
                shares[at] += 1 / len(decision.best_choices)
    return tuple(share / len(best) for share in shares)
