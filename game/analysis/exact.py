"""The exact analysis of a scenario: every path, by way of merged states (see ``walk`` and ``live``)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.analysis import sampling
from game.analysis.graph import (
    NO_TRUST,
    NOWHERE,
    ROOT,
    Graph,
    Group,
    Reachable,
    backward,
    group_of,
    paths_to_leaves,
    spread,
    touched_twice,
)
from game.analysis.policies import RANKED, Policy, share
from game.analysis.result import Analysis, ChoiceNote, Line, PolicyNote, frozen, note_of
from game.analysis.walk import Progress, TooManyStates, Walk, Walked
from game.core.game import Game
from game.core.principles import PRINCIPLES, Principle
from game.core.scenario import BANDS

BUDGET: Final = 3_000_000
"""The most merged states the analysis holds unless told otherwise: about half a gigabyte."""


def analyse(
    game: Game,
    *,
    budget: int = BUDGET,
    progress: Progress | None = None,
    rng: np.random.Generator | None = None,
    samples: int = sampling.SAMPLES,
) -> Analysis:
    """Everything that can come of a game: exact where it fits the budget of states, else sampled.

    ``progress(decisions, states)`` is called after each scene, with the decisions made and the states
    found so far; what it raises comes out here, which is how to give up. ``rng`` and ``samples`` are
    for the sample only; without ``rng`` its seed is 0, so that the same scenario says the same every
    time.
    """
    try:
        walked = Walk(game, budget, progress).run()
    except TooManyStates:
        return sampling.sampled(game, np.random.default_rng(0) if rng is None else rng, samples)
    return _judged(game, walked)


def _judged(game: Game, walked: Walked) -> Analysis:
    graph = walked.graph
    reach = backward(graph)
    ends = paths_to_leaves(graph)
    scenes = game.scenario.scenes
    choice_ids = tuple(tuple(choice.id for choice in scene.choices) for scene in scenes)
    bands = {
        band: sum(n for n, at in zip(ends, graph.leaves.band, strict=True) if at == index)
        for index, band in enumerate(BANDS)
    }
    reachable = bool(ends)
    priced = reachable and game.scenario.offer is not None
    analysis = Analysis(
        exact=True,
        paths=sum(ends),
        states=graph.states,
        decisions_max=max((_longest(graph, group) for group in graph.groups), default=0),
        best=_line(graph, reach, choice_ids, _best_choice) if reachable else None,
        worst=_line(graph, reach, choice_ids, _worst_choice) if reachable else None,
        best_value=int(reach.value[ROOT]) if priced else None,
        bands=bands,
        policies=_policies(game, walked, reach),
        choices=tuple(_notes(game, graph, reach)),
        touched=_touched(walked, sum(ends)),
        stuck=walked.stuck,
        errors=None,
        scene_ids=tuple(scene.id for scene in scenes),
        choice_ids=choice_ids,
        graph=graph,
        reach=reach,
    )
    leaves = graph.leaves
    arrays: list[NDArray[Any]] = [reach.best, reach.worst, reach.value, reach.bands]
    arrays += [leaves.scene, leaves.trust, leaves.band, leaves.deal, leaves.value]
    for array in (*arrays, *(group.child for group in graph.groups)):
        frozen(array)
    return analysis


def _longest(graph: Graph, group: Group) -> int:
    """The most decisions made on a way that ends with one of these."""
    ends = (group.child >= graph.states).any(axis=1)
    return 1 + int(group.depth[ends].max(initial=-1))


def _best_choice(reach: Reachable, node: int, children: NDArray[np.int32]) -> int:
    there = children != NOWHERE
    along = there & (reach.best[children] == reach.best[node]) & (reach.value[children] == reach.value[node])
    return int(along.argmax())


def _worst_choice(reach: Reachable, node: int, children: NDArray[np.int32]) -> int:
    along = (children != NOWHERE) & (reach.worst[children] == reach.worst[node])
    return int(along.argmax())


def _line(
    graph: Graph,
    reach: Reachable,
    choice_ids: Sequence[Sequence[str]],
    choose: Callable[[Reachable, int, NDArray[np.int32]], int],
) -> Line:
    node, path = ROOT, []
    while (group := group_of(graph, node)) is not None:
        children = group.child[node - group.first]
        choice = choose(reach, node, children)
        path.append(choice_ids[group.scene][choice])
        node = int(children[choice])
    return Line(int(graph.leaves.trust[node - graph.states]), tuple(path))


def _notes(game: Game, graph: Graph, reach: Reachable) -> Iterator[ChoiceNote]:
    """The table of choices, in the order of the file (see ``ChoiceNote`` for what is told)."""
    for index, scene in enumerate(game.scenario.scenes):
        children = [group.child for group in graph.groups if group.scene == index]
        child = np.concatenate([np.zeros((0, len(scene.choices)), dtype=np.int32), *children])
        there = child != NOWHERE
        # Of a choice that never comes to an end nothing can be compared.
        trust = np.where(there, reach.best[child], NO_TRUST)
        best = trust.max(axis=1, initial=NO_TRUST)[:, None]
        for at, choice in enumerate(scene.choices):
            here, mine = there[:, at], trust[:, [at]]
            others = np.delete(trust, at, axis=1)
            others_there = np.delete(there, at, axis=1) & here[:, None]
            alternative = others_there.any(axis=1)
            top = here & (mine == best)[:, 0] & (best > NO_TRUST)[:, 0]
            strictly = alternative & (others < mine).all(axis=1)
            yield ChoiceNote(
                scene.id,
                choice.id,
                reached=bool(here.any()),
                ever_best=bool(top.any()),
                always_best=bool(top[alternative].all() and strictly.any()),
                ever_matters=bool((others_there & (others != mine)).any()),
            )


def _policies(game: Game, walked: Walked, reach: Reachable) -> Mapping[Policy, PolicyNote]:
    """The exact distribution of each policy: weights flow along the edges of the merged story."""
    graph = walked.graph
    offered = [group.child != NOWHERE for group in graph.groups]
    taken: dict[Policy, list[NDArray[np.bool_]]] = {}
    for at, name in enumerate(RANKED):
        taken[name] = [
            np.unpackbits(packed[at], axis=1, count=there.shape[1]).astype(np.bool_) & there
            for packed, there in zip(walked.tops, offered, strict=True)
        ]
    taken["random"] = offered
    for name, trust in (("best", reach.best), ("worst", reach.worst)):
        taken[name] = [
            there & (trust[group.child] == trust[group.nodes][:, None])
            for group, there in zip(graph.groups, offered, strict=True)
        ]
    return {name: _policy(game, graph, masks) for name, masks in taken.items()}


def _policy(game: Game, graph: Graph, masks: list[NDArray[np.bool_]]) -> PolicyNote:
    weight = spread(graph, [share(mask) for mask in masks])
    scenes = game.scenario.scenes
    visited = {group.scene for group in graph.groups if weight[group.nodes].any()}
    ends = weight[graph.states :]
    visited |= {int(scene) for scene in graph.leaves.scene[ends > 0]}
    visits = frozenset(scenes[at].id for at in visited)
    return note_of(ends, graph.leaves, visits, priced=game.scenario.offer is not None)


def _touched(walked: Walked, paths: int) -> Mapping[Principle, int]:
    # What moved before the first decision did so on every path.
    return {
        principle: min(paths, 2)
        if walked.opening_marks >> bit & 1
        else touched_twice(walked.graph, walked.marks, bit)
        for bit, principle in enumerate(PRINCIPLES)
    }
