"""What shows that a text scrolls: a bar at its right, and paper that fades where the text goes on."""

from typing import Final

import pygame

from game.screens.paint import remembered
from game.screens.pen import Pen
from game.screens.theme import Rect

BAR: Final = 6.0
"""Units the bar is wide."""

FADE: Final = 22.0
"""Units at an edge over which the paper fades."""


def draw_scrolled(pen: Pen, rect: Rect, content: float, offset: float, *, on_wood: bool) -> None:
    """Draw what is needed where ``content`` units, scrolled down by ``offset``, lie in a window ``rect``."""
    over = content - rect[3]
    if over <= 0.5:  # noqa: PLR2004 - less is rounding
        return
    if not on_wood:
        tall = min(FADE, rect[3] / 4)
        if offset > 1:
            _fade(pen, (rect[0], rect[1], rect[2], tall), up=True)
        if offset < over - 1:
            _fade(pen, (rect[0], rect[1] + rect[3] - tall, rect[2], tall), up=False)
    _bar(pen, rect, content, offset / over, on_wood=on_wood)


def _bar(pen: Pen, rect: Rect, content: float, share: float, *, on_wood: bool) -> None:
    colours, theme = pen.theme.colours, pen.theme
    height = max(36.0, rect[3] * rect[3] / content)
    x = rect[0] + rect[2] - BAR
    track = theme.rect((x, rect[1], BAR, rect[3]))
    ground, sign = (colours.deep_wood, colours.on_wood) if on_wood else (colours.rule, colours.ink)
    pygame.draw.rect(pen.surface, ground, track, border_radius=theme.px(3))
    thumb = theme.rect((x, rect[1] + share * (rect[3] - height), BAR, height))
    pygame.draw.rect(pen.surface, sign, thumb, border_radius=theme.px(3))


def _fade(pen: Pen, rect: Rect, *, up: bool) -> None:
    """Paper over an edge, thickest at the edge: no letter looks cut in half."""
    area, paper = pen.theme.rect(rect), pen.theme.colours.paper

    def make() -> pygame.Surface:
        column = pygame.Surface((1, area.height), pygame.SRCALPHA)
        for y in range(area.height):
            share = (area.height - y if up else y + 1) / area.height
            column.set_at((0, y), (*paper, round(255 * share)))
        return pygame.transform.scale(column, area.size)

    pen.surface.blit(remembered(("fade", area.size, paper, up), make), area)
