"""A meeting played on from wherever it stands, and what a home folder then holds."""

import hashlib
import json
import time
from pathlib import Path
from typing import Any

from game.library import Library
from game.records import Kept, Records, Spoilt
from game.session import Meeting
from tests.faults.running import Game
from tests.screens.meetings import DUE

SCENARIO = "friday-checklist"
NAME = "青い鉛筆"

CHANGING = ("records/", "settings.json", "cache/", "handouts/")
"""What the program itself changes in a home; the rest is the person's, and is left alone byte for byte."""


def furnish(home: Path, **settings: object) -> None:
    """A home as somebody has it who has been here before: settings, a scenario of their own, a stray note."""
    (home / "scenarios").mkdir(parents=True, exist_ok=True)
    told = {"settings": 1, "lang": "ja", "trainee": NAME, "text_speed": 0, "reduced_motion": True} | settings
    (home / "settings.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    (home / "scenarios" / "notes.txt").write_text("大事なメモ\n", encoding="utf-8")
    (home / "家族の写真.bin").write_bytes(bytes(range(256)) * 40)
    (home / "scenarios" / "due.yaml").write_text(DUE, encoding="utf-8")
    library = Library(home)
    opened = library.open_scenario("due", "ja")
    for trainee in ("赤い傘", NAME):
        record = library.records().begin(library.beginning(opened, trainee, "ja"))
        for scene, choice in (("desk", "careful"), ("price", "both")):
            record.keep(scene, choice)
        record.close("ended")


def others(home: Path) -> dict[str, str]:
    """What in a home is not the program's to change, by name, as hashes."""
    found = {}
    for file in sorted(home.rglob("*")):
        name = file.relative_to(home).as_posix()
        if file.is_file() and not name.startswith(CHANGING):
            found[name] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def on(game: Game, *, choice: str = "1") -> None:
    """One press that gets the meeting on, whatever is on the screen."""
    match game.screen:
        case "TalkScreen":
            game.keys("space", "space", choice)
        case "TitleScreen" | "":
            pass
        case "PredictionScreen":  # two questions; whoever is still hurrying is not heard
            game.look(0.4)
            game.keys("3")
            game.look(0.4)
        case was:
            game.keys("return")
            _until_other(game, was)
    game.look(0.15)


def _until_other(game: Game, was: str) -> None:
    """A second press would mean something to the next screen."""
    end = time.monotonic() + 6
    while game.screen == was and time.monotonic() < end and game.process.poll() is None:
        game.look(0.05)


def up_to(game: Game, *names: str, choice: str = "1") -> str:
    """Play until one of these screens is up.

    A press that was meant for the talk leads past the prediction: on the way to it there is one at a time.
    """

    def press() -> None:
        if game.screen == "TalkScreen" and "PredictionScreen" in names:
            for key in ("space", choice):
                if game.screen == "TalkScreen":
                    game.keys(key)
                    game.look(0.35)
        else:
            on(game, choice=choice)

    return game.until_screen(*names, act=press)


def kept(home: Path) -> list[Kept]:
    """The records of a home, the newest first; one that cannot be read is a failure."""
    if not (home / "records").is_dir():
        return []
    found = Records(home / "records").listed()
    spoilt = [one for one in found if isinstance(one, Spoilt)]
    assert not spoilt, f"spoilt records: {[(one.file.name, repr(one.trouble)) for one in spoilt]}"
    return [one for one in found if isinstance(one, Kept)]


def latest(home: Path) -> Kept | None:
    """The record of the meeting that was begun last, the copy that goes furthest."""
    found = kept(home)
    if not found:
        return None
    first = found[0]
    same = [one for one in found if one.header.uid == first.header.uid]
    return max(same, key=lambda one: len(one.decisions))


def replayed(home: Path, record: Kept) -> tuple[str, list[str]]:
    """The scene a record's path leads to, and the passbook, "" for none while the meeting goes on."""
    library = Library(home)
    meeting = Meeting.resumed(library.load_for_replay(record), record.path)
    if not meeting.ended:
        return meeting.view.scene, []
    return meeting.view.scene, [repr(each) for each in meeting.reveal().entries]


def settings_of(home: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((home / "settings.json").read_text("utf-8"))
    return found
