# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""What one wears over trunk and neck, in SVG; origin and units as in ``drawn_head``."""

from collections.abc import Callable
from typing import Final

from game.screens.colours import Colour, hexed, mix
from game.screens.people import uniforms
from game.screens.people.drawn_body import FLOOR
from game.screens.people.drawn_shirt import plain_shirt, shirt, tied
from game.screens.people.face import Clothes, Face
from game.screens.people.strokes import both, line_colour, path


def _lapels(face: Face, fill: Colour, depth: float) -> str:
    n, line = face.neck, line_colour(fill)
    light = hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.10))
    lapel = (
        f"M {n + 3} 144 C {n + 14} 152 {n + 22} 160 {n + 27} 172 L {n + 36} 196 L {n + 20} 204 L {n + 28} 214 "
        f"C {n + 20} 240 14 {depth - 14:.0f} 0 {depth:.0f} C 12 {depth - 40:.0f} {n + 4} 200 {n + 11} 168 Z"
    )
    return both(lapel, light, 1, line, 2.2) + path(f"M 0 {depth:.0f} L 2 {FLOOR}", "none", 1, line, 2.2)


def _collar_line(face: Face) -> str:
    return line_colour(mix(face.inner, (0x90, 0x80, 0x70), 0.4))


def _suit(face: Face) -> str:
    tie = tied(face.tie) if face.tie else path("M 0 200 L 0 290", "none", 0.4, "#8a8278", 1.6)
    return shirt(face, face.inner, 306) + tie + _lapels(face, face.cloth, 306)


def _coat(face: Face) -> str:
    """A doctor's or a laboratory's coat: long lapels, a pocket with a pen."""
    n, line = face.neck, line_colour(face.cloth)
    pocket = (
        path(f"M {n + 48} 248 h 44 v 44 h -44 Z", "none", 0.8, line, 2)
        + path(f"M {n + 62} 262 v -24", "none", 1, "#2e4a78", 4)
        + path(f"M {n + 70} 262 v -20", "none", 1, "#a8483a", 4)
    )
    return _suit(face) + pocket


def _jacket(face: Face) -> str:
    n, fill = face.neck, face.cloth
    neckline = (
        f"M {-n - 6} 150 C {-n + 6} 180 -12 204 0 206 C 12 204 {n - 6} 180 {n + 6} 150 "
        f"L {n + 30} 196 L 0 272 L {-n - 30} 196 Z"
    )
    return (
        path(neckline, hexed(face.inner), 1, _collar_line(face), 1.8)
        + path(f"M {-n - 14} 176 L 0 272 L -2 210 C -16 206 {-n + 2} 186 {-n - 8} 156 Z", "#cfc8bd", 0.45)
        + _lapels(face, fill, 276)
        + f'<circle cx="4" cy="298" r="4.6" fill="{hexed(mix(fill, (0x20, 0x20, 0x20), 0.4))}"/>'
    )


def _cardigan(face: Face) -> str:
    n, fill, line = face.neck, face.cloth, line_colour(face.cloth)
    edge = f"M {n + 6} 146 C {n + 16} 176 16 236 6 {FLOOR} L -2 {FLOOR} L -2 {FLOOR - 4} C 6 232 {n - 2} 190 {n - 4} 160 Z"
    buttons = "".join(f'<circle cx="3" cy="{y}" r="4" fill="#efe6d8"/>' for y in (278, 302))
    top = f"M {-n - 8} 156 C {-n + 4} 184 {n - 4} 184 {n + 8} 156 L {n + 12} 190 L 0 262 L {-n - 12} 190 Z"
    return (
        path(top, hexed(face.inner), 1, _collar_line(face), 1.8)
        + both(edge, hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.16)), 1, line, 2)
        + buttons
    )


def _work(face: Face) -> str:
    """A work jacket with zip and pocket; over shirt and tie where one is worn."""
    n, fill, line = face.neck, face.cloth, line_colour(face.cloth)
    flap = f"M {n - 2} 140 C {n + 12} 150 {n + 20} 162 {n + 24} 176 L {n - 2} 204 L 1 196 C {n * 0.6:.0f} 178 {n} 160 {n - 2} 140 Z"
    pocket = f"M {n + 40} 246 h 46 v 40 q -23 12 -46 0 Z"
    if face.tie:
        under = shirt(face, face.inner, 262) + tied(face.tie)
        flap = f"M {n + 2} 142 C {n + 16} 152 {n + 24} 164 {n + 28} 180 L {n + 12} 214 L 4 262 C {n * 0.7:.0f} 220 {n + 2} 186 {n + 4} 160 Z"
        closed = path(f"M -18 {FLOOR} L 0 256 L 18 {FLOOR} Z", hexed(fill)) + path(
            f"M 0 260 L 0 {FLOOR}", "none", 1, line, 3
        )
    else:
        under = path(f"M {-n} 150 L 0 198 L {n} 150 L {n - 6} 170 L 0 206 L {6 - n} 170 Z", "#f4efe4")
        closed = path(f"M 0 200 L 0 {FLOOR}", "none", 1, line, 3) + path(
            f"M 4 204 L 4 {FLOOR}", "none", 0.8, "#d8d2c6", 1.6
        )
    return (
        under
        + closed
        + both(flap, hexed(mix(fill, (0xFF, 0xFF, 0xFF), 0.08)), 1, line, 2.2)
        + path(pocket, "none", 0.7, line, 2)
        + path(f"M {n + 40} 254 h 46", "none", 0.7, line, 2)
        + path(f"M {n + 74} 240 v 22", "none", 1, "#2e3c58", 4)
    )


def _knit(face: Face) -> str:
    n, fill, line = face.neck, face.cloth, line_colour(face.cloth)
    collar = (
        f"M {-n - 6} 138 C {-n} 160 {n} 160 {n + 6} 138 L {n + 19} 160 C {n} 188 {-n} 188 {-n - 19} 160 Z"
    )
    ribs = "".join(path(f"M {x} 158 q 1 10 0 16", "none", 0.35, line, 1.5) for x in range(-30, 31, 10))
    throat = path(f"M {-n - 20} 158 L {n + 20} 158 L 0 212 Z", hexed(fill))
    shadow = path(
        f"M {-n - 19} 160 C {-n} 188 {n} 188 {n + 19} 160 C {n} 196 {-n} 196 {-n - 19} 160 Z", line, 0.3
    )
    return throat + shadow + path(collar, hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.10)), 1, line, 2.2) + ribs


def _blouse(face: Face) -> str:
    n, fill, line = face.neck, face.cloth, line_colour(face.cloth)
    neckline = f"M {-n - 10} 154 L 0 226 L {n + 10} 154 L {n} 150 L 0 206 L {-n} 150 Z"
    band = f"M {n + 1} 144 C {n + 12} 154 {n + 12} 164 {n + 10} 172 C {n - 4} 204 12 224 0 236 L 0 214 C 14 200 {n - 6} 184 {n + 1} 144 Z"
    return path(neckline, hexed(face.skin)) + both(
        band, hexed(mix(fill, (0xFF, 0xFA, 0xEE), 0.35)), 1, line, 2
    )


_CLOTHES: Final[dict[Clothes, Callable[[Face], str]]] = {
    "suit": _suit,
    "coat": _coat,
    "jacket": _jacket,
    "cardigan": _cardigan,
    "work": _work,
    "knit": _knit,
    "blouse": _blouse,
    "shirt": plain_shirt,
    "apron": uniforms.apron,
    "vest": uniforms.vest,
    "safety": uniforms.safety,
    "tunic": uniforms.tunic,
    "kimono": uniforms.kimono,
}


def clothes(face: Face) -> str:
    """Collar, shirt, lapels: what lies over the neck and the trunk."""
    return _CLOTHES[face.clothes](face)
