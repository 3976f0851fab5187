"""A meeting that is over, as the terminal looks back on it: in the language of the moment."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from game.analysis.onward import crossroads
from game.analysis.result import Analysis
from game.core.game import Game
from game.core.reveal import Reveal
from game.debrief.review.again import Once, first_and_last
from game.debrief.review.pages import Page, pages_of
from game.debrief.review.review import Review, review
from game.debrief.review.told import Teller
from game.debrief.review.written import Written
from game.records import Prediction, Record, Trouble
from game.terminal.table import Table


@dataclass(slots=True)
class Over:
    """What is looked back on.

    ``game`` in the language of the moment, ``reveal`` of its path. ``record``: closed; None where nothing is
    kept. ``compare`` gives the analysis once it is there, and whether it may still come; ``relay`` lays the
    game out in the other language. ``uid``: its meeting's, also where the record has been let go. ``tried``:
    what was chosen when a decision was tried again, by position.
    """

    table: Table
    game: Callable[[], Game]
    reveal: Callable[[], Reveal]
    record: Record | None
    prediction: Prediction | None
    compare: Callable[[], tuple[Analysis | None, bool]]
    relay: Callable[[], object]
    uid: str = ""
    tried: dict[int, tuple[str, ...]] = field(default_factory=dict)
    written: Written = field(default_factory=Written)

    @property
    def teller(self) -> Teller:
        """Who tells it."""
        table = self.table
        return Teller(table.words, self.game().scenario, table.trainee)

    def review(self) -> Review:
        """Everything that is looked back on."""
        analysis, _ = self.compare()
        table = self.table
        return review(
            self.game(), self.reveal(), analysis, table.words,
            trainee=table.trainee, prediction=self.prediction,
        )  # fmt: skip

    def pages(self, looked: Review) -> tuple[Page, ...]:
        """Its pages, with what was tried again."""
        analysis, waits = self.compare()
        return pages_of(looked, self.table.words, self._tried(looked, analysis), waits=waits)

    def _tried(self, looked: Review, analysis: Analysis | None) -> dict[int, Once]:
        found = {}
        for position, choices in self.tried.items():
            ways = None if analysis is None else crossroads(analysis, (*looked.path[:position], *choices))
            in_reach = None if ways is None else ways.best
            game, reveal = self.game(), looked.reveal
            both = first_and_last(game, reveal, looked.steps, position, choices, in_reach, self.teller)
            found[position] = both.last
        return found

    def keep_retry(self, position: int, choices: tuple[str, ...]) -> None:
        """Keep what was tried again; where that fails it is said, and it stays for as long as one looks."""
        self.tried[position] = choices
        if self.record is not None:
            try:
                self.record.retry(position, choices)
            except (Trouble, OSError):
                self.table.say(self.table.words("What you tried could not be saved."))

    def keep_written(self, now: Written) -> bool:
        """Keep what was written, as far as it is new; whether there is a record that has it."""
        was, record = self.written, self.record
        if record is not None:
            if (now.plus, now.delta) != (was.plus, was.delta):
                record.reflect(now.plus, now.delta)
                self.written = replace(was, plus=now.plus, delta=now.delta)
            if now.resolve != was.resolve:
                record.resolve(now.resolve)
        self.written = now
        return record is not None
