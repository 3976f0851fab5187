# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Where customers have customers: a clinic, a shop, a shopping street, as SVG in the light of an hour. Units of the sheet."""

from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.places.light import (
    STAGE,
    UMBER,
    WHITE,
    Light,
    box,
    ceiling_lamp,
    fade,
    halo,
    line,
    pendant,
    shape,
)
from game.screens.places.outside import town, window
from game.screens.places.rooms import plant, wall

_GOODS: Final[tuple[Colour, ...]] = (
    (0xC4, 0x6A, 0x50),
    (0xDA, 0xB2, 0x5C),
    (0x6C, 0x8E, 0x7A),
    (0x52, 0x76, 0x92),
    (0xE6, 0xDC, 0xC4),
    (0x8E, 0x6A, 0x86),
)


def clinic(light: Light) -> str:
    """A consulting room: a curtain on its rail, a couch, a cabinet of medicines, a green cross, a window with a blind."""
    steel = light.tone((0xB6, 0xBE, 0xBC), 0.2)
    cloth, fold = light.tone((0xA9, 0xCC, 0xC0), 0.15), light.tone((0x7E, 0xA8, 0x9A), 0.15)
    curtain = box(0, 206, 206, 6, steel) + shape(
        "M 0 212 L 138 212 C 146 320 132 430 142 560 L 0 560 Z", cloth
    )
    folds = "".join(
        line(f"M {x} 214 C {x + 5} 320 {x - 5} 440 {x + 3} 556", fold, 3, 0.7) for x in (20, 46, 72, 98, 122)
    )
    couch = (
        box(0, 556, 236, 26, light.tone((0x5E, 0x86, 0x84), 0.15), 'rx="8"')
        + box(4, 536, 64, 24, light.tone(WHITE, 0.2), 'rx="10"')
        + box(20, 582, 8, 40, steel)
        + box(206, 582, 8, 40, steel)
    )
    cabinet = box(546, 152, 130, 222, light.tone((0xE4, 0xE6, 0xE0), 0.2)) + box(
        556, 164, 112, 198, light.tone((0xB8, 0xCC, 0xCC), 0.2)
    )
    bottles = []
    for row, foot in enumerate((226, 292, 358)):
        cabinet += box(556, foot, 112, 5, light.tone((0xE4, 0xE6, 0xE0), 0.2))
        for n in range(5):
            tall, x = 26 + (row * 13 + n * 11) % 20, 562 + n * 21
            tone = light.tone(
                ((0x8A, 0x5A, 0x34), (0xF2, 0xEE, 0xE4), (0x62, 0x86, 0x8E), (0xC8, 0xA0, 0x5C))[
                    (row + n) % 4
                ],
                0.15,
            )
            bottles.append(
                box(x, foot - tall, 15, tall, tone, 'rx="3"')
                + box(x + 4, foot - tall - 6, 7, 7, light.tone(WHITE, 0.2))
            )
            bottles.append(box(x + 2, foot - tall * 0.6, 11, tall * 0.3, "#fbf8f1", 'opacity="0.75"'))
    glass = shape("M 566 362 L 610 164 L 628 164 L 584 362 Z", "#ffffff", 0.22) + line(
        "M 612 164 V 362", light.tone((0xE4, 0xE6, 0xE0), 0.2), 5
    )
    drawers = box(546, 374, 130, 246, light.tone((0xD8, 0xDA, 0xD2), 0.2)) + "".join(
        box(554, y, 114, 70, light.tone((0xEA, 0xEA, 0xE4), 0.2)) + box(596, y + 12, 30, 6, steel, 'rx="3"')
        for y in (384, 462, 540)
    )
    blind = window(light, 300, 84, 206, 230) + "".join(
        box(296, 84 + n * 11, 214, 4, light.tone(WHITE, 0.3), 'opacity="0.9"') for n in range(9)
    )
    cross = (
        f'<circle cx="246" cy="262" r="30" fill="{light.tone(WHITE, 0.15)}"/>'
        + box(239, 243, 14, 38, light.tone((0x4E, 0x9A, 0x78), 0.1), 'rx="3"')
        + box(227, 255, 38, 14, light.tone((0x4E, 0x9A, 0x78), 0.1), 'rx="3"')
    )
    return (
        wall(light, (0xE2, 0xEE, 0xEA), 0.7)
        + box(0, 470, 668, 8, light.tone((0xA9, 0xCC, 0xC0), 0.3))
        + ceiling_lamp(light, 300, 16, 210)
        + blind
        + cross
        + curtain
        + folds
        + couch
        + cabinet
        + "".join(bottles)
        + glass
        + drawers
    )  # fmt: skip


def _goods(light: Light, x: float, foot: float, wide: float, seed: int) -> str:
    """A row of things on a board: jars, boxes, bags."""
    parts, at, n = [], x, seed
    while at < x + wide - 16:
        kind, tone = n * 5 % 3, light.tone(_GOODS[n * 7 % 6], 0.12)
        if kind == 0:
            w, h = 22, 34 + n * 7 % 12
            parts.append(
                box(at, foot - h, w, h, tone, 'rx="5"')
                + box(at + 4, foot - h - 6, w - 8, 7, light.tone(UMBER, 0.2), 'rx="2"')
                + box(at, foot - h * 0.62, w, h * 0.3, "#fbf6ea", 'opacity="0.8"')
            )
        elif kind == 1:
            w, h = 30, 44 + n * 11 % 14
            parts.append(
                box(at, foot - h, w, h, tone)
                + box(at + 5, foot - h + 9, w - 10, 12, "#fbf6ea", 'opacity="0.75"')
            )
        else:
            w, h = 28, 40 + n * 3 % 10
            parts.append(
                shape(
                    f"M {at + 3} {foot} L {at} {foot - h + 8} L {at + 5} {foot - h} L {at + w - 5} {foot - h} L {at + w} {foot - h + 8} L {at + w - 3} {foot} Z",
                    tone,
                )
                + f'<circle cx="{at + w / 2}" cy="{foot - h * 0.48}" r="7" fill="#fbf6ea" opacity="0.75"/>'
            )
        at, n = at + w + 5, n + 1
    return "".join(parts)  # fmt: skip


def shop(light: Light) -> str:
    """A shop: shelves of goods on both sides, a striped awning over the window, baskets, hanging lamps."""
    wood, dark = light.tone((0xA8, 0x80, 0x52), 0.15), light.tone((0x6E, 0x50, 0x32), 0.15)
    back = light.tone((0xD8, 0xC2, 0x9A), 0.3)
    shelves = box(0, 204, 212, 420, back) + box(530, 132, 138, 490, back)
    for n, foot in enumerate((282, 370, 458, 546)):
        shelves += (
            _goods(light, 8, foot, 200, n + 1)
            + box(0, foot, 214, 9, wood)
            + box(0, foot + 9, 214, 4, dark, 'opacity="0.5"')
        )
    for n, foot in enumerate((212, 296, 380, 464, 548)):
        shelves += (
            _goods(light, 538, foot, 136, n + 3)
            + box(528, foot, 140, 9, wood)
            + box(528, foot + 9, 140, 4, dark, 'opacity="0.5"')
        )
    fruit = "".join(
        f'<circle cx="{12 + n % 7 * 26 + n // 7 * 12}" cy="{588 - n // 7 * 15}" r="13" fill="{light.tone(((0xD8, 0x7A, 0x3A), (0xC8, 0x4E, 0x3E), (0xE0, 0xB4, 0x4A))[n % 3], 0.08)}"/>'
        for n in range(13)
    )
    basket = shape("M -6 592 L 212 592 L 202 640 L 0 640 Z", wood) + "".join(
        line(f"M 0 {y} L 208 {y}", dark, 2, 0.5) for y in (602, 612)
    )
    awning = "".join(
        shape(
            f"M {252 + n * 29} 34 L {281 + n * 29} 34 L {281 + n * 29} 78 Q {266 + n * 29} 92 {252 + n * 29} 78 Z",
            light.tone((0xB8, 0x54, 0x42) if n % 2 == 0 else (0xF4, 0xEC, 0xDC), 0.1),
        )
        for n in range(9)
    )
    return (
        wall(light, (0xF0, 0xDC, 0xB4), 0.35)
        + window(light, 272, 96, 222, 250)
        + box(250, 28, 264, 8, dark)
        + awning
        + shelves
        + box(208, 204, 8, 420, dark)
        + box(524, 132, 8, 490, dark)
        + fruit
        + basket
        + pendant(light, 228, 150, (0x3E, 0x54, 0x4E))
        + pendant(light, 540, 122, (0x3E, 0x54, 0x4E))
    )  # fmt: skip


def _front(light: Light, x: float, y: float, w: float, tint: Colour) -> str:
    """A house front above the pavement, with two windows upstairs and their lights."""
    glass = hexed(mix(mix(light.zenith, WHITE, 0.25), (0xF6, 0xD8, 0x90), min(1.0, 1.4 * light.lamps)))
    frame = light.outdoors((0x6A, 0x5E, 0x50))
    upstairs = "".join(
        box(x + w * at - 4, y + 30, w * 0.28 + 8, 76, frame)
        + box(x + w * at, y + 34, w * 0.28, 68, glass, f'opacity="{1 if at < 0.3 else 0.75}"')
        + box(x + w * (at + 0.14) - 2, y + 34, 4, 68, frame)
        for at in (0.14, 0.58)
    )
    return box(x, y, w, 660 - y, light.outdoors(tint)) + box(x - 8, y - 10, w + 16, 12, frame) + upstairs  # fmt: skip


def _street_lamp(light: Light) -> str:
    post = light.outdoors((0x4A, 0x50, 0x50))
    return (
        halo(516, 196, 130, 0.9 * light.lamps)
        + line("M 560 656 L 560 210 Q 560 176 528 182", post, 7)
        + shape("M 500 190 Q 516 168 536 184 L 532 196 L 502 198 Z", post)
        + f'<ellipse cx="517" cy="197" rx="14" ry="5" fill="{"#fff0bc" if light.night else "#f4efe0"}"/>'
    )


def street(light: Light) -> str:
    """A shopping street: house fronts with an awning and noren, wires, a street lamp, a tree, the pavement."""
    dark, glass = (
        light.outdoors((0x54, 0x4A, 0x40)),
        hexed(mix(mix(light.zenith, WHITE, 0.35), (0xF2, 0xD0, 0x89), min(1.0, 1.4 * light.lamps))),
    )
    stripes = "".join(
        shape(
            f"M {n * 27 - 6} 388 L {n * 27 + 21} 388 L {n * 27 + 23} 428 Q {n * 27 + 9} 440 {n * 27 - 8} 428 Z",
            light.outdoors((0xB4, 0x58, 0x46) if n % 2 else (0xF2, 0xEA, 0xDA)),
        )
        for n in range(8)
    )
    left_shop = (
        box(8, 436, 92, 150, glass)
        + box(112, 436, 76, 220, glass)
        + box(50, 436, 4, 150, dark)
        + box(148, 436, 4, 220, dark)
        + box(8, 586, 92, 70, light.outdoors((0x8A, 0x72, 0x56)))
    )
    glow = halo(70, 470, 170, 0.55 * light.lamps)
    noren = "".join(
        shape(f"M {584 + n * 30} 430 h 26 v 62 q -13 8 -26 0 Z", light.outdoors((0x3A, 0x52, 0x72)))
        + f'<circle cx="{597 + n * 30}" cy="462" r="7" fill="{light.outdoors((0xEA, 0xE4, 0xD6))}"/>'
        for n in range(3)
    )
    right_shop = (
        box(578, 424, 96, 232, glass)
        + box(574, 418, 100, 8, dark)
        + noren
        + halo(630, 540, 120, 0.4 * light.lamps)
    )
    wires = "".join(
        line(f"M 0 {y} Q 240 {y + 46} 470 {y - 8} Q 580 {y - 38} 690 {y - 20}", dark, 1.6, 0.8)
        for y in (52, 74, 104)
    )
    pole = (
        box(466, 20, 10, 640, light.outdoors((0x8C, 0x86, 0x7C)))
        + box(440, 46, 62, 6, dark)
        + box(446, 68, 50, 6, dark)
        + box(480, 92, 20, 36, light.outdoors((0xA8, 0xA6, 0x9E)), 'rx="4"')
    )
    leaf = light.outdoors((0x6C, 0x88, 0x5E))
    tree = box(254, 420, 12, 236, light.outdoors((0x74, 0x5C, 0x44))) + "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{leaf}"/>'
        for x, y, r in ((260, 380, 50), (226, 412, 34), (292, 414, 36), (262, 342, 34))
    )
    return (
        f"<defs>{fade('sky', light.zenith, light.horizon)}</defs>"
        + town(light, 0, 0, 668, 656)
        + _front(light, -20, 232, 228, (0xCE, 0xB6, 0x90))
        + _front(light, 548, 210, 150, (0xA8, 0xAE, 0xA8))
        + tree
        + left_shop
        + stripes
        + box(-4, 380, 212, 10, dark)
        + glow
        + right_shop
        + pole
        + wires
        + _street_lamp(light)
        + box(0, 648, STAGE[0], 72, light.outdoors((0x9C, 0x96, 0x8C)))
        + box(0, 648, STAGE[0], 5, light.outdoors((0xE6, 0xE0, 0xD2)))
        + "".join(line(f"M {x} 653 L {x - 24} 720", dark, 1.6, 0.3) for x in range(60, 720, 96))
        + plant(light, 226, 654, 0.8)
    )  # fmt: skip
