"""The passbooks of many playthroughs kept as numbers: curves, points by principle, and no sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.passbook import Passbook, Posted
from game.core.principles import PRINCIPLES, Principle
from game.core.states import Ints, States

NUMBER_OF: Final[Mapping[Principle, int]] = {name: at for at, name in enumerate(PRINCIPLES)}

Places = NDArray[np.int64]
Small = NDArray[np.int16]


class Ledger(Passbook):
    """A passbook for ``n`` playthroughs that adds up instead of remembering why.

    ``points`` (n, principles): what each principle moved. ``moved``: by (scene id, choice id), how many
    points of each principle that choice moved in all playthroughs, without sign.
    """

    def __init__(self, n: int) -> None:
        super().__init__(keeps=False)
        self.points: NDArray[np.int32] = np.zeros((n, len(PRINCIPLES)), dtype=np.int32)
        self.moved: dict[tuple[str, str], NDArray[np.int64]] = {}
        self._booked: list[tuple[Places, Ints, Small]] = []

    def _note(self, states: States, posted: Posted) -> None:
        """Note day, balance and principle."""
        at = np.flatnonzero(posted.where)
        if not len(at):
            return
        rows, moved, number = states.rows[at], posted.moved[at], NUMBER_OF[posted.principle]
        self._booked.append((rows, states["day"][at], states["credit"][at].astype(np.int16)))
        # No playthrough stands twice in a batch, so this adds each amount once.
        self.points[rows, number] += moved
        if posted.choice is not None:
            nothing = np.zeros(len(PRINCIPLES), dtype=np.int64)
            whole = self.moved.setdefault((posted.scene, posted.choice), nothing)
            whole[number] += int(np.abs(moved).sum())

    def curves(self) -> "Curves":
        """The balance after every entry so far."""
        if not self._booked:
            return Curves(
                np.zeros(len(self.points) + 1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int16)
            )
        rows, days, balances = (np.concatenate(column) for column in zip(*self._booked, strict=True))
        order = rows.argsort(kind="stable")
        ends = np.searchsorted(rows[order], np.arange(len(self.points) + 1))
        return Curves(ends, days[order], balances[order])


@dataclass(frozen=True, slots=True)
class Curves:
    """The entries of many passbooks, one passbook after the other, each in the order it was booked.

    Those of row i are ``ends[i]`` to ``ends[i + 1]`` (not included) of ``days`` and ``balances``.
    """

    ends: Places
    days: Ints
    balances: Small
