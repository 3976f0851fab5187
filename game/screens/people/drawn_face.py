# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""The face in SVG: its outline, eyes, brows, nose, mouth, lines and glasses, from a ``Face`` and a ``Mood``.

The origin lies between the eyes, y grows downward, a head is about 230 units high.
"""

from game.screens.colours import hexed, mix
from game.screens.people.drawn_eyes import brow, eye, glasses
from game.screens.people.drawn_whiskers import beard, moustache
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import INK, line_colour, path, shade_of


def outline(face: Face) -> str:
    """The path of the face from temple to chin to temple, closed over the crown."""
    w, chin = face.width, face.chin_y
    cheek, corner = w * 0.965, w * (0.70 + 0.16 * face.jaw)
    jaw_y, bottom = chin * 0.70, 15 + 17 * face.jaw
    right = (
        f"C {w:.1f} -14 {w:.1f} 12 {cheek:.1f} {chin * 0.33:.1f} "
        f"C {w * 0.94:.1f} {chin * 0.52:.1f} {corner + 4:.1f} {jaw_y - 8:.1f} {corner - 6:.1f} {jaw_y + 6:.1f} "
        f"C {corner - 18:.1f} {chin - 12:.1f} {bottom + 8:.1f} {chin:.1f} 0 {chin:.1f} "
    )
    left = (
        f"C {-bottom - 8:.1f} {chin:.1f} {18 - corner:.1f} {chin - 12:.1f} {6 - corner:.1f} {jaw_y + 6:.1f} "
        f"C {-corner - 4:.1f} {jaw_y - 8:.1f} {-w * 0.94:.1f} {chin * 0.52:.1f} {-cheek:.1f} {chin * 0.33:.1f} "
        f"C {-w:.1f} 12 {-w:.1f} -14 {-w:.1f} -44 "
    )
    crown = f"C {-w:.1f} -90 {-w * 0.6:.1f} -114 0 -114 C {w * 0.6:.1f} -114 {w:.1f} -90 {w:.1f} -44 Z"
    return f"M {w:.1f} -44 {right}{left}{crown}"


def skull(face: Face, mood: Mood) -> str:
    """Ears, the face's area, its shaded side, cheeks."""
    w, chin, line = face.width, face.chin_y, line_colour(face.skin)
    corner = w * (0.70 + 0.16 * face.jaw)
    shade, skin = shade_of(face), hexed(face.skin)
    parts = []
    for side in (-1, 1):
        x = side * w
        parts += [
            path(
                f"M {x * 0.95:.1f} -8 C {x + side * 14:.1f} -18 {x + side * 18:.1f} 6 {x + side * 9:.1f} 24 "
                f"C {x + side * 5:.1f} 34 {x * 0.96:.1f} 34 {x * 0.94:.1f} 26 Z",
                skin,
                1,
                line,
                2.2,
            ),
            path(
                f"M {x + side * 8:.1f} -2 C {x + side * 3:.1f} 2 {x + side * 7:.1f} 10 {x + side * 2:.1f} 18",
                "none",
                0.5,
                line,
                1.8,
            ),
        ]
    parts.append(path(outline(face), skin, 1, line, 2.4))
    # The light comes from the window on the right: a plane of shadow lies along the left cheek and under the hair.
    parts.append(
        path(
            f"M {-w * 0.8:.1f} -92 C {-w + 1.5:.1f} -60 {-w + 1.5:.1f} 0 {-w + 1:.1f} 12 {-w * 0.955:.1f} {chin * 0.33:.1f} "
            f"C {-w * 0.94:.1f} {chin * 0.52:.1f} {-corner - 3:.1f} {chin * 0.70 - 8:.1f} {7 - corner:.1f} {chin * 0.70 + 6:.1f} "
            f"C {20 - corner:.1f} {chin - 12:.1f} {-23 - 17 * face.jaw:.1f} {chin - 1:.1f} -6 {chin - 1:.1f} "
            f"C {-w * 0.42:.1f} {chin * 0.84:.1f} {-w * 0.7:.1f} {chin * 0.5:.1f} {-w * 0.74:.1f} 20 "
            f"C {-w * 0.80:.1f} 0 {-w * 0.78:.1f} -50 {-w * 0.5:.1f} -106 Z",
            shade,
            0.36,
        )
    )
    if face.beard:
        parts.append(
            path(
                f"M {-w * 0.9:.1f} 36 C {-w * 0.7:.1f} 62 {-w * 0.56:.1f} 76 -34 72 C -29 53 -14 49 0 51 C 14 49 29 53 34 72 "
                f"C {w * 0.56:.1f} 76 {w * 0.7:.1f} 62 {w * 0.9:.1f} 36 C {w * 0.84:.1f} {chin * 0.74:.1f} {w * 0.42:.1f} {chin - 2:.1f} 0 {chin - 1.5:.1f} "
                f"C {-w * 0.42:.1f} {chin - 2:.1f} {-w * 0.84:.1f} {chin * 0.74:.1f} {-w * 0.9:.1f} 36 Z",
                hexed(mix(face.skin, (0x50, 0x4C, 0x50), 0.55)),
                face.beard * 0.4,
            )
        )
    parts.append(beard(face))
    warmth = 0.13 + 0.24 * mood.flush
    glow = (
        f'<stop offset="0%" stop-color="#d9694f" stop-opacity="{warmth:.2f}"/>'
        '<stop offset="100%" stop-color="#d9694f" stop-opacity="0"/>'
    )
    parts.append(f'<defs><radialGradient id="cheek">{glow}</radialGradient></defs>')
    parts += [
        f'<circle cx="{side * w * 0.6 + 5 * mood.turn:.1f}" cy="{36 + 3 * mood.nod:.1f}" r="27" fill="url(#cheek)"/>'
        for side in (-1, 1)
    ]
    return "".join(parts)


def _nose(face: Face, mood: Mood) -> str:
    x, y, size = 11 * mood.turn, 4 * mood.nod, face.nose
    line, shade = line_colour(face.skin), shade_of(face)
    tip = 35 + 5 * (size - 1) + y
    wing = 11.5 * size
    return (
        path(
            f"M {x * 0.4 - 8:.1f} {-12 + y:.1f} C {x * 0.7 - 7:.1f} 8 {x - 9:.1f} {tip - 14:.1f} {x - wing - 1:.1f} "
            f"{tip - 1:.1f} C {x - wing + 2:.1f} {tip + 5:.1f} {x - 3:.1f} {tip + 7:.1f} {x + 2:.1f} {tip + 5:.1f} "
            f"C {x - 4:.1f} {tip - 2:.1f} {x - 3:.1f} {tip - 16:.1f} {x * 0.6 - 3:.1f} {-8 + y:.1f} Z",
            shade,
            0.42,
        )
        + path(
            f"M {x - wing:.1f} {tip - 4:.1f} C {x - wing - 2.5:.1f} {tip + 3:.1f} {x - wing * 0.5:.1f} {tip + 5:.1f} "
            f"{x - 4:.1f} {tip + 4.5:.1f} C {x - 1:.1f} {tip + 7.5:.1f} {x + 3:.1f} {tip + 7:.1f} {x + 5:.1f} {tip + 4.5:.1f}",
            "none",
            0.9,
            line,
            2.2,
        )
        + path(
            f"M {x + wing:.1f} {tip - 2:.1f} C {x + wing + 1:.1f} {tip + 3:.1f} {x + wing - 3:.1f} {tip + 4.5:.1f} "
            f"{x + wing - 5:.1f} {tip + 4:.1f}",
            "none",
            0.6,
            line,
            1.8,
        )
    )


def _mouth(face: Face, mood: Mood) -> str:
    x = 9 * mood.turn
    y = face.chin_y * 0.60 + 3 * mood.nod
    half = (25 + 5 * max(0.0, mood.mouth)) * (1 - 0.42 * mood.pursed)
    lift = (7.5 if mood.mouth > 0 else 5.5) * mood.mouth
    left, right = (x - half, y - lift - 1.5 * mood.wry), (x + half, y - lift + 5.5 * mood.wry)
    middle = y + 3.4 * mood.mouth
    top, bottom = middle - 2.5 * mood.parted, middle + 19 * mood.parted
    # Amid a beard the mouth must still be read: paler lips, a heavier line.
    bearded = face.whiskers == "full"
    lip = hexed(mix(face.skin, (0xB2, 0x4C, 0x44), 0.25 + 0.5 * face.lip_tint))
    dark = hexed(mix((0x8A, 0x3C, 0x34), INK, 0.45))
    full = 5.4 * face.lips * (1 - 0.35 * max(0.0, mood.mouth))
    upper = (
        f"C {x - half * 0.5:.1f} {top + lift * 0.35:.1f} {x - half * 0.2:.1f} {top:.1f} {x:.1f} {top:.1f} "
        f"C {x + half * 0.2:.1f} {top:.1f} {x + half * 0.5:.1f} {top + lift * 0.35:.1f} {right[0]:.1f} {right[1]:.1f}"
    )
    lower = (
        f"C {x + half * 0.55:.1f} {bottom + lift * 0.2:.1f} {x + half * 0.3:.1f} {bottom:.1f} {x:.1f} {bottom:.1f} "
        f"C {x - half * 0.3:.1f} {bottom:.1f} {x - half * 0.55:.1f} {bottom + lift * 0.2:.1f} {left[0]:.1f} {left[1]:.1f}"
    )
    start = f"M {left[0]:.1f} {left[1]:.1f}"
    bow = (
        f"C {x + half * 0.55:.1f} {top - full * 0.8:.1f} {x + 7:.1f} {top - full * 1.25:.1f} {x:.1f} {top - full * 0.8:.1f} "
        f"C {x - 7:.1f} {top - full * 1.25:.1f} {x - half * 0.55:.1f} {top - full * 0.8:.1f} {left[0]:.1f} {left[1]:.1f}"
    )
    under = (
        f"M {x - half * 0.62:.1f} {(bottom + left[1]) / 2:.1f} C {x - half * 0.3:.1f} {bottom + full * 2:.1f} "
        f"{x + half * 0.3:.1f} {bottom + full * 2:.1f} {x + half * 0.62:.1f} {(bottom + right[1]) / 2:.1f} "
        f"C {x + half * 0.3:.1f} {bottom:.1f} {x - half * 0.3:.1f} {bottom:.1f} {x - half * 0.62:.1f} {(bottom + left[1]) / 2:.1f} Z"
    )
    parts = [path(under, lip, 1 if bearded else 0.62), path(f"{start} {upper} {bow} Z", lip, 0.85)]
    if mood.parted > 0.04:
        teeth = min(6.0, 12 * mood.parted)
        parts += [
            path(f"{start} {upper} {lower} Z", "#6d2b2a"),
            path(
                f"M {x - half * 0.72:.1f} {top + lift * -0.35 + 1:.1f} C {x - half * 0.3:.1f} {top + 0.8:.1f} {x + half * 0.3:.1f} "
                f"{top + 0.8:.1f} {x + half * 0.72:.1f} {top + lift * -0.35 + 1:.1f} C {x + half * 0.4:.1f} {top + teeth * 1.3:.1f} "
                f"{x - half * 0.4:.1f} {top + teeth * 1.3:.1f} {x - half * 0.72:.1f} {top + lift * -0.35 + 1:.1f} Z",
                "#fbf6ee",
            ),
        ]
    parts.append(path(f"{start} {upper}", "none", 1, dark, (3.4 if bearded else 2.4) - 0.5 * mood.pursed))
    for side, corner in ((-1, left), (1, right)):
        parts.append(
            path(
                f"M {corner[0] + side * 0.5:.1f} {corner[1] - 2.5:.1f} q {side * 3:.1f} 2 {side * 1.5:.1f} 5.5",
                "none",
                0.25 + 0.35 * abs(mood.mouth),
                line_colour(face.skin),
                1.5,
            )
        )
    return "".join(parts)


def _lines(face: Face, mood: Mood) -> str:
    """What years leave: folds beside the mouth, lines on the forehead."""
    line, x, y = line_colour(face.skin), 8 * mood.turn, 3 * mood.nod
    fold = 0.02 + 0.38 * face.age + 0.25 * max(0.0, mood.mouth)
    parts = [
        path(
            f"M {side * 19 + x:.1f} {35 + y:.1f} C {side * 26 + x:.1f} {40 + y:.1f} {side * (33 + 4 * mood.mouth) + x:.1f} "
            f"{47 + y:.1f} {side * (36 + 5 * mood.mouth) + x:.1f} {57 + y:.1f}",
            "none",
            min(0.7, fold),
            line,
            1.6,
        )
        for side in (-1, 1)
    ]
    brow_lines = max(0.0, face.age - 0.55) * 0.6 + 0.35 * max(0.0, mood.brow - 0.6)
    if brow_lines:
        parts += [
            path(
                f"M {x - 30 + n * 4:.1f} {-62 - n * 10:.1f} C {x - 10:.1f} {-66 - n * 10:.1f} {x + 10:.1f} {-66 - n * 10:.1f} "
                f"{x + 30 - n * 4:.1f} {-62 - n * 10:.1f}",
                "none",
                brow_lines,
                line,
                1.4,
            )
            for n in (0, 1)
        ]
    return "".join(parts)


def features(face: Face, mood: Mood, blink: float) -> str:
    """Everything on the face that moves."""
    return (
        _lines(face, mood)
        + _nose(face, mood)
        + moustache(face, mood)
        + _mouth(face, mood)
        + "".join(eye(face, mood, side, blink) for side in (-1, 1))
        + "".join(brow(face, mood, side) for side in (-1, 1))
        + glasses(face, mood)
    )
