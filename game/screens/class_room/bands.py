"""The five bands as bars: always in the same order, with names or numbers, never by colour alone."""

from collections.abc import Mapping
from typing import Final

from game.core.scenario import BANDS, Band
from game.debrief.names import band_name
from game.screens.class_room.page import LEAST, Page
from game.screens.colours import Colour
from game.screens.theme import GAP, Rect

_LIGHT: Final = frozenset({"trusted", "partner"})
"""The dark ones, whose letters are light."""

_AIR: Final = 6.0
_CHIP: Final = 18.0
_BETWEEN: Final = 20.0


def band_colour(page: Page, band: Band) -> Colour:
    """The ground of a band."""
    colour: Colour = getattr(page.look, band)
    return colour


def letters_on(page: Page, band: Band) -> Colour:
    """The colour of letters on the ground of a band."""
    return page.look.card if band in _LIGHT else page.look.ink


def band_chip(page: Page, band: Band, rect: Rect) -> None:
    """A place filled with the colour of a band, with a thin line around it."""
    theme = page.pen.theme
    area = theme.rect(rect)
    page.surface.fill(page.look.soft_ink, area)
    line = theme.px(1)
    page.surface.fill(band_colour(page, band), area.inflate(-2 * line, -2 * line))


def band_bar(page: Page, bands: Mapping[Band, int], rect: Rect) -> None:
    """Where some people ended, as one bar: a stretch for each band, as long as its share of them."""
    total = sum(bands.values())
    if not total:
        return
    x, y, width, height = rect
    for band in BANDS:
        count = bands.get(band, 0)
        if not count:
            continue
        wide = width * count / total
        band_chip(page, band, (x, y, wide, height))
        _label(page, band, count, (x, y, wide, height))
        x += wide


def _label(page: Page, band: Band, count: int, rect: Rect) -> None:
    """The name and the number where there is room for both, else the number, else nothing."""
    x, y, width, height = rect
    name = band_name(band, page.words)
    for text in (f"{name} {count}", f"{count}"):
        wide = page.pen.width(text, LEAST)
        if wide + _AIR <= width:
            at = (x + (width - wide) / 2, y + (height - page.pen.line(LEAST)) / 2)
            page.pen.write(text, LEAST, letters_on(page, band), at, wide + 1, room=rect)
            return


def legend(page: Page, y: float, end: float) -> None:
    """The five bands by name, from the least trust to the most, so that they end at the x ``end``."""
    names = [band_name(band, page.words) for band in BANDS]
    wides = [page.pen.width(name, LEAST) for name in names]
    x = end - sum(wides) - len(BANDS) * (_CHIP + 0.75 * GAP) - (len(BANDS) - 1) * _BETWEEN
    for band, name, wide in zip(BANDS, names, wides, strict=True):
        drop = (page.pen.line(LEAST) - _CHIP) / 2 + 1
        band_chip(page, band, (x, y + drop, _CHIP, _CHIP))
        page.pen.write(name, LEAST, page.look.ink, (x + _CHIP + 0.75 * GAP, y), wide + 1)
        x += _CHIP + 0.75 * GAP + wide + _BETWEEN
