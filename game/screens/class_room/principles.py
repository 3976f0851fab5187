"""Principles × meetings: what the credit of each came from, those with the least trust at the left."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from game.core.principles import Principle
from game.core.scenario import BANDS
from game.debrief.names import principle_name
from game.screens.class_room.bands import band_bar
from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.class_room.plot import signed
from game.screens.colours import Colour, mix
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure, Seat

_MEAN: Final = 84.0
_LEAST_CELL: Final = 7.0
"""Units of a column at the least; where there are more meetings, neighbours share one."""

_HIGHEST: Final = 54.0
_BAR: Final = 32.0


def draw_principles(page: Page, figure: "ClassFigure") -> None:
    """Draw the page."""
    words, line = page.words, page.pen.line(LEAST)
    seats = sorted(figure.seats, key=lambda seat: (BANDS.index(seat.band), seat.trust))
    kicker = [(figure.title, False), (words("credit by principle"), False)]
    top = page.head(kicker, _headline(page, figure, seats)) + 2 * GAP
    if not figure.principles or not seats:
        return
    names = max(page.width(principle_name(each, words), "body") for each in figure.principles) + 2.25 * GAP
    left, wide = EDGE + names, WIDE - names - _MEAN
    band_bar(page, Counter(seat.band for seat in seats), (left, top, wide, _BAR))
    mean = words("mean")
    page.pen.write(mean, LEAST, page.look.soft_ink, (left + wide, top + 2), _MEAN, align="right")
    y = top + _BAR + GAP
    room = END - line - 1.5 * GAP - y
    step = min(_HIGHEST, room / len(figure.principles))
    page.need(page.line("body") * 0.86 * len(figure.principles), room)
    groups = _groups(seats, max(1, int(wide / _LEAST_CELL)))
    most = _strongest(figure, groups)
    for principle in figure.principles:
        _row(page, principle, groups, most, (left, y, wide, step))
        y += step
    _key(page, left, alone=len(groups) == len(seats))


def _headline(page: Page, figure: "ClassFigure", seats: "Sequence[Seat]") -> str:
    """The principle in which the upper half and the lower half of the class differ most."""
    words, half = page.words, len(seats) // 2
    if not half or not figure.principles:
        return words("Where the credit came from")

    def gap(principle: Principle) -> float:
        return _mean(seats[-half:], principle) - _mean(seats[:half], principle)

    most = max(figure.principles, key=gap)
    return words("What set them apart most: {principle}", principle=principle_name(most, words))


def _mean(seats: "Sequence[Seat]", principle: Principle) -> float:
    return sum(seat.principles.get(principle, 0) for seat in seats) / len(seats)


def _groups(seats: "Sequence[Seat]", most: int) -> "list[Sequence[Seat]]":
    """Neighbours together, so that there are ``most`` columns at the most."""
    columns = min(most, len(seats))
    edges = [round(at * len(seats) / columns) for at in range(columns + 1)]
    return [seats[begin:end] for begin, end in pairwise(edges)]


def _strongest(figure: "ClassFigure", groups: "Sequence[Sequence[Seat]]") -> float:
    """The points that are drawn in full colour: nearly the most there are, so that one does not pale all."""
    found = sorted(abs(_mean(group, each)) for group in groups for each in figure.principles)
    return max(1.0, found[int(0.97 * (len(found) - 1))])


def _row(
    page: Page,
    principle: Principle,
    groups: "Sequence[Sequence[Seat]]",
    most: float,
    rect: tuple[float, float, float, float],
) -> None:
    left, y, wide, step = rect
    drop = (step - page.line("body")) / 2
    page.write(principle_name(principle, page.words), "body", (EDGE, y + drop), left - EDGE)
    cell = wide / len(groups)
    for at, group in enumerate(groups):
        value = _mean(group, principle)
        _cell(page, value, most, (left + at * cell, y + 2, cell, step - 0.5 * GAP))
    whole = [seat for group in groups for seat in group]
    mean = _mean(whole, principle)
    told = f"+{mean:.1f}" if mean > 0 else signed(mean, 1)
    at_x = left + wide
    page.write(told, "body", (at_x, y + drop), _MEAN, face="bold", align="right")


def _cell(page: Page, value: float, most: float, rect: tuple[float, float, float, float]) -> None:
    """One cell: the stronger the more; what was lost has a dash in it, too."""
    theme = page.pen.theme
    area = theme.rect(rect)
    if area.width > 3 * theme.px(1):
        area.width -= theme.px(1)
    page.surface.fill(heat(page, value / most), area)
    if value < 0 and area.width >= theme.px(4):
        dash = area.inflate(-area.width * 4 // 10, 0)
        dash.height = theme.px(3)
        dash.centery = area.centery
        page.surface.fill(page.look.card if value < -most / 2 else page.look.ink, dash)


def nothing(page: Page) -> Colour:
    """The ground where there is nothing."""
    return mix(page.look.shut_out, page.look.paper, 0.68)


def heat(page: Page, share: float) -> Colour:
    """From a strong loss (−1) over nothing (0) to a strong gain (1)."""
    look = page.look
    strong = look.trusted if share > 0 else look.vermilion
    return mix(nothing(page), strong, min(1.0, abs(share)) ** 0.8)


def _key(page: Page, left: float, *, alone: bool) -> None:
    """What the colours mean, and the columns; ``alone``: each of them is one meeting."""
    words, line = page.words, page.pen.line(LEAST)
    x, y = left, END - line + 0.5 * GAP
    for share, told in ((1.0, words("gained")), (-1.0, words("lost"))):
        _cell(page, share, 1.0, (x, y + 0.5 * GAP, 26, line - GAP))
        wide = page.pen.width(told, LEAST)
        page.pen.write(told, LEAST, page.look.ink, (x + 4.25 * GAP, y), wide + 1)
        x += 4.25 * GAP + wide + 3.25 * GAP
    told = (
        words("Each column is one meeting, from the least trust to the most.")
        if alone
        else words("From the least trust to the most; neighbours share a column.")
    )
    wide = page.pen.width(told, LEAST)
    if x + wide <= EDGE + WIDE:
        page.pen.write(told, LEAST, page.look.soft_ink, (x, y), wide + 1)
