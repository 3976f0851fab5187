# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Eyes, brows and glasses in SVG; origin and units as in ``drawn_face``.

SDL_image knows no clip paths: an iris is drawn whole and the lids, in the colour of the skin, are laid over it.
"""

from game.screens.colours import hexed, mix
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import INK, line_colour, path


def eye(face: Face, mood: Mood, side: int, blink: float) -> str:
    """One eye; ``side`` 1 is on the right of the picture. ``blink`` 0 open to 1 closed."""
    far = 1 - 0.10 * max(0.0, side * mood.turn)
    cx, cy = side * 35 * far + 7 * mood.turn, 4 * mood.nod
    w = face.eye_width * far
    low = 6.2 * (1 - 0.62 * mood.squint)
    opened = max(0.0, min(1.3, mood.eyes)) * (1 - blink)
    high = -0.8 * low + (face.eye + 0.8 * low) * opened
    inner, outer = (cx - side * w, cy + 3.4), (cx + side * w, cy - 0.5 + face.eye_slant)
    upper = (
        f"C {cx - side * w * 0.58:.1f} {cy - high * 1.28:.1f} {cx + side * w * 0.42:.1f} {cy - high * 1.36:.1f} "
        f"{outer[0]:.1f} {outer[1]:.1f}"
    )
    back = (
        f"C {cx + side * w * 0.5:.1f} {cy + low * 1.35:.1f} {cx - side * w * 0.42:.1f} {cy + low * 1.45:.1f} "
        f"{inner[0]:.1f} {inner[1]:.1f}"
    )
    start = f"M {inner[0]:.1f} {inner[1]:.1f}"
    skin, line = hexed(face.skin), hexed(mix(face.skin, INK, 0.8))
    lid_line = hexed(mix(face.skin, INK, 0.94))
    parts = []
    if opened > 0.08:
        ix, iy = cx + mood.gaze_x * 7.5, cy - 1 + mood.gaze_y * 4.6
        parts += [
            path(f"{start} {upper} {back} Z", "#fdfaf4"),
            f'<circle cx="{ix:.1f}" cy="{iy:.1f}" r="8.8" fill="#46301f"/>',
            f'<circle cx="{ix:.1f}" cy="{iy + 2.4:.1f}" r="5.6" fill="#6a4a30"/>',
            f'<circle cx="{ix:.1f}" cy="{iy:.1f}" r="4.4" fill="#1d1512"/>',
            f'<circle cx="{ix + 2.8:.1f}" cy="{iy - 3.2:.1f}" r="2.1" fill="#ffffff"/>',
            # The shadow of the upper lid on the eye.
            path(
                f"{start} {upper} C {cx + side * w * 0.42:.1f} {cy - high * 0.86:.1f} {cx - side * w * 0.5:.1f} "
                f"{cy - high * 0.8:.1f} {inner[0]:.1f} {inner[1]:.1f} Z",
                "#5a4a44",
                0.28,
            ),
            path(
                f"{start} {upper} L {outer[0] + side * 3:.1f} {cy - 19:.1f} L {inner[0] - side * 2:.1f} {cy - 19:.1f} Z",
                skin,
            ),
            path(
                f"{start} L {inner[0]:.1f} {cy + 17:.1f} L {outer[0]:.1f} {cy + 17:.1f} L {outer[0]:.1f} {outer[1]:.1f} "
                f"{back} Z",
                skin,
            ),
        ]
    thick = 2.2 + 1.7 * face.lash
    wing = (outer[0] + side * (1.5 + 2.2 * face.lash), outer[1] - 0.6 - 1.6 * face.lash * opened)
    parts += [
        path(
            f"{start} C {cx - side * w * 0.58:.1f} {cy - high * 1.28:.1f} {cx + side * w * 0.42:.1f} "
            f"{cy - high * 1.36:.1f} {wing[0]:.1f} {wing[1]:.1f} "
            f"C {cx + side * w * 0.5:.1f} {cy - high * 1.36 - thick * 1.5:.1f} {cx - side * w * 0.5:.1f} "
            f"{cy - high * 1.28 - thick * 1.2:.1f} {inner[0]:.1f} {inner[1]:.1f} Z",
            lid_line,
            1,
            lid_line,
            0.8,
        ),
        path(
            f"M {cx - side * w * 0.72:.1f} {cy - high * 0.72 - 5.5:.1f} C {cx - side * w * 0.3:.1f} "
            f"{cy - high * 1.12 - 6.5:.1f} {cx + side * w * 0.45:.1f} {cy - high * 1.1 - 6.5:.1f} "
            f"{cx + side * w * 0.98:.1f} {cy - high * 0.3 - 4:.1f}",
            "none",
            0.4,
            line,
            1.4,
        ),
        path(
            f"M {outer[0] - side * 2:.1f} {outer[1] + 2.4:.1f} C {cx + side * w * 0.5:.1f} {cy + low * 1.4:.1f} "
            f"{cx:.1f} {cy + low * 1.45:.1f} {cx - side * w * 0.4:.1f} {cy + low * 1.05:.1f}",
            "none",
            0.34 + 0.3 * mood.squint,
            line,
            1.4,
        ),
    ]
    if face.age > 0.3:
        parts.append(
            path(
                f"M {cx - side * w * 0.55:.1f} {cy + low + 8:.1f} C {cx - side * w * 0.1:.1f} {cy + low + 12:.1f} "
                f"{cx + side * w * 0.4:.1f} {cy + low + 11:.1f} {cx + side * w * 0.7:.1f} {cy + low + 7:.1f}",
                "none",
                0.14 + 0.26 * face.age,
                line,
                1.4,
            )
        )
    crow = max(0.0, face.age - 0.35) * (0.35 + 0.65 * mood.squint)
    if crow:
        x = outer[0] + side * 7
        parts += [
            path(f"M {x:.1f} {cy + dy * 0.5:.1f} L {x + side * 8:.1f} {cy + dy:.1f}", "none", crow, line, 1.3)
            for dy in (-6, 1, 8)
        ]
    return "".join(parts)


def brow(face: Face, mood: Mood, side: int) -> str:
    """One brow, with the fold beside it when both are drawn together; ``side`` as for ``eye``."""
    lift = 9 * mood.brow + (9 * mood.uneven if side > 0 else -3 * mood.uneven)
    cx, y = side * 36 + 7 * mood.turn, -27 - lift + 4 * mood.nod
    tone = hexed(mix(face.hair_colour, INK, 0.25))
    inner = (cx - side * (19 + 4.5 * mood.furrow), y + 2 - 9 * mood.slant + 3.5 * mood.furrow)
    outer = (cx + side * 24, y + 3.5 + 5 * mood.slant)
    arch = y - 6 - 2 * max(0.0, mood.brow) + 1.5 * mood.slant
    weight = 5.6 * face.brow
    parts = path(
        f"M {inner[0]:.1f} {inner[1] + weight * 0.45:.1f} "
        f"C {inner[0] + side * 2:.1f} {inner[1] - weight * 0.6:.1f} {cx + side * 2:.1f} {arch - weight * 0.4:.1f} "
        f"{outer[0]:.1f} {outer[1]:.1f} C {cx + side * 6:.1f} {arch + weight * 0.55:.1f} {cx - side * 4:.1f} "
        f"{arch + weight * 0.75 + 2:.1f} {inner[0]:.1f} {inner[1] + weight * 0.45:.1f} Z",
        tone,
        0.92,
        tone,
        1.0,
    )
    if mood.furrow > 0.3:
        x = side * 6 + 7 * mood.turn
        parts += path(
            f"M {x:.1f} {y + 2:.1f} C {x + side * 2:.1f} {y + 8:.1f} {x + side * 2:.1f} {y + 12:.1f} {x + side:.1f} {y + 15:.1f}",
            "none",
            (mood.furrow - 0.3) * 0.75,
            line_colour(face.skin),
            1.6,
        )
    return parts


def glasses(face: Face, mood: Mood) -> str:
    """The person's glasses, or nothing."""
    if face.glasses == "none":
        return ""
    x, y = 8 * mood.turn, 4 * mood.nod
    rim = "#4a3b33" if face.glasses == "round" else "#38373b"
    wide, high, radius = {"round": (27, 23, 21), "square": (28, 19, 7), "half": (27, 16, 10)}[face.glasses]
    parts = []
    for side in (-1, 1):
        cx = side * 36 + x
        parts.append(
            f'<rect x="{cx - wide:.1f}" y="{y + 2 - high:.1f}" width="{2 * wide}" height="{2 * high}" rx="{radius}" '
            f'fill="#ffffff" fill-opacity="0.10" stroke="{rim}" stroke-width="{1.9 if face.glasses == "half" else 2.8}"/>'
        )
        parts.append(
            path(
                f"M {cx + side * wide:.1f} {y - 3:.1f} L {side * (face.width + 1):.1f} {y - 7:.1f}",
                "none",
                1,
                rim,
                2.4,
            )
        )
        parts.append(
            path(
                f"M {cx - wide * 0.5:.1f} {y + 6:.1f} L {cx - wide * 0.1:.1f} {y - 8:.1f}",
                "none",
                0.35,
                "#ffffff",
                3,
            )
        )
    parts.append(
        path(
            f"M {x - 36 + wide:.1f} {y - 2:.1f} Q {x:.1f} {y - 8:.1f} {x + 36 - wide:.1f} {y - 2:.1f}",
            "none",
            1,
            rim,
            2.4,
        )
    )
    return "".join(parts)
