# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""What moves on a face, in SVG: lines, nose, mouth, eyes and brows; origin and units as in ``drawn_head``."""

from game.screens.colours import hexed, mix
from game.screens.people.drawn_eyes import brow, eye
from game.screens.people.drawn_glasses import glasses
from game.screens.people.drawn_mouth import mouth
from game.screens.people.drawn_whiskers import moustache
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import line_colour, path, shade_of


def _nose(face: Face, mood: Mood) -> str:
    x, y, size = 14 * (mood.turn + face.turn), 4.5 * mood.nod, face.nose
    line, shade = line_colour(face.skin), shade_of(face)
    tip = 34 + 6 * (size - 1) + face.nose_long + y
    wing = 11.5 * size
    side = (
        f"M {x * 0.4 - 8:.1f} {-12 + y:.1f} C {x * 0.7 - 7:.1f} 8 {x - 9:.1f} {tip - 14:.1f} {x - wing - 1:.1f} {tip - 1:.1f} "
        f"C {x - wing + 2:.1f} {tip + 5:.1f} {x - 3:.1f} {tip + 7:.1f} {x + 2:.1f} {tip + 5:.1f} "
        f"C {x - 4:.1f} {tip - 2:.1f} {x - 3:.1f} {tip - 16:.1f} {x * 0.6 - 3:.1f} {-8 + y:.1f} Z"
    )
    below = (
        f"M {x - wing:.1f} {tip - 4:.1f} C {x - wing - 2.5:.1f} {tip + 3:.1f} {x - wing * 0.5:.1f} {tip + 5:.1f} {x - 4:.1f} {tip + 4.5:.1f} "
        f"C {x - 1:.1f} {tip + 7.5:.1f} {x + 3:.1f} {tip + 7:.1f} {x + 5:.1f} {tip + 4.5:.1f}"
    )
    far = f"M {x + wing:.1f} {tip - 3:.1f} C {x + wing + 1.5:.1f} {tip + 3:.1f} {x + wing - 3:.1f} {tip + 4.5:.1f} {x + wing - 5:.1f} {tip + 4:.1f}"
    light = f"M {x * 0.8 + 1:.1f} {tip - 24:.1f} Q {x + 2:.1f} {tip - 14:.1f} {x + 2:.1f} {tip - 5:.1f}"
    return (
        path(side, shade, 0.44)
        + path(light, "none", 0.22, hexed(mix(face.skin, (0xFF, 0xFF, 0xFF), 0.6)), 4)
        + path(below, "none", 0.92, line, 2.2)
        + path(far, "none", 0.62, line, 1.8)
    )


def _lines(face: Face, mood: Mood) -> str:
    """What years leave: folds beside nose and mouth, lines on the forehead; and what a smile folds."""
    line, x, y = line_colour(face.skin), 10 * (mood.turn + face.turn), 3 * mood.nod
    smile = max(0.0, mood.mouth)
    fold = 0.40 * max(0.0, face.age - 0.15) + 0.34 * smile
    start, end = 34 + face.nose_long * 0.6, 57 + 3 * smile
    folds = " ".join(
        f"M {k * 20 + x:.1f} {start + y:.1f} C {k * 27 + x:.1f} {start + 5 + y:.1f} {k * (34 + 6 * smile) + x:.1f} {end - 10 + y:.1f} {k * (36 + 7 * smile) + x:.1f} {end + y:.1f}"
        for k in (-1, 1)
    )
    parts = path(folds, "none", min(0.62, fold), line, 1.6) if fold > 0.02 else ""
    if face.age > 0.6:
        chin = face.chin_y
        jowl = " ".join(f"M {k * 31 + x:.1f} {chin * 0.66 + y:.1f} q {k * 3} 8 {k * 1} 15" for k in (-1, 1))
        parts += path(jowl, "none", 0.45 * (face.age - 0.4), line, 1.5)
    brow_lines = max(0.0, face.age - 0.5) * 0.55 + 0.38 * max(0.0, mood.brow - 0.55)
    if brow_lines > 0.03:
        rows = " ".join(
            f"M {x - 30 + n * 4:.1f} {-60 - n * 10:.1f} C {x - 10:.1f} {-64 - n * 10:.1f} {x + 10:.1f} {-64 - n * 10:.1f} {x + 30 - n * 4:.1f} {-60 - n * 10:.1f}"
            for n in (0, 1)
        )
        parts += path(rows, "none", brow_lines, line, 1.4)
    if face.mark == "dimples" and smile > 0.3:
        dents = " ".join(f"M {k * 43 + x:.1f} {59 + y:.1f} q {k * 3} 5 0 9" for k in (-1, 1))
        parts += path(dents, "none", 0.6 * smile, line, 1.8)
    return parts


def features(face: Face, mood: Mood, blink: float) -> str:
    """Everything on the face that moves."""
    return (
        _lines(face, mood)
        + _nose(face, mood)
        + moustache(face, mood)
        + mouth(face, mood)
        + "".join(eye(face, mood, side, blink) for side in (-1, 1))
        + "".join(brow(face, mood, side) for side in (-1, 1))
        + glasses(face, mood)
    )
