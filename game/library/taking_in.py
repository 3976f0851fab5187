"""Several files put into the trainer's folder: all of them or none, also where the program is killed.

That folder holds other files as well, so it cannot take the place of another one in one step. Instead a note
of all that is to be written lies in it first; whoever looks into the folder next does what is left.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.records.disk import Disk
from game.records.troubles import FileTrouble

NOTE: Final = ".being-added.json"
MOST_NOTE: Final = 256 * 2**20


def take_in(folder: Path, files: Mapping[str, bytes], disk: Disk) -> dict[str, bytes | None]:
    """Write files; what was there before, by name (None: nothing). Raises ``OSError``: then as before."""
    note = folder / NOTE
    before = {name: _content(folder / name) for name in files}
    disk.replace(note, _written_down(files, before))
    try:
        for name, content in files.items():
            disk.replace(folder / name, content)
    except OSError:
        _remove(note, disk)
        for name, was in before.items():
            put_back(folder / name, was, disk)
        raise
    _remove(note, disk)
    return before


def put_back(file: Path, content: bytes | None, disk: Disk) -> None:
    """A file with what was in it before (None: no file); raises ``OSError``."""
    if content is None:
        file.unlink(missing_ok=True)
    elif _content(file) != content:
        disk.replace(file, content)


def finish(folder: Path, disk: Disk) -> None:
    """Do what a program that was killed has left of it; never fails.

    A file that somebody changed meanwhile stays as it is now. A note that nobody of us wrote goes.
    """
    note = folder / NOTE
    with suppress(OSError):
        if not note.is_file():
            return
        with suppress(FileTrouble, ValueError, TypeError, AttributeError):
            for name, (was, content) in json.loads(disk.read(note, MOST_NOTE)).items():
                if _plain(name) and _digest(_content(folder / name)) == was:
                    disk.replace(folder / name, _from_text(content))
        _remove(note, disk)


def _written_down(files: Mapping[str, bytes], before: Mapping[str, bytes | None]) -> bytes:
    """The note: of each file the sum of what is there, and what is to be there."""
    from base64 import b64encode  # noqa: PLC0415 (only where a pack is taken in)

    noted = {
        name: [_digest(before[name]), b64encode(content).decode("ascii")] for name, content in files.items()
    }
    return json.dumps(noted).encode()


def _from_text(content: str) -> bytes:
    from base64 import b64decode  # noqa: PLC0415 (only where one was killed)

    return b64decode(content, validate=True)


def _plain(name: str) -> bool:
    """Whether a name is one that a pack may have: of no other folder, and of no other kind of file."""
    from game.library.packs import is_allowed  # noqa: PLC0415 (brings the zips)

    return is_allowed(name)


def _digest(content: bytes | None) -> str:
    from hashlib import sha256  # noqa: PLC0415 (only where a pack is taken in)

    return "" if content is None else sha256(content).hexdigest()


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _remove(note: Path, disk: Disk) -> None:
    with suppress(OSError):
        note.unlink(missing_ok=True)
        disk.sync_folder(note.parent)
