"""Equal states become one, exactly: rows are compared in full, never by a hash alone.

A state is a column of small integers. Column by column the values are numbered, the numbers packed
into one 64-bit word as long as they fit, and the word itself renumbered when it is full: so two states
get the same number if and only if all their cells are equal.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.states import Ints
from game.core.times import FAR

Cells = NDArray[np.int16] | NDArray[np.int32]
"""States, one a column, shape (kept columns, n)."""

Places = NDArray[np.int64]

WIDEST: Final = 2**62
DENSE: Final = 8
"""A table of up to so many places a state is quicker than sorting."""

FEW: Final = 256
"""A column of so few different values is numbered by its values as they are."""

ROOM: Final = 400_000
"""So many states may wait to be merged."""

EDGE: Final = 32_767
"""Stands for ``FAR`` in 16 bits, its negative for ``-FAR``."""


def narrowed(cells: Ints) -> Cells:
    """The same cells in half the memory where they allow it, shape kept; ``widened`` undoes it."""
    far, never = cells == FAR, cells == -FAR
    plain = np.where(far | never, 0, cells)
    if plain.size and (plain.max() >= EDGE or plain.min() <= -EDGE):
        return cells
    plain[far] = EDGE
    plain[never] = -EDGE
    return plain.astype(np.int16)


def widened(cells: Cells) -> Ints:
    """The cells ``narrowed`` was given."""
    whole = cells.astype(np.int32)
    if cells.dtype == np.int16:
        whole[cells == EDGE] = FAR
        whole[cells == -EDGE] = -FAR
    return whole


def merged(cells: Cells) -> tuple[Cells, Places]:
    """The distinct states, shape (columns, u), and for each given one which of them it is, shape (n,)."""
    n = cells.shape[1]
    words = np.zeros(n, dtype=np.int64)
    size = 1
    for column in cells:
        codes, count = _coded(column)
        if count == 1:
            continue
        if size > WIDEST // count:
            words, size = _numbered(words, size)
        words = words * count + codes
        size *= count
    numbers, count = _numbered(words, size)
    first = np.empty(count, dtype=np.int64)
    # Of several writes to one place the last stays; backwards, that is the first of each.
    first[numbers[::-1]] = np.arange(n - 1, -1, -1)
    return cells[:, first], numbers


def _coded(column: NDArray[np.int16] | NDArray[np.int32]) -> tuple[Places | Ints, int]:
    """The values of one column as numbers from 0, and how many numbers there are."""
    low, high = int(column.min()), int(column.max())
    if high - low < FEW:
        return (column - column.dtype.type(low)).astype(np.int64), high - low + 1
    if column.dtype == np.int16:
        spots = column.astype(np.int64) - low
        return _numbered(spots, high - low + 1)
    values, numbers = np.unique(column, return_inverse=True)
    return numbers.astype(np.int64), len(values)


def _numbered(words: Places, size: int) -> tuple[Places, int]:
    """Words below ``size`` numbered from 0 in rising order without gaps, and how many there are."""
    if size <= DENSE * len(words) or size <= 2**16:
        used = np.zeros(size, dtype=np.bool_)
        used[words] = True
        table = np.cumsum(used, dtype=np.int64) - 1
        return table[words], int(table[-1]) + 1
    values, numbers = np.unique(words, return_inverse=True)
    return numbers.astype(np.int64), len(values)


class Pile:
    """States arriving in one scene, merged as they come in, so that equal ones need no room.

    ``add`` takes a batch; ``settle`` gives the distinct states and for every batch added, in order,
    which of them each of its states is.
    """

    def __init__(self) -> None:
        self._known: Cells | None = None
        self._fresh: list[Cells] = []
        self._numbers: list[Places] = []
        self._pending = 0

    def add(self, cells: Cells) -> None:
        """One batch more, shape (columns, n)."""
        self._fresh.append(cells)
        self._pending += cells.shape[1]
        if self._pending > max(ROOM, 2 * len(self)):
            self.settle()

    def __len__(self) -> int:
        """How many distinct states were known when last merged."""
        return 0 if self._known is None else self._known.shape[1]

    def settle(self) -> tuple[Cells, list[Places]]:
        """Merge everything that has come so far."""
        parts = [] if self._known is None else [self._known]
        known = len(self)
        self._known, numbers = merged(np.concatenate([*parts, *self._fresh], axis=1))
        self._numbers = [numbers[each] for each in self._numbers]
        at = known
        for cells in self._fresh:
            self._numbers.append(numbers[at : at + cells.shape[1]])
            at += cells.shape[1]
        self._fresh, self._pending = [], 0
        return self._known, self._numbers
