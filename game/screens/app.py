"""The app: the screens that are up in the window, and the loop that keeps them.

The loop sleeps until something happens: an event, or the time a screen asked to be woken. It draws only
when a screen said that its picture changed. The first frame is up before anything heavy is imported:
whatever needs the rules, YAML or records comes out of ``the backstage`` after it.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.hands import Act, Deed, deed_of
from game.screens.pointing import hand_over
from game.screens.sound.sound import Sound
from game.screens.stage import Screen, Way
from game.screens.theme import SHEET, FontMissing
from game.screens.window import NoDisplay, Window

if TYPE_CHECKING:
    from game.screens.backstage import Backstage

__all__ = ["App", "NoDisplay"]

RESTS: Final = ((0.5, 1 / 120), (5.0, 1 / 30), (float("inf"), 1 / 20))
"""Seconds since the last event, and how long the loop then sleeps between two looks at the events.

A hand in motion feels no lag, and a window nobody touches costs next to nothing. Waiting for an event
inside SDL looks every millisecond: 2.9 % of a core against 0.1 %.
"""

_OVERLAYS: Final[dict[Act, Way]] = {Act.SETTINGS: "settings", Act.HELP: "help"}
_MOST_PASSES: Final = 6

_UNATTENDED: Final = (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN)
_ATTENDED: Final = (pygame.WINDOWFOCUSGAINED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN)


class App(Window):
    """One window and the screens that are up in it.

    Args:
        fonts: Folder of the font files.
        size: First size of the window in pixels.
        clock: Seconds that only grow; a test passes its own.
        ways: Gives the class of the screen of a name of ``stage.Way``.
    """

    def __init__(
        self,
        fonts: Path,
        size: tuple[int, int] = SHEET,
        clock: Callable[[], float] = time.monotonic,
        ways: Callable[[Way], Callable[["App"], Screen]] | None = None,
    ) -> None:
        super().__init__(fonts, size)
        self.clock: Callable[[], float] = clock
        self.reduced_motion = False
        self.sound = Sound(clock)  # silent, until a speaker is put here after the first frame
        self.running = True
        self.attended = True
        """Whether the window has the keyboard and can be seen."""
        self.font_missing = False
        """Whether nothing can be written, so that the next key closes the window."""
        self._ways = ways
        self._screen: Screen | None = None
        self._over: list[Screen] = []
        self._over_way: Way | None = None
        self._wake: float | None = None
        self._last_event = 0.0
        self._backstage: Backstage | None = None

    def close(self) -> None:
        """Give the window back; what was played is kept already."""
        if self._backstage is not None:
            self._backstage.close()
        self.sound.close()
        super().close()

    def toggle_full_screen(self) -> None:
        """Between the window and the whole screen; kept in the settings."""
        self.fill_screen(full=not self.full)
        if self.ready:
            self.backstage.change(fullscreen=self.full)

    def take_settings(self) -> None:
        """Let the window follow the settings of the backstage."""
        settings = self.backstage.settings
        self.furigana = settings.furigana
        self.reduced_motion = settings.reduced_motion
        self.retheme(text_percent=settings.text_percent, contrast="high" if settings.contrast else "normal")
        self.fill_screen(full=settings.fullscreen)
        self.sound.follow(settings)
        self.wake()

    # ── what screens ask for ────────────────────────────────────────────────────────────────────

    @property
    def backstage(self) -> "Backstage":
        """Everything that is not pixels: library, records, words, settings. Not there in the first frame."""
        if self._backstage is None:
            raise RuntimeError("the backstage is not set before the first frame is up")
        return self._backstage

    @backstage.setter
    def backstage(self, backstage: "Backstage") -> None:
        self._backstage = backstage

    @property
    def ready(self) -> bool:
        """Whether the backstage has been set."""
        return self._backstage is not None

    @property
    def screen(self) -> Screen | None:
        """The screen that answers hands: the topmost."""
        return self._over[-1] if self._over else self._screen

    def go(self, way: Way) -> None:
        """Show the screen of this name in the place of the present one."""
        self.show(self._made(way))

    def go_over(self, way: Way) -> None:
        """Lay the screen of this name over the present one."""
        self.lay_over(self._made(way))

    def _made(self, way: Way) -> Screen:
        if self._ways is None:
            raise LookupError(f"this app knows no way to {way}")
        return self._ways(way)(self)

    def show(self, screen: Screen) -> None:
        """Bring up a screen in the place of the present one; what lay over it goes."""
        for old in [*self._over, self._screen]:
            if old is not None:
                old.leave()
        self._over = []
        self._screen = screen
        self.sound.room(None)
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

    def wake(self, at: float | None = None) -> None:
        """Ask for a tick at this time (now, when none is given)."""
        at = self.clock() if at is None else at
        self._wake = at if self._wake is None else min(at, self._wake)

    def switch_language(self) -> None:
        """The other language, everywhere at once."""
        self.backstage.switch_language()
        for screen in [self._screen, *self._over]:
            if screen is not None:
                screen.relanguaged()
        self.redraw()

    def quit(self) -> None:
        """Close after this round."""
        self.running = False

    # ── the loop ────────────────────────────────────────────────────────────────────────────────

    def run(self) -> None:
        """Until the window is closed."""
        while self.running:
            self.round(wait=True)
        for screen in [*self._over, self._screen]:
            if screen is not None:
                screen.leave()

    def round(self, *, wait: bool = False) -> None:
        """One round: events, time, picture. ``wait`` sleeps until there is something to do."""
        for event in self._events(wait=wait):
            self.handle(event)
        now = self.clock()
        if self._wake is not None and now >= self._wake:
            self._wake = None
            screen = self.screen
            if screen is not None:
                wanted = screen.tick(now)
                if wanted is not None:
                    self.wake(wanted)
        if self.running and self._dirty:
            self.draw()
        elif self.running and self._part is not None:
            self.draw(self._part.clip(self.surface.get_rect()))
        self.sound.round(now - self._last_event, None if self._wake is None else self._wake - now)

    def _events(self, *, wait: bool) -> list[pygame.event.Event]:
        if wait and not self._dirty and self._part is None:
            now = self.clock()
            rest = next(rest for since, rest in RESTS if now - self._last_event < since)
            due = rest if self._wake is None else self._wake - now
            if due > 0:
                time.sleep(min(rest, due))
        events = pygame.event.get()
        if events:
            self._last_event = self.clock()
        return events

    def draw(self, part: pygame.Rect | None = None) -> None:
        """Draw the screen and what lies over it, again where something turned out otherwise.

        Whole, or only the ``part`` of the window in native pixels that has changed.
        """
        self._dirty, self._part = False, None
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
        pygame.display.update(part or self.surface.get_rect())

    def _pass(self) -> bool:
        """Draw everything once; whether a screen wants to be drawn again before anybody sees it."""
        theme = self.theme
        self.surface.fill(theme.colours.wood)
        up = [screen for screen in [self._screen, *self._over] if screen is not None]
        for screen in up:
            screen.draw(self.surface, theme)
        return any(screen.unsettled for screen in up)

    def handle(self, event: pygame.event.Event) -> None:
        """Answer one event."""
        screen = self.screen
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type == pygame.WINDOWSIZECHANGED:
            self.resized()
        elif event.type == pygame.WINDOWEXPOSED:
            self.redraw()
        elif event.type in _UNATTENDED or event.type in _ATTENDED:
            self.attended = event.type in _ATTENDED
            self.redraw()
            self.wake()
        elif self.font_missing:
            if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN):
                self.quit()
        elif event.type == pygame.CONTROLLERDEVICEADDED:
            self.new_pad(event.device_index)
        elif screen is not None:
            deed = deed_of(event, typing=screen.typing)
            if deed is not None:
                self.deed(deed)
            else:
                hand_over(screen, event, self.theme)

    def deed(self, deed: Deed) -> None:
        """Do what was asked: what is the same everywhere here, the rest in the screen."""
        screen = self.screen
        if deed.act is Act.FULL_SCREEN:
            self.toggle_full_screen()
        elif deed.act is Act.LANGUAGE and self.ready:
            self.switch_language()
        elif deed.act in _OVERLAYS and self.ready:
            self._toggle_over(_OVERLAYS[deed.act])
        elif screen is not None:
            screen.act(deed)

    def _toggle_over(self, way: Way) -> None:
        """The key that brings settings or help up takes them away again."""
        if self._over_way == way and self._over:
            self.lift()
        elif not self._over:
            self.go_over(way)
            self._over_way = way
