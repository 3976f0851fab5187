"""Work done aside, in a thread of its own, for which nobody has to wait and which holds up no closing."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Generic, Protocol, TypeVar

T = TypeVar("T")


class Patience(Protocol):
    """How work on a disk is waited for, which can be a network's or about to fall asleep."""

    def __call__(self, work: Callable[[], T]) -> T:
        """What came of the work; raises what it raised."""


def at_once(work: Callable[[], T]) -> T:
    """The patience of those who have nothing else to do meanwhile."""
    return work()


TURN: Final = 0.0005
"""Seconds a thread keeps the interpreter while another one wants it; usually it is ten times as much, and a
picture, which gives it away for each of its parts, would come a tenth of a second late."""


@contextmanager
def short_turns() -> Iterator[None]:
    """While much is worked out aside, so that the window's thread gets its turn soon."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class Aside(Generic[T]):
    """A piece of work that has begun; where there is no thread to be had it is done at once.

    The thread is given up when the program ends: a drive that never answers must not keep it.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._done = threading.Event()
        self._found: list[T] = []
        self._error: BaseException | None = None
        try:
            threading.Thread(target=self._run, name="aside", daemon=True).start()
        except RuntimeError:
            self._run()

    @property
    def done(self) -> bool:
        """Whether it has come to its end."""
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait so long at the most; whether it is done."""
        return self._done.wait(seconds)

    def result(self) -> T:
        """What came of it, waited for; raises what the work raised."""
        self._done.wait()
        if self._error is not None:
            raise self._error
        return self._found[0]

    def _run(self) -> None:
        try:
            self._found.append(self._work())
        except BaseException as error:  # noqa: BLE001 (it comes out where the result is asked for)
            self._error = error
        finally:
            self._done.set()
