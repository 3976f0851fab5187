"""Records once read, so that a folder looked through again is not read again."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.records.kept import Kept
from game.records.troubles import FileTrouble

SETTLED_NS: Final = 3 * 10**9
"""A file written so recently (ns) is read again: some drives tell times in steps of two seconds only."""


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A file among the records that is not one, and what is wrong with it (a trouble or an ``OSError``)."""

    file: Path
    trouble: FileTrouble | OSError


@dataclass(frozen=True, slots=True)
class _Read:
    written_ns: int
    size: int
    found: Kept | Spoilt
    settled: bool


class Remembered:
    """What the files of a folder held. A file that has another size or another time by now is read again.

    ``read`` gives the record in a file, or raises a ``FileTrouble`` or ``OSError``; ``clock`` tells the
    time (ns) in the era of the times of files.
    """

    def __init__(self, read: Callable[[Path], Kept], clock: Callable[[], int] = time.time_ns) -> None:
        self._read = read
        self._clock = clock
        self._known: dict[Path, _Read] = {}

    def of(self, files: Iterable[Path]) -> list[tuple[Kept | Spoilt, int]]:
        """What these files hold, each with the time it was written (ns; 0 where it cannot be told).

        Files that are not among them are forgotten.
        """
        known, self._known = self._known, {}
        return [self._one(file, known.get(file)) for file in files]

    def _one(self, file: Path, known: _Read | None) -> tuple[Kept | Spoilt, int]:
        now = self._clock()
        try:
            # Asked before it is read: what is written in between is then found the next time.
            signs = file.stat()
            written, size = signs.st_mtime_ns, signs.st_size
        except OSError:
            written, size, known = 0, 0, None
        if known is None or not known.settled or (known.written_ns, known.size) != (written, size):
            known = _Read(written, size, self._found(file), settled=0 < written < now - SETTLED_NS)
        if not isinstance(known.found, Spoilt) or isinstance(known.found.trouble, FileTrouble):
            self._known[file] = known  # what a drive says in its trouble may be over the next time
        return known.found, written

    def _found(self, file: Path) -> Kept | Spoilt:
        try:
            return self._read(file)
        except (FileTrouble, OSError) as trouble:
            return Spoilt(file, trouble)
