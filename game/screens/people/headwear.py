# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""What work or faith puts on a head: cap, helmet, kerchief, scarf. Drawn over the hair, for a head 76 wide."""

from game.screens.colours import hexed, mix
from game.screens.people.face import Face
from game.screens.people.strokes import line_colour, path


def worn(face: Face) -> str:
    """The person's headwear, or nothing."""
    drawing = {"cap": _cap, "helmet": _helmet, "kerchief": _kerchief, "scarf": _scarf}.get(face.headwear)
    if drawing is None:
        return ""
    return f'<g transform="translate(0 9) scale({face.width / 76:.3f} 0.96)">{drawing(face)}</g>'


def _tones(face: Face) -> tuple[str, str, str, str]:
    """Plain, light, dark and outline of the headwear's colour."""
    fill = face.second
    return (
        hexed(fill),
        hexed(mix(fill, (0xFF, 0xF6, 0xE6), 0.28)),
        hexed(mix(fill, (0x1C, 0x18, 0x20), 0.3)),
        line_colour(fill),
    )


def _cap(face: Face) -> str:
    plain, light, dark, line = _tones(face)
    return (
        path("M -87 -52 C -96 -112 -62 -158 0 -160 C 62 -158 96 -112 87 -52 C 56 -74 -56 -74 -87 -52 Z", plain, 1, line, 2.4)
        + path("M -87 -52 C -96 -112 -62 -158 0 -160 C -52 -144 -70 -104 -66 -62 Z", dark, 0.4)
        + path("M -36 -72 C -40 -108 -30 -146 0 -160 C 30 -146 40 -108 36 -72", "none", 0.5, line, 1.8)
        + path("M -84 -58 C -52 -88 52 -88 84 -58 C 90 -46 70 -46 48 -53 C 18 -61 -18 -61 -48 -53 C -70 -46 -90 -46 -84 -58 Z", dark, 1, line, 2.4)
        + path("M -70 -58 C -44 -76 44 -76 70 -58", "none", 0.6, light, 2)
        + f'<circle cx="0" cy="-110" r="9" fill="{light}" stroke="{line}" stroke-width="1.6"/>'
    )  # fmt: skip


def _helmet(face: Face) -> str:
    plain, light, dark, line = _tones(face)
    return (
        path("M -88 -50 C -90 -34 -88 -20 -84 0 M 88 -50 C 90 -34 88 -20 84 0", "none", 1, "#4a4a4c", 5)
        + path("M -92 -56 C -100 -118 -58 -161 0 -161 C 58 -161 100 -118 92 -56 C 50 -70 -50 -70 -92 -56 Z", plain, 1, line, 2.4)
        + path("M -92 -56 C -100 -118 -58 -161 0 -161 C -52 -146 -72 -108 -70 -61 Z", dark, 0.3)
        + path("M -18 -69 C -20 -112 -16 -146 -10 -161 C -4 -163 4 -163 10 -161 C 16 -146 20 -112 18 -69 Z", light, 0.8, line, 1.6)
        + path("M -100 -54 C -56 -78 56 -78 100 -54 C 98 -46 86 -48 76 -50 C 40 -62 -40 -62 -76 -50 C -86 -48 -98 -46 -100 -54 Z", plain, 1, line, 2.4)
        + path("M -91 -70 C -52 -88 52 -88 91 -70", "none", 1, "#4f7a5a", 6)
    )  # fmt: skip


def _kerchief(face: Face) -> str:
    plain, light, dark, line = _tones(face)
    return (
        path("M 82 -60 C 104 -66 116 -54 120 -40 C 106 -44 96 -44 84 -44 Z M 84 -52 C 100 -44 108 -26 108 -10 C 98 -22 90 -32 82 -40 Z", plain, 1, line, 2)
        + path("M -92 -34 C -104 -96 -66 -156 0 -158 C 66 -156 104 -96 92 -34 C 84 -56 74 -70 62 -78 C 34 -92 -34 -92 -62 -78 C -74 -70 -84 -56 -92 -34 Z", plain, 1, line, 2.4)
        + path("M -92 -34 C -104 -96 -66 -156 0 -158 C -54 -142 -76 -104 -70 -72 C -80 -62 -86 -50 -92 -34 Z", dark, 0.3)
        + path("M -84 -62 C -60 -100 60 -100 84 -62", "none", 0.55, line, 1.6)
        + path("M -40 -132 C -16 -146 24 -146 48 -128 C 24 -136 -16 -138 -40 -132 Z", light, 0.7)
    )  # fmt: skip


def _scarf(face: Face) -> str:
    plain, light, dark, line = _tones(face)
    # Four strips around the oval of the face: SDL_image fills a hole only where the winding turns about.
    around = (
        "M 0 -152 C -66 -153 -104 -106 -102 -36 C -102 26 -98 70 -92 100 C -108 120 -138 148 -134 178 C -130 204 -60 226 4 246 "
        "C 56 226 130 204 134 178 C 138 148 108 120 92 100 C 98 70 102 26 102 -36 C 104 -106 66 -153 0 -152 Z"
    )
    face_hole = "M 0 -78 C 44 -80 68 -52 69 -12 C 70 34 56 70 34 90 C 20 101 -20 101 -34 90 C -56 70 -70 34 -69 -12 C -68 -52 -44 -80 0 -78 Z"
    return (
        f'<path fill-rule="evenodd" d="{around} {face_hole}" fill="{plain}" stroke="{line}" stroke-width="2.4" stroke-linejoin="round"/>'
        + path("M -40 -142 C -92 -120 -104 -60 -100 -10 C -98 40 -98 80 -92 100 C -84 60 -84 0 -80 -40 C -76 -90 -62 -124 -40 -142 Z", dark, 0.35)
        + path("M -46 -66 C -20 -86 26 -86 52 -60", "none", 0.8, light, 3)
        + path("M 60 74 C 40 120 -20 136 -112 150", "none", 0.7, dark, 2.6)
        + path("M 74 86 C 60 140 0 176 -96 200", "none", 0.7, dark, 2.6)
        + path("M -78 60 C -66 104 -20 122 40 128 C 80 134 104 150 122 168", "none", 0.7, dark, 2.6)
        + path("M 86 -70 C 92 -40 92 10 86 60", "none", 0.4, light, 3)
    )  # fmt: skip
