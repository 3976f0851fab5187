"""The curves of a whole class as one: median and middle half of the balance, day by day."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.classroom.cohorts import Cohort
from game.classroom.figures import Outline
from game.core.states import Ints, Mask

QUARTILES: Final = (25, 50, 75)
NOBODY: Final = Outline((), (), (), ())


def outline(cohorts: Sequence[Cohort], counts: Sequence[Mask]) -> Outline:
    """On every day on which a balance moved: the quartiles of all balances at the end of that day."""
    booked = [_entries(cohort, mask) for cohort, mask in zip(cohorts, counts, strict=True)]
    days = np.unique(np.concatenate([np.zeros(1, np.int32), *(days for _, days, _ in booked)]))
    tables = [
        _by_day(_openings(cohort, mask), entries, days)
        for cohort, mask, entries in zip(cohorts, counts, booked, strict=True)
    ]
    table = np.concatenate(tables)
    if not len(table):
        return NOBODY
    low, median, high = np.percentile(table, QUARTILES, axis=0)
    return Outline(tuple(days.tolist()), tuple(low.tolist()), tuple(median.tolist()), tuple(high.tolist()))


_Entries = tuple[NDArray[np.int64], Ints, NDArray[np.int16]]


def _entries(cohort: Cohort, counts: Mask) -> _Entries:
    """Of those who count (numbered from 0): whose, on which day, and the balance after it."""
    curves = cohort.replays.curves
    rows = np.repeat(np.arange(len(counts)), np.diff(curves.ends))
    kept = counts[rows]
    return (counts.cumsum() - 1)[rows[kept]], curves.days[kept], curves.balances[kept]


def _openings(cohort: Cohort, counts: Mask) -> NDArray[np.int16]:
    opening = np.array([game.layout.opening.credit for game in cohort.games], dtype=np.int16)
    return opening[cohort.which[counts]]


def _by_day(openings: NDArray[np.int16], entries: _Entries, days: Ints) -> NDArray[np.int16]:
    """The balance of each at the end of each day, shape (n, days)."""
    rows, when, balances = entries
    # Which entry was the last one by each day. They stand in order, so the last one written stays.
    last = np.zeros((len(openings), len(days)), dtype=np.int32)
    last[rows, np.searchsorted(days, when)] = 1 + np.arange(len(rows), dtype=np.int32)
    np.maximum.accumulate(last, axis=1, out=last)
    after = np.concatenate([np.zeros(1, np.int16), balances])[last]
    return np.where(last == 0, openings[:, None], after)
