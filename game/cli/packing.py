"""``pack`` and ``add``: scenarios handed on in one file, and taken into the trainer's folder."""

from collections.abc import Sequence
from pathlib import Path

from game.cli.desk import FAULTS, FINE, UNUSABLE, Desk
from game.cli.findings_told import findings_text
from game.cli.judging import judged
from game.cli.naming import file_named
from game.cli.waiting import Progressing
from game.deskwork.packing import looked_into, same_id
from game.library import Opened
from game.library.opening import PACK_ENDING
from game.records import Trouble


def pack(desk: Desk, named: Sequence[str], out: str, *, replace: bool) -> int:
    """Put scenarios with their catalogs and transcripts into one zip; none with faults goes in."""
    words = desk.words
    try:
        target = file_named(out, [PACK_ENDING])
    except OSError as trouble:
        desk.explain(trouble)
        return UNUSABLE
    found: list[Opened] = []
    for each in named:
        try:
            opened = desk.library.open_scenario(each, desk.lang)
        except (Trouble, OSError) as trouble:
            desk.explain(trouble)
            return UNUSABLE
        opened = judged(desk, opened, languages=opened.catalogs)
        if opened.scenario is None or opened.faults:
            desk.warn(findings_text(opened.faults, opened))
            return FAULTS
        if all(opened.path.resolve() != other.path.resolve() for other in found):
            found.append(opened)
        twins = same_id(found)
        if twins is not None:
            desk.warn(
                words(
                    "{one} and {other} have the same id “{id}”. Change one of them.",
                    one=twins[1].path, other=twins[0].path, id=opened.scenario.id,
                )
            )  # fmt: skip
            return UNUSABLE
    try:
        count = desk.library.workshop.pack(found, target, replace=replace)
    except FileExistsError:
        desk.warn(words("{file} is there already. With --replace it is written anew.", file=target))
        return UNUSABLE
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    told = words.plural("{count} scenario packed", "{count} scenarios packed", len(found))
    desk.say(words("{packed} ({files} files): {file}", packed=told, files=count, file=target))
    return FINE


def add(desk: Desk, file: str, *, replace: bool) -> int:
    """Take the scenarios of a pack into the trainer's folder: all of them or none."""
    words = desk.words
    try:
        with Progressing(words) as progress:
            found = looked_into(desk.library, Path(file), desk.lang, progress.of)
        if found.faulty is not None:
            desk.warn(findings_text(found.faulty.faults, found.faulty))
            return FAULTS
        if found.shipped:
            desk.warn(words("“{id}” came with the game. Give yours another id.", id=found.shipped))
            return UNUSABLE
        if found.differing and not replace:
            scenario_id, files = found.differing[0]
            desk.warn(
                words(
                    "“{id}” is in your folder already, and differs ({files}). "
                    "With --replace the new one takes its place.",
                    id=scenario_id, files=words(", ").join(files),
                )
            )  # fmt: skip
            return UNUSABLE
        desk.library.workshop.take_in(found.files)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    for scenario_id in found.ids:
        desk.say(words("Added: {id}", id=scenario_id))
    return FINE
