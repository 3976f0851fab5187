"""Every sound by its name, finished: as loud as its kind is to be, ready for the speaker."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.screens.sound import machines, papers, rooms, voices
from game.screens.sound.level import both_sides, finished, mixed_down, scaled, steady_loudness
from game.screens.sound.sound import Kind, Thing
from game.screens.sound.voice import Voice
from game.screens.sound.waves import Wave

_THINGS: Final[dict[Thing, tuple[Callable[[int], Wave], float, float]]] = {
    "paper": (papers.paper, -29.0, 0.0),
    "page": (papers.page, -29.0, 0.1),
    "pen": (papers.pen, -32.0, -0.25),
    "phone": (machines.phone, -27.0, -0.15),
    "printer": (machines.printer, -34.0, 0.1),
    "stamp": (machines.stamp, -29.5, 0.0),
    "leaf": (papers.leaf, -34.0, 0.0),
    "focus": (machines.focus, -39.0, 0.0),
    "pick": (machines.pick, -33.0, 0.0),
}
"""What makes it, its loudness at full volume in dB(A), and to which side it leans (−1 left … 1 right)."""

VOICE_LEVEL: Final = -32.0
"""dB(A) of the loudest sign of every voice, at full volume."""

ROOM_LEVEL: Final = -48.0
"""dB(A) of every room, at full volume: one notices it when it is gone."""

_VOICE_LEAN: Final = -0.2
"""The person sits on the left of the sheet."""


def thing(name: Thing, take: int = 0) -> Wave:
    """The sound of a thing, ``(samples, 2)``."""
    make, level, lean = _THINGS[name]
    return both_sides(finished(make(take), level), lean)


def voice(of: Voice, variant: int) -> Wave:
    """One sign of a voice, ``(samples, 2)``."""
    level = VOICE_LEVEL - voices.softer(variant)
    return both_sides(finished(voices.sign(of, variant), level), _VOICE_LEAN)


def room(place: str) -> Wave:
    """The hush of a place, ``(rooms.COUNT, 2)`` at the rate ``rooms.SLOW``, for going round."""
    made = rooms.room(place)
    return scaled(made, ROOM_LEVEL - steady_loudness(made, rooms.SLOW))


def rendered(kind: Kind, name: "str | Voice", variant: int, *, mono: bool) -> bytes:
    """A sound by kind and name (a place, the name of a thing, a ``Voice``), as the mixer takes it."""
    if isinstance(name, Voice):
        return sampled(voice(name, variant), mono=mono).tobytes()
    if kind == "room":
        return sampled_room(room(name), mono=mono).tobytes()
    return sampled(thing(name, variant), mono=mono).tobytes()  # type: ignore[arg-type]


def sampled(wave: Wave, *, mono: bool) -> NDArray[np.int16]:
    """A wave as the mixer takes it: 16 bits a sample, ``(samples, 2)``; ``mono``: both sides alike."""
    return _whole(mixed_down(wave) if mono else wave)


def sampled_room(wave: Wave, *, mono: bool) -> NDArray[np.int16]:
    """A room as the mixer takes it: at full rate, one side after the other to save memory."""
    sides = mixed_down(wave) if mono else wave
    return np.stack([_whole(rooms.at_full_rate(sides[:, side])) for side in (0, 1)], axis=1)


def _whole(wave: Wave) -> NDArray[np.int16]:
    return np.clip(np.rint(wave * 32767), -32768, 32767).astype(np.int16)
