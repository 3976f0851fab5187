"""Charts on paper: from numbers to places of a page, round ticks, and lines as SVG."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from game.core.scenario import BANDS, Band
from game.debrief.names import band_name
from game.screens.class_room.bands import band_chip
from game.screens.class_room.page import LEAST, Page
from game.screens.colours import Colour, hexed
from game.screens.theme import GAP, Rect

if TYPE_CHECKING:
    from game.format.words import Words

DAYS: Final = (0, 1, 3, 7, 14, 30, 60, 90, 120, 180, 270, 365, 545, 730, 1095)
"""Days that are named below a chart, as far as they have room."""

Points = Sequence[tuple[float, float]]

_STEPS: Final = (1, 2, 2.5, 5, 10)
_MAN, _OKU = 10_000, 100_000_000


@dataclass(frozen=True, slots=True)
class Axes:
    """A rectangle of the page, and which numbers its edges stand for."""

    rect: Rect
    low: tuple[float, float]
    high: tuple[float, float]

    def x(self, value: float) -> float:
        """Units from the left of the rectangle."""
        return (value - self.low[0]) / max(self.high[0] - self.low[0], 1e-9) * self.rect[2]

    def y(self, value: float) -> float:
        """Units from its top."""
        return self.rect[3] - (value - self.low[1]) / max(self.high[1] - self.low[1], 1e-9) * self.rect[3]

    def path(self, points: Points) -> str:
        """The line through points, as an SVG path."""
        return "M" + " L".join(f"{self.x(x):.1f} {self.y(y):.1f}" for x, y in points)


def round_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Round numbers between two, ``most`` of them at the most."""
    span = max(high - low, 1e-9)
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(power * each for each in _STEPS if span / (power * each) <= most)
    first = math.ceil(low / step - 1e-9)
    return tuple(n * step for n in range(first, math.floor(high / step + 1e-9) + 1))


def spread(day: float) -> float:
    """Where a day lies along a chart: the days of the talks are spread, the quiet months drawn together."""
    return math.sqrt(max(0.0, day))


def stroke(path: str, colour: Colour, width: float, *, alpha: float = 1.0, dash: str = "") -> str:
    """A line in SVG; ``dash`` as SVG has it."""
    dashes = f'stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{path}" fill="none" stroke="{hexed(colour)}" stroke-opacity="{alpha:.2f}" '
        f'stroke-width="{width:g}" stroke-linejoin="round" stroke-linecap="round" {dashes}/>'
    )


def signed(number: float, digits: int = 0) -> str:
    """A number with a real minus, and none before what is rounded to nothing."""
    return f"{round(number, digits) + 0.0:.{digits}f}".replace("-", "−")


def short_money(amount: float, currency: str, words: "Words") -> str:
    """An amount short enough for an axis: 540万円, JPY 5.4M."""
    if currency == "JPY" and words.lang == "ja":
        for unit, name in ((_OKU, "億"), (_MAN, "万")):
            if abs(amount) >= unit:
                return f"{_plain(amount / unit)}{name}円"
        return f"{amount:,.0f}円"
    for power, name in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(amount) >= power:
            return f"{currency} {_plain(amount / power)}{name}"
    return f"{currency} {amount:,.0f}"


def _plain(number: float) -> str:
    return f"{number:,.1f}".removesuffix(".0").replace("-", "−")


def trust_zones(page: Page, low: float, high: float) -> Iterable[tuple[Band, float, float]]:
    """The bands that lie between two trusts: each with where it begins and ends."""
    edges = [-math.inf, *page.thresholds, math.inf]
    for band, (begins, ends) in zip(BANDS, pairwise(edges), strict=True):
        if begins < high and ends > low:
            yield band, max(begins, low), min(ends, high)


def zones_below(page: Page, axes: Axes) -> float:
    """The bands as a strip below a chart whose x is trust, with their names; the y where they end."""
    left, top, _, height = axes.rect
    y, written = top + height + 0.5 * GAP, left - 2 * GAP
    for band, begins, ends in trust_zones(page, axes.low[0], axes.high[0]):
        x, wide = left + axes.x(begins), axes.x(ends) - axes.x(begins)
        band_chip(page, band, (x, y, wide, 10))
        name = band_name(band, page.words)
        text = page.pen.width(name, LEAST)
        at = max(x + (wide - text) / 2, written + GAP)  # a little aside, if need be
        if text <= wide + GAP and at + text <= x + wide + 2 * GAP:
            page.pen.write(name, LEAST, page.look.ink, (at, y + 1.5 * GAP), text + 1)
            written = at + text
    return y + 1.5 * GAP + page.pen.line(LEAST)


def days_below(page: Page, axes: Axes) -> None:
    """A line below a chart whose x is days as ``spread`` has them, and those of ``DAYS`` that have room."""
    left, top, width, height = axes.rect
    page.rule(top + height, x=left, width=width, strong=True)
    end = left - GAP
    for day in DAYS:
        label = page.words("day {day}", day=day)
        wide = page.pen.width(label, LEAST)
        x = min(max(left + axes.x(spread(day)) - wide / 2, left), left + width - wide)
        if axes.low[0] <= spread(day) <= axes.high[0] and x >= end + GAP:
            page.pen.write(label, LEAST, page.look.soft_ink, (x, top + height + 0.5 * GAP), wide + 1)
            end = x + wide


def zones_beside(page: Page, axes: Axes, room: float, *, after: float = 6.0) -> None:
    """The bands beside a chart whose y is trust: a line at each threshold, names at the right.

    ``after``: units between the chart and the strip of the bands.
    """
    left, top, width, _ = axes.rect
    for band, begins, ends in trust_zones(page, axes.low[1], axes.high[1]):
        lower, upper = top + axes.y(begins), top + axes.y(ends)
        band_chip(page, band, (left + width + after, upper, 10, lower - upper))
        if begins > axes.low[1]:
            page.rule(lower, x=left, width=width)
        if lower - upper >= page.pen.line(LEAST):
            at = (left + width + after + 2.25 * GAP, (lower + upper - page.pen.line(LEAST)) / 2)
            page.pen.write(band_name(band, page.words), LEAST, page.look.ink, at, room)
