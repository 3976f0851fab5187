"""The soft shadow of a thing that lies on another: four corners, and edges between them as long as it takes.

Of a large thing the middle of its shadow is neither kept nor drawn, since the thing covers it: the shadow of
a whole sheet of paper would take eight megabytes in a large window.
"""

import pygame

from game.screens.paint import fast, remembered

_REACH = 2
"""How far a shadow reaches beyond its thing, in spreads."""

_INSIDE = 3
"""How far inside the edge of its thing a shadow is even, in spreads."""


def soft_shadow(
    surface: pygame.Surface, rect: pygame.Rect, spread: int, strength: int = 70, drop: int = 0
) -> None:
    """A blurred shadow around ``rect`` (native pixels), ``spread`` pixels wide, ``drop`` pixels lower.

    ``strength`` is the alpha (0–255) under the middle. Drawn before the thing that casts it and covers it.
    """
    most = 2 * _INSIDE * spread
    size = min(rect.width, most), min(rect.height, most)
    blot = remembered(("shadow", size, spread, strength), lambda: _blot(size, spread, strength))
    left, top = rect.x - _REACH * spread, rect.y - _REACH * spread + drop
    wide, tall = blot.get_size()
    x, y = wide // 2, tall // 2
    across, down = rect.width - size[0], rect.height - size[1]
    for at, area in (
        ((left, top), (0, 0, x, y)),
        ((left + x + across, top), (x, 0, wide - x, y)),
        ((left, top + y + down), (0, y, x, tall - y)),
        ((left + x + across, top + y + down), (x, y, wide - x, tall - y)),
    ):
        surface.blit(blot, at, area)
    if across:
        edge = _edge(blot, (x, 0, 1, tall), (across, tall), ("shadow", size, spread, strength))
        surface.blit(edge, (left + x, top), (0, 0, across, y))
        surface.blit(edge, (left + x, top + y + down), (0, y, across, tall - y))
    if down:
        edge = _edge(blot, (0, y, wide, 1), (wide, down), ("shadow", size, spread, strength))
        surface.blit(edge, (left, top + y), (0, 0, x, down))
        surface.blit(edge, (left + x + across, top + y), (x, 0, wide - x, down))


def _blot(rect: tuple[int, int], spread: int, strength: int) -> pygame.Surface:
    """The whole shadow of a thing of this size."""
    # Blurred small and enlarged: a blur has no edges to lose, and at full size it takes 20 times as long.
    less = max(1, spread // 2)
    size = rect[0] + 2 * _REACH * spread, rect[1] + 2 * _REACH * spread
    blot = pygame.Surface((size[0] // less + 1, size[1] // less + 1), pygame.SRCALPHA)
    blot.fill((40, 28, 12, 0))
    inner = (_REACH * spread // less, _REACH * spread // less, rect[0] // less, rect[1] // less)
    blot.fill((40, 28, 12, strength), inner)
    blurred = pygame.transform.gaussian_blur(blot, max(1, round(spread / less)))
    return fast(pygame.transform.smoothscale(blurred, size))


def _edge(
    blot: pygame.Surface, line: tuple[int, int, int, int], size: tuple[int, int], key: tuple[object, ...]
) -> pygame.Surface:
    """One line of a shadow, as long as an edge."""
    return remembered((key, size), lambda: pygame.transform.scale(blot.subsurface(line), size))
