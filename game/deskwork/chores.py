"""The work a desk gives its clerk: functions that open the library for themselves and return plain values.

Each is called with a way to tell how far it is, then with the ``Place`` to work at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.analysis.live import most_decisions
from game.core.game import Game
from game.deskwork.checking import Checked, Noted, checked, noted
from game.deskwork.clerk import Tell
from game.deskwork.judging import judged
from game.deskwork.packing import Unpacked, looked_into
from game.deskwork.pages import PageKind, page_of
from game.deskwork.transcripts import Tried, tried
from game.deskwork.translations import Translated, bring_up_to_date
from game.format.codes import Lang
from game.library import Library, Opened
from game.library.transcripts import transcripts_beside
from game.library.troubles import Unplayable


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person's things and the program's scenarios lie, and the language to answer in."""

    home: Path
    shipped: Path
    lang: Lang

    @classmethod
    def of(cls, library: Library, lang: Lang) -> "Place":
        """That of a library."""
        return cls(library.own.parent, library.shipped, lang)

    def library(self) -> Library:
        """The same library, opened anew."""
        found = Library(self.home)
        found.shipped = self.shipped
        return found


@dataclass(frozen=True, slots=True)
class Walking:
    """How far a walk through all ways is: ``decisions`` of ``most`` made, so many merged ``states`` held."""

    decisions: int
    states: int
    most: int


@dataclass(frozen=True, slots=True)
class Counting:
    """How many of so many are done."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class LookedInto:
    """A pack looked into; where one of its scenarios has faults, its name and what was found in it."""

    pack: Unpacked
    faulty: str = ""
    found: tuple[Noted, ...] = ()


def survey(tell: Tell, place: Place, files: Sequence[Path]) -> None:
    """Look over files, quickly: each is told as it is done."""
    library = place.library()
    for file in files:
        tell(checked(library, file, place.lang, teach=False))


def look_over(tell: Tell, place: Place, file: Path, teach: bool) -> Checked:
    """Look over a file: quickly, which is told, and then also how it teaches, where that is asked for."""
    library = place.library()
    found = checked(library, file, place.lang, teach=False)
    if not teach or not found.playable:
        return found
    tell(found)
    return checked(library, file, place.lang, teach=True, progress=_walking(tell))


def write_page(tell: Tell, place: Place, file: Path, kind: PageKind, target: Path) -> Path:
    """Write the map or the report of a scenario without faults; where it lies."""
    library = place.library()
    opened = _sound(library, place, file)
    text = page_of(library, opened, library.words(place.lang), kind, _walking(tell))
    library.workshop.keep_page(target, text)
    return target


def try_transcripts(tell: Tell, place: Place, file: Path) -> tuple[Tried, ...]:
    """Replay the transcripts beside a scenario without faults."""
    library = place.library()
    opened = _sound(library, place, file)
    files = transcripts_beside(file, opened.playable.id)
    return tried(library, opened, files, place.lang, lambda done: tell(Counting(done, len(files))))


def update_catalog(tell: Tell, place: Place, file: Path, language: str) -> Translated | tuple[Noted, ...]:
    """Bring a catalog up to date; or what keeps it from being read, and then nothing is written."""
    del tell  # it is done before anybody could read how far it is
    library = place.library()
    opened = _sound(library, place, file)
    done = bring_up_to_date(library, opened, language, place.lang)
    return done if isinstance(done, Translated) else noted(done, opened)


def write_pack(tell: Tell, place: Place, file: Path, target: Path, replacing: bool) -> int:
    """Pack a scenario without faults; how many files went in. Raises ``FileExistsError`` unless replacing."""
    del tell
    library = place.library()
    opened = _sound(library, place, file, translated=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    return library.workshop.pack([opened], target, replace=replacing)


def look_into(tell: Tell, place: Place, file: Path) -> LookedInto:
    """Look into a pack; nothing is taken in yet."""
    library = place.library()
    found = looked_into(library, file, place.lang, _walking(tell))
    if found.faulty is None:
        return LookedInto(found)
    faulty = found.faulty
    return LookedInto(replace(found, faulty=None), faulty.path.name, noted(faulty.faults, faulty))


def _sound(library: Library, place: Place, file: Path, *, translated: bool = False) -> Opened:
    """A scenario without faults, in its translations neither where they count; raises ``Unplayable``."""
    opened = library.open_scenario(file, place.lang)
    if not translated:
        own = tuple(one for one in opened.findings if one.file == opened.reading.name)
        opened = replace(opened, findings=own)
    opened = judged(library, opened, place.lang, languages=opened.catalogs if translated else ())
    if opened.scenario is None or opened.faults:
        raise Unplayable(file, opened.findings)
    return opened


def _walking(tell: Tell) -> Callable[[Game], Callable[[int, int], None]]:
    def of(game: Game) -> Callable[[int, int], None]:
        most = most_decisions(game)
        return lambda decisions, states: tell(Walking(decisions, states, most))

    return of
