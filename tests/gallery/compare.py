"""Pictures compared: small, averaged, with a tolerance that letters drawn by another build stay in.

A picture is kept as the average colour of small areas, so that what smoothing does at an edge hardly counts,
while a line that has moved or an element that is missing changes whole areas.
"""

from math import gcd
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

KEPT_SIZE: Final = (480, 270)
STEP: Final = 4
"""Kept colours are multiples of it: the file is half as large, and no eye sees it."""

NEAR: Final = 16
"""How far a channel (0–255) of an area's average may be off without counting."""

MOST_OFF: Final = 14
"""How many areas, of 129,600, may count before the picture is another one."""

SLIGHT: Final = 7
MOST_SLIGHT: Final = 110
"""The same for what is hardly off: a pale line, a ground a little darker."""

Pixels = npt.NDArray[np.float64]


def averaged(surface: pygame.Surface, size: tuple[int, int] = KEPT_SIZE) -> Pixels:
    """The average colour of each of ``size`` areas of a picture: rows, columns, channels, 0–255."""
    pixels = pygame.surfarray.array3d(surface).astype(np.float64, order="C")
    columns = _means(pixels, size[0])
    return _means(columns.swapaxes(0, 1), size[1])


def _means(values: Pixels, parts: int) -> Pixels:
    """The means of so many equal parts of the first axis.

    Where 8 pixels become 3 areas, the next 8 do so in the same way: one small table does for all of them.
    """
    alike = gcd(len(values), parts)
    shares = _shares(len(values) // alike, parts // alike)
    means: Pixels = shares @ values.reshape(alike, len(values) // alike, -1)
    return means.reshape(parts, *values.shape[1:])


def _shares(length: int, parts: int) -> Pixels:
    """What each pixel of a side gives to each of its equal parts; a row sums to 1."""
    edges = np.linspace(0, length, parts + 1)
    at = np.arange(length)
    overlap = np.minimum(edges[1:, None], at[None] + 1) - np.maximum(edges[:-1, None], at[None])
    shares: Pixels = np.clip(overlap, 0, None) * parts / length
    return shares


def kept(pixels: Pixels) -> pygame.Surface:
    """An averaged picture as it is written to a file."""
    coarse = np.clip(np.round(pixels / STEP) * STEP, 0, 255).astype(np.uint8)
    return pygame.surfarray.make_surface(coarse.swapaxes(0, 1))


def distance(one: Pixels, other: Pixels) -> Pixels:
    """For each area how far its worst channel is off."""
    worst: Pixels = np.abs(one - other).max(axis=2)
    return worst


def areas_off(one: Pixels, other: Pixels, by: int = NEAR) -> int:
    """How many areas differ by more than so much."""
    return int((distance(one, other) > by).sum())


def same(one: Pixels, other: Pixels) -> bool:
    """Whether two averaged pictures count as the same picture."""
    if one.shape != other.shape:
        return False
    return areas_off(one, other) <= MOST_OFF and areas_off(one, other, SLIGHT) <= MOST_SLIGHT


def side_by_side(expected: Pixels | None, got: Pixels, file: Path) -> None:
    """Write what was expected, what came, and where they differ (white on black) as one picture."""
    expected = np.zeros_like(got) if expected is None or expected.shape != got.shape else expected
    apart = distance(expected, got)
    far = np.where(apart > NEAR, 255.0, apart * 2)[:, :, None].repeat(3, axis=2)
    gap = np.full((got.shape[0], 6, 3), 128.0)
    whole = np.concatenate([expected, gap, got, gap, far], axis=1)
    file.parent.mkdir(parents=True, exist_ok=True)
    picture = np.clip(whole, 0, 255).astype(np.uint8).swapaxes(0, 1)
    pygame.image.save(pygame.surfarray.make_surface(picture), file)
