"""One meeting, one window: a lock the system itself takes away when the program that holds it dies."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from game.records.troubles import InUse

if sys.platform == "win32":
    import msvcrt

    def _take(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A lock on a name, held from its making until ``release``.

    Raises ``InUse`` (about ``record``) while somebody else holds it. The file of a program that was
    killed is no lock: the next one takes it over. Where the file system knows no locks (some network
    drives) there is none, and the record's own look at its file has to do.
    """

    def __init__(self, file: Path, record: Path) -> None:
        self.file = file
        self._fd: int | None = _held(file, record)

    def again(self, record: Path) -> "Lock":
        """The same lock taken anew, once it was let go; raises ``InUse`` (about ``record``)."""
        return Lock(self.file, record)

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._fd is None:
            return
        fd, self._fd = self._fd, None
        # The name goes before the lock does: whoever waits then finds no name and makes a new one.
        with suppress(OSError):
            self.file.unlink()
        os.close(fd)
        if sys.platform == "win32":  # which keeps the names of open files
            with suppress(OSError):
                self.file.unlink()


def _held(file: Path, record: Path) -> int | None:
    while True:
        fd = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(fd)
        except (BlockingIOError, PermissionError):
            os.close(fd)
            raise InUse(record) from None
        except OSError:
            os.close(fd)
            return None
        if _still_there(fd, file):
            return fd
        os.close(fd)  # the holder before us took the name away between our open and our lock


def _still_there(fd: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(fd), file.stat())
    except FileNotFoundError:
        return False
