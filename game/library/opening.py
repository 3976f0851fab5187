"""A scenario's file opened: its bytes, its catalogs, and what the reader makes of them."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.core.rulebook import Rulebook
from game.core.scenario import Opening, Scenario
from game.format.codes import Lang
from game.format.findings import Finding
from game.library.troubles import IsAFolder, NotAFile, NotFound, Unplayable
from game.records import Source
from game.records.disk import Disk

if TYPE_CHECKING:
    from game.format.reader import Reading

MOST_BYTES: Final = 64 * 2**20
"""Larger files are not even read; the format's own, smaller limit is told as a finding."""

ENDINGS: Final = (".yaml", ".yml")
PACK_ENDING: Final = ".zip"


@dataclass(frozen=True, slots=True)
class Opened:
    """A scenario's file, read.

    ``scenario`` is in the language asked for where a catalog has it, else in its own; None when there are
    faults. ``findings`` are in the person's language. ``source`` and ``catalogs`` (by language) are the
    bytes of the files. ``opening``: where the meeting begins when it goes on from another one.
    """

    path: Path
    reading: "Reading"
    scenario: Scenario | None
    findings: tuple[Finding, ...]
    source: bytes
    catalogs: Mapping[str, bytes] = field(default_factory=dict)
    opening: Opening | None = None

    def played(self, rulebook: bytes) -> Source:
        """The bytes a record of this meeting keeps."""
        return Source(self.source, rulebook, self.catalogs)

    @property
    def playable(self) -> Scenario:
        """The scenario, if it can be played; raises ``Unplayable`` when there are faults."""
        if self.scenario is None or self.faults:
            raise Unplayable(self.path, self.findings)
        return self.scenario

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that make it unplayable."""
        return tuple(one for one in self.findings if one.severity == "fault")


def open_file(path: Path, lang: Lang, rulebook: Rulebook, disk: Disk) -> Opened:
    """Open one scenario's file and the catalogs beside it.

    Personas and numbers of the scenario are looked up in the ``rulebook``. Raises ``NotFound``,
    ``IsAFolder``, ``NotAFile``, ``TooBig``, ``OSError``.
    """
    # The reader brings pydantic, which a shelf that is listed from its index does without.
    from game.format.reader import read  # noqa: PLC0415

    source = _bytes(path, disk)
    reading = read(source, str(path), lang=lang, rulebook=rulebook)
    catalogs = {}
    if reading.scenario is not None:
        files = catalog_files(path, reading.scenario.id)
        catalogs = {language: _bytes(file, disk) for language, file in files.items()}
    return in_language(path, reading, source, catalogs, lang)


def in_language(
    path: Path, reading: "Reading", source: bytes, catalogs: Mapping[str, bytes], lang: Lang
) -> Opened:
    """A reading in the language asked for, where it can be had."""
    scenario = reading.scenario
    if scenario is None or scenario.language == lang or lang not in catalogs:
        return Opened(path, reading, scenario, tuple(reading.findings), source, catalogs)
    file = path.with_name(f"{scenario.id}.{lang}.po")
    translated = reading.in_language(lang, catalogs[lang], str(file))
    findings = (*reading.findings, *translated.findings)
    return Opened(path, reading, translated.scenario or scenario, findings, source, catalogs)


def catalog_files(path: Path, scenario_id: str) -> dict[str, Path]:
    """The catalogs beside a scenario's file, by language: ``<id>.<language>.po``."""
    found = {}
    for file in sorted(path.parent.glob("*.po")):
        name, _, language = file.stem.rpartition(".")
        if name in {scenario_id, path.stem} and language and stays(file):
            found[language] = file
    return found


def stays(file: Path) -> bool:
    """Whether a file that lies in a folder is in that folder, and no link that leads elsewhere.

    What lies beside a scenario goes into records, hand-ins and packs: a stranger's link would take along
    whatever of this person's it leads to.
    """
    return os.path.realpath(file.parent) == os.path.dirname(os.path.realpath(file))  # noqa: PTH120 (a pair)


def _bytes(path: Path, disk: Disk) -> bytes:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(str(path)) from None
    if stat.S_ISDIR(mode):
        raise IsAFolder(path)
    if not stat.S_ISREG(mode):
        raise NotAFile(path)
    return disk.read(path, MOST_BYTES)
