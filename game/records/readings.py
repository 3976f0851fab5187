"""Which lines a trainee has had before their eyes, so that a talk met again can be gone through quickly.

A small file for each trainee and scenario that only grows: a header, then a line for each stretch of talk,
with the marks of its lines. A mark is a hash: what was said is not in it, and what was decided even less.
It goes when the last record of the two goes. Nothing depends on it: what cannot be read here is unread.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from game.records.disk import Disk
from game.records.lines import line, name
from game.records.troubles import TooBig

FORMAT: Final = 1
SUFFIX: Final = ".read"

MOST_BYTES: Final = 2**20
"""A file of this size holds far more lines than any scenario; what lies beyond is not ours."""

_MARK: Final = frozenset("0123456789abcdef")


class Readings:
    """The marks in a folder; ``keep`` and ``forget`` raise ``OSError``."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder = folder
        self._disk = disk

    def of(self, trainee: str, scenario: str) -> set[str]:
        """The marks kept for a trainee in a scenario; none when there is no file, or one that is no use."""
        lines = self._lines(self._file(trainee, scenario))
        if not lines or not _is_header(lines[0], name(trainee), scenario):
            return set()
        return {mark for found in lines[1:] for mark in _marks(found)}

    def keep(self, trainee: str, scenario: str, marks: Iterable[str]) -> None:
        """Add marks; a torn line that a kill has left is closed first, and counts for nothing."""
        new = line({"read": sorted(marks)})
        file = self._file(trainee, scenario)
        header = {"readings": FORMAT, "scenario": scenario, "trainee": name(trainee)}
        try:
            found = self._disk.read(file, MOST_BYTES)
        except FileNotFoundError:
            self._disk.make_folder(self.folder)
            self._disk.create(file, line(header) + new)
            return
        except TooBig:
            return
        first, *_ = (*found.splitlines(), b"")
        if not _is_header(_object(first), name(trainee), scenario):
            self._disk.replace(file, line(header) + new)
        else:
            torn = b"" if found.endswith(b"\n") else b"\n"
            self._disk.append(file, torn + new, len(found))

    def has(self, trainee: str, scenario: str) -> bool:
        """Whether anything is kept for the two."""
        return self._file(trainee, scenario).is_file()

    def forget(self, trainee: str, scenario: str) -> None:
        """Remove what is kept for a trainee in a scenario."""
        self._file(trainee, scenario).unlink(missing_ok=True)

    def forget_others(self, still: Iterable[tuple[str, str]]) -> None:
        """Remove everything but what belongs to these pairs of trainee and scenario."""
        keep = {self._file(trainee, scenario) for trainee, scenario in still}
        with suppress(FileNotFoundError):
            for file in self.folder.iterdir():
                if file.suffix == SUFFIX and file not in keep:
                    file.unlink(missing_ok=True)

    def _file(self, trainee: str, scenario: str) -> Path:
        # Names hold signs that file names must not, and two may differ in nothing but capitals.
        who = sha256(f"{name(trainee)}\0{scenario}".encode("utf-8", "replace")).hexdigest()
        return self.folder / f"{who[:32]}{SUFFIX}"

    def _lines(self, file: Path) -> list[object]:
        try:
            content = self._disk.read(file, MOST_BYTES)
        except (OSError, TooBig):
            return []
        return [_object(each) for each in content.splitlines()]


def _object(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _is_header(found: object, trainee: str, scenario: str) -> bool:
    return isinstance(found, dict) and (
        found.get("readings") == FORMAT
        and found.get("scenario") == scenario
        and found.get("trainee") == trainee
    )


def _marks(found: object) -> list[str]:
    marks = found.get("read") if isinstance(found, dict) else None
    if not isinstance(marks, list):
        return []
    return [mark for mark in marks if isinstance(mark, str) and mark and not set(mark) - _MARK]
