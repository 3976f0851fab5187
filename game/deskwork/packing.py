"""Scenarios handed on in one file, and the scenarios of such a file taken into the trainer's folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.deskwork.judging import judged
from game.format.codes import Lang
from game.library import Opened
from game.library.packs import is_reserved
from game.library.troubles import PackBreaksRules

if TYPE_CHECKING:
    from game.deskwork.judging import Progresses
    from game.library import Library
    from game.library.packs import Pack


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a pack holds, judged.

    ``files``: what would be put into the trainer's folder, by name. ``ids`` and ``titles`` of its scenarios,
    in the same order. ``differing``: those of the files that lie there with another content. ``faulty``: a
    scenario with faults; ``shipped``: the id of one that came with the program. Where one of the two is
    set, nothing may be taken in.
    """

    files: Mapping[str, bytes]
    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    differing: tuple[tuple[str, tuple[str, ...]], ...] = ()
    faulty: Opened | None = None
    shipped: str = ""


def looked_into(library: "Library", file: Path, lang: Lang, progress: "Progresses | None" = None) -> Unpacked:
    """What is in a pack; nothing is written. Raises the troubles of packs and ``OSError``."""
    taken = library.workshop.read_pack(file)
    scenarios: dict[str, Opened] = {}
    beside = [Path(each).stem for each in taken.scenarios]
    for name in taken.scenarios:
        opened = library.workshop.open_packed(taken, file, name, lang, library.rulebook())
        opened = judged(library, opened, lang, languages=opened.catalogs, beside=beside, progress=progress)
        if opened.scenario is None or opened.faults:
            return Unpacked({}, faulty=opened)
        scenarios[name] = opened
    there = {one.id: one for one in library.listing(lang)}
    files: dict[str, bytes] = {}
    differing: list[tuple[str, tuple[str, ...]]] = []
    taken_names: set[str] = set()
    for name, opened in scenarios.items():
        own = opened.playable.id
        known = there.get(own)
        if known is not None and known.shipped:
            return Unpacked({}, shipped=own)
        named = _renamed(taken, name, own, f"{own}.yaml" if known is None else known.path.name)
        bad = next((one for one in named if is_reserved(one) or one.casefold() in taken_names), None)
        if bad is not None:
            raise PackBreaksRules(file, bad)
        taken_names |= {one.casefold() for one in named}
        other = library.workshop.differing(named)
        if other:
            differing.append((own, other))
        files |= named
    found = [opened.playable for opened in scenarios.values()]
    return Unpacked(
        files, tuple(one.id for one in found), tuple(one.title for one in found), tuple(differing)
    )


def _renamed(taken: "Pack", name: str, scenario_id: str, own: str) -> dict[str, bytes]:
    """The files of one scenario under its id; the scenario's file itself is called ``own``."""
    found = {}
    for each, content in taken.beside(name, scenario_id).items():
        parts = each.rsplit(".", 2)
        found[own if each == name else ".".join([scenario_id, *parts[1:]])] = content
    return found


def same_id(scenarios: Sequence[Opened]) -> tuple[Opened, Opened] | None:
    """Two different files that have the same id, if there are any."""
    found: dict[str, Opened] = {}
    for one in scenarios:
        other = found.setdefault(one.playable.id, one)
        if other.path.resolve() != one.path.resolve():
            return other, one
    return None
