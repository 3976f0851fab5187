# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Arms and hands in SVG, laid over the table; origin and units as in ``drawn_face``."""

from game.screens.colours import hexed, mix
from game.screens.people.drawn_body import TABLE_Y
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import line_colour, path, shade_of


def _sleeve(face: Face, d: str, wide: float = 50) -> str:
    """An arm held up, in its sleeve: one fat line on a slightly fatter darker one."""
    return path(d, "none", 1, line_colour(face.cloth), wide + 5) + path(d, "none", 1, hexed(face.cloth), wide)


def _hand(face: Face, x: float, y: float, angle: float, flip: int, *, curl: float = 0.0) -> str:
    """A hand lying on the table, its wrist at ``x``, ``y``, pointing right (``flip`` −1: left); ``curl`` shortens it."""
    skin, line, shade = hexed(face.skin), line_colour(face.skin), shade_of(face)
    thick = 12.5 if face.neck > 30 else 11
    reach = 64 - 18 * curl
    cuff = face.inner if face.clothes in {"suit", "jacket", "coat"} else face.cloth
    parts = [
        path(
            "M -12 -16 C -2 -16 2 -15 4 -14 C 7 -6 7 6 4 14 C 2 15 -2 17 -12 17 Z",
            hexed(cuff),
            1,
            line_colour(cuff),
            1.8,
        )
    ]
    fingers = [(-11, reach - 6), (-3.5, reach), (4.5, reach - 2), (12, reach - 11)]
    back = "M -4 -14 C 10 -20 30 -20 42 -15 C 48 -8 48 8 42 16 C 30 20 8 18 -4 13 C -9 6 -9 -8 -4 -14 Z"
    strokes = [
        f"M 34 {fy * 0.9:.1f} Q {(34 + fx) / 2 + 4:.1f} {fy - 3:.1f} {fx:.1f} {fy + 5 * curl + 2:.1f}"
        for fy, fx in fingers
    ]
    parts += [path(d, "none", 1, line, thick + 4) for d in strokes]
    parts.append(path(back, skin, 1, line, 2.2))
    parts += [path(d, "none", 1, skin, thick) for d in reversed(strokes)]
    parts += [
        path(
            f"M 33 {fy + 4:.1f} Q {(34 + fx) / 2 + 4:.1f} {fy + 1.5:.1f} {fx - 3:.1f} {fy + 5 * curl + 6.4:.1f}",
            "none",
            0.55,
            line,
            1.5,
        )
        for fy, fx in fingers[:3]
    ]
    parts.append(path("M -2 12 C 12 18 28 19 40 15 C 30 10 12 10 -2 8 Z", shade, 0.4))
    thumb = "M 8 -13 C 20 -22 30 -24 42 -21"
    parts += [path(thumb, "none", 1, line, thick + 4), path(thumb, "none", 1, skin, thick)]
    return f'<g transform="translate({x} {y}) scale({flip} 1) rotate({angle})">{"".join(parts)}</g>'


def _arm(face: Face, side: int, wrist: tuple[float, float]) -> str:
    """A forearm along the table: it goes on from the upper arm without an edge, down to the wrist."""
    s, top = face.shoulders, TABLE_Y - 4
    wx, wy = abs(wrist[0]), wrist[1]
    under = f"C {s + 24} {top + 36} {s + 2} {wy + 26} {s - 34} {wy + 27} C {wx + 50} {wy + 27} {wx + 24} {wy + 22} {wx} {wy + 17}"
    over = f"C {wx + 26} {wy - 20} {s - 52} {wy - 22} {s - 48} {top}"
    fill, line = hexed(face.cloth), line_colour(face.cloth)
    dark = hexed(mix(face.cloth, (0x1C, 0x18, 0x20), 0.3))
    ground = f"M {wx - 60} {wy + 20} C {wx} {wy + 34} {s} {wy + 40} {s + 30} {wy + 6} L {s} {wy} Z"
    body = (
        path(ground, "#2c1a0c", 0.28)
        + path(f"M {s + 22} {top} {under} L {wx} {wy - 16} {over} Z", fill)
        + path(
            f"M {s + 20} {top + 14} {under} C {wx + 30} {wy + 14} {s - 20} {wy + 18} {s + 20} {top + 14} Z",
            dark,
            0.4,
        )
        + path(f"M {s + 22} {top} {under} L {wx} {wy - 16} {over}", "none", 1, line, 2.6)
        + (
            path(
                f"M {s + 22} {top} C {s + 24} {top + 36} {s + 2} {wy + 26} {s - 34} {wy + 27} C {s - 12} {wy + 4} "
                f"{s * 0.74:.0f} {top + 24} {s * 0.70:.0f} {top} Z",
                dark,
                0.42,
            )
            if side < 0
            else ""
        )
        + path(f"M {s - 26} {wy - 4} q 10 6 14 16", "none", 0.45, line, 2)
    )
    return f'<g transform="scale({side} 1)">{body}</g>'


def _receiver(face: Face, mood: Mood) -> str:
    """A hand that holds a receiver to the ear; it goes along with the head."""
    w, chin = face.width, face.chin_y
    skin, line = hexed(face.skin), line_colour(face.skin)
    sleeve = (
        f"M {face.shoulders + 22} {TABLE_Y + 60} C {face.shoulders + 10} 250 {w + 66} 180 {w + 44} {chin - 4} "
        f"L {w + 2} {chin + 8} C {w + 10} 190 {face.shoulders - 52} 260 {face.shoulders - 46} {TABLE_Y + 60} Z"
    )
    handset = (
        f"M {w + 1} -26 C {w + 22} -34 {w + 36} -20 {w + 33} 4 C {w + 36} 40 {w + 24} 72 {w - 4} {chin - 12} C {w - 14} {chin - 2} {w - 34} {chin - 8} {w - 30} {chin - 22} "
        f"C {w - 14} {chin - 30} {w + 10} 52 {w + 12} 14 C {w + 4} 14 {w - 4} 8 {w - 3} -8 C {w - 4} -18 {w - 2} -24 {w + 1} -26 Z"
    )
    strokes = [f"M {w + 36} {y + 6} Q {w + 22} {y - 4} {w + 3} {y}" for y in (22, 36, 50, 63)]
    fingers = "".join(path(d, "none", 1, line, 15.5) for d in strokes) + "".join(
        path(d, "none", 1, skin, 11.5) for d in strokes
    )
    palm = f"M {w + 24} 14 C {w + 48} 14 {w + 54} 44 {w + 46} {chin - 2} L {w + 4} {chin + 8} C {w + 8} 84 {w + 18} 40 {w + 24} 14 Z"
    cuff = face.inner if face.clothes in {"suit", "jacket", "coat"} else face.cloth
    held = (
        path(palm, skin, 1, line, 2.2)
        + path(handset, "#3a3d42", 1, "#1c1d20", 2.2)
        + path(f"M {w + 26} -14 C {w + 30} 20 {w + 22} 56 {w + 2} {chin - 26}", "none", 0.5, "#7c828a", 2.4)
        + fingers
        + path(
            f"M {w + 1} {chin + 2} L {w + 47} {chin - 12} L {w + 50} {chin + 2} L {w} {chin + 16} Z",
            hexed(cuff),
            1,
            line_colour(cuff),
            1.8,
        )
    )
    arm = path(sleeve, hexed(face.cloth), 1, line_colour(face.cloth), 2.6) + path(
        f"M {w + 30} {chin + 40} q -12 8 -22 6 M {w + 46} {chin + 84} q -14 10 -30 8",
        "none",
        0.45,
        line_colour(face.cloth),
        2,
    )
    return f'{arm}<g transform="rotate({mood.tilt:.2f} 0 {chin:.0f}) translate({2.5 * mood.turn:.2f} {2.5 * mood.nod:.2f})">{held}</g>'


def on_table(face: Face, mood: Mood) -> str:
    """Arms and hands, drawn after the table."""
    s = face.shoulders
    if mood.hands == "lap":
        return ""
    if mood.hands == "receiver":
        return _receiver(face, mood)
    if mood.hands == "open":
        return (
            _arm(face, -1, (-92, 352))
            + _hand(face, -84, 352, 2, 1)
            + _arm(face, 1, (92, 352))
            + _hand(face, 84, 352, 2, -1)
        )
    if mood.hands == "crossed":
        right = _sleeve(face, f"M {s - 4} 290 Q {s * 0.5:.0f} 304 {-s * 0.45:.0f} 276", 52)
        left = _sleeve(face, f"M {4 - s} 290 Q {-s * 0.5:.0f} 308 {s * 0.42:.0f} 268", 52)
        return right + _hand(face, s * 0.46, 267, -14, 1, curl=0.6) + left
    if mood.hands == "chin":
        low = face.chin_y + 3
        fist = "".join(
            path(
                f"M {-52 + n * 2.4:.1f} {low + 12 + n * 10:.1f} Q -34 {low + 4 + n * 11:.1f} -24 {low + 13 + n * 10:.1f}",
                "none",
                1,
                tone,
                wide,
            )
            for n in range(3)
            for tone, wide in ((line_colour(face.skin), 15.5), (hexed(face.skin), 11.5))
        )
        palm = path(
            f"M -66 {low + 34} C -72 {low + 10} -56 {low - 2} -40 {low + 4} L -24 {low + 34} C -34 {low + 48} -54 {low + 52} -66 {low + 34} Z",
            hexed(face.skin),
            1,
            line_colour(face.skin),
            2.2,
        )
        thumb = path(
            f"M -58 {low + 18} Q -50 {low - 8} -34 {low - 8}", "none", 1, line_colour(face.skin), 15
        ) + path(f"M -58 {low + 18} Q -50 {low - 8} -34 {low - 8}", "none", 1, hexed(face.skin), 11)
        upright = path(
            f"M -146 {TABLE_Y + 22} C -132 250 -98 200 -72 {low + 40} L -32 {low + 56} C -44 232 -62 296 -76 {TABLE_Y + 26} "
            f"C -96 {TABLE_Y + 38} -134 {TABLE_Y + 38} -146 {TABLE_Y + 22} Z",
            hexed(face.cloth),
            1,
            line_colour(face.cloth),
            2.6,
        ) + path(
            f"M -118 {TABLE_Y} q 14 -2 24 -14 M -110 {TABLE_Y - 26} q 10 0 20 -10",
            "none",
            0.45,
            line_colour(face.cloth),
            2,
        )
        return (
            _arm(face, 1, (52, 354)) + _hand(face, 44, 354, 5, -1, curl=0.15) + upright + palm + thumb + fist
        )
    return (
        _arm(face, -1, (-58, 356))
        + _hand(face, -50, 356, 3, 1, curl=0.35)
        + _arm(face, 1, (52, 350))
        + _hand(face, 44, 350, 7, -1, curl=0.1)
    )
