"""The window: how soon the first frame is up, what it costs untouched, and while somebody lives in it.

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
from typing import Final

import psutil

from benchmarks.row import Row

ROOT: Final = Path(__file__).parents[1]
FONT: Final = ROOT / "assets" / "fonts" / "BIZUDPGothic-Bold.ttf"

_STOP: Final = """
import os, sys, time
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
import pygame
update = pygame.display.update
def first(*part):
    update(*part)
    print(time.time(), flush=True)
    os._exit(0)
pygame.display.update = first
"""
_BARE: Final = f"""{_STOP}
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
window.blit(pygame.font.Font({str(FONT)!r}, 50).render("信用貯金", True, (255, 255, 255)), (100, 100))
pygame.display.update()
"""
_GAME: Final = f"""{_STOP}
sys.argv = ["shinyo"]
from game.cli import main
main()
"""


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
        Row("first frame, the game against the bare window", other / one, "×", 3.0),
    ]


def _seconds(script: str, home: str) -> float:
    begun = time.time()
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT, env={**os.environ, "SHINYO_HOME": home}, capture_output=True, text=True,
        check=True, timeout=60,
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


def living(seconds: float = 20.0) -> list[Row]:
    """Share of a core a talk takes in which somebody breathes and blinks, and one in which they are still."""
    rows = []
    for stilled, what, most in (
        (False, "a talk, somebody breathes and blinks", 6.0),
        (True, "a talk, still", 0.5),
    ):
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.window", str(seconds), "still" if stilled else "living"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if run.returncode:
            note = "not measured: no window could be opened here"
            rows.append(Row(what, None, "% of a core", most, note=note))
        else:
            rows.append(Row(what, float(run.stdout.split()[-1]), "% of a core", most))
    return rows


def _live(seconds: float, *, stilled: bool) -> None:
    """Print the share of a core, in percent, that a talk takes which waits for a choice."""
    from benchmarks.player import Player  # noqa: PLC0415 - only this process has a window

    with tempfile.TemporaryDirectory() as home:
        player = Player(Path(home), (1280, 720), real=True, text_speed=0, reduced_motion=stilled)
        player.sit_down("friday-checklist")
        player.live(12.0)  # the analysis has come, what can be made ahead is made
        before, begun = time.process_time(), time.monotonic()
        player.live(seconds)
        print(100 * (time.process_time() - before) / (time.monotonic() - begun))
        player.app.close()


if __name__ == "__main__":
    _live(float(sys.argv[1]), stilled=sys.argv[2] == "still")
