"""The curve of a review: the balance, the best trust still in reach behind it, one changed answer dashed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.balance_curve import balance_curve, curve_points
from game.screens.charts import Chart, Mark

if TYPE_CHECKING:
    from game.core.reveal import Reveal
    from game.debrief.review.moments import Moment
    from game.debrief.review.review import Review

Points = tuple[tuple[float, float], ...]


def review_chart(
    review: "Review", thresholds: Sequence[int], later: str, chosen: "Moment | None" = None
) -> Chart:
    """The chart of a review; where a moment is chosen its ring is marked and its other choice is dashed."""
    reveal = review.reveal
    points = curve_points(reveal)
    chart = balance_curve(points, thresholds, reveal.settled_from, later)
    marks = tuple(
        Mark(_place(review, points, each), "", alarming=each is chosen, number=number)
        for number, each in enumerate(review.moments, start=1)
    )
    faint = tuple((float(each.booked), float(each.trust)) for each in review.reachable)
    if faint:
        faint = (*faint, (points[-1][0], float(reveal.outcome.trust)))
    other: Points = ()
    if chosen is not None and chosen.other is not None:
        booked = review.steps[chosen.position].booked
        other = beside(points, reveal.settled_from, chosen.other.what_if.reveal, booked)
    return replace(chart, marks=marks, faint=faint, other=other)


def beside(points: Points, settled_from: int, other: "Reveal", booked: int) -> Points:
    """The curve of another way through the same meeting, from the entry at which the two part.

    It may have more entries or fewer: it is stretched so that both settlements begin and end together.
    ``booked``: how many entries they share.
    """
    theirs = curve_points(other)
    here, there = settled_from - booked, other.settled_from - booked
    width, length = points[-1][0] - settled_from, theirs[-1][0] - other.settled_from
    found = []
    for at, (x, y) in enumerate(theirs):
        if at < booked:
            continue
        if x <= other.settled_from:
            place = booked + (x - booked) * (here / there if there else 0.0)
        else:
            place = settled_from + (x - other.settled_from) * (width / length if length else 0.0)
        found.append((place, y))
    return tuple(found)


def _place(review: "Review", points: Points, moment: "Moment") -> tuple[float, float]:
    """The point of the curve after what the choice did at once, or before it where it did nothing at once."""
    step, reveal = review.steps[moment.position], review.reveal
    following = review.steps[moment.position + 1 :]
    end = following[0].booked if following else reveal.settled_from
    own = [at for at in range(step.booked, end) if reveal.entries[at].choice == step.choice.id]
    return points[own[-1] + 1] if own else points[step.booked]
