"""Harms the real program in every way it has to bear: ``python -m tests.faults``.

Killed in every phase, the power gone, the disk full, the drive unplugged, the record tampered with, two at
once, wrong clocks, closed windows and terminals. Prints a table: the fault, how often, how many decisions
were answered and lost, what was told. The exit status is 1 where anything was wrong. All of it takes half an
hour; what needs to mount a drive is only tried where that may be done, and is named otherwise.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import drives, ends, hours, terminal_ends
from tests.faults.commands import commands_killed
from tests.faults.full import full_disk
from tests.faults.kills import killed
from tests.faults.power import powerless
from tests.faults.rows import Row, summary, table
from tests.faults.tampering import tampered
from tests.window.real_window import screen

Fault = Callable[[Path], "Row | list[Row]"]


def faults(seed: int, kills: int) -> Iterator[tuple[str, Fault]]:
    """Every fault by its name, each with a folder of its own to happen in."""

    def in_windows(place: Path) -> list[Row]:
        rows = killed(place / "home", seed, kills, say, None)
        with screen() as display:
            more = killed(place / "displayed", seed, max(kills // 10, 1), say, display)
        for one in more:
            one.fault += " (on a display)"
        return rows + more

    yield "kills", in_windows
    yield "power", lambda place: powerless(place, seed, say)
    yield "pipes", lambda place: terminal_ends.pipes(place / "home")
    yield "commands", commands_killed
    yield "terminal", lambda place: terminal_ends.in_terminal(place / "home")
    yield "window closed", lambda place: ends.window_closed(place / "home")
    for number, name, statuses in (
        (signal.SIGINT, "Ctrl-C at the window", (0, 130)),
        (signal.SIGTERM, "SIGTERM at the window", (0, 143, -signal.SIGTERM)),
        (signal.SIGHUP, "SIGHUP at the window (its terminal closed)", (0, 129, -signal.SIGHUP)),
    ):
        yield name, by_signal(number, name, statuses)
    yield "display gone", lambda place: ends.display_gone(place / "home")
    yield "suspended", lambda place: [ends.suspended(place / "short", 2), ends.suspended(place / "long", 40)]
    yield "sound gone", lambda place: ends.sound_gone(place / "home")
    yield "tampered record", lambda place: tampered(place / "home")
    yield "moved away", drives.moved_away
    yield "two at once", lambda place: hours.two_at_once(place / "home")
    yield "first starts", lambda place: hours.first_starts(place / "home")
    yield "clocks", lambda place: hours.clocks(place / "home")
    if drives.may_mount():
        yield "disk full", lambda place: full_disk_in(place, seed)
        yield "read-only", drives.read_only
        yield (
            "no permission",
            lambda place: [drives.without_rights(place / "home"), drives.barred(place / "barred")],
        )
        yield "unplugged", drives.unplugged


def full_disk_in(place: Path, seed: int) -> Row:
    with drives.mounted(place, "4m"):
        return full_disk(place, seed)


def by_signal(number: int, name: str, statuses: tuple[int, ...]) -> Fault:
    return lambda place: ends.by_signal(place / "home", number, name, statuses)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--kills", type=int, default=200, help="how often it is killed (200 unless given)")
    parser.add_argument("--seed", type=int, default=None, help="reproduces a run (the time unless given)")
    parser.add_argument("--only", default="", help="only faults whose name has this in it")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # whatever was started is ended with it
    seed = int(time.time()) if asked.seed is None else asked.seed
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        for number, (name, fault) in enumerate(faults(seed, asked.kills)):
            if asked.only not in name:
                continue
            place = Path(folder) / f"{number}-{name.replace(' ', '-')}"
            place.mkdir()
            begun = time.monotonic()
            try:
                found = fault(place)
            except (AssertionError, OSError) as stuck:  # the others are tried all the same
                found = Row(name, times=1, wrong=[repr(stuck)])
            found = found if isinstance(found, list) else [found]
            rows += found
            say(f"{name}, {time.monotonic() - begun:.0f} s: {summary(found, seed)}")
            for one in found:
                for wrong in one.wrong:
                    say(f"  {one.fault}: {wrong}")
    say(f"\n{table(rows)}\n")
    if not drives.may_mount():
        say("Not tried, since no drives may be mounted here: disk full, read-only, no permission, unplugged.")
    say(summary(rows, seed))
    return 1 if any(one.wrong for one in rows) else 0


if __name__ == "__main__":
    os.environ.pop("DISPLAY", None)
    sys.exit(main())
