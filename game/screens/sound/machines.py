"""Sounds of machines and wood: a phone, the printer of a passbook, a stamp, small ticks. One side each."""

import numpy as np

from game.screens.sound.waves import Wave, noise, placed, ring, samples, swell, through, times


def phone() -> Wave:
    """A desk phone in the room, muffled: two soft trills of two bells. 1.9 s."""
    whole = np.zeros(samples(1.9))
    for at in (0.0, 0.86):
        trill = np.zeros(samples(1.0))
        for strike in range(11):
            hertz = 587.0 if strike % 2 else 698.0
            bell = (
                ring(0.5, hertz, 0.07)
                + 0.22 * ring(0.5, 2.02 * hertz, 0.035)
                + 0.06 * ring(0.5, 3.01 * hertz, 0.02)
            )
            bell *= swell(0.5, 0.006, 10.0)
            placed(trill, bell, 0.052 * strike, 0.6 + 0.4 * np.sin(np.pi * (strike + 1) / 12))
        placed(whole, trill, at)
    return through(whole, 250, 1900)


def printer() -> Wave:
    """The head of a passbook printer over one row: needles on paper, and the carriage moving. 0.17 s."""
    long = 0.17
    t = times(long)
    needles = np.exp(-9 * ((118 * t) % 1.0))
    letters = 0.55 + 0.45 * np.sign(np.sin(2 * np.pi * 27 * t + 0.6))
    buzz = noise(samples(long), 71, 500, 2600, tilt=3.0) * needles * letters
    body = np.sin(2 * np.pi * 118 * t) * 0.16 + np.sin(2 * np.pi * 236 * t) * 0.1
    whole = (buzz + body) * np.sin(np.pi * np.clip(t / long, 0, 1)) ** 0.5
    return through(whole, 100, 3200)


def stamp() -> Wave:
    """A stamp pressed on paper on a wooden table: a thud, and the ink that lets go. 0.6 s."""
    long = 0.6
    t = times(long)
    sinking = np.sin(2 * np.pi * (62 * t + 1.1 * (1 - np.exp(-t / 0.025)))) * swell(long, 0.004, 0.075)
    wood = 0.42 * ring(long, 148, 0.045) + 0.2 * ring(long, 236, 0.03)
    contact = noise(samples(long), 81, 160, 900, tilt=5.0) * swell(long, 0.003, 0.022)
    whole = sinking + wood * swell(long, 0.003, 10.0) + 0.35 * contact
    lift = noise(samples(0.16), 82, 600, 2200, tilt=4.0) * swell(0.16, 0.03, 0.03)
    placed(whole, lift, 0.33, 0.05)
    return through(whole, 40, 2400)


def focus() -> Wave:
    """The focus moves: a fingertip on wood, hardly there. 0.06 s."""
    knock = ring(0.06, 410, 0.007) + 0.5 * noise(samples(0.06), 91, 300, 1300, tilt=4.0) * swell(
        0.06, 0.001, 0.004
    )
    return through(knock * swell(0.06, 0.0015, 10.0), 180, 1700)


def pick() -> Wave:
    """Something is pressed: a knuckle on wood. 0.12 s."""
    knock = ring(0.12, 265, 0.018) + 0.45 * ring(0.12, 430, 0.011)
    knock += 0.5 * noise(samples(0.12), 92, 240, 1200, tilt=4.0) * swell(0.12, 0.0015, 0.007)
    return through(knock * swell(0.12, 0.002, 10.0), 120, 1900)
