"""A surface that remembers what was written on it: where, in which colour, on what ground.

It proves what a list cannot: every letter the screens draw comes through ``Theme.render`` and is blitted, so
while ``watching`` nothing is written anywhere without being noted, not even on a card that is turned later.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final
from unittest.mock import patch

import numpy as np
import numpy.typing as npt
import pygame

from game.screens.colours import Colour
from game.screens.theme import Theme

_SOLID: Final = 160
"""Alpha from which a pixel of a letter counts as the letter itself."""

_SAME: Final = 2
_FEW: Final = 6
_SHARE: Final = 0.03
"""Letters are intact while so few, or such a share, of their pixels are covered: a caret may touch one."""

_NONE: Final = np.empty((0, 0, 3), np.uint8)


@dataclass(eq=False, slots=True)
class Written:
    """Letters as they were drawn at once. Rectangles in pixels of the surface they were drawn on.

    ``ink``: the smallest rectangle around the letters · ``seen``: the part of it inside the clip ·
    ``ground``: the pixels below it before it was drawn (x, y, channels) · ``mask``: which of ``seen`` are
    ink · ``after``: those pixels just after.
    """

    text: str
    colour: Colour
    em: int
    ink: pygame.Rect
    seen: pygame.Rect
    surface: pygame.Surface
    ground: npt.NDArray[np.uint8]
    mask: npt.NDArray[np.bool_]
    after: npt.NDArray[np.uint8]
    clip: pygame.Rect
    clear: bool
    """Whether it was drawn on a ground one can see through: a stamp's seal, a falling leaf."""


@dataclass(eq=False, slots=True)
class Watch:
    """What has been written since the watching began; the window's part since it was last painted over."""

    on_window: list[Written] = field(default_factory=list)
    elsewhere: list[Written] = field(default_factory=list)
    window: pygame.Surface | None = None
    grounds: bool = True
    """Whether the pixels below are wanted; each has none otherwise, and is noted sooner."""
    paused: bool = False
    """Whether nothing is put on the window nor noted: hands are at work, and the whole of it is drawn anew
    before anybody looks."""
    _known: set[object] = field(default_factory=set)

    def wants(self, letters: tuple[pygame.Surface, str, Colour, int], on: pygame.Surface) -> bool:
        """Whether letters drawn on this surface are to be noted; on cards and leaves each once."""
        if on is self.window:
            return True
        known = (letters[1], letters[2], letters[3], on.get_size())
        new = known not in self._known
        self._known.add(known)
        return new

    def covered(self) -> list[Written]:
        """What was written on the window and painted over in part by something that is no whole ground."""
        return [each for each in self.on_window if not _intact(each)]


def _intact(each: Written) -> bool:
    now = pygame.surfarray.array3d(each.surface.subsurface(each.seen))[each.mask]
    changed = (np.abs(now.astype(int) - each.after) > _SAME).any(axis=1)
    return int(changed.sum()) <= max(_FEW, _SHARE * changed.size)


_watch: list[Watch] = []
_letters: dict[int, tuple[pygame.Surface, str, Colour, int]] = {}


class Watched(pygame.Surface):
    """A surface whose blits of letters are noted while somebody is watching."""

    def blit(self, source: pygame.Surface, dest: Any = (0, 0), area: Any = None, special_flags: int = 0) -> pygame.Rect:  # fmt: skip # noqa: E501
        """Blit as ever; note it when it is letters, forget all when it covers the whole window."""
        if _watch and _watch[-1].paused and self is _watch[-1].window:
            return self._as_if(source, dest, area)
        found = _letters.get(id(source))
        if found is None or not _watch or not _watch[-1].wants(found, self):
            self._painted_over(source, dest)
            return super().blit(source, dest, area, special_flags)
        part = source if area is None else source.subsurface(pygame.Rect(area).clip(source.get_rect()))
        bound = part.get_bounding_rect(min_alpha=_SOLID // 4)
        left, top = (dest.x, dest.y) if isinstance(dest, pygame.Rect) else (round(dest[0]), round(dest[1]))
        ink = bound.move(left, top)
        seen = ink.clip(self.get_clip())
        if not bound.width or not seen.width or not seen.height:
            return super().blit(source, dest, area, special_flags)
        watch = _watch[-1]
        ground = pygame.surfarray.array3d(self.subsurface(seen)) if watch.grounds else _NONE
        see_through = bool(self.get_flags() & pygame.SRCALPHA) and self.get_at(seen.center).a < 255
        done = super().blit(source, dest, area, special_flags)
        alpha = pygame.surfarray.array_alpha(part.subsurface(seen.move(-left, -top)))
        mask = alpha >= _SOLID
        after = pygame.surfarray.array3d(self.subsurface(seen))[mask]
        _, text, colour, em = found
        note = Written(text, colour, em, ink, seen, self, ground, mask, after, self.get_clip(), see_through)
        (watch.on_window if self is watch.window else watch.elsewhere).append(note)
        return done

    def fill(self, color: Any, rect: Any = None, special_flags: int = 0) -> pygame.Rect:
        """Fill as ever; a whole fill of the window forgets what was written before."""
        if rect is None and _watch and self is _watch[-1].window:
            _watch[-1].on_window.clear()
        return super().fill(color, rect, special_flags)

    def _as_if(self, source: pygame.Surface, dest: Any, area: Any) -> pygame.Rect:
        """What a blit tells of itself: the pixels it changes."""
        size = source.get_size() if area is None else pygame.Rect(area).clip(source.get_rect()).size
        left, top = dest[:2]
        return pygame.Rect(round(left), round(top), *size).clip(self.get_clip())

    def _painted_over(self, source: pygame.Surface, dest: Any) -> None:
        whole = source.get_size() == self.get_size() and tuple(dest[:2]) == (0, 0)
        if whole and _watch and self is _watch[-1].window:
            _watch[-1].on_window.clear()


def window_of(size: tuple[int, int]) -> pygame.Surface:
    """A watched surface to be the window's."""
    surface = Watched(size)
    _watch[-1].window = surface
    _watch[-1].on_window.clear()
    return surface


@contextmanager
def watching() -> Iterator[Watch]:
    """While inside, everything that is written is noted, and new surfaces are watched ones."""
    render = Theme.render

    def noted(theme: Theme, face: Any, em: int, text: str, colour: Colour) -> pygame.Surface:
        surface = render(theme, face, em, text, colour)
        _letters[id(surface)] = (surface, text, colour, em)
        return surface

    watch = Watch()
    _watch.append(watch)
    try:
        with patch.object(Theme, "render", noted), patch.object(pygame, "Surface", Watched):
            yield watch
    finally:
        _watch.pop()
        _letters.clear()
