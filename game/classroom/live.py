"""A class of the moment, for a window that asks again and again: late records and analyses as they come."""

import math
from collections.abc import Callable, Sequence

from game.analysis.result import Analysis
from game.analysis.store import key
from game.classroom.classes import Classes
from game.classroom.figures import ClassFigure
from game.classroom.gathering import Gathering
from game.classroom.reading import FIRST_SECONDS, Reading
from game.core.game import Game
from game.format.codes import Lang
from game.library import Background, Library


class Live:
    """Gives the figures of the moment; the very same value as before where nothing has changed.

    Analyses that were kept are there at once. One that was not is made in a process of its own, and the
    figures are told anew when it has come. Of many files the first are told before the rest is read, which
    the next call does. To be asked by one thread at a time; ``reading`` tells others how far it is.
    """

    def __init__(self, source: Gathering | Callable[[Reading], Classes], library: Library) -> None:
        """``source``: what is gathered, or what makes a class that nothing is added to."""
        self.reading = Reading()
        self._source = source
        self._made: Classes | None = None
        self._library = library
        self._known: dict[str, Analysis] = {}
        self._coming: dict[str, Background] = {}
        self._told: dict[Lang, Sequence[ClassFigure]] = {}

    def figures(self, lang: Lang) -> Sequence[ClassFigure]:
        """The figures, with their sentences in a language; raises ``Trouble`` and ``OSError``."""
        try:
            return self._figures(lang)
        finally:
            self.reading.rest()

    def _figures(self, lang: Lang) -> Sequence[ClassFigure]:
        changed, classes = self._now()
        self.reading.telling("counting")(0, 0)
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
            return self._gathered(self._source), self._source.classes
        if self._made is None:
            self._made = self._source(self.reading)
        return False, self._made

    def _gathered(self, source: Gathering) -> bool:
        """Read on; whether anything changed. The first time only until there is something to see."""
        reading, changed = self.reading, False
        while not reading.stopped:
            changed |= source.look(
                reading.telling("reading"),
                reading.telling("replaying"),
                finding=reading.telling("finding"),
                enough=reading.enough(math.inf if self._told else FIRST_SECONDS),
            )
            reading.found(source.files, source.left)
            if not source.left or source.classes:
                break
        return changed

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
        coming = (each for name, each in self._coming.items() if name not in self._known)
        self.reading.analysing = any(not each.failed for each in coming)
        return len(self._known) > before
