"""Where elbows, wrists and hands are: the poses as joints, so that one can pass into another.

Units and origin as in ``drawn_head``; x grows to the right of the picture.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from game.screens.people.face import Face
from game.screens.people.moods import Between, Hands, Mood

Grip: TypeAlias = Literal["rest", "give", "fist", "hold", "phone", "none"]
"""How a hand is drawn: lying, offered, closed at the chin, around the other arm, around a receiver."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm of a pose.

    ``elbow`` and ``wrist`` as x, y · ``angle`` of the hand in degrees, 0 inward, 90 down · ``curl`` 0–1 of
    the fingers · ``under`` behind the table · ``front`` drawn over the other arm · ``afloat`` 0–1: how much
    of it is carried by the breathing trunk and not by the table.
    """

    elbow: tuple[float, float]
    wrist: tuple[float, float]
    angle: float
    curl: float = 0.3
    grip: Grip = "rest"
    under: bool = False
    front: bool = False
    afloat: float = 0.0


Pair: TypeAlias = tuple[Arm, Arm]
"""The arm on the left of the picture, and the one on the right."""

_HALF: Final = 0.5


def _at_rest(face: Face, hands: Hands) -> Pair:
    """Both arms in one of the poses of a mood."""
    s, w, chin = face.shoulders, face.width, face.chin_y
    lying_right = Arm((s + 1, 330), (66, 350), 12, 0.25, front=True)
    apart = 62 + 0.26 * s
    if hands == "open":
        return (
            Arm((-s - 2, 328), (-apart, 344), -14, 0.0, "give"),
            Arm((s + 2, 328), (apart, 344), -14, 0.0, "give"),
        )
    if hands == "ask":
        return (
            Arm((-s - 1, 330), (-66, 356), 4, 0.35),
            Arm((s + 2, 330), (s * 0.74, 290), -48, 0.0, "give", front=True, afloat=0.4),
        )
    if hands == "heart":
        return (
            Arm((-s + 2, 322), (-30, 254), -12, 0.12, front=True, afloat=0.8),
            replace(lying_right, wrist=(58, 354), front=False),
        )
    if hands == "raised":
        return (
            Arm((-s - 1, 330), (-s * 0.66, 306), -40, 0.0, "give", afloat=0.4),
            Arm((s + 1, 330), (s * 0.66, 306), -40, 0.0, "give", afloat=0.4),
        )
    if hands == "crossed":
        return (
            Arm((2 - s, 308), (s * 0.40, 264), -8, 0.4, "hold", front=True, afloat=0.8),
            Arm((s - 2, 306), (-s * 0.85, 296), -12, 0.4, "none", afloat=0.8),
        )
    if hands == "chin":
        return (
            Arm((-s * 0.86, 338), (-44, chin + 62), 2, 0.6, "fist", front=True, afloat=0.5),
            replace(lying_right, wrist=(2, 356), front=False),
        )
    if hands == "receiver":
        return (
            Arm((-s - 1, 330), (-66, 352), 10, 0.25),
            Arm((s + 2, 300), (w + 32, chin + 20), 0, 0.6, "phone", front=True, afloat=0.8),
        )
    if hands == "lap":
        return (
            Arm((-s, 340), (-64, 396), 14, 0.4, under=True, afloat=0.5),
            Arm((s, 340), (64, 396), 14, 0.4, under=True, afloat=0.5),
        )
    if hands == "down":
        return (
            Arm((-s - 4, 352), (-s + 4, 500), 90, 0.4, under=True, afloat=1.0),
            Arm((s + 4, 352), (s - 4, 500), 90, 0.4, under=True, afloat=1.0),
        )
    return (Arm((-s - 1, 330), (-62, 357), 2, 0.35), lying_right)


def _mirrored(pair: Pair) -> Pair:
    """The same pose with the other hand leading."""
    left, right = pair

    def turned(arm: Arm) -> Arm:
        return replace(arm, elbow=(-arm.elbow[0], arm.elbow[1]), wrist=(-arm.wrist[0], arm.wrist[1]))

    return turned(right), turned(left)


def _posed(face: Face, hands: Hands) -> Pair:
    """A pose as this person takes it. A hand laid on the heart is the right one, whoever it is."""
    pair = _at_rest(face, hands)
    return _mirrored(pair) if face.left_handed and hands not in {"heart", "receiver"} else pair


def _between(one: Arm, other: Arm, way: float) -> Arm:
    """``way`` 0–1 from one to the other; how the hand is drawn changes half-way, while it moves."""

    def mid(a: float, b: float) -> float:
        return a + (b - a) * way

    ((ax, ay), (bx, by)), ((cx, cy), (dx, dy)) = (one.elbow, other.elbow), (one.wrist, other.wrist)
    wrist = (mid(cx, dx), mid(cy, dy))
    if one.under is not other.under:
        # Over the table's far edge: the hand is drawn back to it first, and goes down behind it.
        edge = (mid(cx, dx), 322.0)
        near, share = (one.wrist, way / _HALF) if way < _HALF else (other.wrist, (1 - way) / _HALF)
        wrist = (near[0] + (edge[0] - near[0]) * share, near[1] + (edge[1] - near[1]) * share)
    later = other if way >= _HALF else one
    return replace(
        later,
        elbow=(mid(ax, bx), mid(ay, by)),
        wrist=wrist,
        angle=mid(one.angle, other.angle),
        curl=mid(one.curl, other.curl),
        afloat=mid(one.afloat, other.afloat),
    )


def _came_from(face: Face, start: Hands | Between) -> Pair:
    if not isinstance(start, Between):
        return _posed(face, start)
    one, other = _posed(face, start.start), _posed(face, start.end)
    return _between(one[0], other[0], start.way), _between(one[1], other[1], start.way)


def pose_of(face: Face, mood: Mood) -> Pair:
    """The arms of a person in a mood, also on their way from one pose to the next."""
    there = _posed(face, mood.hands)
    if mood.hands_from is None or mood.way >= 1:
        return there
    here = _came_from(face, mood.hands_from)
    return _between(here[0], there[0], mood.way), _between(here[1], there[1], mood.way)


_ABOVE: Final[dict[Grip, float]] = {"rest": 44, "give": 120, "hold": 60, "fist": 96, "phone": 196, "none": 40}
"""How far a hand may reach above its wrist, however large it is drawn."""


def highest(pair: Pair) -> float:
    """The height of whatever reaches highest of the hands of a pose."""
    return min(arm.wrist[1] - _ABOVE[arm.grip] for arm in pair)
