"""What the pages count of a class, counted once: so many thousands are drawn as fast as ten."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING, Final

from game.core.scenario import Band, Deal
from game.screens.class_room.heat import Heat, heat_of

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure, DecisionFigure, Seat

MOST_LINES: Final = 120
"""Curves drawn one by one at most: more would be a blot, and the middle half tells it better."""

MOST_MARKS: Final = 2_000
"""Different places of a scatter at most; where there are more, near ones are taken together."""

MOST_ASKED: Final = 400
"""Meetings of a branch whose balances make its median: evenly picked where there are more."""

_GRID: Final = 80
"""Columns and rows in which places are taken together."""

Mark = tuple[float, float, Deal]
"""Trust, value and deal of meetings that lie on each other."""


class Tally:
    """The counts of one figure. They may be made by another thread before anything is drawn (``fill``)."""

    def __init__(self, figure: "ClassFigure") -> None:
        self.figure = figure
        self._branches: dict[tuple[str, str], list[float]] = {}

    def fill(self) -> None:
        """Count everything now."""
        for name, part in vars(type(self)).items():
            if isinstance(part, cached_property):
                getattr(self, name)
        for decision in self.figure.decisions:
            for taken in decision.choices:
                self.branch(decision, taken.choice)

    @cached_property
    def names(self) -> dict[int, str]:
        """Names by number."""
        return {seat.number: seat.name for seat in self.figure.seats}

    @cached_property
    def seats(self) -> "dict[int, Seat]":
        """Seats by number."""
        return {seat.number: seat for seat in self.figure.seats}

    @cached_property
    def bands(self) -> Counter[Band]:
        """How many ended in each band."""
        return Counter(seat.band for seat in self.figure.seats)

    @cached_property
    def deals(self) -> Counter[Deal]:
        """How each deal ended."""
        return Counter(seat.deal for seat in self.figure.seats)

    @cached_property
    def priced(self) -> bool:
        """Whether there is a value of three years at all."""
        return any(seat.value is not None for seat in self.figure.seats)

    @cached_property
    def share(self) -> int | None:
        """The median share of the trust that could be reached, whole percent; None without an analysis."""
        shares = [seat.share for seat in self.figure.seats if seat.share is not None]
        return round(median(shares)) if shares else None

    @cached_property
    def marks(self) -> tuple[tuple[Mark, int], ...]:
        """Places of the scatter, each with how many lie on it, the most first."""
        counts = Counter[Mark]((seat.trust, seat.value or 0, seat.deal) for seat in self.figure.seats)
        if len(counts) > MOST_MARKS:
            counts = self._near(counts)
        return tuple(counts.most_common())

    @staticmethod
    def _near(counts: Counter[Mark]) -> Counter[Mark]:
        wide = max(trust for trust, _, _ in counts) - min(trust for trust, _, _ in counts)
        steps = max(1.0, wide / _GRID), max(1.0, max(value for _, value, _ in counts) / _GRID)
        near: Counter[Mark] = Counter()
        for (trust, value, deal), count in counts.items():
            near[round(trust / steps[0]) * steps[0], round(value / steps[1]) * steps[1], deal] += count
        return near

    @cached_property
    def curves(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Different curves, evenly picked where there are too many."""
        found = [curve for curve in dict.fromkeys(seat.curve for seat in self.figure.seats) if len(curve) > 1]
        return tuple(found[:: max(1, -(-len(found) // MOST_LINES))])

    @cached_property
    def levels(self) -> tuple[int, int]:
        """The lowest and the highest balance of the curves that are drawn, and of the middle half."""
        outline = self.figure.outline
        drawn = [level for curve in self.curves for _, level in curve]
        found = [*drawn, *map(round, outline.low), *map(round, outline.high), 0]
        return min(found), max(found)

    @cached_property
    def predicted(self) -> Counter[tuple[Band, Band]]:
        """How many predicted which band and ended in which."""
        return Counter(
            (seat.predicted, seat.band) for seat in self.figure.seats if seat.predicted is not None
        )

    @cached_property
    def resolves(self) -> tuple[str, ...]:
        """All resolves, each once, in the order of their letters: in that of the seats they had an owner."""
        return tuple(sorted({seat.resolve.strip() for seat in self.figure.seats} - {""}))

    @cached_property
    def heat(self) -> Heat:
        """Principles × meetings."""
        return heat_of(self.figure)

    def branch(self, decision: "DecisionFigure", choice: str) -> list[float]:
        """The median balance, on each day of the outline, of those who took a choice of a decision."""
        key = (decision.scene, choice)
        if key not in self._branches:
            numbers = next(taken.seats for taken in decision.choices if taken.choice == choice)
            step = max(1, -(-len(numbers) // MOST_ASKED))
            asked = [self.seats[number] for number in numbers[::step] if number in self.seats]
            self._branches[key] = _medians(asked, self.figure.outline.days)
        return self._branches[key]


def _medians(seats: "Sequence[Seat]", days: Sequence[int]) -> list[float]:
    rows = [_balances(seat, days) for seat in seats]
    return [float(median(column)) for column in zip(*rows, strict=True)] if rows else [0.0] * len(days)


def _balances(seat: "Seat", days: Sequence[int]) -> list[int]:
    """The balance on each day: what it was when it last moved."""
    found, at, level = [], 0, seat.curve[0][1] if seat.curve else 0
    for day in days:
        while at < len(seat.curve) and seat.curve[at][0] <= day:
            level = seat.curve[at][1]
            at += 1
        found.append(level)
    return found
