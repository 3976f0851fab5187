"""``translate``: the catalog of a scenario in another language, written or brought up to date."""

from collections.abc import Sequence
from typing import Final

from game.cli.desk import FAULTS, FINE, UNUSABLE, Desk
from game.cli.findings_told import findings_text
from game.deskwork.translations import Translated, bring_up_to_date, is_language
from game.format.findings import Finding
from game.records import Trouble

MOST_LISTED: Final = 12
"""Findings of one kind that are listed; the catalog itself shows them all."""


def translate(desk: Desk, file: str, language: str) -> int:
    """Write the catalog ``<id>.<language>.po`` beside a scenario, and tell what is still to be done in it.

    Every translation there is stays. Nothing is written where the scenario has faults or the catalog there
    cannot be read.
    """
    words = desk.words
    if not is_language(language):
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
    try:
        done = bring_up_to_date(desk.library, opened, language, desk.lang)
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    if not isinstance(done, Translated):
        desk.warn(findings_text(done, opened))
        return FAULTS
    _tell(desk, done)
    return FINE


def _tell(desk: Desk, done: Translated) -> None:
    """Where it was written, how much of it is done, and what is not."""
    words = desk.words
    missing = [one for one in done.findings if one.code == "untranslated"]
    outdated = [one for one in done.findings if one.code == "outdated-translation"]
    other = [one for one in done.findings if one not in missing and one not in outdated]
    desk.say(
        words(
            "{file}: {done} of {total} texts translated, {missing} missing, {outdated} outdated.",
            file=done.file, done=done.done, total=done.total, missing=done.missing, outdated=done.outdated,
        )
    )  # fmt: skip
    if len(missing) == done.total:
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
