"""The window: how soon the first frame is up, and what it costs while nobody touches it.

Run in a session with a screen, or under ``xvfb-run``; with ``SDL_VIDEODRIVER=dummy`` the first frame is
measured without one, and the idle window would tell nothing.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

import psutil

ROOT: Final = Path(__file__).parents[1]
FONT: Final = ROOT / "assets" / "fonts" / "BIZUDPGothic-Bold.ttf"

_STOP: Final = """
import os, sys, time
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
import pygame
flip = pygame.display.flip
def first():
    flip()
    print(time.time(), flush=True)
    os._exit(0)
pygame.display.flip = first
"""
_BARE: Final = f"""{_STOP}
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
window.blit(pygame.font.Font({str(FONT)!r}, 50).render("信用貯金", True, (255, 255, 255)), (100, 100))
pygame.display.flip()
"""
_GAME: Final = f"""{_STOP}
sys.argv = ["shinyo"]
from game.cli import main
main()
"""


class Row(NamedTuple):
    """One line of the table: what, the figure, its unit, the most or least it may be, a remark."""

    what: str
    value: float | None
    unit: str
    most: float | None = None
    least: float | None = None
    note: str = ""


def first_frame(times: int = 7) -> list[Row]:
    """From the start of the process to the first frame, the game's against a bare window's.

    The two take turns, so that whatever else the machine does meets both; medians.
    """
    bare, game = [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(times):
            bare.append(_seconds(_BARE, home))
            game.append(_seconds(_GAME, home))
    one, other = statistics.median(bare), statistics.median(game)
    return [
        Row("first frame, a bare window with one line of text", 1000 * one, "ms"),
        Row("first frame, the game", 1000 * other, "ms"),
        Row("first frame, the game against the bare window", other / one, "×", 4.0),
    ]


def _seconds(script: str, home: str) -> float:
    begun = time.time()
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT, env={**os.environ, "SHINYO_HOME": home}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return float(run.stdout.split()[-1]) - begun


def idle(seconds: float = 20.0, settle: float = 12.0) -> list[Row]:
    """Share of a core the window takes while it waits for a name and nobody touches it."""
    with tempfile.TemporaryDirectory() as home:
        game = subprocess.Popen(
            [sys.executable, "-m", "game"], cwd=ROOT, env={**os.environ, "SHINYO_HOME": home}
        )
        try:
            time.sleep(settle)
            if game.poll() is not None:
                note = "not measured: no window could be opened here"
                return [Row("idle window", None, "% of a core", 0.5, note=note)]
            process = psutil.Process(game.pid)
            before, begun = process.cpu_times(), time.monotonic()
            time.sleep(seconds)
            after, passed = process.cpu_times(), time.monotonic() - begun
            megabytes = process.memory_info().rss / 1e6
        finally:
            game.terminate()
            game.wait()
    used = (after.user + after.system) - (before.user + before.system)
    return [
        Row("idle window", 100 * used / passed, "% of a core", 0.5),
        Row("idle window, memory", megabytes, "MB"),
    ]


if __name__ == "__main__":
    for row in [*first_frame(), *idle()]:
        limit = "" if row.most is None else f"(at most {row.most:g})"
        figure = row.note if row.value is None else f"{row.value:8.2f} {row.unit}"
        print(f"{row.what:55} {figure} {limit}")
