# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""Shirt, collar and tie in SVG, shown at many necks; origin and units as in ``drawn_head``."""

from game.screens.colours import Colour, hexed, mix
from game.screens.people.drawn_body import FLOOR
from game.screens.people.face import Face
from game.screens.people.strokes import both, line_colour, path


def shirt(face: Face, fill: Colour, depth: float = 250) -> str:
    """What shows between the lapels, with two collar points."""
    n = face.neck
    line = line_colour(mix(fill, (0x90, 0x80, 0x70), 0.4))
    shade = hexed(mix(fill, (0x7C, 0x7A, 0x88), 0.26))
    front = f"M {-n - 14} 158 L 0 {depth} L {n + 14} 158 L {n} 150 L 0 196 L {-n} 150 Z"
    collar = f"M {n - 1} 138 C {n + 10} 148 {n + 14} 156 {n + 17} 168 L {n - 4} 190 L 2 192 C {n * 0.6:.0f} 176 {n - 2} 160 {n - 1} 138 Z"
    left_shade = f"M {-n - 8} 166 L 0 {depth} L 0 200 Z"
    return (
        path(front, hexed(fill), 1, line, 1.6)
        + path(left_shade, shade, 0.6)
        + both(collar, hexed(fill), 1, line, 2.0)
    )


def tied(tie: Colour) -> str:
    """A striped tie from the collar down."""
    line = line_colour(tie)
    stripe = hexed(mix(tie, (0xFF, 0xF4, 0xE0), 0.28))
    return (
        path("M -10 192 L 10 192 L 7 210 L -7 210 Z", hexed(tie), 1, line, 2)
        + path(f"M -7 210 L 7 210 L 15 {FLOOR} L -15 {FLOOR} Z", hexed(tie), 1, line, 2)
        + "".join(path(f"M -9 {y + 14} L 10 {y}", "none", 0.55, stripe, 2.4) for y in (228, 252, 276, 300))
    )


def plain_shirt(face: Face) -> str:
    """A shirt worn alone: collar, placket, buttons."""
    line = line_colour(face.cloth)
    placket = path(f"M 0 204 L 0 {FLOOR}", "none", 0.8, line, 1.8)
    buttons = "".join(f'<circle cx="5" cy="{y}" r="3" fill="{line}"/>' for y in (232, 266, 300))
    return shirt(face, mix(face.cloth, (0xFF, 0xFF, 0xFF), 0.2), 216) + placket + buttons
