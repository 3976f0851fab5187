"""How quiet a place is: the hush of each, twelve seconds that go round without a seam, left and right.

They are made at a quarter of the rate, since there is nothing high in them, and brought to full rate.
"""

from collections.abc import Callable
from typing import Final

import numpy as np

from game.screens.sound.waves import RATE, Wave, noise, quicker, ring, samples, swell, wrapped

_QUARTER: Final = 4
SLOW: Final = RATE // _QUARTER
"""Samples a second while a room is being made."""

COUNT: Final = 2**17
"""Samples of a room while it is being made: a power of two."""

SECONDS: Final = COUNT / SLOW
"""11.9."""


def _air(seed: int, low: float, high: float, tilt: float) -> Wave:
    """The air of a room: noise that is not the same on both sides, and not wholly another."""
    left, right = (noise(COUNT, seed + side, low, high, tilt=tilt, order=1, rate=SLOW) for side in (0, 1))
    sides: Wave = np.stack([left + 0.4 * right, right + 0.4 * left], axis=1) / np.hypot(1, 0.4)
    return sides


def _hum(hertz: float, partials: tuple[float, ...], sway: float = 0.0, turns: int = 3) -> Wave:
    """A hum with these strengths of its partials, in the middle; ``sway`` 0…1 how far it comes and goes.

    Its frequency is bent to the nearest that fits whole into the round.
    """
    t = np.arange(COUNT) / COUNT
    cycles = round(hertz * SECONDS)
    wave = np.zeros(COUNT)
    for number, strength in enumerate(partials, 1):
        wave += strength * np.sin(2 * np.pi * cycles * number * t + number)
    wave *= 1 - sway / 2 + sway / 2 * np.sin(2 * np.pi * turns * t)
    return np.stack([wave, wave], axis=1)


def _wandering(seed: int, depth: float) -> Wave:
    """A strength around 1 that comes and goes as air does: slow waves that fit into the round."""
    chance = np.random.default_rng(seed)
    t = np.arange(COUNT) / COUNT
    wave = np.ones(COUNT)
    for number in (1, 2, 3, 5):
        wave += depth / 2 * np.sin(2 * np.pi * (number * t + chance.uniform())) / np.sqrt(number)
    strength: Wave = wave[:, None]
    return strength


def _at(whole: Wave, part: Wave, at: float, strength: float, lean: float) -> None:
    """Put a small sound into a room, on a side (−1 … 1)."""
    wrapped(whole[:, 0], part, at, strength * (1 - lean) / 2, rate=SLOW)
    wrapped(whole[:, 1], part, at, strength * (1 + lean) / 2, rate=SLOW)


def _burst(seed: int, seconds: float, low: float, high: float, envelope: tuple[float, float]) -> Wave:
    """A small sound of noise with an attack and a decay."""
    made = noise(samples(seconds, SLOW), seed, low, high, tilt=2.0, order=1, rate=SLOW)
    return made * swell(seconds, *envelope, rate=SLOW)


def meeting_room() -> Wave:
    """A closed room with carpet: air from the ceiling, and nothing else."""
    return _air(201, 110, 340, 3.0) * _wandering(203, 0.15) + 0.05 * _hum(100, (1.0, 0.4))


def office() -> Wave:
    """Our own desk in the evening: fans of computers, a few keys far away."""
    whole = _air(211, 130, 420, 3.0) + 0.2 * _hum(237, (1.0, 0.5, 0.2), 0.2)
    chance = np.random.default_rng(214)
    for begins in (1.1, 4.6, 8.9):
        at = begins
        for key in range(int(chance.integers(5, 9))):
            _at(
                whole,
                _burst(215 + key, 0.08, 420, 1100, (0.003, 0.011)),
                at,
                2.2 + float(chance.uniform(0, 1.4)),
                0.4,
            )
            at += float(chance.choice([0.12, 0.16, 0.23, 0.34]))
    return whole


def factory() -> Wave:
    """A hall with a line running behind a wall: motors, and a press that keeps time."""
    whole = _air(221, 90, 360, 3.0) * _wandering(223, 0.2) + 0.45 * _hum(
        98, (1.0, 0.5, 0.6, 0.45, 0.2, 0.2), 0.25, 5
    )
    press = 2.2 * ring(0.6, 74, 0.09, rate=SLOW) + _burst(224, 0.6, 120, 420, (0.01, 0.07))
    release = _burst(225, 0.5, 600, 1800, (0.05, 0.09))
    for beat in range(8):
        _at(whole, press * swell(0.6, 0.014, 10.0, rate=SLOW), beat * SECONDS / 8, 3.0, -0.25)
        _at(whole, release, (beat + 0.45) * SECONDS / 8, 0.9, -0.25)
    return whole


def clinic() -> Wave:
    """A practice after hours: ventilation, and a clock on the wall."""
    whole = _air(231, 200, 640, 2.0) * _wandering(233, 0.12)
    for second in range(12):
        tick = ring(0.06, 1180 if second % 2 else 1040, 0.006, rate=SLOW) * swell(
            0.06, 0.002, 10.0, rate=SLOW
        )
        tick += 0.4 * ring(0.06, 560, 0.008, rate=SLOW)
        _at(whole, tick, (second + 0.3) * SECONDS / 12, 6.5, 0.4)
    return whole


def shop() -> Wave:
    """A shop in daytime: a cooler, the street behind the glass."""
    whole = _air(241, 120, 520, 3.0) * _wandering(243, 0.3)
    return whole + 0.42 * _hum(100, (1.0, 0.9, 0.55, 0.4, 0.2), 0.15, 2)


def warehouse() -> Wave:
    """A large cold hall: it booms; far away something is set down."""
    whole = _air(251, 55, 190, 2.0) * _wandering(253, 0.22)
    for number, at in enumerate((2.3, 7.9)):
        far = _burst(254 + number, 2.0, 120, 420, (0.02, 0.33))
        _at(whole, far + 0.5 * ring(2.0, 183 - 24 * number, 0.2, rate=SLOW), at, 2.8, 0.5 - number)
    return whole


def street() -> Wave:
    """A side street: the town far off, and a car or two going by at the end of it."""
    whole = _air(261, 85, 240, 1.0) * _wandering(263, 0.2)
    for number, (at, long) in enumerate(((1.2, 5.0), (7.4, 4.2))):
        count = samples(long, SLOW)
        passing = np.sin(np.pi * np.linspace(0, 1, count)) ** 4
        by = noise(count, 264 + number, 140, 620, tilt=1.5, order=1, rate=SLOW) * passing
        way = np.linspace(-0.6, 0.6, count) * (1 if number else -1)
        wrapped(whole[:, 0], by * (1 - way), at, 1.2, rate=SLOW)
        wrapped(whole[:, 1], by * (1 + way), at, 1.2, rate=SLOW)
    return whole


def phone() -> Wave:
    """The line of a phone: it hisses softly in its narrow band, the same at both ears."""
    hiss = noise(COUNT, 271, 340, 1500, tilt=1.0, rate=SLOW)
    return np.stack([hiss, hiss], axis=1) + 0.12 * _hum(100, (0.4, 1.0, 0.3))


def video() -> Wave:
    """A call by video: a fan under the hand, a little hiss of somebody else's room."""
    hiss = noise(COUNT, 281, 420, 1900, tilt=1.0, rate=SLOW)
    theirs: Wave = 0.55 * np.stack([hiss, hiss], axis=1) + 0.3 * _hum(175, (1.0, 0.4), 0.1)
    return theirs + 0.9 * _air(283, 140, 420, 3.0)


ROOMS: Final[dict[str, Callable[[], Wave]]] = {
    "meeting_room": meeting_room,
    "office": office,
    "factory": factory,
    "clinic": clinic,
    "shop": shop,
    "warehouse": warehouse,
    "street": street,
    "phone": phone,
    "video": video,
}
"""The room of every place of ``core.scenario``, ``(COUNT, 2)`` at the rate ``SLOW``."""


def room(place: str) -> Wave:
    """The hush of a place (unknown: of a meeting room), ``(COUNT, 2)`` at the rate ``SLOW``; not yet soft."""
    made = ROOMS.get(place, meeting_room)()
    level: Wave = made - made.mean(axis=0)
    return level


def at_full_rate(wave: Wave) -> Wave:
    """A side of a room as it is played, at the usual rate."""
    return quicker(wave, _QUARTER)
