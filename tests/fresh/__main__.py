"""Tries every way to the game on clean machines: ``python -m tests.fresh [--only PART] [--python PATH]``.

Prints a table: way, Python, what came of it, seconds. Needs git, Xvfb and xdotool, and root for the ways of
an ordinary user. What is tried is what is committed. Exit status 1 where a way broke.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tests.fresh.machine import Broken, Machine, pythons, say, version_of
from tests.fresh.ways import WAYS

WIDEST: Final = 160
"""Letters of what came of a way that stand in the table; all of it is told while it runs."""


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fresh", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="PART", help="ways whose name holds this"
    )
    parser.add_argument(
        "--python", action="append", default=[], metavar="PATH", help="instead of all there are"
    )
    parser.add_argument(
        "--folder", type=Path, help="where everything is made, and stays (else a temporary one)"
    )
    parser.add_argument("--list", action="store_true", help="name the ways")
    asked = parser.parse_args()
    wanted = [name for name in WAYS if not asked.only or any(part in name for part in asked.only)]
    if asked.list:
        say("\n".join(wanted))
        return 0
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="shinyo-fresh-"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)  # an ordinary user comes by
    try:
        rows = [row for python in pythons(asked.python) for row in _tried(python, wanted, folder)]
    finally:
        if asked.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    say("\n| way | Python | result | seconds |\n|---|---|---|---|")
    for row in rows:
        say("| " + " | ".join(row) + " |")
    broken = [row for row in rows if row[2] != "ok"]
    say(f"\n{len(rows) - len(broken)} of {len(rows)} ways came to their end.")
    return 1 if broken else 0


def _tried(python: str, wanted: list[str], folder: Path) -> list[tuple[str, str, str, str]]:
    rows = []
    version = ".".join(map(str, version_of(python)))
    for number, name in enumerate(wanted, 1):
        begun = time.monotonic()
        place = folder / f"{version}-{number}"
        shutil.rmtree(place, ignore_errors=True)  # a run before this one may have been stopped
        try:
            WAYS[name](Machine(python, place))
            result = "ok"
        except (Broken, OSError, subprocess.SubprocessError) as broken:
            result = str(broken)
        seconds = f"{time.monotonic() - begun:.0f}"
        say(f"{version} · {name}: {result} ({seconds} s)")
        rows.append((name, version, " ".join(result.split())[:WIDEST].replace("|", "\\|"), seconds))
        shutil.rmtree(place, ignore_errors=True)
    return rows


if __name__ == "__main__":
    sys.exit(main())
