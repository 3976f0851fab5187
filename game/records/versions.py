"""The scenarios and rulebooks that were played, kept byte for byte under the hash of their bytes.

A file of this folder is written once and never again, so that a record replays whatever became of the
scenario since. Nothing in it is about a person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from game.records.disk import Disk
from game.records.lines import Files
from game.records.troubles import VersionAltered, VersionMissing

MOST_BYTES: Final = 16 * 2**20
"""The largest file that is kept."""

Read = Callable[[str], bytes]
"""Gives the bytes kept under a file name; raises ``VersionMissing`` or ``VersionAltered``."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes a meeting is played from: a scenario, its catalogs by language, the rulebook."""

    scenario: bytes
    rulebook: bytes
    catalogs: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def files(self) -> Files:
        """Their hashes, as a header names them."""
        catalogs = {language: digest(self.catalogs[language]) for language in sorted(self.catalogs)}
        return Files(digest(self.scenario), digest(self.rulebook), catalogs)


def digest(content: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(content).hexdigest()


def names(files: Files) -> tuple[str, ...]:
    """The names under which these files are kept: scenario, rulebook, then the catalogs."""
    catalogs = (f"{content}.po" for content in files.catalogs.values())
    return (f"{files.scenario}.yaml", f"{files.rulebook}.toml", *catalogs)


def source_of(files: Files, read: Read) -> Source:
    """The bytes again, by a function that reads one file by its name."""
    scenario, rulebook, *_ = names(files)
    catalogs = {language: read(f"{content}.po") for language, content in files.catalogs.items()}
    return Source(read(scenario), read(rulebook), catalogs)


class Versions:
    """A folder of kept versions."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder = folder
        self._disk = disk

    def keep(self, source: Source) -> None:
        """Keep what is not kept yet; raises ``OSError`` where that is not possible."""
        self._disk.make_folder(self.folder)
        contents = (
            source.scenario,
            source.rulebook,
            *map(source.catalogs.__getitem__, sorted(source.catalogs)),
        )
        for name, content in zip(names(source.files), contents, strict=True):
            file = self.folder / name
            if not file.exists():
                self._disk.create(file, content)

    def read(self, name: str) -> bytes:
        """The bytes of one kept file, checked; raises ``VersionMissing`` or ``VersionAltered``."""
        file = self.folder / name
        try:
            content = self._disk.read(file, MOST_BYTES)
        except FileNotFoundError:
            raise VersionMissing(file) from None
        if digest(content) != file.stem:
            raise VersionAltered(file)
        return content
