"""How a process lives that works beside the window: least urgent, quiet, and gone with the one that asked."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.process import BaseProcess
from typing import Final

SAFE_PATH: Final = "PYTHONSAFEPATH"
"""Set, it keeps a Python from looking for modules in the folder one stands in."""


class _SafePath:
    """The variable, set as long as anybody is starting a process: several threads may be."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._starting = 0
        self._before: str | None = None

    def __enter__(self) -> None:
        with self._guard:
            if not self._starting:
                self._before = os.environ.get(SAFE_PATH)
                os.environ[SAFE_PATH] = "1"
            self._starting += 1

    def __exit__(self, *_: object) -> None:
        with self._guard:
            self._starting -= 1
            if not self._starting:
                os.environ.pop(SAFE_PATH)
                if self._before is not None:
                    os.environ[SAFE_PATH] = self._before


_SAFE: Final = _SafePath()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Whatever is started within takes no module from the folder one stands in, and hears of no Ctrl-C.

    That folder may be a stranger's, and a Python that is given its program on the command line, as these
    are, looks there first.

    Until a process has got as far as ``live_beside`` it would print how it was interrupted. What is blocked
    where it is started stays blocked in it; the thread that starts it hears everything again afterwards.
    """
    with _SAFE, _deaf():
        yield


@contextmanager
def _deaf() -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    # Python's own process for what processes share comes up with the first of them, and whoever starts it
    # hears everything again afterwards: so it is there before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def live_beside() -> None:  # pragma: no cover (runs in a process of its own)
    """Called first in such a process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent,), daemon=True).start()
    with suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the window, which ends this too
    _be_patient()


def _outlive(parent: BaseProcess) -> None:  # pragma: no cover (runs in a process of its own)
    parent.join()
    os._exit(1)


def _be_patient() -> None:  # pragma: no cover (runs in a process of its own)
    with suppress(OSError, ImportError, AttributeError):
        if sys.platform == "win32":
            import ctypes  # noqa: PLC0415 (Windows only)

            below_normal = 0x4000
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
        else:
            os.nice(10)
