"""The batch of account states: integers only, one row a playthrough.

So they are exact, equal on every machine and can be compared and merged. ``Layout`` says which fields
the states of one scenario have; ``States`` holds them column by column.
"""

import numpy as np
from numpy.typing import NDArray

from game.core.layout import (
    BROKEN,
    CLARIFIED,
    CONCEDED,
    CORRECTED,
    DEFLECTED,
    ENDED,
    EXPOSED,
    FORMAL,
    GRANTED,
    HEARD,
    HELD,
    KEPT,
    KEPT_LATE,
    NEVER_HELPED,
    NONE,
    OPEN,
    OWNED,
    RECOVERED,
    REFUSED,
    SCALARS,
    SURFACED,
    Ints,
    Layout,
    Mask,
    conditions_of,
    moves_of,
    parts_of,
    proposal_column,
)

__all__ = [
    "BROKEN",
    "CLARIFIED",
    "CONCEDED",
    "CORRECTED",
    "DEFLECTED",
    "ENDED",
    "EXPOSED",
    "FORMAL",
    "GRANTED",
    "HEARD",
    "HELD",
    "KEPT",
    "KEPT_LATE",
    "NEVER_HELPED",
    "NONE",
    "OPEN",
    "OWNED",
    "RECOVERED",
    "REFUSED",
    "SCALARS",
    "SURFACED",
    "Ints",
    "Layout",
    "Mask",
    "States",
    "conditions_of",
    "moves_of",
    "parts_of",
    "proposal_column",
]


class States:
    """A batch of states: ``cells`` has shape (columns, n), int32.

    ``rows`` (n,) says which row of the whole batch each one is, so that passbook entries find their
    owner after the batch has parted.
    """

    __slots__ = ("cells", "layout", "rows")

    def __init__(self, layout: Layout, cells: Ints, rows: NDArray[np.int64]) -> None:
        self.layout = layout
        self.cells = cells
        self.rows = rows

    @classmethod
    def opening(cls, layout: Layout, n: int = 1) -> "States":
        """``n`` playthroughs at the opening of the scenario, before its first scene."""
        return cls(layout, np.repeat(layout.empty[:, None], n, axis=1), np.arange(n, dtype=np.int64))

    def __len__(self) -> int:
        return int(self.cells.shape[1])

    def __getitem__(self, name: str) -> Ints:
        """A column, shape (n,), as a view: writing into it changes the states."""
        column: Ints = self.cells[self.layout.columns[name]]
        return column

    def __setitem__(self, name: str, values: Ints | int) -> None:
        self.cells[self.layout.columns[name]] = values

    def put(self, name: str, where: Mask, values: Ints | int) -> None:
        """Set a column in the rows of ``where`` only (``values``: a number or shape (n,))."""
        np.copyto(self.cells[self.layout.columns[name]], values, where=where, casting="same_kind")

    def everywhere(self) -> Mask:
        """A mask that means every row."""
        return np.ones(len(self), dtype=np.bool_)

    def take(self, which: Mask | NDArray[np.int64]) -> "States":
        """A copy of some rows, by mask or by position."""
        picked = np.flatnonzero(which) if which.dtype == np.bool_ else which
        return States(self.layout, self.cells.take(picked, axis=1), self.rows.take(picked))

    def copy(self) -> "States":
        """A copy that can be changed without changing this one."""
        return States(self.layout, self.cells.copy(), self.rows.copy())

    @classmethod
    def joined(cls, parts: list["States"]) -> "States":
        """Several batches of one layout as one, in the order given; at least one is needed."""
        if len(parts) == 1:
            return parts[0]
        cells = np.concatenate([part.cells for part in parts], axis=1)
        return cls(parts[0].layout, cells, np.concatenate([part.rows for part in parts]))
