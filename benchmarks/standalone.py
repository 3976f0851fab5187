"""The program that needs no Python: how large it is, and how soon its window is seen beside the source's.

Measures what ``python3 dev.py build`` has made, under ``xvfb-run``; xdotool
tells when the window is there.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import dev
from benchmarks.row import Row

ROOT: Final = Path(__file__).parents[1]


def size_and_start(times: int = 7) -> list[Row]:
    """Megabytes, and seconds from the start of the process to a window on an otherwise empty screen.

    Medians; source and program take turns.
    """
    program = Path(dev.program(str(ROOT / "dist")))
    if not program.exists():
        return [Row("the built program", None, "MB", 60, note="not measured: `python3 dev.py build` first")]
    rows = [Row("the built program", dev.size_of(str(program)) / 1e6, "MB", 60)]
    if shutil.which("xdotool") is None or "DISPLAY" not in os.environ:
        note = "not measured: no screen, or no xdotool"
        return [*rows, Row("its window is seen after", None, "s", note=note)]
    built, source = [], []
    for _ in range(times):
        source.append(_seconds([sys.executable, "-m", "game"]))
        built.append(_seconds([str(program)]))
    return [
        *rows,
        Row("its window is seen after", statistics.median(built), "s", note="it unpacks itself first"),
        Row("the window of the source is seen after", statistics.median(source), "s"),
    ]


def _seconds(command: Sequence[str]) -> float:
    with tempfile.TemporaryDirectory() as home:
        begun = time.monotonic()
        game = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "SHINYO_HOME": home})
        try:
            search = ["xdotool", "search", "--sync", "--onlyvisible", "--class", "."]
            subprocess.run(search, check=True, capture_output=True, timeout=60)
            return time.monotonic() - begun
        finally:
            game.terminate()
            game.wait()
            time.sleep(0.5)  # until the window is gone: the next search must not find it
