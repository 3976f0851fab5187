"""The curve of a review as a picture for a page: the balance, what was still in reach, one answer changed."""

from collections.abc import Sequence
from html import escape
from math import hypot
from typing import Final

from game.core.game import Game
from game.debrief.numbers_told import with_minus
from game.debrief.review.line import Points, beside, curve_points, place_of, reach_points
from game.debrief.review.review import Review
from game.format.words import Words

_SIZE: Final = (720.0, 220.0)
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 14.0, 16.0, 26.0
_APART: Final = 21.0

INK: Final = "#24211d"
SOFT: Final = "#6b6458"
RULE: Final = "#d8ccb2"
FAINT: Final = "#a79c86"
INDIGO: Final = "#24415f"


def curve_svg(game: Game, review: Review, words: Words) -> str:
    """The picture; it names itself, so that it can be read without being seen."""
    points = curve_points(review.reveal)
    faint = reach_points(review, points)
    chosen = next(
        (each for each in review.moments if each.other is not None and "gain" not in each.kinds), None
    )
    chosen = chosen or next((each for each in review.moments if each.other is not None), None)
    other: Points = ()
    if chosen is not None and chosen.other is not None:
        booked = review.steps[chosen.position].booked
        other = beside(points, review.reveal.settled_from, chosen.other.what_if.reveal, booked)
    frame = _Frame([*points, *faint, *other], game.book.bands.thresholds())
    parts = [frame.ticks(), frame.later(review.reveal.settled_from)]
    parts.append(frame.line(faint, FAINT, 1.6))
    parts.append(frame.line(other, SOFT, 1.6, dashes="6 4"))
    parts.append(frame.line(points, INK, 2.6))
    for number, moment in enumerate(review.moments, start=1):
        parts.append(frame.disc(place_of(review, points, moment), number))
    key = [(words("Balance"), INK, "")]
    if faint:
        key.append((words("Best trust still in reach"), FAINT, ""))
    if other:
        key.append((words("With one other answer"), SOFT, "6 4"))
    parts.append(frame.key(key))
    width, height = _SIZE
    name = escape(words("The balance over the meeting, and the best trust still in reach"))
    return (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="{name}">'
        + "".join(parts)
        + "</svg>"
    )


class _Frame:
    def __init__(self, points: Sequence[tuple[float, float]], thresholds: Sequence[int]) -> None:
        heights = [y for _, y in points] + [float(each) for each in thresholds]
        self._thresholds = thresholds
        self._end = max((x for x, _ in points), default=1.0) or 1.0
        self._low, self._high = min(heights), max(heights)
        self._discs: list[tuple[float, float]] = []

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        width, height = _SIZE[0] - _LEFT - _RIGHT, _SIZE[1] - _TOP - _BOTTOM
        share = (point[1] - self._low) / max(self._high - self._low, 1e-9)
        return _LEFT + point[0] / self._end * width, _TOP + height * (1 - share)

    def line(self, points: Points, colour: str, width: float, dashes: str = "") -> str:
        if not points:
            return ""
        there = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(self.at, points))
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        return (
            f'<polyline points="{there}" fill="none" stroke="{colour}" stroke-width="{width}" '
            f'stroke-linejoin="round"{dashed}/>'
        )

    def ticks(self) -> str:
        found = []
        for each in self._thresholds:
            y = self.at((0, each))[1]
            found.append(
                f'<path d="M{_LEFT} {y:.1f}H{_SIZE[0] - _RIGHT}" stroke="{RULE}" stroke-width="1"/>'
                f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" font-size="12" fill="{SOFT}">'
                f"{with_minus(str(each))}</text>"
            )
        return "".join(found)

    def later(self, settled_from: int) -> str:
        x = self.at((settled_from, 0))[0]
        return (
            f'<rect x="{x:.1f}" y="{_TOP - 8}" width="{_SIZE[0] - _RIGHT - x:.1f}" '
            f'height="{_SIZE[1] - _TOP - _BOTTOM + 12:.1f}" fill="{RULE}" fill-opacity="0.35"/>'
        )

    def disc(self, point: tuple[float, float], number: int) -> str:
        """A numbered disc; where it would touch an earlier one, it goes higher."""
        x, y = self.at(point)
        while any(hypot(x - u, y - v) < _APART for u, v in self._discs):
            y -= 4
        self._discs.append((x, y))
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="{INDIGO}" stroke="#fff" stroke-width="1.5"/>'
            f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" font-size="12" font-weight="700" '
            f'fill="#fff">{number}</text>'
        )

    def key(self, rows: Sequence[tuple[str, str, str]]) -> str:
        found, x, y = [], _LEFT, _SIZE[1] - 8
        for label, colour, dashes in rows:
            dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
            found.append(
                f'<path d="M{x:.0f} {y - 4:.0f}h24" stroke="{colour}" stroke-width="2.4"{dashed}/>'
                f'<text x="{x + 30:.0f}" y="{y:.0f}" font-size="12" fill="{SOFT}">{escape(label)}</text>'
            )
            x += 60 + sum(12.0 if ord(sign) > 0x2E7F else 6.6 for sign in label)  # noqa: PLR2004 - where wide signs begin
        return "".join(found)
