"""The one file a trainee hands in: a record and the versions it was played with, in a zip.

No path, name or time of the computer goes into it. It is read without unpacking anything to a disk.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.records.disk import Disk
from game.records.folder import Records
from game.records.kept import MOST_BYTES, Kept, read
from game.records.lines import line, parsed, predecessors
from game.records.troubles import FileTrouble, NotAnExport, VersionAltered, VersionMissing
from game.records.versions import MOST_BYTES as MOST_VERSION
from game.records.versions import digest, names

SUFFIX: Final = ".shinyo"

RECORD: Final = "record.jsonl"
VERSION: Final = re.compile(r"versions/[0-9a-f]{64}\.(yaml|toml|po)")
MOST_ENTRIES: Final = 200
MOST_FILE: Final = 64 * 2**20
MOST_UNPACKED: Final = 64 * 2**20
"""Entries of an export, its bytes, and the bytes of all versions in it together, unpacked."""

ENTRY: Final = b"PK\x01\x02"
"""What every entry in the directory of a zip begins with."""

NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The date of everything in a zip of ours, so that the same content makes the same bytes."""

PACKED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How the entries of our zips are packed; the other ways raise errors of their own, and need not be there."""

DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What reading a damaged zip, or none at all, may raise; ``NotImplementedError`` where it names a packing
that zipfile does not know."""


@dataclass(frozen=True, slots=True)
class Handed:
    """An exported record: what it says, and the bytes of the versions it needs, by file name."""

    kept: Kept
    versions: Mapping[str, bytes]

    def read(self, name: str) -> bytes:
        """The bytes of one version, checked; raises ``VersionMissing`` or ``VersionAltered``."""
        if name not in self.versions:
            raise VersionMissing(Path(name))
        if digest(self.versions[name]) != Path(name).stem:
            raise VersionAltered(Path(name))
        return self.versions[name]


def export(
    records: Records,
    file: Path,
    to: Path,
    *,
    free_text: bool = False,
    renew: bool = False,
    disk: Disk | None = None,
) -> None:
    """Write the record ``file`` and its versions to the new file ``to``; ``renew``: also over an older one.

    What the trainee wrote freely (feeling, reflection, resolve) goes along only with ``free_text``.
    Raises ``FileExistsError`` rather than replace a file unasked, a ``FileTrouble`` or an ``OSError``.
    """
    kept = records.read(file)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        _pack(archive, RECORD, _lines(records.bytes_of(kept), free_text=free_text))
        for name in _needed(kept):
            _pack(archive, f"versions/{name}", records.versions.read(name))
    used = disk or Disk()
    (used.replace if renew else used.create)(to, packed.getvalue())


def _pack(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same everywhere, so that it does not tell the system
    archive.writestr(entry, content)


def _lines(content: bytes, *, free_text: bool) -> bytes:
    """The lines that are handed in. Of what was written freely only the last counts, and goes along."""
    found = [dict(parsed(each, number)) for number, each in enumerate(content.rstrip().split(b"\n"), 1)]
    written = {
        name: number for number, each in enumerate(found) for name in ("plus", "resolve") if name in each
    }
    kept = []
    for number, each in enumerate(found):
        if ("plus" in each or "resolve" in each) and not (free_text and number in written.values()):
            continue
        if not free_text and "feeling" in each:
            each["feeling"] = ""
        kept.append(line(each))
    return b"".join(kept)


def read_export(file: Path, disk: Disk | None = None, *, known: Container[str] = frozenset()) -> Handed:
    """An exported record; raises ``NotAnExport``, another ``FileTrouble`` or ``OSError``.

    ``known``: names of versions that are at hand already and need not be unpacked once more.
    """
    content = (disk or Disk()).read(file, MOST_FILE)
    # The library of zips reads a directory whole, however many entries it claims.
    if content.count(ENTRY) > MOST_ENTRIES:
        raise NotAnExport(file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.namelist()
            versions = [name for name in entries if name != RECORD]
            if (
                RECORD not in entries
                or len(entries) > MOST_ENTRIES
                or not all(map(VERSION.fullmatch, versions))
                or any(one.compress_type not in PACKED for one in archive.infolist())
            ):
                raise NotAnExport(file)
            kept = read(_unpack(archive, RECORD, MOST_BYTES, file), file)
            wanted = [name for name in _needed(kept) if name not in known and f"versions/{name}" in versions]
            return Handed(kept, _versions(archive, wanted, file))
    except FileTrouble:
        raise
    except DAMAGED:
        raise NotAnExport(file) from None


def _needed(kept: Kept) -> list[str]:
    """The names of the versions a record was played with, and those it goes on from; each once."""
    needed = list(names(kept.header.files))
    for each in predecessors(kept.header.continues):
        needed += names(each.files)
    return list(dict.fromkeys(needed))


def _versions(archive: zipfile.ZipFile, wanted: Iterable[str], file: Path) -> dict[str, bytes]:
    """The versions of these names; what else was put into the export is not even unpacked."""
    found, left = {}, MOST_UNPACKED
    for name in wanted:
        found[name] = _unpack(archive, f"versions/{name}", min(MOST_VERSION, left), file)
        left -= len(found[name])
    return found


def _unpack(archive: zipfile.ZipFile, name: str, most: int, file: Path) -> bytes:
    with archive.open(name) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise NotAnExport(file)
    return content
