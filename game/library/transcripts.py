"""The transcripts beside a scenario: ``<id>.<name>.txt``."""

import re
from pathlib import Path
from typing import Final

from game.format.codes import Lang
from game.format.decoding import decode, lines_of
from game.format.findings import Finding, Findings
from game.library.opening import stays
from game.library.troubles import NotText
from game.records.disk import Disk

ENDING: Final = ".txt"
MOST_BYTES: Final = 2**20
LANGS: Final[tuple[Lang, ...]] = ("ja", "en")
_NAME: Final = re.compile(r"[\w-]+")


def transcripts_beside(scenario: Path, scenario_id: str) -> tuple[Path, ...]:
    """The transcripts of a scenario's file, by name."""
    names = {scenario_id, scenario.stem}
    return tuple(
        sorted(
            file
            for file in scenario.parent.glob(f"*{ENDING}")
            if file.stem.rpartition(".")[0] in names and file.is_file() and stays(file)
        )
    )


def transcript_file(scenario: Path, scenario_id: str, name: str) -> Path | None:
    """Where a transcript of this name lies; None for a name that would not be a file's."""
    if not _NAME.fullmatch(name):
        return None
    return scenario.with_name(f"{scenario_id}.{name}{ENDING}")


def read_transcript(file: Path, disk: Disk) -> str:
    """The text of a transcript; raises ``NotText``, ``NotAFile``, ``TooBig``, ``OSError``."""
    source = disk.read(file, MOST_BYTES)
    found: dict[Lang, Finding] = {}
    for lang in LANGS:
        findings = Findings(str(file), lang)
        text = decode(source, findings)
        if text is not None:
            return text
        found[lang] = findings.sorted(lines_of(source))[0]
    raise NotText(file, found)
