"""A bar that fills while something is being worked at."""

import pygame

from game.screens.pen import Pen
from game.screens.theme import Rect

TALL = 10.0
"""Units of height."""


def draw_bar(pen: Pen, rect: Rect, share: float) -> None:
    """Draw a bar filled to a share of 0 to 1."""
    theme, colours = pen.theme, pen.theme.colours
    whole = theme.rect(rect)
    radius = theme.px(rect[3] / 2)
    pygame.draw.rect(pen.surface, colours.card, whole, border_radius=radius)
    filled = whole.copy()
    filled.width = max(whole.height, round(whole.width * min(max(share, 0.0), 1.0)))
    pygame.draw.rect(pen.surface, colours.indigo, filled, border_radius=radius)
    pygame.draw.rect(pen.surface, colours.soft_ink, whole, theme.px(1.2), border_radius=radius)
