"""Memory: what the game takes above a bare window of the same size with the same imports.

Run as a module it is one of the two processes that are compared: ``meeting`` and ``bare`` print a line of
JSON each; ``bare`` is told the imports of the other one on its input.
"""

import importlib
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path

import psutil

_OWN = ("game", "benchmarks", "tests", "__main__", "__mp_main__")


def _meeting(width: int, height: int) -> None:
    """A whole meeting in a window, in the time it takes to read it quickly; then what is in memory."""
    from benchmarks.player import Player  # noqa: PLC0415 - only this process has a window

    with tempfile.TemporaryDirectory() as home:
        player = Player(Path(home), (width, height), real=True, text_speed=0)
        player.meet("friday-checklist", random.Random(3), reading=0.6)
        memory = psutil.Process().memory_full_info()
        names = [name for name in sys.modules if name.split(".")[0] not in _OWN]
        print(json.dumps({"rss": memory.rss, "uss": memory.uss, "imports": names}), flush=True)
        player.app.close()


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
    memory = psutil.Process().memory_full_info()
    print(json.dumps({"rss": memory.rss, "uss": memory.uss}), flush=True)


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    {"meeting": _meeting, "bare": _bare}[what](*map(int, numbers))
