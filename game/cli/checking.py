"""``check`` and ``list``: what is wrong with scenarios, and which there are."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from game.cli.desk import FAULTS, FINE, UNUSABLE, Desk
from game.cli.findings_told import findings_text
from game.cli.waiting import Progressing
from game.core.principles import PRINCIPLES
from game.debrief.names import principle_name
from game.format.findings import Finding
from game.format.frames import as_github, as_json
from game.library import Opened, Shelved, explain
from game.library.opening import ENDINGS
from game.records import Trouble
from game.terminal.shelf_told import shelf_line

MOST_FOLDERS: Final = 1_000
"""How many folders one name may stand for: a library of scenarios has a handful, a disk a million."""

PAGES: Final = "docs/findings"
"""Where every finding has a page, named by its code."""


def check(desk: Desk, paths: Sequence[str], form: str, *, teach: bool = False) -> int:
    """Tell all findings of files, ids and folders (looked through to their depth), in one of three forms.

    ``teach``: also what the exact analysis says of how they teach.
    """
    from game.cli.judging import judged  # noqa: PLC0415 (brings the analysis, which a listing does without)

    found: list[Finding] = []
    with Progressing(desk.words) as progress:
        together, unusable = _opened(desk, paths, progress)
        # A scenario may continue another one of those that are checked with it.
        ids = {one.scenario.id for one in together if one.scenario is not None}
        for at, read in enumerate(together):
            progress.files("checked", at, len(together))
            opened = judged(desk, read, languages=read.catalogs, beside=ids, teach=teach, progress=progress)
            found += opened.findings
            if opened.findings:
                progress.aside()
            _tell(desk, opened, form)
    if form == "json":
        desk.say_json(as_json(found))
    elif form == "text" and together:
        _sum_up(desk, found, len(together))
    if unusable:
        return UNUSABLE
    return FAULTS if any(one.severity == "fault" for one in found) else FINE


def _opened(desk: Desk, paths: Sequence[str], progress: Progressing) -> tuple[list[Opened], bool]:
    """The scenarios of files, ids and folders, and whether some could not be opened, which was told."""
    named: list[Path] = []
    together: list[Opened] = []
    unusable = False
    for each in paths:
        try:
            files, whole = _files(desk, each)
        except (Trouble, OSError) as trouble:
            unusable = True
            desk.explain(trouble)
        else:
            named += files
            if not whole:
                unusable = True
                told = desk.words(
                    "{folder} holds a great many folders, of which {count} were looked through. "
                    "Name the folder your scenarios are in.",
                    folder=each,
                    count=MOST_FOLDERS,
                )
                desk.warn(told)
            elif not files:
                unusable = True
                desk.warn(desk.words("{folder} holds no scenario (no file ending in .yaml).", folder=each))
    for at, file in enumerate(named):
        progress.files("read", at, len(named))
        try:
            together.append(desk.library.open_scenario(file, desk.lang))
        except (Trouble, OSError) as trouble:
            unusable = True
            progress.aside()
            desk.explain(trouble)
    return together, unusable


def _files(desk: Desk, named: str) -> tuple[list[Path], bool]:
    """The scenario files that are meant, and whether all there is was looked through.

    A folder is gone through to its depth, but not what is hidden in it, and not a whole disk.
    """
    if not Path(named).is_dir():
        return [desk.library.find(named, desk.lang)], True
    found: list[Path] = []
    # ``os.walk`` of Python 3.11 goes no deeper than Python counts calls.
    count, inside = 0, [named]
    while inside:
        if count == MOST_FOLDERS:
            return sorted(found), False
        count += 1
        folders, files = _inside(inside.pop())
        inside += sorted(folders, reverse=True)
        found += map(Path, files)
    return sorted(found), True


def _inside(folder: str) -> tuple[list[str], list[str]]:
    """The folders in a folder that are gone through, and its scenarios; none where it may not be opened."""
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return [], []
    folders = [one for one in entries if one.is_dir()]
    return (
        [one.path for one in folders if not (one.is_symlink() or one.name.startswith((".", "node_modules")))],
        [one.path for one in entries if one not in folders and one.name.endswith(ENDINGS)],
    )


def _tell(desk: Desk, opened: Opened, form: str) -> None:
    if form == "text" and opened.findings:
        desk.say(findings_text(opened.findings, opened))
    elif form == "github":
        for one in opened.findings:
            desk.say(as_github(one))


def _sum_up(desk: Desk, found: Sequence[Finding], checked: int) -> None:
    words = desk.words
    files = words.plural("{count} scenario checked", "{count} scenarios checked", checked)
    faults = sum(one.severity == "fault" for one in found)
    if not found:
        desk.warn(words("{files}: nothing found.", files=files))
        return
    counted = words("faults: {faults}, advice: {advice}", faults=faults, advice=len(found) - faults)
    desk.say(words("{files}: {counted}.", files=files, counted=counted))
    codes = {one.code for one in found}
    page = f"{PAGES}/{codes.pop()}.md" if len(codes) == 1 else PAGES
    desk.say(words("More on this, with an example: {page}", page=page))


def show_list(desk: Desk, *, as_json_too: bool) -> int:
    """The scenarios on the shelf: title, customer, minutes; broken ones say what to do about it."""
    shelved = desk.library.listing(desk.lang)
    if as_json_too:
        desk.say_json([_as_json(desk, one) for one in shelved])
        return FINE
    if not shelved:
        desk.say(desk.words("There is no scenario yet."))
    for one in shelved:
        for line in _told(desk, one):
            desk.say(line)
    return FINE


def _told(desk: Desk, one: Shelved) -> Iterator[str]:
    words = desk.words
    if one.error is not None:
        yield words("{id}: {trouble}", id=one.id, trouble=explain(one.error, words))
        return
    if one.faults:
        yield words("{id}: cannot be played yet. `shinyo check {file}` tells why.", id=one.id, file=one.path)
        return
    yield words("{id}: {line}", id=one.id, line=shelf_line(one, words))
    if one.summary:
        yield f"  {one.summary}"
    taught = words(", ").join(principle_name(each, words) for each in PRINCIPLES if each in one.teaches)
    if taught:
        yield "  " + words("Teaches: {principles}", principles=taught)


def _as_json(desk: Desk, one: Shelved) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "customer": one.customer,
        "company": one.company,
        "level": one.level,
        "minutes": one.minutes,
        "teaches": list(one.teaches),
        "summary": one.summary,
        "languages": list(one.languages),
        "file": str(one.path),
        "shipped": one.shipped,
        "faults": one.faults,
        "error": None if one.error is None else explain(one.error, desk.words),
    }
