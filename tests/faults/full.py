"""The disk fills before each thing that is saved in a meeting; then there is room, and it is tried again."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from tests.faults.ends import well_left
from tests.faults.killing import changed_of
from tests.faults.playing import furnish, latest, others, up_to
from tests.faults.rows import Row
from tests.faults.running import ROOT, Game, Stuck, around, chance_of

FULL: Final = "ディスクがいっぱい"


class Brim:
    """A drive with no room left, and some room for what is begun in a block that is there already."""

    def __init__(self, place: Path, game: Game | None = None, room: int = 0) -> None:
        self._filler, self._game = place / ".filler", game
        for size in (1 << 16, 1):
            with suppress(OSError), self._filler.open("ab", buffering=0) as stream:
                while stream.write(bytes(size)):
                    pass
        if game is not None:
            game.tell(room=room)

    def empty(self) -> None:
        """There is room again."""
        self._filler.unlink(missing_ok=True)
        if self._game is not None:
            self._game.tell(room=None)


def told(row: Row, game: Game, sentence: str, where: str) -> None:
    """A slip with this sentence lies over the screen."""
    game.until_screen("Slip", "TroubleScreen")
    texts = game.state()["texts"]
    row.expect(sentence in "".join(texts), f"{where}: told {texts}")
    row.told = next((text for text in texts if sentence in text), row.told)


def tried_to_choose(row: Row, game: Game, sentence: str, where: str) -> None:
    """A choice that cannot be kept: it is told, and nobody answers it."""
    before = len(game.answered)

    def press() -> None:
        game.keys("space", "space", "1")
        game.look(0.5)

    game.until_screen("TalkScreen")
    game.until(lambda: game.screen != "TalkScreen", "a slip", press)
    told(row, game, sentence, where)
    row.expect(len(game.answered) == before, f"{where}: it was answered, and is not kept")


def answered_now(game: Game) -> None:
    """It is tried again, and is answered."""
    before = len(game.answered)
    game.press("again")
    game.until(lambda: len(game.answered) == before + 1, "the answer")
    game.until_screen("TalkScreen", "PredictionScreen")


def shinyo(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """A command, as a person gives it."""
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        env=around(home), cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def full_disk(place: Path, seed: int) -> Row:
    """In a drive of its own at this place, which is small."""
    row = Row("disk full")
    home, chance = place / "home", chance_of(seed, "full")
    furnish(home)
    foreign = others(home)
    game = Game(home, "play", "due")

    def full() -> Brim:
        row.times += 1
        return Brim(place, game, chance.randrange(40))  # less than the shortest line

    try:
        _meeting(row, game, full)
        game.tell(quit=1)
        row.expect(game.ended() == 0, f"exit status: {game.said()[-300:]}")
        well_left(row, home, foreign, game)
        record = latest(home)
        row.expect(record is not None and record.closed == "ended", "the record is not closed")
        row.expect(record is not None and record.prediction, "the prediction is not kept")
        row.expect(record is not None and record.reflection, "the reflection is not kept")
    except (Stuck, AssertionError) as wrong:
        row.wrong.append(str(wrong))
    finally:
        game.close()
    _commands(row, home, place)
    return row


def _meeting(row: Row, game: Game, full: Callable[[], Brim]) -> None:
    game.until_screen("BriefScreen")
    game.look(0.5)
    brim = full()
    game.keys("return")
    told(row, game, FULL, "beginning")
    brim.empty()
    game.press("again")
    for _ in range(2):
        game.until_screen("TalkScreen")
        brim = full()
        tried_to_choose(row, game, FULL, "a choice")
        brim.empty()
        answered_now(game)
    game.until_screen("PredictionScreen", act=lambda: _one_press(game))
    game.look(1.0)
    brim = full()

    def expect() -> None:  # two questions; the first may be answered by a press that was meant for the talk
        game.look(0.6)
        game.keys("3")

    game.until(lambda: game.screen != "PredictionScreen", "a slip", expect)
    told(row, game, FULL, "the prediction")
    brim.empty()
    game.press("again")
    game.until_screen("SettlementScreen")
    brim = full()
    up_to(game, "Slip")
    told(row, game, FULL, "the closing line")
    brim.empty()
    game.press("again")
    game.until_screen("RevealScreen")
    _afterwards(row, game, full)


def _one_press(game: Game) -> None:
    game.keys("space")
    game.look(0.7)


def _afterwards(row: Row, game: Game, full: Callable[[], Brim]) -> None:
    up_to(game, "ReviewScreen")
    game.press("write")
    game.until_screen("ReflectScreen")
    brim = full()  # before it is typed: a pause would keep it
    game.tell(text="先に渡せた")
    game.look(0.4)
    game.press("keep")
    told(row, game, FULL, "the reflection")
    brim.empty()
    game.press("again")
    game.until_screen("ReviewScreen")
    for spot, screen, do in (("hand_in", "HandIn", "file"), ("print", "ReviewScreen", "")):
        brim = full()
        game.press(spot)
        if do:
            game.until_screen(screen)
            game.look(0.5)
            game.press(do)
        told(row, game, FULL, spot)
        brim.empty()
        game.keys("return")
        game.look(0.5)
        if do:
            game.keys("escape")
            game.until_screen("ReviewScreen")
    game.keys("f3")
    game.until_screen("SettingsScreen")
    brim = full()
    game.press("furigana:False")
    game.look(1.0)
    texts = game.state()["texts"]
    row.expect(FULL in "".join(texts), f"settings: told {texts}")
    brim.empty()


def _commands(row: Row, home: Path, place: Path) -> None:
    """What is written by a command."""
    foreign = others(home)
    brim = Brim(place)
    for command in (
        ("new", str(place / "first.yaml")),
        ("pack", "due", "-o", str(place / "due.zip")),
        ("records", "export", "1", "-o", str(place / "1.shinyo")),
        ("translate", "due", "--to", "en"),
    ):
        row.times += 1
        done = shinyo(home, *command)
        row.expect(done.returncode == 2, f"{command}: exit status {done.returncode}: {done.stdout[-200:]}")
        row.expect(FULL in done.stderr, f"{command}: told {done.stderr[-300:]}")
    brim.empty()
    row.expect(not (changed := changed_of(foreign, others(home))), f"changed: {changed}")
    row.expect(not list(place.rglob("*.part")), f"left: {list(place.rglob('*.part'))}")
