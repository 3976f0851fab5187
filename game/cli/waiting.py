"""Progress of a long analysis on the error stream, where somebody is looking at it."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from game.format.words import Words

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Progressing:
    """Called with decisions made and merged states held; shows them on a terminal, else says nothing."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __call__(self, layer: int, states: int) -> None:
        """Show how far it is."""
        if not sys.stderr.isatty():
            return
        told = self._words("Decisions {layer}, states {states}", layer=layer, states=f"{states:,}")
        if self._bar is None or self._task is None:
            from rich.console import Console  # noqa: PLC0415 (only where somebody is looking)
            from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

            columns = SpinnerColumn("line"), TextColumn("{task.description}")
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(told, total=None)
            self._bar.start()
        self._bar.update(self._task, description=told)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
