"""How dangerous files are refused: each with a sentence, within two seconds and 500 MB.

Every one is given to the command that would read it, in a process of its own. What is measured is the
whole of it, from the start of Python to the last word.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import psutil

from benchmarks.dangerous import DANGERS as FILES
from benchmarks.dangerous import Made
from benchmarks.dangerous_hand_ins import HAND_INS
from benchmarks.exactly import ROOT, high_water
from benchmarks.row import Row

SECONDS: Final = 2.0
MEGABYTES: Final = 500
DANGERS: Final = {**FILES, **HAND_INS}
PATIENCE: Final = 120
"""Seconds after which something has gone wrong for good."""

LIMITED: Final = """
import resource, runpy, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
runpy.run_module("game", run_name="__main__")
"""
"""The game with the most bytes that it may ask for; only Linux holds a process to it."""


class Refusal(NamedTuple):
    """How a command ended: exit status, what it said, processor seconds, the most megabytes it held."""

    status: int
    told: str
    seconds: float
    mb: float


def refused(made: Made, *, limit: int | None = None) -> Refusal:
    """Make a danger and let its command read it; ``limit``: the most bytes its process may ask for."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = ["-m", "game"] if limit is None else ["-c", LIMITED, str(limit)]
        command = [sys.executable, *start, *made(folder), "--lang", "en"]
        output = folder / "told"
        environment = {**os.environ, "SHINYO_HOME": str(folder / "home"), "OPENBLAS_NUM_THREADS": "1"}
        begun = time.perf_counter()
        with output.open("wb") as stream:
            running = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream
            )
            seconds, held = watched(running.pid, begun)
            running.wait()
        return Refusal(running.returncode, output.read_text("utf-8", "replace"), seconds, held)


def watched(pid: int, begun: float) -> tuple[float, float]:
    """Watch a process to its end: its processor seconds, and the most megabytes it was seen to hold.

    It is left to be waited for: only so can its figures be read when it has ended.
    """
    process, found, seconds = psutil.Process(pid), 0, 0.0
    while True:
        with contextlib.suppress(psutil.Error, OSError):
            times = process.cpu_times()
            seconds = max(seconds, times.user + times.system)
            if process.status() == psutil.STATUS_ZOMBIE:
                return seconds, found / 1e6
            found = max(found, high_water(pid), process.memory_info().rss)
        if time.perf_counter() - begun > PATIENCE:
            process.kill()
        time.sleep(0.002)


def every_danger() -> list[Row]:
    """The slowest and the largest refusal, and any that was none."""
    found = {name: refused(made) for name, made in DANGERS.items()}
    slow = max(found, key=lambda name: found[name].seconds)
    large = max(found, key=lambda name: found[name].mb)
    missed = [name for name, one in found.items() if one.status not in {1, 2}]
    note = f"{len(found)} files; the slowest: {slow}"
    return [
        Row("dangerous files, each refused within", found[slow].seconds, "s", SECONDS, note=note),
        Row("dangerous files, each refused with", found[large].mb, "MB", MEGABYTES, note=large),
        Row("dangerous files that were not refused", len(missed), "", 0, note=", ".join(missed)),
    ]  # fmt: skip


def main(names: Sequence[str]) -> None:
    """Print each: ``python -m benchmarks.dangers [part of a name …]``."""
    for name, made in DANGERS.items():
        if not names or any(each in name for each in names):
            one = refused(made)
            first = one.told.strip().split("\n")[0][:110]
            mark = "" if one.seconds <= SECONDS and one.mb <= MEGABYTES and one.status in {1, 2} else " <<<"
            print(
                f"{name:45} {one.status:4} {one.seconds:6.2f} s {one.mb:6.0f} MB  {first}{mark}", flush=True
            )


if __name__ == "__main__":
    main(sys.argv[1:])
