"""How a class did as a whole: how many ended in which band, and trust against the value of three years."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from game.core.scenario import BANDS, Deal
from game.debrief.names import band_name, deal_name
from game.screens.class_room.bands import band_chip
from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.class_room.plot import Axes, round_ticks, short_money, zones_below
from game.screens.class_room.tally import Tally
from game.screens.colours import hexed
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure

_LEFT: Final = 430.0
"""Units of the column of bands."""

_DEALS: Final[tuple[Deal, ...]] = ("signed", "open", "lost")
_LEAST_BAR: Final = 200.0
_LEAST_CHART: Final = 280.0
_DOT: Final = 6.5
_LARGEST: Final = 20.0
_LEAST_DOT: Final = 3.0
_FEW: Final = 120
"""Places up to which every dot is drawn in full size; more of them get smaller ones."""
_PILE: Final = 5
"""Points of trust in one pile."""


def draw_overview(page: Page, tally: Tally) -> None:
    """Draw the page; a class that is too small shows only how many they are."""
    words, figure, all_of_them = page.words, tally.figure, len(tally.figure.seats)
    people = words.plural("{count} meeting", "{count} meetings", all_of_them)
    kicker = [(figure.title, False), (figure.customer, False), (people, True)]
    if figure.small:
        draw_small(page, kicker)
        return
    if tally.share is not None:
        told = words("median: {percent}% of the reachable trust", percent=tally.share)
        kicker.append((told, False))
    high = tally.bands["trusted"] + tally.bands["partner"]
    headline = (
        words("{count} of {all} reached “Trusted” or better", count=high, all=all_of_them)
        if high
        else words("Nobody has reached “Trusted” yet")
    )
    top = page.head(kicker, headline) + 2.75 * GAP
    _bands(page, tally, top)
    left = EDGE + _LEFT + 5 * GAP
    if tally.priced:
        _scatter(page, tally, (left, top, EDGE + WIDE - left, END - top))
    else:
        _piles(page, tally, (left, top, EDGE + WIDE - left, END - top))


def draw_small(page: Page, kicker: "list[tuple[str, bool]]") -> None:
    """A class under five: it is not broken down, and why."""
    words = page.words
    top = page.head(kicker, words("Too few to be shown as a class")) + 3.25 * GAP
    told = words(
        "Under five, everybody could tell who is who. As soon as there are five, everything is shown here."
    )
    page.write(told, "sentence", (EDGE, top), 900)


def _bands(page: Page, tally: Tally, top: float) -> None:
    """A bar for each band, from the most trust to the least."""
    words, look = page.words, page.look
    counts, most = tally.bands, max(tally.bands.values())
    names = max(page.width(band_name(band, words), "body") for band in BANDS) + 2 * GAP
    room = _LEFT - names - page.width("000", "body", face="bold") - 2 * GAP
    page.need(_LEAST_BAR, room)
    step = min(96.0, (END - top) / len(BANDS))
    page.need(len(BANDS) * page.line("body"), END - top)
    for row, band in enumerate(reversed(BANDS)):
        y = top + row * step
        middle = y + (step - page.line("body")) / 2
        count = counts.get(band, 0)
        page.write(band_name(band, words), "body", (EDGE, middle), names)
        wide = room * count / most
        if count:
            band_chip(page, band, (EDGE + names, y + step * 0.2, wide, step * 0.6))
        colour = look.ink if count else look.soft_ink
        at = (EDGE + names + wide + 1.5 * GAP, middle)
        page.write(f"{count}", "body", at, 96, colour=colour, face="bold")


# ── trust against value ─────────────────────────────────────────────────────────────────────────────


def _scatter(page: Page, tally: Tally, rect: tuple[float, float, float, float]) -> None:
    """A mark for each meeting, larger where several lie on each other, and the best way through."""
    words, figure = page.words, tally.figure
    trusts = [trust for (trust, _, _), _ in tally.marks]
    values = [value for (_, value, _), _ in tally.marks]
    best = figure.best_line
    if best is not None:
        trusts.append(best[0])
        values.append(best[1] or 0)
    axes = _axes(page, figure, rect, (min(trusts), max(trusts)), max(values))
    left, top, width, height = axes.rect
    page.need(_LEAST_CHART, height)
    _heights(page, figure, axes)
    zones_below(page, axes)
    shapes = []
    smaller = min(1.0, (_FEW / len(tally.marks)) ** 0.5)
    unit = min(_DOT * smaller, _LARGEST / tally.marks[0][1] ** 0.5)
    for (trust, value, deal), count in tally.marks:
        radius = max(_LEAST_DOT, unit * count**0.5)
        shapes.append(_mark(page, deal, axes.x(trust) + 3 * GAP, axes.y(value) + 3 * GAP, radius))
    if best is not None and best[1] is not None:
        shapes.append(_diamond(page, axes.x(best[0]) + 3 * GAP, axes.y(best[1]) + 3 * GAP))
    page.shapes((left - 3 * GAP, top - 3 * GAP, width + 6 * GAP, height + 6 * GAP), "".join(shapes))
    _key(
        page, tally, (rect[0], rect[1] + rect[3] - page.pen.line(LEAST)), rect[2], with_best=best is not None
    )
    title = words("Value over three years")
    page.pen.write(title, LEAST, page.look.soft_ink, (rect[0], rect[1] - GAP), rect[2])


def _axes(
    page: Page,
    figure: "ClassFigure",
    rect: tuple[float, float, float, float],
    trusts: tuple[float, float],
    most: float,
) -> Axes:
    line = page.pen.line(LEAST)
    labels = [short_money(tick, figure.currency, page.words) for tick in round_ticks(0, max(most, 1), 4)]
    beside = max(page.pen.width(label, LEAST) for label in labels) + 1.75 * GAP
    inner = (
        rect[0] + beside,
        rect[1] + line + 1.25 * GAP,
        rect[2] - beside - 1.5 * GAP,
        rect[3] - 3 * line - 5.5 * GAP,
    )
    air = max(6.0, (trusts[1] - trusts[0]) * 0.06)
    return Axes(inner, (trusts[0] - air, 0), (trusts[1] + air, max(most, 1) * 1.08))


def _heights(page: Page, figure: "ClassFigure", axes: Axes) -> None:
    """A line for each round amount, its label at the left."""
    left, top, width, _ = axes.rect
    for tick in round_ticks(0, axes.high[1], 4):
        y = top + axes.y(tick)
        page.rule(y, x=left, width=width, strong=not tick)
        label = short_money(tick, figure.currency, page.words)
        wide = page.pen.width(label, LEAST)
        at = (left - 1.25 * GAP - wide, y - page.pen.line(LEAST) / 2)
        page.pen.write(label, LEAST, page.look.soft_ink, at, wide + 1)


def _mark(page: Page, deal: Deal, x: float, y: float, radius: float) -> str:
    """A full disc where it was signed, a ring where it is open, a cross where it was lost."""
    ink = hexed(page.look.indigo)
    if deal == "signed":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{ink}" fill-opacity="0.78"/>'
    if deal == "open":
        paper = hexed(page.look.paper)
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius - 1:.1f}" fill="{paper}" fill-opacity="0.7" '
            f'stroke="{ink}" stroke-width="2.4"/>'
        )
    arm = radius * 0.8
    return (
        f'<path d="M{x - arm:.1f} {y - arm:.1f} L{x + arm:.1f} {y + arm:.1f} '
        f'M{x - arm:.1f} {y + arm:.1f} L{x + arm:.1f} {y - arm:.1f}" '
        f'stroke="{hexed(page.look.vermilion)}" stroke-width="3" fill="none"/>'
    )


def _diamond(page: Page, x: float, y: float) -> str:
    side = 11
    return (
        f'<path d="M{x} {y - side} L{x + side} {y} L{x} {y + side} L{x - side} {y} Z" '
        f'fill="{hexed(page.look.vendor)}" stroke="{hexed(page.look.ink)}" stroke-width="2"/>'
    )


def _key(page: Page, tally: Tally, at: tuple[float, float], width: float, *, with_best: bool) -> None:
    """What each mark means, with how many there are of it."""
    words, counts = page.words, tally.deals
    entries = [
        (_mark(page, deal, 14, 14, 8), f"{deal_name(deal, words)} {counts.get(deal, 0)}") for deal in _DEALS
    ]
    if with_best:
        entries.append((_diamond(page, 14, 14), words("best way")))
    x, y = at
    line = page.pen.line(LEAST)
    for mark, told in entries:
        wide = page.pen.width(told, LEAST)
        if x + 3.75 * GAP + wide > at[0] + width:
            break
        page.shapes((x, y + line / 2 - 1.75 * GAP, 28, 28), mark)
        page.pen.write(told, LEAST, page.look.ink, (x + 3.75 * GAP, y), wide + 1)
        x += 3.75 * GAP + wide + 2 * GAP


# ── trust alone ─────────────────────────────────────────────────────────────────────────────────────


def _piles(page: Page, tally: Tally, rect: tuple[float, float, float, float]) -> None:
    """Without an offer: how many ended with how much trust, piled up in steps of five."""
    line = page.pen.line(LEAST)
    piles: Counter[float] = Counter()
    for (trust, _, _), count in tally.marks:
        piles[trust // _PILE * _PILE] += count
    low, high = min(piles) - _PILE / 2, max(piles) + 1.5 * _PILE
    inner = (rect[0] + GAP, rect[1] + 1.5 * GAP, rect[2] - 2.5 * GAP, rect[3] - 2 * line - 3.75 * GAP)
    axes = Axes(inner, (low, 0), (high, max(piles.values()) * 1.05))
    for trust, count in piles.items():
        x, wide = inner[0] + axes.x(trust) + 2, axes.x(trust + _PILE) - axes.x(trust) - 0.5 * GAP
        y = axes.y(count)
        bar = page.pen.theme.rect((x, inner[1] + y, wide, inner[3] - y))
        page.surface.fill(page.look.indigo, bar)
    page.rule(inner[1] + inner[3], x=inner[0], width=inner[2], strong=True)
    zones_below(page, axes)
    _key(page, tally, (rect[0], rect[1] + rect[3] - line), rect[2], with_best=False)
