# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Neck, shoulders and trunk in SVG; origin and units as in ``drawn_face``.

The table's far edge is at ``TABLE_Y``; whatever lies on the table is drawn apart, to be laid over it.
"""

from typing import Final

from game.screens.colours import hexed, mix
from game.screens.people.face import Face
from game.screens.people.strokes import line_colour, path, shade_of

TABLE_Y: Final = 316
"""Where the table's far edge hides the body, in units below the eyes."""

FLOOR: Final = 440
"""The foot of the drawing: without a table the person is seen down to here."""


def both(shape: str, fill: str, opacity: float = 1.0, stroke: str = "", width: float = 0) -> str:
    """A shape of the right half and its mirror image."""
    one = path(shape, fill, opacity, stroke, width)
    return f'{one}<g transform="scale(-1 1)">{one}</g>'


def neck(face: Face) -> str:
    """The neck and the shadow of the chin on it."""
    n, line, top = face.neck, line_colour(face.skin), face.chin_y - 34
    shape = f"M {-n} {top} C {-n} 130 {-n - 2} 146 {-n - 20} 160 L 0 206 L {n + 20} 160 C {n + 2} 146 {n} 130 {n} {top} Z"
    fall = (
        f"M {-n + 1} {top} L {n - 1} {top} L {n - 1} {face.chin_y + 4} "
        f"C {n * 0.5:.1f} {face.chin_y + 25} {-n * 0.6:.1f} {face.chin_y + 28} {-n + 1} {face.chin_y + 14} Z"
    )
    second_chin = (
        path(
            f"M {-n + 8} {face.chin_y - 4} C {-n * 0.6:.1f} {face.chin_y + 17} {n * 0.6:.1f} {face.chin_y + 17} {n - 8} {face.chin_y - 4}",
            hexed(face.skin),
            1,
            line,
            2,
        )
        if face.full > 0.3
        else ""
    )
    return path(shape, hexed(face.skin), 1, line, 2.2) + path(fall, shade_of(face), 0.62) + second_chin


def trunk(face: Face) -> str:
    """The clothed trunk with its upper arms, and the folds that part them."""
    s, n, fill = face.shoulders, face.neck, face.cloth
    line = line_colour(fill)
    half = (
        f"M 0 {FLOOR} L 0 168 L {n + 4} 146 C {n + 26} 164 {s * 0.62:.0f} 168 {s * 0.78:.0f} 178 "
        f"C {s * 0.98:.0f} 188 {s + 8} 214 {s + 14} 250 C {s + 20} 284 {s + 22} 310 {s + 22} 340 L {s + 20} {FLOOR}"
    )
    dark = hexed(mix(fill, (0x1C, 0x18, 0x20), 0.26))
    shadow = (
        f"M {-s - 20} {FLOOR} L {-s - 22} 340 C {-s - 22} 310 {-s - 20} 284 {-s - 14} 250 C {-s - 8} 214 {-s * 0.98:.0f} 188 "
        f"{-s * 0.78:.0f} 178 C {-s * 0.74:.0f} 220 {-s * 0.78:.0f} 290 {-s * 0.70:.0f} 340 L {-s * 0.70:.0f} {FLOOR} Z"
    )
    folds = (
        f"M {s * 0.70:.0f} 236 C {s * 0.66:.0f} 270 {s * 0.66:.0f} 300 {s * 0.70:.0f} {FLOOR}",
        f"M {s * 0.88:.0f} 262 C {s * 0.84:.0f} 280 {s * 0.86:.0f} 296 {s * 0.80:.0f} 312",
    )
    return (
        both(half, hexed(fill), 1, line, 2.6)
        + path(f"M -4 170 L 4 170 L 4 {FLOOR} L -4 {FLOOR} Z", hexed(fill))
        + path(shadow, dark, 0.45)
        + both(folds[0], "none", 0.55, line, 2.0)
        + both(folds[1], "none", 0.3, line, 1.8)
    )
