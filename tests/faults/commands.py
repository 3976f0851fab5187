"""Killed while a command writes: what it writes is whole or not there, and the same command does it then."""

import json
import signal
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

from tests.faults.killing import changed_of
from tests.faults.playing import furnish, others
from tests.faults.rows import Row
from tests.faults.running import ROOT, around

MOST_POINTS: Final = 40


def commands_killed(place: Path) -> Row:
    """Each command dies at the first place it can die at, then at the next, until it comes to its end."""
    row = Row("kill -9: pack, add, new, export, translate, at each write, flush and renaming")
    home = place / "home"
    furnish(home)
    assert _run(home, None, "pack", "friday-checklist", "due", "-o", str(place / "both.zip")) == 0
    _own_pack(home, place)
    commands = {
        ("pack", "due", "--replace", "-o"): place / "due.zip",
        ("add", "--replace", str(place / "own.zip")): home / "scenarios" / "visit.yaml",
        ("new",): place / "first.yaml",
        ("records", "export", "1", "-o"): place / "1.shinyo",
        ("translate", "due", "--to", "en"): home / "scenarios" / "due.en.po",
    }
    for command, target in commands.items():
        named = () if command[0] in ("add", "translate") else (str(target),)
        before = others(home)
        for at in range(MOST_POINTS):
            row.times += 1
            status = _run(home, at, *command, *named)
            told = f"{' '.join(command[:2])}, place {at}"
            row.expect(status in (0, -signal.SIGKILL), f"{told}: exit status {status}")
            _whole(row, told, target)
            if command[0] != "add":
                changed = [name for name in changed_of(before, others(home)) if not _is_of(name, target)]
                row.expect(not changed, f"{told}: changed {changed}")
            if status == 0:
                break
            if command[0] in ("new", "records"):
                target.unlink(missing_ok=True)
        row.expect(target.exists(), f"{command}: it never came to its end")
    return row


def _own_pack(home: Path, place: Path) -> None:
    """A pack of a scenario that is not here yet, with a translation."""
    text = (home / "scenarios" / "due.yaml").read_text("utf-8").replace("id: due", "id: visit")
    (home / "scenarios" / "visit.yaml").write_text(text, encoding="utf-8")
    assert _run(home, None, "pack", "visit", "-o", str(place / "own.zip")) == 0
    (home / "scenarios" / "visit.yaml").unlink()


def _is_of(name: str, target: Path) -> bool:
    """Whether a file is the target, or what is left of writing it."""
    return Path(name).name.startswith(target.name)


def _whole(row: Row, told: str, target: Path) -> None:
    if not target.exists():
        return
    if target.suffix in (".zip", ".shinyo"):
        row.expect(zipfile.is_zipfile(target), f"{told}: {target.name} is damaged")
    else:
        row.expect(target.read_bytes().endswith(b"\n"), f"{told}: {target.name} is cut off")


def _run(home: Path, at: int | None, *arguments: str) -> int:
    """The exit status of a command that dies at this place, if it comes to it."""
    ours, theirs = socket.socketpair()
    plan = json.dumps({"home": str(home.parent), "window": False, "arm": at})
    with ours, theirs:
        program = [sys.executable, "-m", "tests.faults.inside", str(theirs.fileno()), plan, *arguments]
        done = subprocess.run(
            program, cwd=ROOT, env=around(home), pass_fds=[theirs.fileno()], capture_output=True, check=False
        )
    return done.returncode
