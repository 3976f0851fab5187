"""The exact analysis with what it cost: how long it took, and the most memory its process ever held."""

import time
import tomllib
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import psutil

from game.analysis.exact import analyse
from game.analysis.result import Analysis
from game.core.game import Game
from game.core.rulebook import Rulebook

ROOT: Final = Path(__file__).parents[1]


class Exact(NamedTuple):
    """An analysis, the processor seconds it took, and the megabytes its process had held by then."""

    analysis: Analysis
    seconds: float
    mb: float


@cache
def book() -> Rulebook:
    """The shipped rulebook."""
    return Rulebook.from_mapping(tomllib.loads((ROOT / "assets" / "rulebook.toml").read_text("utf-8")))


def exactly(game: Game) -> Exact:
    """Analyse a game here; its memory is its own only in a process of its own."""
    process, peak = psutil.Process(), 0

    def look(_decisions: int, _states: int) -> None:
        nonlocal peak
        peak = max(peak, process.memory_info().rss)

    begun = time.process_time()
    analysis = analyse(game, progress=look)
    seconds = time.process_time() - begun
    look(0, 0)
    return Exact(analysis, seconds, max(peak, high_water()) / 1e6)


def high_water(pid: int | str = "self") -> int:
    """The most bytes a process ever held, where Linux tells; else 0.

    (What ``getrusage`` tells of a process includes the one that started it.)
    """
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    found = [int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")]
    return max(found, default=0)
