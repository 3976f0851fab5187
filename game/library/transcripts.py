"""The transcripts beside a scenario: ``<id>.<name>.txt``."""

import re
from pathlib import Path
from typing import Final

from game.library.troubles import NotText
from game.records.disk import Disk

ENDING: Final = ".txt"
MOST_BYTES: Final = 2**20
_NAME: Final = re.compile(r"[\w-]+")


def transcripts_beside(scenario: Path, scenario_id: str) -> tuple[Path, ...]:
    """The transcripts of a scenario's file, by name."""
    names = {scenario_id, scenario.stem}
    return tuple(
        sorted(
            file
            for file in scenario.parent.glob(f"*{ENDING}")
            if file.stem.rpartition(".")[0] in names and file.is_file()
        )
    )


def transcript_file(scenario: Path, scenario_id: str, name: str) -> Path | None:
    """Where a transcript of this name lies; None for a name that would not be a file's."""
    if not _NAME.fullmatch(name):
        return None
    return scenario.with_name(f"{scenario_id}.{name}{ENDING}")


def read_transcript(file: Path, disk: Disk) -> str:
    """The text of a transcript; raises ``NotText``, ``TooBig``, ``OSError``."""
    try:
        return disk.read(file, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotText(file) from None
