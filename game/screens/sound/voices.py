"""What a voice sounds like when no word of it is heard: a short, muffled sign for a syllable."""

from typing import Final

import numpy as np

from game.screens.sound.voice import Voice
from game.screens.sound.waves import Wave, noise, samples, swell, through, times

_SECONDS: Final = 0.1
_PARTIALS: Final = 14

_STEPS: Final = (0.0, 1.3, -1.1, 0.6, -1.9)
"""Semitones of the signs above the pitch of the voice: as wide as somebody speaks who is calm."""

_SOFTER: Final = (0.0, 1.0, 2.0, 3.5, 2.5)
"""dB that each sign is softer than the first: syllables are not all stressed."""


def softer(variant: int) -> float:
    """How many dB this sign of a voice is softer than its loudest."""
    return _SOFTER[variant % len(_SOFTER)]


def sign(voice: Voice, variant: int) -> Wave:
    """One sign of a voice, 0.1 s, one side: a larynx heard through a door, with some air in it.

    ``variant``: 0 … ``voice.variants`` − 1, a little higher or lower, the mouth more open or less.
    """
    t = times(_SECONDS)
    step = _STEPS[variant % len(_STEPS)]
    pitch = voice.pitch * 2 ** (step / 12)
    falling = pitch * (t - 0.04 * t**2 / _SECONDS)
    throat = voice.throat * (1 + 0.05 * _STEPS[(variant + 2) % len(_STEPS)])
    tone = np.zeros_like(t)
    for partial in range(1, _PARTIALS + 1):
        hertz = partial * pitch
        mouth = 1 / (1 + ((hertz - throat) / (0.45 * throat)) ** 2)
        mouth += 0.3 / (1 + ((hertz - 2.3 * throat) / (0.4 * throat)) ** 2)
        strength = (0.25 + mouth) * partial**-0.9
        # Phases as scattered as in a room: together they would beat like a drum.
        tone += strength * np.sin(2 * np.pi * partial * falling + 2.4 * partial**2)
    tone /= np.sqrt(np.mean(tone**2))
    air = noise(samples(_SECONDS), 101 + variant, 0.8 * throat, 2.2 * throat, tilt=2.0)
    whole = tone * (1 - 0.6 * voice.breath) + air * 0.8 * voice.breath
    return through(whole * swell(_SECONDS, 0.016, 0.02), 75, 900)
