"""Translations of a scenario, as .po catalogs that translators' own tools open.

An entry's context is where in the story a text stands, by ids and places from 1
(``scenes.reception.choices.sheet.say``), its msgid the text in the scenario's language. A line that
moved keeps its translation; one that was changed is marked fuzzy, and only that one.
"""

from collections.abc import Mapping
from typing import Final

import polib

from game.core.scenario import Scenario
from game.format.findings import Finding, Findings
from game.format.po_files import Catalog, Entry, read_catalog
from game.format.reader import Reading
from game.format.wording import PLACEHOLDER, slips

__all__ = ["Catalog", "Entry", "apply", "check", "read_catalog", "texts", "update"]

MOST_UNTRANSLATED: Final = 5
"""How many texts without a translation are told one by one; more of them are one thing to be done."""


def texts(reading: Reading) -> list[tuple[str, str]]:
    """Every text of a scenario with its context, in the order of the story."""
    return [(one.context, one.text) for one in reading.texts]


def apply(reading: Reading, language: str, translations: Mapping[str, str]) -> Scenario:
    """The scenario with these words by context; raises ``ValueError`` where the reading has none."""
    return reading.translated(language, translations)


def check(reading: Reading, catalog: Catalog, *, summed: bool = False) -> tuple[Finding, ...]:
    """What is missing, outdated, needless or misspelt in a catalog, in the order of its file.

    ``summed``: many texts without a translation are one finding and not as many.
    """
    if catalog.findings:
        return catalog.findings
    findings = Findings(catalog.name, reading.lang)
    entries: dict[str, Entry] = {}
    for entry in catalog.entries:
        if entry.context in entries:
            findings.add("twice-translated", (entry.line, 1), context=entry.context)
        entries.setdefault(entry.context, entry)
    missing = []
    for context, text in texts(reading):
        found = entries.pop(context, None)
        at = (found.line, 1) if found else (1, 1)
        if found is None or not found.translation:
            missing.append((at, context, text))
        elif found.fuzzy or found.original != text:
            findings.add("outdated-translation", at, context=context, text=text)
        else:
            _check_words(found, findings)
    if summed and len(missing) > MOST_UNTRANSLATED:
        at, context, _ = missing[0]
        findings.add("many-untranslated", at, count=len(missing), all=len(reading.texts), context=context)
    else:
        for at, context, text in missing:
            findings.add("untranslated", at, context=context, text=text)
    for entry in entries.values():
        findings.add("needless-translation", (entry.line, 1), context=entry.context)
    return findings.sorted()


def update(reading: Reading, language: str, existing: Catalog | None = None) -> str:
    """The text of a catalog for all texts of the scenario, with the translations there are.

    A translation whose original was changed is kept and marked fuzzy, with the original it was made of;
    one of a text that moved goes with it; one of a text that is gone is kept as obsolete, and comes back
    with the text. Notes of translators and the catalog's own header stay.
    """
    scenario_id = reading.scenario.id if reading.scenario else ""
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        **(existing.header if existing else {}),
        "Project-Id-Version": scenario_id,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    left = {entry.context: entry for entry in existing.entries} if existing else {}
    current = texts(reading)
    kept = {context: left.pop(context) for context, text in current if _is_same(left.get(context), text)}
    moved: dict[str, list[Entry]] = {}
    gone = list(existing.obsolete) if existing else []
    for entry in (*left.values(), *gone):
        moved.setdefault(entry.original, []).append(entry)
    for context, text in current:
        if context not in kept and (candidates := moved.get(text)):
            found = kept[context] = candidates.pop(0)
            if left.get(found.context) is found:
                left.pop(found.context)
            else:
                gone.remove(found)
    for context, text in current:
        made.append(_updated(context, text, kept.get(context) or left.pop(context, None)))
    for entry in (*(one for one in left.values() if one.translation), *gone):
        made.append(_po(entry.context, entry.original, entry, obsolete=True))
    return str(made)


def _is_same(entry: Entry | None, text: str) -> bool:
    return entry is not None and entry.original == text


def _updated(context: str, text: str, entry: Entry | None) -> polib.POEntry:
    made = _po(context, text, entry)
    if entry is not None and (entry.fuzzy or (entry.translation and entry.original != text)):
        made.flags.append("fuzzy")
        made.previous_msgid = (entry.original if entry.original != text else entry.before) or None
    return made


def _po(context: str, original: str, entry: Entry | None, *, obsolete: bool = False) -> polib.POEntry:
    translation, comment = (entry.translation, entry.comment) if entry is not None else ("", "")
    return polib.POEntry(
        msgctxt=context, msgid=original, msgstr=translation, tcomment=comment, obsolete=obsolete
    )


def _check_words(entry: Entry, findings: Findings) -> None:
    at = (entry.line, 1)
    if entry.original.count(PLACEHOLDER) != entry.translation.count(PLACEHOLDER):
        findings.add("lost-placeholder", at)
    for slip in slips(entry.translation):
        named = {"name": slip.piece} if slip.code == "unknown-placeholder" else {"text": slip.piece}
        findings.add(slip.code, at, **named)
