"""Bytes that stay: every change of a file is whole and on the disk when the call returns, or undone.

The four calls below the line are all that touches the system, so that tests can fill, tear and unplug
the disk.
"""

import errno
import glob
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.records.drive import Drive
from game.records.troubles import NotAFile, TooBig

PART: Final = ".part"
"""Ending of a file that is being written, after eight signs of its own: two programs may write at once."""

LEFT: Final = 3600
"""Seconds after which such a file was left by a program that was killed, and goes."""

_PATIENCE: Final = (0.02, 0.05, 0.1, 0.2)
"""Seconds between attempts to put a new file in place: on Windows a virus scanner holds files for a blink."""

_NO_FOLDER_SYNC: Final = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}
_BINARY: Final[int] = getattr(os, "O_BINARY", 0)
_AT_ONCE: Final[int] = getattr(os, "O_NONBLOCK", 0)


class Disk:
    """Reads and changes files; every method raises ``OSError`` and has then changed nothing."""

    drive: Drive | None = None
    """No folder is made in its folder while it is unplugged."""

    def read(self, file: Path, most: int) -> bytes:
        """The whole file; raises ``TooBig`` beyond ``most`` bytes, ``NotAFile`` for a pipe or a device."""
        # A device may do something when it is opened.
        if stat.S_IFMT(file.stat().st_mode) not in {stat.S_IFREG, stat.S_IFDIR}:
            raise NotAFile(file)
        # A pipe that nobody writes to would be waited for when it is opened, and for ever.
        fd = os.open(file, os.O_RDONLY | _BINARY | _AT_ONCE)
        with os.fdopen(fd, "rb", closefd=True) as stream:
            kind = os.fstat(fd).st_mode
            if stat.S_ISDIR(kind):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
            if not stat.S_ISREG(kind):
                raise NotAFile(file)
            content = stream.read(most + 1)
        if len(content) > most:
            raise TooBig(file, most)
        return content

    def create(self, file: Path, content: bytes) -> None:
        """A new file, whole or not at all; raises ``FileExistsError`` rather than replace one."""
        if os.path.lexists(file):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
        self.replace(file, content)

    def replace(self, file: Path, content: bytes) -> None:
        """The file with this content, whole; until that is certain the one before stays."""
        part = file.with_name(f"{file.name}.{secrets.token_hex(4)}{PART}")
        try:
            fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
            try:
                self._write_all(fd, content)
                self.sync(fd)
            finally:
                os.close(fd)
            self._put(part, file)
        except OSError as error:
            error.filename = str(file)  # the part's name would mean nothing to anybody
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        self.sync_folder(file.parent)
        self.sweep(file.parent, glob.escape(file.name))

    def append(self, file: Path, content: bytes, length: int) -> None:
        """Add ``content`` to a file of ``length`` bytes.

        What was written of it is taken back when the disk does not hold all of it. Where even that
        fails (the drive is gone) a piece of it may stay.
        """
        fd = os.open(file, os.O_WRONLY | os.O_APPEND | _BINARY)
        try:
            try:
                self._write_all(fd, content)
                self.sync(fd)
            except OSError as error:
                error.filename = str(file)  # the system does not say which file is full
                with suppress(OSError):
                    self.truncate(fd, length)
                    self.sync(fd)
                raise
        finally:
            os.close(fd)

    def cut(self, file: Path, length: int) -> None:
        """Leave the first ``length`` bytes of a file."""
        fd = os.open(file, os.O_WRONLY | _BINARY)
        try:
            self.truncate(fd, length)
            self.sync(fd)
        finally:
            os.close(fd)

    def make_folder(self, folder: Path, mode: int = 0o700) -> None:
        """The folder and those above it, if they are not there yet; only this person may look inside.

        Their names are on the disk as well: else all that is kept in a new folder would go with it.
        """
        new, there = [], folder
        while not there.is_dir() and there != there.parent:
            new.append(there)
            there = there.parent
        drive = self.drive if new and self.drive and folder.is_relative_to(self.drive.folder) else None
        if drive is not None:
            drive.ask()
        for each in reversed(new):  # made along with the last, those above it would be open to everybody
            each.mkdir(mode=mode, exist_ok=True)
        folder.mkdir(mode=mode, parents=True, exist_ok=True)
        if drive is not None:
            drive.ask()  # it may be the first folder on it: now it is known
        for each in new:
            self.sync_folder(each.parent)

    def sweep(self, folder: Path, names: str) -> None:
        """Remove what killed programs have left of writing files of these names (a pattern); never fails."""
        with suppress(OSError):
            for part in folder.glob(f"{names}.{'[0-9a-f]' * 8}{PART}"):
                if part.stat().st_mtime < time.time() - LEFT:
                    part.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """The names in a folder are on the disk, where the system can be asked for that."""
        try:
            fd = os.open(folder, os.O_RDONLY)
        except OSError:
            return  # Windows opens no folders
        try:
            self.sync(fd)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(fd)

    def _write_all(self, fd: int, content: bytes) -> None:
        left = memoryview(content)
        while left:
            written = self.write(fd, left)
            if not written:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            left = left[written:]

    def _put(self, part: Path, file: Path) -> None:
        for pause in _PATIENCE:
            try:
                self.rename(part, file)
            except PermissionError:
                time.sleep(pause)
            else:
                return
        self.rename(part, file)

    # ── what touches the system ──────────────────────────────────────────────────────────────────────

    def write(self, fd: int, content: memoryview) -> int:
        """Write some of the content; how many bytes it was."""
        return os.write(fd, content)

    def sync(self, fd: int) -> None:
        """Wait until what was written is on the disk."""
        os.fsync(fd)

    def truncate(self, fd: int, length: int) -> None:
        """Cut an open file to so many bytes."""
        os.ftruncate(fd, length)

    def rename(self, old: Path, new: Path) -> None:
        """Give a file the name of another, in one step."""
        old.replace(new)
