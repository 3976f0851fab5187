# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Talks across a distance, as SVG in the light of an hour: a call, a video call. Units of the sheet.

Each has a back that the person is drawn on, and a front: our own desk, with a hole to see them through.
A front is moved along with the person by ``dx``, ``dy``.
"""

from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.people.portrait import EYES_AT
from game.screens.places.furniture import files, plant
from game.screens.places.light import (
    STAGE,
    TABLE_TOP,
    UMBER,
    WHITE,
    Light,
    box,
    fade,
    halo,
    line,
    shape,
    wall,
)

_RADIUS: Final = 214
_CENTRE: Final = (EYES_AT[0], EYES_AT[1] + 8)
_SCREEN: Final = (112.0, 66.0, 640.0, 520.0)
"""Left, top, right, bottom of the laptop's screen."""

OPENINGS: Final = {
    "phone": (_CENTRE[0] - _RADIUS, _CENTRE[1] - _RADIUS, _CENTRE[0] + _RADIUS, _CENTRE[1] + _RADIUS),
    "video": _SCREEN,
}
"""Left, top, right, bottom of what is seen of the other end, when a front is not moved."""


def _ours(light: Light, tint: Colour, hole: str, dx: float, dy: float) -> str:
    """Our own wall and desk with a hole in them, ``hole`` a path; larger than the stage by what it may be moved."""
    ground = mix(mix(light.wall, tint, 0.6), (0x16, 0x1C, 0x2E), 0.10 + 0.28 * light.dim)
    top = mix(mix((0x86, 0x64, 0x44), light.wall, 0.1), (0x1A, 0x18, 0x22), 0.35 * light.dim)
    return (
        f"<defs>{fade('ours', mix(ground, WHITE, 0.08), mix(ground, (0x2A, 0x22, 0x18), 0.2))}"
        f"{fade('desk', mix(top, (0xFF, 0xEE, 0xD2), 0.14), mix(top, (0x2A, 0x1A, 0x10), 0.34))}</defs>"
        f'<g transform="translate({dx:g} {dy:g})"><path fill-rule="evenodd" fill="url(#ours)" d="M -200 -200 H 900 V 900 H -200 Z {hole}"/></g>'
        + box(0, TABLE_TOP - 18, STAGE[0], 720 - TABLE_TOP + 18, "url(#desk)")
        + box(0, TABLE_TOP - 18, STAGE[0], 4, hexed(mix(top, (0xFF, 0xF2, 0xDC), 0.36)))
    )


def _desk_lamp(light: Light, x: float, foot: float) -> str:
    """A lamp on our desk; it is the light of the evening."""
    metal, glow = light.tone((0x4E, 0x6A, 0x68), 0.1), "#fff0bc" if light.night else light.tone(WHITE, 0.3)
    return (
        halo(x + 40, foot - 126, 150, 0.9 * light.lamps)
        + (f'<ellipse cx="{x + 52:g}" cy="{foot + 6:g}" rx="96" ry="15" fill="#ffe6a8" opacity="{0.34 * light.lamps:.2f}"/>' if light.lamps else "")
        + line(f"M {x} {foot} L {x - 16} {foot - 84} L {x + 22} {foot - 146}", metal, 6)
        + f'<ellipse cx="{x:g}" cy="{foot:g}" rx="30" ry="8" fill="{metal}"/>'
        + shape(f"M {x + 14} {foot - 162} L {x + 34} {foot - 152} L {x + 60} {foot - 118} L {x + 16} {foot - 110} Z", metal)
        + shape(f"M {x + 16} {foot - 112} L {x + 60} {foot - 120} L {x + 56} {foot - 112} L {x + 20} {foot - 105} Z", glow)
    )  # fmt: skip


def _cup(light: Light, x: float, foot: float) -> str:
    body, shade = light.tone((0xE6, 0xE0, 0xD2), 0.1), light.tone((0xB0, 0xA6, 0x94), 0.1)
    return (
        line(f"M {x + 38} {foot - 34} q 22 2 14 20 q -6 8 -16 6", body, 5)
        + shape(f"M {x} {foot - 44} L {x + 42} {foot - 44} L {x + 37} {foot} Q {x + 21} {foot + 7} {x + 5} {foot} Z", body)
        + shape(f"M {x} {foot - 44} L {x + 12} {foot - 44} L {x + 14} {foot + 3} Q {x + 9} {foot + 2} {x + 5} {foot} Z", shade, 0.6)
        + f'<ellipse cx="{x + 21}" cy="{foot - 44}" rx="21" ry="5.5" fill="{light.tone((0x5E, 0x42, 0x2C), 0.05)}" stroke="{body}" stroke-width="2.4"/>'
    )  # fmt: skip


def phone(light: Light) -> str:
    """Where the other end of the line is: a plain wall, a window's edge, a shelf, all pale."""
    pale, frame = light.tone(WHITE, 0.55), light.tone((0xC8, 0xB8, 0x9A), 0.5)
    return (
        wall(light)
        + box(486, 120, 150, 220, frame)
        + box(494, 128, 134, 204, "url(#sky)")
        + box(556, 128, 7, 204, pale)
        + box(166, 250, 116, 8, frame)
        + files(light, 176, 250, 8, 40)
        + (halo(230, 150, 190, 0.5 * light.lamps) if light.lamps else "")
    )


def _telephone(light: Light) -> str:
    """The telephone on our desk with the receiver off, a coiled cord, a pad and a pen."""
    body, dark = light.tone((0x5A, 0x5E, 0x62), 0.06), light.tone((0x33, 0x35, 0x39), 0.04)
    pale, paper = light.tone((0xC8, 0xC6, 0xBE), 0.1), light.tone((0xFB, 0xF6, 0xE8), 0.1)
    keys = "".join(
        box(96 + column * 24 + row * 1.5, 628 + row * 15, 17, 9, pale, 'rx="2.5"')
        for row in range(4)
        for column in range(3)
    )
    pad = (
        shape("M 128 634 L 262 628 L 290 690 L 140 700 Z", paper)
        + "".join(
            line(
                f"M {150 + n * 4} {648 + n * 14} L {250 + n * 6} {643 + n * 14}",
                light.tone((0x9A, 0x8E, 0x78), 0.2),
                1.8,
                0.8,
            )
            for n in range(3)
        )
        + line("M 214 682 L 286 642", light.tone((0x24, 0x41, 0x5F), 0.05), 5)
        + line("M 286 642 L 294 637", light.tone((0xC8, 0xA8, 0x5A), 0.05), 3)
    )
    set_down = (
        box(24, 694, 200, 12, "#1c120a", 'rx="5" opacity="0.3"')
        + shape(
            "M 44 612 L 196 612 C 204 612 206 616 208 624 L 224 688 C 226 698 222 702 214 702 L 32 702 C 22 702 18 698 20 688 L 32 624 C 34 616 36 612 44 612 Z",
            body,
        )
        + shape("M 20 688 C 18 698 22 702 32 702 L 214 702 C 222 702 226 698 224 688 Z", dark)
        + shape("M 46 622 L 80 622 L 74 690 L 34 690 Z", dark, 0.85)
        + box(178, 626, 24, 12, hexed(mix((0x9C, 0xB8, 0xA4), (0xD8, 0xF0, 0xC0), light.lamps)), 'rx="2"')
        + '<circle cx="192" cy="656" r="5" fill="#d0603c"/>'
        + keys
    )
    # The receiver is in our hand: its cord leaves the picture.
    loops = "".join(f" a 7 9 0 1 1 {'-9.4 3.4' if n % 2 else '-9.8 1.2'}" for n in range(15))
    cord = line(f"M 426 668{loops}", dark, 3.2) + line("M 430 664 q -2 0 -5 4", dark, 4)
    return pad + cord + f'<g transform="translate(392 -128) scale(1.16)">{set_down}</g>'


def phone_front(light: Light, dx: float, dy: float) -> str:
    """Our desk with its telephone by evening light; the person in a round opening."""
    x, y, r = *_CENTRE, _RADIUS
    hole = f"M {x - r} {y} A {r} {r} 0 0 1 {x + r} {y} A {r} {r} 0 0 1 {x - r} {y} Z"
    edge, rim = light.tone(UMBER, 0.2), light.tone((0xF4, 0xEC, 0xDA), 0.25)
    rings = (
        f'<g transform="translate({dx:g} {dy:g})" fill="none"><circle cx="{x}" cy="{y}" r="{r}" stroke="{edge}" stroke-width="13"/>'
        f'<circle cx="{x}" cy="{y}" r="{r}" stroke="{rim}" stroke-width="9"/>'
        + "".join(f'<path d="M {x - k * 0.92:.0f} {y - k * 0.38:.0f} A {k} {k} 0 0 0 {x - k * 0.92:.0f} {y + k * 0.38:.0f}" stroke="{rim}" stroke-width="4" stroke-linecap="round" opacity="{o}"/>' for k, o in ((244, 0.5), (268, 0.32), (292, 0.18)))
        + "</g>"
    )  # fmt: skip
    return (
        _ours(light, (0x4E, 0x66, 0x80), hole, dx, dy)
        + rings
        + _desk_lamp(light, 62, 616)
        + _telephone(light)
    )


def video(light: Light) -> str:
    """The room at the other end: a shelf behind them, a plant, a lamp; a little paler than one's own."""
    wood = light.tone((0xA8, 0x86, 0x5C), 0.4)
    shelf = "".join(box(430, foot, 220, 9, wood) for foot in (214, 318))
    return (
        wall(light, (0xDC, 0xE4, 0xE6), 0.5)
        + halo(170, 190, 200, 0.7 * light.lamps)
        + shelf
        + files(light, 478, 214, 9, 46)
        + files(light, 520, 318, 8, 46)
        + plant(light, 618, 214, 0.7)
        + box(124, 120, 112, 150, wood)
        + box(132, 128, 96, 134, light.tone((0xEE, 0xE6, 0xD2), 0.3))
        + shape(
            "M 132 232 Q 160 180 184 214 T 228 200 L 228 262 L 132 262 Z", light.tone((0x86, 0x9E, 0x98), 0.3)
        )
    )


def _controls(left: float, right: float, foot: float) -> str:
    """Under the picture: microphone, camera, hang up; and our own small picture in the corner."""
    middle = (left + right) / 2
    bar = box(middle - 92, foot - 50, 184, 40, "#1e2228", 'rx="20" opacity="0.82"')
    return (
        bar
        + box(middle - 66, foot - 42, 10, 15, "#f4f0e6", 'rx="5"')
        + line(f"M {middle - 70} {foot - 33} q 0 11 9 11 q 9 0 9 -11 M {middle - 61} {foot - 22} v 5", "#f4f0e6", 2.2)
        + box(middle - 15, foot - 38, 20, 16, "#f4f0e6", 'rx="3"')
        + shape(f"M {middle + 7} {foot - 32} l 9 -6 v 16 l -9 -6 Z", "#f4f0e6")
        + box(middle + 40, foot - 43, 46, 26, "#b8402c", 'rx="13"')
        + line(f"M {middle + 52} {foot - 28} q 11 -7 22 0", "#fdf6ee", 5)
        + box(right - 118, foot - 86, 106, 72, "#c3cdd0", 'rx="5" stroke="#f4f0e6" stroke-width="2.4"')
        + f'<circle cx="{right - 65}" cy="{foot - 54}" r="14" fill="#5a6672"/>'
        + shape(f"M {right - 95} {foot - 15.5} q 2 -24 30 -24 q 28 0 30 24 Z", "#5a6672")
        + _connection(left, right, foot)
    )  # fmt: skip


def _connection(left: float, right: float, foot: float) -> str:
    """That it is a picture from afar: bars of the line's strength, blocks that lag behind, a sheen on the glass."""
    bars = "".join(
        box(right - 34 + n * 7, foot - 428 - 5 - n * 4, 4.6, 5 + n * 4, "#f4f0e6", f'rx="1" opacity="{0.95 if n < 3 else 0.35}"')
        for n in range(4)
    )  # fmt: skip
    blocks = "".join(
        box(left + 10 + n * 37 % 90, foot - 120 + n * 53 % 96, 13, 13, "#ffffff" if n % 2 else "#3a4048", 'opacity="0.07"')
        for n in range(14)
    )  # fmt: skip
    sheen = shape(f"M {left + 26} {foot} L {left + 236} {foot - 454} L {left + 292} {foot - 454} L {left + 82} {foot} Z", "#ffffff", 0.05)  # fmt: skip
    return box(right - 42, foot - 450, 34, 26, "#1e2228", 'rx="6" opacity="0.55"') + bars + blocks + sheen


def video_front(light: Light, dx: float, dy: float) -> str:
    """Our laptop on our desk, the person on its screen."""
    left, top, right, foot = _SCREEN
    hole = f"M {left} {top} V {foot} H {right} V {top} Z"
    shell, dark = light.tone((0xB4, 0xB8, 0xBA), 0.08), "#22252a"
    key = light.tone((0x3C, 0x40, 0x46), 0.05)
    frame = (
        f'<path fill-rule="evenodd" fill="{shell}" d="M {left - 20} {top - 12} q 0 -14 14 -14 H {right + 6} q 14 0 14 14 V {foot + 30} H {left - 20} Z {hole}"/>'
        f'<path fill-rule="evenodd" fill="{dark}" d="M {left - 15} {top - 10} q 0 -10 10 -10 H {right + 5} q 10 0 10 10 V {foot + 24} H {left - 15} Z {hole}"/>'
        f'<circle cx="{(left + right) / 2}" cy="{top - 10}" r="8" fill="#7ce08c" opacity="0.22"/>'
        f'<circle cx="{(left + right) / 2}" cy="{top - 10}" r="3.6" fill="#86e496"/>'
    )
    hinge, low = foot + 30, foot + 150
    deck = shape(
        f"M {left - 20} {hinge} L {right + 20} {hinge} L {right + 66} {low} L {left - 66} {low} Z", shell
    ) + box(left - 20, hinge, right - left + 40, 5, light.tone((0x7A, 0x7E, 0x82), 0.05))
    rows = []
    for row in range(4):
        y, spread = hinge + 18 + row * 19, 9 * (row + 1) - 14
        wide = (right - left - 30 + 2 * spread) / 13
        rows += [box(left + 15 - spread + n * wide, y, wide - 5, 14, key, 'rx="3"') for n in range(13)]
    moved = f'<g transform="translate({dx:g} {dy:g})">{frame}{_controls(left, right, foot)}{deck}{"".join(rows)}</g>'
    shadow = f'<ellipse cx="{376 + dx:g}" cy="{low + dy:g}" rx="330" ry="14" fill="#1c120a" opacity="0.3"/>'
    return (
        _ours(light, (0x7A, 0x7C, 0x66), hole, dx, dy)
        + _desk_lamp(light, 34, 610)
        + shadow
        + moved
        + _cup(light, 16, 690)
    )
