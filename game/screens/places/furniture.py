# ruff: noqa: E501, PLR0917 - the numbers and the length of a drawn line are the drawing; edges of a thing in space
"""What stands and hangs in rooms, as SVG in the light of an hour. Units of the sheet, or of ``depth``."""

from game.screens.colours import Colour, hexed, mix
from game.screens.places.depth import at, facing, level, solid, upright
from game.screens.places.light import STAGE, TABLE_TOP, UMBER, WHITE, Light, box, fade, line, shape

FILES: tuple[Colour, ...] = (
    (0x6E, 0x86, 0x94),
    (0xC4, 0xA2, 0x64),
    (0x7E, 0x8F, 0x72),
    (0xB4, 0x74, 0x5E),
    (0xD9, 0xCF, 0xBA),
)


def files(light: Light, x: float, foot: float, count: int, high: float = 56) -> str:
    """A row of ``count`` binders standing at ``foot``."""
    parts, along = [], x
    for n in range(count):
        wide, tall = 9 + (n * 5) % 4, high + (n * 13) % 17
        parts += [
            box(along, foot - tall, wide, tall, light.tone(FILES[n * 3 % 5], 0.42)),
            box(along, foot - tall + 12, wide, 8, "#f7f2e6", 'opacity="0.6"'),
        ]
        along += wide + 1.5
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


def bookcase(light: Light, k0: float, k1: float, top: float, rows: int) -> str:
    """Shelves of binders along the wall at the left, ``rows`` boards from ``top`` to the floor."""
    wood, foot, x = (0x9A, 0x7A, 0x52), 556.0, 198.0
    parts = [solid(light, 168, x, top, foot, k0, k1, wood)]
    high = (foot - top) / rows
    for row in range(rows):
        up, low = top + high * row + 7, top + high * (row + 1) - 4
        parts.append(shape(upright(x, up, low, k0 + 0.03, k1 - 0.03), light.tone(UMBER, 0.35), 0.62))
        count = 9
        for n in range(count):
            a = k0 + 0.04 + (k1 - k0 - 0.08) * n / count
            b = a + (k1 - k0 - 0.08) / count * 0.84
            tall = (low - up) * (0.70 + 0.05 * ((n * 7 + row * 3) % 5))
            parts.append(
                shape(upright(x, low - tall, low, a, b), light.tone(FILES[(n * 3 + row * 2) % 5], 0.34))
            )
            parts.append(shape(upright(x, low - tall * 0.74, low - tall * 0.56, a, b), "#f7f2e6", 0.55))
    return "".join(parts)


def cabinet(light: Light, k0: float, k1: float, top: float, colour: Colour, doors: int = 3) -> str:
    """A low cabinet along the wall at the right, its doors towards the room."""
    x, foot = 552.0, 556.0
    dark, pull = light.tone(mix(colour, UMBER, 0.55), 0.25), light.tone(mix(colour, UMBER, 0.7), 0.2)
    parts = [solid(light, x, 584, top, foot, k0, k1, colour)]
    wide = (k1 - k0) / doors
    for n in range(doors):
        a, b = k0 + wide * n + 0.015, k0 + wide * (n + 1) - 0.015
        (ax, ay), (bx, by) = at(x, top + 8, a), at(x, top + 8, b)
        (cx, cy), (dx, dy) = at(x, foot - 10, b), at(x, foot - 10, a)
        parts.append(
            line(
                f"M {ax:.1f} {ay:.1f} L {bx:.1f} {by:.1f} L {cx:.1f} {cy:.1f} L {dx:.1f} {dy:.1f} Z",
                dark,
                1.6,
                0.6,
            )
        )
        (px, py), (qx, qy) = at(x, top + 20, (a + b) / 2), at(x, top + 34, (a + b) / 2)
        parts.append(line(f"M {px:.1f} {py:.1f} L {qx:.1f} {qy:.1f}", pull, 3))
    return "".join(parts)


def desk_row(light: Light, k: float, screens: tuple[float, ...]) -> str:
    """A colleague's desk at the left with monitors at these places of the back wall, seen at nearness ``k``."""
    desk, dark = (0xC9, 0xB0, 0x88), light.tone((0x46, 0x48, 0x4C), 0.15)
    glass = hexed(mix((0x96, 0xAC, 0xB8), (0xDC, 0xEC, 0xF4), light.lamps))
    parts = [solid(light, 100, 262, 470, 556, k - 0.12, k, desk)]
    for x in screens:
        parts += [
            shape(facing(x + 17, 452, x + 25, 470, k - 0.06), dark),
            shape(facing(x, 408, x + 42, 456, k - 0.06), dark),
            shape(facing(x + 3, 411, x + 39, 452, k - 0.06), glass),
        ]
        parts += [
            shape(facing(x + 7, 417 + n * 7, x + 20 + n * 11 % 15, 419.5 + n * 7, k - 0.06), dark, 0.35)
            for n in range(4)
        ]
    return "".join(parts)


def picture(light: Light, x: float, y: float, w: float, h: float) -> str:
    """A framed print of hills under a sun."""
    frame, edge = light.tone((0x9A, 0x7C, 0x54), 0.3), light.tone(UMBER, 0.4)
    hills = f"M {x} {y + h * 0.74:g} Q {x + w * 0.27:g} {y + h * 0.4:g} {x + w * 0.55:g} {y + h * 0.66:g} T {x + w:g} {y + h * 0.5:g} L {x + w:g} {y + h:g} L {x} {y + h:g} Z"
    return (
        box(x - 9, y - 9, w + 18, h + 18, edge)
        + box(x - 7, y - 7, w + 14, h + 14, frame)
        + box(x, y, w, h, light.tone((0xF4, 0xEE, 0xDE), 0.2))
        + shape(hills, light.tone((0x7C, 0x94, 0x8E), 0.3))
        + f'<circle cx="{x + w * 0.7:g}" cy="{y + h * 0.27:g}" r="{w * 0.12:g}" fill="{light.tone((0xC8, 0x7A, 0x5A), 0.3)}"/>'
    )


def clock(light: Light, x: float, y: float, radius: float) -> str:
    """A clock on the wall; it stands, since it is far away and nobody reads it."""
    dark = light.tone(UMBER, 0.4)
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{light.tone(WHITE, 0.1)}" stroke="{dark}" stroke-width="{radius / 6:.1f}"/>'
        + line(
            f"M {x:g} {y:g} v {-radius * 0.62:.1f} M {x:g} {y:g} l {radius * 0.42:.1f} {radius * 0.2:.1f}",
            dark,
            radius / 9,
        )
    )


def rug_lines(light: Light, foot: float, colour: Colour, left: float = 168, right: float = 584) -> str:
    """The joints of a floor, running into the depth."""
    tone = light.tone(colour, 0.2)
    ways = " ".join(
        "M {:.0f} {:.0f} L {:.0f} {:.0f}".format(
            *at(left + (right - left) * n / 8, foot, 1.0), *at(left + (right - left) * n / 8, foot, 1.6)
        )
        for n in range(9)
    )
    return line(ways, tone, 1.6, 0.5)


def table_svg(light: Light, colour: Colour = (0x96, 0x72, 0x4E), kind: str = "wood") -> str:
    """The table from its far edge to the window's foot: ``wood`` with grain, ``plain``, or ``steel``."""
    top = mix(mix(colour, light.wall, 0.12), (0x1E, 0x1A, 0x22), 0.18 * light.dim)
    grain = hexed(mix(top, (0x4A, 0x32, 0x1E), 0.4))
    lines = ""
    if kind == "wood":
        lines = "".join(
            line(f"M {-20 + n * 31 % 60} {TABLE_TOP + 14 + n * 15} q 170 {-5 + n * 3 % 9} 340 0 t 360 {n * 5 % 7 - 3}", grain, 1.3, 0.28)
            for n in range(6)
        )  # fmt: skip
    elif kind == "steel":
        lines = "".join(
            line(f"M {60 + n * 173 % 560} {TABLE_TOP + 18 + n * 12} h {46 + n * 29 % 70}", grain, 1.2, 0.25)
            for n in range(7)
        )
    high = 720 - TABLE_TOP
    sheen = "M 470 {0} L 610 {0} L 690 720 L 520 720 Z".format(TABLE_TOP + 6)
    return (
        f"<defs>{fade('top', mix(top, (0xFF, 0xEE, 0xD2), 0.16), mix(top, (0x3A, 0x26, 0x16), 0.34))}</defs>"
        + box(0, TABLE_TOP, STAGE[0], high, "url(#top)")
        + shape(sheen, "#fff4de", 0.05 + 0.13 * max(light.beam, 0.5 * light.lamps))
        + box(0, TABLE_TOP, STAGE[0], 4, hexed(mix(top, (0xFF, 0xF2, 0xDC), 0.4)))
        + box(0, TABLE_TOP + 4, STAGE[0], 2, hexed(mix(top, (0x3A, 0x26, 0x16), 0.25)), 'opacity="0.6"')
        + lines
    )


def board(light: Light, k0: float, k1: float, top: float, foot: float) -> str:
    """A whiteboard on the wall at the left, with what was left of the last meeting."""
    x, ink = 168.0, light.tone((0x4A, 0x66, 0x86), 0.2)
    marks = " ".join(
        "M {:.1f} {:.1f} L {:.1f} {:.1f}".format(
            *at(x, top + 22 + n * 20, k0 + (k1 - k0) * 0.12),
            *at(x, top + 22 + n * 20, k0 + (k1 - k0) * (0.4 + n * 29 % 5 / 10)),
        )
        for n in range(4)
    )
    return (
        shape(upright(x, top - 5, foot + 5, k0 - 0.02, k1 + 0.02), light.tone((0xA8, 0xAA, 0xA6), 0.2))
        + shape(upright(x, top, foot, k0, k1), light.tone(WHITE, 0.12))
        + line(marks, ink, 2.2, 0.55)
        + shape(level(foot + 5, x, x + 8, k0, k1), light.tone((0xA8, 0xAA, 0xA6), 0.2))
    )
