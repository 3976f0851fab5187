"""The curve of a review: the balance, the best trust still in reach behind it, one changed answer dashed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.debrief.review.line import Points, beside, curve_points, place_of, reach_points
from game.screens.balance_curve import balance_curve
from game.screens.charts import Chart, Mark

if TYPE_CHECKING:
    from game.core.reveal import Reveal
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


def other_time(review: "Review", other: "Reveal") -> Points:
    """The curve of another play of the same scenario, from where the two parted."""
    here = review.reveal
    same = 0
    for one, two in zip(here.path, other.path, strict=False):
        if one != two:
            break
        same += 1
    booked = review.steps[same].booked if same < len(review.steps) else here.settled_from
    return beside(curve_points(here), here.settled_from, other, booked)
