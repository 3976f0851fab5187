# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""Where customers have customers: a clinic and a shop, as SVG in the light of an hour. Units as in ``depth``."""

from typing import Final

from game.screens.colours import Colour, mix
from game.screens.places.depth import (
    MIDDLE_X,
    MIDDLE_Y,
    at,
    ceiling_light,
    facing,
    level,
    outline,
    quiet,
    shell,
    solid,
    upright,
)
from game.screens.places.furniture import cabinet
from game.screens.places.light import UMBER, WHITE, Light, box, halo, line, pendant, shape
from game.screens.places.outside import side_window, sunbeam

_GOODS: Final[tuple[Colour, ...]] = (
    (0xC4, 0x6A, 0x50),
    (0xDA, 0xB2, 0x5C),
    (0x6C, 0x8E, 0x7A),
    (0x52, 0x76, 0x92),
    (0xE6, 0xDC, 0xC4),
    (0x8E, 0x6A, 0x86),
)
_BOTTLES: Final[tuple[Colour, ...]] = (
    (0x8A, 0x5A, 0x34),
    (0xF2, 0xEE, 0xE4),
    (0x62, 0x86, 0x8E),
    (0xC8, 0xA0, 0x5C),
)


def _curtain(light: Light, k0: float, k1: float) -> str:
    """A curtain on its rail, in folds, before the wall at the left."""
    x, top, foot, folds = 196.0, 118.0, 520.0, 9
    rail = line(
        "M {:.0f} {:.0f} L {:.0f} {:.0f}".format(*at(x, top - 4, 1.0), *at(x, top - 4, k1)),
        light.tone((0xB6, 0xBE, 0xBC), 0.2),
        5,
    )
    tones = ((0xB4, 0xD6, 0xCA), (0x92, 0xBC, 0xAE))
    parts = []
    for n in range(folds):
        a, b = k0 + (k1 - k0) * n / folds, k0 + (k1 - k0) * (n + 1) / folds
        parts.append(shape(upright(x, top, foot + 4 * (n % 2), a, b), light.tone(tones[n % 2], 0.16)))
    return rail + "".join(parts)


def _couch(light: Light) -> str:
    """A couch along the wall at the left, with its pillow."""
    steel = light.tone((0xA6, 0xAE, 0xAC), 0.2)
    legs = "".join(
        line("M {:.0f} {:.0f} L {:.0f} {:.0f}".format(*at(232, 492, k), *at(232, 548, k)), steel, 4)
        for k in (1.06, 1.40)
    )
    return (
        legs
        + solid(light, 168, 236, 472, 494, 1.02, 1.44, (0x6A, 0x92, 0x8E))
        + solid(light, 176, 228, 462, 473, 1.04, 1.14, (0xF4, 0xF2, 0xEA))
    )


def clinic(light: Light) -> str:
    """A consulting room: a curtain and a couch, a cabinet with bottles, a green cross, a window with a blind."""
    green = light.tone((0x4E, 0x9A, 0x78), 0.1)
    cross = (
        f'<circle cx="526" cy="222" r="28" fill="{light.tone(WHITE, 0.12)}"/>'
        + box(519, 203, 14, 38, green, 'rx="3"')
        + box(507, 215, 38, 14, green, 'rx="3"')
    )
    band = "".join(
        (
            box(168, 432, 416, 6, light.tone((0xA2, 0xCA, 0xBC), 0.2)),
            shape(upright(168, 432, 438, 1, 1.95), light.tone((0xA2, 0xCA, 0xBC), 0.2)),
            shape(upright(584, 432, 438, 1, 1.95), light.tone((0x96, 0xBC, 0xAE), 0.2)),
        )
    )
    blind = "".join(
        shape(upright(583, y, y + 5, 1.08, 1.46), light.tone(WHITE, 0.25), 0.9) for y in range(134, 236, 12)
    )
    bottles = ""
    for n in range(7):
        k, tall = 1.08 + n * 0.052, 26 + n * 11 % 17
        (x, y), wide = at(566, 432, k), 8.5 * k
        bottles += (
            box(x - wide, y - tall * k, 2 * wide, tall * k, light.tone(_BOTTLES[n * 3 % 4], 0.15), 'rx="3"')
            + box(x - wide / 2, y - tall * k - 7, wide, 8, light.tone(WHITE, 0.2), 'rx="1.5"')
            + box(
                x - wide + 2, y - tall * k * 0.62, 2 * wide - 4, tall * k * 0.3, "#fbf8f1", 'opacity="0.75"'
            )
        )
    return (
        shell(light, (0xE2, 0xF0, 0xEA), (0xBC, 0xC8, 0xC4), 0.75, ceiling=(0xF4, 0xF8, 0xF4))
        + band
        + ceiling_light(light, 322, 430, 1.08, 1.32)
        + side_window(light, 1.08, 1.46, 132, 372)
        + blind
        + sunbeam(light)
        + cross
        + _couch(light)
        + cabinet(light, 1.02, 1.52, 432, (0xE2, 0xE4, 0xDE))
        + bottles
        + _curtain(light, 1.42, 1.95)
        + halo(376, 40, 330, 0.32 * light.lamps)
        + quiet(light)
    )


def _goods(light: Light, x: float, foot: float, room: float, seed: int) -> str:
    """What stands on one board of the shelves at a side: jars with lids, boxes with labels, bags tied at the top."""
    parts, k, n = "", 1.06, seed
    away = -16 if x < MIDDLE_X else 16
    while k < 2.2:  # noqa: PLR2004 - beyond the stage's edge
        kind, wide = n * 5 % 3, 0.078 + 0.016 * (n * 7 % 4)
        tall = room * (0.44 + 0.08 * (n * 7 % 4))
        tone, k1, top = _GOODS[n * 7 % 6], k + wide, foot - tall
        fill, pale = light.tone(tone, 0.12), light.tone((0xFB, 0xF6, 0xEA), 0.1)
        if kind == 0:
            parts += shape(
                upright(x, top - 8, top + 2, k + wide * 0.2, k1 - wide * 0.2),
                light.tone(mix(tone, UMBER, 0.6), 0.2),
            )
            parts += shape(upright(x, top, foot, k, k1), fill)
        elif kind == 1:
            if top > MIDDLE_Y:
                back = outline(at(x, top, k), at(x, top, k1), at(x + away, top, k1), at(x + away, top, k))
                parts += shape(back, light.tone(mix(tone, WHITE, 0.35), 0.12))
            parts += shape(upright(x, top, foot, k, k1), fill)
        else:
            middle = (k + k1) / 2
            bag = outline(
                at(x, foot, k),
                at(x, top + 12, k),
                at(x, top + 5, middle - wide * 0.16),
                at(x, top - 6, middle - wide * 0.26),
                at(x, top - 6, middle + wide * 0.26),
                at(x, top + 5, middle + wide * 0.16),
                at(x, top + 12, k1),
                at(x, foot, k1),
            )
            parts += shape(bag, fill)
        parts += shape(
            upright(x, top + tall * 0.36, top + tall * 0.66, k + wide * 0.16, k1 - wide * 0.16), pale, 0.78
        )
        k, n = k1 + 0.022, n + 1
    return parts


def _shelves(light: Light, x: float) -> str:
    """Shelves of goods along one side, their boards at plane ``x``."""
    wood, far = light.tone((0xA8, 0x80, 0x52), 0.15), 168.0 if x < MIDDLE_X else 584.0
    parts = shape(
        upright(far + (6 if x < MIDDLE_X else -6), 130, 556, 1.0, 1.95),
        light.tone((0x86, 0x64, 0x40), 0.2),
        0.85,
    )
    for n, foot in enumerate((216.0, 300.0, 384.0, 468.0, 552.0)):
        parts += _goods(light, x, foot, 84, n * 2 + (1 if x < MIDDLE_X else 3))
        parts += shape(upright(x, foot, foot + 8, 1.0, 1.95), wood)
        if foot > MIDDLE_Y:
            parts += shape(level(foot, min(x, far), max(x, far), 1.0, 1.03), wood)
    return parts + shape(
        facing(min(x, far), 126, max(x, far), 556, 1.0), light.tone((0x8A, 0x66, 0x42), 0.15)
    )


def shop(light: Light) -> str:
    """A shop: shelves of goods along both sides, a striped awning over the back wall, a price board, hanging lamps."""
    wood, dark = (0xB0, 0x88, 0x5A), light.tone((0x6E, 0x50, 0x32), 0.15)
    panels = line(
        " ".join(f"M {x} 150 V 556" for x in range(236, 540, 34)),
        light.tone(mix(wood, UMBER, 0.5), 0.3),
        1.4,
        0.3,
    )
    awning = "".join(
        shape(
            f"M {212 + n * 30} 92 L {242 + n * 30} 92 L {242 + n * 30} 134 Q {227 + n * 30} 150 {212 + n * 30} 134 Z",
            light.tone((0xB8, 0x54, 0x42) if n % 2 == 0 else (0xF4, 0xEC, 0xDC), 0.12),
        )
        for n in range(11)
    )
    board = (
        box(494, 190, 46, 84, dark, 'rx="2"')
        + box(498, 194, 38, 76, light.tone((0x3C, 0x4A, 0x42), 0.15))
        + line(
            "M 504 206 h 26 M 504 218 h 18 M 504 230 h 24 M 504 242 h 14 M 504 254 h 22",
            light.tone((0xF0, 0xEA, 0xD8), 0.1),
            2,
            0.7,
        )
    )
    fruit = "".join(
        f'<circle cx="{512 + n % 4 * 17 + n // 4 * 8}" cy="{474 - n // 4 * 13}" r="10.5" fill="{light.tone(((0xD8, 0x7A, 0x3A), (0xC8, 0x4E, 0x3E), (0xE0, 0xB4, 0x4A))[n * 2 % 3], 0.08)}"/>'
        for n in range(7)
    )
    return (
        shell(light, (0xF0, 0xDC, 0xB4), (0xA6, 0x84, 0x5A), 0.5, ceiling=(0xE6, 0xD4, 0xB2))
        + box(206, 120, 340, 436, light.tone(mix(wood, WHITE, 0.42), 0.45))
        + panels
        + box(206, 84, 340, 10, dark)
        + awning
        + board
        + _shelves(light, 204)
        + _shelves(light, 548)
        + fruit
        + solid(light, 500, 584, 480, 556, 1.0, 1.06, (0x9A, 0x74, 0x4A))
        + pendant(light, 232, 118, (0x3E, 0x54, 0x4E))
        + pendant(light, 520, 118, (0x3E, 0x54, 0x4E))
        + quiet(light)
    )
