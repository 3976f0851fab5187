"""The screens that are up in the window, one over another: all are drawn, the topmost answers the hands."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pygame

from game.screens.fonts import FontMissing
from game.screens.letterbox import draw_around
from game.screens.notice import Notice, notice
from game.screens.paint import take_in_expected
from game.screens.sound.sound import Sound
from game.screens.stage import Screen, Way
from game.screens.theme import SHEET
from game.screens.window import Window

_MOST_PASSES: Final = 6


class Stack(Window):
    """A window with screens in it.

    Args:
        fonts: Folder of the font files.
        size: First size of the window in pixels.
        clock: Seconds that only grow.
        make: Makes the screen of a name of ``stage.Way``.
    """

    def __init__(
        self,
        fonts: Path,
        size: tuple[int, int] = SHEET,
        *,
        clock: Callable[[], float],
        make: Callable[[Way], Screen],
    ) -> None:
        super().__init__(fonts, size)
        self.clock: Callable[[], float] = clock
        self.sound = Sound(clock)  # silent, until a speaker is put here after the first frame
        self._make = make
        self._screen: Screen | None = None
        self._over: list[Screen] = []
        self._laid: dict[Way, Screen] = {}
        """What was last laid over by name."""
        self._wake: float | None = None
        self._notice: Notice | None = None
        """What is said over everything for a moment."""
        self.font_missing = False
        """Whether nothing can be written, so that the next key closes the window."""
        self.instead: dict[Way, Callable[[], Screen]] = {}
        """Screens that are gone to in the place of those of a name, while a preview is on."""

    @property
    def screen(self) -> Screen | None:
        """The screen that answers hands: the topmost."""
        return self._over[-1] if self._over else self._screen

    def go(self, way: Way) -> None:
        """Show the screen of this name in the place of the present one."""
        made = self.instead.get(way)
        self.show(self._make(way) if made is None else made())

    def made(self, way: Way) -> Screen:
        """The screen of this name, not shown yet."""
        return self._make(way)

    def go_over(self, way: Way) -> None:
        """Lay the screen of this name over the present one."""
        screen = self._laid[way] = self._make(way)
        self.lay_over(screen)

    def toggle_over(self, way: Way) -> None:
        """The key that brings a screen up takes it away again; they do not pile up."""
        laid = self._laid.get(way)
        if laid is not None and laid is self.screen:
            self.lift()
        elif not any(each in self._over for each in self._laid.values()):
            self.go_over(way)

    @property
    def up(self) -> tuple[Screen, ...]:
        """All that can be seen, the topmost last."""
        return tuple(screen for screen in [self._screen, *self._over] if screen is not None)

    def show(self, screen: Screen) -> None:
        """Bring up a screen in the place of the present one; what lay over it goes."""
        for old in reversed(self.up):
            old.leave()
        self._over = []
        self._screen = screen
        self.sound.room(None)
        self.sound.play("page")
        self._came_up(screen)

    def lay_over(self, screen: Screen) -> None:
        """Lay a screen over the present one, which stays where it is."""
        self._over.append(screen)
        self._came_up(screen)
        self.sound.play("paper")

    def lift(self) -> None:
        """Take the topmost screen away again."""
        if self._over:
            self._over.pop().leave()
            below = self.screen
            if below is not None:
                self._came_up(below)

    def _came_up(self, screen: Screen) -> None:
        if screen.typing:
            pygame.key.start_text_input()
        else:
            pygame.key.stop_text_input()
        screen.enter()
        self._wake = self.clock()
        self.redraw()

    def notify(self, text: str) -> None:
        """Show a word for a moment over whatever is up."""
        self._notice = notice(text, self.clock())
        self.redraw()

    def wake(self, at: float | None = None) -> None:
        """Ask for a tick at this time (now, when none is given)."""
        at = self.clock() if at is None else at
        self._wake = at if self._wake is None else min(at, self._wake)

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    def draw(self, parts: Sequence[pygame.Rect] = ()) -> None:
        """Draw the screen and what lies over it: whole, or only the ``parts`` that have changed.

        Parts are native pixels. What a screen asks for while it draws is drawn in the next round.
        """
        self._dirty, self._parts = False, []
        take_in_expected()
        for part in parts or (self.surface.get_rect(),):
            self._draw(part)
            pygame.display.update(part)

    def _draw(self, part: pygame.Rect) -> None:
        """Draw all that lies in this part, again where something turned out otherwise."""
        self.surface.set_clip(part)
        try:
            for _ in range(_MOST_PASSES):
                if not self._pass():
                    break
        except FontMissing as missing:
            from game.screens.trouble import draw_font_missing  # noqa: PLC0415 - only when it is needed

            self.font_missing = True
            draw_font_missing(self.surface, missing.path)
        self.surface.set_clip(None)

    def _pass(self) -> bool:
        """Draw everything once; whether a screen wants to be drawn again before anybody sees it."""
        theme = self.theme
        self.surface.fill(theme.colours.wood)
        draw_around(self.surface, theme)
        for screen in self.up:
            screen.draw(self.surface, theme)
        if self._notice is not None:
            self._notice.draw(self.pen.on(self.surface))
        return any(screen.unsettled for screen in self.up)
