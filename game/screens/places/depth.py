# ruff: noqa: E501, PLR0917 - edges of a thing in space, in the order x, y, depth everywhere
"""Depth: a room seen straight, its lines running to the eyes of the person who sits in it.

Everything is told where it lies on the back wall, and by how much it is nearer: at ``k`` 1 on the wall
itself, at 1.5 half as far again from the middle. So every line into the depth leads to the face.
"""

from typing import Final, NamedTuple

from game.screens.colours import Colour, hexed, mix
from game.screens.people.portrait import EYES_AT
from game.screens.places.light import STAGE, UMBER, WHITE, Light, box, fade, shape

MIDDLE_X, MIDDLE_Y = EYES_AT
NEAREST: Final = 1.95
"""Walls and floor reach beyond the stage's edges at this nearness."""


class Back(NamedTuple):
    """The back wall's edges on the sheet: what is beside, above and below it is nearer."""

    left: float = 168.0
    top: float = 84.0
    right: float = 584.0
    foot: float = 556.0


ROOM: Final = Back()


def at(x: float, y: float, k: float) -> tuple[float, float]:
    """The point of the sheet that lies at ``x``, ``y`` of the back wall, nearer by ``k``."""
    return MIDDLE_X + (x - MIDDLE_X) * k, MIDDLE_Y + (y - MIDDLE_Y) * k


def outline(*points: tuple[float, float]) -> str:
    """A closed path through points of the sheet."""
    return "M " + " L ".join(f"{x:.1f} {y:.1f}" for x, y in points) + " Z"


def upright(x: float, top: float, foot: float, k0: float, k1: float) -> str:
    """The path of an upright area that runs into the depth, from ``k0`` to the nearer ``k1``."""
    return outline(at(x, top, k0), at(x, top, k1), at(x, foot, k1), at(x, foot, k0))


def level(y: float, left: float, right: float, k0: float, k1: float) -> str:
    """The path of a level area, from ``k0`` to the nearer ``k1``."""
    return outline(at(left, y, k0), at(right, y, k0), at(right, y, k1), at(left, y, k1))


def facing(left: float, top: float, right: float, foot: float, k: float) -> str:
    """The path of an area that faces us."""
    return outline(at(left, top, k), at(right, top, k), at(right, foot, k), at(left, foot, k))


def solid(
    light: Light, left: float, right: float, top: float, foot: float, k0: float, k1: float, colour: Colour
) -> str:
    """A block with the faces that are seen of it: front, the side towards the middle, top or underside."""
    wall = 0.25
    front = shape(facing(left, top, right, foot, k1), light.tone(colour, wall))
    parts = ""
    if top > MIDDLE_Y:
        parts += shape(level(top, left, right, k0, k1), light.tone(mix(colour, WHITE, 0.22), wall))
    elif foot < MIDDLE_Y:
        parts += shape(level(foot, left, right, k0, k1), light.tone(mix(colour, UMBER, 0.45), wall))
    if right < MIDDLE_X:
        parts += shape(upright(right, top, foot, k0, k1), light.tone(mix(colour, WHITE, 0.10), wall))
    elif left > MIDDLE_X:
        parts += shape(upright(left, top, foot, k0, k1), light.tone(mix(colour, UMBER, 0.32), wall))
    return parts + front


def shell(
    light: Light,
    walls: Colour,
    floor: Colour,
    share: float = 0.5,
    back: Back = ROOM,
    ceiling: Colour = (0xF4, 0xF0, 0xE4),
) -> str:
    """Walls, ceiling and floor: the wall across from the window is the lightest."""
    ground = mix(light.wall, walls, share * (1 - 0.4 * light.dim))
    night = mix(ground, (0x2A, 0x26, 0x34), 0.16 * light.dim)
    low = mix(night, (0x8A, 0x70, 0x4C), 0.12 + 0.12 * light.dim)
    lit, dark = mix(night, (0xFF, 0xF6, 0xE0), 0.20 * (1 - light.dim)), mix(night, (0x6A, 0x5C, 0x50), 0.20)
    k, (left, top, right, foot) = NEAREST, back
    edge = hexed(mix(night, UMBER, 0.34))
    corners = (
        f"M {left} {top} L {right} {top} M {left} {foot} L {right} {foot} M {left} {top} L {left} {foot} M {right} {top} "
        f"L {right} {foot} " + " ".join(
            "M {:.1f} {:.1f} L {:.1f} {:.1f}".format(*at(x, y, 1), *at(x, y, k)) for x in (left, right) for y in (top, foot)
        )
    )  # fmt: skip
    skirting = shape(upright(left, foot - 12, foot, 1, k), edge, 0.35) + shape(upright(right, foot - 12, foot, 1, k), edge, 0.35)  # fmt: skip
    return (
        f"<defs>{fade('sky', light.zenith, light.horizon)}{fade('wall', night, low)}{fade('lit', lit, low)}"
        f"{fade('dark', dark, mix(dark, low, 0.5))}</defs>"
        + box(0, 0, *STAGE, "url(#wall)")
        + shape(upright(left, top, foot, 1, k), "url(#lit)")
        + shape(upright(right, top, foot, 1, k), "url(#dark)")
        + shape(level(top, left, right, 1, k), hexed(mix(mix(night, ceiling, 0.5), UMBER, 0.10 * light.dim)))
        + shape(level(foot, left, right, 1, k), light.tone(floor, 0.2))
        + skirting
        + box(left, foot - 12, right - left, 12, edge, 'opacity="0.28"')
        + f'<path d="{corners}" fill="none" stroke="{edge}" stroke-width="1.6" opacity="0.55"/>'
    )


def ceiling_light(
    light: Light, left: float, right: float, k0: float, k1: float, top: float = ROOM.top
) -> str:
    """A panel of light in the ceiling: pale by day, shining by night."""
    glass = hexed(mix(light.wall, (0xFF, 0xF6, 0xD8), 0.45 + 0.55 * light.lamps))
    frame = light.tone((0xB4, 0xAE, 0xA0))
    return shape(level(top, left - 5, right + 5, k0 - 0.02, k1 + 0.02), frame) + shape(level(top, left, right, k0, k1), glass)  # fmt: skip


def quiet(light: Light) -> str:
    """A soft brightness around the head, so that it stands clear of what is behind it; darker corners."""
    warm = "#ffe9bd" if light.night else "#fffaf0"
    strong, gloom = 0.30 + 0.06 * light.lamps, 0.10 + 0.16 * light.dim
    stops = "".join(
        f'<stop offset="{at_}%" stop-color="{tone}" stop-opacity="{opacity:.3f}"/>'
        for at_, tone, opacity in (
            (0, warm, strong),
            (17, warm, strong * 0.75),
            (29, warm, strong * 0.25),
            (39, warm, 0.0),
            (52, "#2a1c14", 0.0),
            (78, "#2a1c14", 0.4 * gloom),
            (100, "#2a1c14", gloom),
        )
    )
    return (
        f'<defs><radialGradient id="quiet">{stops}</radialGradient></defs>'
        f'<circle cx="{MIDDLE_X}" cy="{MIDDLE_Y}" r="650" fill="url(#quiet)"/>'
    )
