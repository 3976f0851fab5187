# ruff: noqa: E501 - the numbers and the length of a drawn line are the drawing
"""Glasses in SVG; origin and units as in ``drawn_head``."""

from game.screens.people.drawn_eyes import eye_at
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import path

_RIMS = {"round": "#5a463a", "square": "#2e2d31", "half": "#7a7470", "thin": "#6a6258"}
_LENSES = {
    "round": (25.0, 22.5, 22.0),
    "square": (27.5, 18.5, 7.0),
    "half": (25.5, 15.0, 9.0),
    "thin": (26.0, 18.0, 14.0),
}
"""Half width, half height, radius of the corners."""


def glasses(face: Face, mood: Mood) -> str:
    """The person's glasses, or nothing. They sit low enough to leave the brows free."""
    if face.glasses == "none":
        return ""
    rim, (wide, high, radius) = _RIMS[face.glasses], _LENSES[face.glasses]
    weight = 2.8 if face.glasses in {"round", "square"} else 1.9
    parts, bridge = [], []
    for side in (-1, 1):
        x, y, far = eye_at(face, mood, side)
        cx, cy, half = x + side, y + 3.5, wide * far
        top = cy - high
        parts.append(
            f'<rect x="{cx - half:.1f}" y="{top:.1f}" width="{2 * half:.1f}" height="{2 * high:.1f}" rx="{radius * far:.1f}" '
            f'fill="#ffffff" fill-opacity="0.09" stroke="{rim}" stroke-width="{weight}"/>'
        )
        if face.glasses == "half":
            # Half rims: the lower edge is only glass.
            parts.append(
                path(
                    f"M {cx - half:.1f} {top + 7:.1f} Q {cx - half:.1f} {top:.1f} {cx - half + 8:.1f} {top:.1f} L {cx + half - 8:.1f} {top:.1f} Q {cx + half:.1f} {top:.1f} {cx + half:.1f} {top + 7:.1f}",
                    "none",
                    1,
                    "#4a4644",
                    2.8,
                )
            )
        temple = f"M {cx + side * half:.1f} {cy - 6:.1f} L {side * (face.width - 1):.1f} {cy - 10:.1f}"
        glint = f"M {cx - half * 0.55:.1f} {cy + 3:.1f} L {cx - half * 0.15:.1f} {cy - high * 0.62:.1f}"
        parts += [path(temple, "none", 1, rim, 2.4), path(glint, "none", 0.32, "#ffffff", 3)]
        bridge.append((cx - side * half, cy - 4))
    (ax, ay), (bx, by) = bridge
    return "".join(parts) + path(
        f"M {ax:.1f} {ay:.1f} Q {(ax + bx) / 2:.1f} {ay - 6:.1f} {bx:.1f} {by:.1f}",
        "none",
        1,
        rim,
        max(2.2, weight),
    )
