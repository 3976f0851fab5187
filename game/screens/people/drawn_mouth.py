# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""The mouth in SVG; origin and units as in ``drawn_head``."""

from game.screens.colours import hexed, mix
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import INK, line_colour, path


def mouth_y(face: Face, mood: Mood) -> float:
    """How far the middle of the mouth is below the eyes."""
    return face.chin_y * 0.60 + 1 + face.nose_long * 0.5 + 3.5 * mood.nod


def mouth(face: Face, mood: Mood) -> str:
    """Lips, teeth when it is open, and the corners."""
    x, y = 11 * (mood.turn + face.turn), mouth_y(face, mood)
    smile = max(0.0, mood.mouth)
    half = face.mouth * (24 + 6.5 * smile) * (1 - 0.46 * mood.pursed)
    lift = (7.2 if mood.mouth > 0 else 6.0) * mood.mouth
    left, right = (x - half, y - lift - 2 * mood.wry), (x + half, y - lift + 6 * mood.wry)
    middle = y + 3.6 * mood.mouth
    top, bottom = middle - 2.5 * mood.parted, middle + (19 - 2 * smile) * mood.parted
    # Amid a beard the mouth must still be read: paler lips, a heavier line.
    bearded = face.whiskers in {"full", "goatee"}
    red = mix((0xB0, 0x48, 0x42), face.skin, 0.15)
    lip = hexed(mix(face.skin, red, 0.24 + 0.46 * face.lip_tint))
    lip_dark = hexed(mix(face.skin, mix(red, INK, 0.22), 0.34 + 0.46 * face.lip_tint))
    dark = hexed(mix((0x84, 0x38, 0x30), INK, 0.5))
    full = 5.2 * face.lips * (1 - 0.30 * smile) * (1 + 0.35 * mood.pursed * (mood.parted > 0))
    start = f"M {left[0]:.1f} {left[1]:.1f}"
    upper = (
        f"C {x - half * 0.5:.1f} {top + lift * 0.35:.1f} {x - half * 0.2:.1f} {top:.1f} {x:.1f} {top:.1f} "
        f"C {x + half * 0.2:.1f} {top:.1f} {x + half * 0.5:.1f} {top + lift * 0.35:.1f} {right[0]:.1f} {right[1]:.1f}"
    )
    lower = (
        f"C {x + half * 0.66:.1f} {bottom + lift * 0.2:.1f} {x + half * 0.36:.1f} {bottom:.1f} {x:.1f} {bottom:.1f} "
        f"C {x - half * 0.36:.1f} {bottom:.1f} {x - half * 0.66:.1f} {bottom + lift * 0.2:.1f} {left[0]:.1f} {left[1]:.1f}"
    )
    bow = (
        f"C {x + half * 0.55:.1f} {top - full * 0.8:.1f} {x + 7:.1f} {top - full * 1.3:.1f} {x:.1f} {top - full * 0.78:.1f} "
        f"C {x - 7:.1f} {top - full * 1.3:.1f} {x - half * 0.55:.1f} {top - full * 0.8:.1f} {left[0]:.1f} {left[1]:.1f}"
    )
    in_left, in_right = (bottom + left[1]) / 2, (bottom + right[1]) / 2
    under = (
        f"M {x - half * 0.7:.1f} {in_left:.1f} C {x - half * 0.34:.1f} {bottom + full * 2:.1f} {x + half * 0.34:.1f} {bottom + full * 2:.1f} "
        f"{x + half * 0.7:.1f} {in_right:.1f} C {x + half * 0.3:.1f} {bottom:.1f} {x - half * 0.3:.1f} {bottom:.1f} {x - half * 0.7:.1f} {in_left:.1f} Z"
    )
    parts = [path(under, lip, 1 if bearded else 0.9), path(f"{start} {upper} {bow} Z", lip_dark, 0.95)]
    if face.lip_tint > 0.5:
        shine = (
            f"M {x - half * 0.12:.1f} {bottom + full * 0.75:.1f} q {half * 0.2:.1f} 1.6 {half * 0.4:.1f} 0"
        )
        parts.append(path(shine, "none", 0.35, "#ffffff", 1.6))
    if mood.parted > 0.04:
        teeth = min(7.0, 13 * mood.parted)
        near = top - lift * 0.30 + 1
        parts += [
            path(f"{start} {upper} {lower} Z", "#64262a"),
            path(
                f"M {x - half * 0.78:.1f} {near:.1f} C {x - half * 0.3:.1f} {top + 0.8:.1f} {x + half * 0.3:.1f} {top + 0.8:.1f} {x + half * 0.78:.1f} {near:.1f} "
                f"C {x + half * 0.44:.1f} {top + teeth * 1.3:.1f} {x - half * 0.44:.1f} {top + teeth * 1.3:.1f} {x - half * 0.78:.1f} {near:.1f} Z",
                "#fbf6ee",
            ),
        ]
        if mood.parted > 0.3:
            tongue = f"M {x - half * 0.4:.1f} {bottom - 3:.1f} Q {x:.1f} {bottom - 8:.1f} {x + half * 0.4:.1f} {bottom - 3:.1f} Q {x:.1f} {bottom + 1:.1f} {x - half * 0.4:.1f} {bottom - 3:.1f} Z"
            parts.append(path(tongue, "#b8605a", 0.9))
    parts.append(path(f"{start} {upper}", "none", 1, dark, (3.2 if bearded else 2.4) - 0.4 * mood.pursed))
    corners = " ".join(
        f"M {at[0] + k * 0.5:.1f} {at[1] - 2.5:.1f} q {k * 3} 2 {k * 1.5} 5.5"
        for k, at in ((-1, left), (1, right))
    )
    parts.append(path(corners, "none", 0.25 + 0.35 * min(1.0, abs(mood.mouth)), line_colour(face.skin), 1.5))
    if not bearded:
        parts.append(
            path(
                f"M {x - 9:.1f} {bottom + full * 2 + 3:.1f} q 9 3.4 18 0",
                "none",
                0.28,
                line_colour(face.skin),
                1.6,
            )
        )
    return "".join(parts)
