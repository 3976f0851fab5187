"""The look in one place: colours, type sizes, spacing, and the scale from the design to the window.

Screens are designed on a sheet of 1280 × 720 units and drawn in native pixels; nothing is ever drawn small
and enlarged. A ``Theme`` is made anew when the window, the text size or the contrast changes, and with it
every cache that depends on them.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pygame

Colour: TypeAlias = tuple[int, int, int]
Face: TypeAlias = Literal["regular", "bold"]
Contrast: TypeAlias = Literal["normal", "high"]
Rect: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height in design units (of 1280 × 720), before scaling."""

SHEET: Final = (1280, 720)
"""Design size; all coordinates of screens are in its units."""

LEAST_CONTRAST: Final = 4.5
"""Ratio that text must keep against its ground (WCAG 2.2, 1.4.3)."""

MARGIN: Final = 32
GAP: Final = 8
"""Space between things that belong together; other spaces are multiples of it."""

TEXT_SIZES: Final = {
    "stamp": 46,
    "headline": 32,
    "spoken": 25,
    "title": 24,
    "choice": 20,
    "body": 17,
    "small": 15,
    "hint": 14,
}
"""Role → height of the letters in design units at 100 % text (ascent + descent of the font is 1 em)."""

FACE_FILES: Final[dict[Face, str]] = {
    "regular": "BIZUDPGothic-Regular.ttf",
    "bold": "BIZUDPGothic-Bold.ttf",
}
_MOST_SURFACES: Final = 600
_FONT_STARTS: Final = (b"\x00\x01\x00\x00", b"OTTO", b"true")


class FontMissing(Exception):  # noqa: N818 - it is what happened, and the name screens read
    """A font file is not where it should be; ``path`` is the file the app names in its sentence."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for: paper and ink, one accent, wood under the passbook."""

    paper: Colour = (0xF7, 0xF2, 0xE6)
    card: Colour = (0xFD, 0xFB, 0xF5)
    ink: Colour = (0x24, 0x21, 0x1D)
    soft_ink: Colour = (0x6B, 0x64, 0x58)
    rule: Colour = (0xD8, 0xCC, 0xB2)
    indigo: Colour = (0x24, 0x41, 0x5F)
    vermilion: Colour = (0xBF, 0x3B, 0x27)
    moss: Colour = (0x56, 0x71, 0x3F)
    ochre: Colour = (0xA8, 0x77, 0x2A)
    wood: Colour = (0x5B, 0x4A, 0x37)
    deep_wood: Colour = (0x4B, 0x3C, 0x2C)
    focus_ground: Colour = (0xE4, 0xE6, 0xE3)
    due_ground: Colour = (0xF6, 0xE9, 0xDD)
    on_wood: Colour = (0xF7, 0xF2, 0xE6)
    soft_on_wood: Colour = (0xDC, 0xCE, 0xB4)
    alarm_on_wood: Colour = (0xF4, 0xB3, 0xA0)
    margin_line: Colour = (0xE4, 0xBC, 0xAE)


NORMAL: Final = Palette()
HIGH: Final = replace(
    NORMAL,
    paper=(0xFF, 0xFF, 0xFF),
    card=(0xFF, 0xFF, 0xFF),
    ink=(0x00, 0x00, 0x00),
    soft_ink=(0x33, 0x30, 0x2B),
    rule=(0x6B, 0x64, 0x58),
    indigo=(0x0B, 0x2A, 0x4A),
    vermilion=(0x96, 0x20, 0x10),
    moss=(0x2F, 0x4A, 0x1C),
    ochre=(0x6B, 0x47, 0x0C),
    wood=(0x2B, 0x21, 0x17),
    deep_wood=(0x1C, 0x15, 0x0E),
    focus_ground=(0xD9, 0xE4, 0xF0),
    due_ground=(0xFB, 0xEB, 0xE4),
    on_wood=(0xFF, 0xFF, 0xFF),
    soft_on_wood=(0xF2, 0xE8, 0xD4),
    alarm_on_wood=(0xFF, 0xD2, 0xC4),
)
PALETTES: Final[dict[Contrast, Palette]] = {"normal": NORMAL, "high": HIGH}

PAIRS: Final = (
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "focus_ground"),
    ("ink", "due_ground"),
    ("soft_ink", "paper"),
    ("soft_ink", "card"),
    ("soft_ink", "focus_ground"),
    ("soft_ink", "due_ground"),
    ("indigo", "paper"),
    ("indigo", "card"),
    ("indigo", "focus_ground"),
    ("vermilion", "paper"),
    ("vermilion", "card"),
    ("vermilion", "due_ground"),
    ("moss", "paper"),
    ("moss", "card"),
    ("card", "indigo"),
    ("card", "vermilion"),
    ("on_wood", "wood"),
    ("on_wood", "deep_wood"),
    ("soft_on_wood", "wood"),
    ("soft_on_wood", "deep_wood"),
    ("alarm_on_wood", "wood"),
    ("alarm_on_wood", "deep_wood"),
)
"""Every (letters, ground) the screens may use, by the names of ``Palette``. A new pair is added here first, so
that the test of the contrast sees it. Ochre is for areas only: on paper it stays below 4.5 : 1."""

OKABE_ITO: Final[tuple[Colour, ...]] = (
    (0x00, 0x72, 0xB2),
    (0xE6, 0x9F, 0x00),
    (0x00, 0x9E, 0x73),
    (0xCC, 0x79, 0xA7),
    (0x56, 0xB4, 0xE9),
    (0xD5, 0x5E, 0x00),
)
"""Categories to be told apart with any colour vision (Okabe and Ito 2008); always with a second sign."""


def luminance(colour: Colour) -> float:
    """Relative luminance 0–1 of an sRGB colour (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]  # noqa: PLR2004 - the constants of sRGB
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(one: Colour, other: Colour) -> float:
    """Contrast 1–21 of two colours, in either order (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The colour ``share`` (0–1) of the way from ``one`` to ``other``."""
    return (
        round(one[0] + (other[0] - one[0]) * share),
        round(one[1] + (other[1] - one[1]) * share),
        round(one[2] + (other[2] - one[2]) * share),
    )


def hexed(colour: Colour) -> str:
    """The colour as ``#rrggbb``, as SVG wants it."""
    return f"#{colour[0]:02x}{colour[1]:02x}{colour[2]:02x}"


def colour_names() -> tuple[str, ...]:
    """The names of ``Palette``, in order."""
    return tuple(field.name for field in fields(Palette))


def _whole_font(path: Path) -> bool:
    """Whether the file is a TrueType or OpenType font whose tables all lie inside it.

    Asked before pygame sees the file: in pygame-ce 2.5.8 the second file that is no font is not refused
    but kills the process.
    """
    try:
        with path.open("rb") as file:
            head = file.read(12)
            if head[:4] not in _FONT_STARTS or len(head) < 12:  # noqa: PLR2004 - the length of the header
                return False
            count = struct.unpack(">H", head[4:6])[0]
            tables = file.read(16 * count)
            size = path.stat().st_size
    except OSError:
        return False
    ends = [sum(struct.unpack(">II", tables[at + 8 : at + 16])) for at in range(0, len(tables) - 15, 16)]
    return len(ends) == count > 0 and max(ends) <= size


class Theme:
    """Scale, fonts and colours of one window.

    Args:
        fonts: Folder of the font files (``FACE_FILES``).
        scale: Native pixels for one design unit; window height / 720.
        text_percent: Size of letters, 100–200.
        contrast: ``normal`` or ``high``.
        origin: Native pixel where the sheet's corner lies, when the window is not 16 : 9.
    """

    def __init__(
        self,
        fonts: Path,
        scale: float = 1.0,
        text_percent: int = 100,
        contrast: Contrast = "normal",
        origin: tuple[int, int] = (0, 0),
    ) -> None:
        self.fonts = fonts
        self.scale = scale
        self.text_percent = text_percent
        self.contrast = contrast
        self.origin = origin
        self._fonts: dict[tuple[Face, int], pygame.font.Font] = {}
        self._surfaces: dict[tuple[Face, int, str, Colour], pygame.Surface] = {}
        self._advances: dict[tuple[Face, int, str], int] = {}

    @classmethod
    def for_window(
        cls, fonts: Path, size: tuple[int, int], text_percent: int = 100, contrast: Contrast = "normal"
    ) -> "Theme":
        """The theme whose sheet fits a window of ``size`` pixels, centred."""
        scale = min(size[0] / SHEET[0], size[1] / SHEET[1])
        origin = (int(size[0] - SHEET[0] * scale) // 2, int(size[1] - SHEET[1] * scale) // 2)
        return cls(fonts, scale, text_percent, contrast, origin)

    @cached_property
    def colours(self) -> Palette:
        """The palette of this contrast."""
        return PALETTES[self.contrast]

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

    def em(self, role: str | float) -> int:
        """Native pixels of the letters of a role of ``TEXT_SIZES``, or of so many units."""
        units = TEXT_SIZES[role] if isinstance(role, str) else role
        return max(6, round(units * self.scale * self.text_percent / 100))

    def font(self, face: Face, em: int) -> pygame.font.Font:
        """The font of a face at ``em`` native pixels.

        Raises:
            FontMissing: its file is not there or is no font.
        """
        font = self._fonts.get((face, em))
        if font is None:
            path = self.fonts / FACE_FILES[face]
            if not _whole_font(path):
                raise FontMissing(path)
            if not pygame.font.get_init():
                pygame.font.init()
            font = self._fonts[face, em] = pygame.font.Font(path, em)
        return font

    def measure(self, face: Face, em: int) -> Callable[[str], int]:
        """A function from a glyph to its width in native pixels; remembered, since SDL takes 2 µs each."""

        def advance(glyph: str) -> int:
            key = (face, em, glyph)
            width = self._advances.get(key)
            if width is None:
                width = self._advances[key] = self.font(face, em).size(glyph)[0]
            return width

        return advance

    def render(self, face: Face, em: int, text: str, colour: Colour) -> pygame.Surface:
        """``text`` on a transparent surface, remembered; not to be drawn on."""
        key = (face, em, text, colour)
        surface = self._surfaces.pop(key, None)
        if surface is None:
            surface = self.font(face, em).render(text, antialias=True, color=colour)
            if len(self._surfaces) >= _MOST_SURFACES:
                # Oldest first: the dict keeps the order in which surfaces were last used.
                del self._surfaces[next(iter(self._surfaces))]
        self._surfaces[key] = surface
        return surface


def last_resort_font(em: int) -> pygame.font.Font:
    """The font inside pygame, for a Latin sentence about a missing font; it has no Japanese."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(None, em)
