"""The line of a balance: a step an entry, and another way through the same meeting beside it."""

from typing import TYPE_CHECKING, Final, TypeAlias

from game.core.reveal import Reveal

if TYPE_CHECKING:
    from game.debrief.review.moments import Moment
    from game.debrief.review.review import Review

Points: TypeAlias = tuple[tuple[float, float], ...]
"""Steps and balances."""

_LATER_SHARE: Final = 0.09
"""Steps between two entries of the settlement, as a share of the steps before it: they stay to be seen."""


def curve_points(reveal: Reveal) -> Points:
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


def reach_points(review: "Review", points: Points) -> Points:
    """The best trust still in reach, on the steps of the curve of the balance; () where it is not known."""
    faint = tuple((float(each.booked), float(each.trust)) for each in review.reachable)
    return (*faint, (points[-1][0], float(review.reveal.outcome.trust))) if faint else ()


def beside(points: Points, settled_from: int, other: Reveal, booked: int) -> Points:
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


def place_of(review: "Review", points: Points, moment: "Moment") -> tuple[float, float]:
    """The point of the curve after what the choice did at once, or before it where it did nothing at once."""
    step, reveal = review.steps[moment.position], review.reveal
    following = review.steps[moment.position + 1 :]
    end = following[0].booked if following else reveal.settled_from
    own = [at for at in range(step.booked, end) if reveal.entries[at].choice == step.choice.id]
    return points[own[-1] + 1] if own else points[step.booked]
