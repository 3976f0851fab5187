"""The balances of all, day by day: a faint line each, the middle half of the class, and the median."""

from collections.abc import Iterable
from typing import Final

from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.class_room.plot import Axes, days_below, signed, spread, stroke, zones_beside
from game.screens.class_room.tally import Tally
from game.screens.colours import hexed, mix
from game.screens.theme import GAP

_BESIDE: Final = 120.0
_LEAST_CHART: Final = 330.0


def draw_curves(page: Page, tally: Tally) -> None:
    """Draw the page."""
    words, figure, outline = page.words, tally.figure, tally.figure.outline
    headline = words("The credit of all, day by day")
    if outline.days:
        headline = words(
            "Half of the class ended between {low} and {high}",
            low=signed(outline.low[-1]),
            high=signed(outline.high[-1]),
        )
    kicker = [(figure.title, False), (words("credit, day by day"), False)]
    top = page.head(kicker, headline) + 2.25 * GAP
    if not outline.days:
        return
    axes = _axes(page, tally, top)
    page.need(_LEAST_CHART, axes.rect[3])
    left, _, width, height = axes.rect
    zones_beside(page, axes, _BESIDE - 3 * GAP)
    _numbers(page, axes)
    page.shapes((left, axes.rect[1], width, height), _lines(page, tally, axes))
    _key(page, axes)


def _axes(page: Page, tally: Tally, top: float) -> Axes:
    line = page.pen.line(LEAST)
    outline = tally.figure.outline
    low, high = tally.levels[0], max([tally.levels[1], *page.thresholds[:3]])
    air = (high - low) * 0.05
    rect = (EDGE + 6.75 * GAP, top, WIDE - 6.75 * GAP - _BESIDE, END - top - 2 * line - 1.75 * GAP)
    days = spread(outline.days[0]), spread(max(outline.days[-1], outline.days[0] + 1))
    return Axes(rect, (days[0], low - air), (days[1], high + air))


def _numbers(page: Page, axes: Axes) -> None:
    """The thresholds at the left, the days below."""
    left, top, _, _ = axes.rect
    line = page.pen.line(LEAST)
    taken: list[float] = []
    for level in sorted(page.thresholds, key=abs):
        y = top + axes.y(level)
        if axes.low[1] <= level <= axes.high[1] and all(abs(y - each) >= line for each in taken):
            taken.append(y)
            wide = page.pen.width(signed(level), LEAST)
            at = (left - 1.5 * GAP - wide, y - line / 2)
            page.pen.write(signed(level), LEAST, page.look.soft_ink, at, wide + 1)
    days_below(page, axes)


def _lines(page: Page, tally: Tally, axes: Axes) -> str:
    """All lines as SVG: faint ones, the middle half, its edges, the median."""
    look, outline = page.look, tally.figure.outline
    faint = mix(look.soft_ink, look.paper, 0.1)
    parts = [stroke(axes.path(_spread(curve)), faint, 1.2, alpha=0.3) for curve in tally.curves]
    upper = _spread(zip(outline.days, outline.high, strict=True))
    lower = _spread(zip(outline.days, outline.low, strict=True))
    around = axes.path([*upper, *reversed(lower)])
    parts.append(f'<path d="{around} Z" fill="{hexed(look.credited)}" fill-opacity="0.55"/>')
    parts += [stroke(axes.path(edge), look.trusted, 1.6) for edge in (upper, lower)]
    middle = _spread(zip(outline.days, outline.median, strict=True))
    parts.append(stroke(axes.path(middle), look.indigo, 5))
    return "".join(parts)


def _spread(curve: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(spread(day), level) for day, level in curve]


def _key(page: Page, axes: Axes) -> None:
    """What each kind of line is."""
    words, look, line = page.words, page.look, page.pen.line(LEAST)
    x, y = axes.rect[0], END - line + 0.5 * GAP
    swatches = (
        (stroke("M2 14 L38 14", look.indigo, 5), words("median")),
        (
            (
                f'<rect x="2" y="4" width="36" height="20" fill="{hexed(look.credited)}" '
                f'fill-opacity="0.55" stroke="{hexed(look.trusted)}" stroke-width="1.6"/>'
            ),
            words("middle half of the class"),
        ),
        (stroke("M2 14 L38 14", look.soft_ink, 1.4, alpha=0.7), words("one meeting each")),
    )
    for shape, told in swatches:
        wide = page.pen.width(told, LEAST)
        page.shapes((x, y + line / 2 - 1.75 * GAP, 40, 28), shape)
        page.pen.write(told, LEAST, look.ink, (x + 6 * GAP, y), wide + 1)
        x += 6 * GAP + wide + 3.75 * GAP
