"""Somebody who plays in the game's own window, by deeds and with a clock that passes as it is told.

Everything is as in a game a person has started: the same loop, the same files, the same sounds.
"""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.screens.app import App
from game.screens.entering import begin_or_ask, open_or_tell
from game.screens.hands import Act, Deed
from game.screens.heap import return_large_blocks
from game.screens.opening import fonts_folder, furnish
from game.screens.reveal import RevealScreen
from game.screens.sheet import Sheet
from game.screens.stage import Screen
from game.screens.talk.flow import Stage
from game.screens.talk.talk import TalkScreen
from game.screens.title import WINDOW_TITLE, TitleScreen
from game.screens.ways import screen_of

_LONGEST = 20_000
"""Frames after which a meeting that has not ended is called stuck."""

_Screen = TypeVar("_Screen", bound=Screen)


class Player:
    """A window of ``size`` pixels, its shelf before the player.

    Args:
        home: Folder for records and settings.
        frame: Seconds that pass between two rounds of the loop.
        real: Whether they really pass, so that other threads get their time.
        settings: As they stand in the settings.
    """

    def __init__(
        self,
        home: Path,
        size: tuple[int, int],
        *,
        frame: float = 1 / 40,
        real: bool = False,
        **settings: object,
    ) -> None:
        self._now, self.frame, self.real = 1000.0, frame, real
        self._live_since: float | None = None
        self.frames = 0
        return_large_blocks()
        self.app = App(fonts_folder(), size, clock=self.now, ways=screen_of)
        self.app.open(WINDOW_TITLE)
        self.app.show(TitleScreen(self.app))
        self.app.round()
        if furnish(self.app, "ja", None, home):
            raise SystemExit("the game could not be furnished")
        self.app.backstage.change(trainee="青い鉛筆", lang="ja", **settings)
        self.app.take_settings()
        self.to_shelf()

    def to_shelf(self) -> None:
        """Back to the shelf, wherever one is."""
        self.app.backstage.close()
        self.app.go("shelf")
        self.let_pass(0.2)

    def at(self, kind: type[_Screen]) -> _Screen | None:
        """The topmost screen, if it is of this kind."""
        screen = self.app.screen
        return screen if isinstance(screen, kind) else None

    def let_pass(self, seconds: float) -> None:
        """So much time, frame by frame, with everything the loop does in it."""
        for _ in range(max(1, round(seconds / self.frame))):
            begun = time.perf_counter()
            self._now += self.frame
            self.app.round()
            while self.app.screen is not None and not self.app.dirty and self.app.screen.prepare():
                pass
            self.frames += 1
            if self.real:
                time.sleep(max(0.0, self.frame - (time.perf_counter() - begun)))

    def now(self) -> float:
        """Seconds of the window's clock."""
        return self._now if self._live_since is None else self._now + time.monotonic() - self._live_since

    def live(self, seconds: float) -> None:
        """So many seconds pass as somebody looks at it: the loop sleeps until there is something to do."""
        self._live_since = time.monotonic()
        end = self.now() + seconds
        while self.now() < end:
            self.app.round(wait=True)
        self._now, self._live_since = self.now(), None

    def do(self, act: Act, number: int = 0, *, then: float = 0.0) -> None:
        """One deed, and time after it."""
        self.app.deed(Deed(act, number))
        self.let_pass(then)

    def until(self, done: Callable[[], bool], act: Act, *, every: float = 0.0) -> None:
        """The same deed again and again until it is done."""
        most = self.frames + _LONGEST
        while not done():
            if self.frames > most:
                raise SystemExit(f"stuck at {type(self.app.screen).__name__}")
            self.do(act, then=every)

    # ── a meeting ───────────────────────────────────────────────────────────────────────────────

    def sit_down(self, scenario: str) -> TalkScreen:
        """From the shelf to the table: open a scenario, begin, and come to the first choice."""
        open_or_tell(self.app, scenario)
        self.let_pass(0)
        play = self.app.backstage.play
        if play is None:
            raise SystemExit(f"{scenario} cannot be opened")
        begin_or_ask(self.app, play)
        self.let_pass(0)
        talk = self.at(TalkScreen)
        if talk is None:
            raise SystemExit("the talk has not begun")
        self.until(lambda: talk.flow.told, Act.HURRY)
        return talk

    def meet(self, scenario: str, chance: random.Random, *, reading: float = 0.0) -> int:
        """A whole meeting by chance, from the shelf to the opened passbook; how many choices were made.

        ``reading``: seconds for every line and every choice.
        """
        talk, made = self.sit_down(scenario), 0
        while talk.flow.stage is Stage.CHOOSING and self.app.screen is talk:
            self.let_pass(max(0.3, reading))  # what has just appeared cannot be picked
            choices = talk.play.meeting.view.choices
            self.do(Act.PICK, 1 + chance.randrange(len(choices)), then=0.4)
            made += 1
            self.until(
                lambda: self.app.screen is not talk or (talk.flow.told and not talk.picking.waiting),
                Act.HURRY,
                every=reading,
            )
        self.to_the_end()
        return made

    def to_the_end(self) -> None:
        """From the end of a talk to the opened passbook, without saying what one expects."""
        most = self.frames + _LONGEST
        while not isinstance(self.app.screen, RevealScreen):
            if not self.press("skip"):
                self.do(Act.HURRY)
            self.let_pass(0.5)
            if self.frames > most:
                raise SystemExit(f"stuck at {type(self.app.screen).__name__}")
        self.do(Act.HURRY, then=0.5)

    def press(self, name: str) -> bool:
        """Press a spot of the screen that is up; whether it has one of this name."""
        screen = self.app.screen
        spots = screen.spots if isinstance(screen, Sheet) else []
        spot = next((spot for spot in spots if spot.name == name), None)
        if screen is None or spot is None:
            return False
        x, y, width, height = spot.seen
        screen.press((x + width / 2, y + height / 2))
        return True
