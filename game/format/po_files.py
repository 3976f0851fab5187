"""A .po file read: its entries with their lines, or one finding that says why it is none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import polib

from game.format.codes import Lang
from game.format.decoding import decode, hidden, lines_of
from game.format.findings import Finding, Findings
from game.format.notes import Passage

MOST_LINES: Final = 80_000
"""The most lines that are read: a scenario of a thousand scenes has as many."""

_LINE: Final = re.compile(r"line (\d+)")

_TEXT: Final = re.compile(r'\s*(?:#~\s*)?(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*"\s*')
_OTHER: Final = re.compile(r"\s*(?:#(?!~)|#~[|\s]*$|#~\||$)")
"""A line with a text, whole in its quotes; and lines that hold none. polib passes over a text whose closing
quote is missing, and whoever then wrote the catalog anew would lose a translation."""

# What polib raises on files that are no catalogs; it documents OSError only.
_BROKEN: Final = (OSError, ValueError, IndexError, AttributeError, TypeError, KeyError)


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation. ``line`` (from 1) is where it stands in its file; ``fuzzy``: to be looked at.

    ``comment``: what translators have noted beside it. ``before``: the original it was made of, where that
    is another one by now.
    """

    context: str
    original: str
    translation: str
    line: int
    fuzzy: bool
    comment: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """A catalog read; ``findings`` are what made it unreadable (then there are no entries).

    ``obsolete``: translations of texts that were gone when it was last written. ``header``: its own lines
    about itself (translators, dates), by name.
    """

    name: str
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    obsolete: tuple[Entry, ...] = ()
    header: Mapping[str, str] = field(default_factory=dict)

    def usable(self, texts: Iterable[Passage]) -> dict[str, str]:
        """Translations by context, of those texts whose original is still the one translated."""
        current = {one.context: one.text for one in texts}
        return {
            entry.context: entry.translation
            for entry in self.entries
            if entry.translation and not entry.fuzzy and current.get(entry.context) == entry.original
        }


@lru_cache(maxsize=2)
def read_catalog(source: bytes, name: str, *, lang: Lang) -> Catalog:
    """Read a .po file from its bytes. The last ones are kept: who checks a scenario reads them twice."""
    findings = Findings(name, lang)
    lines = lines_of(source)
    text = decode(source, findings)
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    header: dict[str, str] = {}
    if text is not None and text.count("\n") > MOST_LINES:
        findings.add("too-many-parts", (MOST_LINES, 1), most=MOST_LINES)
    elif text is not None:
        try:
            _every_text_closed(text)
            read = _parsed(text)
            entries = tuple(_entry(one) for one in read if not one.obsolete)
            obsolete = tuple(_entry(one) for one in read if one.obsolete and one.msgstr)
            header = dict(read.metadata)
            for one in (*entries, *obsolete):
                char = hidden(f"{one.context}{one.original}{one.translation}")
                if char is not None:
                    findings.add("control-character", (min(one.line, len(lines)), 1), name=char)
            if findings.any_fault:
                entries = obsolete = ()
        except _BROKEN as error:
            found = _LINE.search(str(error))
            findings.add("broken-catalog", (min(int(found[1]), len(lines)) if found else 1, 1))
            entries = obsolete = ()
    return Catalog(name, entries, findings.sorted(lines), lines, obsolete, header)


def _every_text_closed(text: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        if not (_OTHER.match(line) or _TEXT.fullmatch(line)):
            raise ValueError(f"line {number}")


def _parsed(text: str) -> polib.POFile:
    return polib.pofile(text + "\n")  # with its line ends it is never taken for a file's name


def _entry(one: polib.POEntry) -> Entry:
    return Entry(
        one.msgctxt or "",
        one.msgid,
        one.msgstr,
        max(one.linenum or 1, 1),
        bool(one.fuzzy),
        one.tcomment,
        one.previous_msgid or "",
    )
