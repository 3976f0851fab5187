"""Principles × meetings as numbers: what the credit of each came from, in columns of neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from game.core.principles import Principle
from game.core.scenario import BANDS

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure, Seat

MOST_COLUMNS: Final = 120
"""Columns at the most: narrower ones could not be told apart from the back row."""

_STRONG: Final = 0.97
"""Of all cells, how many are no stronger than what is drawn in full colour: one does not pale the rest."""


@dataclass(frozen=True, slots=True)
class Row:
    """One principle: mean points of each column, and of all meetings."""

    principle: Principle
    cells: tuple[float, ...]
    mean: float


@dataclass(frozen=True, slots=True)
class Heat:
    """The rows; ``strong`` (≥ 1) are the points drawn in full colour. ``alone``: each column is one meeting.

    ``apart`` is the principle in which the upper and the lower half of the class differ most.
    """

    rows: tuple[Row, ...]
    strong: float
    alone: bool
    apart: Principle | None


def heat_of(figure: "ClassFigure") -> Heat:
    """The heat of a class, the meetings with the least trust first."""
    seats = sorted(figure.seats, key=lambda seat: (BANDS.index(seat.band), seat.trust))
    groups, half = _groups(seats), len(seats) // 2
    rows = tuple(
        Row(each, tuple(_mean(group, each) for group in groups), _mean(seats, each))
        for each in figure.principles
    )
    cells = sorted(abs(cell) for row in rows for cell in row.cells) or [0.0]

    def gap(principle: Principle) -> float:
        return _mean(seats[-half:], principle) - _mean(seats[:half], principle)

    ranked: list[Principle] = sorted(figure.principles, key=gap, reverse=True)
    apart = ranked[0] if half and ranked else None
    return Heat(rows, max(1.0, cells[int(_STRONG * (len(cells) - 1))]), len(groups) == len(seats), apart)


def _mean(seats: "Sequence[Seat]", principle: Principle) -> float:
    return sum(seat.principles.get(principle, 0) for seat in seats) / max(1, len(seats))


def _groups(seats: "Sequence[Seat]") -> "list[Sequence[Seat]]":
    """Neighbours together, so that there are not too many columns."""
    columns = min(MOST_COLUMNS, len(seats))
    edges = [round(at * len(seats) / max(1, columns)) for at in range(columns + 1)]
    return [seats[begin:end] for begin, end in pairwise(edges)]
