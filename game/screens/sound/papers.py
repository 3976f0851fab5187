"""Sounds of paper and pen: a sheet laid down, a page turned, a leaf torn off, writing. One side each.

Paper is noise that crackles: many small folds give way one after another. On wood it has a low touch.
"""

import numpy as np

from game.screens.sound.waves import Wave, crackle, hump, noise, placed, samples, swell, through, times


def _touch(seed: int, low: float, high: float, attack: float, decay: float) -> Wave:
    """Something soft comes down on wood; 0.2 s."""
    return noise(samples(0.2), seed, low, high, tilt=3.0) * swell(0.2, attack, decay)


def paper(take: int = 0) -> Wave:
    """A sheet laid on the table: it slides through the air, its edge comes down, then all of it. 0.46 s."""
    long = 0.46
    air = noise(samples(long), 1100 + take, 900, 3000, tilt=2.0, order=1) * hump(long, 0.3)
    whole = 0.5 * air * (0.35 + 0.65 * crackle(long, 1200 + take, 190))
    placed(whole, _touch(1300 + take, 150, 700, 0.006, 0.026), 0.17, 0.75)
    settling = noise(samples(0.24), 1400 + take, 700, 2600, tilt=2.0, order=1) * swell(0.24, 0.01, 0.05)
    placed(whole, settling * (0.3 + 0.7 * crackle(0.24, 1500 + take, 170)), 0.18, 0.5)
    return through(whole, 110, 4200)


def page(take: int = 0) -> Wave:
    """A page turned: it is lifted, bends over, and falls on the other side. 0.62 s."""
    long = 0.62
    lifted = noise(samples(long), 2100 + take, 1300, 3600, tilt=2.0, order=1) * hump(long, 0.24) ** 1.4
    falling = noise(samples(long), 2200 + take, 420, 1700, tilt=2.0, order=1) * hump(long, 0.62) ** 2
    whole = (0.5 * lifted + 0.8 * falling) * (0.35 + 0.65 * crackle(long, 2300 + take, 210))
    placed(whole, _touch(2400 + take, 140, 620, 0.008, 0.03), 0.42, 0.6)
    return through(whole, 110, 4400)


def leaf(take: int = 0) -> Wave:
    """A leaf torn off a calendar: the perforation gives way faster and faster, and it is free. 0.18 s."""
    long = 0.18
    t = times(long)
    holes = np.exp(-5 * ((70 * t + 640 * t**2) % 1.0))
    torn = noise(samples(long), 3100 + take, 900, 3200, tilt=2.0, order=1) * (0.15 + holes) * hump(long, 0.42)
    free = noise(samples(0.11), 3200 + take, 380, 1600, tilt=2.0, order=1) * swell(0.11, 0.014, 0.028)
    placed(torn, free, 0.085, 0.45)
    return through(torn, 200, 4200)


def pen(take: int = 0) -> Wave:
    """A few words written in the notebook: strokes on paper that lies on a desk. 0.8 s."""
    whole = np.zeros(samples(0.8))
    strokes = ((0.0, 0.12, 0.9), (0.15, 0.08, 0.65), (0.25, 0.15, 1.0), (0.44, 0.07, 0.6), (0.53, 0.2, 0.8))
    for number, (at, long, strength) in enumerate(strokes):
        quick = hump(long, 0.4)
        slow = noise(samples(long), 4100 + 10 * number + take, 1100, 2300, tilt=2.0, order=1)
        fast = noise(samples(long), 5100 + 10 * number + take, 1900, 4200, tilt=2.0, order=1)
        drawn = (
            (slow * (1 - 0.6 * quick) + fast * quick)
            * quick
            * (0.5 + 0.5 * crackle(long, 6100 + 10 * number + take, 380))
        )
        placed(whole, drawn, at, strength)
        placed(whole, _touch(7100 + 10 * number + take, 180, 800, 0.003, 0.009), at, 0.35 * strength)
    return through(whole, 150, 4800)
