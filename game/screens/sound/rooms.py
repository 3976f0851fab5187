"""How quiet a place is: the hush of each, twelve seconds that go round without a seam, left and right."""

from collections.abc import Callable
from typing import Final

import numpy as np

from game.screens.sound.waves import RATE, Wave, noise, ring, swell, through, wrapped

COUNT: Final = 2**19
"""Samples of a room: 11.9 s, a power of two."""

SECONDS: Final = COUNT / RATE


def _wide(seed: int, low: float, high: float, tilt: float) -> Wave:
    """Noise that is not the same on both sides, as air in a room is not."""
    left, right = (noise(COUNT, seed + side, low, high, tilt=tilt) for side in (0, 1))
    return np.stack([left + 0.4 * right, right + 0.4 * left], axis=1)


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


def _slow(seed: int, turns: int, depth: float) -> Wave:
    """A strength that wanders around 1 as air does, made of its first ``turns`` waves."""
    chance = np.random.default_rng(seed)
    t = np.arange(COUNT) / COUNT
    wave = np.ones(COUNT)
    for number in range(1, turns + 1):
        wave += depth / np.sqrt(turns) * np.sin(2 * np.pi * (number * t + chance.uniform()))
    return np.maximum(wave, 0.15)[:, None]


def _at(whole: Wave, part: Wave, at: float, strength: float, lean: float) -> None:
    """Put a small sound into a room, on a side (−1 … 1)."""
    wrapped(whole[:, 0], part, at, strength * (1 - lean) / 2)
    wrapped(whole[:, 1], part, at, strength * (1 + lean) / 2)


def meeting_room() -> Wave:
    """A closed room with carpet: air from the ceiling, and nothing else."""
    return _wide(201, 90, 900, 5.0) * _slow(203, 4, 0.15) + 0.1 * _hum(100, (1.0, 0.4))


def office() -> Wave:
    """Our own desk in the evening: fans of computers, a few keys far away."""
    whole = _wide(211, 110, 1500, 4.5) + 0.16 * _hum(120, (1.0, 0.5, 0.25), 0.2)
    chance = np.random.default_rng(214)
    for burst in (1.1, 4.6, 5.3, 8.9):
        for _ in range(int(chance.integers(4, 9))):
            key = noise(2646, int(chance.integers(1, 10**6)), 500, 1900, tilt=4.0) * swell(0.06, 0.002, 0.006)
            _at(whole, key, burst + float(chance.uniform(0, 1.2)), 1.1, 0.35)
    return whole


def factory() -> Wave:
    """A hall with a line running behind a wall: motors, and a press that keeps time."""
    whole = _wide(221, 60, 1100, 5.0) * _slow(223, 5, 0.2) + 0.4 * _hum(98, (1.0, 0.5, 0.3, 0.15), 0.25, 5)
    thump = ring(0.5, 58, 0.09) + 0.3 * noise(22050, 224, 90, 500, tilt=5.0) * swell(0.5, 0.01, 0.06)
    for beat in range(8):
        _at(whole, thump * swell(0.5, 0.012, 10.0), beat * SECONDS / 8, 1.5, -0.2)
    return whole


def clinic() -> Wave:
    """A practice after hours: ventilation, and a clock on the wall."""
    whole = _wide(231, 140, 1700, 4.0) * _slow(233, 4, 0.12)
    for second in range(12):
        tick = ring(0.05, 1450 if second % 2 else 1300, 0.004) * swell(0.05, 0.001, 10.0)
        _at(whole, tick, (second + 0.3) * SECONDS / 12, 0.5, 0.4)
    return whole


def shop() -> Wave:
    """A shop in daytime: a cooler, the street behind the glass."""
    whole = 0.9 * _wide(241, 100, 1200, 5.0) * _slow(243, 5, 0.3)
    return whole + 0.3 * _hum(100, (1.0, 0.6, 0.35, 0.2, 0.1), 0.15, 2)


def warehouse() -> Wave:
    """A large cold hall: it booms; far away something is set down."""
    whole = _wide(251, 45, 700, 6.0) * _slow(253, 5, 0.3)
    for number, at in enumerate((2.3, 7.9)):
        far = noise(66150, 254 + number, 70, 600, tilt=6.0) * swell(1.5, 0.012, 0.28)
        _at(whole, far, at, 1.2, 0.5 - number)
    return whole


def street() -> Wave:
    """A side street: the town far off, and a car or two going by at the end of it."""
    whole = _wide(261, 80, 1400, 5.0) * _slow(263, 6, 0.3)
    for number, (at, long) in enumerate(((1.2, 5.0), (7.4, 4.2))):
        count = round(long * RATE)
        by = noise(count, 264 + number, 120, 1500, tilt=4.0) * np.sin(np.pi * np.linspace(0, 1, count)) ** 4
        way = np.linspace(-0.6, 0.6, count) * (1 if number else -1)
        wrapped(whole[:, 0], by * (1 - way) / 2, at, 1.6)
        wrapped(whole[:, 1], by * (1 + way) / 2, at, 1.6)
    return whole


def phone() -> Wave:
    """The line of a phone: it hisses softly in its narrow band, the same at both ears."""
    hiss = noise(COUNT, 271, 320, 3000, tilt=3.0)
    return np.stack([hiss, hiss], axis=1) + 0.1 * _hum(100, (0.4, 1.0, 0.3))


def video() -> Wave:
    """A call by video: a fan under the hand, a little hiss of somebody else's room."""
    hiss = noise(COUNT, 281, 400, 4200, tilt=3.5)
    return (
        0.5 * np.stack([hiss, hiss], axis=1) + _wide(283, 130, 1300, 4.5) + 0.12 * _hum(175, (1.0, 0.3), 0.1)
    )


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
"""The room of every place of ``core.scenario``."""


def room(place: str) -> Wave:
    """The hush of a place (unknown: of a meeting room), ``(COUNT, 2)``, not yet as soft as it is heard."""
    return through_both(ROOMS.get(place, meeting_room)())


def through_both(wave: Wave) -> Wave:
    """Each side without what only shakes a table."""
    return np.stack([through(wave[:, side], 40, 6000) for side in (0, 1)], axis=1)
