"""What a trainer named, walked through: records, exports and lists of codes, each with its name and class."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.records.folder import SUFFIX as RECORD
from game.records.handing import SUFFIX as EXPORT

LIST: Final = ".txt"
ENDINGS: Final = (RECORD, EXPORT, LIST)

APART: Final = frozenset({"versions", "readings"})
"""Folders beside records that hold none."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold hand-ins: ``path`` is where it is, ``name`` what the trainer calls it.

    ``folder`` is the one it lies in, as a path. ``written`` (ns) and ``size`` (bytes) tell whether it has
    changed. ``named``: the trainer named this very file, so that whatever is in it is judged.
    """

    path: str
    name: str
    folder: str
    written: int
    size: int
    named: bool = False

    @property
    def ending(self) -> str:
        """The ending of its name, with the dot."""
        return f".{self.name.rpartition('.')[2]}"

    @property
    def class_name(self) -> str:
        """The class: the name of the folder it lies in."""
        return self.folder.rpartition(os.sep)[2]


def walk(place: Path) -> Iterator[Found]:
    """The files of a place, a folder to its depth, by name; raises ``OSError`` where it cannot be looked at.

    Links to folders are not followed, links to files only where those lie in the place as well. Folders whose
    name begins with a dot are passed over.
    """
    place = place.resolve()
    if not place.is_dir():
        signs = place.stat()
        yield Found(str(place), place.name, str(place.parent), signs.st_mtime_ns, signs.st_size, named=True)
        return
    # One after another and not one within the other: folders may lie in each other by the thousand.
    inside = [("", _listed(str(place)))]
    while inside:
        before, entries = inside[-1]
        entry = next(entries, None)
        if entry is None:
            inside.pop()
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in APART and not entry.name.startswith("."):
                    inside.append((f"{before}{entry.name}/", _listed(entry.path)))
            elif (
                entry.name.endswith(ENDINGS)
                and not entry.name.startswith(".")
                and (not entry.is_symlink() or Path(os.path.realpath(entry.path)).is_relative_to(place))
            ):
                signs = entry.stat()
                folder = os.path.dirname(entry.path)  # noqa: PTH120 - a hundred thousand of them
                yield Found(entry.path, f"{before}{entry.name}", folder, signs.st_mtime_ns, signs.st_size)
        except OSError:
            # It went away, or this one folder may not be opened: the next look may find it.
            continue


def _listed(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return iter(sorted(entries, key=lambda entry: entry.name))
