# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""The rooms of a company, and the table, as SVG in the light of an hour. Units of the sheet.

What matters stands left of x 200 below y 200, or right of x 540: the customer sits between, and notebook and
calendar hang in the upper corners.
"""

from game.screens.colours import Colour, hexed, mix
from game.screens.places.light import (
    STAGE,
    TABLE_TOP,
    UMBER,
    WHITE,
    Light,
    box,
    ceiling_lamp,
    fade,
    line,
    shape,
)
from game.screens.places.outside import window

_FILES: tuple[Colour, ...] = (
    (0x6E, 0x86, 0x94),
    (0xC4, 0xA2, 0x64),
    (0x7E, 0x8F, 0x72),
    (0xB4, 0x74, 0x5E),
    (0xD9, 0xCF, 0xBA),
)


def wall(light: Light, tint: Colour = (0xE9, 0xE0, 0xCC), share: float = 0.0) -> str:
    """The wall, of its own colour by ``share``, and the light the window throws on it."""
    ground = mix(light.wall, tint, share * (1 - 0.45 * light.dim))
    lower = mix(ground, (0x9A, 0x80, 0x58), 0.16 + 0.14 * light.dim)
    beam = shape("M 0 250 L 260 120 L 260 330 L 0 500 Z", "#fff6dc", light.beam * 0.34)
    return (
        f"<defs>{fade('sky', light.zenith, light.horizon)}{fade('wall', ground, lower)}</defs>"
        + box(0, 0, *STAGE, "url(#wall)")
        + (beam if light.beam else "")
    )


def files(light: Light, x: float, foot: float, count: int, high: float = 56) -> str:
    """A row of ``count`` binders standing at ``foot``."""
    parts, at = [], x
    for n in range(count):
        wide, tall = 9 + (n * 5) % 4, high + (n * 13) % 17
        parts += [
            box(at, foot - tall, wide, tall, light.tone(_FILES[n * 3 % 5], 0.42)),
            box(at, foot - tall + 12, wide, 8, "#f7f2e6", 'opacity="0.6"'),
        ]
        at += wide + 1.5
    return "".join(parts)


def plant(light: Light, x: float, foot: float, size: float = 1.0) -> str:
    """A pot plant standing at ``foot``."""
    leaf, dark = light.tone((0x6A, 0x84, 0x5C), 0.2), light.tone((0x4C, 0x64, 0x46), 0.2)
    parts = [
        shape(
            f"M 0 -30 Q {bend} -54 {tip} {-102 + abs(tip) * 0.9:.0f} Q {bend / 2 + 6:.0f} -54 4 -28 Z", tone
        )
        for tip, bend, tone in (
            (-30, -74, dark),
            (32, 76, dark),
            (-18, -40, leaf),
            (22, 42, leaf),
            (0, 0, leaf),
        )
    ]
    pot = shape("M -20 -32 L 22 -32 L 17 0 L -15 0 Z", light.tone((0xB0, 0x6E, 0x50), 0.25))
    return f'<g transform="translate({x:g} {foot:g}) scale({size:g})">{"".join(parts)}{pot}</g>'


def _shelf(light: Light) -> str:
    wood, dark = light.tone((0x8A, 0x6A, 0x44), 0.55), light.tone(UMBER, 0.45)
    inside = "".join(box(32, y, 134, 82, dark, 'opacity="0.55"') for y in (384, 476, 568))
    return (
        box(24, 372, 150, 290, wood)
        + box(24, 372, 150, 6, dark)
        + inside
        + files(light, 36, 466, 11)
        + files(light, 36, 558, 11, 50)
        + plant(light, 100, 372)
    )


def meeting_room(light: Light) -> str:
    """A room for talks: a shelf, a window on the town, a picture, a long lamp."""
    frame, edge = light.tone((0x9A, 0x7C, 0x54), 0.3), light.tone(UMBER, 0.4)
    picture = (
        box(212, 232, 72, 96, edge)
        + box(215, 235, 66, 90, frame)
        + box(222, 242, 52, 76, light.tone((0xF4, 0xEE, 0xDE), 0.2))
        + shape(
            "M 222 300 Q 236 272 250 292 T 274 280 L 274 318 L 222 318 Z", light.tone((0x7C, 0x94, 0x8E), 0.3)
        )
        + f'<circle cx="260" cy="260" r="7" fill="{light.tone((0xC8, 0x7A, 0x5A), 0.3)}"/>'
    )
    return (
        wall(light)
        + ceiling_lamp(light, 270, 14, 220)
        + _shelf(light)
        + picture
        + window(light, 330, 74, 312, 296)
    )


def _screen(light: Light, x: float, foot: float) -> str:
    """A monitor seen from behind a colleague's desk; it glows when the room is dark."""
    dark, glass = (
        light.tone((0x4A, 0x4C, 0x50), 0.2),
        mix((0x9C, 0xB0, 0xBA), (0xD8, 0xE8, 0xF0), light.lamps),
    )
    return (
        box(x + 34, foot - 16, 14, 14, dark)
        + box(x + 18, foot - 4, 46, 4, dark)
        + box(x, foot - 72, 82, 58, dark, 'rx="3"')
        + box(x + 4, foot - 68, 74, 48, hexed(glass))
        + "".join(
            box(x + 10, foot - 62 + n * 9, 30 + n * 17 % 28, 3, dark, 'opacity="0.35"') for n in range(4)
        )
    )


def office(light: Light) -> str:
    """A room with desks: screens, a low partition, a notice board, a clock, binders, a window far away."""
    dark = light.tone(UMBER, 0.5)
    felt, desk = light.tone((0x7C, 0x8E, 0x86), 0.3), light.tone((0xC9, 0xB0, 0x88), 0.3)
    notes = "".join(
        box(318 + n % 4 * 52, 66 + n // 4 * 60, 40, 48 - n * 7 % 13, light.tone(((0xFB, 0xF8, 0xF1), (0xF0, 0xDC, 0xA8), (0xD6, 0xE2, 0xDE))[n * 2 % 3], 0.15))
        for n in range(8)
    )  # fmt: skip
    clock = (
        f'<circle cx="264" cy="96" r="27" fill="{light.tone(WHITE, 0.1)}" stroke="{dark}" stroke-width="4"/>'
        + line("M 264 96 L 264 79 M 264 96 L 276 102", "#3a2a24", 3)
    )
    cabinet = (
        box(574, 392, 110, 220, light.tone((0xB4, 0xB2, 0xA8), 0.3))
        + "".join(box(580, y, 92, 62, light.tone((0xC6, 0xC4, 0xBA), 0.3)) + box(612, y + 26, 26, 5, dark) for y in (400, 468, 536))
        + files(light, 580, 392, 8, 44)
    )  # fmt: skip
    partition = box(0, 452, 560, 164, felt) + box(0, 452, 560, 6, dark) + box(188, 452, 3, 164, dark)
    return (
        wall(light, (0xDD, 0xE2, 0xDC), 0.35)
        + ceiling_lamp(light, 40, 22, 190)
        + ceiling_lamp(light, 330, 22, 190)
        + window(light, 566, 110, 150, 210)
        + box(300, 52, 232, 136, dark)
        + box(306, 58, 220, 124, felt)
        + notes
        + clock
        + cabinet
        + _screen(light, 30, 440)
        + _screen(light, 132, 440)
        + box(0, 438, 250, 14, desk)
        + partition
        + plant(light, 524, 452, 0.9)
        + files(light, 8, 438, 2, 40)
    )


def table_svg(light: Light, colour: Colour = (0x96, 0x72, 0x4E)) -> str:
    """The table from its far edge to the window's foot, with grain, and a soft light along the edge."""
    top = mix(mix(colour, light.wall, 0.12), (0x1E, 0x1A, 0x22), 0.18 * light.dim)
    grain = hexed(mix(top, (0x4A, 0x32, 0x1E), 0.4))
    lines = "".join(
        line(f"M {-20 + n * 31 % 60} {TABLE_TOP + 14 + n * 15} q 170 {-5 + n * 3 % 9} 340 0 t 360 {n * 5 % 7 - 3}", grain, 1.3, 0.28)
        for n in range(6)
    )  # fmt: skip
    high = 720 - TABLE_TOP
    return (
        f"<defs>{fade('top', mix(top, (0xFF, 0xEE, 0xD2), 0.16), mix(top, (0x3A, 0x26, 0x16), 0.34))}</defs>"
        + box(0, TABLE_TOP, STAGE[0], high, "url(#top)")
        + box(0, TABLE_TOP, STAGE[0], 4, hexed(mix(top, (0xFF, 0xF2, 0xDC), 0.4)))
        + box(0, TABLE_TOP + 4, STAGE[0], 2, hexed(mix(top, (0x3A, 0x26, 0x16), 0.25)), 'opacity="0.6"')
        + lines
    )
