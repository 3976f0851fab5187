"""The exact analysis of every shipped scenario, each in a process of its own for its memory."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from benchmarks.exactly import ROOT, book, exactly
from benchmarks.row import Row
from game.core.game import Game
from game.format.reader import read

SECONDS: Final = 10.0
MEGABYTES: Final = 1_000.0


def every_scenario() -> list[Row]:
    """What `shinyo explore` computes: paths, merged states, time and memory; a sample would be a miss."""
    return [row for file in sorted((ROOT / "scenarios").glob("*.yaml")) for row in _rows(file)]


def _rows(file: Path) -> list[Row]:
    command = [sys.executable, "-m", "benchmarks.shipped", str(file)]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found = json.loads(run.stdout)
    note = f"{found['paths']:,} paths, {found['states']:,} merged states, {found['decisions']} decisions"
    what = f"exact analysis of {file.stem}"
    if not found["exact"]:
        return [Row(what, None, "s", most=SECONDS, note="does not fit: a sample")]
    return [
        Row(what, found["seconds"], "s", most=SECONDS, note=note),
        Row(f"{what}, peak memory of its process", found["mb"], "MB", most=MEGABYTES),
    ]


def _here(file: Path) -> None:
    """What is started for one scenario: prints one line of JSON."""
    reading = read(file.read_bytes(), file.name, lang="en", rulebook=book())
    if reading.scenario is None:
        raise SystemExit("\n".join(str(finding) for finding in reading.findings))
    found = exactly(Game(reading.scenario, book()))
    print(
        json.dumps(
            {
                "seconds": found.seconds,
                "mb": found.mb,
                "exact": found.analysis.exact,
                "paths": found.analysis.paths,
                "states": found.analysis.states,
                "decisions": found.analysis.decisions_max,
            }
        )
    )


if __name__ == "__main__":
    _here(Path(sys.argv[1]))
