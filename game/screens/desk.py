"""What lies on the table before and between meetings: the wood, closed passbooks, paper, stamps, slips.

Shapes only; what is written on them is the screens'. Everything is drawn at native size and remembered.
"""

import math
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.colours import Colour, Palette, hexed, mix
from game.screens.emblem import emblem
from game.screens.paint import document, fast, picture, remembered
from game.screens.paper import paper_ground
from game.screens.shadow import soft_shadow
from game.screens.theme import Rect, Theme

if TYPE_CHECKING:
    from game.core.scenario import LevelName

_PLANK: Final = 180
_DIMMED: Final = (105, 105, 105), (14, 11, 6)
"""What is left of the light where something is laid over, of 255, and the brown that comes to it."""


def draw_wood(surface: pygame.Surface, theme: Theme) -> None:
    """The table from edge to edge of the window."""
    size = surface.get_size()
    colours, tall = theme.colours, max(60, theme.px(_PLANK))

    def make() -> pygame.Surface:
        plank = pygame.Surface((size[0], tall))
        plank.fill(colours.wood)
        plank.blit(picture(_grain(colours, size[0], tall, theme.scale), plank.get_size()), (0, 0))
        seam = mix(colours.wood, colours.deep_wood, 0.9)
        pygame.draw.rect(plank, seam, (0, 0, size[0], theme.px(1.5)))
        return plank.convert() if pygame.display.get_surface() else plank

    plank = remembered(("plank", size[0], tall, colours.wood, theme.scale), make)
    for row in range(size[1] // tall + 1):
        # Each plank shows another piece of the same grain; a seam lies between two.
        shift = (row * 733) % size[0]
        surface.blit(plank, (-shift, row * tall))
        surface.blit(plank, (size[0] - shift, row * tall))


def _grain(colours: Palette, width: int, height: int, scale: float) -> str:
    """One plank of wood: long, slightly waving lines of a darker and a lighter brown."""
    dark, light = hexed(colours.deep_wood), hexed(mix(colours.wood, colours.soft_on_wood, 0.18))
    lines = []
    for n in range(15):
        y = (n + 0.5) * height / 15 + 5 * scale * math.sin(n * 2.4)
        bow = (6 + 5 * math.sin(n * 1.7)) * scale
        colour = light if n % 4 == 1 else dark
        opacity = 0.10 + 0.12 * ((n * 7) % 5) / 5
        lines.append(
            f'<path d="M0 {y:.1f} C{width * 0.3:.0f} {y + bow:.1f} {width * 0.6:.0f} {y - bow:.1f} '
            f'{width} {y:.1f}" fill="none" stroke="{colour}" stroke-opacity="{opacity:.2f}" '
            f'stroke-width="{(1 + n % 3) * scale:.1f}"/>'
        )
    return document("".join(lines), (0, 0, width, height))


def dim(surface: pygame.Surface) -> None:
    """Take the light off what is drawn so far: something is laid over it."""
    # As a veil laid over would look, without its memory and in two thirds of its time.
    light, brown = _DIMMED
    surface.fill(light, special_flags=pygame.BLEND_RGB_MULT)
    surface.fill(brown, special_flags=pygame.BLEND_RGB_ADD)


def cover_colour(level: "LevelName", colours: Palette) -> Colour:
    """The cloth of a passbook: its colour goes by the level, which is also written on it."""
    return {
        "beginner": mix(colours.moss, colours.ink, 0.18),
        "standard": colours.indigo,
        "advanced": mix(colours.vermilion, colours.ink, 0.5),
    }[level]


def draw_cover(
    surface: pygame.Surface,
    theme: Theme,
    rect: Rect,
    cloth: Colour,
    *,
    lifted: bool = False,
    framed: bool = True,
) -> None:
    """A closed passbook: its pages' edge, the cloth, a foil frame; ``lifted``: taken up a little."""
    native = theme.rect(rect)
    soft_shadow(
        surface, native, theme.px(9 if lifted else 6), 120 if lifted else 95, theme.px(9 if lifted else 4)
    )
    size = native.size
    if min(size) < 8:  # noqa: PLR2004 - too small to have an edge
        return
    x, y = size[0] / rect[2], size[1] / rect[3]
    w, h = rect[2], rect[3]
    page, foil = hexed(theme.colours.paper), hexed(mix(cloth, theme.colours.soft_on_wood, 0.55))
    top, low = hexed(mix(cloth, (255, 255, 255), 0.07)), hexed(mix(cloth, (0, 0, 0), 0.12))
    body = (
        f'<defs><linearGradient id="c" x1="0%" y1="0%" x2="0%" y2="100%">'
        f'<stop offset="0%" stop-color="{top}"/><stop offset="100%" stop-color="{low}"/>'
        f"</linearGradient></defs>"
        f'<g transform="scale({x:.5f} {y:.5f})"><rect x="3" y="5" width="{w - 4}" height="{h - 5.5}" rx="5" '
        f'fill="{page}" stroke="#b9ac90" stroke-width="0.8"/>'
        f'<path d="M6 {h - 2.6} H{w - 4}" stroke="#b9ac90" stroke-width="0.7"/>'
        f'<rect x="0.5" y="0.5" width="{w - 3}" height="{h - 5}" rx="6" fill="url(#c)"/>'
        f'<path d="M0.5 12 V6.5 a6 6 0 0 1 6 -6 H{w - 8.5} a6 6 0 0 1 6 6 V12 Z" fill="#000" '
        f'fill-opacity="0.12"/>'
    )
    if framed:
        body += (
            f'<rect x="9" y="20" width="{w - 20}" height="{h - 35}" rx="3" fill="none" stroke="{foil}" '
            f'stroke-width="1.1" stroke-opacity="0.75"/>'
        )
    body += "</g>"
    surface.blit(picture(document(body, (0, 0, *size)), size), native)


def draw_emblem(
    surface: pygame.Surface, theme: Theme, centre: tuple[float, float], radius: float, colour: Colour
) -> None:
    """The sign of the game: two circles that share a part, as two people share a matter."""
    side = 3.4 * radius
    native = theme.rect((centre[0] - side / 2, centre[1] - side / 2, side, side))
    scale = native.width / side
    shapes = emblem((side / 2, side / 2), radius, hexed(colour), radius / 11)
    body = f'<g transform="scale({scale:.5f})">{shapes}</g>'
    surface.blit(picture(document(body, (0, 0, *native.size)), native.size), native)


def draw_paper(surface: pygame.Surface, theme: Theme, rect: Rect, *, margin: float | None = None) -> None:
    """A sheet of paper on the table with its shadow; ``margin``: a red line so many units from its left."""
    soft_shadow(surface, theme.rect(rect), theme.px(10), 120, theme.px(6))
    paper_ground(surface, theme, rect, margin=margin)


def draw_board(surface: pygame.Surface, theme: Theme, y: float, x: float, width: float) -> None:
    """The board of a shelf whose upper edge is at ``y``: its lit edge, its face, the shade below."""
    colours = theme.colours
    face = theme.rect((x, y, width, 11))
    pygame.draw.rect(surface, mix(colours.wood, colours.soft_on_wood, 0.22), face)
    pygame.draw.rect(
        surface,
        mix(colours.wood, colours.soft_on_wood, 0.5),
        (face.left, face.top, face.width, theme.px(1.5)),
    )
    steps = max(4, theme.px(12))
    shade = remembered(("shade", face.width, steps, colours.wood), lambda: _shade(face.width, steps))
    surface.blit(shade, (face.left, face.bottom))


def _shade(width: int, steps: int) -> pygame.Surface:
    shade = pygame.Surface((width, steps), pygame.SRCALPHA)
    for row in range(steps):
        shade.fill((20, 13, 5, round(105 * (1 - row / steps) ** 1.6)), (0, row, width, 1))
    return fast(shade)


def draw_clip(surface: pygame.Surface, theme: Theme, at: tuple[float, float], height: float) -> None:
    """A paper clip whose upper end is at ``at``."""
    width = height * 0.42
    native = theme.rect((at[0], at[1], width, height))
    s = native.height / 50
    wire = "M6 18 V38 a5 5 0 0 0 10 0 V10 a7 7 0 0 0 -14 0 V36"
    body = (
        f'<g transform="scale({s:.4f})" fill="none">'
        f'<path d="{wire}" stroke="#20242a" stroke-opacity="0.35" stroke-width="2.6" '
        f'transform="translate(1.2 1.6)"/><path d="{wire}" stroke="#aab2b8" stroke-width="2.4"/>'
        f'<path d="M6 18 V38 a5 5 0 0 0 10 0 V10" stroke="#e9eef0" stroke-width="0.9"/></g>'
    )
    surface.blit(picture(document(body, (0, 0, *native.size)), native.size), native)
