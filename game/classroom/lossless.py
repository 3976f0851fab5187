"""Which choices lose nothing, by the exact analysis, in the very states a class came to."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from game.analysis.graph import NOWHERE, ROOT, Graph, Reachable
from game.analysis.result import Analysis
from game.classroom.cohorts import Cohort
from game.classroom.replays import Visit
from game.core.game import Game
from game.core.states import Mask

Count = NDArray[np.int64]


def lossless(cohort: Cohort, counts: Mask, analyses: Mapping[Game, Analysis]) -> dict[int, Count]:
    """For each scene that was come to: in how many first visits of those who count each choice loses nothing.

    Only those whose game has an exact analysis are looked at.
    """
    found: dict[int, Count] = {}
    for number, game in enumerate(cohort.games):
        analysis = analyses.get(game)
        if analysis is None or analysis.graph is None or analysis.reach is None:
            continue
        mine = cohort.which == number
        walk = _Walk(analysis.graph, analysis.reach, len(cohort.replays))
        for visit in cohort.replays.visits:
            kept = walk.on(visit, mine, counts)
            known = found.setdefault(visit.scene, np.zeros(kept.shape, dtype=np.int64))
            known += kept
    return found


class _Walk:
    """All playthroughs of one game followed through the merged story, scene by scene."""

    def __init__(self, graph: Graph, reach: Reachable, n: int) -> None:
        self._groups = graph.groups
        self._firsts = np.array([group.first for group in graph.groups])
        self._best = reach.best
        self._at = np.full(n, ROOT, dtype=np.int64)

    def on(self, visit: Visit, mine: Mask, counts: Mask) -> Count:
        """Take one visit's step; for each choice, in how many first visits it loses nothing."""
        kept = np.zeros(visit.offered.shape[1], dtype=np.int64)
        here = np.flatnonzero(mine[visit.rows])
        rows = visit.rows[here]
        groups = np.searchsorted(self._firsts, self._at[rows], side="right") - 1
        for number in np.unique(groups):
            some = here[groups == number]
            kept += self._in_group(int(number), visit, some, counts)
        return kept

    def _in_group(self, number: int, visit: Visit, some: NDArray[np.int64], counts: Mask) -> Count:
        group, rows, picked = self._groups[number], visit.rows[some], visit.picked[some]
        places = self._at[rows]
        child = group.child[places - group.first]
        equal = (child != NOWHERE) & (self._best[child] == self._best[places][:, None])
        going = picked >= 0
        self._at[rows[going]] = child[going, picked[going]]
        looked: NDArray[np.bool_] = visit.first[some] & counts[rows]
        whole: Count = equal[looked].sum(axis=0, dtype=np.int64)
        return whole
