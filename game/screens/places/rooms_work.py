# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Where things are made and kept: a factory and a warehouse, as SVG in the light of an hour. Units of the sheet."""

from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.places.light import STAGE, UMBER, WHITE, Light, box, fade, halo, line, pendant, shape

_STEEL: Final = (0x9A, 0xA2, 0xA2)
_YELLOW: Final = (0xD8, 0xA8, 0x3A)
_CARTONS: Final[tuple[Colour, ...]] = (
    (0xC4, 0x9C, 0x6A),
    (0xB4, 0x8A, 0x58),
    (0xD2, 0xAE, 0x7C),
    (0xA8, 0x86, 0x62),
)


def _hall(light: Light, tint: Colour) -> str:
    """A high wall of ribbed steel under a roof of trusses, with a strip of windows to the sky."""
    ground = mix(mix(light.wall, tint, 0.55), (0x1E, 0x26, 0x3C), 0.22 * light.dim)
    rib = hexed(mix(ground, (0x3A, 0x40, 0x44), 0.14))
    steel, dark = light.tone(_STEEL, 0.2), light.tone((0x5E, 0x66, 0x68), 0.2)
    panes = "".join(box(16 + n * 108, 74, 96, 62, "url(#sky)") for n in range(6))
    trusses = "".join(
        line(f"M {n * 56 - 20} 50 L {n * 56 + 8} 16 L {n * 56 + 36} 50", dark, 3) for n in range(13)
    )
    return (
        f"<defs>{fade('sky', light.zenith, light.horizon)}{fade('wall', ground, mix(ground, (0x6A, 0x60, 0x50), 0.22))}</defs>"
        + box(0, 0, *STAGE, "url(#wall)")
        + "".join(box(x, 140, 2, 480, rib) for x in range(14, 668, 22))
        + box(0, 0, 668, 54, hexed(mix(ground, (0x3A, 0x40, 0x44), 0.3)))
        + trusses
        + box(0, 12, 668, 7, steel)
        + box(0, 48, 668, 8, steel)
        + box(0, 66, 668, 78, dark)
        + panes
    )


def _press(light: Light) -> str:
    """A press: two columns, a head with a gauge, a bed, a panel with lamps."""
    body, dark = light.tone((0x6E, 0x8E, 0x80), 0.12), light.tone((0x42, 0x58, 0x50), 0.12)
    steel, pale = light.tone((0xC6, 0xCA, 0xC6), 0.2), light.tone(WHITE, 0.2)
    return (
        box(14, 236, 36, 380, body)
        + box(146, 236, 36, 380, body)
        + box(44, 236, 6, 380, dark)
        + box(146, 236, 6, 380, dark)
        + box(4, 226, 188, 88, body, 'rx="6"')
        + box(4, 306, 188, 8, dark)
        + f'<circle cx="98" cy="268" r="22" fill="{pale}" stroke="{dark}" stroke-width="5"/>'
        + line("M 98 268 L 110 256", "#9a3a2c", 3)
        + box(80, 314, 36, 70, steel)
        + box(62, 384, 72, 26, dark)
        + box(50, 452, 96, 20, steel)
        + box(34, 472, 128, 144, body)
        + box(34, 472, 128, 7, dark)
        + box(158, 330, 42, 74, light.tone((0x4A, 0x50, 0x54), 0.15), 'rx="3"')
        + "".join(
            halo(179, y, 16, 0.7 * light.lamps, tone) + f'<circle cx="179" cy="{y}" r="6.5" fill="{tone}"/>'
            for y, tone in ((346, "#6fae62"), (367, "#e0b040"), (388, "#c65040"))
        )
    )


def _robot(light: Light) -> str:
    """An arm over a conveyor that carries parts."""
    arm, dark = light.tone((0xD2, 0x84, 0x3C), 0.1), light.tone((0x6A, 0x42, 0x20), 0.15)
    belt, part = light.tone((0x50, 0x54, 0x56), 0.1), light.tone((0xB8, 0xBE, 0xBE), 0.15)
    parts = "".join(
        box(x, 440, 26, 20, part, 'rx="3"')
        + f'<circle cx="{x + 13}" cy="450" r="5" fill="{dark}" opacity="0.6"/>'
        for x in (546, 592, 640)
    )
    legs = "".join(box(x, 482, 10, 134, belt) for x in (540, 618))
    return (
        line("M 648 436 L 632 300 L 570 262 L 562 340", dark, 32)
        + line("M 648 436 L 632 300 L 570 262 L 562 340", arm, 27)
        + "".join(f'<circle cx="{x}" cy="{y}" r="12" fill="{dark}"/>' for x, y in ((632, 300), (570, 262)))
        + line("M 562 356 L 562 384 M 550 402 L 550 388 L 574 388 L 574 402", dark, 6)
        + parts
        + box(528, 460, 140, 22, belt, 'rx="11"')
        + "".join(f'<circle cx="{x}" cy="471" r="7" fill="{part}"/>' for x in (542, 572, 602, 632, 662))
        + legs
    )  # fmt: skip


def factory(light: Light) -> str:
    """A plant: a press at the left, a crane's beam, a robot over a conveyor at the right, lamps on wires."""
    beam, dark = light.tone(_YELLOW, 0.1), light.tone((0x4A, 0x40, 0x2A), 0.15)
    crane = (
        box(0, 158, 668, 24, beam)
        + box(0, 178, 668, 4, dark)
        + box(442, 150, 54, 40, dark, 'rx="3"')
        + line("M 469 190 L 469 214 M 469 214 q 10 6 4 15 q -10 8 -16 -3", dark, 4)
    )
    stripes = "".join(
        shape(f"M {x} 602 L {x + 14} 602 L {x + 4} 616 L {x - 10} 616 Z", dark) for x in range(0, 690, 28)
    )
    return (
        _hall(light, (0xB8, 0xC2, 0xBE))
        + crane
        + pendant(light, 264, 122, (0x5E, 0x72, 0x6A))
        + pendant(light, 566, 122, (0x5E, 0x72, 0x6A))
        + _press(light)
        + _robot(light)
        + box(0, 602, 668, 14, beam)
        + stripes
    )


def _rack(light: Light, near: float, far: float) -> str:
    """A rack of cartons that goes back into the depth, from x ``near`` (front) to ``far``."""
    post, beam = light.tone((0x3E, 0x5E, 0x86), 0.12), light.tone((0xC8, 0x6A, 0x34), 0.12)
    horizon = 330.0
    parts = []

    def at(depth: float, y: float) -> tuple[float, float]:
        """A point of the front plane moved ``depth`` (0–1) along the rack."""
        return near + (far - near) * depth, horizon + (y - horizon) * (1 - 0.62 * depth)

    inward = 1 if far > near else -1
    for row, (top, foot) in enumerate(((70, 196), (206, 336), (346, 476), (486, 620))):
        for bay in (3, 2, 1, 0):
            for half in (1, 0):
                start, end = bay * 0.25 + half * 0.12 + 0.015, bay * 0.25 + half * 0.12 + 0.115
                if (row * 7 + bay * 3 + half * 5) % 6 == 5:
                    continue
                tall = top + 18 + (row * 11 + bay * 17 + half * 29) % 34
                (ax, ay), (bx, by) = at(start, tall), at(end, tall)
                (cx, cy), (dx, dy) = at(end, foot), at(start, foot)
                tone = _CARTONS[(row + bay * 2 + half * 3) % 4]
                parts.append(
                    shape(
                        f"M {ax:.0f} {ay:.0f} L {bx:.0f} {by:.0f} L {cx:.0f} {cy:.0f} L {dx:.0f} {dy:.0f} Z",
                        light.tone(tone, 0.1),
                    )
                )
                parts.append(
                    shape(
                        f"M {(ax + bx) / 2 - 3:.0f} {(ay + by) / 2:.0f} h 6 L {(cx + dx) / 2 + 3:.0f} {(cy + dy) / 2:.0f} h -6 Z",
                        light.tone((0xE2, 0xCC, 0xA0), 0.1),
                        0.7,
                    )
                )
        (near_x, near_y), (far_x, far_y) = at(0, foot), at(1, foot)
        board = f"M {near_x:.0f} {near_y:.0f} L {far_x:.0f} {far_y:.0f} L {far_x:.0f} {far_y + 5:.0f} L {near_x:.0f} {near_y + 12:.0f} Z"
        parts.append(shape(board, beam))
    for depth in (1.0, 0.75, 0.5, 0.25, 0.0):
        (x, high), (_, low) = at(depth, 44), at(depth, 640)
        wide = 4 + 7 * (1 - depth)
        parts.append(box(x if inward > 0 else x - wide, high, wide, low - high, post))
    return "".join(parts)


def _forklift(light: Light) -> str:
    """A forklift far down the aisle, its lights on when it is dark."""
    body, dark = light.tone(_YELLOW, 0.05), light.tone((0x3A, 0x38, 0x36), 0.1)
    return (
        halo(232, 430, 44, 0.7 * light.lamps)
        + line("M 206 446 L 206 352 L 252 352 L 258 446", dark, 5)
        + box(200, 420, 66, 46, body, 'rx="6"')
        + box(222, 396, 20, 26, dark, 'rx="5"')
        + line("M 190 336 L 190 470 M 176 468 L 196 468", dark, 5)
        + box(158, 424, 34, 40, light.tone(_CARTONS[0], 0.1))
        + f'<circle cx="214" cy="468" r="12" fill="{dark}"/><circle cx="254" cy="468" r="12" fill="{dark}"/>'
        + f'<circle cx="232" cy="430" r="4" fill="{"#fff2c0" if light.night else "#efe6cc"}"/>'
    )


def warehouse(light: Light) -> str:
    """Racks of cartons on both sides of an aisle, a gate at its end, a forklift, lamps under the roof."""
    floor = light.tone((0xA6, 0xA0, 0x94), 0.2)
    gate = (
        box(268, 226, 214, 196, light.tone((0x8E, 0x92, 0x90), 0.2))
        + box(282, 240, 186, 182, "url(#sky)")
        + box(282, 352, 186, 70, light.outdoors((0x9C, 0xA4, 0xA2)))
        + "".join(box(282, 240 + n * 13, 186, 2, light.tone(UMBER, 0.4), 'opacity="0.35"') for n in range(4))
    )
    return (
        _hall(light, (0xC4, 0xC6, 0xC0))
        + box(0, 422, 668, 240, floor)
        + line("M 130 640 L 262 424 M 620 640 L 500 424", light.tone(_YELLOW, 0.15), 5)
        + gate
        + _rack(light, 672, 508)
        + _rack(light, -4, 150)
        + _forklift(light)
        + pendant(light, 312, 112, (0x5A, 0x62, 0x66))
        + pendant(light, 448, 112, (0x5A, 0x62, 0x66))
    )
