"""What lies around the sheet where the window has another shape: the table, and the sheet's shadow on it."""

from typing import Final

import pygame

from game.screens.desk import draw_wood
from game.screens.paint import fast, remembered
from game.screens.theme import SHEET, Theme

_WIDE: Final = 18.0
_STRENGTH: Final = 130


def draw_around(surface: pygame.Surface, theme: Theme) -> None:
    """The table around the sheet; nothing where the sheet fills the window. The sheet is drawn over it."""
    if theme.origin == (0, 0):
        return
    draw_wood(surface, theme)
    sheet, wide = theme.rect((0, 0, *SHEET)), theme.px(_WIDE)
    if theme.origin[0]:
        away = _shade((wide, sheet.height), across=True)
        surface.blit(away, sheet.topright)
        surface.blit(pygame.transform.flip(away, True, False), (sheet.left - wide, sheet.top))
    else:
        away = _shade((sheet.width, wide), across=False)
        surface.blit(away, sheet.bottomleft)
        surface.blit(pygame.transform.flip(away, False, True), (sheet.left, sheet.top - wide))


def _shade(size: tuple[int, int], *, across: bool) -> pygame.Surface:
    """A shadow that is deepest at its left edge (``across``) or its upper one."""

    def make() -> pygame.Surface:
        shade = pygame.Surface(size, pygame.SRCALPHA)
        steps = size[0] if across else size[1]
        for step in range(steps):
            alpha = round(_STRENGTH * (1 - step / steps) ** 1.8)
            line = (step, 0, 1, size[1]) if across else (0, step, size[0], 1)
            shade.fill((20, 13, 5, alpha), line)
        return fast(shade)

    return remembered(("around", size, across), make)
