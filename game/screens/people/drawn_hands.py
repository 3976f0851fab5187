# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""Hands in SVG. Each is drawn with its wrist at the origin and pointing right, for a hand 68 units long."""

from game.screens.colours import hexed
from game.screens.people.face import Face
from game.screens.people.strokes import CREASE, OUTLINE, line_colour, path, shade_of


def _finger(face: Face, d: str, thick: float) -> str:
    """One finger: a fat line with round ends on a slightly fatter darker one."""
    return path(d, "none", 1, line_colour(face.skin), thick + 3.6) + path(
        d, "none", 1, hexed(face.skin), thick
    )


def resting(face: Face, curl: float) -> str:
    """A hand lying palm down; ``curl`` 0 straight to 1 closed. The thumb lies on the far side."""
    skin, line, shade = hexed(face.skin), line_colour(face.skin), shade_of(face)
    reach = 1 - 0.30 * curl
    thumb = _finger(face, f"M 14 -12 C 24 -20 34 -22 {44 - 6 * curl:.1f} -17", 11.5)
    roots = ((34, -11.5), (37, -4), (35.5, 4), (31, 11))
    tips = ((66, -8), (70, -0.5), (66, 8), (55, 15))
    fingers = ""
    for (rx, ry), (tx, ty) in zip(roots, tips, strict=True):
        end = rx + (tx - rx) * reach
        fingers += _finger(
            face,
            f"M {rx} {ry} C {rx + (end - rx) * 0.5:.1f} {ry - 4 - 3 * curl:.1f} {end - 2:.1f} {ty - 6 - 2 * curl:.1f} {end:.1f} {ty + 1 + 5 * curl:.1f}",
            10.6,
        )
    back = "M -8 -14 C 4 -17 22 -20 37 -16 C 43 -9 42 6 36 16 C 24 20 6 17 -8 14 Z"
    edge = "M -8 -14 C 4 -17 16 -19 26 -18.5 M 34 17 C 24 20 6 17 -8 14"
    knuckles = "M 37 -13 q 3 2 1.5 5 M 40 -4 q 2.5 2 1 5 M 38 5 q 2.5 2 0.5 4.5"
    return (
        thumb
        + fingers
        + path(back, skin)
        + path("M -8 13 C 6 16 24 20 36 16 C 40 11 41 6 41 3 C 30 12 8 11 -8 6 Z", shade, 0.55)
        + path(edge, "none", 1, line, 2.2)
        + path(knuckles, "none", 0.5, line, CREASE)
    )


def giving(face: Face, curl: float) -> str:
    """A hand offered, palm turned up and inward."""
    skin, line, shade = hexed(face.skin), line_colour(face.skin), shade_of(face)
    fingers = "".join(
        _finger(face, d, 10.4)
        for d in (
            "M 34 -8 C 48 -13 58 -16 68 -22",
            "M 36 -2 C 52 -4 62 -6 73 -10",
            "M 35 5 C 50 6 60 4 70 2",
            "M 31 11 C 42 14 52 13 60 13",
        )
    )
    palm = "M -8 -13 C 6 -15 22 -17 36 -13 C 42 -6 42 8 35 16 C 22 20 6 17 -8 14 Z"
    thumb = f"M 10 -11 C 14 -22 20 -30 {27 + curl:.0f} -36"
    return (
        fingers
        + path(palm, skin)
        + path("M -8 -13 C 6 -15 14 -16 22 -16 M 34 16.5 C 22 20 6 17 -8 14", "none", 1, line, 2.2)
        + path("M 4 12 C 20 16 34 12 38 0 C 32 6 18 8 4 6 Z", shade, 0.5)
        + path("M 30 -8 C 24 -4 20 4 20 10 M 36 0 C 30 2 26 6 25 11", "none", 0.4, line, CREASE)
        + _finger(face, thumb, 11.5)
        + path("M 4 -8 C 12 -12 18 -14 22 -18 L 14 -4 Z", skin)
    )


def holding(face: Face, _curl: float = 0.0) -> str:
    """Fingers laid over the other arm's sleeve."""
    fingers = "".join(
        _finger(face, d, 10.6)
        for d in (
            "M 20 -12 C 34 -16 44 -12 50 -3",
            "M 21 -4 C 38 -7 48 -2 53 8",
            "M 19 4 C 35 3 44 8 48 17",
            "M 15 11 C 28 12 35 16 39 23",
        )
    )
    skin, line = hexed(face.skin), line_colour(face.skin)
    back = "M -8 -15 C 4 -18 14 -19 24 -17 C 28 -8 26 8 20 16 C 10 18 0 17 -8 14 Z"
    return (
        fingers
        + path(back, skin)
        + path("M -8 -15 C 4 -18 14 -19 22 -17.5 M 18 16.5 C 10 18 0 17 -8 14", "none", 1, line, 2.2)
        + path("M 24 -13 q 3 2 2 5 M 25 -4 q 3 2 1 5 M 22 5 q 3 2 0 5", "none", 0.5, line, CREASE)
    )


def pondering(face: Face, _curl: float = 0.0) -> str:
    """A loose fist under the chin, its back to us: wrist at the origin, knuckles up, the thumb along the jaw."""
    skin, line, shade = hexed(face.skin), line_colour(face.skin), shade_of(face)
    back = "M -17 4 C -22 -14 -24 -30 -14 -42 C -4 -50 12 -50 20 -44 C 28 -36 24 -14 17 4 Z"
    fingers = "".join(
        _finger(face, d, 11)
        for d in (
            "M 22 -16 C 28 -16 31 -12 26 -8",
            "M 22 -26 C 32 -27 36 -21 29 -16",
            "M 18 -36 C 30 -39 37 -32 30 -26",
            "M 12 -46 C 26 -50 36 -44 31 -36",
        )
    )
    return (
        fingers
        + path(back, skin)
        + path("M -17 4 C -22 -14 -24 -30 -14 -42 C -4 -50 8 -51 14 -48 M 18 -2 L 17 4", "none", 1, line, 2.2)
        + path("M -17 4 C -22 -14 -24 -30 -14 -42 C -12 -28 -10 -10 -6 4 Z", shade, 0.5)
        + path("M 18 -36 q 3 2 3 5 M 20 -26 q 3 2 2 5 M 19 -16 q 3 2 1 5", "none", 0.45, line, CREASE)
    )


def phone_in_hand(face: Face, _curl: float = 0.0) -> str:
    """A hand around a receiver: wrist at the origin, the receiver's ear end up, seen from its back."""
    skin, line, shade = hexed(face.skin), line_colour(face.skin), shade_of(face)
    handset = (
        "M -24 -116 C -10 -124 8 -116 6 -94 C 8 -62 2 -34 -18 -12 C -28 -2 -48 2 -54 -8 C -56 -16 -46 -20 -38 -24 "
        "C -26 -34 -18 -56 -18 -82 C -26 -82 -34 -88 -34 -98 C -34 -108 -30 -113 -24 -116 Z"
    )
    thumb = _finger(face, "M -6 -22 C -16 -36 -22 -46 -24 -60", 12)
    fingers = "".join(
        _finger(face, f"M 8 {y} C 2 {y - 7} -10 {y - 7} -18 {y - 2}", 11.4) for y in (-66, -53, -40, -28)
    )
    palm = "M -15 6 C -16 -10 -12 -22 -2 -30 L 4 -74 C 14 -78 20 -66 21 -52 C 23 -30 20 -12 17 6 Z"
    return (
        thumb
        + path(handset, "#3b3e44", 1, "#1d1e22", OUTLINE)
        + path("M -14 -108 C -4 -104 -2 -84 -6 -62", "none", 0.45, "#8b9198", 2.6)
        + path(palm, skin)
        + fingers
        + path(
            "M 10 -72 C 18 -74 22 -62 21 -52 C 23 -30 20 -12 17 6 M -15 6 C -16 -6 -14 -14 -9 -22",
            "none",
            1,
            line,
            2.2,
        )
        + path("M -15 6 C -16 -6 -14 -16 -8 -24 L -2 4 Z", shade, 0.5)
    )
