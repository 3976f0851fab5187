# ruff: noqa: E501, PLR2004 - the numbers and the length of a drawn line are the drawing
"""Arms in SVG, laid over trunk and table; origin and units as in ``drawn_head``."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from game.screens.colours import hexed, mix
from game.screens.people.drawn_body import SHOULDER_Y
from game.screens.people.drawn_hands import giving, holding, phone_in_hand, pondering, resting
from game.screens.people.drawn_head import darkskin
from game.screens.people.face import Face
from game.screens.people.moods import Mood
from game.screens.people.poses import Arm, Grip, pose_of
from game.screens.people.strokes import (
    CREASE,
    LEFT_SHADE,
    OUTLINE,
    RIGHT_LIGHT,
    darker,
    lighter,
    line_colour,
    path,
    shade_of,
)

_CUFFED: Final = frozenset({"suit", "jacket", "coat"})
"""Clothes under whose sleeves the shirt's cuff shows."""

Point = tuple[float, float]


def _to(start: Point, way: Point, length: float) -> Point:
    return start[0] + way[0] * length, start[1] + way[1] * length


def _unit(start: Point, end: Point) -> Point:
    x, y = end[0] - start[0], end[1] - start[1]
    length = math.hypot(x, y) or 1.0
    return x / length, y / length


def _text(*points: Point) -> str:
    return " ".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _build(face: Face) -> float:
    """How strong the wrists are, around 1."""
    return 0.62 + 0.011 * face.neck


_HANDS: Final[dict[Grip, Callable[[Face, float], str]]] = {
    "rest": resting,
    "give": giving,
    "hold": holding,
    "fist": pondering,
    "phone": phone_in_hand,
}


class _Limb:
    """The outline of one sleeve from shoulder to wrist, its light side and its folds."""

    def __init__(self, face: Face, arm: Arm, side: int, rise: float) -> None:
        s, build = face.shoulders, _build(face)
        self.side = side
        self.top: Point = (side * (s + 4), SHOULDER_Y + rise)
        self.pit: Point = (side * s * 0.76, 262 + rise)
        self.elbow, self.wrist = arm.elbow, arm.wrist
        self.thick = s * 0.155
        self.slim = 19.5 * build
        middle = ((self.top[0] + self.pit[0]) / 2, (self.top[1] + self.pit[1]) / 2)
        self.down = _unit(middle, self.elbow)
        self.along = _unit(self.elbow, self.wrist)

    def _out(self, way: Point) -> Point:
        return way[1] * self.side, -way[0] * self.side

    def outline(self) -> tuple[str, str]:
        """The whole outline to be filled, and the open line drawn around it."""
        out, on, thick = self._out(self.down), self._out(self.along), self.thick
        above, below = _to(self.elbow, out, thick), _to(self.elbow, on, thick)
        turn = (self.down[0] * self.along[1] - self.down[1] * self.along[0]) * self.side
        sweep = int((turn > 0) == (self.side > 0))
        inner = _unit((0, 0), (-out[0] - on[0], -out[1] - on[1])) if turn > 0.05 else (-out[0], -out[1])
        bend = math.sqrt(max(0.12, (1 + self.down[0] * self.along[0] + self.down[1] * self.along[1]) / 2))
        crook = _to(self.elbow, inner, min(thick / bend, thick * 1.5))
        outer_wrist, inner_wrist = _to(self.wrist, on, self.slim), _to(self.wrist, on, -self.slim)
        rise = _to(above, self.down, -26)
        shoulder = f"C {_text((self.top[0] + self.side * 2, self.top[1] + 26), rise, above)}"
        around = f"A {thick:.1f} {thick:.1f} 0 0 {sweep} {_text(below)}"
        fore = f"C {_text(_to(below, self.along, 34), _to(outer_wrist, self.along, -34), outer_wrist)}"
        back = f"Q {_text(_to(crook, self.along, 16), crook)} Q {_text(_to(crook, self.down, -16), self.pit)}"
        start = f"M {_text(self.top)} {shoulder} {around} {fore}"
        filled = f"{start} L {_text(inner_wrist)} {back} L {self.pit[0] - self.side * 8:.1f} {self.top[1] - 20:.1f} Z"
        return filled, f"{start} M {_text(inner_wrist)} {back}"

    def forearm(self) -> tuple[str, str]:
        """The part from the elbow on: to be filled, and the open line around it."""
        on, along = self._out(self.along), self.along
        below, above = _to(self.elbow, on, self.thick), _to(self.elbow, on, -self.thick)
        outer, inner = _to(self.wrist, on, self.slim), _to(self.wrist, on, -self.slim)
        fore = f"M {_text(below)} C {_text(_to(below, along, 34), _to(outer, along, -34), outer)}"
        back = f"C {_text(_to(inner, along, -34), _to(above, along, 34), above)}"
        return f"{fore} L {_text(inner)} {back} Z", f"{fore} M {_text(inner)} {back}"

    def shade(self) -> str:
        """The side of the sleeve turned from the light: along the outside on the left, below on the right."""
        out, on, thick = self._out(self.down), self._out(self.along), self.thick
        below, outer_wrist = _to(self.elbow, on, thick - 1), _to(self.wrist, on, self.slim - 1)
        mid_wrist, mid_elbow = _to(self.wrist, on, self.slim * 0.25), _to(self.elbow, on, thick * 0.1)
        if self.side > 0:
            return (
                f"M {_text(below)} C {_text(_to(below, self.along, 34), _to(outer_wrist, self.along, -34), outer_wrist)} "
                f"L {_text(mid_wrist)} Q {_text(_to(mid_elbow, self.along, 24), below)} Z"
            )
        above, rise = _to(self.elbow, out, thick - 1), _to(self.elbow, out, thick * 0.2)
        turn = (self.down[0] * self.along[1] - self.down[1] * self.along[0]) * self.side
        sweep = int((turn > 0) == (self.side > 0))
        return (
            f"M {_text(self.top)} C {_text((self.top[0] + self.side * 2, self.top[1] + 26), _to(above, self.down, -26), above)} "
            f"A {thick:.1f} {thick:.1f} 0 0 {sweep} {_text(below)} "
            f"C {_text(_to(below, self.along, 34), _to(outer_wrist, self.along, -34), outer_wrist)} L {_text(mid_wrist)} "
            f"Q {_text(_to(mid_elbow, self.along, 10), rise)} Q {_text(_to(rise, self.down, -50), self.top)} Z"
        )

    def folds(self) -> str:
        """Creases where the sleeve bends, and the seam of the sleeve."""
        k, (ex, ey) = self.side, self.elbow
        inward = _unit((0, 0), (-self._out(self.down)[0], -self._out(self.down)[1]))
        crook = _to(self.elbow, inward, self.thick * 0.72)
        one, two = _to(crook, self.down, -12), _to(crook, self.along, 8)
        return (
            f"M {_text(one)} q {k * 9:.0f} 4 {k * 20:.0f} 0 M {_text(two)} q {k * 8:.0f} 8 {k * 18:.0f} 9 "
            f"M {ex + k * self.thick * 0.5:.1f} {ey - 44:.1f} q {-k * 4} 12 {-k * 14} 18 "
            f"M {self.top[0] - k * 20:.1f} {self.top[1] - 22:.1f} C {self.top[0] - k * 32:.1f} {self.top[1] - 4:.1f} {self.pit[0] - k * 2:.1f} {self.top[1] + 18:.1f} {_text(self.pit)}"
        )


def _cuff(face: Face, limb: _Limb) -> str:
    """The end of the sleeve: a shirt's cuff that shows, or the hem."""
    angle = math.degrees(math.atan2(limb.along[1], limb.along[0]))
    half = limb.slim
    if face.clothes in _CUFFED:
        fill = face.inner
        d = f"M -3 {-half + 1.5:.1f} L 6 {-half + 2.5:.1f} Q 9 0 6 {half - 2.5:.1f} L -3 {half - 1.5:.1f} Z"
        hem = f"M -3 {-half:.1f} Q 1 0 -3 {half:.1f}"
    else:
        fill = mix(face.cloth, (0xFF, 0xF6, 0xE6), 0.10)
        d = f"M -12 {-half - 0.5:.1f} L 1 {-half:.1f} Q 4 0 1 {half:.1f} L -12 {half + 0.5:.1f} Q -9 0 -12 {-half - 0.5:.1f} Z"
        hem = ""
    body = path(d, hexed(fill), 1, line_colour(fill), 1.9)
    if hem:
        body += path(hem, "none", 1, line_colour(face.cloth), OUTLINE)
    return f'<g transform="translate({limb.wrist[0]:.1f} {limb.wrist[1]:.1f}) rotate({angle:.1f})">{body}</g>'


def _hand(face: Face, arm: Arm, side: int) -> str:
    build = 1.26 * _build(face)
    if arm.grip == "none":
        return ""
    drawing = _HANDS[arm.grip](face, arm.curl)
    # A hand lying points inward: on the left of the picture to the right.
    flip = side if arm.grip == "phone" else -side
    x, y = arm.wrist
    return f'<g transform="translate({x:.1f} {y:.1f}) scale({flip * build:.3f} {build:.3f}) rotate({arm.angle:.1f})">{drawing}</g>'


def _one(face: Face, arm: Arm, side: int, rise: float, *, table: bool) -> str:
    grounded = table and arm.wrist[1] > 330 and not arm.under
    shadow = ""
    if grounded:
        (ex, ey), (wx, wy) = arm.elbow, arm.wrist
        reach = wx - side * 66
        shadow = path(
            f"M {ex + side * 34:.1f} {ey + 14:.1f} C {ex:.1f} {ey + 44:.1f} {wx:.1f} {wy + 34:.1f} {reach:.1f} {wy + 20:.1f} "
            f"C {wx:.1f} {wy + 10:.1f} {ex:.1f} {ey:.1f} {ex + side * 34:.1f} {ey + 14:.1f} Z",
            "#2c1a0c",
            0.26,
        )
    elif table and not arm.under and arm.elbow[1] > 318:
        (ex, ey) = arm.elbow
        shadow = f'<ellipse cx="{ex * 0.97:.1f}" cy="{ey + 21:.1f}" rx="{face.shoulders * 0.19:.1f}" ry="8" fill="#2c1a0c" opacity="0.24"/>'
    return shadow + _hand(face, arm, side) + _sleeve(face, arm, side, rise)


def _sleeve(face: Face, arm: Arm, side: int, rise: float) -> str:
    """The clothed arm to its cuff; below a rolled sleeve the bare one."""
    bare, limb = "", _Limb(face, arm, side, rise)
    if face.rolled:
        limb.slim *= 0.86
        limb.thick *= 0.82
        filled, edge = limb.forearm()
        tone = darkskin(face) if side < 0 else hexed(face.skin)
        bare = (
            path(filled, tone)
            + path(limb.shade(), shade_of(face), 0.4)
            + path(edge, "none", 1, line_colour(face.skin), 2.2)
        )
        (ex, ey), (wx, wy) = arm.elbow, arm.wrist
        limb = _Limb(face, replace(arm, wrist=(ex + (wx - ex) * 0.34, ey + (wy - ey) * 0.34)), side, rise)
        limb.slim = limb.thick * 0.92
    filled, edge = limb.outline()
    tone = darker(face.cloth, LEFT_SHADE) if side < 0 else lighter(face.cloth, RIGHT_LIGHT)
    return (
        bare
        + path(filled, tone)
        + path(limb.shade(), darker(face.cloth, 0.42), 0.34)
        + path(edge, "none", 1, line_colour(face.cloth), OUTLINE)
        + path(limb.folds(), "none", 0.42, line_colour(face.cloth), CREASE)
        + (_cuff(face, limb) if face.rolled or arm.grip != "none" else "")
    )


def arms(
    face: Face, mood: Mood, *, under: bool, rise: float = 0.0, breath: float = 0.0, table: bool = True
) -> str:
    """Both arms with their hands: those before the table, or those ``under`` it, which it covers.

    ``rise`` is how much lower the shoulders are, ``breath`` how many units a breath lifts what floats,
    ``table`` whether they lie on one and throw their shadow there.
    """
    left, right = pose_of(face, mood)
    pairs = [
        (replace(arm, wrist=(arm.wrist[0], arm.wrist[1] - breath * arm.afloat)), side)
        for arm, side in ((left, -1), (right, 1))
        if arm.under is under
    ]
    pairs.sort(key=lambda pair: pair[0].front)
    return "".join(_one(face, arm, side, rise, table=table) for arm, side in pairs)
