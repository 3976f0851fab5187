"""A meeting in a terminal is ended or held up from outside; commands are left without reader or writer."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.killing import changed_of
from tests.faults.playing import SCENARIO, furnish, kept, others
from tests.faults.rows import Row
from tests.faults.running import ROOT, Stuck, around
from tests.faults.terminals import Terminal


def _suspended_there(at: Terminal) -> None:
    at.kill(signal.SIGTSTP)
    time.sleep(0.5)
    at.kill(signal.SIGCONT)
    at.keys(b"\x04")


@dataclass(frozen=True)
class Way:
    """How a meeting in a terminal is ended: what is done, its exit status, what is said then."""

    fault: str
    end: Callable[[Terminal], object]
    statuses: tuple[int, ...]
    words: str = ""
    ignoring: tuple[str, ...] = ()


WAYS: Final = (
    Way("terminal closed", lambda at: at.hang_up(), (-signal.SIGHUP,)),
    Way("terminal: Ctrl-C", lambda at: at.keys(b"\x03"), (130,), "中断しました"),
    Way("terminal: Ctrl-D", lambda at: at.keys(b"\x04"), (0,), "残っています"),
    Way("terminal: SIGTERM", lambda at: at.kill(signal.SIGTERM), (-signal.SIGTERM, 143)),
    Way("terminal: Ctrl-Z, fg", _suspended_there, (0,), "残っています"),
    Way("terminal closed, hang-up ignored (nohup)", lambda at: at.hang_up(), (0, 2), "", ("SIGHUP",)),
)


def in_terminal(home: Path) -> list[Row]:
    """A meeting in the terminal, ended at three places in every way a terminal knows."""
    furnish(home)
    foreign = others(home)
    rows = []
    for way in WAYS:
        row = Row(way.fault)
        rows.append(row)
        for place in ("名前", "選択：", "選択：2"):
            row.times += 1
            _ended_there(row, home, place, way)
            row.expect(not (changed := changed_of(foreign, others(home))), f"changed: {changed}")
    return rows


def _ended_there(row: Row, home: Path, place: str, way: Way) -> None:
    before = {one.file for one in kept(home)}
    plan = {"ignore": way.ignoring}
    at = Terminal(home, "play", SCENARIO, "--text", "--lang", "ja", plan=plan)
    answered = 0
    try:
        at.until("名前")
        if place != "名前":
            answered = _played_up_to(at, 2 if place.endswith("2") else 0)
        time.sleep(0.3)  # a hand is not quicker
        way.end(at)
        status = at.ended(30)
        row.expect(status in way.statuses, f"{place}: exit status {status}: {at.read[-300:]}")
        row.expect("Traceback" not in at.read, f"{place}: {at.read[-600:]}")
        row.expect(way.words in at.read, f"{place}: said {at.read[-200:]!r}")
        told = [line for line in at.read.splitlines() if way.words and way.words in line]
        row.told = told[-1] if told else row.told
        row.expect(not (left := at.family.gone()), f"still running: {left}")
        row.answered += answered
        new = [one for one in kept(home) if one.file not in before]
        there = len(new[0].path) if new else 0
        if not row.expect(there == answered, f"{place}: {there} of {answered} answered decisions"):
            row.lost += answered - there
    except (Stuck, AssertionError) as wrong:
        row.wrong.append(f"{place}: {wrong}")
    finally:
        at.close()


def _played_up_to(at: Terminal, count: int) -> int:
    """A new meeting in which so many choices were answered."""
    at.type("")
    if "続けますか" in at.until("続けますか", "選択："):
        at.type("n")
        at.until("選択：")
    for _ in range(count):
        at.type("1")
        at.until("選択：")
    return count


def pipes(home: Path) -> Row:
    """Nobody reads on, or there is nothing to read from: a command ends quietly."""
    row = Row("broken pipe, closed streams")
    furnish(home)
    foreign = others(home)
    shinyo = f"{sys.executable} -m game"
    commands = {
        f"{shinyo} list | head -1": 0,
        f"{shinyo} records list | head -1": 0,
        f"{shinyo} schema | head -1": 0,
        f"{shinyo} play {SCENARIO} --choices 1,1 | head -1": 0,
        f"yes 1 | {shinyo} play due --text | head -5": 0,
        f"{shinyo} list >&-": 0,
        f"{shinyo} list 2>&- >&- <&-": 0,
        f"{shinyo} play due --text <&-": 0,
        f"{shinyo} list > /dev/full": 2,
        f"{shinyo} records list --json > /dev/full": 2,
        f"{shinyo} play due --text < /dev/null": 0,
        f"{shinyo} check due | (exec 0<&-; sleep 1)": 0,
    }
    for command, status in commands.items():
        row.times += 1
        done = subprocess.run(
            ["sh", "-c", command], env=around(home), cwd=ROOT, capture_output=True, check=False, timeout=120
        )
        errors = done.stderr.decode("utf-8", "replace")
        row.expect(done.returncode == status, f"{command}: exit status {done.returncode}: {errors[-300:]}")
        odd = [word for word in ("Traceback", "Exception ignored", "BrokenPipe") if word in errors]
        row.expect(not odd, f"{command}: {errors[-500:]}")
        if "full" in command:
            row.told = errors.strip()
    row.expect(not (changed := changed_of(foreign, others(home))), f"changed: {changed}")
    return row
