"""The power goes: a disk that has only what was flushed to it, and of the rest whatever it likes.

A real meeting is played once, from the very first start on, and every change it makes on the disk is taken
down in order. Then the power goes after each of them, and folders are built as a disk may have them
afterwards. What a file system promises is taken by the letter: the bytes of a file are on the disk once the
file was flushed, and a name in a folder once the folder was. Of everything later any part may be there.
"""

import base64
import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from game.library import Library, explain
from game.records import Kept, Records, Spoilt
from game.session import Meeting
from tests.faults.playing import SCENARIO, up_to
from tests.faults.rows import Row
from tests.faults.running import Game, chance_of
from tests.screens.meetings import DUE

BLOCK: Final = 64
"""Bytes that reach the disk together: far less than on any disk, so that every line may be torn."""

WAYS: Final = ("nothing", "names alone", "bytes alone", "torn", "zeros", "holes", "by chance")
"""What of the changes that were not flushed is there all the same."""


@dataclass
class _File:
    now: bytes = b""
    flushed: bytes = b""


@dataclass
class _Folder:
    now: dict[str, "_File | _Folder"] = field(default_factory=dict)
    flushed: dict[str, "_File | _Folder"] = field(default_factory=dict)
    waiting: list[tuple[str, "_File | _Folder | None"]] = field(default_factory=list)

    def put(self, name: str, there: "_File | _Folder | None") -> None:
        if there is None:
            self.now.pop(name, None)
        else:
            self.now[name] = there
        self.waiting.append((name, there))


class Model:
    """A disk as its system sees it, and as it would be found after the power went."""

    def __init__(self, root: Path) -> None:
        self.root, self.top = root, _Folder()

    def take(self, done: dict[str, Any]) -> None:
        """One change, as it was taken down."""
        folder, name = self._at(done["path"]) if "path" in done else (self.top, "")
        there = folder.now.get(name) if name else self.top
        match done["do"]:
            case "mkdir":
                folder.put(name, _Folder())
            case "create":
                folder.put(name, _File())
            case "unlink" | "rmdir":
                folder.put(name, None)
            case "rename":
                to, new = self._at(done["to"])
                to.put(new, there)
                folder.put(name, None)
            case "fsync" if isinstance(there, _Folder):
                for each, what in there.waiting:
                    _set(there.flushed, each, what)
                there.waiting.clear()
            case "fsync" if isinstance(there, _File):
                there.flushed = there.now
            case "write" if isinstance(there, _File):
                content = base64.b64decode(done["content"])
                there.now = there.now[: done["at"]].ljust(done["at"], b"\0") + content
            case "truncate" if isinstance(there, _File):
                there.now = there.now[: done["at"]]

    def _at(self, path: str) -> tuple[_Folder, str]:
        parts = Path(path).relative_to(self.root).parts
        folder = self.top
        for part in parts[:-1]:
            below = folder.now[part]
            assert isinstance(below, _Folder), path
            folder = below
        return folder, parts[-1] if parts else ""

    def build(self, to: Path, way: str, chance: random.Random) -> None:
        """The folder as the disk has it after the power went."""
        self._build(self.top, to, way, chance)

    def _build(self, folder: _Folder, to: Path, way: str, chance: random.Random) -> None:
        to.mkdir(parents=True, exist_ok=True)
        names = dict(folder.flushed)
        for name, there in folder.waiting:
            if way in ("names alone", "torn", "zeros", "holes") or (
                way == "by chance" and chance.random() < 0.5
            ):
                _set(names, name, there)
        for name, there in names.items():
            if isinstance(there, _Folder):
                self._build(there, to / name, way, chance)
            else:
                (to / name).write_bytes(_bytes(there, way, chance))


def _set(names: dict[str, _File | _Folder], name: str, there: _File | _Folder | None) -> None:
    if there is None:
        names.pop(name, None)
    else:
        names[name] = there


def _bytes(file: _File, way: str, chance: random.Random) -> bytes:
    if file.now == file.flushed or way in ("nothing", "names alone"):
        return file.flushed
    if way == "by chance":
        way = chance.choice(("nothing", "bytes alone", "torn", "zeros", "holes"))
    same = file.flushed if file.now.startswith(file.flushed) else b""
    new = file.now[len(same) :]
    match way:
        case "nothing":
            return file.flushed
        case "torn":
            return same + new[: chance.randrange(len(new) + 1)]
        case "zeros":
            return same + bytes(len(new))
        case "holes":  # blocks reach the disk in any order, and the length before any of them
            at, whole = len(same), bytearray(file.now)
            while at < len(whole):
                end = min(len(whole), (at // BLOCK + 1) * BLOCK)
                if chance.random() < 0.5:
                    whole[at:end] = bytes(end - at)
                at = end
            return bytes(whole)
    return file.now


# ── a meeting that is taken down ────────────────────────────────────────────────────────────────────


def recorded(folder: Path, scenario: str) -> tuple[Path, list[dict[str, Any]]]:
    """A first start and a whole meeting in a home that was not there; the home, and all that was done."""
    home, trace = folder / "home", folder / "trace.jsonl"
    opened = folder / f"{scenario}.yaml"
    if scenario == "due":
        opened.write_text(DUE, encoding="utf-8")
    game = Game(home, "--lang", "ja", "play", str(opened) if scenario == "due" else scenario,
                plan={"trace": str(trace), "home": str(folder)})  # fmt: skip
    try:
        up_to(game, "ReviewScreen")
        game.look(1.0)
        game.press("write")
        game.until_screen("ReflectScreen")
        game.tell(text="先に渡せた")
        game.look(0.3)
        game.press("keep")
        game.until_screen("ReviewScreen")
        game.keys("f3")
        game.until_screen("SettingsScreen")
        for furigana in (False, True, False):
            assert game.press(f"furigana:{furigana}")
            game.look(0.2)
        game.tell(quit=1)
        assert game.ended() == 0, game.said()
    finally:
        game.close()
    return home, [json.loads(line) for line in trace.read_text("utf-8").splitlines()]


def after_every_change(
    home: Path, done: list[dict[str, Any]], to: Path, chance: random.Random
) -> Iterator[tuple[str, Path, "Promised"]]:
    """The power goes after each change, in every way: how, the home as it is found, what was promised."""
    model, promised = Model(home.parent), Promised()
    for number, change in enumerate(done, 1):
        if "said" in change:
            promised.take(change)
            continue
        model.take(change)
        for way in WAYS:
            shutil.rmtree(to, ignore_errors=True)
            model.build(to, way, chance)
            yield (
                f"after change {number} ({change['do']} {Path(change['path']).name}), {way}",
                to / home.name,
                promised,
            )


@dataclass
class Promised:
    """What the person has seen to be done: it is kept by then."""

    answered: list[str] = field(default_factory=list)
    predicted: bool = False
    reflected: bool = False
    replayed: set[object] = field(default_factory=set)
    """What was found before and replayed: many disks differ in something else."""

    def take(self, change: dict[str, Any]) -> None:
        if change["said"] == "answered":
            self.answered.append(change["what"])
        self.predicted |= change["said"] == "predicted"
        self.reflected |= change["said"] == "reflected"


def looked_at(row: Row, how: str, home: Path, promised: Promised) -> None:
    """What is found holds everything that was promised, and all of it can be read."""
    row.times += 1
    row.answered += len(promised.answered)
    records = Records(home / "records")
    found = records.listed()
    spoilt = [one for one in found if isinstance(one, Spoilt)]
    row.expect(not spoilt, f"{how}: {[repr(one.trouble) for one in spoilt]}")
    kept = [one for one in found if isinstance(one, Kept)]
    path = max((one.path for one in kept), key=len, default=())
    said = tuple(promised.answered)
    if not row.expect(path[: len(said)] == said, f"{how}: answered {len(said)}, kept {len(path)}"):
        row.lost += len(said) - len(path)
    row.expect(
        len(path) <= len(said) + 1, f"{how}: {len(path)} decisions, of which {len(said)} were answered"
    )
    if kept:
        row.expect(kept[0].prediction or not promised.predicted, f"{how}: the prediction is gone")
        row.expect(kept[0].reflection or not promised.reflected, f"{how}: the reflection is gone")
        _replays(row, how, home, kept[0], promised.replayed)
    _settings(row, how, home)


def _replays(row: Row, how: str, home: Path, kept: Kept, before: set[object]) -> None:
    records = Records(home / "records")
    try:
        there = (
            kept.path,
            *sorted((each, each.stat().st_size) for each in records.versions.folder.iterdir()),
        )
        if there not in before:
            Meeting.resumed(Library(home).load_for_replay(kept), kept.path)
            before.add(there)
        if kept.closed is None:
            record, path = records.resume(kept.file)
            record.keep("x", "y")
            record.release()
            row.expect(path == kept.path, f"{how}: gone on with at {path}")
            row.expect(records.read(kept.file).path == (*kept.path, "y"), f"{how}: it does not go on")
    except Exception as trouble:  # noqa: BLE001 (whatever it is, it is a finding)
        row.wrong.append(f"{how}: {trouble!r}")


def _settings(row: Row, how: str, home: Path) -> None:
    there = (home / "settings.json").exists()
    library = Library(home)
    library.load_settings()
    told = library.troubles
    if told:
        row.told = explain(told[0], library.words("ja"))
    row.expect(there or not told, f"{how}: {told}")


def powerless(
    folder: Path, seed: int, say: Callable[[str], None], scenarios: tuple[str, ...] = ("due", SCENARIO)
) -> list[Row]:
    """The power goes after each change of a whole meeting, in every way a disk can then be found."""
    rows = []
    for scenario in scenarios:
        row = Row(f"power lost ({scenario})")
        rows.append(row)
        place = folder / f"power-{scenario}"
        place.mkdir(parents=True)
        home, done = recorded(place, scenario)
        chance = chance_of(seed, "power", scenario)
        for how, found, promised in after_every_change(home, done, place / "found", chance):
            looked_at(row, how, found, promised)
        say(f"power lost {row.times:,} times in {scenario}: {len(row.wrong)} things wrong")
        with suppress(OSError):
            shutil.rmtree(place)
    return rows
