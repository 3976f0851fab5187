# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Neck, shoulders and trunk in SVG; origin and units as in ``drawn_head``.

The table's far edge is at ``TABLE_Y``; arms are drawn apart, to be laid over trunk and table.
"""

from typing import Final

from game.screens.people.face import Face
from game.screens.people.strokes import INNER, OUTLINE, darker, line_colour, path, shade_of, sidelit

TABLE_Y: Final = 316
"""Where the table's far edge hides the body, in units below the eyes."""

FLOOR: Final = 440
"""The foot of the drawing: without a table the person is seen down to here."""

SHOULDER_Y: Final = 226
"""Where the shoulder's curve ends and the arm's outline goes on."""


def neck(face: Face) -> str:
    """The neck, the shadow of the chin on it, and what years leave there."""
    n, line, top, chin = face.neck, line_colour(face.skin), face.chin_y - 34, face.chin_y
    shape = f"M {-n} {top} C {-n + 1} 130 {-n - 2} 146 {-n - 20} 160 L 0 206 L {n + 20} 160 C {n + 2} 146 {n - 1} 130 {n} {top} Z"
    fall = (
        f"M {-n + 1} {top} L {n - 1} {top} L {n - 1} {chin + 6} "
        f"C {n * 0.5:.1f} {chin + 27} {-n * 0.6:.1f} {chin + 32} {-n + 1} {chin + 20} Z"
    )
    parts = [path(shape, "url(#skin)", 1, line, OUTLINE), path(fall, shade_of(face), 0.75)]
    if face.full > 0.3:
        drop = 9 + 9 * face.full
        double = f"M {-n + 7} {chin - 6} C {-n * 0.6:.1f} {chin + drop:.1f} {n * 0.6:.1f} {chin + drop:.1f} {n - 7} {chin - 6}"
        parts.append(path(double, "url(#skin)", 1, line, INNER))
    elif face.age > 0.5 or face.neck < 36:
        # The two cords from behind the ears to the breastbone.
        cords = f"M {-n * 0.62:.1f} {chin + 24} Q {-n * 0.5:.1f} 168 {-n * 0.16:.1f} 186 M {n * 0.68:.1f} {chin + 18} Q {n * 0.5:.1f} 166 {n * 0.2:.1f} 184"
        parts.append(path(cords, "none", 0.18 + 0.2 * face.age, line, 1.6))
    return "".join(parts)


def trunk(face: Face) -> str:
    """The clothed trunk from the shoulders down, without the arms."""
    s, n, slope = face.shoulders, face.neck, face.slope
    line = line_colour(face.cloth)
    waist = s * (0.64 + 0.10 * face.full)
    drop = 10 * slope

    def side(k: int) -> tuple[str, str]:
        """From the neck to the shoulder's curve; from the armpit to the foot."""
        to_shoulder = (
            f"C {k * (n + 17)} {159 + drop * 0.3:.1f} {k * s * 0.50:.1f} {163 + drop * 0.6:.1f} {k * s * 0.76:.1f} {173 + drop:.1f} "
            f"C {k * s * 0.93:.1f} {180 + drop:.1f} {k * (s + 2)} {196 + drop * 0.6:.1f} {k * (s + 4)} {SHOULDER_Y}"
        )
        to_foot = f"C {k * s * 0.72:.1f} 284 {k * waist:.1f} 306 {k * waist:.1f} 344 L {k * (waist + 6):.1f} {FLOOR}"
        return to_shoulder, to_foot

    (right_top, right_side), (left_top, left_side) = side(1), side(-1)
    pit = s * 0.80
    fill = (
        f"M {n + 3} 146 {right_top} L {pit:.1f} 258 {right_side} L {-waist - 6:.1f} {FLOOR} "
        f"L {-waist:.1f} 344 C {-waist:.1f} 306 {-s * 0.72:.1f} 284 {-pit:.1f} 258 L {-s - 4} {SHOULDER_Y} "
        f"C {-s - 2} {196 + drop * 0.6:.1f} {-s * 0.93:.1f} {180 + drop:.1f} {-s * 0.76:.1f} {173 + drop:.1f} "
        f"C {-s * 0.50:.1f} {163 + drop * 0.6:.1f} {-n - 17} {159 + drop * 0.3:.1f} {-n - 3} 146 L 0 170 Z"
    )
    edges = f"M {n + 3} 146 {right_top} M {-n - 3} 146 {left_top} M {pit:.1f} 258 {right_side} M {-pit:.1f} 258 {left_side}"
    under_arm = f"M {-pit:.1f} 252 {left_side} L {-waist + 26:.1f} {FLOOR} C {-waist + 20:.1f} 340 {-s * 0.58:.1f} 284 {-pit:.1f} 252 Z"
    return (
        f"<defs>{sidelit('cloth', face.cloth)}{sidelit('skin', face.skin, 0.6)}</defs>"
        + path(fill, "url(#cloth)")
        + path(under_arm, darker(face.cloth, 0.34), 0.5)
        + path(edges, "none", 1, line, OUTLINE)
    )
