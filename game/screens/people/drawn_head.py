# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""The head in SVG without what moves on it: outline, ears, light and shade, cheeks.

The origin lies between the eyes, y grows downward, a head is about 230 units high.
"""

from game.screens.colours import hexed, mix
from game.screens.people.drawn_whiskers import beard
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import OUTLINE, line_colour, path, shade_of, sidelit


def _jaw(face: Face) -> tuple[float, float, float, float, float]:
    """Half widths at the cheek, below it, at the corner of the jaw and at the chin; and the corner's height."""
    w = face.width
    return (
        w * (0.965 + 0.030 * face.cheek),
        w * (0.94 + 0.045 * face.cheek),
        w * (0.70 + 0.16 * face.jaw + 0.035 * face.cheek),
        10 + 17 * face.jaw + 10 * face.chin,
        face.chin_y * (0.70 + 0.03 * face.cheek),
    )


def outline(face: Face, lean: float = 0.0) -> str:
    """The path of the face from temple to chin to temple, closed over the crown; ``lean`` moves the chin."""
    w, chin = face.width, face.chin_y
    cheek, below, corner, bottom, jaw_y = _jaw(face)
    right = (
        f"C {w:.1f} -14 {w:.1f} 12 {cheek:.1f} {chin * 0.33:.1f} "
        f"C {below:.1f} {chin * 0.52:.1f} {corner + 4:.1f} {jaw_y - 8:.1f} {corner - 6 + lean * 0.5:.1f} {jaw_y + 6:.1f} "
        f"C {corner - 18 + lean:.1f} {chin - 12:.1f} {bottom + 8 + lean:.1f} {chin:.1f} {lean:.1f} {chin:.1f} "
    )
    left = (
        f"C {-bottom - 8 + lean:.1f} {chin:.1f} {18 - corner + lean:.1f} {chin - 12:.1f} {6 - corner + lean * 0.5:.1f} {jaw_y + 6:.1f} "
        f"C {-corner - 4:.1f} {jaw_y - 8:.1f} {-below:.1f} {chin * 0.52:.1f} {-cheek:.1f} {chin * 0.33:.1f} "
        f"C {-w:.1f} 12 {-w:.1f} -14 {-w:.1f} -44 "
    )
    crown = f"C {-w:.1f} -90 {-w * 0.6:.1f} -114 0 -114 C {w * 0.6:.1f} -114 {w:.1f} -90 {w:.1f} -44 Z"
    return f"M {w:.1f} -44 {right}{left}{crown}"


def _ears(face: Face, turn: float) -> str:
    line, parts = line_colour(face.skin), ""
    for side in (-1, 1):
        x, e = side * face.width - 3 * turn, side * face.ear
        k = x + 0.0
        shell = (
            f"M {k * 0.95:.1f} -8 C {k + e * 13:.1f} {-18 * face.ear:.1f} {k + e * 18:.1f} 6 {k + e * 9:.1f} {24 * face.ear:.1f} "
            f"C {k + e * 5:.1f} {35 * face.ear:.1f} {k * 0.96:.1f} 34 {k * 0.94:.1f} 26 Z"
        )
        inside = f"M {k + e * 9:.1f} -2 C {k + e * 3:.1f} 1 {k + e * 8:.1f} 10 {k + e * 3:.1f} 19"
        parts += path(shell, darkskin(face) if side < 0 else hexed(face.skin), 1, line, 2.2) + path(
            inside, "none", 0.5, line, 1.7
        )
    return parts


def darkskin(face: Face) -> str:
    """The skin on the side away from the window."""
    return hexed(mix(face.skin, (0xA8, 0x5A, 0x44), 0.14))


def _shades(face: Face, lean: float) -> str:
    """The light comes from the window on the right: a soft plane of shadow along the left cheek and the jaw."""
    w, chin = face.width, face.chin_y
    cheek, below, corner, bottom, jaw_y = _jaw(face)
    plane = (
        f"M {-w * 0.8:.1f} -92 C {-w + 1.5:.1f} -60 {-w + 1.5:.1f} 0 {-w + 1:.1f} 12 {-cheek + 1:.1f} {chin * 0.33:.1f} "
        f"C {-below + 1:.1f} {chin * 0.52:.1f} {-corner - 3:.1f} {jaw_y - 8:.1f} {7 - corner + lean * 0.5:.1f} {jaw_y + 6:.1f} "
        f"C {20 - corner + lean:.1f} {chin - 12:.1f} {-bottom - 6 + lean:.1f} {chin - 1:.1f} {lean + 4:.1f} {chin - 1:.1f} "
        f"C {-w * 0.34 + lean:.1f} {chin * 0.90:.1f} {-w * 0.62:.1f} {chin * 0.66:.1f} {-w * (0.73 - 0.05 * face.cheek):.1f} {chin * 0.30:.1f} "
        f"C {-w * 0.82:.1f} 4 {-w * 0.80:.1f} -50 {-w * 0.56:.1f} -104 Z"
    )
    return path(plane, shade_of(face), 0.28)


def _stubble(face: Face) -> str:
    w, chin = face.width, face.chin_y
    if not face.beard:
        return ""
    return path(
        f"M {-w * 0.9:.1f} 36 C {-w * 0.7:.1f} 62 {-w * 0.56:.1f} 76 -34 72 C -29 53 -14 49 0 51 C 14 49 29 53 34 72 "
        f"C {w * 0.56:.1f} 76 {w * 0.7:.1f} 62 {w * 0.9:.1f} 36 C {w * 0.84:.1f} {chin * 0.74:.1f} {w * 0.42:.1f} {chin - 2:.1f} 0 {chin - 1.5:.1f} "
        f"C {-w * 0.42:.1f} {chin - 2:.1f} {-w * 0.84:.1f} {chin * 0.74:.1f} {-w * 0.9:.1f} 36 Z",
        hexed(mix(face.skin, (0x50, 0x4C, 0x50), 0.55)),
        face.beard * 0.4,
    )


def _cheeks(face: Face, mood: Mood, turn: float) -> str:
    # A blush is redder than the skin it is on, whatever the skin.
    red = hexed(mix(face.skin, (0xD8, 0x50, 0x40), 0.75))
    warmth = 0.16 + 0.34 * mood.flush
    glow = f'<stop offset="0%" stop-color="{red}" stop-opacity="{warmth:.2f}"/><stop offset="100%" stop-color="{red}" stop-opacity="0"/>'
    return f'<defs><radialGradient id="cheek">{glow}</radialGradient></defs>' + "".join(
        f'<circle cx="{side * face.width * 0.58 + 6 * turn:.1f}" cy="{37 + 3 * mood.nod - 3 * mood.squint:.1f}" r="26" fill="url(#cheek)"/>'
        for side in (-1, 1)
    )


def _marks(face: Face, turn: float) -> str:
    line = line_colour(face.skin)
    if face.mark == "mole":
        return f'<circle cx="{27 + 8 * turn:.1f}" cy="{face.chin_y * 0.60 + 10:.1f}" r="2.1" fill="{line}" opacity="0.8"/>'
    if face.mark == "freckles":
        spots = (
            (-44, 24),
            (-36, 29),
            (-28, 25),
            (-39, 35),
            (-50, 31),
            (44, 24),
            (36, 29),
            (28, 25),
            (39, 35),
            (50, 31),
            (-5, 18),
            (5, 21),
        )
        return "".join(
            f'<circle cx="{x + 7 * turn:.1f}" cy="{y}" r="1.5" fill="{line}" opacity="0.4"/>'
            for x, y in spots
        )
    return ""


def skull(face: Face, mood: Mood) -> str:
    """Ears, the face's area, its shaded side, cheeks, stubble and beard."""
    turn = mood.turn + face.turn
    lean = 4.5 * turn
    return (
        f"<defs>{sidelit('face', face.skin, 0.6)}</defs>"
        + _ears(face, turn)
        + path(outline(face, lean), "url(#face)", 1, line_colour(face.skin), OUTLINE)
        + _shades(face, lean)
        + _stubble(face)
        + _cheeks(face, mood, turn)
        + _marks(face, turn)
        + beard(face)
    )
