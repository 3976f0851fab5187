"""The app: the screens that are up in the window, and the loop that keeps them.

The loop sleeps until something happens: an event, or the time a screen asked to be woken. It draws only
when a screen said that its picture changed. The first frame is up before anything heavy is imported:
whatever needs the rules, YAML or records comes out of ``the backstage`` after it.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.bindings import USUAL, Bindings, bindings_from
from game.screens.hands import Act, Deed, Hand, hand_of
from game.screens.keyboard import Keyboard
from game.screens.notice import sound_told
from game.screens.pads import Pads, touched
from game.screens.pointing import MIDDLE, caught, hand_over
from game.screens.resting import Resting
from game.screens.stack import Stack
from game.screens.stage import Screen, Way
from game.screens.theme import SHEET
from game.screens.window import NoDisplay

if TYPE_CHECKING:
    from game.screens.backstage import Backstage

__all__ = ["App", "NoDisplay"]

RESTS: Final = (
    (0.5, 1 / 120, 1 / 120), (5.0, 1 / 30, 1 / 60), (10.0, 1 / 10, 1 / 30), (float("inf"), 1 / 5, 1 / 25),
)  # fmt: skip
"""Seconds since the last event; how long the loop then rests between two rounds, and between two looks.

A hand in motion feels no lag, and a window nobody touches costs next to nothing. A look only asks whether an
event has come (0.08 ms with the sleep before it), a round does everything (0.18 ms): so a press after long
thought is answered 20 ms later on average, for less than 0.5 % of a core. Waiting for an event inside SDL
looks every millisecond: 2.9 %.
"""

_OVERLAYS: Final[dict[Act, Way]] = {Act.SETTINGS: "settings", Act.HELP: "help"}

_UNATTENDED: Final = (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN)
_ATTENDED: Final = (pygame.WINDOWFOCUSGAINED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN)


class App(Stack):
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
        def make(way: Way) -> Screen:
            if ways is None:
                raise LookupError(f"this app knows no way to {way}")
            return ways(way)(self)

        super().__init__(fonts, size, clock=clock, make=make)
        self.reduced_motion = False
        self.running = True
        self.rounds = 0
        """How many there have been."""
        self.attended = True
        """Whether the window has the keyboard and can be seen."""
        self.hand: Hand = "keys"
        """The hand that was used last."""
        self.bindings: Bindings = USUAL
        self._keyboard, self._pads, self._resting = Keyboard(), Pads(), Resting()
        self._last_event = 0.0
        self._backstage: Backstage | None = None

    def close(self) -> None:
        """Give the window back; what was played is kept already."""
        if self.ready:
            self.backstage.close()
            self.backstage.leave_desk()
        self.sound.close()
        super().close()

    def toggle_full_screen(self) -> None:
        """Between the window and the whole screen; kept in the settings."""
        self.fill_screen(full=not self.full)
        if self.ready:
            self.backstage.change(fullscreen=self.full)

    def open_pads(self) -> None:
        """Listen to gamepads; after the first frame, because looking for them takes time."""
        self._pads.open()

    def take_settings(self) -> None:
        """Let the window follow the settings of the backstage."""
        settings = self.backstage.settings
        self.furigana, self.reduced_motion = settings.furigana, settings.reduced_motion
        self.retheme(
            text_percent=settings.text_percent,
            contrast="high" if settings.contrast else "normal",
            safe_colours=settings.safe_colours,
        )
        self.fill_screen(full=settings.fullscreen)
        self.sound.follow(settings)
        self.bindings = bindings_from(settings.keys, settings.buttons)
        self._keyboard.bindings = self._pads.bindings = self.bindings
        self._resting.seconds = settings.rest / 1000
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

    def switch_language(self) -> None:
        """The other language, everywhere at once."""
        self.backstage.switch_language()
        for screen in self.up:
            screen.relanguaged()
        self.redraw()

    def quit(self) -> None:
        """Close after this round."""
        self.running = False

    # ── the loop ────────────────────────────────────────────────────────────────────────────────

    def run(self) -> None:
        """Until the window is closed."""
        try:
            while self.running:
                self.round(wait=True)
        except KeyboardInterrupt:  # Ctrl-C where it was started from: what was typed is kept all the same
            self._leave_all()
            raise
        self._leave_all()

    def _leave_all(self) -> None:
        for screen in reversed(self.up):
            screen.leave()

    def round(self, *, wait: bool = False) -> None:
        """One round: events, time, picture. ``wait`` sleeps until there is something to do."""
        self.rounds += 1
        for event in self._events(wait=wait):
            self.handle(event)
        now = self.clock()
        self._held_on(now)
        if self._wake is not None and now >= self._wake:
            self._wake = None
            screen = self.screen
            if screen is not None:
                wanted = screen.tick(now)
                if wanted is not None:
                    self.wake(wanted)
        if self._notice is not None and now >= self._notice.until:
            self._notice = None
            self.redraw()
        if self.running and self._dirty:
            self.draw()
        elif self.running and self._parts:
            self.draw(self._parts)
        self.sound.round(now - self._last_event, None if self._wake is None else self._wake - now)

    def _events(self, *, wait: bool) -> list[pygame.event.Event]:
        if wait and not self.dirty:
            now = self.clock()
            rest, look = next(each[1:] for each in RESTS if now - self._last_event < each[0])
            due = rest if self._wake is None else self._wake - now
            if due > 0 and not (self.screen is not None and self.screen.prepare()):
                _rest(min(rest, due), look)
        events = pygame.event.get()
        if any(touched(event) for event in events):
            self._last_event = self.clock()
        return self._resting.left(events, self.clock(), self.screen)

    def handle(self, event: pygame.event.Event) -> None:
        """Answer one event."""
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type == pygame.WINDOWSIZECHANGED:
            self.resized()
        elif event.type == pygame.WINDOWEXPOSED:
            self.redraw()
        elif event.type == pygame.AUDIODEVICEREMOVED:
            if event.which and not event.iscapture:  # 0: one that was not open
                self.sound.lost()
        elif event.type in _UNATTENDED or event.type in _ATTENDED:
            self._attend(attended=event.type in _ATTENDED)
        elif self.font_missing:
            if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN):
                self.quit()
        elif self.screen is not None:
            self._by_hand(event, self.screen)

    def _by_hand(self, event: pygame.event.Event, screen: Screen) -> None:
        """Keys, buttons, the mouse and text: deeds, or something for the screen."""
        self._take(event)
        key = self._keyboard.deed(event, typing=screen.typing)
        deeds = self._pads.deeds(event, self.clock()) if key is None else (key,)
        if not caught(screen, event):  # what is caught is known to be held, and does nothing
            self._do(deeds)
            if not deeds:
                hand_over(screen, event, self.theme)

    def overlook(self, events: Sequence[pygame.event.Event]) -> None:
        """Presses that nobody could answer: what is held is known to be held, and does nothing."""
        for event in events:
            self._keyboard.deed(event)
            self._pads.deeds(event, self.clock())

    def _take(self, event: pygame.event.Event) -> None:
        """Notice with which hand it is played."""
        hand = hand_of(event)
        if hand is not None and hand != self.hand:
            self.hand = hand
            self.redraw()

    def _held_on(self, now: float) -> None:
        """What is held of a gamepad goes on: directions repeat, the right stick scrolls."""
        deeds, by = self._pads.due(now)
        self._do(deeds)
        if by and self.screen is not None:
            self.screen.turn(by, MIDDLE)

    def _attend(self, *, attended: bool) -> None:
        """The window gets or loses the keyboard; what was held is let go, everything else stays."""
        self.attended = attended
        self.sound.attend(attended=attended)
        if not attended:
            self._do((*self._keyboard.let_go(), *self._pads.let_go()))
        self.redraw()
        self.wake()

    def _toggle_mute(self) -> None:
        """No sound at all, or sound as it was; kept in the settings, and said."""
        self.backstage.change(mute=not self.backstage.settings.mute)
        self.sound.follow(self.backstage.settings)
        self.notify(sound_told(self))

    def _do(self, deeds: Sequence[Deed]) -> None:
        for deed in deeds:
            self.deed(deed)

    def deed(self, deed: Deed) -> None:
        """Do what was asked: what is the same everywhere here, the rest in the screen."""
        screen = self.screen
        if deed.released:
            for each in self.up:
                each.let_go(deed.act)
            return
        if deed.act is Act.MENU and (screen is None or not screen.has_menu):
            deed = Deed(Act.HELP)
        if deed.act is Act.FULL_SCREEN:
            self.toggle_full_screen()
        elif deed.act is Act.LANGUAGE and self.ready:
            self.switch_language()
        elif deed.act is Act.MUTE and self.ready and not deed.repeated:
            self._toggle_mute()
        elif deed.act in _OVERLAYS and self.ready:
            self.toggle_over(_OVERLAYS[deed.act])
        elif screen is not None:
            screen.act(deed)


def _rest(seconds: float, look: float) -> None:
    """Sleep so long, or until a look shows that there is an event."""
    while seconds > 0:
        time.sleep(min(look, seconds))
        seconds -= look
        if pygame.event.peek():
            return
