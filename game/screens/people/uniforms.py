# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""What a trade wears: apron, vest, safety vest, tunic, kimono, in SVG; origin and units as in ``drawn_head``."""

from game.screens.colours import hexed, mix
from game.screens.people.drawn_body import FLOOR
from game.screens.people.drawn_shirt import plain_shirt, shirt, tied
from game.screens.people.face import Face
from game.screens.people.strokes import both, line_colour, path


def apron(face: Face) -> str:
    """An apron with its straps over a shirt."""
    n, fill, line = face.neck, face.second, line_colour(face.second)
    light = hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.3))
    wide = face.shoulders * 0.5
    strap = f"M {n + 14} 152 L {n + 28} 160 L {wide:.0f} 232 L {wide - 18:.0f} 232 Z"
    bib = f"M {-wide:.0f} 226 Q 0 238 {wide:.0f} 226 C {wide + 4:.0f} 260 {wide + 22:.0f} 290 {wide + 28:.0f} {FLOOR} L {-wide - 28:.0f} {FLOOR} C {-wide - 22:.0f} 290 {-wide - 4:.0f} 260 {-wide:.0f} 226 Z"
    return (
        plain_shirt(face)
        + both(strap, hexed(fill), 1, line, 2.2)
        + path(bib, hexed(fill), 1, line, 2.4)
        + path(f"M {8 - wide:.0f} 236 Q 0 247 {wide - 8:.0f} 236", "none", 0.8, light, 2)
        + path("M -34 286 h 68 v 40 h -68 Z", "none", 0.7, line, 2)
    )


def vest(face: Face) -> str:
    """A waistcoat over shirt and tie; over a blouse with a ribbon where the lips are made up."""
    n, s, fill = face.neck, face.shoulders, face.second
    line = line_colour(fill)
    side = (
        f"M {n + 18} 158 L {n + 40} 164 C {s * 0.66:.0f} 200 {s * 0.62:.0f} 240 {s * 0.68:.0f} 300 L {s * 0.70:.0f} {FLOOR} L 0 {FLOOR} "
        f"L 0 276 C 20 240 {n + 6} 206 {n + 18} 158 Z"
    )
    tie = face.tie or fill
    woman = face.lash > 0.6
    knot = (
        both(
            "M 4 196 C 16 184 36 186 40 194 C 42 206 20 212 4 202 Z M 2 204 L 20 236 L 8 240 L 0 212 Z",
            hexed(tie),
            1,
            line_colour(tie),
            1.8,
        )
        + f'<circle cx="0" cy="199" r="7" fill="{hexed(tie)}" stroke="{line_colour(tie)}" stroke-width="1.8"/>'
        if woman
        else tied(tie)
    )
    buttons = "".join(f'<circle cx="5" cy="{y}" r="3.6" fill="{line}"/>' for y in (290, 308))
    return (
        shirt(face, face.inner, 300)
        + ("" if woman else knot)
        + both(side, hexed(fill), 1, line, 2.4)
        + (knot if woman else "")
        + buttons
    )


def safety(face: Face) -> str:
    """A safety vest with bands that shine in headlights, over a work shirt."""
    n, s, fill = face.neck, face.shoulders, face.second
    line, band = line_colour(fill), "#e8e6da"
    side = (
        f"M {n + 12} 150 L {n + 44} 164 C {s * 0.68:.0f} 200 {s * 0.66:.0f} 240 {s * 0.70:.0f} 300 L {s * 0.70:.0f} {FLOOR} L 5 {FLOOR} "
        f"L 5 262 C 20 236 {n + 4} 206 {n + 12} 150 Z"
    )
    return (
        plain_shirt(face)
        + both(side, hexed(fill), 1, line, 2.4)
        + both(
            f"M {n + 22} 156 L {n + 34} 161 C {n + 40} 200 {n + 38} 240 {n + 40} 268 L {n + 24} 268 C {n + 24} 230 {n + 26} 190 {n + 22} 156 Z",
            band,
            1,
            line,
            1.2,
        )
        + both(f"M 5 268 L {s * 0.68:.0f} 262 L {s * 0.69:.0f} 280 L 5 287 Z", band, 1, line, 1.2)
    )


def tunic(face: Face) -> str:
    """What nurses and receptions of clinics wear: a crossed neckline with an edge of a second colour."""
    n, line = face.neck, line_colour(face.cloth)
    edge = hexed(face.second)
    pin = path(f"M {n + 44} 240 h 40 v 24 h -40 Z", "#fdfbf5", 1, line, 1.6) + path(
        f"M {n + 50} 248 h 20 M {n + 50} 255 h 28", "none", 0.6, "#6b6458", 2
    )
    return (
        path(f"M {-n - 10} 152 L -6 232 L {n + 10} 152 L {n} 150 L 0 206 L {-n} 150 Z", hexed(face.skin))
        + path(
            f"M {-n - 2} 143 C {-n - 14} 152 {-n - 16} 160 {-n - 14} 168 L 2 250 L 12 238 L {-n} 160 Z",
            edge,
            1,
            line,
            2,
        )
        + path(
            f"M {n + 2} 143 C {n + 14} 152 {n + 16} 160 {n + 14} 168 C {n - 2} 206 4 244 -40 {FLOOR} L -54 {FLOOR} C -14 250 {n - 8} 200 {n} 160 Z",
            edge,
            1,
            line,
            2,
        )
        + path("M -30 300 q 4 -20 14 -34", "none", 0.3, line, 1.8)
        + pin
    )


def kimono(face: Face) -> str:
    """Collars laid right under left, the white of the under-kimono, an obi below."""
    n, fill, line = face.neck, face.cloth, line_colour(face.cloth)
    light, obi = hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.14)), hexed(face.second)
    petals = "".join(
        f'<circle cx="{x}" cy="{y}" r="3.4" fill="{light}"/><circle cx="{x + 7}" cy="{y + 5}" r="3.4" fill="{light}"/><circle cx="{x - 1}" cy="{y + 9}" r="3.4" fill="{light}"/>'
        for x, y in ((70, 216), (92, 262), (-84, 236), (-66, 276), (58, 284), (112, 222), (-108, 212))
    )

    def lap(side: int, low: float) -> str:
        outer = f"M {side * (n + 6)} 140 C {side * (n + 26)} 156 {side * (n + 30)} 176 {side * (n + 22)} 198 C {side * (n + 4)} 240 {side * -4} 268 {side * -26} {low} L {side * -44} {low - 16} C {side * -10} 250 {side * (n - 8)} 210 {side * n} 158 Z"
        under = f"M {side * (n - 1)} 140 C {side * (n + 4)} 164 {side * (n + 2)} 186 {side * (n - 8)} 206 C {side * 12} 232 {side * -2} 250 {side * -18} 264 L {side * -26} 256 C 0 236 {side * (n - 12)} 200 {side * (n - 4)} 156 Z"
        return path(outer, light, 1, line, 2.2) + path(under, "#faf6ee", 1, "#9a8f84", 1.6)

    sash = path(
        f"M {-face.shoulders * 0.66:.0f} 292 L {face.shoulders * 0.66:.0f} 292 L {face.shoulders * 0.68:.0f} {FLOOR} L {-face.shoulders * 0.68:.0f} {FLOOR} Z",
        obi,
        1,
        line_colour(face.second),
        2.2,
    )
    return (
        path(f"M {-n - 2} 150 L 0 214 L {n + 2} 150 Z", hexed(face.skin))
        + petals
        + lap(-1, 292)
        + lap(1, 300)
        + sash
    )
