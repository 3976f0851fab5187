"""``translate``: the catalog of a scenario in another language, written or brought up to date."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.cli.desk import FAULTS, FINE, UNUSABLE, Desk
from game.cli.findings_told import findings_text
from game.format import catalogs
from game.format.catalogs import Catalog
from game.format.findings import Finding
from game.library import Opened
from game.library.opening import catalog_files
from game.records import Trouble

MOST_LISTED: Final = 12
"""Findings of one kind that are listed; the catalog itself shows them all."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}([_-][A-Za-z]{2,8})?")


def translate(desk: Desk, file: str, language: str) -> int:
    """Write the catalog ``<id>.<language>.po`` beside a scenario, and tell what is still to be done in it.

    Every translation there is stays. Nothing is written where the scenario has faults or the catalog there
    cannot be read.
    """
    words = desk.words
    if not _LANGUAGE.fullmatch(language):
        desk.warn(words("“{language}” is no language's code; en, ja, ko and zh are some.", language=language))
        return UNUSABLE
    try:
        opened = desk.library.open_scenario(file, desk.lang)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    own = opened.reading.scenario
    if own is None or opened.faults:
        desk.warn(findings_text(opened.faults, opened))
        return FAULTS
    if language == own.language:
        desk.warn(words("The scenario itself is in “{language}”.", language=language))
        return UNUSABLE
    there = catalog_files(opened.path, own.id)
    target = there.get(language) or opened.path.with_name(f"{own.id}.{language}.po")
    before = _before(desk, opened, language, target)
    if before is not None and before.findings:
        desk.warn(findings_text(before.findings, opened))
        return FAULTS
    text = catalogs.update(opened.reading, language, before)
    if before is None or text.encode() != opened.catalogs[language]:
        try:
            desk.library.workshop.keep_catalog(target, text)
        except OSError as trouble:
            desk.explain(trouble)
            return UNUSABLE
    _tell(desk, opened, target, catalogs.read_catalog(text.encode(), str(target), lang=desk.lang))
    return FINE


def _before(desk: Desk, opened: Opened, language: str, target: Path) -> Catalog | None:
    if language not in opened.catalogs:
        return None
    return catalogs.read_catalog(opened.catalogs[language], str(target), lang=desk.lang)


def _tell(desk: Desk, opened: Opened, target: Path, now: Catalog) -> None:
    """Where it was written, how much of it is done, and what is not."""
    words = desk.words
    found = catalogs.check(opened.reading, now)
    missing = [one for one in found if one.code == "untranslated"]
    outdated = [one for one in found if one.code == "outdated-translation"]
    other = [one for one in found if one not in missing and one not in outdated]
    total = len(now.entries)
    desk.say(
        words(
            "{file}: {done} of {total} texts translated, {missing} missing, {outdated} outdated.",
            file=target, done=total - len(missing) - len(outdated), total=total, missing=len(missing),
            outdated=len(outdated),
        )
    )  # fmt: skip
    if len(missing) == total:
        desk.say(
            words(
                "Open it in Poedit or in your editor and write the translations; the same command then tells "
                "what is left."
            )
        )
        missing = []
    for kind in (outdated, missing, other):
        _list(desk, kind)


def _list(desk: Desk, found: Sequence[Finding]) -> None:
    for one in found[:MOST_LISTED]:
        desk.say(f"  {one.line}: {one.message}")
    if len(found) > MOST_LISTED:
        desk.say(desk.words("  … and {count} more", count=len(found) - MOST_LISTED))
