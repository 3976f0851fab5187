"""Progress of long work on the error stream, where somebody is looking at it."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Final, Literal, Self

from game.format.words import Words

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from game.core.game import Game

PATIENCE: Final = 0.5
"""Seconds in which nothing is shown: what is over so soon needs no bar."""

BAR: Final = 24
"""Columns of a bar, so that it and what it tells fit a narrow terminal."""


class Progressing:
    """Bars for files and for an analysis; on a terminal only, else it says nothing.

    What was begun is cleared away at the end, also where it ends by Ctrl-C. ``clock`` gives seconds.
    """

    def __init__(self, words: Words, clock: Callable[[], float] = time.monotonic) -> None:
        self._words = words
        self._clock = clock
        self._begun = clock()
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def of(self, game: "Game") -> Callable[[int, int], None]:
        """What the analysis of a game calls with decisions made and merged states found."""
        most = 0

        def told(layer: int, states: int) -> None:
            nonlocal most
            if not self._seen():
                return
            if not most:
                from game.analysis.live import most_decisions  # noqa: PLC0415 (only where it is drawn)

                most = max(most_decisions(game), 1)
            text = self._words("Decisions {layer}, states {states}", layer=layer, states=f"{states:,}")
            self._show("analysis", text, layer, most)

        return told

    def files(self, what: Literal["read", "checked", "replayed", "written"], done: int, total: int) -> None:
        """So many files of all are done."""
        if total > 1 and self._seen():
            words = self._words
            if what == "read":
                told = words("Files read: {done} of {total}", done=done, total=total)
            elif what == "checked":
                told = words("Files checked: {done} of {total}", done=done, total=total)
            elif what == "replayed":
                told = words("Meetings replayed: {done} of {total}", done=done, total=total)
            else:
                told = words("Pages written: {done} of {total}", done=done, total=total)
            self._show("files", told, done, total)

    def aside(self) -> None:
        """Clear the place, because something else is about to be printed; it comes back by itself."""
        if self._bar is not None:
            self._bar.stop()
        self._bar = None
        self._tasks.clear()

    def _seen(self) -> bool:
        return self._clock() - self._begun >= PATIENCE and sys.stderr.isatty()

    def _show(self, name: str, text: str, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = _bar()
            self._bar.start()
        if name not in self._tasks:
            self._tasks[name] = self._bar.add_task(text, total=total)
        self._bar.update(self._tasks[name], description=text, completed=min(done, total), total=total)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.aside()


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 (only where somebody is looking)
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = BarColumn(bar_width=BAR), TimeElapsedColumn(), TextColumn("{task.description}")
    return Progress(*columns, console=Console(stderr=True), transient=True)
