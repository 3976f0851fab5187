# ruff: noqa: E501, PLR0917 - the numbers and the length of a drawn line are the drawing; edges of a thing in space
"""A shopping street that runs into the depth, as SVG in the light of an hour. Units as in ``depth``."""

from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.places.depth import at, facing, level, outline, quiet, upright
from game.screens.places.light import STAGE, WHITE, Light, box, fade, halo, line, shape

_GROUND: Final = 500.0
_LEFT, _RIGHT = 140.0, 612.0
_HOUSES: Final[tuple[tuple[float, float, float, Colour], ...]] = (
    # from, to (nearer), height of the eaves, colour
    (0.30, 0.52, 176.0, (0xC8, 0xB8, 0xA0)),
    (0.52, 0.80, 96.0, (0xB8, 0xBE, 0xBA)),
    (0.80, 1.20, 186.0, (0xD6, 0xC0, 0x9A)),
    (1.20, 1.98, 120.0, (0xC6, 0xA8, 0x86)),
)
_OTHER: Final[tuple[tuple[float, float, float, Colour], ...]] = (
    (0.30, 0.58, 120.0, (0xBC, 0xC0, 0xBC)),
    (0.58, 0.90, 190.0, (0xCC, 0xB6, 0x98)),
    (0.90, 1.26, 130.0, (0xB0, 0xB6, 0xB0)),
    (1.26, 1.98, 168.0, (0xA8, 0x9C, 0x8C)),
)


def _row(light: Light, x: float, houses: tuple[tuple[float, float, float, Colour], ...], shade: float) -> str:
    """The fronts along one side, from far to near; ``shade`` is how little sun they get."""
    glass = hexed(mix(mix(light.zenith, WHITE, 0.3), (0xF4, 0xD2, 0x8A), min(1.0, 1.4 * light.lamps)))
    parts = ""
    for n, (k0, k1, eaves, tint) in enumerate(houses):
        wall = mix(tint, (0x5A, 0x54, 0x56), shade)
        dark = light.outdoors(mix(wall, (0x40, 0x38, 0x34), 0.6))
        parts += shape(upright(x, eaves, _GROUND, k0, k1), light.outdoors(wall))
        parts += shape(upright(x, eaves - 8, eaves, k0 - 0.01, k1 + 0.01), dark)
        wide = k1 - k0
        for a in (0.14, 0.56):
            parts += shape(
                upright(x, eaves + 28, eaves + 88, k0 + wide * a - 0.012, k0 + wide * (a + 0.3) + 0.012), dark
            )
            parts += shape(
                upright(x, eaves + 32, eaves + 84, k0 + wide * a, k0 + wide * (a + 0.3)),
                glass,
                1.0 if (n + round(a * 10)) % 2 else 0.7,
            )
        parts += shape(upright(x, 396, _GROUND - 6, k0 + wide * 0.10, k0 + wide * 0.90), dark)
        for a in (0.12, 0.40, 0.66):
            parts += shape(upright(x, 402, _GROUND - 10, k0 + wide * a, k0 + wide * (a + 0.22)), glass)
    return parts


def _awning(light: Light, x: float, inward: float, k0: float, k1: float, red: Colour) -> str:
    """A striped awning that stands out over the pavement."""
    parts, count = "", 8
    for n in range(count):
        a, b = k0 + (k1 - k0) * n / count, k0 + (k1 - k0) * (n + 1) / count
        tone = light.outdoors(red if n % 2 == 0 else (0xF2, 0xEA, 0xDA))
        parts += shape(
            outline(at(x, 362, a), at(x, 362, b), at(x + inward, 388, b), at(x + inward, 388, a)), tone
        )
        parts += shape(
            outline(
                at(x + inward, 388, a), at(x + inward, 388, b), at(x + inward, 402, b), at(x + inward, 402, a)
            ),
            tone,
            0.86,
        )
    return parts


def _noren(light: Light) -> str:
    """A shop's curtain at the right, in three lengths, with its sign."""
    parts, count = "", 4
    for n in range(count):
        a, b = 1.34 + n * 0.085, 1.34 + n * 0.085 + 0.078
        parts += shape(upright(_RIGHT - 4, 392, 446, a, b), light.outdoors((0x34, 0x4C, 0x70)))
        (x, y) = at(_RIGHT - 4, 418, (a + b) / 2)
        parts += (
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="5" ry="9" fill="{light.outdoors((0xEE, 0xE8, 0xDA))}"/>'
        )
    return parts


def _poles(light: Light) -> str:
    """Posts with their wires along the right, and a street lamp at the left."""
    wood, dark = light.outdoors((0x84, 0x7E, 0x76)), light.outdoors((0x4A, 0x46, 0x44))
    parts = ""
    for k in (0.62, 0.94, 1.42):
        (x, top), (_, foot) = at(574, 40, k), at(574, _GROUND, k)
        parts += line(f"M {x:.0f} {top:.0f} V {foot:.0f}", wood, 7.5 * k)
        parts += line(
            f"M {x - 30 * k:.0f} {top + 16 * k:.0f} h {60 * k:.0f} M {x - 24 * k:.0f} {top + 34 * k:.0f} h {48 * k:.0f}",
            dark,
            3.4 * k,
        )
    wires = " ".join(
        "M {:.0f} {:.0f} Q {:.0f} {:.0f} {:.0f} {:.0f} Q {:.0f} {:.0f} {:.0f} {:.0f}".format(
            *at(574 + dx, 56 + dy, 1.9),
            *at(574 + dx, 78 + dy, 1.62),
            *at(574 + dx, 56 + dy, 1.42),
            *at(574 + dx, 72 + dy, 1.1),
            *at(574 + dx, 56 + dy, 0.94),
        )
        for dx, dy in ((-28, 0), (28, 0), (-22, 18), (22, 18))
    )
    (x, top), (_, foot) = at(180, 190, 1.12), at(180, _GROUND, 1.12)
    lamp = (
        halo(x + 26, top + 14, 120, 0.9 * light.lamps)
        + line(
            f"M {x:.0f} {foot:.0f} V {top + 20:.0f} Q {x:.0f} {top - 4:.0f} {x + 22:.0f} {top + 4:.0f}",
            dark,
            5,
        )
        + shape(
            f"M {x + 12:.0f} {top + 12:.0f} Q {x + 26:.0f} {top - 8:.0f} {x + 42:.0f} {top + 10:.0f} Z", dark
        )
        + f'<ellipse cx="{x + 27:.0f}" cy="{top + 13:.0f}" rx="12" ry="4" fill="{"#fff0bc" if light.night else "#f4efe0"}"/>'
    )
    return parts + line(wires, dark, 1.5, 0.8) + lamp


def _sky(light: Light) -> str:
    parts = box(0, 0, *STAGE, "url(#sky)")
    if light.night:
        return parts + '<circle cx="300" cy="92" r="14" fill="#f6ecd0"/>'
    return parts + "".join(
        f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{rx * 0.16:.0f}" fill="#ffffff" opacity="{0.6 - 0.25 * light.dim:.2f}"/>'
        for x, y, rx in ((300, 96, 66), (346, 110, 50), (438, 164, 44), (250, 190, 40))
    )


def street(light: Light) -> str:
    """House fronts on both sides, an awning, a noren, posts and wires, a lamp, the road between the pavements."""
    far = "".join(
        shape(facing(*area, 0.30), light.outdoors(tone))
        for area, tone in (
            ((40, 180, 260, 480), (0x9C, 0xAC, 0xAE)),
            ((250, 60, 420, 480), (0xAC, 0xBA, 0xBC)),
            ((420, 210, 700, 480), (0x96, 0xA6, 0xA6)),
        )
    )
    leaf = light.outdoors((0x74, 0x90, 0x66))
    trees = "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{leaf}"/>' for x, y, r in ((330, 322, 20), (352, 330, 16), (414, 326, 19), (436, 332, 14)))  # fmt: skip
    road, kerb = light.outdoors((0x8E, 0x8E, 0x8E)), light.outdoors((0xC8, 0xC2, 0xB6))
    stripe = "".join(
        shape(level(_GROUND, 371, 381, a, a + 0.16), light.outdoors((0xF2, 0xEE, 0xE2)), 0.8)
        for a in (0.5, 0.8, 1.15, 1.55)
    )
    return (
        f"<defs>{fade('sky', light.zenith, light.horizon)}</defs>"
        + _sky(light)
        + far
        + trees
        + shape(level(_GROUND, _LEFT, _RIGHT, 0.28, 2.2), kerb)
        + shape(level(_GROUND, 216, 536, 0.28, 2.2), road)
        + stripe
        + _row(light, _LEFT, _HOUSES, 0.06)
        + _row(light, _RIGHT, _OTHER, 0.30)
        + _awning(light, _LEFT, 34, 1.26, 1.92, (0xB4, 0x58, 0x46))
        + _awning(light, _RIGHT, -28, 0.94, 1.22, (0x5A, 0x7E, 0x72))
        + _noren(light)
        + _poles(light)
        + halo(80, 470, 200, 0.4 * light.lamps)
        + halo(620, 470, 170, 0.35 * light.lamps)
        + quiet(light)
    )
