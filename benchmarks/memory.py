"""Memory: what the game takes above a bare window of the same size with the same imports; whether it grows.

Run as a module it is one of the processes that are measured: ``meeting WIDTH HEIGHT`` and ``bare WIDTH
HEIGHT`` are compared, ``many COUNT`` plays so many meetings. Each prints lines of JSON; ``bare`` is told
the imports of the other one on its input. None of them needs a screen.
"""

import importlib
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import psutil

from benchmarks.row import Row

ROOT: Final = Path(__file__).parents[1]
SIZES: Final = ((1280, 720), (1920, 1080), (2560, 1440))
MEETINGS: Final = 1000

_MOST: Final = 80.0
_TALKS: Final = "friday-checklist", "first-steps"
_SMALL: Final = (640, 360)
_SETTLED: Final = 0.3
"""The share of the meetings after which all that is kept within bounds is as large as it may become."""

_OWN: Final = ("game", "benchmarks", "tests", "__main__", "__mp_main__")


def above_bare() -> list[Row]:
    """Megabytes in memory above those of a bare window: at the end of a meeting, and at most during it."""
    rows = []
    for size in SIZES:
        numbers = [str(side) for side in size]
        meeting = _lines("meeting", numbers)[-1]
        bare = _lines("bare", numbers, given="\n".join(meeting["imports"]))[-1]
        above, most = ((meeting[name] - bare["rss"]) / 1e6 for name in ("rss", "most"))
        what = f"memory above a bare window, {size[0]} × {size[1]}"
        note = f"at most {most:.0f} MB during the meeting; the bare window takes {bare['rss'] / 1e6:.0f} MB"
        rows.append(Row(what, above, "MB", _MOST, note=note))
    return rows


_RECORDS: Final = "the records of 1,000 meetings take 3 MB"
"""What the shelf holds of them, 3 kB each: it grows with what was played, and is no leak."""


def flat(meetings: int = MEETINGS) -> list[Row]:
    """Megabytes by which memory grows over so many meetings: the median slope of all pairs (Theil, Sen).

    What is in memory sways by some megabytes from one look to the next, as pictures are made and forgotten; a
    few high ones at one end would bend a straight line.

    The window is small and movements are stilled, so that a meeting takes half a second of the machine.
    """
    seen = _lines("many", [str(meetings)])
    late = [(each["meetings"], each["rss"] / 1e6) for each in seen if each["meetings"] >= _SETTLED * meetings]
    numbers, megabytes = np.array(late).T
    one, other = np.triu_indices(len(late), 1)
    slope = float(np.median((megabytes[other] - megabytes[one]) / (numbers[other] - numbers[one])))
    few = max(1, len(late) // 5)
    first, last = np.median(megabytes[:few]), np.median(megabytes[-few:])
    ends = f"from {first:.0f} MB after {late[0][0]} to {last:.0f} MB after {late[-1][0]}"
    note = f"{ends}, medians of {few} looks; {_RECORDS}"
    return [Row(f"memory gained by {meetings:,} meetings", slope * meetings, "MB", 8, note=note)]


def _lines(what: str, numbers: Sequence[str], given: str = "") -> list[Any]:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", what, *numbers],
        cwd=ROOT, env={**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"},
        input=given, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]


# ── the processes that are measured ─────────────────────────────────────────────────────────────────


def _meeting(width: int, height: int) -> None:
    """A whole meeting in a window, in the time it takes to read it quickly; then what is in memory."""
    from benchmarks.player import Player  # noqa: PLC0415 - only this process has a window

    most = [0]
    threading.Thread(target=_watch, args=(most,), daemon=True).start()
    with tempfile.TemporaryDirectory() as home:
        player = Player(Path(home), (width, height), real=True, text_speed=0)
        player.meet(_TALKS[0], random.Random(3), reading=0.6)
        names = [name for name in sys.modules if name.split(".")[0] not in _OWN]
        _tell(most=most[0], imports=names)
        player.app.close()


def _watch(most: list[int]) -> None:
    """Keep the most that was in memory, looked at 20 times a second."""
    process = psutil.Process()
    while True:
        most[0] = max(most[0], process.memory_info().rss)
        time.sleep(0.05)


def _bare(width: int, height: int) -> None:
    """An empty window with the imports that stand on the input, one a line; what is in memory."""
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    import pygame  # noqa: PLC0415 - see above

    for name in sys.stdin.read().split():
        try:
            importlib.import_module(name)
        except ImportError:
            continue  # a module that only its program can import
    pygame.display.init()
    pygame.font.init()
    window = pygame.display.set_mode((width, height), pygame.RESIZABLE)
    window.fill((91, 74, 55))
    pygame.display.flip()
    for _ in range(40):
        pygame.event.get()
        time.sleep(1 / 40)
    _tell()


def _many(meetings: int) -> None:
    """So many meetings by chance, from the shelf to the passbook and back; now and then what is in memory."""
    from benchmarks.player import Player  # noqa: PLC0415 - only this process has a window

    chance, every = random.Random(1), max(1, meetings // 100)
    with tempfile.TemporaryDirectory() as home:
        player = Player(Path(home), _SMALL, frame=0.1, text_speed=0, reduced_motion=True)
        for number in range(1, meetings + 1):
            player.meet(_TALKS[number % len(_TALKS)], chance)
            player.to_shelf()
            if number % every == 0:
                _tell(meetings=number)
        player.app.close()


def _tell(**more: object) -> None:
    print(json.dumps({"rss": psutil.Process().memory_info().rss, **more}), flush=True)


if __name__ == "__main__":
    part: dict[str, Callable[..., None]] = {"meeting": _meeting, "bare": _bare, "many": _many}
    part[sys.argv[1]](*map(int, sys.argv[2:]))
