"""Moods as numbers: what brow, eyes, mouth, head and hands do, so that one mood can pass into another.

The signs are the same for everybody, and small: they are the tells that a trainee learns to read.
"""

from dataclasses import dataclass, fields, replace
from typing import Final, Literal, TypeAlias

Hands: TypeAlias = Literal[
    "clasped", "open", "ask", "heart", "raised", "crossed", "chin", "lap", "down", "receiver"
]


@dataclass(frozen=True, slots=True)
class Between:
    """Hands cut short on their way: ``way`` 0–1 of it from ``start`` to ``end``."""

    start: Hands
    end: Hands
    way: float


@dataclass(frozen=True, slots=True)
class Mood:
    """A face's answer. Numbers run from −1 to 1 around 0 = at rest, unless told otherwise.

    ``brow`` height · ``slant`` of the brows (1 inner ends up: hurt, −1 inner ends down: angry) · ``furrow``
    0–1 brows drawn together · ``uneven`` 0–1 one brow up · ``eyes`` 0–1.3 open · ``squint`` 0–1 lower lids
    up, as in a real smile · ``gaze_x``, ``gaze_y`` where they look (1 right, 1 down) · ``mouth`` corners ·
    ``parted`` 0–1 open · ``pursed`` 0–1 narrow · ``wry`` 0–1 one corner · ``tilt`` of the head in degrees
    (right) · ``turn`` of the head · ``nod`` 1 down · ``near`` leaning in 1, back −1 · ``shoulders`` up 1,
    dropped −1 · ``flush`` 0–1 · ``hands`` the pose, ``way`` 0–1 of the way to it from ``hands_from``.
    """

    brow: float = 0.0
    slant: float = 0.0
    furrow: float = 0.0
    uneven: float = 0.0
    eyes: float = 0.94
    squint: float = 0.1
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    mouth: float = 0.14
    parted: float = 0.0
    pursed: float = 0.0
    wry: float = 0.0
    tilt: float = 0.0
    turn: float = 0.0
    nod: float = 0.0
    near: float = 0.0
    shoulders: float = 0.0
    flush: float = 0.0
    hands: Hands = "clasped"
    hands_from: "Hands | Between | None" = None
    way: float = 1.0


NEUTRAL: Final = Mood()

MOODS: Final[dict[str, Mood]] = {
    "neutral": NEUTRAL,
    "warm": Mood(
        brow=0.25, squint=0.55, mouth=0.8, tilt=4, near=0.35, flush=0.35, shoulders=-0.2, hands="open"
    ),
    "cold": Mood(
        brow=-0.4,
        eyes=0.5,
        gaze_x=0.72,
        gaze_y=0.08,
        mouth=-0.3,
        turn=-0.7,
        nod=-0.6,
        near=-1.0,
        shoulders=0.1,
        hands="lap",
    ),
    "hurt": Mood(
        brow=0.15,
        slant=1.15,
        furrow=0.4,
        eyes=0.62,
        gaze_x=-0.4,
        gaze_y=0.85,
        mouth=-0.6,
        pursed=0.3,
        tilt=-6,
        turn=-0.4,
        nod=1.0,
        near=-0.25,
        shoulders=-0.3,
        hands="lap",
    ),
    "pleased": Mood(
        brow=0.55,
        eyes=0.72,
        squint=0.95,
        mouth=1.0,
        parted=0.55,
        tilt=2,
        near=0.6,
        flush=0.6,
        shoulders=0.15,
        hands="open",
    ),
    "puzzled": Mood(
        brow=0.15,
        furrow=0.3,
        uneven=1.0,
        eyes=1.04,
        gaze_x=0.45,
        gaze_y=-0.5,
        mouth=-0.05,
        wry=0.55,
        pursed=0.45,
        tilt=9,
        turn=0.3,
        near=0.1,
        shoulders=0.2,
        hands="ask",
    ),
    "angry": Mood(
        brow=-0.6,
        slant=-1.0,
        furrow=1.0,
        eyes=0.84,
        squint=0.3,
        mouth=-0.7,
        pursed=0.1,
        nod=0.45,
        near=0.3,
        shoulders=0.5,
        flush=0.4,
        hands="crossed",
    ),
    "relieved": Mood(
        brow=0.5,
        slant=0.6,
        eyes=0.22,
        squint=0.5,
        gaze_y=0.3,
        mouth=0.5,
        parted=0.22,
        pursed=0.25,
        tilt=-4,
        nod=-0.35,
        near=-0.35,
        shoulders=-0.9,
        flush=0.2,
        hands="heart",
    ),
    "thoughtful": Mood(
        brow=0.0,
        furrow=0.45,
        slant=0.05,
        eyes=0.8,
        gaze_x=-0.75,
        gaze_y=-0.6,
        mouth=-0.08,
        wry=-0.2,
        pursed=0.35,
        tilt=-5,
        turn=-0.5,
        nod=0.1,
        hands="chin",
    ),
    "surprised": Mood(
        brow=1.05,
        slant=0.1,
        eyes=1.3,
        mouth=0.0,
        parted=0.62,
        pursed=0.7,
        nod=-0.25,
        near=-0.6,
        shoulders=0.7,
        hands="raised",
    ),
}
"""The moods of the format, by name."""

_NUMBERS: Final = tuple(
    one.name for one in fields(Mood) if not one.name.startswith("hands") and one.name != "way"
)
_STEPS: Final = 16
"""Moods are drawn in sixteenths: fine enough for the eye, few enough to be remembered."""

_AT_REST: Final = frozenset(MOODS.values())


def mood_of(name: str | None) -> Mood:
    """The mood of that name; neutral for a name this version does not know."""
    return MOODS.get(name or "neutral", NEUTRAL)


def blend(one: Mood, other: Mood, share: float) -> Mood:
    """The mood ``share`` (0–1) of the way from ``one`` to ``other``; the arms move along."""
    numbers = {
        name: getattr(one, name) + (getattr(other, name) - getattr(one, name)) * share for name in _NUMBERS
    }
    if one.hands_from is None or one.way >= 1:
        if one.hands == other.hands or share >= 1:
            return Mood(**numbers, hands=other.hands)
        return Mood(**numbers, hands=other.hands, hands_from=one.hands, way=share) if share > 0 else one
    if share >= 1:
        return Mood(**numbers, hands=other.hands)
    # Cut short on their way, they go on from where they are; cut short twice, from the nearest they were to.
    start = one.hands_from if isinstance(one.hands_from, str) else one.hands_from.end
    return Mood(**numbers, hands=other.hands, hands_from=Between(start, one.hands, one.way), way=share)


def stepped(mood: Mood) -> Mood:
    """The mood with its numbers rounded to what is drawn, so that near moods share one picture."""
    numbers = {name: round(getattr(mood, name) * _STEPS) / _STEPS for name in _NUMBERS}
    way, came = round(mood.way * _STEPS) / _STEPS, mood.hands_from
    if came is None or way >= 1:
        return Mood(**numbers, hands=mood.hands)
    if isinstance(came, Between):
        came = Between(came.start, came.end, round(came.way * _STEPS) / _STEPS)
    return Mood(**numbers, hands=mood.hands, hands_from=came, way=way)


def standing(mood: Mood) -> Mood:
    """The mood of somebody without a table before them: hands that would lie in the lap hang down."""

    def down(hands: Hands) -> Hands:
        return "down" if hands == "lap" else hands

    came = mood.hands_from
    if isinstance(came, Between):
        came = Between(down(came.start), down(came.end), came.way)
    elif came is not None:
        came = down(came)
    return replace(mood, hands=down(mood.hands), hands_from=came)


def halting(mood: Mood) -> Mood:
    """The mood as a slow line shows it: what is on its way comes in few steps, what is at rest whole."""
    if mood in _AT_REST:
        return mood
    coarse = {name: 3.0 if name == "tilt" else 0.5 for name in (*_NUMBERS, "way")}
    return replace(mood, **{name: round(getattr(mood, name) / step) * step for name, step in coarse.items()})
