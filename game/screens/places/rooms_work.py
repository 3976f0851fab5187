# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""Where things are made and kept: a factory and a warehouse, as SVG in the light of an hour. Units as in ``depth``."""

from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.places.depth import (
    MIDDLE_X,
    MIDDLE_Y,
    Back,
    at,
    facing,
    level,
    outline,
    quiet,
    upright,
)
from game.screens.places.light import STAGE, UMBER, WHITE, Light, box, fade, halo, line, pendant, shape
from game.screens.places.machines import forklift, press, robot

_YELLOW: Final = (0xD8, 0xA8, 0x3A)
_CARTONS: Final[tuple[Colour, ...]] = (
    (0xC4, 0x9C, 0x6A),
    (0xB4, 0x8A, 0x58),
    (0xD2, 0xAE, 0x7C),
    (0xA8, 0x86, 0x62),
)
HALL: Final = Back(146.0, 60.0, 606.0, 512.0)
"""The far wall of a hall: further off and wider than that of a room."""


def _hall(light: Light, tint: Colour, floor: Colour) -> str:
    """A hall of ribbed steel: a strip of windows high in both walls, trusses under the roof, a smooth floor."""
    ground = mix(mix(light.wall, tint, 0.6), (0x1E, 0x26, 0x3C), 0.24 * light.dim)
    lit, dark = mix(ground, WHITE, 0.16 * (1 - light.dim)), mix(ground, (0x3A, 0x40, 0x44), 0.18)
    rib, steel = hexed(mix(ground, (0x3A, 0x40, 0x44), 0.16)), light.tone((0x6E, 0x76, 0x78), 0.15)
    left, top, right, foot = HALL
    ribs = " ".join(f"M {x} {top} V {foot}" for x in range(160, 606, 18))
    side_ribs = " ".join(
        "M {:.0f} {:.0f} L {:.0f} {:.0f}".format(*at(x, 150, k), *at(x, foot, k))
        for x in (left, right)
        for k in (1.06, 1.13, 1.21, 1.3, 1.4, 1.52, 1.66)
    )
    windows = "".join(
        shape(upright(x, 88, 142, k, k + wide), "url(#sky)")
        for x in (left, right)
        for k, wide in ((1.03, 0.08), (1.14, 0.10), (1.27, 0.12), (1.42, 0.15), (1.6, 0.2))
    )
    trusses = ""
    for k in (1.04, 1.2, 1.42):
        (ax, ay), (bx, _) = at(left, top, k), at(right, top, k)
        high = 16 * k
        web = " ".join(
            f"M {ax + (bx - ax) * n / 12:.0f} {ay:.0f} l {(bx - ax) / 24:.0f} {-high:.0f} l {(bx - ax) / 24:.0f} {high:.0f}"
            for n in range(12)
        )
        trusses += line(web, steel, 1.6 * k, 0.8) + line(
            f"M {ax:.0f} {ay:.0f} H {bx:.0f} M {ax:.0f} {ay - high:.0f} H {bx:.0f}", steel, 2.6 * k
        )
    return (
        f"<defs>{fade('sky', light.zenith, light.horizon)}{fade('wall', ground, mix(ground, (0x6A, 0x60, 0x50), 0.22))}</defs>"
        + box(0, 0, *STAGE, "url(#wall)")
        + line(ribs, rib, 1.6, 0.55)
        + shape(upright(left, top, foot, 1, 1.95), hexed(lit))
        + shape(upright(right, top, foot, 1, 1.95), hexed(dark))
        + line(side_ribs, rib, 1.8, 0.7)
        + shape(level(top, left, right, 1, 1.95), hexed(mix(ground, (0x3A, 0x40, 0x44), 0.34)))
        + shape(level(foot, left, right, 1, 1.95), light.tone(floor, 0.2))
        + shape(upright(left, 80, 150, 1, 1.95), steel)
        + shape(upright(right, 80, 150, 1, 1.95), steel)
        + windows
        + trusses
    )


def _lane(light: Light, x: float, wide: float = 7.0) -> str:
    """A yellow line on the floor, running into the depth."""
    return shape(level(HALL.foot, x, x + wide, 1.0, 1.6), light.tone(_YELLOW, 0.12))


def factory(light: Light) -> str:
    """A plant: a press at the left, a robot over a belt at the right, a crane's beam, lamps on wires, marked lanes."""
    beam, dark = light.tone(_YELLOW, 0.1), light.tone((0x4A, 0x40, 0x2A), 0.15)
    crane = (
        shape(facing(146, 168, 606, 184, 1.03), beam)
        + shape(facing(146, 182, 606, 186, 1.03), dark)
        + shape(facing(500, 162, 540, 194, 1.04), dark)
        + line("M 528 190 V 214 q 9 5 4 14 q -9 8 -15 -3", dark, 3.4)
    )
    door = shape(facing(286, 250, 466, 512, 1.0), light.tone((0x8C, 0x98, 0x98), 0.25)) + line(
        " ".join(f"M 288 {y} H 464" for y in range(262, 510, 13)),
        light.tone((0x70, 0x7C, 0x7C), 0.2),
        1.4,
        0.6,
    )
    return (
        _hall(light, (0xBA, 0xC6, 0xC4), (0x8E, 0x96, 0x94))
        + door
        + crane
        + _lane(light, 230)
        + _lane(light, 516)
        + pendant(light, 226, 132, (0x5E, 0x72, 0x6A))
        + pendant(light, 556, 120, (0x5E, 0x72, 0x6A))
        + press(light)
        + robot(light)
        + quiet(light)
    )


def _cartons(light: Light, x: float, row: int, bay: int, foot: float) -> str:
    """What stands in one bay of a rack: a carton with its tape and its label, two small ones, or nothing."""
    start, away = 1.015 + bay * 0.15, -20 if x < MIDDLE_X else 20
    kind = (row * 7 + bay * 3) % 5
    if kind == 4:  # noqa: PLR2004 - one place in five is empty
        return ""
    sizes = (
        ((start, start + 0.062, 44.0), (start + 0.07, start + 0.128, 56.0))
        if kind == 1
        else ((start + 0.008, start + 0.124, 52.0 + 9 * kind),)
    )
    parts = ""
    for n, (a, b, tall) in enumerate(sizes):
        top, tone = foot - tall, _CARTONS[(row + bay * 2 + n) % 4]
        middle, tape = (a + b) / 2, light.tone((0xE2, 0xCC, 0xA0), 0.1)
        if top > MIDDLE_Y:
            lid = outline(at(x, top, a), at(x, top, b), at(x + away, top, b), at(x + away, top, a))
            parts += shape(lid, light.tone(mix(tone, WHITE, 0.3), 0.12))
        parts += (
            shape(upright(x, top, foot, a, b), light.tone(tone, 0.12))
            + shape(upright(x, top, top + tall * 0.4, middle - 0.007, middle + 0.007), tape, 0.8)
            + shape(
                upright(x, foot - tall * 0.42, foot - tall * 0.18, a + (b - a) * 0.56, a + (b - a) * 0.88),
                "#f7f2e6",
                0.75,
            )
        )
    return parts


def _rack(light: Light, x: float) -> str:
    """A rack of cartons along one side of the aisle; ``x`` of its posts on the far wall."""
    post, beam = light.tone((0x3E, 0x5E, 0x86), 0.12), light.tone((0xC8, 0x6A, 0x34), 0.12)
    far = x - 40 if x < MIDDLE_X else x + 40
    feet = (178.0, 288.0, 398.0, 512.0)
    parts = [shape(upright(far, 84, 512, 1.02, 2.1), light.tone((0x6A, 0x66, 0x5E), 0.2))]
    for row, foot in enumerate(feet):
        parts += [_cartons(light, x, row, bay, foot) for bay in range(7)]
        parts.append(shape(upright(x, foot, foot + 7, 1.0, 2.1), beam))
    for bay in range(8):
        k = 1.0 + bay * 0.15
        wide = 0.008 + 0.004 * bay
        parts.append(shape(upright(x, 78, 516, k, k + wide), post))
    return "".join(parts)


def warehouse(light: Light) -> str:
    """Racks of cartons on both sides of an aisle, a wide gate to the yard at its end, a forklift, lamps under the roof."""
    gate = (
        shape(facing(244, 176, 508, 512, 1.0), light.tone((0x80, 0x86, 0x86), 0.2))
        + box(256, 190, 240, 322, "url(#sky)")
        + box(256, 400, 240, 112, light.outdoors((0xA4, 0xAC, 0xA8)))
        + box(256, 372, 92, 62, light.outdoors((0xB6, 0xBE, 0xC2)))
        + box(348, 386, 36, 48, light.outdoors((0x5E, 0x76, 0x8C)))
        + "".join(box(256, 190 + n * 9, 240, 1.6, light.tone(UMBER, 0.4), 'opacity="0.3"') for n in range(4))
    )
    return (
        _hall(light, (0xC6, 0xC8, 0xC0), (0xA6, 0xA0, 0x94))
        + gate
        + _lane(light, 214)
        + _lane(light, 532)
        + _rack(light, 196)
        + _rack(light, 556)
        + forklift(light)
        + pendant(light, 300, 104, (0x5A, 0x62, 0x66))
        + pendant(light, 452, 104, (0x5A, 0x62, 0x66))
        + halo(376, 80, 300, 0.3 * light.lamps)
        + quiet(light)
    )
