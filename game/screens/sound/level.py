"""How loud a wave is to an ear, and a wave made as loud as it is to be."""

from typing import Final

import numpy as np

from game.screens.sound.waves import RATE, Wave, power_of_two, samples

HIGHEST_PEAK: Final = 0.42
"""No sample of one side is further from zero. With what leaning to a side adds, sounds stay 6 dB below full
scale, so that several together do not clip."""

MOMENT: Final = 0.1
"""Seconds over which an ear takes a short sound together."""

_FADE: Final = 0.003
_SILENT: Final = 1e-12
_BOTH: Final = 2


def as_ears_weigh(hertz: Wave) -> Wave:
    """The A curve of IEC 61672: how much of each frequency an ear takes for loudness; 1 at 1 kHz."""
    square = hertz**2
    weight: Wave = 12194.0**2 * square**2 / ((square + 20.6**2) * (square + 12194.0**2))
    weight = weight / np.sqrt((square + 107.7**2) * (square + 737.9**2))
    return weight * 1.2589


def loudness(wave: Wave) -> float:
    """How loud the loudest ``MOMENT`` of a short sound is, in dB(A) with full scale as 0; silence is -240.

    Of two sides the mean of their powers counts.
    """
    sides = wave if wave.ndim == _BOTH else wave[:, None]
    span = samples(MOMENT)
    whole = power_of_two(sides.shape[0] + 2 * span)
    padded = np.zeros((whole, sides.shape[1]))
    padded[span : span + sides.shape[0]] = sides
    weight = as_ears_weigh(np.fft.rfftfreq(whole, 1 / RATE))[:, None]
    weighed = np.fft.irfft(np.fft.rfft(padded, axis=0) * weight, whole, axis=0)
    power = np.concatenate([[0.0], np.cumsum(np.mean(weighed**2, axis=1))])
    loudest = float(np.max(power[span:] - power[:-span])) / span
    return 10 * float(np.log10(max(loudest, _SILENT**2)))


def steady_loudness(wave: Wave, rate: int = RATE) -> float:
    """How loud a wave is that goes round, ``(samples, 2)``, over all of it: dB(A) with full scale as 0."""
    count = wave.shape[0]
    spectrum = np.abs(np.fft.rfft(wave, axis=0)) * as_ears_weigh(np.fft.rfftfreq(count, 1 / rate))[:, None]
    power = 2 * float(np.mean(np.sum(spectrum**2, axis=0))) / count**2
    return 10 * float(np.log10(max(power, _SILENT**2)))


def finished(wave: Wave, level: float) -> Wave:
    """A short sound, ready: no direct current, zero at both ends, as loud as ``level`` (dB(A))."""
    count = wave.shape[0]
    span = min(samples(_FADE), count // 2)
    ramp = np.sin(np.linspace(0, np.pi / 2, span)) ** 2
    ends = np.ones(count)
    ends[:span], ends[count - span :] = ramp, ramp[::-1]
    window = np.sin(np.linspace(0, np.pi, count)) ** 2
    shaped = wave * ends
    shaped = shaped - window * (shaped.sum() / window.sum())
    return scaled(shaped, level - loudness(shaped))


def scaled(wave: Wave, decibels: float) -> Wave:
    """The wave louder by so many dB, or by less where it would pass ``HIGHEST_PEAK``."""
    peak = float(np.max(np.abs(wave)))
    return wave * min(10 ** (decibels / 20), HIGHEST_PEAK / max(peak, _SILENT))


def both_sides(wave: Wave, lean: float = 0.0) -> Wave:
    """One side made two, leaning by ``lean`` (−1 left … 1 right) at equal power; 0: the same on both."""
    left, right = np.cos((lean + 1) * np.pi / 4), np.sin((lean + 1) * np.pi / 4)
    sides: Wave = np.stack([wave * left, wave * right], axis=1) * np.sqrt(2)
    return sides


def mixed_down(wave: Wave) -> Wave:
    """Both sides the same: the mean of the two."""
    middle: Wave = wave.mean(axis=1)
    return np.stack([middle, middle], axis=1)
