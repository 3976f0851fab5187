"""A .po file read: its entries with their lines, or one finding that says why it is none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polib

from game.format.codes import Lang
from game.format.decoding import decode, lines_of
from game.format.findings import Finding, Findings
from game.format.notes import Passage

_LINE: Final = re.compile(r"line (\d+)")

# What polib raises on files that are no catalogs; it documents OSError only.
_BROKEN: Final = (OSError, ValueError, IndexError, AttributeError, TypeError, KeyError)


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation. ``line`` (from 1) is where it stands in its file; ``fuzzy``: to be looked at."""

    context: str
    original: str
    translation: str
    line: int
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class Catalog:
    """A catalog read; ``findings`` are what made it unreadable (then there are no entries)."""

    name: str
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]

    def usable(self, texts: Iterable[Passage]) -> dict[str, str]:
        """Translations by context, of those texts whose original is still the one translated."""
        current = {one.context: one.text for one in texts}
        return {
            entry.context: entry.translation
            for entry in self.entries
            if entry.translation and not entry.fuzzy and current.get(entry.context) == entry.original
        }


def read_catalog(source: bytes, name: str, *, lang: Lang) -> Catalog:
    """Read a .po file from its bytes; obsolete entries are left out."""
    findings = Findings(name, lang)
    lines = lines_of(source)
    text = decode(source, findings)
    entries: tuple[Entry, ...] = ()
    if text is not None:
        try:
            entries = tuple(_entry(one) for one in _parsed(text) if not one.obsolete)
        except _BROKEN as error:
            found = _LINE.search(str(error))
            findings.add("broken-catalog", (min(int(found[1]), len(lines)) if found else 1, 1))
    return Catalog(name, entries, findings.sorted(lines), lines)


def _parsed(text: str) -> polib.POFile:
    return polib.pofile(text + "\n")  # with its line ends it is never taken for a file's name


def _entry(one: polib.POEntry) -> Entry:
    return Entry(one.msgctxt or "", one.msgid, one.msgstr, max(one.linenum or 1, 1), bool(one.fuzzy))
