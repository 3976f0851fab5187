"""What an author waits for: check, load, the exact analysis as a story grows, the preview after a save."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.dangers import watched
from benchmarks.exactly import ROOT, book, exactly
from benchmarks.grown_story import deep, wide
from benchmarks.row import Row
from game.core.game import Game
from game.format.reader import read

SHIPPED: Final = ROOT / "scenarios" / "friday-checklist.yaml"
SIZES: Final = (300, 10_000)
DEPTHS: Final = (10, 14, 18, 22)
SAVES: Final = 12


def check_and_load() -> list[Row]:
    """``shinyo check`` of files of three sizes from its start to its end, and reading them alone."""
    told = f"{SHIPPED.stem}, {len(_game(SHIPPED.read_bytes()).scenario.scenes)} scenes"
    cold = [_checked(SHIPPED) for _ in range(7)]
    used = statistics.median(one[1] for one in cold)
    rows = [
        Row(f"check of {told}, cold", statistics.median(one[0] for one in cold), "s", 0.8,
            note=f"{used:.2f} s of processor"),
        Row(f"load of {told}", _loaded(SHIPPED.read_bytes()), "s"),
    ]  # fmt: skip
    for scenes in SIZES:
        text = wide(scenes).encode()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "wide.yaml"
            file.write_bytes(text)
            seconds, used, mb = _checked(file)
        large = scenes == max(SIZES)
        what, note = f"{scenes:,} scenes", f"{used:.2f} s of processor"
        rows += [
            Row(f"check of {what}", seconds, "s", 12 if large else None, note=note),
            Row(f"check of {what}, peak memory of its process", mb, "MB", 1_000 if large else None),
            Row(f"load of {what}", _loaded(text), "s"),
        ]
    return rows


def _checked(file: Path) -> tuple[float, float, float]:
    """Seconds, processor seconds and megabytes of one check, nothing kept from another one."""
    with tempfile.TemporaryDirectory() as home:
        begun = time.perf_counter()
        running = subprocess.Popen(
            [sys.executable, "-m", "game", "check", str(file)],
            cwd=ROOT, env={**os.environ, "SHINYO_HOME": home},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        used, mb = watched(running.pid, begun)
        seconds = time.perf_counter() - begun
        if running.wait():
            raise SystemExit(f"check of {file.name}: {running.returncode}")
    return seconds, used, mb


def _game(source: bytes) -> Game:
    reading = read(source, "scenario", lang="en", rulebook=book())
    if reading.scenario is None:
        raise SystemExit("\n".join(str(finding) for finding in reading.findings))
    return Game(reading.scenario, book())


def _loaded(source: bytes) -> float:
    _game(SHIPPED.read_bytes())  # what is made at the first reading is made
    begun = time.perf_counter()
    _game(source)
    return time.perf_counter() - begun


def growing() -> list[Row]:
    """How the exact analysis grows with the decisions, where states hardly ever merge by themselves."""
    rows, before, times, by_states = [], None, [], []
    for decisions in DEPTHS:
        command = [sys.executable, "-m", "benchmarks.authors", str(decisions)]
        run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        found = json.loads(run.stdout)
        note = f"{found['paths']:,} paths, {found['states']:,} merged states"
        what = f"exact analysis of {decisions} decisions of three choices"
        rows += [
            Row(what, found["seconds"], "s", note=note if found["exact"] else "does not fit: a sample"),
            Row(f"{what}, peak memory", found["mb"], "MB", most=1_000),
        ]
        if before is not None:
            times.append(found["seconds"] / before["seconds"])
            by_states.append(found["states"] / before["states"])
        before = found
    steps = ", ".join(f"{one:.1f}" for one in times)
    states = ", ".join(f"{one:.1f}" for one in by_states)
    note = f"{DEPTHS[0]} to {DEPTHS[-1]}, step by step: {steps}; states {states}; paths 49 each"
    return [
        Row("exact analysis, four decisions of three choices more: times as long", times[-1], "×", note=note),
        *rows,
    ]


def _grown_here(decisions: int) -> None:
    found = exactly(_game(deep(decisions).encode()))
    analysis = found.analysis
    told = {"paths": analysis.paths, "states": analysis.states, "exact": analysis.exact}
    print(json.dumps({**told, "seconds": found.seconds, "mb": found.mb}))


_PREVIEW: Final = """
import os, sys, threading, time
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
from pathlib import Path
import pygame
from game.screens.preview.desk import PreviewDesk
from game.screens.previewing import run_preview

file, home, saves = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
read, shown = [], threading.Event()
load, update = PreviewDesk.load, pygame.display.update

def loaded(desk):
    found = load(desk)
    read.append(found)
    return found

def updated(*parts):
    update(*parts)
    if read:
        read.clear()
        shown.set()

def save():
    text = file.read_text("utf-8")
    shown.wait(60)
    for number in range(saves):
        time.sleep(1.5)
        shown.clear()
        changed = text + f"# {number}\\n"
        begun = time.perf_counter()
        if number % 2:
            other = file.with_suffix(".tmp")
            other.write_text(changed, "utf-8")
            other.replace(file)
        else:
            file.write_text(changed, "utf-8")
        if not shown.wait(20):
            os._exit(1)
        print(1000 * (time.perf_counter() - begun), flush=True)
    os._exit(0)

PreviewDesk.load, pygame.display.update = loaded, updated
threading.Thread(target=save, daemon=True).start()
run_preview("ja", file, None, (), home)
"""


def preview() -> list[Row]:
    """From a save to the frame that shows it, the file written in place and by renaming in turns."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / SHIPPED.name
        file.write_bytes(SHIPPED.read_bytes())
        command = [sys.executable, "-c", _PREVIEW, str(file), str(Path(folder) / "home"), str(SAVES)]
        run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=180)
    found = [float(each) for each in run.stdout.split()]
    if run.returncode or not found:
        return [Row("preview, from a save to the new frame", None, "ms", 200, note=run.stderr[-200:])]
    return [
        Row("preview, from a save to the new frame, in place", statistics.median(found[::2]), "ms", 200),
        Row("preview, from a save to the new frame, by renaming", statistics.median(found[1::2]), "ms", 200),
        Row("preview, from a save to the new frame, the slowest", max(found), "ms", note=f"of {len(found)}"),
    ]


def main(arguments: Sequence[str]) -> None:
    """What ``growing`` starts for one number of decisions."""
    _grown_here(int(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
