"""The stamps on the shelf: the best outcome of each scenario so far, worked out a little at a time.

What stands in a record is never believed: an outcome is a function of the path, and is replayed. It is
remembered by what it follows from, so that no path is replayed twice.
"""

import time
from collections.abc import Callable, Hashable, Iterable
from typing import Final

from game.core.game import Game
from game.core.outcome import outcome
from game.core.play import replay, settle
from game.core.scenario import BANDS, Band
from game.records import Kept, Trouble
from game.screens.aside import Aside

TURN_SECONDS: Final = 0.008
"""How long one turn may take: half a frame of a window that is moved at the same time."""

LOOK_SECONDS: Final = 0.02
"""How soon to look again while a scenario is being read aside."""

_TROUBLES: Final = (Trouble, OSError, ValueError)


class Stamps:
    """The stamps of one shelf.

    Args:
        load: Gives the game of a record, and raises troubles and ``OSError``.
    """

    aside = False
    """Whether scenarios are read aside, so that a window goes on meanwhile."""

    def __init__(self, load: Callable[[Kept], Game]) -> None:
        self._load = load
        self._known: dict[Hashable, Band | None] = {}
        self._best: dict[str, Band] = {}
        self._left: list[Kept] = []
        self._game: tuple[Hashable, Game] | None = None
        self._coming: tuple[Hashable, Aside[Game]] | None = None

    def look(self, records: Iterable[Kept]) -> None:
        """These are the records of whoever plays; what is known already of them is on the stamps at once."""
        self._best, self._coming = {}, None
        versions: dict[Hashable, list[Kept]] = {}
        for kept in records:
            if kept.closed != "ended":
                continue
            if _ways(kept) in self._known:
                self._count(kept, self._known[_ways(kept)])
            else:
                versions.setdefault(_version(kept), []).append(kept)
        # One version after another, so that no more than one game is held.
        self._left = [kept for each in versions.values() for kept in each][::-1]

    def best(self, scenario: str) -> Band | None:
        """The best outcome of a scenario (its id), as far as it has been worked out."""
        return self._best.get(scenario)

    def work(self, seconds: float = TURN_SECONDS, clock: Callable[[], float] = time.perf_counter) -> bool:
        """Work for so long, or until something has to be waited for; whether a stamp has changed."""
        until, changed = clock() + seconds, False
        while self._left:
            kept = self._left[-1]
            ways = _ways(kept)
            if self._best.get(kept.header.scenario) != BANDS[-1]:  # nothing is better than that
                if ways not in self._known and not self._find_out(kept):
                    break
                changed = self._count(kept, self._known.get(ways)) or changed
            self._left.pop()
            if clock() >= until:
                break
        if not self._left:
            self._game = None
        return changed

    @property
    def next_turn(self) -> float | None:
        """In how many seconds there is something to do again; None when all is worked out."""
        if not self._left:
            return None
        return LOOK_SECONDS if self._coming is not None else 0.0

    def _count(self, kept: Kept, band: Band | None) -> bool:
        """Take an outcome into account; whether it is better than all before."""
        scenario = kept.header.scenario
        best = self._best.get(scenario)
        if band is None or (best is not None and BANDS.index(band) <= BANDS.index(best)):
            return False
        self._best[scenario] = band
        return True

    def _find_out(self, kept: Kept) -> bool:
        """Replay a record; whether that could be done now. One whose game cannot be had stays unknown."""
        try:
            game = self._game_of(kept)
        except _TROUBLES:
            return True
        if game is not None:
            self._known[_ways(kept)] = _band(game, kept)
        return game is not None

    def _game_of(self, kept: Kept) -> Game | None:
        """The game of a record; None while it is being read. Raises troubles and ``OSError``."""
        version = _version(kept)
        if self._game is not None and self._game[0] == version:
            return self._game[1]
        if not self.aside:
            self._game = (version, self._load(kept))
            return self._game[1]
        if self._coming is None or self._coming[0] != version:
            self._coming = (version, Aside(lambda: self._load(kept)))
        coming = self._coming[1]
        if not coming.done:
            return None
        self._coming = None
        self._game = (version, coming.result())
        return self._game[1]


def _version(kept: Kept) -> Hashable:
    """What a game is made from."""
    return kept.header.files, kept.header.continues


def _ways(kept: Kept) -> Hashable:
    """All that an outcome follows from."""
    return _version(kept), kept.header.coach, kept.path


def _band(game: Game, kept: Kept) -> Band | None:
    """The outcome of a path; None where it counts for nothing."""
    if kept.header.coach and not game.scenario.coach:
        return None  # seen while it was played: that is practice, and no outcome to compare with
    try:
        end = replay(game, kept.path)
        if not end.ended:
            return None
        settle(game, end.scene, end.states, end.passbook)
        return outcome(game, end.scene, end.states).band
    except ValueError:  # a path that does not replay
        return None
