"""What a voice sounds like when no word of it is heard: a short, muffled sign for a syllable."""

import numpy as np

from game.screens.sound.voice import Voice
from game.screens.sound.waves import Wave, noise, samples, swell, through, times

_SECONDS = 0.085
_STEPS = (0.0, 1.6, -1.2, 0.7, -2.1)
"""Semitones of the signs above the pitch of the voice: as wide as somebody speaks who is calm."""


def sign(voice: Voice, variant: int) -> Wave:
    """One sign of a voice, 0.085 s, one side: a larynx behind a closed door, with some air in it.

    ``variant``: 0 … ``voice.variants`` − 1, a little higher or lower.
    """
    t = times(_SECONDS)
    pitch = voice.pitch * 2 ** (_STEPS[variant % len(_STEPS)] / 12)
    glide = pitch * (t - 0.35 * t**2 / _SECONDS * 0.12)
    throat = voice.throat * (1 + 0.04 * _STEPS[(variant + 2) % len(_STEPS)] / 2)
    tone = np.zeros_like(t)
    for partial in range(1, 10):
        hertz = partial * pitch
        mouth = 1 / (1 + ((hertz - throat) / (0.42 * throat)) ** 2) + 0.25 / (
            1 + ((hertz - 2.4 * throat) / 260) ** 2
        )
        tone += np.sin(2 * np.pi * partial * glide) * (mouth + 0.12 / partial) / partial**0.6
    air = noise(samples(_SECONDS), 101 + variant, 0.7 * throat, 2.2 * throat, tilt=4.0)
    whole = (tone * (1 - 0.5 * voice.breath) + air * voice.breath) * swell(_SECONDS, 0.012, 0.02)
    return through(whole, 70, 1250)
