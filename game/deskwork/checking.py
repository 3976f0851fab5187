"""A scenario's file looked over: what is found, with the lines it is found in, and what lies beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.deskwork.judging import judged
from game.deskwork.translations import Translated, translations
from game.format.codes import Lang
from game.format.findings import Finding
from game.library import Opened
from game.library.transcripts import transcripts_beside
from game.records import Trouble

if TYPE_CHECKING:
    from game.deskwork.judging import Progresses
    from game.library import Library

AROUND: Final = 2
"""Lines shown before and after the one that is meant."""

COUNTED: Final = frozenset({"untranslated", "many-untranslated", "outdated-translation"})
"""Findings that come by the hundred while somebody translates; they are counted and not listed."""

LONGEST_LINE: Final = 240
"""Characters of a line that are shown."""

_TITLE: Final = re.compile(r"^title:[ ]+(?P<title>[^#\n]+)", re.MULTILINE)
_GARBLED: Final = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding, and the ``lines`` around its place by their number (from 1); () where there are none."""

    finding: Finding
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a scenario's file.

    What is missing or outdated in a translation is counted in ``translated`` and no finding here. Texts
    are "" and numbers 0 where the file does not say. ``taught``: its teaching was judged, too.
    ``trouble``: it could not even be read, and this is why. ``changed``: when it was saved, in seconds
    since 1970, 0 where that is not known.
    """

    file: Path
    id: str = ""
    title: str = ""
    customer: str = ""
    language: str = ""
    scenes: int = 0
    noted: tuple[Noted, ...] = ()
    taught: bool = False
    translated: tuple[Translated, ...] = ()
    transcripts: tuple[Path, ...] = ()
    changed: float = 0.0
    trouble: Exception | None = None

    @property
    def faults(self) -> int:
        """How many findings keep it from being played."""
        return sum(one.finding.severity == "fault" for one in self.noted)

    @property
    def advice(self) -> int:
        """How many findings are about teaching."""
        return len(self.noted) - self.faults

    @property
    def playable(self) -> bool:
        """Whether it can be played, in its own language at least."""
        return self.trouble is None and not any(
            one.finding.severity == "fault" and one.finding.file == str(self.file) for one in self.noted
        )

    @property
    def unfinished(self) -> tuple[str, ...]:
        """The languages of translations that are not finished, or cannot be read."""
        return tuple(one.language for one in self.translated if one.done < one.total or not one.total)


def checked(
    library: "Library", file: Path, lang: Lang, *, teach: bool, progress: "Progresses | None" = None
) -> Checked:
    """A file looked over; what a person got wrong is in what is returned.

    ``teach``: with what the exact analysis advises on its teaching.
    """
    try:
        opened = library.open_scenario(file, lang)
        changed = file.stat().st_mtime
        opened = judged(library, opened, lang, languages=opened.catalogs, teach=teach, progress=progress)
    except (Trouble, OSError) as trouble:
        return Checked(file, trouble=trouble)
    scenario = opened.reading.scenario
    found = noted([one for one in opened.findings if one.code not in COUNTED], opened)
    own = [one for one in opened.faults if one.file == opened.reading.name]
    if scenario is None:
        return Checked(file, title=_title(opened.source), noted=found, changed=changed)
    return Checked(
        file,
        id=scenario.id,
        title=scenario.title,
        customer=scenario.customer.name,
        language=scenario.language,
        scenes=len(scenario.scenes),
        noted=found,
        taught=teach and not own,
        translated=translations(opened, lang),
        transcripts=transcripts_beside(file, scenario.id),
        changed=changed,
    )


def _title(source: bytes) -> str:
    """The title of a scenario that does not read, as far as it can be made out; else ""."""
    written = _TITLE.search(source.decode("utf-8-sig", "replace"))
    return written["title"].strip(" \"'")[:LONGEST_LINE] if written else ""


def noted(findings: Sequence[Finding], opened: Opened) -> tuple[Noted, ...]:
    """Findings, faults first, with the lines of the file each is about."""
    texts = {str(opened.path): _lines(opened.source)}
    for language, content in opened.catalogs.items():
        for name in {one.file for one in findings if one.file.endswith(f".{language}.po")}:
            texts[name] = _lines(content)
    ordered = sorted(findings, key=lambda one: one.severity != "fault")
    return tuple(Noted(one, _around(texts.get(one.file, []), one)) for one in ordered)


def _lines(content: bytes) -> list[str]:
    """The lines of a text; none of what is no text."""
    lines = content.decode("utf-8-sig", "replace").splitlines()
    return [] if any(_GARBLED in line for line in lines[:1]) else lines


def _around(lines: Sequence[str], one: Finding) -> tuple[tuple[int, str], ...]:
    at = one.line
    if not 1 <= at <= len(lines) or not lines[at - 1].strip():
        return ()
    first, last = max(1, at - AROUND), min(len(lines), at + AROUND)
    return tuple(
        (number, _cut(lines[number - 1], one.column if number == at else 1))
        for number in range(first, last + 1)
    )


def _cut(line: str, column: int) -> str:
    """A line as far as it is shown: the part around a column, where it is long."""
    start = max(0, column - 1 - LONGEST_LINE // 3) if len(line) > LONGEST_LINE else 0
    part = line[start : start + LONGEST_LINE]
    return f"{'…' if start else ''}{part}{'…' if start + LONGEST_LINE < len(line) else ''}"
