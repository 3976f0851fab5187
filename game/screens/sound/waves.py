"""What sounds are made of: noise, things that ring, envelopes.

A wave is an array of floats, ``(samples,)`` for one side or ``(samples, 2)`` for left and right; 1.0 is full
scale. Everything is a function of its arguments: chance comes from a seed. Times are seconds, frequencies Hz.
"""

from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Wave: TypeAlias = NDArray[np.floating[Any]]

RATE: Final = 44_100
"""Samples a second."""


def samples(seconds: float, rate: int = RATE) -> int:
    """How many samples so many seconds are."""
    return round(seconds * rate)


def times(seconds: float, rate: int = RATE) -> Wave:
    """The time of every sample from 0."""
    return np.arange(samples(seconds, rate)) / rate


def power_of_two(count: int) -> int:
    """The least power of two that is not below ``count``: Fourier transforms of such lengths are fast."""
    return 1 << max(0, count - 1).bit_length()


def strengths(count: int, rate: int, low: float, high: float, *, order: int = 2) -> Wave:
    """How much of each frequency of ``count`` samples passes between ``low`` and ``high``: 0…1.

    Its flanks are those of a Butterworth filter of this order: 6 dB an octave each; nothing of 0 Hz passes.
    """
    hertz = np.fft.rfftfreq(count, 1 / rate)
    hertz[0] = hertz[1] * 1e-6
    passing: Wave = 1 / np.sqrt((1 + (low / hertz) ** (2 * order)) * (1 + (hertz / high) ** (2 * order)))
    passing[0] = 0.0
    return passing


def noise(
    count: int, seed: int, low: float, high: float, *, tilt: float = 0.0, order: int = 2, rate: int = RATE
) -> Wave:
    """Noise between two frequencies, ``count`` samples of RMS about 1.

    It goes round without a seam where ``count`` is a power of two. ``tilt``: dB an octave that it falls
    towards the heights.
    """
    whole = power_of_two(count)
    strength = strengths(whole, rate, low, high, order=order)
    hertz = np.maximum(np.fft.rfftfreq(whole, 1 / rate), 1.0)
    strength *= (hertz / low) ** (-tilt / (20 * np.log10(2.0)))
    phases = np.random.default_rng(seed).uniform(0, 2 * np.pi, strength.size)
    wave: Wave = np.fft.irfft(strength * np.exp(1j * phases), whole)
    part: Wave = wave[:count] / np.sqrt(np.mean(wave**2))
    return part


def ring(seconds: float, hertz: float, decay: float, *, rate: int = RATE) -> Wave:
    """Something struck that rings: a sine that falls to 1/e in ``decay`` seconds."""
    t = times(seconds, rate)
    wave: Wave = np.sin(2 * np.pi * hertz * t) * np.exp(-t / decay)
    return wave


def swell(seconds: float, attack: float, decay: float, *, rate: int = RATE) -> Wave:
    """An envelope 0…1 that comes within ``attack`` and falls to 1/e in ``decay`` seconds."""
    t = times(seconds, rate)
    rise = np.sin(np.clip(t / attack, 0, 1) * np.pi / 2) ** 2
    wave: Wave = rise * np.exp(-np.maximum(0.0, t - attack) / decay)
    return wave


def hump(seconds: float, skew: float = 0.5) -> Wave:
    """An envelope that comes and goes, 0 at both ends and 1 at the share ``skew`` of its length."""
    share = np.linspace(0, 1, samples(seconds))
    bent = np.where(share < skew, share / skew / 2, 0.5 + (share - skew) / (1 - skew) / 2)
    wave: Wave = np.sin(np.pi * bent) ** 2
    return wave


def crackle(seconds: float, seed: int, often: float) -> Wave:
    """An envelope of many small cracks, ``often`` a second, of mean 1: what tells paper from wind."""
    chance = np.random.default_rng(seed)
    count, tail = samples(seconds), np.exp(-np.arange(samples(0.014)) / (0.004 * RATE))
    cracked = np.zeros(count + tail.size)
    for at in chance.integers(0, count, max(1, int(often * seconds))):
        cracked[at : at + tail.size] += chance.exponential() * tail
    wave: Wave = cracked[:count] / np.mean(cracked)
    return wave


def through(wave: Wave, low: float, high: float, *, order: int = 2) -> Wave:
    """The part of a wave of one side between two frequencies; what rings on beyond its end is left out."""
    room = samples(0.05)
    whole = power_of_two(wave.size + 2 * room)
    padded = np.zeros(whole)
    padded[room : room + wave.size] = wave
    passed = np.fft.irfft(np.fft.rfft(padded) * strengths(whole, RATE, low, high, order=order), whole)
    filtered: Wave = passed[room : room + wave.size]
    return filtered


def placed(whole: Wave, part: Wave, at: float, strength: float = 1.0) -> None:
    """Add a part to a wave from the second ``at`` on; what runs over its end is left out."""
    start = samples(at)
    room = max(0, whole.shape[0] - start)
    whole[start : start + part.shape[0]] += strength * part[:room]


def wrapped(whole: Wave, part: Wave, at: float, strength: float = 1.0, *, rate: int = RATE) -> None:
    """Add a part to a wave that goes round: what runs over its end goes on at its beginning."""
    where = (samples(at, rate) + np.arange(part.shape[0])) % whole.shape[0]
    np.add.at(whole, where, strength * part)


def quicker(wave: Wave, times_as_many: int) -> Wave:
    """A wave of one side that goes round, with so many times as many samples a second: the same, no seam."""
    count = wave.size
    spectrum = np.fft.rfft(wave)
    spectrum[-1] /= 2  # the highest frequency of the old rate stands for both its signs
    finer: Wave = np.fft.irfft(spectrum, count * times_as_many) * times_as_many
    return finer
