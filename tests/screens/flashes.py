"""How much a picture flashes, frame by frame, as WCAG 2.2 counts it (2.3.1, general flashes).

A flash is a pair of opposing changes of relative luminance by a tenth or more whose darker state is below
0.8. More than three of them in any second are dangerous where, taken together, they fill more than a quarter
of what an eye sees sharply at once: a field of 341 × 256 of 1024 × 768 pixels, a ninth of the picture.
"""

from collections import deque
from typing import Any

import numpy as np
import pygame

GRID = (64, 36)
"""Cells the picture is looked at in."""

FIELD = (22, 12)
"""Cells of what is seen sharply at once: a third of the picture each way."""

QUARTER = 0.25
LEAST_CHANGE = 0.1
DARK = 0.8
MOST_FLASHES = 3


def luminance(surface):
    """Relative luminance of every cell, 0…1."""
    small = pygame.transform.smoothscale(surface, GRID)
    channels = pygame.surfarray.array3d(small) / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


class Flashes:
    """Watches frames; ``worst``: the largest share of a field that flashed over three times a second."""

    def __init__(self):
        self.worst = 0.0
        self.frames = 0
        self.changes = 0
        self._extreme: Any = None
        self._rising: Any = None
        self._turns: deque[tuple[float, np.ndarray]] = deque()

    def see(self, surface, now):
        """One more frame, shown at ``now`` (seconds)."""
        light = luminance(surface)
        self.frames += 1
        if self._extreme is None:
            self._extreme, self._rising = light.copy(), np.zeros(light.shape, np.int8)
            return
        moved = light - self._extreme
        # What goes on in the same direction only moves the extreme; what turns back far enough is a change.
        further = np.sign(moved) == self._rising
        turned = (np.abs(moved) >= LEAST_CHANGE) & (np.minimum(light, self._extreme) < DARK) & ~further
        self._rising = np.where(turned, np.sign(moved), self._rising).astype(np.int8)
        self._extreme = np.where(further | turned, light, self._extreme)
        if turned.any():
            self.changes += int(turned.sum())
            self._turns.append((now, turned))
        while self._turns and self._turns[0][0] <= now - 1:
            self._turns.popleft()
        if turned.any():
            count = np.sum([cells for _, cells in self._turns], axis=0)
            self.worst = max(self.worst, _fullest_field(count // 2 > MOST_FLASHES))


def _fullest_field(flashing):
    """The largest share of any field that is flashing."""
    sums = np.zeros((GRID[0] + 1, GRID[1] + 1))
    sums[1:, 1:] = flashing.cumsum(0).cumsum(1)
    wide, high = FIELD
    fields = sums[wide:, high:] - sums[:-wide, high:] - sums[wide:, :-high] + sums[:-wide, :-high]
    return float(fields.max()) / (wide * high)
