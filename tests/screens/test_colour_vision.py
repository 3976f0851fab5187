"""Colours that mean different things stay apart for any eye: simulated by Machado and others (2009).

G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color
Vision Deficiency. IEEE TVCG 15 (2009). Their matrices for the full deficiency, on linear sRGB.
"""

from itertools import combinations
from typing import get_args

import numpy as np
import pytest

from game.core.scenario import LevelName
from game.screens.colours import PALETTES, TOLD_APART
from game.screens.desk import cover_colour

VISIONS = {
    "usual": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
LEAST = 15
"""Difference in CIE L*a*b* (CIE 1976) that large areas and bold letters must keep; 2.3 is just to be seen."""


def lab(colour, vision):
    """A colour in CIE L*a*b* (D65), as this eye sees it."""
    share = np.array(colour) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    white = np.array([0.95047, 1.0, 1.08883])
    xyz = _XYZ @ np.clip(VISIONS[vision] @ linear, 0, 1) / white
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(one, other, vision):
    """How different two colours look to this eye."""
    return float(np.linalg.norm(lab(one, vision) - lab(other, vision)))


def test_the_simulation_leaves_the_usual_eye_and_grey_alone():
    assert lab((255, 255, 255), "usual") == pytest.approx([100, 0, 0], abs=0.02)
    assert lab((0, 0, 0), "deutan") == pytest.approx([0, 0, 0], abs=0.01)
    assert apart((255, 0, 0), (0, 255, 0), "usual") == pytest.approx(170.6, abs=0.2)
    for vision in VISIONS:
        assert apart((128, 128, 128), (128, 128, 128), vision) == 0
        assert np.abs(lab((128, 128, 128), vision) - lab((128, 128, 128), "usual")).max() < 0.1


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_the_safe_colours_stay_apart_for_any_eye(contrast, vision):
    palette = PALETTES[contrast, True]
    for group in TOLD_APART:
        for one, other in combinations(group, 2):
            assert apart(getattr(palette, one), getattr(palette, other), vision) >= LEAST, (one, other)
    covers = [cover_colour(level, palette) for level in get_args(LevelName)]
    for cloth, next_cloth in combinations(covers, 2):
        assert apart(cloth, next_cloth, vision) >= LEAST


@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_the_usual_colours_stay_apart_for_the_usual_eye_and_not_for_all(contrast):
    palette = PALETTES[contrast, False]
    for group in TOLD_APART:
        for one, other in combinations(group, 2):
            assert apart(getattr(palette, one), getattr(palette, other), "usual") >= LEAST, (one, other)
    # That is why there are others: gain and loss look alike to a protan eye.
    assert apart(palette.vermilion, palette.moss, "protan") < LEAST
