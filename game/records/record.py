"""One meeting's record while it is being written: every line is on the disk before the call returns.

The record is held in memory as well. Before a line is added the file is compared with it, so that a file
that was removed, replaced or changed meanwhile is noticed: the record then goes on, whole, in a file of
its own, and what somebody else wrote is left as it is.
"""

import errno
import itertools
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from game.records.disk import Disk
from game.records.kept import AFTERWARDS, MOST_BYTES, Kept, read
from game.records.lines import Closing, Header, Json, Prediction, clean, line, moment
from game.records.lock import Lock
from game.records.troubles import NotAFile, TooBig

Clock = Callable[[], datetime]


class Record:
    """An open record; ``keep`` fits ``game.session.Keep``.

    ``restore`` puts what is played beside it once more, where somebody took that away too.

    Every method that writes raises ``OSError`` when the line could not be kept, and the record is then as
    it was before: the same call can be made again.
    """

    def __init__(
        self,
        kept: Kept,
        content: bytes,
        *,
        lock: Lock,
        disk: Disk,
        clock: Clock,
        restore: Callable[[], None] = lambda: None,
    ) -> None:
        self.header: Header = kept.header
        self.file: Path = kept.file
        self.closed: Closing | None = kept.closed
        self._content = content
        self._failed = b""
        self._lock = lock
        self._disk = disk
        self._clock = clock
        self._restore = restore

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the choices kept so far."""
        return read(self._content, self.file).path

    @property
    def prediction(self) -> Prediction | None:
        """What the trainee expected before the reveal, once that is kept."""
        return read(self._content, self.file).prediction

    def keep(self, scene: str, choice: str) -> None:
        """Keep a decision."""
        self._add({"choice": choice, "scene": scene})

    def predict(self, band: str, trust: int | None = None, feeling: str = "") -> None:
        """Keep what the trainee expects before the reveal; the last one counts."""
        self._add({"prediction": clean(band), "trust": trust, "feeling": clean(feeling)})

    def reflect(self, plus: str, delta: str) -> None:
        """Keep what went well and what to do differently; the last ones count."""
        self._add({"plus": clean(plus), "delta": clean(delta)})

    def resolve(self, text: str) -> None:
        """Keep the one thing the trainee means to do next time; the last one counts."""
        self._add({"resolve": clean(text)})

    def retry(self, position: int, choices: Sequence[str]) -> None:
        """Keep what was tried again from the decision at ``position`` on; it changes no decision."""
        self._add({"retry": position, "choices": list(choices)})

    def close(self, reason: Closing) -> None:
        """Write the closing line and let go of the record.

        After it only what is made of the meeting can be added: ``retry``, ``reflect`` and ``resolve``. Each
        takes hold of the record for as long as it writes, and raises ``InUse`` where somebody has it.
        """
        self._add({"closed": reason})
        self.closed = reason
        self.release()

    def release(self) -> None:
        """Let go of the record without closing it: it stays unfinished and can be resumed."""
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _add(self, content: Json) -> None:
        if self.closed is None:
            self._write(content)
            return
        if not AFTERWARDS & content.keys():
            raise ValueError("the record is closed")
        lock = self._lock.again(self.file)
        try:
            self._write(content)
        finally:
            lock.release()

    def _write(self, content: Json) -> None:
        new = line({**content, "at": moment(self._clock())})
        if self._as_written():
            self._failed = new
            self._disk.append(self.file, new, len(self._content))
        else:
            self._write_anew(new)
        self._content += new
        self._failed = b""

    def _as_written(self) -> bool:
        """Whether the file holds what was written, nothing else; a piece left by a failed line is cut off."""
        try:
            found = self._disk.read(self.file, MOST_BYTES)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError, NotAFile, TooBig):
            return False
        except OSError as error:
            if error.errno == errno.ELOOP:  # a link that leads to itself has taken its place
                return False
            raise
        if found == self._content:
            return True
        if not found.startswith(self._content) or not self._failed.startswith(found[len(self._content) :]):
            return False
        self._disk.cut(self.file, len(self._content))
        return True

    def _write_anew(self, new: bytes) -> None:
        self._disk.make_folder(self.file.parent)
        self._restore()
        for file in _free_names(self.file):
            try:
                self._disk.create(file, self._content + new)
            except FileExistsError:
                continue
            self.file = file
            return


def _free_names(file: Path) -> "itertools.chain[Path]":
    stem, _, number = file.stem.partition("~")
    first = int(number) + 1 if number.isdecimal() else 2
    numbered = (file.with_name(f"{stem}~{count}{file.suffix}") for count in itertools.count(first))
    return itertools.chain([file], numbered)
