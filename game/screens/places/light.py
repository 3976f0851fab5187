# ruff: noqa: E501 - the length of a drawn line is the drawing
"""The light of an hour: what it does to sky, walls and lamps; and the boxes and lamps rooms are built of."""

from dataclasses import dataclass
from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.people.drawn_body import TABLE_Y
from game.screens.people.portrait import EYES_AT

STAGE: Final = (668, 720)
"""Width and height on the sheet of the half where the customer sits."""

TABLE_TOP: Final = EYES_AT[1] + TABLE_Y
"""The table's far edge on the sheet."""

WHITE: Final = (0xFF, 0xFF, 0xFF)
UMBER: Final = (0x5B, 0x4A, 0x37)
"""What walls are darkened with for edges and furniture."""

_GLOOM: Final = (0x1E, 0x26, 0x3C)


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of an hour: the sky above and at the horizon, the wall, and the light on people (white: none).

    Shares of 0–1: how strong the sun's ``beam`` is, how much the ``lamps`` give, how ``dim`` it is out of
    their reach.
    """

    zenith: Colour
    horizon: Colour
    wall: Colour
    people: Colour
    beam: float
    lamps: float
    dim: float

    def tone(self, colour: Colour, wall: float = 0.25) -> str:
        """A thing's colour in this light, as hex: ``wall`` is its share of the wall's colour."""
        return hexed(mix(mix(colour, self.wall, wall), _GLOOM, 0.2 * self.dim))

    def outdoors(self, colour: Colour) -> str:
        """The colour of a thing under the open sky, as hex; by night it nearly goes."""
        lit = mix(colour, self.horizon, 0.18)
        return hexed(mix(lit, _GLOOM, 0.68 * self.dim))

    @property
    def night(self) -> bool:
        """Whether lamps are lit and the stars nearly out."""
        return self.lamps > 0.4  # noqa: PLR2004 - dusk


_HOURS: Final[tuple[tuple[float, Light], ...]] = (
    (
        5.0,
        Light((0x2B, 0x38, 0x52), (0x5E, 0x68, 0x7C), (0xC4, 0xB2, 0x96), (0xE2, 0xDA, 0xD6), 0.0, 0.9, 0.85),
    ),
    (
        6.5,
        Light(
            (0x9C, 0xB4, 0xCC), (0xF6, 0xD6, 0xB0), (0xEA, 0xDA, 0xBE), (0xFF, 0xF2, 0xE4), 0.55, 0.15, 0.2
        ),
    ),
    (
        8.5,
        Light((0xA4, 0xC4, 0xDC), (0xF6, 0xE2, 0xBE), (0xEF, 0xDF, 0xBE), (0xFF, 0xFA, 0xF0), 0.75, 0.0, 0.0),
    ),
    (
        12.0,
        Light((0xAE, 0xD0, 0xE2), (0xE2, 0xEE, 0xEE), (0xEE, 0xE7, 0xD6), (0xFF, 0xFF, 0xFF), 0.3, 0.0, 0.0),
    ),
    (
        15.0,
        Light((0xAE, 0xCA, 0xD6), (0xEE, 0xE6, 0xD0), (0xEB, 0xDF, 0xC6), (0xFF, 0xFC, 0xF4), 0.5, 0.0, 0.0),
    ),
    (
        17.5,
        Light(
            (0x8E, 0x94, 0xB4), (0xF4, 0xB0, 0x78), (0xE4, 0xC2, 0x96), (0xFF, 0xF0, 0xDC), 0.85, 0.3, 0.25
        ),
    ),
    (
        19.0,
        Light(
            (0x34, 0x3C, 0x5A), (0x7C, 0x66, 0x74), (0xD2, 0xBA, 0x96), (0xF4, 0xE8, 0xD8), 0.0, 0.85, 0.75
        ),
    ),
    (
        21.0,
        Light((0x1C, 0x24, 0x3A), (0x34, 0x3B, 0x52), (0xC8, 0xB0, 0x8C), (0xF0, 0xE4, 0xD4), 0.0, 1.0, 1.0),
    ),
)


def light_at(hour: float) -> Light:
    """The light at an hour of 0–24; between the hours of the table it passes over."""
    if not _HOURS[0][0] <= hour < _HOURS[-1][0]:
        return _HOURS[-1][1]
    at = max(n for n, (when, _) in enumerate(_HOURS) if when <= hour)
    (start, one), (end, other) = _HOURS[at], _HOURS[at + 1]
    share = (hour - start) / (end - start)

    def between(a: float, b: float) -> float:
        return a + (b - a) * share

    return Light(
        mix(one.zenith, other.zenith, share),
        mix(one.horizon, other.horizon, share),
        mix(one.wall, other.wall, share),
        mix(one.people, other.people, share),
        between(one.beam, other.beam),
        between(one.lamps, other.lamps),
        between(one.dim, other.dim),
    )


def fade(name: str, top: Colour, bottom: Colour) -> str:
    """A gradient from top to bottom; SDL_image wants percentages."""
    return (
        f'<linearGradient id="{name}" x1="0%" y1="0%" x2="0%" y2="100%"><stop offset="0%" stop-color="{hexed(top)}"/>'
        f'<stop offset="100%" stop-color="{hexed(bottom)}"/></linearGradient>'
    )


def box(x: float, y: float, w: float, h: float, fill: str, more: str = "") -> str:  # noqa: PLR0917 - as in SVG
    """A rectangle; ``more`` are further attributes."""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" fill="{fill}" {more}/>'


def shape(d: str, fill: str, opacity: float = 1.0) -> str:
    """A filled path without an outline."""
    faint = f' opacity="{opacity:.3g}"' if opacity < 1 else ""
    return f'<path d="{d}" fill="{fill}"{faint}/>'


def line(d: str, colour: str, width: float, opacity: float = 1.0) -> str:
    """A stroked path with round ends."""
    faint = f' opacity="{opacity:.3g}"' if opacity < 1 else ""
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round"{faint}/>'


def halo(x: float, y: float, radius: float, strength: float, warm: str = "#ffe2a6") -> str:
    """The light around a lamp; nothing where it is off. ``strength`` 0–1."""
    if strength <= 0:
        return ""
    name = f"halo{x:.0f}-{y:.0f}".replace(".", "_")
    stops = "".join(
        f'<stop offset="{at}%" stop-color="{warm}" stop-opacity="{strength * share:.3f}"/>'
        for at, share in ((0, 0.75), (35, 0.32), (70, 0.08), (100, 0.0))
    )
    return (
        f'<defs><radialGradient id="{name}">{stops}</radialGradient></defs>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="url(#{name})"/>'
    )


def pendant(light: Light, x: float, y: float, colour: Colour) -> str:
    """A lamp hanging from the ceiling, its foot at ``y``."""
    glow = hexed(mix(light.wall, (0xFF, 0xEE, 0xB8), 0.3 + 0.7 * light.lamps))
    return (
        halo(x, y, 150, 0.85 * light.lamps)
        + line(f"M {x} -4 L {x} {y - 30}", light.tone(UMBER, 0.3), 2)
        + shape(f"M {x - 9} {y - 32} L {x + 9} {y - 32} C {x + 22} {y - 26} {x + 32} {y - 12} {x + 34} {y} L {x - 34} {y} C {x - 32} {y - 12} {x - 22} {y - 26} {x - 9} {y - 32} Z", light.tone(colour))
        + f'<ellipse cx="{x}" cy="{y}" rx="34" ry="5" fill="{glow}"/>'
    )  # fmt: skip


def wall(light: Light, tint: Colour = (0xE9, 0xE0, 0xCC), share: float = 0.0) -> str:
    """The wall, of its own colour by ``share``, and the light the window throws on it."""
    ground = mix(light.wall, tint, share * (1 - 0.45 * light.dim))
    lower = mix(ground, (0x9A, 0x80, 0x58), 0.16 + 0.14 * light.dim)
    return f"<defs>{fade('sky', light.zenith, light.horizon)}{fade('wall', ground, lower)}</defs>" + box(
        0, 0, *STAGE, "url(#wall)"
    )
