"""The settings: one small JSON file that outlives older, newer and clumsy hands."""

import json
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from itertools import count
from os.path import lexists
from pathlib import Path
from typing import Any, Final, get_args

from game.format.codes import Lang
from game.library.troubles import SetAside
from game.records.disk import Disk
from game.records.lines import LONGEST_NAME
from game.records.troubles import NotAFile, TooBig

FORMAT: Final = 1
MOST_BYTES: Final = 2**20
MOST_NAMES: Final = 100
LONGEST_PATH: Final = 4_096
DEEPEST: Final = 20
"""Levels of a value, of another version too, that are kept."""

RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "text_speed": (0, 200),
    "auto_pace": (25, 400),
    "text_percent": (80, 200),
    "volume": (0, 100),
    "volume_voices": (0, 100),
    "volume_room": (0, 100),
    "rest": (0, 5000),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen; every value has a default.

    ``lang`` None: the system's. ``text_speed``: characters a second, 0 shows all at once, at most 200.
    ``auto_pace``: 25…400 % of the usual reading pace, at which a talk goes on by itself.
    ``text_percent``: 80…200 of the usual size. ``volume``: of things, of voices and of the room, 0…100.
    ``safe_colours``: those for any colour vision. ``trainee``: the pseudonym of who played last, "" before
    anybody has. ``keys`` and ``buttons``: the keys and the buttons of a gamepad by what they do, where they
    are not the usual ones. ``rest``: milliseconds, 0…5000, after a press in which no other counts.
    ``others``: what those chose who played before, by their pseudonym. ``desk_files``: what was opened at the
    trainer's desk, the latest first, and ``desk_folder`` where files were looked for last. ``more``: what
    another version wrote, kept as it is.
    """

    lang: Lang | None = None
    text_speed: int = 30
    auto_pace: int = 100
    text_percent: int = 100
    furigana: bool = True
    contrast: bool = False
    reduced_motion: bool = False
    volume: int = 75
    volume_voices: int = 75
    volume_room: int = 75
    mute: bool = False
    mono: bool = False
    safe_colours: bool = False
    fullscreen: bool = False
    trainee: str = ""
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    buttons: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rest: int = 0
    others: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    desk_files: Sequence[str] = field(default_factory=list)
    desk_folder: str = ""
    more: Mapping[str, object] = field(default_factory=dict)


_OWN: Final = tuple(
    each.name
    for each in fields(Settings)
    if each.name not in ("trainee", "fullscreen", "desk_files", "desk_folder", "others", "more")
)
"""What goes with the person; full screen and the desk go with the computer."""


def load(file: Path, disk: Disk) -> tuple[Settings, SetAside | None]:
    """The settings in a file; the defaults where there is none.

    A file that is not ours to read is renamed, never written over, and told of.
    """
    try:
        found = json.loads(disk.read(file, MOST_BYTES).decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), None
    except (ValueError, RecursionError, TooBig, NotAFile, OSError):
        found = None
    if not isinstance(found, dict):
        return Settings(), _set_aside(file, disk)
    return from_json(found), None


def save(settings: Settings, file: Path, disk: Disk) -> None:
    """Write the settings, whole or not at all; raises ``OSError``."""
    disk.make_folder(file.parent)
    found = as_json(settings)
    content = _written(found, indent=2)
    if len(content) > MOST_BYTES:  # far more than we write: what another version wrote, a line for each item
        content = _written(found, indent=None)
    disk.replace(file, content)


def _written(found: Mapping[str, object], indent: int | None) -> bytes:
    apart = (",", ":") if indent is None else None
    text = json.dumps(found, ensure_ascii=False, indent=indent, separators=apart)
    return f"{text}\n".encode("utf-8", "replace")


def as_json(settings: Settings) -> dict[str, object]:
    """What stands in the file; the keys of other versions first, ours over them."""
    own = {name: getattr(settings, name) for name in _names()}
    return {**settings.more, "settings": settings.more.get("settings", FORMAT), **own}


def from_json(found: Mapping[str, Any]) -> Settings:
    """Settings out of a file's object: a value that cannot be is the default's."""
    flat = {name: value for name, value in found.items() if not _deep(value)}
    own = {name: flat[name] for name in _names() if name in flat and _fits(name, flat[name])}
    return Settings(**own, more={key: value for key, value in flat.items() if key not in _names()})


def _deep(value: object) -> bool:
    """Whether a value is nested beyond ``DEEPEST``: it could be read here and not be written elsewhere."""
    level = [value]
    for _ in range(DEEPEST):
        inside: list[object] = []
        for one in level:
            inside += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        if not inside:
            return False
        level = inside
    return True


def handed_over(now: Settings, to: str, *, before: Settings, known: Collection[str]) -> Settings:
    """The settings of the trainee ``to``, who plays from now on: those they had, or else those that hold.

    What was changed since ``before``, while the name was being chosen, is theirs; whoever played until then
    finds all as it was. Only what those of ``known`` chose is kept.
    """
    if to == now.trainee:
        return now
    had = {
        name: value for name, value in now.others.get(to, {}).items() if name in _OWN and _fits(name, value)
    }
    changed = {name: value for name, value in _own(now).items() if value != getattr(before, name)}
    others = {**now.others, now.trainee: _own(before)}
    kept = {name: own for name, own in others.items() if name in known and name != to}
    latest = dict(list(kept.items())[-MOST_NAMES:])
    return replace(now, **{**had, **changed, "trainee": to, "others": latest})


def _own(settings: Settings) -> dict[str, Any]:
    return {name: getattr(settings, name) for name in _OWN}


def _names() -> tuple[str, ...]:
    return tuple(spot.name for spot in fields(Settings) if spot.name != "more")


def _fits(name: str, value: object) -> bool:
    if name == "lang":
        return value is None or value in get_args(Lang)
    if name in RANGES:
        least, most = RANGES[name]
        return type(value) is int and least <= value <= most
    if name == "trainee":
        return isinstance(value, str) and len(value) <= LONGEST_NAME
    if name == "desk_folder":
        return isinstance(value, str) and len(value) <= LONGEST_PATH
    if name == "desk_files":
        return (
            isinstance(value, list)
            and len(value) <= MOST_NAMES
            and all(isinstance(each, str) and 0 < len(each) <= LONGEST_PATH for each in value)
        )
    if name in ("keys", "buttons"):
        return _are_names(value)
    if name == "others":
        return _are_others(value)
    return isinstance(value, bool)


def _are_names(value: object) -> bool:
    """Whether it is lists of names by name, and not more than a hand can have written."""
    return (
        isinstance(value, dict)
        and len(value) <= MOST_NAMES
        and all(
            isinstance(names, list)
            and len(names) <= MOST_NAMES
            and all(isinstance(each, str) and len(each) <= LONGEST_NAME for each in names)
            for names in value.values()
        )
    )


def _are_others(value: object) -> bool:
    """Whether it is what people chose by their names; each value is looked at when its person plays again."""
    return (
        isinstance(value, dict)
        and len(value) <= MOST_NAMES
        and all(len(name) <= LONGEST_NAME and isinstance(own, dict) for name, own in value.items())
    )


def _set_aside(file: Path, disk: Disk) -> SetAside | None:
    kept = next(
        spare for number in count(1) if not lexists(spare := file.with_suffix(f".unreadable-{number}.json"))
    )
    with suppress(OSError):
        disk.rename(file, kept)
        return SetAside(file, kept)
    return None
