"""The walk through a whole scenario, scene by scene in the order of the story, equal states merged.

A scene is walked when everything that leads to it has been, so that states merge even where they took
different numbers of decisions. A hub is walked once for every return, which makes layers of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.analysis.form import Form
from game.analysis.graph import NOWHERE, Graph, Group, Leaves, way_to
from game.analysis.live import Forms
from game.analysis.merge import Cells, Pile, Places, narrowed, widened
from game.analysis.policies import tops
from game.core import outcome, play
from game.core.game import Game
from game.core.passbook import Passbook, Posted
from game.core.principles import PRINCIPLES
from game.core.scenario import MOST_DECISIONS, Deal
from game.core.states import Mask, States

Marks = NDArray[np.uint16]

Progress = Callable[[int, int], None]
"""Called with the decisions made so far and the states found so far; may raise to give up."""

CHUNK: Final = 32_768
"""States stepped at once: enough for speed, few enough to stay in the cache."""

DEALS: Final[tuple[Deal, ...]] = ("signed", "lost", "open")

Why = Literal["no_choice", "no_goto", "too_long"]


class Stuck(NamedTuple):
    """A way that comes to no end: the scene, the choice ids that lead there, and why.

    ``no_choice``: nothing is on offer. ``no_goto``: after the last choice no ``goto`` holds.
    ``too_long``: more than ``MOST_DECISIONS`` decisions.
    """

    scene: str
    path: tuple[str, ...]
    why: Why


class TooManyStates(Exception):  # noqa: N818 - it says what happened; the caller samples instead
    """The walk does not fit its budget of states."""


@dataclass(slots=True)
class Walked:
    """What the walk found; ``tops`` and ``marks`` hold one array a group of the graph.

    ``tops``: which choices each ranked policy takes, packed along the choices, shape (policies, n,
    bytes). ``marks``: on which edges which principles (bits) moved the balance, shape (n, choices);
    ``opening_marks``: those that moved before the first decision.
    """

    graph: Graph
    tops: list[NDArray[np.uint8]]
    marks: list[Marks]
    opening_marks: int
    stuck: tuple[Stuck, ...]


class Touches(Passbook):
    """A passbook that keeps no entries, only which principles (bits) moved the balance of which row."""

    def __init__(self, n: int) -> None:
        super().__init__(keeps=False)
        self.bits: Marks = np.zeros(n, dtype=np.uint16)

    def _note(self, states: States, posted: Posted) -> None:
        """Note the principle where something moved."""
        self.bits[states.rows[posted.moved != 0]] |= np.uint16(1 << PRINCIPLES.index(posted.principle))


class _Arrivals:
    """What arrives in one scene in one layer, and over which edges it came."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.pile = Pile()
        self.edges: list[tuple[int, Places, int]] = []

    def add(self, states: States, edge: tuple[int, Places, int]) -> None:
        """States (changed in place) that came over an edge: group, rows of the group, choice."""
        self.form.apply(states)
        self.pile.add(narrowed(states.cells[self.form.kept]))
        self.edges.append(edge)


class Walk:
    """One walk through a game; ``budget`` is the most states it may find."""

    def __init__(self, game: Game, budget: int, progress: Progress | None = None) -> None:
        self.game = game
        self.budget = budget
        self.progress = progress
        self._forms = Forms(game)
        self._groups: list[Group] = []
        self._tops: list[NDArray[np.uint8]] = []
        self._marks: list[Marks] = []
        self._outcomes: dict[tuple[int, ...], int] = {}
        self._states = 0
        self._stuck: dict[tuple[int, Why], tuple[int, int]] = {}

    def run(self) -> Walked:
        """Walk to the end; raises ``TooManyStates`` where the budget does not suffice."""
        passbook = Touches(1)
        part = play.start(self.game, passbook)
        arrived = {part.scene: _Arrivals(self._forms[part.scene])}
        arrived[part.scene].add(part.states, (-1, np.zeros(1, dtype=np.int64), -1))
        opening = int(passbook.bits[0])
        depth = 0
        while arrived:
            scene = min(arrived, key=self._forms.order.__getitem__)
            arrivals = arrived.pop(scene)
            if not self.game.scenario.scenes[scene].choices:
                opening |= self._end(scene, arrivals)
                continue
            cells = self._place(scene, arrivals)
            self._decide(self._groups[-1], cells, arrived)
            if self.progress is not None:
                depth = max(depth, 1 + int(self._groups[-1].depth.max()))
                self.progress(depth, self._states)
        return self._finished(opening)

    def _place(self, scene: int, arrivals: _Arrivals) -> Cells:
        """Number the distinct states that arrived and tie the edges to them."""
        cells, numbers = arrivals.pile.settle()
        first, n = self._states, cells.shape[1]
        self._states += n
        if self._states > self.budget:
            raise TooManyStates
        depth = np.zeros(n, dtype=np.int16)
        for (group, parents, choice), which in zip(arrivals.edges, numbers, strict=True):
            if group >= 0:
                self._groups[group].child[parents, choice] = first + which
                np.maximum.at(depth, which, self._groups[group].depth[parents] + np.int16(1))
        choices = len(self.game.scenario.scenes[scene].choices)
        self._groups.append(Group(scene, first, np.full((n, choices), NOWHERE, dtype=np.int32), depth))
        self._marks.append(np.zeros((n, choices), dtype=np.uint16))
        return cells

    def _decide(self, group: Group, cells: Cells, following: dict[int, _Arrivals]) -> None:
        """Every choice on offer in every state of a group, some states at a time."""
        form, taken = self._forms[group.scene], []
        for start in range(0, len(group), CHUNK):
            states = form.expand(widened(cells[:, start : start + CHUNK]))
            offered = play.offered(self.game, group.scene, states)
            taken.append(np.packbits(tops(self.game, group.scene, states, offered), axis=2))
            late: Mask = np.asarray(group.depth[start : start + CHUNK] >= MOST_DECISIONS)
            going: Mask = np.asarray(offered.any(axis=1))
            self._note(group, start, ~going, "no_choice")
            self._note(group, start, late & going, "too_long")
            offered[late] = False
            for choice in range(offered.shape[1]):
                some = np.flatnonzero(offered[:, choice])
                if len(some):
                    self._take(group, choice, states.take(some), start, following)
            # A pile merges when it is full; what it already holds counts towards the budget.
            if self._states + sum(len(arrivals.pile) for arrivals in following.values()) > self.budget:
                raise TooManyStates
        self._tops.append(np.concatenate(taken, axis=1))

    def _note(self, group: Group, start: int, where: Mask, why: Why) -> None:
        """Remember the first state of a scene from which there is no way on."""
        found = np.flatnonzero(where)
        if len(found):
            self._stuck.setdefault((group.scene, why), (group.first + start + int(found[0]), -1))

    def _take(
        self, group: Group, choice: int, states: States, start: int, following: dict[int, _Arrivals]
    ) -> None:
        number = len(self._groups) - 1
        passbook = Touches(int(states.rows[-1]) + 1)
        astray: list[Places] = []
        for part in play.step(self.game, group.scene, choice, states, passbook, astray):
            rows = part.states.rows
            self._marks[number][rows + start, choice] = passbook.bits[rows]
            if part.scene not in following:
                following[part.scene] = _Arrivals(self._forms[part.scene])
            following[part.scene].add(part.states, (number, rows + start, choice))
        for rows in astray:
            self._stuck.setdefault((group.scene, "no_goto"), (group.first + start + int(rows[0]), choice))

    def _end(self, scene: int, arrivals: _Arrivals) -> int:
        """Settle what came to an ending; gives what moved where there was no decision at all."""
        cells, numbers = arrivals.pile.settle()
        leaf: list[Places] = []
        bits: list[Marks] = []
        for start in range(0, cells.shape[1], CHUNK):
            states = arrivals.form.expand(widened(cells[:, start : start + CHUNK]))
            passbook = Touches(len(states))
            play.settle(self.game, scene, states, passbook)
            leaf.append(self._leaves(scene, states))
            bits.append(passbook.bits)
        leaves, marks = np.concatenate(leaf), np.concatenate(bits)
        for (group, parents, choice), which in zip(arrivals.edges, numbers, strict=True):
            if group < 0:
                return int(marks[0])
            # Outcomes are numbered after all states, whose number is not known yet: below NOWHERE.
            self._groups[group].child[parents, choice] = NOWHERE - 1 - leaves[which]
            self._marks[group][parents, choice] |= marks[which]
        return 0

    def _leaves(self, scene: int, states: States) -> Places:
        """Which outcome each settled state is, numbering those not met before."""
        table = outcomes(self.game, scene, states)
        rows, which = np.unique(table, axis=0, return_inverse=True)
        known = [self._outcomes.setdefault(tuple(row), len(self._outcomes)) for row in rows.tolist()]
        return np.array(known, dtype=np.int64)[which.reshape(-1)]

    def _finished(self, opening: int) -> Walked:
        for group in self._groups:
            ends = group.child < NOWHERE
            group.child[ends] = self._states + (NOWHERE - 1 - group.child[ends])
        found = np.array(list(self._outcomes), dtype=np.int64).reshape(-1, 5)
        graph = Graph(tuple(self._groups), Leaves.of(found))
        return Walked(graph, self._tops, self._marks, opening, self._witnesses(graph))

    def _witnesses(self, graph: Graph) -> tuple[Stuck, ...]:
        scenes = self.game.scenario.scenes
        found = []
        for (scene, why), (node, choice) in self._stuck.items():
            way = list(way_to(graph, node))
            way += [(scene, choice)] * (choice >= 0)
            path = tuple(scenes[at].choices[number].id for at, number in way)
            found.append(Stuck(scenes[scene].id, path, why))
        return tuple(found)


def outcomes(game: Game, scene: int, states: States) -> NDArray[np.int64]:
    """Of settled states: ending, trust, band, deal, value (0 without an offer), shape (n, 5)."""
    deal = game.scenario.scenes[scene].ending or "open"
    value = outcome.years(game, states, deal).value
    columns = np.zeros((len(states), 5), dtype=np.int64)
    columns[:, 0] = scene
    columns[:, 1] = outcome.trust(game, states)
    columns[:, 2] = outcome.band_index(game, states)
    columns[:, 3] = DEALS.index(deal)
    columns[:, 4] = 0 if value is None else value
    return columns
