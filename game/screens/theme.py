"""The look in one place: colours, type sizes, spacing, and the scale from the design to the window.

Screens are designed on a sheet of 1280 × 720 units and drawn in native pixels; nothing is ever drawn small
and enlarged. A ``Theme`` is made anew when the window, the text size or the contrast changes, and with it
every cache that depends on them.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Final, TypeAlias

import pygame

from game.format.showing import shown
from game.screens.colours import PALETTES, Colour, Contrast, Palette
from game.screens.fonts import Face, font_of
from game.screens.pictures import PICTURES, Picture

Rect: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height in design units (of 1280 × 720), before scaling."""

SHEET: Final = (1280, 720)
"""Design size; all coordinates of screens are in its units."""

MARGIN: Final = 32
GAP: Final = 8
"""Space between things that belong together; other spaces are quarters and multiples of it."""

TEXT_SIZES: Final[dict[str, float]] = {
    "stamp": 46,
    "headline": 32,
    "spoken": 25,
    "title": 24,
    "choice": 20,
    "body": 17,
    "small": 15,
    "hint": 14,
    "printed": 15.5,
    "column": 13,
}
"""Role → height of the letters in design units at 100 % text (ascent + descent of the font is 1 em).

``printed`` are the rows of a passbook, ``column`` the heads and the small print of its columns and charts.
"""

FITTING_SIZES: Final = (
    (28.0, 20.0, 16.0),
    (26.0, 19.0, 16.0),
    (24.0, 18.0, 15.5),
    (22.0, 17.0, 15.0),
    (20.0, 16.0, 15.0),
    (19.0, 15.0, 14.0),
)
"""Beside a passbook: letters of the sentence about trust, of what was said, and of the rest. The first that
leave the curve its room are taken; nothing there scrolls."""

_DASHLESS: Final = frozenset({8, 10, 11, 13, 16})
"""Sizes at which the hinting of BIZ UDPGothic makes – — ― vanish: measured from 8 to 80 pixels."""


class Theme:
    """Scale, fonts and colours of one window.

    Args:
        fonts: Folder of the font files (``FACE_FILES``).
        scale: Native pixels for one design unit; window height / 720.
        text_percent: Size of letters, 100–200.
        contrast: ``normal`` or ``high``.
        safe: Whether its colours can be told apart with any colour vision.
        origin: Native pixel where the sheet's corner lies, when the window is not 16 : 9.
    """

    def __init__(
        self,
        fonts: Path,
        scale: float = 1.0,
        text_percent: int = 100,
        contrast: Contrast = "normal",
        origin: tuple[int, int] = (0, 0),
        *,
        safe: bool = False,
    ) -> None:
        self.fonts = fonts
        self.scale = scale
        self.text_percent = text_percent
        self.contrast = contrast
        self.safe = safe
        self.origin = origin
        self._advances: dict[tuple[Face, int, str], int] = {}

    @classmethod
    def for_window(
        cls,
        fonts: Path,
        size: tuple[int, int],
        text_percent: int = 100,
        contrast: Contrast = "normal",
        *,
        safe: bool = False,
    ) -> "Theme":
        """The theme whose sheet fits a window of ``size`` pixels, centred."""
        scale = min(size[0] / SHEET[0], size[1] / SHEET[1])
        origin = (int(size[0] - SHEET[0] * scale) // 2, int(size[1] - SHEET[1] * scale) // 2)
        return cls(fonts, scale, text_percent, contrast, origin, safe=safe)

    def enlarged(self, by: float) -> "Theme":
        """The same look at another scale, for a card drawn by itself; its sheet begins at its corner."""
        return Theme(self.fonts, self.scale * by, self.text_percent, self.contrast, safe=self.safe)

    @cached_property
    def colours(self) -> Palette:
        """The palette of this look."""
        return PALETTES[self.contrast, self.safe]

    def px(self, units: float) -> int:
        """Design units in native pixels, rounded; a length, so never below one pixel when above nothing."""
        pixels = round(units * self.scale)
        return max(1, pixels) if units > 0 else pixels

    def at(self, x: float, y: float) -> tuple[int, int]:
        """A point of the sheet as a native pixel of the window."""
        return self.origin[0] + round(x * self.scale), self.origin[1] + round(y * self.scale)

    def rect(self, rect: Rect) -> pygame.Rect:
        """A rectangle of the sheet in the window; neighbours share their edge exactly."""
        left, top = self.at(rect[0], rect[1])
        right, bottom = self.at(rect[0] + rect[2], rect[1] + rect[3])
        return pygame.Rect(left, top, right - left, bottom - top)

    def units(self, pixels: float) -> float:
        """Native pixels in design units."""
        return pixels / self.scale

    def on_sheet(self, pixel: tuple[int, int]) -> tuple[float, float]:
        """A native pixel (of the mouse) as a point of the sheet."""
        return (pixel[0] - self.origin[0]) / self.scale, (pixel[1] - self.origin[1]) / self.scale

    def whole(self, surface: pygame.Surface) -> Rect:
        """The whole window in units of the sheet: larger than the sheet where it is not 16 : 9."""
        left, top = self.on_sheet((0, 0))
        return left, top, self.units(surface.get_width()), self.units(surface.get_height())

    def em(self, role: str | float) -> int:
        """Native pixels of the letters of a role of ``TEXT_SIZES``, or of so many units."""
        units = TEXT_SIZES[role] if isinstance(role, str) else role
        pixels = max(6, round(units * self.scale * self.text_percent / 100))
        while pixels in _DASHLESS:
            pixels += 1
        return pixels

    def font(self, face: Face, em: int) -> pygame.font.Font:
        """The font of a face at ``em`` native pixels.

        Raises:
            FontMissing: its file is not there or is no font.
        """
        return font_of(self.fonts, face, em)

    def measure(self, face: Face, em: int) -> Callable[[str], int]:
        """A function from a glyph to its width in native pixels; remembered, since SDL takes 2 µs each."""

        def advance(glyph: str) -> int:
            key = (face, em, glyph)
            width = self._advances.get(key)
            if width is None:
                width = self._advances[key] = self.font(face, em).size(shown(glyph))[0]
            return width

        return advance

    def render(self, face: Face, em: int, text: str, colour: Colour) -> pygame.Surface:
        """``text`` on a transparent surface, remembered; not to be drawn on."""

        def make() -> Picture:
            font = self.font(face, em)
            try:
                return Picture(font.render(shown(text), antialias=True, color=colour))
            except pygame.error:  # signs without any width, and nothing else
                return Picture(pygame.Surface((0, font.get_height()), pygame.SRCALPHA))

        return PICTURES.get((face, em, text, colour, self.fonts), make).surface
