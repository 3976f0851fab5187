"""A class of the moment, for a window that asks again and again: late records and analyses as they come."""

from collections.abc import Callable, Sequence

from game.analysis.result import Analysis
from game.analysis.store import key
from game.classroom.classes import Classes
from game.classroom.figures import ClassFigure
from game.classroom.gathering import Gathering
from game.core.game import Game
from game.format.codes import Lang
from game.library import Background, Library


class Live:
    """Gives the figures of the moment; the very same value as before where nothing has changed.

    Analyses that were kept are there at once. One that was not is made in a process of its own, and the
    figures are told anew when it has come. To be asked by one thread at a time.
    """

    def __init__(self, source: Gathering | Callable[[], Classes], library: Library) -> None:
        """``source``: what is gathered, or what makes a class that nothing is added to."""
        self._source = source
        self._made: Classes | None = None
        self._library = library
        self._known: dict[str, Analysis] = {}
        self._coming: dict[str, Background] = {}
        self._told: dict[Lang, Sequence[ClassFigure]] = {}

    def figures(self, lang: Lang) -> Sequence[ClassFigure]:
        """The figures, with their sentences in a language; raises ``Trouble`` and ``OSError``."""
        changed, classes = self._now()
        if self._analysed(classes) or changed:
            self._told.clear()
        if lang not in self._told:
            self._told[lang] = classes.figures(self._library.words(lang), self._analysis)
        return self._told[lang]

    def close(self) -> None:
        """End the analyses that are still being made."""
        for each in self._coming.values():
            each.stop()

    def _now(self) -> tuple[bool, Classes]:
        if isinstance(self._source, Gathering):
            changed = self._source.look()
            return changed, self._source.classes
        if self._made is None:
            self._made = self._source()
        return False, self._made

    def _analysis(self, game: Game) -> Analysis | None:
        return self._known.get(key(game))

    def _analysed(self, classes: Classes) -> bool:
        """Ask for the analyses that are wanted; whether one has come."""
        before = len(self._known)
        for game, work in classes.works:
            name = key(game)
            if name in self._known:
                continue
            if name not in self._coming:
                kept = self._library.cached_analysis(game)
                if kept is not None:
                    self._known[name] = kept
                    continue
                self._coming[name] = self._library.background(game, work())
            made = self._coming[name].poll()
            if made is not None:
                self._known[name] = made
        return len(self._known) > before
