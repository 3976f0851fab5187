"""The strokes people are drawn with: paths with round ends, outlines darker than what they surround."""

from game.screens.colours import Colour, hexed, mix
from game.screens.people.face import Face

INK: Colour = (0x3A, 0x2A, 0x24)


def line_colour(fill: Colour) -> str:
    """The outline of an area: its own colour, much darker; softer to the eye than black."""
    return hexed(mix(fill, INK, 0.72))


def path(d: str, fill: str = "none", opacity: float = 1.0, stroke: str = "", width: float = 0) -> str:
    """An SVG path, filled, stroked with round ends, or both."""
    line = (
        f' stroke="{stroke}" stroke-width="{width:g}" stroke-linecap="round" stroke-linejoin="round"'
        if stroke
        else ""
    )
    faint = f' opacity="{opacity:.3g}"' if opacity < 1 else ""
    return f'<path d="{d}" fill="{fill}"{line}{faint}/>'


def shade_of(face: Face) -> str:
    """The skin in shadow."""
    return hexed(mix(face.skin, (0xA8, 0x5A, 0x44), 0.34))
