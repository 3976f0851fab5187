"""The scenarios there are: found by name, and listed quickly from an index that is kept."""

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, get_args

from game import __version__
from game.core.scenario import LevelName
from game.format.findings import Finding, close
from game.library.opening import ENDINGS, Opened
from game.library.places import lasting_name, written_at
from game.library.troubles import IsAFolder, NotFound, SavedAsText
from game.records.disk import Disk
from game.records.troubles import Trouble

INDEX_FORMAT: Final = 2
MOST_INDEX: Final = 16 * 2**20


@dataclass(frozen=True, slots=True)
class Shelved:
    """A scenario's file as it stands on the shelf; of a broken one only what could be made out.

    ``minutes`` 0 and texts "" where nothing is known. ``languages``: its own first. ``faults``: how many of
    the ``findings`` make it unplayable; ``error``: the file could not even be read, and this is why.
    ``coach``: it is a tutorial. ``shipped``: it came with the program.
    """

    path: Path
    shipped: bool
    id: str
    title: str = ""
    customer: str = ""
    company: str = ""
    level: str = ""
    coach: bool = False
    minutes: int = 0
    teaches: tuple[str, ...] = ()
    summary: str = ""
    languages: tuple[str, ...] = ()
    faults: int = 0
    findings: tuple[Finding, ...] = ()
    error: Trouble | OSError | None = None


Folder = tuple[Path, bool]
"""A folder of scenarios, and whether it came with the program."""


def files(folder: Path) -> list[Path]:
    """The scenario files in a folder, by name; none where it cannot be looked into."""
    with suppress(OSError):
        return sorted(file for file in folder.iterdir() if file.suffix in ENDINGS and file.is_file())
    return []


def listing(
    folders: Iterable[Folder], open_one: Callable[[Path], Opened], index: "Index"
) -> tuple[Shelved, ...]:
    """Every scenario of the folders, as they stand on a shelf; ``open_one`` opens what is not known yet.

    What shows how to play comes first, then the easy before the hard, then by title; what cannot be made
    out comes last.
    """
    known = index.rows()
    rows: dict[str, Any] = {}
    found = []
    for folder, shipped in folders:
        for path in files(folder):
            signs = _signs(path)
            name = lasting_name(path)
            row = known.get(name)
            one = _from_row(row, path, signs, shipped=shipped)
            if one is None:
                one = _read(path, open_one, shipped=shipped)
            # A finding names the file, which for an unpacked one lies elsewhere at the next start.
            if one.error is None and (name == str(path) or not one.findings):
                rows[name] = _row(one, signs)
            found.append(one)
    if rows != known:
        index.keep(rows)
    return tuple(sorted(found, key=_place))


def _place(one: Shelved) -> tuple[bool, int, str]:
    levels = get_args(LevelName)
    level = levels.index(one.level) if one.level in levels else len(levels)
    return not one.coach, level, one.title


def find(name: str, folders: Sequence[Folder], shelved: Callable[[], Iterable[Shelved]]) -> Path:
    """The file that a person means by a file name or an id.

    A name with a folder or an ending is a file; any other is an id, or else a file after all, of which the
    ending may be left out. The trainer's own scenario goes before a shipped one of the same id. ``shelved``
    lists what there is, for names that are no file's. Raises ``NotFound``, ``SavedAsText``, ``IsAFolder``.
    """
    file = Path(name or "?")
    with suppress(RuntimeError):  # somebody's home that is not on this computer
        file = file.expanduser()
    plain = file.name == name and file.suffix not in ENDINGS
    if plain:
        for folder, _ in reversed(folders):
            for ending in ENDINGS:
                if _there(folder / f"{name}{ending}"):
                    return folder / f"{name}{ending}"
    if _there(file):
        return file
    known = list(shelved())
    own_first = sorted(known, key=lambda one: one.shipped)
    meant = next((one.path for one in own_first if one.id == name), None) if plain else None
    if meant is not None:
        return meant
    with suppress(OSError, ValueError):
        if file.is_dir():
            raise IsAFolder(file)
    for ending in ENDINGS if plain else ("",):
        whole = file.with_name(f"{file.name}{ending}") if file.name else file
        if _there(whole):
            return whole
        if _there(renamed := whole.with_name(f"{whole.name}.txt") if whole.name else file):
            raise SavedAsText(renamed, whole.name)
    suggestions = _meant(name, file, known)
    raise NotFound(name, suggestions, {one.id: one.title for one in known if one.id in suggestions})


def _meant(name: str, file: Path, known: Iterable[Shelved]) -> tuple[str, ...]:
    """What may be meant by a name that is no scenario's: ids, ids by their title, files near by."""
    several = list(known)
    meant = close(file.stem, [each for one in several for each in (one.id, one.path.stem)])
    if not meant:
        titles = {one.title: one.id for one in several if one.title}
        within = [id for title, id in titles.items() if len(name) > 1 and name in title]
        meant = within or [titles[title] for title in close(name, titles)]
    if not meant:
        near = {one.stem: str(one) for one in files(file.parent)}  # ".yaml" alone makes no two names alike
        meant = [near[one] for one in close(file.stem, near)]
    return tuple(meant[:2])


def _there(file: Path) -> bool:
    try:
        # A link that leads nowhere, or round in a circle, is there as well: what is wrong with it is told.
        return os.path.lexists(file) and not file.is_dir()
    except (OSError, ValueError):  # a name no system would take
        return False


def _read(path: Path, open_one: Callable[[Path], Opened], *, shipped: bool) -> Shelved:
    try:
        opened = open_one(path)
    except (Trouble, OSError) as error:
        return Shelved(path, shipped, path.stem, error=error)
    return _shelved(opened, shipped=shipped)


def _shelved(opened: Opened, *, shipped: bool) -> Shelved:
    scenario, faults = opened.scenario, len(opened.faults)
    if scenario is None:
        return Shelved(opened.path, shipped, opened.path.stem, faults=faults, findings=opened.findings)
    own = opened.reading.scenario.language if opened.reading.scenario else scenario.language
    return Shelved(
        path=opened.path,
        shipped=shipped,
        id=scenario.id,
        title=scenario.title,
        customer=scenario.customer.name,
        company=scenario.customer.company,
        level=scenario.level,
        coach=scenario.coach,
        minutes=scenario.minutes,
        teaches=tuple(scenario.teaches),
        summary=scenario.summary,
        languages=(own, *(language for language in opened.catalogs if language != own)),
        faults=faults,
        findings=opened.findings,
    )


# ── the index ────────────────────────────────────────────────────────────────────────────────────────

_TEXTS: Final = ("id", "title", "customer", "company", "level", "summary")
_NUMBERS: Final = ("minutes", "faults")
_YES_OR_NO: Final = ("coach",)
_LISTS: Final = ("teaches", "languages")


def _signs(path: Path) -> list[list[str | int]]:
    """Name, time and size of a scenario's file and of all catalogs beside it."""
    signs: list[list[str | int]] = []
    for file in (path, *sorted(path.parent.glob("*.po"))):
        with suppress(OSError):
            signs.append([file.name, written_at(file), file.stat().st_size])
    return signs


def _row(one: Shelved, signs: list[list[str | int]]) -> dict[str, Any]:
    row: dict[str, Any] = {key: getattr(one, key) for key in (*_TEXTS, *_NUMBERS, *_YES_OR_NO)}
    row |= {key: list(getattr(one, key)) for key in _LISTS}
    return row | {"signs": signs, "findings": [finding.as_json() for finding in one.findings]}


def _from_row(row: object, path: Path, signs: list[list[str | int]], *, shipped: bool) -> Shelved | None:
    if not isinstance(row, dict) or row.get("signs") != signs:
        return None
    with suppress(KeyError, TypeError):
        fits = (
            all(isinstance(row[key], str) for key in _TEXTS)
            and all(type(row[key]) is int for key in _NUMBERS)
            and all(type(row[key]) is bool for key in _YES_OR_NO)
            and all(isinstance(each, str) for key in _LISTS for each in row[key])
        )
        if fits:
            known: Any = {key: row[key] for key in (*_TEXTS, *_NUMBERS, *_YES_OR_NO)}
            known |= {key: tuple(row[key]) for key in _LISTS}
            findings = tuple(Finding(**one) for one in row["findings"])
            return Shelved(path, shipped, **known, findings=findings)
    return None


class Index:
    """What was read last time, in a file that is only ever a saving of time.

    ``basis`` says what else the rows depend on; rows of another basis are not used.
    """

    def __init__(self, file: Path, basis: str, disk: Disk) -> None:
        self._file = file
        self._mark = [INDEX_FORMAT, __version__, basis]
        self._disk = disk

    def rows(self) -> Mapping[str, Any]:
        """The rows by path; none where the file cannot be read."""
        with suppress(OSError, ValueError, RecursionError, Trouble):
            found = json.loads(self._disk.read(self._file, MOST_INDEX))
            if isinstance(found, dict) and found.get("index") == self._mark:
                rows = found.get("scenarios")
                return rows if isinstance(rows, dict) else {}
        return {}

    def keep(self, rows: Mapping[str, Any]) -> None:
        """Keep these rows instead, if that is possible."""
        content = json.dumps({"index": self._mark, "scenarios": rows}, ensure_ascii=False)
        with suppress(OSError):
            self._disk.make_folder(self._file.parent)
            self._disk.replace(self._file, content.encode("utf-8", "replace"))
