"""``pack`` and ``add``: scenarios handed on in one file, and taken into the trainer's folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from game.cli.desk import FAULTS, FINE, UNUSABLE, Desk
from game.cli.findings_told import findings_text
from game.cli.judging import judged
from game.library import Opened
from game.library.packs import Pack
from game.records import Trouble

ENDING: Final = ".zip"


def pack(desk: Desk, named: Sequence[str], out: str, *, replace: bool) -> int:
    """Put scenarios with their catalogs and transcripts into one zip; none with faults goes in."""
    words, target = desk.words, Path(out)
    if target.suffix.lower() != ENDING:
        target = target.with_name(f"{target.name}{ENDING}")
    found: dict[str, Opened] = {}
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
        other = found.setdefault(opened.scenario.id, opened)
        if other.path.resolve() != opened.path.resolve():
            desk.warn(
                words(
                    "{one} and {other} have the same id “{id}”. Change one of them.",
                    one=other.path, other=opened.path, id=opened.scenario.id,
                )
            )  # fmt: skip
            return UNUSABLE
    try:
        count = desk.library.workshop.pack(list(found.values()), target, replace=replace)
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
    path = Path(file)
    try:
        taken = desk.library.workshop.read_pack(path)
        ids = _ids(desk, taken, path)
        if ids is None:
            return FAULTS
        taking = _taking(desk, taken, ids, replace=replace)
        if taking is None:
            return UNUSABLE
        desk.library.workshop.take_in(taking)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    for scenario_id in ids.values():
        desk.say(desk.words("Added: {id}", id=scenario_id))
    return FINE


def _ids(desk: Desk, taken: Pack, path: Path) -> dict[str, str] | None:
    """The ids of a pack's scenarios by file; None when one has faults, which were told."""
    ids: dict[str, str] = {}
    for name in taken.scenarios:
        book = desk.library.rulebook()
        opened = desk.library.workshop.open_packed(taken, path, name, desk.lang, book)
        opened = judged(
            desk, opened, languages=opened.catalogs, beside=[Path(each).stem for each in taken.scenarios]
        )
        if opened.scenario is None or opened.faults:
            desk.warn(findings_text(opened.faults, opened))
            return None
        ids[name] = opened.scenario.id
    return ids


def _taking(desk: Desk, taken: Pack, ids: Mapping[str, str], *, replace: bool) -> dict[str, bytes] | None:
    """The files to take in, as the folder names them; None when one may not come in, which was told."""
    words = desk.words
    there = {one.id: one for one in desk.library.listing(desk.lang)}
    taking: dict[str, bytes] = {}
    for name, scenario_id in ids.items():
        known = there.get(scenario_id)
        if known is not None and known.shipped:
            desk.warn(words("“{id}” came with the game. Give yours another id.", id=scenario_id))
            return None
        files = _renamed(
            taken, name, scenario_id, f"{scenario_id}.yaml" if known is None else known.path.name
        )
        differing = desk.library.workshop.differing(files)
        if differing and not replace:
            desk.warn(
                words(
                    "“{id}” is in your folder already, and differs ({files}). "
                    "With --replace the new one takes its place.",
                    id=scenario_id, files=words(", ").join(differing),
                )
            )  # fmt: skip
            return None
        taking |= files
    return taking


def _renamed(taken: Pack, name: str, scenario_id: str, own: str) -> dict[str, bytes]:
    """The files of one scenario under its id; the scenario's file itself is called ``own``."""
    found = {}
    for each, content in taken.beside(name, scenario_id).items():
        parts = each.rsplit(".", 2)
        found[own if each == name else ".".join([scenario_id, *parts[1:]])] = content
    return found
