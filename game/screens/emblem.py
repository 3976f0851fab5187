"""The sign of the game, two circles that share a part: on covers, and as the icon of window and program."""

import math
from typing import Final

import pygame

from game.screens.colours import NORMAL, hexed, mix
from game.screens.paint import document, picture

SMALL: Final = 40
"""Pixels; an icon below this keeps cloth and sign and loses the frame, which would only blur it."""


def emblem(centre: tuple[float, float], radius: float, ink: str, stroke: float) -> str:
    """The sign as SVG shapes: ``radius`` of each circle, ``ink`` a colour such as ``#F7F2E6``.

    It is 3.1 × ``radius`` wide with its lines.
    """
    x, y, r, d = *centre, radius, radius * 0.55
    reach = math.sqrt(r * r - d * d)
    return (
        f'<g fill="none" stroke="{ink}" stroke-width="{stroke:.2f}">'
        f'<path d="M{x:.2f} {y - reach:.2f} A{r:.2f} {r:.2f} 0 0 1 {x:.2f} {y + reach:.2f} '
        f'A{r:.2f} {r:.2f} 0 0 1 {x:.2f} {y - reach:.2f} Z" '
        f'fill="{ink}" fill-opacity="0.85" stroke="none"/>'
        f'<circle cx="{x - d:.2f}" cy="{y:.2f}" r="{r:.2f}"/>'
        f'<circle cx="{x + d:.2f}" cy="{y:.2f}" r="{r:.2f}"/></g>'
    )


def icon(side: int) -> pygame.Surface:
    """A passbook's cloth with the sign on it, ``side`` pixels square, its corners transparent.

    Needs no window. Drawn for each size and not scaled: the smaller it is, the thicker the lines and the
    larger the sign.
    """
    small = side < SMALL
    air = 0 if small else side / 16
    cloth, ink = NORMAL.indigo, hexed(NORMAL.on_wood)
    top, low = hexed(mix(cloth, (255, 255, 255), 0.14)), hexed(mix(cloth, (0, 0, 0), 0.18))
    inner = side - 2 * air
    body = (
        '<defs><linearGradient id="c" x1="0%" y1="0%" x2="0%" y2="100%">'
        f'<stop offset="0%" stop-color="{top}"/><stop offset="100%" stop-color="{low}"/>'
        "</linearGradient></defs>"
        f'<rect x="{air:.2f}" y="{air:.2f}" width="{inner:.2f}" height="{inner:.2f}" '
        f'rx="{side * 0.17:.2f}" fill="url(#c)"/>'
    )
    if not small:
        foil, edge = hexed(mix(cloth, NORMAL.soft_on_wood, 0.55)), air + side * 0.055
        body += (
            f'<rect x="{edge:.2f}" y="{edge:.2f}" width="{side - 2 * edge:.2f}" '
            f'height="{side - 2 * edge:.2f}" rx="{side * 0.115:.2f}" fill="none" stroke="{foil}" '
            f'stroke-width="{max(1, side / 90):.2f}"/>'
        )
    radius = side * (0.245 if small else 0.205)
    body += emblem((side / 2, side / 2), radius, ink, max(1.4, side / (15 if small else 26)))
    return picture(document(body, (0, 0, side, side)), (side, side))
