# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Eyes and brows in SVG; origin and units as in ``drawn_head``.

SDL_image knows no clip paths: what is seen of an iris between the lids is computed.
"""

import math
from bisect import bisect_left
from typing import Final, TypeAlias

from game.screens.colours import hexed, mix
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.strokes import INK, line_colour, path, shade_of

Point: TypeAlias = tuple[float, float]
Curve: TypeAlias = tuple[Point, Point, Point, Point]

_SAMPLES: Final = 8
_COSINES: Final = tuple(-math.cos(math.pi * n / 11) for n in range(12))
_SINES: Final = tuple(math.sin(math.pi * n / 11) for n in range(12))


def eye_at(face: Face, mood: Mood, side: int) -> tuple[float, float, float]:
    """Centre x, y and the share of width left of the eye on ``side``: the far one is narrower."""
    turn = mood.turn + face.turn
    far = 1 - 0.13 * max(0.0, side * turn)
    return side * face.eye_gap * far + 9 * turn, 4.5 * mood.nod, far


class _Opening:
    """The opening between the lids: two cubic curves from corner to corner, which an iris is cut by."""

    def __init__(self, upper: Curve, lower: Curve) -> None:
        self.upper, self.lower = _sampled(upper), _sampled(lower)
        self.left, self.right = self.upper[0][0], self.upper[-1][0]

    def disc(self, x: float, y: float, radius: float) -> str:
        """The path of what is seen of a disc."""
        across = [x + radius * c for c in _COSINES]
        half = [radius * s for s in _SINES]
        seen = [(px, h) for px, h in zip(across, half, strict=True) if self.left < px < self.right]
        over = [(px, min(max(y - h, _height(self.upper, px)), _height(self.lower, px))) for px, h in seen]
        under = [(px, max(min(y + h, _height(self.lower, px)), _height(self.upper, px))) for px, h in seen]
        return "M " + " L ".join(f"{px:.1f} {py:.1f}" for px, py in over + under[::-1]) + " Z" if seen else ""

    def holds(self, x: float, y: float, margin: float) -> bool:
        """Whether a light at a point lies between the lids."""
        return (
            self.left < x < self.right
            and _height(self.upper, x) < y - margin
            and y + margin < _height(self.lower, x)
        )


def _sampled(curve: Curve) -> list[Point]:
    """Points along a cubic curve, from left to right."""
    points = []
    for n in range(_SAMPLES + 1):
        t = n / _SAMPLES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append(
            tuple(a * curve[0][i] + b * curve[1][i] + c * curve[2][i] + d * curve[3][i] for i in (0, 1))
        )
    return sorted((x, y) for x, y in points)


def _text(*points: Point) -> str:
    return "C " + " ".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _height(points: list[Point], x: float) -> float:
    """The height of a sampled curve at ``x``."""
    at = min(max(1, bisect_left(points, (x, -1e9))), len(points) - 1)
    (ax, ay), (bx, by) = points[at - 1], points[at]
    return ay + (by - ay) * (x - ax) / (bx - ax) if bx > ax else ay


def _ball(face: Face, mood: Mood, at: Point, opening: _Opening) -> str:
    """Iris, pupil and two lights, as far as the lids leave them free."""
    x, y = at[0] + mood.gaze_x * 7.6, at[1] - 0.6 + mood.gaze_y * 4.6
    iris = face.iris
    parts = (
        path(opening.disc(x, y, 9.3), hexed(mix(iris, (0x12, 0x0C, 0x0A), 0.45)))
        + path(opening.disc(x, y + 1.4, 7.0), hexed(mix(iris, (0xFF, 0xE0, 0xB0), 0.16)))
        + path(opening.disc(x, y, 4.7), "#17100e")
    )
    for dx, dy, r, shine in ((3.1, -3.0, 2.4, 1.0), (-3.2, 3.2, 1.3, 0.5)):
        if opening.holds(x + dx, y + dy, r * 0.6):
            parts += f'<circle cx="{x + dx:.1f}" cy="{y + dy:.1f}" r="{r}" fill="#ffffff" opacity="{shine}"/>'
    return parts


def eye(face: Face, mood: Mood, side: int, blink: float) -> str:
    """One eye; ``side`` 1 is on the right of the picture. ``blink`` 0 open to 1 closed."""
    cx, cy, far = eye_at(face, mood, side)
    w = face.eye_width * far
    low = 6.0 * (1 - 0.66 * mood.squint)
    # The upper lid comes down over the eye; the lower one rises a little to meet it.
    opened = max(0.0, min(1.3, mood.eyes)) * (1 - blink)
    high = -0.9 * low + (face.eye + 0.9 * low) * opened
    drop = 1.6 * face.lid
    ix, iy, ox, oy = cx - side * w, cy + 3.2 + drop, cx + side * w, cy - 0.8 + face.eye_slant
    rise_in, rise_out = high * (1.22 - 0.14 * face.lid), high * (1.36 + 0.04 * face.lid)
    up: Curve = (
        (ix, iy),
        (cx - side * w * 0.56, cy - rise_in),
        (cx + side * w * 0.44, cy - rise_out),
        (ox, oy),
    )
    down: Curve = (
        (ox, oy),
        (cx + side * w * 0.5, cy + low * 1.36),
        (cx - side * w * 0.42, cy + low * 1.48),
        (ix, iy),
    )
    upper, back = _text(*up[1:]), _text(*down[1:])
    start = f"M {ix:.1f} {iy:.1f}"
    line, dark = hexed(mix(face.skin, INK, 0.8)), hexed(mix(face.skin, INK, 0.95))
    parts = []
    if opened > 0.08:
        parts += [
            path(f"{start} {upper} {back} Z", "#fbf7f0"),
            _ball(face, mood, (cx, cy), _Opening(up, down)),
            # The shadow of the upper lid and its lashes on the eye.
            path(
                f"{start} {upper} C {cx + side * w * 0.44:.1f} {cy - rise_out * 0.72:.1f} {cx - side * w * 0.5:.1f} {cy - rise_in * 0.66:.1f} {ix:.1f} {iy:.1f} Z",
                "#4a3a38",
                0.30,
            ),
        ]
    fold_y = (high * 0.9 if opened > 0.3 else high * 0.9 + (0.3 - opened) * 9) + 6.5 - 2.6 * face.lid
    fold = (
        f"M {cx - side * w * 0.74:.1f} {cy - fold_y * 0.62 - 1:.1f} C {cx - side * w * 0.3:.1f} {cy - fold_y - 1.5:.1f} "
        f"{cx + side * w * 0.45:.1f} {cy - fold_y - 2.4:.1f} {cx + side * w * 1.02:.1f} {cy - fold_y * 0.5 - 1.5 + face.eye_slant * 0.6:.1f}"
    )
    lid = f"{fold} L {ox:.1f} {oy:.1f} C {cx + side * w * 0.44:.1f} {cy - rise_out:.1f} {cx - side * w * 0.56:.1f} {cy - rise_in:.1f} {ix:.1f} {iy:.1f} Z"
    thick = 2.0 + 1.6 * face.lash
    tip = (
        ox + side * (1.6 + 2.4 * face.lash),
        oy - 0.4 - 1.8 * face.lash * opened + 1.4 * (1 - min(1.0, opened)),
    )
    lashes = (
        f"{start} C {cx - side * w * 0.56:.1f} {cy - rise_in:.1f} {cx + side * w * 0.44:.1f} {cy - rise_out:.1f} {tip[0]:.1f} {tip[1]:.1f} "
        f"C {cx + side * w * 0.52:.1f} {cy - rise_out - thick * 1.6:.1f} {cx - side * w * 0.5:.1f} {cy - rise_in - thick * 1.0:.1f} {ix:.1f} {iy:.1f} Z"
    )
    lower = (
        f"M {ox - side * 1.5:.1f} {oy + 2.2:.1f} C {cx + side * w * 0.5:.1f} {cy + low * 1.42:.1f} {cx:.1f} {cy + low * 1.5:.1f} "
        f"{cx - side * w * 0.45:.1f} {cy + low * 1.1:.1f}"
    )
    parts += [
        path(lid, shade_of(face), 0.26 + 0.12 * (1 - min(1.0, opened))),
        path(lashes, dark, 1, dark, 0.8),
        path(fold, "none", 0.5 - 0.34 * face.lid + 0.2 * max(0.0, face.age - 0.5), line, 1.4),
        path(lower, "none", 0.30 + 0.3 * mood.squint, line, 1.4),
    ]
    parts.append(_around(face, mood, (cx, cy), (ox, low, w), side))
    return "".join(parts)


def _around(
    face: Face, mood: Mood, at: tuple[float, float], eye_of: tuple[float, float, float], side: int
) -> str:
    """What years and smiles leave below and beside an eye."""
    (cx, cy), (ox, low, w), line = at, eye_of, hexed(mix(face.skin, INK, 0.7))
    bag = 0.03 + 0.26 * max(0.0, face.age - 0.2) + 0.22 * mood.squint
    parts = path(
        f"M {cx - side * w * 0.6:.1f} {cy + low + 7:.1f} C {cx - side * w * 0.1:.1f} {cy + low + 11.5:.1f} {cx + side * w * 0.45:.1f} {cy + low + 10.5:.1f} {cx + side * w * 0.8:.1f} {cy + low + 6:.1f}",
        "none",
        bag,
        line,
        1.4,
    )
    crow = max(0.0, face.age - 0.35) * (0.3 + 0.7 * mood.squint) + 0.16 * max(0.0, mood.squint - 0.5)
    if crow > 0.03:
        x = ox + side * 7
        feet = " ".join(
            f"M {x:.1f} {cy + dy * 0.5:.1f} L {x + side * 8:.1f} {cy + dy:.1f}" for dy in (-5, 1, 7)
        )
        parts += path(feet, "none", min(0.7, crow), line, 1.3)
    return parts


def brow(face: Face, mood: Mood, side: int) -> str:
    """One brow, with the fold beside it when both are drawn together; ``side`` as for ``eye``."""
    lift = 9.5 * mood.brow + (10 * mood.uneven if side > 0 else -3.5 * mood.uneven)
    x, _, far = eye_at(face, mood, side)
    cx, y = x + side, -25.5 + face.brow_y - lift + 4.5 * mood.nod
    tone = hexed(mix(face.hair_colour, INK, 0.3))
    inner = (cx - side * (19 * far + 5 * mood.furrow), y + 2.4 - 10 * mood.slant + 4 * mood.furrow)
    outer = (cx + side * 24 * far, y + 3.5 - 1.5 * face.brow_arch + 5.5 * mood.slant)
    arch = y - 5 - 3.4 * face.brow_arch - 2 * max(0.0, mood.brow) + 1.5 * mood.slant
    weight = 5.4 * face.brow
    parts = path(
        f"M {inner[0]:.1f} {inner[1] + weight * 0.5:.1f} C {inner[0] + side * 1.5:.1f} {inner[1] - weight * 0.6:.1f} "
        f"{cx + side * 3:.1f} {arch - weight * 0.42:.1f} {outer[0]:.1f} {outer[1]:.1f} "
        f"C {cx + side * 8:.1f} {arch + weight * 0.5:.1f} {cx - side * 4:.1f} {arch + weight * 0.8 + 2:.1f} {inner[0]:.1f} {inner[1] + weight * 0.5:.1f} Z",
        tone,
        0.92,
        tone,
        0.8,
    )
    if mood.furrow > 0.3:
        fx = side * 6 + 9 * (mood.turn + face.turn)
        parts += path(
            f"M {fx:.1f} {y + 2:.1f} C {fx + side * 2:.1f} {y + 8:.1f} {fx + side * 2:.1f} {y + 12:.1f} {fx + side:.1f} {y + 15:.1f}",
            "none",
            (mood.furrow - 0.3) * 0.75,
            line_colour(face.skin),
            1.7,
        )
    return parts
