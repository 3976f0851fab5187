"""Drawing: what a full redraw of every state of every screen takes, and the first picture of each screen.

Run as a module it is the process that is measured: ``redraws WIDTH HEIGHT``, ``firsts WIDTH HEIGHT`` and
``pages WIDTH HEIGHT`` print a line of JSON. SDL's dummy driver draws without showing; what is counted is the
time the drawing thread runs, so that other programs do not count.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from benchmarks.row import Row

ROOT: Final = Path(__file__).parents[1]

REDRAW_MOST: Final[dict[tuple[int, int], float | None]] = {
    (1280, 720): 8.0,
    (1920, 1080): 14.0,
    (2560, 1440): None,
}
"""The sizes measured, and the milliseconds a full redraw may take there."""

_TIMES: Final = 15

_CLASS: Final = 40
_PAGE_MOST: Final = 50.0
"""Milliseconds a change of page may take."""


def redraws() -> list[Row]:
    """The slowest of all states of the gallery at each size, by the median of some redraws of each."""
    rows = []
    for size, most in REDRAW_MOST.items():
        took = _line("redraws", size)
        slowest = max(took, key=lambda name: took[name])
        middle = statistics.median(took.values())
        what = f"full redraw, the slowest of {len(took)} states of screens, {size[0]} × {size[1]}"
        note = f"{slowest.replace('-', ' ')}; half of all within {middle:.1f} ms"
        rows.append(Row(what, took[slowest], "ms", most, note=note))
    return rows


def first_pictures() -> list[Row]:
    """The first picture of each screen in the first meeting after the start: nothing of it is remembered."""
    rows = []
    for size in REDRAW_MOST:
        took = _line("firsts", size)
        told = ", ".join(f"{name} {ms:.0f}" for name, ms in took.items())
        what = f"first picture of a screen, the slowest, {size[0]} × {size[1]}"
        rows.append(Row(what, max(took.values()), "ms", note=told))
    return rows


def pages_of_a_class() -> list[Row]:
    """The change from one page of a class to the next, at a projector's size, by the slowest of all steps."""
    took = _line("pages", (1920, 1080))
    slowest = max(took, key=lambda name: took[name])
    what = f"one step on before a class of {_CLASS}, the slowest of {len(took)}, 1920 × 1080"
    note = f"{slowest}; half of all within {statistics.median(took.values()):.0f} ms"
    return [Row(what, took[slowest], "ms", _PAGE_MOST, note=note)]


def _line(what: str, size: tuple[int, int]) -> dict[str, float]:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.drawing", what, *map(str, size)],
        cwd=ROOT, env={**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


# ── the process that is measured ────────────────────────────────────────────────────────────────────


def _redraws(width: int, height: int) -> None:
    """Milliseconds of a redraw by the name of the state."""
    from tests.gallery.booth import Look  # noqa: PLC0415 - the tests' window takes no other driver
    from tests.gallery.registry import states  # noqa: PLC0415 - see above

    took = {}
    with tempfile.TemporaryDirectory() as home:
        for state in states():
            if state.texts:
                app = state.drawn(Path(home), Look(size=(width, height))).app
                app.draw()
                took[state.name] = statistics.median(_milliseconds(app.draw) for _ in range(_TIMES))
    print(json.dumps(took))


def _firsts(width: int, height: int) -> None:
    """Milliseconds of the first picture of each screen of a meeting, in the order they come."""
    from benchmarks.player import Player  # noqa: PLC0415 - only this process has a window
    from game.screens.app import App  # noqa: PLC0415 - see above

    took: dict[str, float] = {}
    draw = App.draw

    def noted(app: App, parts: Sequence[Any] = ()) -> None:
        name = type(app.screen).__name__.removesuffix("Screen").lower()
        passed = _milliseconds(lambda: draw(app, parts))
        took.setdefault(name, passed)

    setattr(App, "draw", noted)  # noqa: B010 - a method is replaced
    with tempfile.TemporaryDirectory() as home:
        player = Player(Path(home), (width, height), real=True, text_speed=0)
        player.meet("friday-checklist", random.Random(3), reading=0.3)
        print(json.dumps(took))
        player.app.close()


def _pages(width: int, height: int) -> None:
    """Milliseconds of every step on through a rehearsed class, with the pauses in which one talks."""
    from benchmarks.player import Player  # noqa: PLC0415 - only this process has a window
    from game.classroom.gathering import rehearsed  # noqa: PLC0415 - see above
    from game.screens.class_room.class_screen import ClassScreen  # noqa: PLC0415 - see above
    from game.screens.hands import Act, Deed  # noqa: PLC0415 - see above

    took: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as home:
        app = Player(Path(home), (width, height), real=True, text_speed=0).app
        library, words = app.backstage.library, app.backstage.words
        classes = rehearsed(library, "friday-checklist", _CLASS, words, date(2026, 4, 1))
        figures = classes.figures(words, library.analysis)
        screen = ClassScreen(app, lambda _: figures)
        app.show(screen)
        while not screen.deck.slides:
            app.round()
        app.draw()

        def on() -> None:
            screen.act(Deed(Act.NEXT))
            app.draw()

        place = ""
        while place != (place := f"{screen.deck.slide.key}, step {screen.deck.shown.step}"):
            while screen.prepare():
                pass
            took[place] = _milliseconds(on)
        print(json.dumps(took))
        app.close()


def _milliseconds(do: Callable[[], None]) -> float:
    begun = time.thread_time()
    do()
    return 1000 * (time.thread_time() - begun)


if __name__ == "__main__":
    {"redraws": _redraws, "firsts": _firsts, "pages": _pages}[sys.argv[1]](int(sys.argv[2]), int(sys.argv[3]))
