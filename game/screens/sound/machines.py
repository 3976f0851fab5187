"""Sounds of machines and wood: a phone, the printer of a passbook, a stamp, small knocks. One side each."""

import numpy as np

from game.screens.sound.waves import Wave, noise, placed, ring, samples, swell, through, times


def _knock(seconds: float, hertz: float, decay: float, seed: int) -> Wave:
    """A knuckle or a fingertip on wood: two of its tones, and the dry contact."""
    tones = ring(seconds, hertz, decay) + 0.4 * ring(seconds, 1.63 * hertz, 0.6 * decay)
    contact = noise(samples(seconds), seed, hertz, 4 * hertz, tilt=3.0) * swell(seconds, 0.002, 0.4 * decay)
    return tones * swell(seconds, 0.0025, 10.0) + 0.3 * contact


def _bell(hertz: float) -> Wave:
    """One stroke of a small bell with felt on it; 0.6 s."""
    tones = (
        ring(0.6, hertz, 0.085) + 0.2 * ring(0.6, 2.01 * hertz, 0.04) + 0.05 * ring(0.6, 2.99 * hertz, 0.02)
    )
    bell: Wave = tones * swell(0.6, 0.009, 10.0)
    return bell


def phone(take: int = 0) -> Wave:  # noqa: ARG001 - a bell is a bell
    """A desk phone, muffled by its own cushion: two soft trills of two bells. 2 s."""
    bells = [_bell(622.0), _bell(523.0)]
    trill, whole = np.zeros(samples(1.1)), np.zeros(samples(2.0))
    for strike in range(12):
        strength = np.sin(np.pi * (strike + 1.5) / 14) ** 0.8
        placed(trill, bells[strike % 2], 0.05 * strike, float(strength))
    placed(whole, trill, 0.0)
    placed(whole, trill, 0.9)
    return through(whole, 200, 1500)


def printer(take: int = 0) -> Wave:
    """The head of a passbook printer over one row: needles on paper, and the carriage below them. 0.14 s."""
    long = 0.14
    t = times(long)
    needles = np.exp(-6 * ((232 * t) % 1.0))
    letters = 0.6 + 0.4 * np.sin(2 * np.pi * 31 * t + 0.6)
    buzz = noise(samples(long), 8100 + take, 420, 1900, tilt=2.0, order=1) * needles * letters
    carriage = 0.09 * np.sin(2 * np.pi * 116 * t) + 0.07 * np.sin(2 * np.pi * 232 * t + 1.0)
    come_and_gone = np.clip(t / 0.02, 0, 1) * np.clip((long - t) / 0.06, 0, 1)
    return through((buzz + carriage) * come_and_gone, 110, 2800)


def stamp(take: int = 0) -> Wave:
    """A stamp pressed on paper on a wooden table: a thud, and the ink that lets go. 0.55 s."""
    long = 0.55
    t = times(long)
    thud = np.sin(2 * np.pi * (88 * t + 1.0 * (1 - np.exp(-t / 0.02)))) * swell(long, 0.004, 0.055)
    wood = 0.75 * ring(long, 171, 0.05) + 0.5 * ring(long, 274, 0.032) + 0.22 * ring(long, 431, 0.02)
    contact = noise(samples(long), 9100 + take, 220, 1100, tilt=3.0, order=1) * swell(long, 0.003, 0.02)
    whole = 0.5 * thud + wood * swell(long, 0.004, 10.0) + 0.4 * contact
    lets_go = noise(samples(0.14), 9200 + take, 500, 1700, tilt=2.0, order=1) * swell(0.14, 0.03, 0.025)
    placed(whole, lets_go, 0.33, 0.045)
    return through(whole, 70, 2200)


def focus(take: int = 0) -> Wave:
    """The focus moves: a fingertip on wood, hardly there. 0.07 s."""
    return through(_knock(0.07, 390, 0.008, 9500 + take), 200, 1500)


def pick(take: int = 0) -> Wave:
    """Something is pressed: a knuckle on wood. 0.14 s."""
    return through(_knock(0.14, 248, 0.02, 9600 + take), 120, 1500)
