"""Principles × meetings: what the credit of each came from, those with the least trust at the left."""

from typing import Final

import pygame

from game.debrief.names import principle_name
from game.screens.class_room.bands import band_bar
from game.screens.class_room.heat import Heat, Row
from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.class_room.plot import signed
from game.screens.class_room.tally import Tally
from game.screens.colours import Colour, mix
from game.screens.paint import remembered
from game.screens.theme import GAP, Rect

_MEAN: Final = 84.0
_HIGHEST: Final = 54.0
_BAR: Final = 32.0
_CLOSE: Final = 0.86
"""Of the height of a line, how much a row of the table needs: there is one line in it."""

_DARK: Final = 0.5
"""From this share of a full loss on the dash in a cell is light."""


def draw_principles(page: Page, tally: Tally) -> None:
    """Draw the page."""
    words, line, heat, figure = page.words, page.pen.line(LEAST), tally.heat, tally.figure
    headline = words("Where the credit came from")
    if heat.apart is not None:
        apart = principle_name(heat.apart, words)
        headline = words("What set them apart most: {principle}", principle=apart)
    kicker = [(figure.title, False), (words("credit by principle"), False)]
    top = page.head(kicker, headline) + 2 * GAP
    if not heat.rows or not figure.seats:
        return
    names = max(page.width(principle_name(row.principle, words), "body") for row in heat.rows) + 2.25 * GAP
    left, wide = EDGE + names, WIDE - names - _MEAN
    band_bar(page, tally.bands, (left, top, wide, _BAR))
    mean = words("mean")
    page.pen.write(mean, LEAST, page.look.soft_ink, (left + wide, top + 2), _MEAN, align="right")
    y = top + _BAR + GAP
    room = END - line - 1.5 * GAP - y
    page.need(page.line("body") * _CLOSE * len(heat.rows), room)
    step = min(_HIGHEST, room / len(heat.rows))
    for at, row in enumerate(heat.rows):
        _row(page, row, (left, y + at * step, wide, step))
    _cells(page, heat, (left, y, wide, step * len(heat.rows)))
    _key(page, left, alone=heat.alone)


def _row(page: Page, row: Row, rect: Rect) -> None:
    """The name of a principle at the left, its mean at the right."""
    left, y, wide, step = rect
    top = y + (step - page.line("body")) / 2
    page.write(principle_name(row.principle, page.words), "body", (EDGE, top), left - EDGE)
    told = f"+{row.mean:.1f}" if row.mean > 0 else signed(row.mean, 1)
    page.write(told, "body", (left + wide, top), _MEAN, face="bold", align="right")


def _cells(page: Page, heat: Heat, rect: Rect) -> None:
    """All cells, drawn once and remembered: there can be thousands of them."""
    if page.blind:
        return
    theme = page.pen.theme
    area = theme.rect(rect)

    def drawn() -> pygame.Surface:
        cells = pygame.Surface(area.size)
        cells.fill(page.look.paper)
        high = area.height / len(heat.rows)
        for down, row in enumerate(heat.rows):
            wide = area.width / len(row.cells)
            top, foot = round(down * high) + theme.px(2), round((down + 1) * high) - theme.px(2)
            for across, value in enumerate(row.cells):
                left, right = round(across * wide), round((across + 1) * wide)
                _cell(page, value / heat.strong, cells, pygame.Rect(left, top, right - left, foot - top))
        return cells

    key = ("heat", heat, area.size, theme.scale, page.look)
    page.surface.blit(remembered(key, drawn), area)


def _cell(page: Page, share: float, surface: pygame.Surface, area: pygame.Rect) -> None:
    """One cell: the stronger the more; what was lost has a dash in it, too."""
    theme = page.pen.theme
    if area.width > 3 * theme.px(1):
        area.width -= theme.px(1)
    surface.fill(_heat(page, share), area)
    if share < 0 and area.width >= theme.px(4):
        dash = area.inflate(-area.width * 4 // 10, 0)
        dash.height = theme.px(3)
        dash.centery = area.centery
        surface.fill(page.look.card if share < -_DARK else page.look.ink, dash)


def _heat(page: Page, share: float) -> Colour:
    """From a strong loss (−1) over nothing (0) to a strong gain (1)."""
    look = page.look
    nothing = mix(look.shut_out, look.paper, 0.68)
    strong = look.trusted if share > 0 else look.vermilion
    return mix(nothing, strong, min(1.0, abs(share)) ** 0.8)


def _key(page: Page, left: float, *, alone: bool) -> None:
    """What the colours mean, and the columns; ``alone``: each of them is one meeting."""
    words, line = page.words, page.pen.line(LEAST)
    x, y = left, END - line + 0.5 * GAP
    for share, told in ((1.0, words("gained")), (-1.0, words("lost"))):
        area = page.pen.theme.rect((x, y + 0.5 * GAP, 26, line - GAP))
        _cell(page, share, page.surface, area)
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
