"""How random play runs through a story: what share comes to each scene, takes each choice, and what it costs.

Shares and regrets are exact where the analysis is; days, and everything where it is not, are read off random
playthroughs with a fixed seed, so that the same scenario is always drawn the same.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.analysis.graph import NOWHERE, Graph, Reachable, spread
from game.analysis.policies import share
from game.analysis.result import Analysis
from game.analysis.sampling import random_play
from game.core.game import Game
from game.core.principles import PHASES, Phase
from game.core.states import States

PLAYTHROUGHS: Final = 4_096


@dataclass(frozen=True, slots=True)
class ChoiceFlow:
    """One choice: the share 0…1 of all playthroughs in which it is taken (a hub's may be taken more often).

    ``to``: the share by the scene it leads to. ``regret``: mean trust given up by taking it, ``worst`` the
    most; None where the analysis is not exact, or it is never taken.
    """

    choice: str
    share: float
    to: Mapping[str, float]
    regret: float | None
    worst: int | None


@dataclass(frozen=True, slots=True)
class SceneFlow:
    """One scene: the share 0…1 of playthroughs that come to it, its phase, and the days on which they do.

    ``first_day`` ≤ ``last_day`` count from the day the scenario begins; None where no random playthrough
    came to it.
    """

    scene: str
    share: float
    phase: Phase
    first_day: int | None
    last_day: int | None
    choices: tuple[ChoiceFlow, ...]


def flows(game: Game, analysis: Analysis) -> tuple[SceneFlow, ...]:
    """The flow of random play through each scene, in the order of the file."""
    seen = _Seen(game)
    played = random_play(game, PLAYTHROUGHS, np.random.default_rng(0), keep_paths=True, watch=seen.come)
    if analysis.graph is not None and analysis.reach is not None:
        taken = _exact(analysis.graph, analysis.reach)
    else:
        assert played.scenes is not None
        assert played.steps is not None
        taken = _sampled(played.scenes, played.steps, played.outcomes.scene, played.ended)
    return tuple(seen.flow(at, taken.get(at, {})) for at in range(len(game.scenario.scenes)))


@dataclass(slots=True)
class _Edge:
    """What goes along one choice to one scene: its weight, and regret times weight, and the most regret."""

    weight: float = 0.0
    regret: float = 0.0
    worst: int | None = None


_Taken = Mapping[int, Mapping[int, Mapping[int, _Edge]]]
"""Edges by scene, choice and the scene they lead to; all of them places in the scenario."""


def _exact(graph: Graph, reach: Reachable) -> _Taken:
    parts = [share(group.child != NOWHERE) for group in graph.groups]
    weight = spread(graph, parts)
    where = np.concatenate(
        [np.full(len(group), group.scene, dtype=np.int32) for group in graph.groups] + [graph.leaves.scene]
    )
    found: dict[int, dict[int, dict[int, _Edge]]] = defaultdict(lambda: defaultdict(dict))
    for group, part in zip(graph.groups, parts, strict=True):
        here = weight[group.nodes]
        for choice, child in enumerate(group.child.T):
            there = child != NOWHERE
            flowing = here[there] * part[there, choice]
            lost = reach.best[group.nodes][there].astype(np.int64) - reach.best[child[there]]
            for target in np.unique(where[child[there]]).tolist():
                mine = where[child[there]] == target
                edge = found[group.scene][choice].setdefault(target, _Edge())
                edge.weight += float(flowing[mine].sum())
                edge.regret += float((flowing[mine] * lost[mine]).sum())
                edge.worst = max(edge.worst or 0, int(lost[mine].max()))
    return found


def _sampled(
    scenes: NDArray[np.int16], steps: NDArray[np.int16], endings: NDArray[np.int32], ended: NDArray[np.bool_]
) -> _Taken:
    """The same from random playthroughs; what they cost is not known."""
    found: dict[int, dict[int, dict[int, _Edge]]] = defaultdict(lambda: defaultdict(dict))
    nxt = np.vstack([scenes[1:], np.full((1, scenes.shape[1]), -1, dtype=np.int16)]).astype(np.int32)
    nxt = np.where(nxt < 0, np.where(ended, endings, -1)[None, :], nxt)
    there = (steps >= 0) & (nxt >= 0)
    rows = np.stack([scenes[there], steps[there], nxt[there]])
    edges, counts = np.unique(rows, axis=1, return_counts=True)
    for (scene, choice, target), count in zip(edges.T.tolist(), counts.tolist(), strict=True):
        found[scene][choice][target] = _Edge(weight=count / scenes.shape[1])
    return found


class _Seen:
    """When random playthroughs come to each scene, and in which phase."""

    def __init__(self, game: Game) -> None:
        self._game = game
        count = len(game.scenario.scenes)
        self._first: list[int | None] = [None] * count
        self._last: list[int | None] = [None] * count
        self._phase: list[Phase | None] = [scene.phase for scene in game.scenario.scenes]
        self._came = [np.zeros(PLAYTHROUGHS, dtype=np.bool_) for _ in range(count)]

    def come(self, scene: int, states: States) -> None:
        """A batch comes to a scene (or comes back to it)."""
        days = states["day"]
        if not len(days):
            return
        first, last = self._first[scene], self._last[scene]
        self._first[scene] = int(days.min()) if first is None else min(first, int(days.min()))
        self._last[scene] = int(days.max()) if last is None else max(last, int(days.max()))
        if self._phase[scene] is None:
            most = int(np.bincount(states["phase"]).argmax())  # 0: no phase has begun
            self._phase[scene] = PHASES[max(most - 1, 0)]
        self._came[scene][states.rows] = True

    def flow(self, at: int, taken: Mapping[int, Mapping[int, _Edge]]) -> SceneFlow:
        """The flow of one scene, with what is taken in it."""
        scenes = self._game.scenario.scenes
        scene = scenes[at]
        choices = []
        for index, choice in enumerate(scene.choices):
            edges = taken.get(index, {})
            whole = sum(edge.weight for edge in edges.values())
            known = [edge for edge in edges.values() if edge.worst is not None and whole > 0]
            choices.append(
                ChoiceFlow(
                    choice.id,
                    whole,
                    {scenes[target].id: edge.weight for target, edge in edges.items() if edge.weight > 0},
                    sum(edge.regret for edge in known) / whole if known else None,
                    max((edge.worst or 0 for edge in known), default=None),
                )
            )
        came = float(self._came[at].mean())
        return SceneFlow(
            scene.id, came, self._phase[at] or PHASES[0], self._first[at], self._last[at], tuple(choices)
        )
