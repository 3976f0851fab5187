"""The curve of a review: the balance, the best trust still in reach behind it, one changed answer dashed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.debrief.review.line import Points, beside, curve_points, place_of, reach_points
from game.screens.balance_curve import balance_curve
from game.screens.charts import Chart, Mark

if TYPE_CHECKING:
    from game.debrief.review.moments import Moment
    from game.debrief.review.review import Review


def review_chart(
    review: "Review", thresholds: Sequence[int], later: str, chosen: "Moment | None" = None
) -> Chart:
    """The chart of a review; where a moment is chosen its ring is marked and its other choice is dashed."""
    reveal = review.reveal
    points = curve_points(reveal)
    chart = balance_curve(points, thresholds, reveal.settled_from, later)
    marks = tuple(
        Mark(place_of(review, points, each), "", alarming=each is chosen, number=number)
        for number, each in enumerate(review.moments, start=1)
    )
    faint = reach_points(review, points)
    other: Points = ()
    if chosen is not None and chosen.other is not None:
        booked = review.steps[chosen.position].booked
        other = beside(points, reveal.settled_from, chosen.other.what_if.reveal, booked)
    return replace(chart, marks=marks, faint=faint, other=other)
