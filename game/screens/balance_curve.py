"""The curve of the balance: where its points are, which heights are marked, and what is ringed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.screens.charts import Chart, Mark

if TYPE_CHECKING:
    from game.debrief.scorecard import Row


def number_told(number: int) -> str:
    """A number as it is printed, with a real minus."""
    return f"{number}".replace("-", "−")


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
    return Mark(point, f"{row.day}  {row.text}", alarming=row.withdrawal is not None)
