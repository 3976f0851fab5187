"""What was handed in, read as it comes in: a folder is looked through again and only what is new is read."""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.classroom.hand_in import HandIn, hand_in
from game.classroom.places import LIST, Found, walk
from game.classroom.replays import Progress
from game.classroom.sources import Sources
from game.classroom.troubles import ClassTrouble
from game.classroom.typed_codes import Codes, Line, lines_of, looks_like_code
from game.format.codes import Lang
from game.library import Library
from game.records import (
    FileTrouble,
    Garbled,
    NewerRecord,
    TooBig,
    read_export,
)
from game.records.disk import Disk
from game.records.handing import SUFFIX as EXPORT
from game.records.kept import MOST_BYTES, read
from game.records.remembered import SETTLED_NS
from game.records.result_code import is_code

Read = HandIn | ClassTrouble

MOST_LIST: Final = 2**20
"""Bytes of a list of codes: some twenty thousand of them."""

MOST_WRONG: Final = 100
"""Lines without a code that are told of one list; a trainer who pasted another text needs no more of them."""

ZIP: Final = b"PK\x03\x04"
"""How an export begins."""

STEP: Final = 200
"""Files between two calls of a progress."""


@dataclass(frozen=True, slots=True)
class _Looked:
    written: int
    size: int
    settled: bool
    read: tuple[Read, ...]


class Intake:
    """Reads places (folders, files, codes) and remembers what it has read.

    ``places`` are what the trainer named; one that is neither there nor a code raises ``OSError`` at the
    first look. A file that cannot be reached later on keeps what it said before.
    """

    def __init__(
        self, places: Iterable[str], library: Library, *, lang: Lang = "en", disk: Disk | None = None
    ) -> None:
        self.sources = Sources(library)
        self._disk = disk or Disk()
        self._codes = Codes(library, self.sources, lang)
        self._places: list[Path] = []
        self._looked: dict[str, _Looked] = {}
        typed = []
        for place in places:
            if not Path(place).exists() and looks_like_code(place):
                typed.append(Line(place, ""))
            else:
                self._places.append(Path(place))
        self.files = 0
        """How many files there are, as of the last look."""
        self.left = 0
        """How many of them it left unread."""
        self._typed: tuple[Read, ...] = tuple(self._codes.hand_ins(typed, "", ""))

    @property
    def hand_ins(self) -> tuple[HandIn, ...]:
        """All meetings handed in so far, in the order in which they came."""
        return tuple(each for each in self._all() if isinstance(each, HandIn))

    @property
    def troubles(self) -> tuple[ClassTrouble, ...]:
        """What could not be read."""
        return tuple(each for each in self._all() if isinstance(each, ClassTrouble))

    def _all(self) -> Iterable[Read]:
        yield from self._typed
        for looked in self._looked.values():
            yield from looked.read

    def check(self) -> None:
        """Raise ``OSError`` for a place that is not there."""
        for place in self._places:
            place.stat()

    def look(
        self,
        progress: Progress | None = None,
        *,
        finding: Progress | None = None,
        enough: Callable[[], bool] | None = None,
    ) -> bool:
        """Read what is new or has changed; whether there was anything. Raises ``OSError`` for a place.

        ``finding`` is called with how many files were found so far, of 0. As soon as ``enough`` says so the
        rest is left for the next look.
        """
        found, changed = self._found(finding)
        self.files = len(found)
        for number, each in enumerate(found):
            if enough is not None and enough():
                self.left = sum(other.path not in self._looked for other in found[number:])
                return changed
            changed |= self._one(each)
            if progress is not None and (number + 1) % STEP == 0:
                progress(number + 1, len(found))
        self.left = 0
        if progress is not None:
            progress(len(found), len(found))
        return changed

    def _found(self, finding: Progress | None) -> tuple[list[Found], bool]:
        """The files there are, and whether one has gone; those that have are forgotten."""
        found: list[Found] = []
        gone = set(self._looked)
        for place in self._places:
            here = []
            try:
                for each in walk(place):
                    here.append(each)
                    if finding is not None and len(here) % STEP == 0:
                        finding(len(found) + len(here), 0)
            except OSError:
                if not self._looked:
                    raise
                unreached = str(place.resolve())
                gone = {
                    path for path in gone if path != unreached and not path.startswith(unreached + os.sep)
                }
                continue
            found += here
        gone -= {each.path for each in found}
        for path in gone:
            del self._looked[path]
        return found, bool(gone)

    def _one(self, found: Found) -> bool:
        known = self._looked.get(found.path)
        signs = found.written, found.size
        if known is not None and known.settled and (known.written, known.size) == signs:
            return False
        settled = 0 < found.written < time.time_ns() - SETTLED_NS
        said = tuple(self._read(found))
        if known is not None and known.read == said:
            self._looked[found.path] = _Looked(*signs, settled, said)
            return False
        # Put in anew, so that whoever finished now comes after those who had.
        self._looked.pop(found.path, None)
        self._looked[found.path] = _Looked(*signs, settled, said)
        return True

    def _read(self, found: Found) -> Iterable[Read]:
        file = Path(found.path)
        try:
            if found.ending == EXPORT:
                yield self._export(found, file)
            elif found.ending == LIST:
                yield from self._list(found, file)
            else:
                content = self._disk.read(file, MOST_BYTES)
                kept = read(content, file)
                self.sources.beside(found.folder)
                torn = len(content.rstrip()) > kept.length
                yield hand_in(kept, found.name, found.class_name, torn=torn)
        except (FileTrouble, OSError) as trouble:
            yield _told(found.name, trouble)

    def _export(self, found: Found, file: Path) -> HandIn:
        handed = read_export(file, self._disk, known=self.sources.known)
        self.sources.take(handed)
        return hand_in(handed.kept, found.name, found.class_name)

    def _list(self, found: Found, file: Path) -> Iterable[Read]:
        """The codes of a list; a text without any is somebody's notes, unless it was named itself."""
        content = self._disk.read(file, MOST_LIST)
        if content.startswith(ZIP):  # some programs for mail call an ending they do not know .txt
            yield self._export(found, file)
            return
        text = content.decode("utf-8", "replace")
        lines = list(lines_of(text))
        if found.named or any(is_code(line.code) for line in lines):
            wrong = 0
            for read in self._codes.hand_ins(lines, found.name, found.class_name):
                wrong += isinstance(read, ClassTrouble)
                if wrong <= MOST_WRONG or isinstance(read, HandIn):
                    yield read


def _told(name: str, trouble: FileTrouble | OSError) -> ClassTrouble:
    match trouble:
        case Garbled():
            return ClassTrouble(name, "damaged", {"line": str(trouble.line)})
        case NewerRecord():
            return ClassTrouble(name, "newer")
        case TooBig():
            return ClassTrouble(name, "too_big")
        case OSError():
            return ClassTrouble(name, "unreadable", {"errno": str(trouble.errno or 0)})
    return ClassTrouble(name, "foreign")
