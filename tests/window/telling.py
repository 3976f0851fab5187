"""The game as it is, which writes down what is up in its window, so that a test need not guess by a clock.

    python -m tests.window.telling FILE [arguments of shinyo …]

FILE holds JSON: ``screen``, the name of its class; ``focus``, the spot that has it; ``texts`` that are drawn.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from game.cli import main
from game.screens.app import App

EVERY = 0.05
"""Seconds between two looks."""


class Telling:
    """Looks after a round of the window, and writes down what has changed."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._last = ""
        self._look_at = 0.0

    def after(self, app: App) -> None:
        if app.dirty or app.screen is None or time.monotonic() < self._look_at:
            return
        self._look_at = time.monotonic() + EVERY
        screen: Any = app.screen
        told = json.dumps({
            "screen": type(screen).__name__,
            "focus": getattr(screen, "focus", None),
            "texts": [box.text for box in screen.boxes()],
        })  # fmt: skip
        if told != self._last:
            part = self.file.with_suffix(".part")
            part.write_text(told, encoding="utf-8")
            part.replace(self.file)
            self._last = told


def run(file: str, *arguments: str) -> None:
    """The game with these arguments."""
    telling, real = Telling(Path(file)), App.round

    def round_(app: App, *, wait: bool = False) -> None:
        real(app, wait=wait)
        telling.after(app)

    App.round = round_  # type: ignore[assignment,method-assign]
    sys.argv = ["shinyo", *arguments]
    main()


if __name__ == "__main__":
    run(*sys.argv[1:])
