# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Neck, shoulders, clothes, arms and hands in SVG; origin and units as in ``drawn_face``.

The table's far edge is at ``TABLE_Y``; whatever lies on the table is drawn apart, to be laid over it.
"""

from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.moods import Mood
from game.screens.people import Face
from game.screens.strokes import line_colour, path, shade_of

TABLE_Y: Final = 316
"""Where the table's far edge hides the body, in units below the eyes."""

_FLOOR: Final = 440
"""The foot of the drawing: without a table the person is seen down to here."""


def _both(shape: str, fill: str, opacity: float = 1.0, stroke: str = "", width: float = 0) -> str:
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
    return path(shape, hexed(face.skin), 1, line, 2.2) + path(fall, shade_of(face), 0.62)


def trunk(face: Face) -> str:
    """The clothed trunk with its upper arms, and the folds that part them."""
    s, n, fill = face.shoulders, face.neck, face.cloth
    line = line_colour(fill)
    half = (
        f"M 0 {_FLOOR} L 0 168 L {n + 4} 146 C {n + 26} 164 {s * 0.62:.0f} 168 {s * 0.78:.0f} 178 "
        f"C {s * 0.98:.0f} 188 {s + 8} 214 {s + 14} 250 C {s + 20} 284 {s + 22} 310 {s + 22} 340 L {s + 20} {_FLOOR}"
    )
    dark = hexed(mix(fill, (0x1C, 0x18, 0x20), 0.26))
    shadow = (
        f"M {-s - 20} {_FLOOR} L {-s - 22} 340 C {-s - 22} 310 {-s - 20} 284 {-s - 14} 250 C {-s - 8} 214 {-s * 0.98:.0f} 188 "
        f"{-s * 0.78:.0f} 178 C {-s * 0.74:.0f} 220 {-s * 0.78:.0f} 290 {-s * 0.70:.0f} 340 L {-s * 0.70:.0f} {_FLOOR} Z"
    )
    folds = (
        f"M {s * 0.70:.0f} 236 C {s * 0.66:.0f} 270 {s * 0.66:.0f} 300 {s * 0.70:.0f} {_FLOOR}",
        f"M {s * 0.88:.0f} 262 C {s * 0.84:.0f} 280 {s * 0.86:.0f} 296 {s * 0.80:.0f} 312",
    )
    return (
        _both(half, hexed(fill), 1, line, 2.6)
        + path(f"M -4 170 L 4 170 L 4 {_FLOOR} L -4 {_FLOOR} Z", hexed(fill))
        + path(shadow, dark, 0.45)
        + _both(folds[0], "none", 0.55, line, 2.0)
        + _both(folds[1], "none", 0.3, line, 1.8)
    )


def _shirt(face: Face, fill: Colour, depth: float = 250) -> str:
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
        + _both(collar, hexed(fill), 1, line, 2.0)
    )


def _tie(tie: Colour) -> str:
    line = line_colour(tie)
    stripe = hexed(mix(tie, (0xFF, 0xF4, 0xE0), 0.28))
    return (
        path("M -10 192 L 10 192 L 7 210 L -7 210 Z", hexed(tie), 1, line, 2)
        + path(f"M -7 210 L 7 210 L 15 {_FLOOR} L -15 {_FLOOR} Z", hexed(tie), 1, line, 2)
        + "".join(path(f"M -9 {y + 14} L 10 {y}", "none", 0.55, stripe, 2.4) for y in (228, 252, 276, 300))
    )


def _lapels(face: Face, fill: Colour, depth: float) -> str:
    n, line = face.neck, line_colour(fill)
    light = hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.10))
    lapel = (
        f"M {n + 3} 144 C {n + 14} 152 {n + 22} 160 {n + 27} 172 L {n + 36} 196 L {n + 20} 204 L {n + 28} 214 "
        f"C {n + 20} 240 14 {depth - 14:.0f} 0 {depth:.0f} C 12 {depth - 40:.0f} {n + 4} 200 {n + 11} 168 Z"
    )
    return _both(lapel, light, 1, line, 2.2) + path(f"M 0 {depth:.0f} L 2 {_FLOOR}", "none", 1, line, 2.2)


def clothes(face: Face) -> str:
    """Collar, shirt, lapels: what lies over the neck and the trunk."""
    n, fill, line = face.neck, face.cloth, line_colour(face.cloth)
    if face.clothes == "suit":
        tie = _tie(face.tie) if face.tie else path("M 0 200 L 0 290", "none", 0.4, "#8a8278", 1.6)
        return _shirt(face, face.inner, 306) + tie + _lapels(face, fill, 306)
    if face.clothes == "jacket":
        neckline = (
            f"M {-n - 6} 150 C {-n + 6} 180 -12 204 0 206 C 12 204 {n - 6} 180 {n + 6} 150 "
            f"L {n + 30} 196 L 0 272 L {-n - 30} 196 Z"
        )
        return (
            path(neckline, hexed(face.inner), 1, line_colour(mix(face.inner, (0x90, 0x80, 0x70), 0.4)), 1.8)
            + path(f"M {-n - 14} 176 L 0 272 L -2 210 C -16 206 {-n + 2} 186 {-n - 8} 156 Z", "#cfc8bd", 0.45)
            + _lapels(face, fill, 276)
            + f'<circle cx="4" cy="298" r="4.6" fill="{hexed(mix(fill, (0x20, 0x20, 0x20), 0.4))}"/>'
        )
    if face.clothes == "cardigan":
        edge = f"M {n + 6} 146 C {n + 16} 176 16 236 6 {_FLOOR} L -2 {_FLOOR} L -2 {_FLOOR - 4} C 6 232 {n - 2} 190 {n - 4} 160 Z"
        buttons = "".join(f'<circle cx="3" cy="{y}" r="4" fill="#efe6d8"/>' for y in (278, 302))
        top = (
            f"M {-n - 8} 156 C {-n + 4} 184 {n - 4} 184 {n + 8} 156 L {n + 12} 190 L 0 262 L {-n - 12} 190 Z"
        )
        return (
            path(top, hexed(face.inner), 1, line_colour(mix(face.inner, (0x90, 0x80, 0x70), 0.4)), 1.8)
            + _both(edge, hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.16)), 1, line, 2)
            + buttons
        )
    if face.clothes == "work":
        flap = f"M {n - 2} 140 C {n + 12} 150 {n + 20} 162 {n + 24} 176 L {n - 2} 204 L 1 196 C {n * 0.6:.0f} 178 {n} 160 {n - 2} 140 Z"
        pocket = f"M {n + 40} 246 h 46 v 40 q -23 12 -46 0 Z"
        return (
            path(f"M {-n} 150 L 0 198 L {n} 150 L {n - 6} 170 L 0 206 L {6 - n} 170 Z", "#f4efe4")
            + path(f"M 0 200 L 0 {_FLOOR}", "none", 1, line, 3)
            + path(f"M 4 204 L 4 {_FLOOR}", "none", 0.8, "#d8d2c6", 1.6)
            + _both(flap, hexed(mix(fill, (0xFF, 0xFF, 0xFF), 0.08)), 1, line, 2.2)
            + path(pocket, "none", 0.7, line, 2)
            + path(f"M {n + 40} 254 h 46", "none", 0.7, line, 2)
            + path(f"M {n + 74} 240 v 22", "none", 1, "#2e3c58", 4)
        )
    if face.clothes == "knit":
        collar = (
            f"M {-n - 6} 138 C {-n} 160 {n} 160 {n + 6} 138 L {n + 19} 160 C {n} 188 {-n} 188 {-n - 19} 160 Z"
        )
        ribs = "".join(path(f"M {x} 158 q 1 10 0 16", "none", 0.35, line, 1.5) for x in range(-30, 31, 10))
        front = path(f"M {-n - 24} 159 L {n + 24} 159 L {n + 24} 214 L {-n - 24} 214 Z", hexed(fill))
        return front + path(collar, hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.10)), 1, line, 2.2) + ribs
    if face.clothes == "blouse":
        neckline = f"M {-n - 10} 154 L 0 226 L {n + 10} 154 L {n} 150 L 0 206 L {-n} 150 Z"
        band = f"M {n + 1} 144 C {n + 12} 154 {n + 12} 164 {n + 10} 172 C {n - 4} 204 12 224 0 236 L 0 214 C 14 200 {n - 6} 184 {n + 1} 144 Z"
        return path(neckline, hexed(face.skin)) + _both(
            band, hexed(mix(fill, (0xFF, 0xFA, 0xEE), 0.35)), 1, line, 2
        )
    placket = path(f"M 0 204 L 0 {_FLOOR}", "none", 0.8, line, 1.8)
    buttons = "".join(f'<circle cx="5" cy="{y}" r="3" fill="{line}"/>' for y in (232, 266, 300))
    return _shirt(face, mix(fill, (0xFF, 0xFF, 0xFF), 0.2), 216) + placket + buttons


def _sleeve(face: Face, d: str, wide: float = 50) -> str:
    """An arm held up, in its sleeve: one fat line on a slightly fatter darker one."""
    return path(d, "none", 1, line_colour(face.cloth), wide + 5) + path(d, "none", 1, hexed(face.cloth), wide)


def _hand(face: Face, x: float, y: float, angle: float, flip: int, *, curl: float = 0.0) -> str:
    """A hand lying on the table, its wrist at ``x``, ``y``, pointing right (``flip`` −1: left); ``curl`` shortens it."""
    skin, line, shade = hexed(face.skin), line_colour(face.skin), shade_of(face)
    thick = 12.5 if face.neck > 30 else 11
    reach = 64 - 18 * curl
    cuff = face.inner if face.clothes in {"suit", "jacket"} else face.cloth
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


def on_table(face: Face, mood: Mood) -> str:
    """Arms and hands, drawn after the table."""
    s = face.shoulders
    if mood.hands == "lap":
        return ""
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
        low = face.chin_y + 14
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
