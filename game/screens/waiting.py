"""Waiting for a slow disk with a window that stays alive, and with a word about it."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

import pygame

from game.screens.aside import Aside
from game.screens.notice import Notice

if TYPE_CHECKING:
    from game.screens.app import App

UNNOTICED: Final = 0.3
"""Seconds that nobody takes for a standstill; most work is done long before."""

LONG: Final = 5.0
"""Seconds after which it is said that this is unusual."""

_LOOK: Final = 1 / 30

_UNCOVERED: Final = (pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED, pygame.WINDOWRESTORED)
_PRESSES: Final = (
    pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL, pygame.CONTROLLERBUTTONDOWN,
    pygame.TEXTINPUT,
)  # fmt: skip

T = TypeVar("T")


class Waiting:
    """The patience of a window: what takes long is told, what is pressed meanwhile means nothing.

    The system is answered all the time, so that it never calls the window dead.
    """

    def __init__(self, app: "App") -> None:
        self._app = app
        self._waits = False
        self._round = -1
        self._waited = 0.0
        """Seconds that were waited in this round of the app: they all are one standstill."""

    def __call__(self, work: Callable[[], T]) -> T:
        """What came of the work; raises what it raised."""
        if self._waits or threading.current_thread() is not threading.main_thread():
            return work()  # a part of work that is waited for already
        if self._round != self._app.rounds:
            self._round, self._waited = self._app.rounds, 0.0
        began = time.monotonic()
        going = Aside(work)
        done = going.wait(max(0.0, UNNOTICED - self._waited))
        self._waited += time.monotonic() - began
        if not done:
            self._waits = True
            try:
                self._hold(going)
            finally:
                self._waits = False
        return going.result()

    def _hold(self, going: Aside[T]) -> None:
        picture, shown, waited = self._app.surface.copy(), "", UNNOTICED
        while not going.wait(_LOOK):
            waited += _LOOK
            told = self._told(waited)
            if told != shown or pygame.event.peek(_UNCOVERED):
                self._draw(picture, told)
                shown = told
            else:
                pygame.event.pump()
        self._app.overlook(pygame.event.get(_PRESSES))
        self._app.redraw()

    def _told(self, waited: float) -> str:
        words = self._app.backstage.words
        if waited < LONG:
            return words("One moment, please.")
        return words("This takes longer than usual. A drive may be slow to answer.")

    def _draw(self, picture: pygame.Surface, told: str) -> None:
        surface = pygame.display.get_surface() or self._app.surface
        surface.blit(picture, (0, 0))
        Notice(told, float("inf")).draw(self._app.pen.on(surface))
        pygame.display.update()
