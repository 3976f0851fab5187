"""Sounds of paper and pen: a sheet laid down, a page turned, a leaf torn off, writing. One side each."""

import numpy as np

from game.screens.sound.waves import RATE, Wave, hump, noise, placed, samples, swell, through, times


def _crackle(seconds: float, seed: int, rate: float) -> Wave:
    """An envelope of many small cracks, ``rate`` a second: what tells paper from wind. Mean about 1."""
    chance = np.random.default_rng(seed)
    count = samples(seconds)
    spikes = np.zeros(count)
    hits = chance.integers(0, count, max(1, int(rate * seconds)))
    spikes[hits] = chance.exponential(1.0, hits.size)
    tail = np.exp(-np.arange(samples(0.012)) / (0.0035 * RATE))
    cracked: Wave = np.convolve(spikes, tail)[:count]
    return cracked / max(1e-12, float(cracked.mean()))


def paper() -> Wave:
    """A sheet laid on the table: it slides through the air, then its edge and its whole come down. 0.42 s."""
    long = 0.42
    air = (
        noise(samples(long), 11, 700, 3800, tilt=3.0)
        * hump(long, 0.36)
        * (0.45 + 0.55 * _crackle(long, 12, 260))
    )
    whole = 0.55 * air
    touch = noise(samples(0.2), 13, 160, 900, tilt=4.0) * swell(0.2, 0.006, 0.03)
    placed(whole, touch, 0.17, 0.85)
    rustle = noise(samples(0.16), 14, 900, 3600, tilt=2.0) * swell(0.16, 0.008, 0.035)
    placed(whole, rustle * (0.4 + 0.6 * _crackle(0.16, 15, 300)), 0.165, 0.6)
    return through(whole, 120, 4600)


def page() -> Wave:
    """A page turned: it is lifted, bends, and falls on the other side. 0.56 s."""
    long = 0.56
    lift = noise(samples(long), 21, 1100, 4600, tilt=3.0) * hump(long, 0.28) ** 1.3
    fall = noise(samples(long), 22, 380, 2200, tilt=3.0) * hump(long, 0.66) ** 2
    whole = (0.75 * lift + 0.9 * fall) * (0.4 + 0.6 * _crackle(long, 23, 330))
    flap = noise(samples(0.14), 24, 140, 800, tilt=4.0) * swell(0.14, 0.007, 0.025)
    placed(whole, flap, 0.40, 0.7)
    return through(whole, 110, 5000)


def leaf() -> Wave:
    """A leaf torn off a calendar: the perforation gives way faster and faster, and it is free. 0.2 s."""
    long = 0.2
    t = times(long)
    turns = 55 * t + 520 * t**2
    pops = np.exp(-6 * (turns % 1.0))
    rip = noise(samples(long), 31, 1000, 4200, tilt=3.0) * pops * hump(long, 0.45)
    free = noise(samples(0.1), 32, 420, 2000, tilt=3.0) * swell(0.1, 0.012, 0.025)
    placed(rip, free, 0.105, 0.5)
    return through(rip, 240, 4800)


def pen() -> Wave:
    """A few words written in the notebook: strokes of a nib on paper over a desk. 0.74 s."""
    whole = np.zeros(samples(0.74))
    strokes = (
        (0.0, 0.11, 1.0),
        (0.13, 0.07, 0.7),
        (0.225, 0.14, 0.95),
        (0.40, 0.06, 0.6),
        (0.475, 0.19, 0.85),
    )
    for number, (at, long, strength) in enumerate(strokes):
        scratch = noise(samples(long), 41 + number, 1500, 4800, tilt=2.5)
        drag = 0.55 + 0.45 * _crackle(long, 51 + number, 420)
        placed(whole, scratch * hump(long, 0.4) * drag, at, strength)
        touch = noise(samples(0.05), 61 + number, 220, 1100, tilt=4.0) * swell(0.05, 0.002, 0.008)
        placed(whole, touch, at, 0.5 * strength)
    return through(whole, 180, 5200)
