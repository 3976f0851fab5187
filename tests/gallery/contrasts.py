"""What is written in which colour on which ground: read off the pixels, not off a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final, get_args

import numpy as np

from game.core.scenario import LevelName
from game.screens.colours import PAIRS, Colour, Palette, colour_names, contrast_ratio
from game.screens.desk import cover_colour
from tests.gallery.watching import Watch, Written

_RARE: Final = 0.02
"""A ground below this share of a letter's surroundings is the edge of something else."""

_NEAR: Final = 14
_CLOTH: Final = 24
"""How far a channel may be off: wood has a grain, the cloth of a cover a gradient."""

_PLACES: Final = np.array([1 << 16, 1 << 8, 1])
"""What its three channels count for in the number of a colour."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Letters on a ground, each by all names its colour has; ``ratio``: the least contrast that is seen."""

    text: str
    inks: frozenset[str]
    grounds: frozenset[str]
    ratio: float

    @property
    def listed(self) -> bool:
        """Whether the design knows this pair: by its list, or as foil on the cloth of a cover."""
        foil = "on_wood" in self.inks and "cover" in self.grounds
        return foil or any(pair in PAIRS for pair in product(self.inks, self.grounds))


def pairs_of(watch: Watch, palette: Palette) -> Iterator[Pair]:
    """Every pair that was seen, on the window and on cards of their own."""
    for each in (*watch.on_window, *watch.elsewhere):
        if not each.clear:
            yield _pair(each, palette)


def _pair(each: Written, palette: Palette) -> Pair:
    pixels = each.ground.reshape(-1, 3)
    numbers, counts = np.unique(pixels @ _PLACES, return_counts=True)
    common = numbers[counts >= max(1, _RARE * len(pixels))]
    # A ground with a grain has no colour that is common: then every pixel counts.
    seen = (common if len(common) else numbers).tolist()
    worst = min(contrast_ratio(each.colour, (rgb >> 16, rgb >> 8 & 255, rgb & 255)) for rgb in seen)
    middle = tuple(np.median(pixels, axis=0).tolist())
    return Pair(each.text, names_of(each.colour, palette), names_of(middle, palette), worst)


def names_of(colour: tuple[float, ...], palette: Palette) -> frozenset[str]:
    """The names of the palette's colours that this one is, grain and gradient allowed; else its numbers."""
    near = {name for name in colour_names() if _far(getattr(palette, name), colour) <= _NEAR}
    cloths = (cover_colour(level, palette) for level in get_args(LevelName))
    if any(_far(cloth, colour) <= _CLOTH for cloth in cloths):
        near.add("cover")
    return frozenset(near or {str(tuple(round(part) for part in colour))})


def _far(one: Colour, other: tuple[float, ...]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
