"""The window: its size and its theme; what is shown in it is the app's affair."""

import os
from pathlib import Path
from typing import Final

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_IME_SHOW_UI", "1")  # without it Windows shows no candidates for kanji
import pygame

from game.screens.colours import Contrast
from game.screens.emblem import icon
from game.screens.pads import EVENTS as PAD_EVENTS
from game.screens.pads import RAW as RAW_EVENTS
from game.screens.paint import forget_pictures, remember_for
from game.screens.pen import Pen
from game.screens.theme import SHEET, Rect, Theme

LEAST_SIZE: Final = (640, 360)
"""The smallest window in pixels; below it nothing could be read."""

_AROUND: Final = (16, 96)
"""Pixels of the screen left to the window's own frame and the system's task bar when it opens."""

ICON: Final = 128
"""Pixels of the window's icon, which the system scales to its task bar."""

_NOWHERE: Final = frozenset({"offscreen", "dummy"})
"""Drivers SDL falls back to where it finds no screen; nobody sees what they draw."""

_EVENTS: Final = (
    pygame.QUIT, pygame.KEYDOWN, pygame.KEYUP, pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL,
    pygame.TEXTINPUT, pygame.TEXTEDITING, pygame.DROPFILE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED,
    pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN,
    pygame.WINDOWRESTORED, pygame.WINDOWSHOWN,
    pygame.AUDIODEVICEREMOVED, *PAD_EVENTS, *RAW_EVENTS, pygame.USEREVENT,
)  # fmt: skip


def fitting(size: tuple[int, int], screen: tuple[int, int]) -> tuple[int, int]:
    """The first size in pixels with room on this screen for frame and task bar, in the same proportion."""
    shares = ((room - around) / own for own, room, around in zip(size, screen, _AROUND, strict=True))
    share = min(1.0, *shares)
    return max(LEAST_SIZE[0], int(size[0] * share)), max(LEAST_SIZE[1], int(size[1] * share))


class NoDisplay(Exception):  # noqa: N818 - it is what happened, and the name the command reads
    """There is no screen a window could be opened on."""


class Window:
    """A window and the look of what is drawn in it.

    Args:
        fonts: Folder of the font files.
        size: First size in pixels.
    """

    def __init__(self, fonts: Path, size: tuple[int, int] = SHEET) -> None:
        self.fonts = fonts
        self.text_percent = 100
        self.contrast: Contrast = "normal"
        self.safe_colours = False
        self.furigana = False
        self.full = False
        """Whether it fills the whole screen."""
        self.surface: pygame.Surface
        self._size, self._at = size, (0, 0)
        """What it was before it filled the screen: its size, and where it stood."""
        self._theme: Theme | None = None
        self._pen: Pen | None = None
        self._dirty = True
        self._parts: list[pygame.Rect] = []
        """What alone has to be drawn anew while the picture as a whole is not dirty, in native pixels."""

    def open(self, title: str) -> None:
        """Open the window; raises ``NoDisplay`` where there is no screen to open it on."""
        try:
            pygame.display.init()
            if pygame.display.get_driver() in _NOWHERE and "SDL_VIDEODRIVER" not in os.environ:
                pygame.display.quit()
                raise NoDisplay("SDL found no screen and would draw where nobody sees it")
            if pygame.display.get_driver() not in _NOWHERE:
                self._size = fitting(self._size, pygame.display.get_desktop_sizes()[0])
            pygame.display.set_icon(icon(ICON))  # before the window: some systems look at it only once
            self.surface = pygame.display.set_mode(self._size, pygame.RESIZABLE)
        except pygame.error as error:
            raise NoDisplay(str(error)) from None
        pygame.font.init()
        pygame.display.set_caption(title)
        pygame.event.set_blocked(None)
        pygame.event.set_allowed(_EVENTS)
        pygame.key.set_repeat(400, 60)
        pygame.key.stop_text_input()

    def close(self) -> None:
        """Give the window back."""
        pygame.display.quit()

    @property
    def theme(self) -> Theme:
        """The theme that fits the window as it is now."""
        if self._theme is None:
            size = self.surface.get_size()
            self._theme = Theme.for_window(
                self.fonts, size, self.text_percent, self.contrast, safe=self.safe_colours
            )
        return self._theme

    @property
    def pen(self) -> Pen:
        """Writes in the theme of the moment and remembers what it has set."""
        theme = self.theme
        if self._pen is None or self._pen.theme is not theme or self._pen.furigana != self.furigana:
            self._pen = Pen(theme, furigana=self.furigana)
        return self._pen

    def redraw(self, area: Rect | None = None) -> None:
        """The picture has changed; only inside ``area`` of the sheet, when one is given."""
        if area is None:
            self._dirty = True
            return
        part = self.theme.rect(area).clip(self.surface.get_rect())
        while (met := part.collidelist(self._parts)) >= 0:
            part.union_ip(self._parts.pop(met))
        self._parts.append(part)

    @property
    def dirty(self) -> bool:
        """Whether anything has to be drawn anew."""
        return self._dirty or bool(self._parts)

    def retheme(
        self,
        *,
        text_percent: int | None = None,
        contrast: Contrast | None = None,
        safe_colours: bool | None = None,
    ) -> None:
        """Lay everything out anew: after a resize, or with another text size, contrast or colours."""
        self.text_percent = text_percent or self.text_percent
        self.contrast = contrast or self.contrast
        self.safe_colours = self.safe_colours if safe_colours is None else safe_colours
        self._theme = self._pen = None
        forget_pictures()
        remember_for(self.surface.get_size())
        self.redraw()

    def resized(self) -> None:
        """The person has changed the window's size; below the least one it grows back."""
        self.surface = pygame.display.get_surface() or self.surface
        width, height = self.surface.get_size()
        if not self.full and (width < LEAST_SIZE[0] or height < LEAST_SIZE[1]):
            least = (max(width, LEAST_SIZE[0]), max(height, LEAST_SIZE[1]))
            self.surface = pygame.display.set_mode(least, pygame.RESIZABLE)
        self.retheme()

    def fill_screen(self, *, full: bool) -> None:
        """Fill the whole screen at its own pixels, or be a window again."""
        if full == self.full:
            return
        self.full = full
        # Without a window manager X11 lets a window grow from where it stands, over the edge of the screen.
        moved = pygame.display.get_driver() == "x11" and len(pygame.display.get_desktop_sizes()) == 1
        if full:
            self._size, self._at = self.surface.get_size(), pygame.display.get_window_position()
            if moved:
                pygame.display.set_window_position((0, 0))
            self.surface = pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            self.surface = pygame.display.set_mode(self._size, pygame.RESIZABLE)
            if moved:
                pygame.display.set_window_position(self._at)
        self.retheme()
