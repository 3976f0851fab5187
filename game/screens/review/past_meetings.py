"""The meetings a trainee has finished, read one after another while the window goes on."""

from typing import TYPE_CHECKING, Final

from game.debrief.progress import Past, counting, past_of
from game.records import Kept, Trouble
from game.screens.aside import Aside

if TYPE_CHECKING:
    from game.analysis.result import Analysis
    from game.core.game import Game
    from game.screens.backstage import Backstage
    from game.screens.play import Play

_TROUBLES: Final = (Trouble, OSError, ValueError)


class PastMeetings:
    """Those of whoever plays, this one among them; those played with a coach are practice and left out."""

    def __init__(self, backstage: "Backstage", play: "Play") -> None:
        self._backstage, self._play = backstage, play
        self._left: list[Kept] = self._finished()
        self._found: list[Past] = []
        self._before: tuple[Past, ...] = ()
        self._coming: tuple[Kept, Aside[tuple[Game, Analysis | None]]] | None = None

    def _finished(self) -> list[Kept]:
        if self._play.previewed:
            return []
        try:
            mine = self._backstage.patience(
                lambda: self._backstage.records.of(self._backstage.settings.trainee)
            )
        except OSError:
            return []
        own = self._play.header
        return counting(mine, "" if own is None else own.uid)

    @property
    def found(self) -> tuple[Past, ...]:
        """Those that have been read, the oldest first."""
        return self._before if self._left and self._before else tuple(self._found)

    def relanguaged(self) -> None:
        """Read them once more, with their titles in the other language; until then they stay as they were."""
        self._before = self.found
        self._left, self._found, self._coming = self._finished(), [], None

    @property
    def waits(self) -> bool:
        """Whether there are more to come."""
        return bool(self._left)

    def work(self) -> bool:
        """Read one more, where that can be done now; whether there is something new.

        What cannot be read or does not replay is passed over: the list of records names it.
        """
        if not self._left:
            return False
        kept = self._left[-1]
        known = self._known(kept)
        try:
            if known is None:
                if self._coming is None:
                    self._coming = (kept, Aside(lambda: self._load(kept)))
                if not self._coming[1].done:
                    return False
                known = self._coming[1].result()
            self._found.append(past_of(known[0], kept, known[1]))
        except _TROUBLES:
            pass
        self._coming = None
        self._left.pop()
        return True

    def _known(self, kept: Kept) -> "tuple[Game, Analysis | None] | None":
        """The game of this meeting fits every other that was played from the same files."""
        play = self._play
        own = play.header
        if own is None or (kept.header.files, kept.header.continues) != (own.files, own.continues):
            return None
        if play.analysis is None and play.analysis_will_come:
            return None
        return play.game, play.analysis

    def _load(self, kept: Kept) -> "tuple[Game, Analysis | None]":
        library = self._backstage.library
        game = library.load_for_replay(kept, self._backstage.lang)
        return game, library.cached_analysis(game)
