# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Rooms, streets and a table as SVG, in the light of an hour. Units of the sheet."""

from dataclasses import dataclass
from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.drawn_body import TABLE_Y
from game.screens.portrait import EYES_AT

STAGE: Final = (668, 720)
"""Width and height on the sheet of the half where the customer sits."""

TABLE_TOP: Final = EYES_AT[1] + TABLE_Y
"""The table's far edge on the sheet."""


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of an hour: the sky above and at the horizon, the wall it falls on, how strong its beam is (0–1)."""

    zenith: Colour
    horizon: Colour
    wall: Colour
    beam: float


_HOURS: Final[tuple[tuple[float, Light], ...]] = (
    (5.0, Light((0x36, 0x45, 0x5E), (0x6B, 0x74, 0x84), (0xB9, 0xB0, 0x9E), 0.0)),
    (7.0, Light((0x9F, 0xBF, 0xD3), (0xF2, 0xDF, 0xC0), (0xE8, 0xDC, 0xC2), 0.55)),
    (11.0, Light((0xB4, 0xD0, 0xDE), (0xE3, 0xEC, 0xE9), (0xE9, 0xE0, 0xCC), 0.35)),
    (15.0, Light((0xB2, 0xCB, 0xD6), (0xEC, 0xE6, 0xD3), (0xE9, 0xDD, 0xC4), 0.5)),
    (17.5, Light((0x9A, 0x9F, 0xB8), (0xF2, 0xBE, 0x8A), (0xE3, 0xC9, 0xA2), 0.8)),
    (19.0, Light((0x3D, 0x46, 0x62), (0x86, 0x70, 0x78), (0xD2, 0xBE, 0x9C), 0.0)),
    (21.0, Light((0x22, 0x2B, 0x40), (0x3A, 0x41, 0x55), (0xC9, 0xB6, 0x94), 0.0)),
)


def light_at(hour: float) -> Light:
    """The light at an hour of 0–24; between the hours of the table it passes over."""
    if not _HOURS[0][0] <= hour < _HOURS[-1][0]:
        return _HOURS[-1][1]
    at = max(n for n, (when, _) in enumerate(_HOURS) if when <= hour)
    (start, one), (end, other) = _HOURS[at], _HOURS[at + 1]
    share = (hour - start) / (end - start)
    return Light(
        mix(one.zenith, other.zenith, share),
        mix(one.horizon, other.horizon, share),
        mix(one.wall, other.wall, share),
        one.beam + (other.beam - one.beam) * share,
    )


def _fade(name: str, top: Colour, bottom: Colour) -> str:
    return (
        f'<linearGradient id="{name}" x1="0%" y1="0%" x2="0%" y2="100%"><stop offset="0%" stop-color="{hexed(top)}"/>'
        f'<stop offset="100%" stop-color="{hexed(bottom)}"/></linearGradient>'
    )


def _box(x: float, y: float, w: float, h: float, fill: str, more: str = "") -> str:  # noqa: PLR0917 - as in SVG
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" fill="{fill}" {more}/>'


def _town(light: Light, x: float, y: float, w: float, h: float) -> str:
    """Roofs and blocks of a Japanese town under the sky, for a window of that size; lit windows when it is dark."""
    far = hexed(mix(light.horizon, (0x8A, 0x9A, 0xA0), 0.45))
    near = hexed(mix(light.horizon, (0x5E, 0x70, 0x74), 0.62))
    glow = "#f4d890" if sum(light.zenith) < 360 else hexed(mix(light.horizon, (0xFF, 0xFF, 0xFF), 0.25))
    parts = [_box(x, y, w, h, "url(#sky)")]
    if sum(light.zenith) >= 360:
        parts += [
            f'<ellipse cx="{x + w * cx:.0f}" cy="{y + h * cy:.0f}" rx="{w * rx:.0f}" ry="{h * 0.035:.0f}" fill="#ffffff" opacity="0.5"/>'
            for cx, cy, rx in ((0.25, 0.2, 0.16), (0.36, 0.235, 0.12), (0.74, 0.33, 0.14))
        ]
    for left, top, wide in (
        (0.0, 0.50, 0.16),
        (0.18, 0.58, 0.12),
        (0.42, 0.46, 0.15),
        (0.60, 0.56, 0.14),
        (0.83, 0.42, 0.17),
    ):
        parts.append(_box(x + w * left, y + h * top, w * wide, h * (1 - top), far))
    for left, top, wide in ((0.08, 0.68, 0.2), (0.30, 0.62, 0.16), (0.50, 0.72, 0.22), (0.76, 0.60, 0.18)):
        parts.append(_box(x + w * left, y + h * top, w * wide, h * (1 - top), near))
        parts += [
            _box(
                x + w * (left + 0.03 + n % 3 * 0.045),
                y + h * (top + 0.05 + n // 3 * 0.09),
                w * 0.02,
                h * 0.04,
                glow,
                'opacity="0.7"',
            )
            for n in range(6)
            if (n * 7 + round(left * 100)) % 3
        ]
    roof = f"M {x:g} {y + h:g} L {x:g} {y + h * 0.86:g} L {x + w * 0.18:g} {y + h * 0.79:g} L {x + w * 0.36:g} {y + h * 0.87:g} L {x + w * 0.36:g} {y + h:g} Z"
    return "".join(parts) + f'<path d="{roof}" fill="{hexed(mix(light.horizon, (0x46, 0x54, 0x5A), 0.72))}"/>'


def _window(light: Light, x: float, y: float, w: float, h: float) -> str:
    """A window of four panes with its frame, its sill and the town outside."""
    frame, edge = (
        hexed(mix(light.wall, (0xFF, 0xFF, 0xFF), 0.5)),
        hexed(mix(light.wall, (0x7A, 0x64, 0x46), 0.5)),
    )
    shade = hexed(mix(light.wall, (0x7A, 0x64, 0x46), 0.25))
    return (
        _box(x - 18, y - 18, w + 36, h + 36, edge)
        + _box(x - 15, y - 15, w + 30, h + 30, frame)
        + _box(x - 1.5, y - 1.5, w + 3, h + 3, edge)
        + _town(light, x, y, w, h)
        + f'<path d="M {x + w * 0.1:g} {y + h:g} L {x + w * 0.42:g} {y:g} L {x + w * 0.56:g} {y:g} L {x + w * 0.24:g} {y + h:g} Z" fill="#ffffff" opacity="0.13"/>'
        + _box(x + w / 2 - 5, y, 10, h, frame)
        + _box(x + w / 2 + 5, y, 1.5, h, shade)
        + _box(x, y + h * 0.46, w, 9, frame)
        + _box(x, y + h * 0.46 + 9, w, 1.5, shade)
        + _box(x - 26, y + h + 16, w + 60, 11, frame)
        + _box(x - 26, y + h + 27, w + 60, 3, edge)
    )


def _wall(light: Light) -> str:
    """The wall with its skirting, and the light the window throws on it."""
    lower = mix(light.wall, (0x9A, 0x80, 0x58), 0.16)
    beam = (
        f'<path d="M 0 250 L 260 120 L 260 330 L 0 500 Z" fill="#fff6dc" opacity="{light.beam * 0.34:.2f}"/>'
    )
    return (
        f"<defs>{_fade('sky', light.zenith, light.horizon)}{_fade('wall', light.wall, lower)}</defs>"
        + _box(0, 0, *STAGE, "url(#wall)")
        + (beam if light.beam else "")
    )


def _shelf(light: Light) -> str:
    """A low shelf with files, a plant on it: the same in every room of the company."""
    wood, dark = (
        hexed(mix(light.wall, (0x8A, 0x6A, 0x44), 0.42)),
        hexed(mix(light.wall, (0x5B, 0x4A, 0x37), 0.55)),
    )
    tones = [
        (0x6E, 0x86, 0x94),
        (0xC4, 0xA2, 0x64),
        (0x7E, 0x8F, 0x72),
        (0xB4, 0x74, 0x5E),
        (0xD9, 0xCF, 0xBA),
    ]
    parts = [
        _box(24, 372, 150, 290, wood),
        _box(24, 372, 150, 6, dark),
        _box(32, 384, 134, 82, dark, 'opacity="0.55"'),
        _box(32, 476, 134, 82, dark, 'opacity="0.55"'),
        _box(32, 568, 134, 82, dark, 'opacity="0.55"'),
    ]
    x = 36.0
    for n in range(22):
        row, wide, high = n // 11, 9 + (n * 5) % 4, 56 + (n * 13) % 17
        x = 36 if n in {0, 11} else x
        tone = hexed(mix(tones[n * 3 % 5], light.wall, 0.42))
        parts += [
            _box(x, 466 + row * 92 - high, wide, high, tone),
            _box(x, 466 + row * 92 - high + 12, wide, 8, "#f7f2e6", 'opacity="0.6"'),
        ]
        x += wide + 1.5
    leaf = hexed(mix((0x6A, 0x84, 0x5C), light.wall, 0.2))
    leaf_dark = hexed(mix((0x4C, 0x64, 0x46), light.wall, 0.2))
    pot = hexed(mix((0xB0, 0x6E, 0x50), light.wall, 0.25))
    for tip, bend, tone in (
        (70, 26, leaf_dark),
        (132, 176, leaf_dark),
        (82, 60, leaf),
        (122, 142, leaf),
        (100, 100, leaf),
    ):
        parts.append(
            f'<path d="M 100 342 Q {bend} 318 {tip} {270 + abs(tip - 100) * 0.9:.0f} Q {(bend + 100) / 2 + 6:.0f} 318 104 344 Z" fill="{tone}"/>'
        )
    parts.append(f'<path d="M 80 340 L 122 340 L 117 372 L 85 372 Z" fill="{pot}"/>')
    return "".join(parts)


def meeting_room(light: Light) -> str:
    """A room for talks: a shelf, a window on the town."""
    return _wall(light) + _shelf(light) + _window(light, 310, 70, 330, 300)


def office(light: Light) -> str:
    """A room with desks: a clock, a notice board, a partition, a window far away."""
    dark = hexed(mix(light.wall, (0x5B, 0x4A, 0x37), 0.5))
    felt = hexed(mix((0x7C, 0x8E, 0x86), light.wall, 0.35))
    notes = "".join(
        _box(
            268 + n % 4 * 58,
            84 + n // 4 * 66,
            44,
            52 - n * 7 % 15,
            hexed(mix((0xFB, 0xF8, 0xF1), light.wall, 0.15 + n % 3 * 0.1)),
        )
        for n in range(8)
    )
    clock = (
        f'<circle cx="196" cy="112" r="34" fill="#fbf8f1" stroke="{dark}" stroke-width="5"/>'
        f'<path d="M 196 112 L 196 90 M 196 112 L 210 120" stroke="#3a2a24" stroke-width="3.4" stroke-linecap="round"/>'
    )
    return (
        _wall(light)
        + _window(light, 552, 92, 180, 240)
        + _box(248, 66, 256, 160, dark)
        + _box(254, 72, 244, 148, felt)
        + notes
        + clock
        + _box(0, 430, 668, 232, felt)
        + _box(0, 430, 668, 7, dark)
        + _box(222, 430, 3, 232, dark)
        + _box(560, 430, 3, 232, dark)
        + _shelf(light)
    )


def phone(light: Light) -> str:
    """A call: nobody is in the room; the wall, a lamp's light, and the line between two desks."""
    wall = mix(light.wall, (0x24, 0x41, 0x5F), 0.30)
    rings = "".join(
        f'<circle cx="376" cy="300" r="{r}" fill="none" stroke="#f7f2e6" stroke-width="2" opacity="{0.34 - r / 1400:.2f}"/>'
        for r in (235, 290, 345, 400)
    )
    return (
        f"<defs>{_fade('wall', wall, mix(wall, (0x20, 0x1C, 0x18), 0.25))}</defs>"
        + _box(0, 0, *STAGE, "url(#wall)")
        + rings
        + f'<circle cx="376" cy="300" r="212" fill="{hexed(mix(light.wall, (0xFF, 0xFF, 0xFF), 0.15))}"/>'
    )


def street(light: Light) -> str:
    """A shopping street: house fronts with awnings, poles and wires, the pavement."""
    front, dark = (
        hexed(mix(light.wall, (0xB8, 0xA0, 0x7C), 0.3)),
        hexed(mix(light.horizon, (0x5B, 0x4A, 0x37), 0.55)),
    )
    other = hexed(mix(light.wall, (0x90, 0x9A, 0x96), 0.4))
    glass = hexed(mix(light.zenith, light.horizon, 0.4))
    stripes = "".join(_box(20 + n * 26, 352, 13, 34, "#bf6b52", 'opacity="0.75"') for n in range(7))
    doors = _box(36, 400, 70, 200, glass) + _box(118, 400, 70, 200, glass) + _box(480, 380, 150, 150, glass)
    wires = "".join(
        f'<path d="M 0 {y} Q 240 {y + 46} 440 {y - 6} T 668 {y + 6}" fill="none" stroke="{dark}" stroke-width="1.6"/>'
        for y in (96, 118, 150)
    )
    return (
        f"<defs>{_fade('sky', light.zenith, light.horizon)}</defs>"
        + _town(light, 0, 0, 668, 656)
        + _box(0, 240, 212, 420, front)
        + _box(0, 232, 220, 12, dark)
        + _box(440, 190, 228, 470, other)
        + _box(432, 184, 236, 10, dark)
        + _box(12, 350, 194, 38, "#f4ead6")
        + stripes
        + doors
        + _box(424, 60, 11, 600, dark)
        + _box(398, 92, 64, 6, dark)
        + wires
        + _box(0, 650, 668, 70, hexed(mix(light.horizon, (0x80, 0x7C, 0x74), 0.6)))
        + _box(0, 650, 668, 5, "#f0eadc", 'opacity="0.7"')
    )


def table_svg(light: Light) -> str:
    """The table from its far edge to the window's foot, with grain, and a soft light along the edge."""
    top = mix((0x96, 0x72, 0x4E), light.wall, 0.12)
    grain = hexed(mix(top, (0x4A, 0x32, 0x1E), 0.4))
    lines = "".join(
        f'<path d="M {-20 + n * 31 % 60} {TABLE_TOP + 14 + n * 15} q 170 {-5 + n * 3 % 9} 340 0 t 360 {n * 5 % 7 - 3}" fill="none" '
        f'stroke="{grain}" stroke-width="1.3" opacity="0.28"/>'
        for n in range(6)
    )
    high = 720 - TABLE_TOP
    return (
        f"<defs>{_fade('top', mix(top, (0xFF, 0xEE, 0xD2), 0.16), mix(top, (0x3A, 0x26, 0x16), 0.34))}</defs>"
        + _box(0, TABLE_TOP, STAGE[0], high, "url(#top)")
        + _box(0, TABLE_TOP, STAGE[0], 4, hexed(mix(top, (0xFF, 0xF2, 0xDC), 0.4)))
        + _box(0, TABLE_TOP + 4, STAGE[0], 2, hexed(mix(top, (0x3A, 0x26, 0x16), 0.25)), 'opacity="0.6"')
        + lines
    )
