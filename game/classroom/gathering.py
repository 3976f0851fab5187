"""A class while it comes in: what was named, looked through again and again, as classes to be told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from game.classroom.classes import Classes
from game.classroom.hand_in import HandIn
from game.classroom.intake import Intake
from game.classroom.reading import Reading
from game.classroom.rehearsal import rehearsal
from game.classroom.replays import Progress
from game.classroom.sources import Sources
from game.format.codes import Lang
from game.format.uncollected import uncollected
from game.format.words import Words
from game.library import Library

SEED: Final = 1
"""Of a rehearsal: the same class every evening, so that what was practised is what comes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which hand-ins are wanted: of one class (a folder's name), of some days (both included), of a scenario.

    None wants all.
    """

    folder: str | None = None
    since: date | None = None
    until: date | None = None
    scenario: str | None = None

    def wants(self, handed: HandIn) -> bool:
        """Whether a hand-in is of the class and the days wanted."""
        return (
            self.folder in {None, handed.folder}
            and (self.since is None or handed.started >= self.since)
            and (self.until is None or handed.started <= self.until)
        )


class Gathering:
    """What was handed in at some places, as classes; ``look`` again and late ones are there."""

    def __init__(
        self,
        places: Iterable[str],
        library: Library,
        *,
        wanted: Wanted | None = None,
        free_text: bool = False,
        lang: Lang = "en",
    ) -> None:
        self._intake = Intake(places, library, lang=lang)
        self._wanted = wanted or Wanted()
        self._free_text, self._lang = free_text, lang
        self._classes: Classes | None = None

    @property
    def classes(self) -> Classes:
        """The classes as of the last look."""
        if self._classes is None:
            self._classes = self._made(None)
        return self._classes

    @property
    def folders(self) -> tuple[str, ...]:
        """The classes there are, by name, whether wanted or not."""
        return tuple(sorted({handed.folder for handed in self._intake.hand_ins if handed.folder}))

    def check(self) -> None:
        """Raise ``OSError`` for a place that is not there, before anything is read."""
        self._intake.check()

    @property
    def files(self) -> int:
        """How many files there were at the last look."""
        return self._intake.files

    @property
    def left(self) -> int:
        """How many of them it left unread."""
        return self._intake.left

    def look(
        self,
        reading: Progress | None = None,
        replaying: Progress | None = None,
        *,
        finding: Progress | None = None,
        enough: Callable[[], bool] | None = None,
    ) -> bool:
        """Read what is new; whether anything changed. Raises ``OSError`` for a place that is not there.

        ``finding`` and ``enough`` as in ``Intake.look``.
        """
        with uncollected(staying=True):
            changed = self._intake.look(reading, finding=finding, enough=enough)
            if changed or self._classes is None:
                self._classes = self._made(replaying)
        return changed

    def _made(self, progress: Progress | None) -> Classes:
        return Classes(
            filter(self._wanted.wants, self._intake.hand_ins),
            self._intake.sources,
            troubles=self._intake.troubles,
            free_text=self._free_text,
            scenario=self._wanted.scenario,
            lang=self._lang,
            progress=progress,
        )


def rehearsed(  # noqa: PLR0917 - what makes a class that never was
    library: Library, scenario: str, size: int, words: Words, day: date, reading: Reading | None = None
) -> Classes:
    """The class of a rehearsal; raises as ``Library.open_scenario``, and ``Unplayable``."""
    reading = reading or Reading()
    sources = Sources(library)
    opened = library.open_scenario(scenario, words.lang)
    files = sources.keep(opened.played(library.rulebook_bytes()))
    game = sources.game(files, None, str(opened.path), words.lang)
    inventing, replaying = reading.telling("inventing"), reading.telling("replaying")
    with uncollected(staying=True):
        made = rehearsal(game, size, SEED, files=files, words=words, day=day, progress=inventing)
        return Classes(made, sources, free_text=True, lang=words.lang, progress=replaying)
