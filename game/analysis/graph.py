"""The merged story: every canonical state once, and which state each choice leads to.

States are numbered scene by scene in the order of the story, so that every choice leads to a higher
number; outcomes come after all states. Values run along the edges: forward (paths, weights of a
policy), backward (best and worst trust, bands within reach).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.analysis import counts
from game.core.scenario import BANDS, Band

Places = NDArray[np.int64]
Nodes = NDArray[np.int32]

ROOT: Final = 0
"""The first state there is, or the only outcome of a scenario without decisions."""
NOWHERE: Final = -1
"""In place of a child: the choice is not on offer (or leads nowhere, which is a fault told apart)."""
NO_TRUST: Final = -32_000
"""Trust of a state from which no ending can be reached, as best and (negated) as worst."""
NO_VALUE: Final = -1


@dataclass(frozen=True, slots=True)
class Group:
    """States of one scene: nodes ``first`` … ``first + len - 1``. A hub has a group a return.

    ``child`` (n, choices) int32: the node each choice leads to, or ``NOWHERE``. ``depth`` (n,) int16:
    the most decisions made on any way there.
    """

    scene: int
    first: int
    child: Nodes
    depth: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.child)

    @property
    def nodes(self) -> slice:
        """The places of these states in arrays over all nodes."""
        return slice(self.first, self.first + len(self.child))


@dataclass(frozen=True, slots=True)
class Leaves:
    """The distinct outcomes, in the order in which they were found; arrays of shape (m,).

    ``band`` indexes ``BANDS``; ``deal`` 0 signed, 1 lost, 2 open; ``value`` in whole units of the
    offer's currency (0 without an offer); ``scene`` the ending.
    """

    scene: NDArray[np.int32]
    trust: NDArray[np.int32]
    band: NDArray[np.int32]
    deal: NDArray[np.int32]
    value: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.trust)

    @classmethod
    def of(cls, table: NDArray[np.int64]) -> "Leaves":
        """From a table with these five columns, shape (m, 5)."""
        scene, trust, band, deal = (table[:, at].astype(np.int32) for at in range(4))
        return cls(scene, trust, band, deal, table[:, 4].copy())


@dataclass(frozen=True, slots=True)
class Graph:
    """All groups in the order of their nodes, then the outcomes; the story begins in node ``ROOT``."""

    groups: tuple[Group, ...]
    leaves: Leaves

    @property
    def states(self) -> int:
        """How many merged states there are, outcomes not counted."""
        return self.groups[-1].first + len(self.groups[-1]) if self.groups else 0

    @property
    def size(self) -> int:
        """States and outcomes."""
        return self.states + len(self.leaves)


@dataclass(frozen=True, slots=True)
class Reachable:
    """What can still be reached from each node, arrays of shape (graph.size,).

    ``best``, ``worst`` trust (int16); ``value`` the highest value among the ways to the best trust
    (int64); ``bands`` a bit set over ``BANDS`` (uint8).
    """

    best: NDArray[np.int16]
    worst: NDArray[np.int16]
    value: NDArray[np.int64]
    bands: NDArray[np.uint8]


def backward(graph: Graph) -> Reachable:
    """Carry best and worst trust back from the outcomes to the beginning."""
    inner, leaves = graph.states, graph.leaves
    best = np.full(graph.size, NO_TRUST, dtype=np.int16)
    worst = np.full(graph.size, -NO_TRUST, dtype=np.int16)
    value = np.full(graph.size, NO_VALUE, dtype=np.int64)
    bands = np.zeros(graph.size, dtype=np.uint8)
    best[inner:] = worst[inner:] = leaves.trust
    value[inner:] = leaves.value
    bands[inner:] = np.left_shift(1, leaves.band)
    for group in reversed(graph.groups):
        at, child, there = group.nodes, group.child, group.child != NOWHERE
        reach = np.where(there, best[child], NO_TRUST)
        best[at] = reach.max(axis=1)
        worst[at] = np.where(there, worst[child], -NO_TRUST).min(axis=1)
        along = (reach == best[at][:, None]) & there
        value[at] = np.where(along, value[child], NO_VALUE).max(axis=1)
        bands[at] = np.bitwise_or.reduce(np.where(there, bands[child], 0), axis=1)
    return Reachable(best, worst, value, bands)


def paths_to_leaves(graph: Graph) -> list[int]:
    """How many paths end in each outcome, exactly."""
    # As floating point numbers they are right to a dozen digits: enough to know how many are needed.
    every = [np.ones(group.child.shape) for group in graph.groups]
    about = float(spread(graph, every)[graph.states :].sum())
    found = counts.zeros(2 * int(about) + 1, graph.size)
    found[0, ROOT] = 1
    for group in graph.groups:
        here = found[:, group.nodes]
        counts.carry(here)
        for child in group.child.T:
            there = child != NOWHERE
            counts.add_at(found, child[there], here[:, there])
    ends = found[:, graph.states :]
    return [counts.total(ends[:, [i]]) for i in range(len(graph.leaves))]


def spread(graph: Graph, parts: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """The weight of each node when choices are taken with these weights, shape (size,).

    ``parts`` holds one array (n, choices) a group. Where its rows sum to 1, weights are probabilities.
    """
    weight = np.zeros(graph.size)
    weight[ROOT] = 1.0
    for group, part in zip(graph.groups, parts, strict=True):
        here = weight[group.nodes]
        for at, child in enumerate(group.child.T):
            there = (child != NOWHERE) & (part[:, at] > 0)
            np.add.at(weight, child[there], here[there] * part[there, at])
    return weight


def touched_twice(graph: Graph, marks: Sequence[NDArray[np.uint16]], bit: int) -> int:
    """On how many paths an edge carries this bit at least once: 0, 1 or 2 (for "more than one").

    ``marks`` holds one array (n, choices) a group, a bit set of what happened on each edge.
    """
    if not any((mark >> bit & 1).any() for mark in marks):
        return 0
    without = np.zeros(graph.size, dtype=np.int64)
    having = np.zeros(graph.size, dtype=np.int64)
    without[ROOT] = 1
    for group, mark in zip(graph.groups, marks, strict=True):
        # More than two are as good as two, so numbers stay small and sums exact.
        bare, full = np.minimum(without[group.nodes], 2), np.minimum(having[group.nodes], 2)
        for at, child in enumerate(group.child.T):
            there = child != NOWHERE
            hit = (mark[there, at] >> bit) & 1 == 1
            np.add.at(having, child[there], full[there] + np.where(hit, bare[there], 0))
            np.add.at(without, child[there], np.where(hit, 0, bare[there]))
    return min(int(having[graph.states :].sum()), 2)


def group_of(graph: Graph, node: int) -> Group | None:
    """The group a node lies in, None for an outcome."""
    if node >= graph.states:
        return None
    firsts = [group.first for group in graph.groups]
    return graph.groups[int(np.searchsorted(firsts, node, side="right")) - 1]


def way_to(graph: Graph, node: int) -> tuple[tuple[int, int], ...]:
    """A longest path from the root to a state, as (scene, choice) indices."""
    way: list[tuple[int, int]] = []
    while node != ROOT:
        here = group_of(graph, node)
        assert here is not None
        before = int(here.depth[node - here.first]) - 1
        node, step = next(_edges_to(graph, node, before))
        way.append(step)
    return tuple(reversed(way))


def _edges_to(graph: Graph, node: int, depth: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """The edges to a node from states of this depth, as (state, (scene, choice))."""
    return (
        (group.first + row, (group.scene, choice))
        for group in graph.groups
        for row, choice in np.argwhere((group.child == node) & (group.depth == depth)[:, None]).tolist()
    )


def band_set(bits: int) -> tuple[Band, ...]:
    """The bands of a bit set, lowest first."""
    return tuple(band for at, band in enumerate(BANDS) if bits >> at & 1)
