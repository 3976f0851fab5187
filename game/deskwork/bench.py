"""What a desk has at hand: two clerks, what was found in files so far, and where things are put."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from game.deskwork.checking import Checked
from game.deskwork.clerk import Clerk, Worker
from game.format.codes import Lang
from game.library.shelf import files

if TYPE_CHECKING:
    from game.library import Library

MOST_REMEMBERED: Final = 20
"""Files from elsewhere that lie on the desk."""

Signs: TypeAlias = tuple[tuple[str, int, int], ...]


class Bench:
    """One trainer's desk while the window is open; ``hire`` finds somebody to work beside it.

    ``checker`` looks files over, ``maker`` makes what is asked for; neither keeps the other waiting.
    """

    def __init__(self, library: "Library", hire: Callable[[], Worker] = Clerk) -> None:
        self._library = library
        self.checker = hire()
        self.maker = hire()
        self.open = Path()
        """The file that lies open."""
        self._known: dict[tuple[Path, Lang], tuple[Signs, Checked]] = {}

    def files(self, remembered: Sequence[str]) -> tuple[Path, ...]:
        """The trainer's own files and those remembered from elsewhere, each once; the last saved first."""
        found = dict.fromkeys([*files(self._library.own), *(Path(each) for each in remembered)])
        return tuple(sorted(found, key=_saved, reverse=True))

    def is_own(self, file: Path) -> bool:
        """Whether a file lies in the trainer's folder."""
        return file.parent == self._library.own

    def known(self, file: Path, lang: Lang) -> Checked | None:
        """What was found in a file, where neither it nor anything beside it has changed since."""
        signs, found = self._known.get((file, lang), ((), None))
        return found if signs == signs_of(file) else None

    def keep(self, found: Checked, lang: Lang, signs: "Signs | None" = None) -> None:
        """Remember what was found in a file; what was known of how it teaches is not given up for less.

        ``signs``: those of the file when it was looked over, where that was a while ago.
        """
        before = self.known(found.file, lang)
        if before is None or found.taught or not before.taught:
            self._known[found.file, lang] = signs_of(found.file) if signs is None else signs, found

    def close(self) -> None:
        """The clerks go home."""
        self.checker.stop()
        self.maker.stop()
        self.checker.close()
        self.maker.close()


def remembering(remembered: Sequence[str], *opened: Path) -> list[str]:
    """What is remembered once these files were opened: they come first."""
    names = dict.fromkeys([*(str(file) for file in opened), *remembered])
    return list(names)[:MOST_REMEMBERED]


def _saved(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def signs_of(file: Path) -> Signs:
    """Name, time and size of a file and of all catalogs and transcripts beside it."""
    signs = []
    with suppress(OSError):
        for each in (file, *sorted([*file.parent.glob("*.po"), *file.parent.glob("*.txt")])):
            stat = each.stat()
            signs.append((each.name, stat.st_mtime_ns, stat.st_size))
    return tuple(signs)
