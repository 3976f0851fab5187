"""The drive a folder lies on: it can be unplugged, and its folder may then be empty rather than missing."""

import errno
import os
from pathlib import Path


class Drive:
    """Whether a folder still lies where it did when it was first seen.

    ``inside``: the name of a folder in it by which it is known again on a drive that was plugged in anew,
    to which the system may have given another number.
    """

    def __init__(self, folder: Path, inside: str) -> None:
        self.folder = folder
        self._inside = folder / inside
        self._device = _device(folder)

    def ask(self) -> None:
        """Nothing, if it is there; raises ``OSError`` (``ENODEV``, naming the folder) where it is gone.

        What is written into an empty folder that stands for an unplugged drive is out of sight, and out of
        reach, as soon as the drive is back.
        """
        if self._device is None:
            self._device = _device(self.folder)
            return
        device = _device(self.folder)
        if device is None or (device != self._device and not self._inside.is_dir()):
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(self.folder))


def _device(folder: Path) -> int | None:
    """The number of the drive of a folder, None where there is no folder."""
    try:
        return folder.stat().st_dev if folder.is_dir() else None
    except OSError:
        return None
