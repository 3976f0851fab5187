# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""Beards and moustaches in SVG; origin and units as in ``drawn_head``."""

from game.screens.colours import hexed, mix
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import INK, path


def _tones(face: Face) -> tuple[str, str]:
    return hexed(mix(face.hair_colour, face.skin, 0.12)), hexed(mix(face.hair_colour, INK, 0.55))


def beard(face: Face) -> str:
    """Hair along jaw and chin, under the mouth that is drawn later; nothing for a shaven chin."""
    w, chin = face.width, face.chin_y
    fill, line = _tones(face)
    if face.whiskers == "goatee":
        around = (
            f"M -30 {chin * 0.58:.1f} C -28 {chin * 0.72:.1f} -20 {chin * 0.80:.1f} 0 {chin * 0.80:.1f} C 20 {chin * 0.80:.1f} 28 {chin * 0.72:.1f} 30 {chin * 0.58:.1f} "
            f"C 37 {chin * 0.74:.1f} 33 {chin * 0.98:.1f} 0 {chin + 6:.1f} C -33 {chin * 0.98:.1f} -37 {chin * 0.74:.1f} -30 {chin * 0.58:.1f} Z"
        )
        return path(around, fill, 0.95, line, 1.6)
    if face.whiskers != "full":
        return ""
    shape = (
        f"M {-w + 1:.1f} 4 C {-w * 0.93:.1f} 34 {-w * 0.74:.1f} 58 -40 55 C -30 47 -15 47 0 50 C 15 47 30 47 40 55 "
        f"C {w * 0.74:.1f} 58 {w * 0.93:.1f} 34 {w - 1:.1f} 4 C {w + 2:.1f} {chin * 0.5:.1f} {w * 0.86:.1f} {chin * 0.84:.1f} "
        f"{w * 0.54:.1f} {chin + 1:.1f} C {w * 0.34:.1f} {chin + 10:.1f} {-w * 0.34:.1f} {chin + 10:.1f} {-w * 0.54:.1f} {chin + 1:.1f} "
        f"C {-w * 0.86:.1f} {chin * 0.84:.1f} {-w - 2:.1f} {chin * 0.5:.1f} {-w + 1:.1f} 4 Z"
    )
    hairs = " ".join(
        f"M {x} {chin - 14 + abs(x) * -0.3:.0f} q {x * 0.06:.1f} 8 {x * 0.02:.1f} 14"
        for x in range(-44, 45, 11)
    )
    return path(shape, fill, 0.95, line, 1.6) + path(hairs, "none", 0.4, line, 1.4)


def moustache(face: Face, mood: Mood) -> str:
    """Hair on the upper lip, moving with the mouth."""
    if face.whiskers == "none":
        return ""
    fill, line = _tones(face)
    x, y = 9 * mood.turn, face.chin_y * 0.60 - 9 + 3 * mood.nod
    half = 29 + 3 * max(0.0, mood.mouth)
    lift = 6.5 * mood.mouth
    return path(
        f"M {x:.1f} {y - 9:.1f} C {x + 10:.1f} {y - 13:.1f} {x + half * 0.7:.1f} {y - 8 - lift * 0.5:.1f} {x + half:.1f} {y + 7 - lift:.1f} "
        f"C {x + half * 0.6:.1f} {y + 6 - lift * 0.6:.1f} {x + 8:.1f} {y + 5:.1f} {x:.1f} {y + 2:.1f} "
        f"C {x - 8:.1f} {y + 5:.1f} {x - half * 0.6:.1f} {y + 6 - lift * 0.6:.1f} {x - half:.1f} {y + 7 - lift:.1f} "
        f"C {x - half * 0.7:.1f} {y - 8 - lift * 0.5:.1f} {x - 10:.1f} {y - 13:.1f} {x:.1f} {y - 9:.1f} Z",
        fill,
        0.96,
        line,
        1.4,
    )
