"""What lies on the table during a meeting: the scenario in one language, and all that can come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.game import Game
from game.format.codes import Lang
from game.library import Library, Opened

if TYPE_CHECKING:
    from game.analysis.result import Analysis
    from game.library.analyses import Background


@dataclass(frozen=True, slots=True)
class Laid:
    """A scenario's file and the game made of it, in one language.

    ``compares``: it is played by today's rulebook, so that today's analysis says what was reachable.
    """

    opened: Opened
    game: Game
    compares: bool


Lay = Callable[[Lang], Laid]
"""Lays the same scenario out in a language; raises the library's troubles and ``OSError``."""


class Comparison:
    """All that can come of what is played, worked out beside it where it is not known from before."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._background: Background | None = None
        self._analysis: Analysis | None = None

    def begin(self, laid: Laid) -> None:
        """Look for it, and have it made where it is not there."""
        if laid.compares:
            self._analysis = self._library.cached_analysis(laid.game)
            if self._analysis is None:
                self._background = self._library.analyse_in_background(laid.opened)

    def now(self) -> "tuple[Analysis | None, bool]":
        """What is known by now, and whether it may still come; nobody waits for it."""
        if self._analysis is None and self._background is not None:
            self._analysis = self._background.poll()
            return self._analysis, self._analysis is None and not self._background.failed
        return self._analysis, False

    def stop(self) -> None:
        """Let go of the process that works it out."""
        if self._background is not None:
            self._background.stop()
