"""What sounds are made of: noise, things that ring, envelopes, and how loud something is.

A wave is an array of floats, ``(samples,)`` for one side or ``(samples, 2)`` for left and right; 1.0 is full
scale. Everything is a function of its arguments: chance comes from a seed.
"""

from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Wave: TypeAlias = NDArray[np.floating[Any]]

RATE: Final = 44_100
"""Samples a second."""

HIGHEST_PEAK: Final = 0.5
"""No sample is further from zero: 6 dB below full scale, so that several sounds together do not clip."""

_FADE: Final = 0.003
_MOMENT: Final = 0.1
_SILENT: Final = 1e-12


def samples(seconds: float) -> int:
    """How many samples so many seconds are."""
    return round(seconds * RATE)


def times(seconds: float) -> Wave:
    """The time of every sample in seconds from 0."""
    return np.arange(samples(seconds)) / RATE


def noise(count: int, seed: int, low: float, high: float, *, tilt: float = 0.0, edge: float = 0.5) -> Wave:
    """Noise between two frequencies (Hz), ``count`` samples of RMS 1 that go round without a seam.

    ``tilt``: dB an octave that it falls towards the heights; ``edge``: octaves its flanks take.
    """
    chance = np.random.default_rng(seed)
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    phases = chance.uniform(0, 2 * np.pi, hertz.size)
    with np.errstate(divide="ignore"):
        octave = np.log2(hertz)
    inside = np.clip((octave - np.log2(low)) / edge + 1, 0, 1) * np.clip(
        (np.log2(high) - octave) / edge + 1, 0, 1
    )
    strength = np.sin(inside * np.pi / 2) ** 2
    strength[1:] *= 10 ** (-tilt * (octave[1:] - np.log2(low)) / 20)
    strength[0] = 0.0
    wave: Wave = np.fft.irfft(strength * np.exp(1j * phases), count)
    return wave / max(_SILENT, float(np.sqrt(np.mean(wave**2))))


def ring(seconds: float, hertz: float, decay: float, phase: float = 0.0) -> Wave:
    """Something struck that rings: a sine that falls to 1/e in ``decay`` seconds; begins at ``phase``."""
    t = times(seconds)
    wave: Wave = np.sin(2 * np.pi * hertz * t + phase) * np.exp(-t / decay)
    return wave


def swell(seconds: float, attack: float, decay: float) -> Wave:
    """An envelope 0…1 that comes within ``attack`` and falls to 1/e in ``decay`` seconds."""
    t = times(seconds)
    rise = np.sin(np.clip(t / max(attack, 1 / RATE), 0, 1) * np.pi / 2) ** 2
    wave: Wave = rise * np.exp(-np.maximum(0.0, t - attack) / decay)
    return wave


def hump(seconds: float, skew: float = 0.5) -> Wave:
    """An envelope that comes and goes, 0 at both ends and 1 at the share ``skew`` of its length."""
    share = np.linspace(0, 1, samples(seconds))
    bent = np.where(share < skew, share / skew / 2, 0.5 + (share - skew) / (1 - skew) / 2)
    wave: Wave = np.sin(np.pi * bent) ** 2
    return wave


def through(wave: Wave, low: float, high: float, *, edge: float = 0.7) -> Wave:
    """The part of a wave between two frequencies; its ends flow into each other."""
    count = wave.shape[0]
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    with np.errstate(divide="ignore"):
        octave = np.log2(hertz)
    inside = np.clip((octave - np.log2(low)) / edge + 1, 0, 1) * np.clip(
        (np.log2(high) - octave) / edge + 1, 0, 1
    )
    strength = np.sin(inside * np.pi / 2) ** 2
    filtered: Wave = np.fft.irfft(np.fft.rfft(wave) * strength, count)
    return filtered


def placed(whole: Wave, part: Wave, at: float, strength: float = 1.0) -> None:
    """Add a part to a wave from the second ``at`` on; what runs over its end is left out."""
    start = samples(at)
    room = whole.shape[0] - start
    if room > 0:
        whole[start : start + part.shape[0]] += strength * part[:room]


def wrapped(whole: Wave, part: Wave, at: float, strength: float = 1.0) -> None:
    """Add a part to a wave that goes round: what runs over its end goes on at its beginning."""
    where = (samples(at) + np.arange(part.shape[0])) % whole.shape[0]
    np.add.at(whole, where, strength * part)


# ── how loud ────────────────────────────────────────────────────────────────────────────────────────


def _as_ears_weigh(hertz: Wave) -> Wave:
    """The A curve of IEC 61672: how much of each frequency an ear takes for loudness; 1 at 1 kHz."""
    square = hertz**2
    weight = 12194.0**2 * square**2
    weight /= (square + 20.6**2) * (square + 12194.0**2)
    weight /= np.sqrt((square + 107.7**2) * (square + 737.9**2))
    return weight * 1.2589


def loudness(wave: Wave, *, moment: float = _MOMENT) -> float:
    """How loud a wave is in dB(A), full scale 0: its loudest ``moment`` (seconds), as ears weigh it.

    Of two sides the mean of their powers counts. Silence is -240.
    """
    sides = wave if wave.ndim == 2 else wave[:, None]  # noqa: PLR2004 - left and right
    count = max(sides.shape[0], samples(moment))
    padded = np.zeros((count + samples(moment), sides.shape[1]))
    padded[: sides.shape[0]] = sides
    hertz: Wave = np.fft.rfftfreq(padded.shape[0], 1 / RATE)
    weighed = np.fft.irfft(
        np.fft.rfft(padded, axis=0) * _as_ears_weigh(hertz)[:, None], padded.shape[0], axis=0
    )
    power = np.concatenate([[0.0], np.cumsum(np.mean(weighed**2, axis=1))])
    span = samples(moment)
    loudest = float(np.max(power[span:] - power[:-span])) / span
    return 10 * float(np.log10(max(loudest, 1e-24)))


def finished(wave: Wave, level: float, *, fade: float = _FADE) -> Wave:
    """A sound of a thing, ready: no direct current, zero at both ends, as loud as ``level`` (dB(A)).

    It is softer than that where its peak would otherwise pass ``HIGHEST_PEAK``.
    """
    count = wave.shape[0]
    span = min(samples(fade), count // 2)
    ramp = np.sin(np.linspace(0, np.pi / 2, span)) ** 2
    ends = np.ones(count)
    ends[:span] = ramp
    ends[count - span :] = ramp[::-1]
    window = np.sin(np.linspace(0, np.pi, count)) ** 2
    shaped = wave * (ends if wave.ndim == 1 else ends[:, None])
    offset = shaped.sum(axis=0) / window.sum()
    shaped = shaped - (window * offset if wave.ndim == 1 else window[:, None] * offset)
    return scaled(shaped, level)


def scaled(wave: Wave, level: float, *, moment: float = _MOMENT) -> Wave:
    """The wave as loud as ``level`` (dB(A) below full scale), or softer where it would peak too high."""
    factor = 10 ** ((level - loudness(wave, moment=moment)) / 20)
    peak = float(np.max(np.abs(wave)))
    return wave * min(factor, HIGHEST_PEAK / max(peak, _SILENT))


def both_sides(wave: Wave, lean: float = 0.0) -> Wave:
    """One side made two, leaning by ``lean`` (−1 left … 1 right) at equal power; 0: the same on both."""
    left, right = np.cos((lean + 1) * np.pi / 4), np.sin((lean + 1) * np.pi / 4)
    sides: Wave = np.stack([wave * left, wave * right], axis=1) * np.sqrt(2)
    return sides


def mixed_down(wave: Wave) -> Wave:
    """Both sides the same: the mean of the two."""
    middle: Wave = wave.mean(axis=1)
    return np.stack([middle, middle], axis=1)
