"""A clerk beside the window: does one piece of work at a time in a process of its own.

What is asked for and what comes back are plain values, since they are sent from process to process.
"""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from multiprocessing.process import BaseProcess
from typing import Any, Final, Literal, Protocol, TypeAlias

from game.library.beginning_whole import beside
from game.library.lesser_process import live_beside, undisturbed
from game.library.troubles import NotFinished
from game.records import Trouble

Tell: TypeAlias = Callable[[object], None]
"""Tells something while the work goes on."""

Kind: TypeAlias = Literal["told", "done", "failed"]

PATIENCE: Final = 2.0
"""Seconds a process is given to end."""


class Task:
    """Work that was asked for.

    ``done``: it has ended. ``result`` is what came of it then, ``trouble`` what kept it from its end.
    """

    def __init__(self) -> None:
        self.done = False
        self.stopped = False
        self.result: Any = None
        self.trouble: Exception | None = None
        self._told: list[object] = []

    def news(self) -> tuple[object, ...]:
        """What was told since this was last asked, in order."""
        told, self._told = tuple(self._told), []
        return told

    def take(self, kind: Kind, value: Any) -> None:  # noqa: ANN401 - whatever the work makes
        """Hear from who does it."""
        if kind == "told":
            self._told.append(value)
            return
        self.done = True
        if kind == "done":
            self.result = value
        else:
            self.trouble = value


class Worker(Protocol):
    """Somebody who does work beside the window."""

    def ask(self, do: Callable[..., object], *arguments: object) -> Task:
        """Begin ``do(tell, *arguments)``; what was being done is given up."""

    def look(self) -> None:
        """Hear what there is to hear; never waits."""

    def stop(self) -> None:
        """Give up what is being done."""

    def close(self) -> None:
        """Go home; work can be asked for again."""


class Clerk:
    """Does its work in a process, which is kept for the next work once it runs."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._wire: Connection | None = None
        self._task: Task | None = None

    def ask(self, do: Callable[..., object], *arguments: object) -> Task:
        """Begin ``do(tell, *arguments)``; what was being done is given up.

        ``do`` is a function of a module, ``arguments`` and what comes back are values.
        """
        self.stop()
        task = self._task = Task()
        try:
            if self._process is None or not self._process.is_alive():
                self._begin()
            assert self._wire is not None
            self._wire.send((do, arguments))
        except OSError:  # no process to be had
            self.close()
            task.take("failed", NotFinished())
        return task

    def _begin(self) -> None:
        self.close()
        self._wire, other = Pipe()
        process = beside(_work, other)
        with undisturbed():
            process.start()
        other.close()
        self._process = process

    def look(self) -> None:
        """Hear what there is to hear; never waits."""
        task, wire = self._task, self._wire
        if task is None or task.done or wire is None:
            return
        try:
            gone = self._process is None or not self._process.is_alive()
            while wire.poll():
                task.take(*wire.recv())
        except (EOFError, OSError):
            gone = True
        # Windows keeps the pipe of a process open that died on its way up.
        if gone and not task.done:
            self.close()
            task.take("failed", NotFinished())

    def stop(self) -> None:
        """Give up what is being done."""
        if self._task is not None and not self._task.done:
            self._task.done = self._task.stopped = True
            self.close()
        self._task = None

    def close(self) -> None:
        """End the process; work can be asked for again."""
        process, self._process = self._process, None
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()
        if process is not None:
            process.terminate()
            process.join(PATIENCE)
            with suppress(ValueError):  # it is still there: it ends with this program
                process.close()


def _work(wire: Connection) -> None:  # pragma: no cover (runs in a process of its own)
    """The other process: does one piece of work after another."""
    live_beside()

    def tell(value: object) -> None:
        wire.send(("told", value))

    with suppress(EOFError, OSError):
        while True:
            do, arguments = wire.recv()
            wire.send(done_by(do, tell, arguments))


def done_by(do: Callable[..., object], tell: Tell, arguments: tuple[object, ...]) -> tuple[Kind, object]:
    """Do work; how it ended and what came of it."""
    try:
        return "done", do(tell, *arguments)
    except (Trouble, OSError) as trouble:
        return "failed", trouble
    except MemoryError:
        return "failed", NotFinished()
