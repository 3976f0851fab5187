"""Moods as numbers: what brow, eyes, mouth, head and hands do, so that one mood can pass into another.

The signs are the same for everybody, and small: they are the tells that a trainee learns to read.
"""

from dataclasses import dataclass, fields
from typing import Final, Literal, TypeAlias

Hands: TypeAlias = Literal["clasped", "open", "crossed", "chin", "lap", "receiver"]


@dataclass(frozen=True, slots=True)
class Mood:
    """A face's answer. Numbers run from −1 to 1 around 0 = at rest, unless told otherwise.

    ``brow`` height · ``slant`` of the brows (1 inner ends up: hurt, −1 inner ends down: angry) · ``furrow``
    0–1 brows drawn together · ``uneven`` 0–1 one brow up · ``eyes`` 0–1.3 open · ``squint`` 0–1 lower lids
    up, as in a real smile · ``gaze_x``, ``gaze_y`` where they look (1 right, 1 down) · ``mouth`` corners ·
    ``parted`` 0–1 open · ``pursed`` 0–1 narrow · ``wry`` 0–1 one corner · ``tilt`` of the head in degrees
    (right) · ``turn`` of the head · ``nod`` 1 down · ``near`` leaning in 1, back −1 · ``shoulders`` up 1,
    dropped −1 · ``flush`` 0–1.
    """

    brow: float = 0.0
    slant: float = 0.0
    furrow: float = 0.0
    uneven: float = 0.0
    eyes: float = 1.0
    squint: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    mouth: float = 0.06
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


NEUTRAL: Final = Mood()

MOODS: Final[dict[str, Mood]] = {
    "neutral": NEUTRAL,
    "warm": Mood(
        brow=0.3, squint=0.62, mouth=0.85, tilt=3, near=0.25, flush=0.35, shoulders=-0.2, hands="open"
    ),
    "cold": Mood(
        brow=-0.4,
        slant=0.0,
        eyes=0.5,
        gaze_x=0.75,
        gaze_y=0.1,
        mouth=-0.16,
        pursed=0.0,
        tilt=0,
        turn=0.7,
        nod=-0.5,
        near=-0.8,
        shoulders=0.15,
        hands="lap",
    ),
    "hurt": Mood(
        brow=0.1,
        slant=1.15,
        furrow=0.45,
        eyes=0.66,
        gaze_x=-0.45,
        gaze_y=0.8,
        mouth=-0.55,
        pursed=0.35,
        tilt=-5,
        turn=-0.35,
        nod=0.85,
        near=-0.3,
        shoulders=0.25,
        hands="lap",
    ),
    "pleased": Mood(
        brow=0.6,
        eyes=0.72,
        squint=0.95,
        mouth=0.95,
        parted=0.55,
        tilt=3.5,
        near=0.4,
        flush=0.6,
        shoulders=-0.1,
        hands="open",
    ),
    "puzzled": Mood(
        brow=0.3,
        furrow=0.3,
        uneven=1.0,
        eyes=1.05,
        gaze_x=0.5,
        gaze_y=-0.45,
        mouth=0.0,
        wry=0.6,
        pursed=0.5,
        tilt=9,
        turn=0.2,
        near=0.1,
        hands="clasped",
        slant=0.35,
        parted=0.14,
    ),
    "angry": Mood(
        brow=-0.55,
        slant=-0.95,
        furrow=1.0,
        eyes=0.82,
        squint=0.25,
        mouth=-0.62,
        pursed=0.1,
        nod=0.3,
        near=0.15,
        shoulders=0.45,
        flush=0.3,
        hands="crossed",
    ),
    "relieved": Mood(
        brow=0.4,
        slant=0.55,
        eyes=0.34,
        squint=0.6,
        gaze_y=0.3,
        mouth=0.6,
        parted=0.12,
        pursed=0.12,
        tilt=-3,
        nod=0.2,
        shoulders=-0.6,
        flush=0.2,
        hands="clasped",
    ),
    "thoughtful": Mood(
        brow=0.05,
        furrow=0.35,
        slant=0.1,
        eyes=0.74,
        gaze_x=-0.8,
        gaze_y=0.45,
        mouth=-0.06,
        wry=0.2,
        pursed=0.3,
        tilt=-4.5,
        turn=-0.45,
        nod=0.2,
        hands="chin",
    ),
    "surprised": Mood(
        brow=1.0,
        slant=0.12,
        eyes=1.28,
        mouth=0.0,
        parted=0.5,
        pursed=0.65,
        nod=-0.2,
        near=-0.35,
        shoulders=0.35,
        hands="clasped",
    ),
}
"""The moods of the format, by name."""

_NUMBERS: Final = tuple(one.name for one in fields(Mood) if one.name != "hands")
_STEPS: Final = 16
"""Moods are drawn in sixteenths: fine enough for the eye, few enough to be remembered."""


def mood_of(name: str | None) -> Mood:
    """The mood of that name; neutral for a name this version does not know."""
    return MOODS.get(name or "neutral", NEUTRAL)


def blend(one: Mood, other: Mood, share: float) -> Mood:
    """The mood ``share`` (0–1) of the way from ``one`` to ``other``; the hands change half-way."""
    numbers = {
        name: getattr(one, name) + (getattr(other, name) - getattr(one, name)) * share for name in _NUMBERS
    }
    return Mood(**numbers, hands=(one if share < 0.5 else other).hands)  # noqa: PLR2004 - half-way


def eased(share: float) -> float:
    """``share`` 0–1 of a movement's time as 0–1 of its way: slow at both ends, as a body moves."""
    return share * share * (3 - 2 * share)


def stepped(mood: Mood) -> Mood:
    """The mood with its numbers rounded to what is drawn, so that near moods share one picture."""
    return Mood(**{name: round(getattr(mood, name) * _STEPS) / _STEPS for name in _NUMBERS}, hands=mood.hands)
