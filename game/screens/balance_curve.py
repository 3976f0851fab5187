"""The curve of the balance: where its points are, which heights are marked, and what is ringed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from game.debrief.days import short_day
from game.screens.charts import Chart, Mark

if TYPE_CHECKING:
    from game.core.reveal import Reveal
    from game.debrief.scorecard import Row

_LATER_SHARE: Final = 0.09
"""Steps between two entries of the settlement, as a share of the steps before it: they stay to be seen."""


def number_told(number: int) -> str:
    """A number as it is printed, with a real minus."""
    return f"{number}".replace("-", "−")


def curve_points(reveal: "Reveal") -> tuple[tuple[float, float], ...]:
    """The opening, a point an entry, and the end: steps and balances.

    An entry is one step wide, whatever its day: hours of talk and quiet months could not share a scale.
    """
    before = reveal.settled_from
    step = max(1.0, before * _LATER_SHARE)
    points = [(0.0, float(reveal.opening_credit))]
    for index, entry in enumerate(reveal.entries):
        x = index + 1 if index < before else before + (index - before + 1) * step
        points.append((x, entry.balance))
    return (*points, (points[-1][0] + step, points[-1][1]))


def balance_curve(
    points: tuple[tuple[float, float], ...], thresholds: Sequence[int], settled_from: int, later: str
) -> Chart:
    """The curve with the least trust of each band as ticks, and the settlement as a time of its own."""
    ticks = tuple((float(height), number_told(height)) for height in thresholds)
    return Chart(points, ticks, later_from=float(settled_from), later_label=later)


def loss_mark(rows: "Sequence[Row]", points: Sequence[tuple[float, float]]) -> tuple[Mark, ...]:
    """The ring around the first of the largest losses, if anything was ever lost."""
    losses = [(row.withdrawal or 0, -index) for index, row in enumerate(rows)]
    most, index = max(losses, default=(0, 0))
    return (mark_of(rows[-index], points[-index]),) if most else ()


def mark_of(row: "Row", point: tuple[float, float]) -> Mark:
    """The ring around the point of one row, in the colour of a loss where it was one."""
    return Mark(point, f"{short_day(row.date)}  {row.text}", alarming=row.withdrawal is not None)
