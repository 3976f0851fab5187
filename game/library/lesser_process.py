"""How a process lives that works beside the window: least urgent, quiet, and gone with the one that asked."""

import multiprocessing
import os
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.process import BaseProcess


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
