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

WIDE: Final = (720.0, 220.0)
NARROW: Final = (300.0, 250.0)
"""Sizes of the picture: for paper and a desk, and for a telephone, where it keeps about its own size."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 14.0, 16.0, 26.0
_APART: Final = 21.0
_CIRCLED: Final = ord("①") - 1
_ROW: Final = 18.0
"""From one row of the key to the next."""

INK: Final = "#24211d"
SOFT: Final = "#6b6458"
RULE: Final = "#d8ccb2"
FAINT: Final = "#a79c86"
INDIGO: Final = "#24415f"


def curve_svg(game: Game, review: Review, words: Words, size: tuple[float, float] = WIDE) -> str:
    """The picture; it names itself, so that it can be read without being seen."""
    points = curve_points(review.reveal)
    faint = reach_points(review, points)
    key = [(words("Balance"), INK, "")]
    if faint:
        key.append((words("Best trust still in reach"), FAINT, ""))
    answered = [(number, each) for number, each in enumerate(review.moments, 1) if each.other is not None]
    lost = [each for each in answered if "gain" not in each[1].kinds]
    other: Points = ()
    for number, chosen in (lost or answered)[:1]:
        assert chosen.other is not None
        booked = review.steps[chosen.position].booked
        other = beside(points, review.reveal.settled_from, chosen.other.what_if.reveal, booked)
        label = words("With the other answer at {number}", number=chr(_CIRCLED + number))
        key.append((label, SOFT, "6 4"))
    placed = _key_places([label for label, _, _ in key], size[0])
    frame = _Frame([*points, *faint, *other], game.book.bands.thresholds(), size, rows=placed[-1][1] + 1)
    parts = [frame.ticks(), frame.later(review.reveal.settled_from)]
    parts.append(frame.line(faint, FAINT, 1.6))
    parts.append(frame.line(other, SOFT, 1.6, dashes="6 4"))
    parts.append(frame.line(points, INK, 2.6))
    for number, moment in enumerate(review.moments, start=1):
        parts.append(frame.disc(place_of(review, points, moment), number))
    parts.append(frame.key(key, placed))
    width, height = size
    name = escape(words("The balance over the meeting, and the best trust still in reach"))
    return (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="{name}">'
        + "".join(parts)
        + "</svg>"
    )


class _Frame:
    def __init__(
        self,
        points: Sequence[tuple[float, float]],
        thresholds: Sequence[int],
        size: tuple[float, float],
        *,
        rows: int,
    ) -> None:
        self._size, self._bottom = size, _BOTTOM + (rows - 1) * _ROW
        heights = [y for _, y in points] + [float(each) for each in thresholds]
        self._thresholds = thresholds
        self._end = max((x for x, _ in points), default=1.0) or 1.0
        self._low, self._high = min(heights), max(heights)
        self._discs: list[tuple[float, float]] = []

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        width, height = self._size[0] - _LEFT - _RIGHT, self._size[1] - _TOP - self._bottom
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
                f'<path d="M{_LEFT} {y:.1f}H{self._size[0] - _RIGHT}" stroke="{RULE}" stroke-width="1"/>'
                f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" font-size="12" fill="{SOFT}">'
                f"{with_minus(str(each))}</text>"
            )
        return "".join(found)

    def later(self, settled_from: int) -> str:
        x = self.at((settled_from, 0))[0]
        return (
            f'<rect x="{x:.1f}" y="{_TOP - 8}" width="{self._size[0] - _RIGHT - x:.1f}" '
            f'height="{self._size[1] - _TOP - self._bottom + 12:.1f}" fill="{RULE}" fill-opacity="0.35"/>'
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

    def key(self, rows: Sequence[tuple[str, str, str]], placed: Sequence[tuple[float, int]]) -> str:
        found, first = [], self._size[1] - self._bottom + _BOTTOM - 8
        for (label, colour, dashes), (x, row) in zip(rows, placed, strict=True):
            dashed, y = f' stroke-dasharray="{dashes}"' if dashes else "", first + row * _ROW
            found.append(
                f'<path d="M{x:.0f} {y - 4:.0f}h24" stroke="{colour}" stroke-width="2.4"{dashed}/>'
                f'<text x="{x + 30:.0f}" y="{y:.0f}" font-size="12" fill="{SOFT}">{escape(label)}</text>'
            )
        return "".join(found)


def _key_places(labels: Sequence[str], width: float) -> list[tuple[float, int]]:
    """Where the parts of the key begin, and in which row: a row takes as many as it has room for."""
    found, x, row = [], _LEFT, 0
    for label in labels:
        long = 30 + sum(12.0 if ord(sign) > 0x2E7F else 6.6 for sign in label)  # noqa: PLR2004 - where wide signs begin
        if x > _LEFT and x + long > width:
            x, row = _LEFT, row + 1
        found.append((x, row))
        x += long + 30
    return found
