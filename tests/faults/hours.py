"""Two games at once, and clocks that are wrong."""

import os
from pathlib import Path
from typing import Final

from game.records import Records
from tests.faults.ends import answers, well_left
from tests.faults.full import shinyo, told
from tests.faults.playing import SCENARIO, furnish, kept, latest, others, up_to
from tests.faults.rows import Row
from tests.faults.running import Game, Stuck
from tests.faults.terminals import Terminal

IN_USE: Final = "別のウィンドウ"


def two_at_once(home: Path) -> Row:
    """A meeting that is being played is not gone on with elsewhere; the second game plays something else."""
    row = Row("two games on one record")
    furnish(home)
    foreign = others(home)
    first = Game(home, "play", SCENARIO)
    second: Game | None = None
    try:
        up_to(first, "TalkScreen")
        answers(first, 1)
        second = Game(home)
        up_to(second, "ShelfScreen")
        second.look(0.5)
        row.times += 1
        record = latest(home)
        assert record is not None
        spots = second.state()["spots"]
        spot = next((name for name in spots if name.startswith("record:")), "")
        assert spot, f"the meeting does not lie on the shelf: {spots}"
        second.press(spot)
        told(row, second, IN_USE, "in a second window")
        second.keys("return")
        second.until_screen("ShelfScreen")
        _terminal(row, home)
        row.times += 1
        other = next(name for name in second.state()["spots"] if name.endswith("first-steps.yaml"))
        second.press(other)
        second.until_screen("BriefScreen")
        up_to(second, "TalkScreen")
        answers(second, 1)
        answers(first, 2)
        first.kill()
        first.ended()
        row.times += 1
        taken, path = Records(home / "records").resume(record.file)
        taken.release()
        row.expect(path == tuple(first.answered), f"after the first was killed: {path}")
        second.tell(quit=1)
        row.expect(second.ended() == 0, "exit status")
        well_left(row, home, foreign, second)
    except (Stuck, AssertionError, StopIteration) as wrong:
        row.wrong.append(repr(wrong))
    finally:
        first.close()
        if second is not None:
            second.close()
    return row


def _terminal(row: Row, home: Path) -> None:
    """The same in a terminal, and a command that would delete it."""
    row.times += 2
    at = Terminal(home, "play", SCENARIO, "--text", "--lang", "ja")
    try:
        at.until("名前")
        at.type("")
        at.until("続けますか")
        at.type("y")
        at.ended(60)
        row.expect(IN_USE in at.read, f"in a terminal: {at.read[-300:]!r}")
        row.expect("Traceback" not in at.read, f"in a terminal: {at.read[-600:]}")
    finally:
        at.close()
    done = shinyo(home, "records", "delete", "1", "--yes")
    row.expect(done.returncode == 2, f"deleting it: {done.returncode} {done.stdout} {done.stderr}")
    row.expect(IN_USE in done.stderr, f"deleting it: {done.stderr}")


def first_starts(home: Path) -> Row:
    """Several first starts at the same moment in a home that is not there, on a slow disk."""
    row = Row("four first starts at once", times=1)
    games = [Game(home, "--lang", "ja", "play", "first-steps", plan={"slow": 0.02}) for _ in range(4)]
    try:
        for game in games:
            game.until_screen("BriefScreen", "WhoScreen")
        for game in games:
            game.keys("return")
        for game in games:
            up_to(game, "TalkScreen")
        for game in games:
            answers(game, 1)
        for game in games:
            game.tell(quit=1)
            row.expect(game.ended() == 0, f"exit status: {game.said()[-400:]}")
            row.expect("Traceback" not in game.said(), game.said()[-800:])
            row.answered += len(game.answered)
        found = kept(home)
        there = sum(len(one.path) for one in found)
        row.expect(len(found) == len(games), f"{len(found)} records of {len(games)}")
        if not row.expect(there == row.answered, f"{there} of {row.answered} decisions"):
            row.lost += row.answered - there
        left = [file.name for file in home.rglob("*") if file.suffix in (".part", ".lock")]
        row.expect(not left, f"left: {left}")
    except (Stuck, AssertionError) as wrong:
        row.wrong.append(str(wrong))
    finally:
        for game in games:
            game.close()
    return row


# ── clocks ──────────────────────────────────────────────────────────────────────────────────────────

DAY: Final = 86_400.0
SHIFTS: Final = {
    "a year back": -366 * DAY,
    "two years ahead": 731 * DAY,
    "to 1970": -57 * 365 * DAY,
    "an hour back": -3_600.0,
    "a minute back": -60.0,
}
ZONES: Final = (
    "Asia/Tokyo",
    "America/Los_Angeles",
    "Pacific/Kiritimati",
    "Europe/Berlin",
    "nonsense/nowhere",
)


def clocks(home: Path) -> Row:
    """The clock is set while one plays and between meetings, and one travels: nothing changes its order."""
    row = Row("clock set back and ahead, other time zones, summer time")
    furnish(home)
    foreign = others(home)
    said: list[str] = []
    for number, (what, shift) in enumerate(SHIFTS.items()):
        row.times += 1
        waits = bool(said)
        zone = ZONES[number % len(ZONES)]
        plan, begins = {"shift": shift if number % 2 else 0.0}, () if waits else ("play", SCENARIO)
        game = Game(home, *begins, plan=plan, environment={"TZ": zone})
        try:
            up_to(game, "TalkScreen")
            state = game.state()
            row.expect(state["path"] == said, f"{what}: goes on at {state['path']}, not {said}")
            answers(game, 1)
            game.tell(shift=shift)
            answers(game, 2)
            said += game.answered
            game.tell(quit=1)
            row.expect(game.ended() == 0, f"{what}: exit status")
            well_left(row, home, foreign, game)
            record = next(one for one in kept(home) if one.header.scenario == SCENARIO)
            row.expect(list(record.path) == said, f"{what}: kept {record.path}, said {said}")
        except (Stuck, AssertionError, StopIteration) as wrong:
            row.wrong.append(f"{what}: {wrong!r}")
        finally:
            game.close()
    _files_of_another_year(row, home)
    return row


def _files_of_another_year(row: Row, home: Path) -> None:
    """Files whose times lie in the past or to come are listed and read as any other."""
    for moment in (0, 4_000_000_000):
        row.times += 1
        for file in home.rglob("*"):
            if file.is_file():
                os.utime(file, (moment, moment))
        for command in (("records", "list"), ("list",), ("records", "show", "1")):
            done = shinyo(home, *command)
            row.expect(done.returncode == 0, f"{command} with files of {moment}: {done.stderr[-300:]}")
        done = shinyo(home, "records", "purge")
        row.expect(done.returncode in (0, 1), f"purge: {done.returncode} {done.stderr[-300:]}")
    row.expect(kept(home), "records were purged that nobody agreed to")
