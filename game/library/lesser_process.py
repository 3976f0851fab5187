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


@contextmanager
def undisturbed() -> Iterator[None]:
    """Whatever is started within takes no module from the folder one stands in, and hears of no Ctrl-C.

    That folder may be a stranger's, and a Python that is given its program on the command line, as these
    are, looks there first. It is told so for good: another thread may be starting one as well.

    Until a process has got as far as ``live_beside`` it would print how it was interrupted. What is blocked
    where it is started stays blocked in it; the thread that starts it hears everything again afterwards.
    """
    os.environ[SAFE_PATH] = "1"
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
