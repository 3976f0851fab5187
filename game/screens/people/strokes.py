"""The strokes people are drawn with: paths with round ends, outlines darker than what they surround."""

from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.people.face import Face

INK: Colour = (0x3A, 0x2A, 0x24)

OUTLINE: Final = 2.4
"""The weight of the line around a body, a head, a hand; within it is ``INNER``, a crease ``CREASE``."""
INNER: Final = 1.9
CREASE: Final = 1.5

_NIGHT: Colour = (0x1C, 0x18, 0x24)
_DAY: Colour = (0xFF, 0xF2, 0xDC)


def line_colour(fill: Colour) -> str:
    """The outline of an area: its own colour, much darker; softer to the eye than black."""
    return hexed(mix(fill, INK, 0.72))


def darker(fill: Colour, share: float) -> str:
    """The colour in shadow, as hex."""
    return hexed(mix(fill, _NIGHT, share))


def lighter(fill: Colour, share: float) -> str:
    """The colour where the window's light falls on it, as hex."""
    return hexed(mix(fill, _DAY, share))


def path(d: str, fill: str = "none", opacity: float = 1.0, stroke: str = "", width: float = 0) -> str:
    """An SVG path, filled, stroked with round ends, or both."""
    line = (
        f' stroke="{stroke}" stroke-width="{width:g}" stroke-linecap="round" stroke-linejoin="round"'
        if stroke
        else ""
    )
    faint = f' opacity="{opacity:.3g}"' if opacity < 1 else ""
    return f'<path d="{d}" fill="{fill}"{line}{faint}/>'


LEFT_SHADE: Final = 0.17
RIGHT_LIGHT: Final = 0.06
"""How much darker the left side of a body is, and how much lighter the right: the window is on the right."""


def sidelit(name: str, fill: Colour, depth: float = 1.0) -> str:
    """A gradient across whatever it fills, level at both ends so that arms can be laid on without a seam."""
    dark, light = darker(fill, LEFT_SHADE * depth), lighter(fill, RIGHT_LIGHT * depth)
    stops = "".join(
        f'<stop offset="{at}%" stop-color="{tone}"/>'
        for at, tone in ((14, dark), (50, hexed(fill)), (86, light))
    )
    return f'<linearGradient id="{name}" x1="0%" y1="0%" x2="100%" y2="0%">{stops}</linearGradient>'


def both(shape: str, fill: str, opacity: float = 1.0, stroke: str = "", width: float = 0) -> str:
    """A shape of the right half and its mirror image."""
    one = path(shape, fill, opacity, stroke, width)
    return f'{one}<g transform="scale(-1 1)">{one}</g>'


def shade_of(face: Face) -> str:
    """The skin in shadow."""
    return hexed(mix(face.skin, (0xA8, 0x5A, 0x44), 0.34))
