"""Whole numbers of any size, many at once: the paths of a scenario exceed 64 bits.

A number is a column of 32-bit digits, lowest first, held in 64-bit words, so that four thousand
million of them can be added before a carry is due.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Digits = NDArray[np.uint64]
"""Numbers, shape (digits, n)."""

BITS: Final = 32
_MASK: Final = np.uint64(2**BITS - 1)
_SHIFT: Final = np.uint64(BITS)


def zeros(most: int, n: int) -> Digits:
    """``n`` zeros with room for numbers up to ``most``."""
    return np.zeros((most.bit_length() // BITS + 1, n), dtype=np.uint64)


def carry(numbers: Digits) -> None:
    """Bring every digit below 2^32 again, in place (before the numbers are added to others)."""
    for place in range(len(numbers) - 1):
        numbers[place + 1] += numbers[place] >> _SHIFT
        numbers[place] &= _MASK


def add_at(numbers: Digits, where: NDArray[np.integer], what: Digits) -> None:
    """Add ``what[:, i]`` to the number at ``where[i]``, in place; places may repeat."""
    for digit, added in zip(numbers, what, strict=True):
        np.add.at(digit, where, added)


def total(numbers: Digits) -> int:
    """The sum of all these numbers, as a Python integer (fewer than 2^32 of them)."""
    whole = 0
    for place, digit in enumerate(numbers):
        # In halves, because the sum of whole words might not fit into one.
        halves = int((digit & _MASK).sum()) + (int((digit >> _SHIFT).sum()) << BITS)
        whole += halves << (BITS * place)
    return whole
