"""What the analysis says of a scenario: a frozen value that lives on after the game is gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.analysis.graph import NOWHERE, ROOT, Graph, Leaves, Reachable, band_set, group_of
from game.analysis.policies import Policy
from game.analysis.walk import DEALS, Stuck
from game.core.play import NotOffered
from game.core.principles import Principle
from game.core.scenario import BANDS, Band, Deal

VERSION: Final = 1
"""Rises when the analysis of an unchanged scenario would say something else: part of its key."""


class Line(NamedTuple):
    """One way through to an end: its trust and its choice ids in order."""

    trust: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChoiceNote:
    """One choice over all reachable states; None where only a sample was played.

    ``reached``: on offer in some state. ``ever_best``: in some state no other choice on offer leads
    to a higher best reachable trust. ``always_best``: so in every state that offers an alternative,
    and in one of them strictly better than every alternative. ``ever_matters``: in some state another
    choice on offer leads to a different best reachable trust.
    """

    scene: str
    choice: str
    reached: bool
    ever_best: bool | None
    always_best: bool | None
    ever_matters: bool | None


@dataclass(frozen=True, slots=True)
class PolicyNote:
    """How a policy ends: exact mean trust, probability of each band, rate of signatures, mean value.

    ``value_mean`` is over three years in the offer's currency, None without an offer. ``visits``: the
    ids of the scenes it ever comes to. A policy that comes to no end at all has NaN for numbers.
    """

    trust_mean: float
    bands: Mapping[Band, float]
    deal_rate: float
    value_mean: float | None
    visits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Errors:
    """Standard errors of what a sample of ``samples`` playthroughs says (see ``sampling``)."""

    samples: int
    paths: float
    bands: Mapping[Band, float]
    trust_means: Mapping[Policy, float]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a played path, judged by the best trust still reachable.

    ``regret`` = ``before`` − ``after`` ≥ 0. ``offered``: the ids on offer; ``best_choices``: those that
    would have lost nothing. ``bands``: the bands still reachable before the choice, lowest first.
    """

    scene: str
    choice: str
    before: int
    after: int
    offered: tuple[str, ...]
    best_choices: tuple[str, ...]
    bands: tuple[Band, ...]

    @property
    def regret(self) -> int:
        """Trust given up by this choice: 0 or more."""
        return self.before - self.after


@dataclass(frozen=True, slots=True)
class Followed:
    """A path walked through the analysis.

    Of a path that came to its end: ``trust``, ``band``, ``deal``, and ``last_better``, the position of
    the last decision at which a better band could still be reached (None: never, or never any more
    than was reached). Of an unfinished path these are None.
    """

    decisions: tuple[Decision, ...]
    trust: int | None
    band: Band | None
    deal: Deal | None
    last_better: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """All that can come of a scenario under one rulebook and one opening.

    ``exact``: every path was walked; else a sample was played: ``paths`` and ``bands`` are estimates
    (with ``errors``), ``best`` and ``worst`` the extremes of the sample, and nothing can be followed.
    ``paths``: ways that come to an end; ``bands``: how many of them end in each band. ``states``:
    merged states. ``decisions_max``: the longest way. ``best`` and ``worst`` (None if no way ends):
    of equal trust the higher value, then the order of the file. ``best_value``: the value on that best
    line, None without an offer. ``touched``: on how many paths each principle moves the balance, 0, 1
    or 2 for "more than one". ``stuck``: ways that come to no end, one a scene and reason.
    """

    exact: bool
    paths: int
    states: int
    decisions_max: int
    best: Line | None
    worst: Line | None
    best_value: int | None
    bands: Mapping[Band, int]
    policies: Mapping[Policy, PolicyNote]
    choices: tuple[ChoiceNote, ...]
    touched: Mapping[Principle, int]
    stuck: tuple[Stuck, ...]
    errors: Errors | None
    scene_ids: tuple[str, ...]
    choice_ids: tuple[tuple[str, ...], ...]
    graph: Graph | None
    reach: Reachable | None

    @property
    def unreached_bands(self) -> tuple[Band, ...]:
        """The bands no path ends in, lowest first."""
        return tuple(band for band in BANDS if self.bands[band] == 0)

    def follow(self, path: Sequence[str]) -> Followed | None:
        """Judge a path of choice ids from the beginning; None where the analysis is not exact.

        Raises ``NotOffered`` for a choice that is not on offer, as ``play.replay`` does.
        """
        if self.graph is None or self.reach is None:
            return None
        node, decisions = ROOT, []
        for position, choice in enumerate(path):
            decision, node = self._step(self.graph, self.reach, node, position, choice)
            decisions.append(decision)
        leaf = node - self.graph.states
        if leaf < 0:
            return Followed(tuple(decisions), None, None, None, None)
        band = int(self.graph.leaves.band[leaf])
        better = [i for i, each in enumerate(decisions) if BANDS.index(each.bands[-1]) > band]
        return Followed(
            tuple(decisions),
            int(self.graph.leaves.trust[leaf]),
            BANDS[band],
            DEALS[int(self.graph.leaves.deal[leaf])],
            better[-1] if better else None,
        )

    def _step(
        self, graph: Graph, reach: Reachable, node: int, position: int, choice: str
    ) -> tuple[Decision, int]:
        group = group_of(graph, node)
        if group is None:
            ending = self.scene_ids[int(graph.leaves.scene[node - graph.states])]
            raise NotOffered(position, ending, choice, ())
        children = group.child[node - group.first]
        ids = self.choice_ids[group.scene]
        offered = {name: int(child) for name, child in zip(ids, children, strict=True) if child != NOWHERE}
        if choice not in offered:
            raise NotOffered(position, self.scene_ids[group.scene], choice, tuple(offered))
        before = int(reach.best[node])
        best = tuple(name for name, child in offered.items() if reach.best[child] == before)
        bands = band_set(int(reach.bands[node]))
        after = int(reach.best[offered[choice]])
        scene = self.scene_ids[group.scene]
        return Decision(scene, choice, before, after, tuple(offered), best, bands), offered[choice]


def note_of(ends: NDArray[np.float64], leaves: Leaves, visits: frozenset[str], *, priced: bool) -> PolicyNote:
    """The note on a policy that ends in these outcomes with these weights (both of shape (m,))."""
    whole = ends.sum()
    weight = ends / whole if whole > 0 else np.full_like(ends, np.nan)
    return PolicyNote(
        trust_mean=_mean(weight, leaves.trust),
        bands={band: _mean(weight, leaves.band == at) for at, band in enumerate(BANDS)},
        deal_rate=_mean(weight, leaves.deal == DEALS.index("signed")),
        value_mean=_mean(weight, leaves.value) if priced else None,
        visits=visits,
    )


def _mean(weight: NDArray[np.float64], values: NDArray[Any]) -> float:
    # Rounded, so that the last bit of a sum does not decide whether 1.0 is at least 1.0.
    return round(float((weight * values).sum()), 9) if len(weight) else float("nan")


def to_json(analysis: Analysis, policies: Sequence[Policy] | None = None) -> dict[str, object]:
    """What ``explore --json`` prints (plain values; keys as in the interfaces).

    ``policies``: only these, in this order; None: all there are. Paths are decimal strings, because
    they exceed what other languages read as numbers.
    """
    names = list(analysis.policies) if policies is None else policies
    return {
        "exact": analysis.exact,
        "paths": str(analysis.paths),
        "states": analysis.states,
        "decisions_max": analysis.decisions_max,
        "best": _line(analysis.best),
        "worst": _line(analysis.worst),
        "best_value": analysis.best_value,
        "bands": {band: str(count) for band, count in analysis.bands.items()},
        "unreached_bands": list(analysis.unreached_bands),
        "policies": {name: _policy(analysis.policies[name]) for name in names if name in analysis.policies},
        "choices": [
            {
                "scene": note.scene,
                "choice": note.choice,
                "reached": note.reached,
                "ever_best": note.ever_best,
                "always_best": note.always_best,
                "ever_matters": note.ever_matters,
            }
            for note in analysis.choices
        ],
        "principles": {name: ("none", "one", "several")[count] for name, count in analysis.touched.items()},
        "stuck": [{"scene": s.scene, "path": list(s.path), "why": s.why} for s in analysis.stuck],
        "errors": _errors(analysis.errors),
    }


def _line(line: Line | None) -> dict[str, object] | None:
    return None if line is None else {"trust": line.trust, "path": list(line.path)}


def _policy(note: PolicyNote) -> dict[str, object]:
    def number(value: float | None) -> float | None:
        return None if value is None or np.isnan(value) else value

    return {
        "trust_mean": number(note.trust_mean),
        "bands": {band: number(weight) for band, weight in note.bands.items()},
        "deal_rate": number(note.deal_rate),
        "value_mean": number(note.value_mean),
    }


def _errors(errors: Errors | None) -> dict[str, object] | None:
    if errors is None:
        return None
    return {
        "samples": errors.samples,
        "paths": errors.paths,
        "bands": dict(errors.bands),
        "trust_means": dict(errors.trust_means),
    }


def frozen(array: NDArray[Any]) -> None:
    """Make an array of a finished analysis read-only."""
    array.flags.writeable = False
