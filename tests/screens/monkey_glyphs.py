"""Whether every glyph of what is drawn is there: read off the texts that are drawn, whatever they are."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch

import pygame
import pygame.freetype

from game.format.showing import shown
from game.screens.colours import Colour
from game.screens.fonts import FACE_FILES, Face
from game.screens.theme import Theme

LARGE = 32
"""Pixels of the letters by which a font is asked for its signs."""


class Glyphs:
    """Signs that were drawn though the font has none for them; those that were typed are not ours."""

    def __init__(self, typed: str = "") -> None:
        self._typed = frozenset(typed)
        self._known: dict[Face, set[str]] = {"regular": set(), "bold": set()}
        self._fonts: dict[Face, pygame.freetype.Font] = {}
        self._missing: dict[str, str] = {}
        self.drawn = 0
        """How many texts were looked at."""

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look at every text that is drawn meanwhile."""
        render = Theme.render

        def looked_at(theme: Theme, face: Face, em: int, text: str, colour: Colour) -> pygame.Surface:
            self._look(theme, face, text)
            return render(theme, face, em, text, colour)

        with patch.object(Theme, "render", looked_at):
            yield

    def _look(self, theme: Theme, face: Face, text: str) -> None:
        self.drawn += 1
        known = self._known[face]
        new = set(text) - known
        if not new:
            return
        known |= new
        signs = "".join(sorted(one for one in shown(text) if one in new and not one.isspace()))
        if not signs:
            return
        measures: Sequence[object] = self._font(theme, face).get_metrics(signs)  # its stub knows no None
        for sign, measure in zip(signs, measures, strict=True):
            if measure is None and sign not in self._typed:
                self._missing.setdefault(sign, text)

    def _font(self, theme: Theme, face: Face) -> pygame.freetype.Font:
        """The face as this library opens it: it is the one that says when a sign is not there."""
        if face not in self._fonts:
            pygame.freetype.init()
            self._fonts[face] = pygame.freetype.Font(theme.fonts / FACE_FILES[face], LARGE)
        return self._fonts[face]

    def faults(self) -> list[str]:
        """What was found since the last time."""
        found = [f"no glyph for U+{ord(sign):04X} in “{text}”" for sign, text in self._missing.items()]
        self._missing.clear()
        return found
