"""Files handed to the programs of the person's system: an editor, a browser, the window of a folder."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from game.library.lesser_process import SAFE_PATH


class Handed:
    """A file that was handed over. ``failed`` says, now and then asked, whether nothing would open it."""

    def __init__(self, process: "subprocess.Popen[bytes] | None", *, failed: bool = False) -> None:
        self._process = process
        self._failed = failed

    @property
    def failed(self) -> bool:
        """Whether it is known that nothing opened it."""
        if self._process is not None and self._process.poll() is not None:
            self._failed = self._process.returncode != 0
            self._process = None
        return self._failed


def open_file(file: Path) -> Handed:
    """Open a file in the program the person's system opens such files with.

    By its whole path, which no program takes for an option or an address.
    """
    if sys.platform == "win32":
        return _by_windows(file)
    return _started([*(["open"] if sys.platform == "darwin" else ["xdg-open"]), str(file.absolute())])


def show_in_folder(file: Path) -> Handed:
    """Open the folder a file lies in; where the system can, with the file marked."""
    if sys.platform == "win32":
        # By its whole path: Windows looks in the folder one stands in first, which may be anybody's.
        explorer = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "explorer.exe")
        # Its exit status says nothing: it is 1 when all went well.
        _started([str(explorer), f"/select,{file}"])
        return Handed(None)
    if sys.platform == "darwin":
        return _started(["open", "-R", str(file.absolute())])
    return _started(["xdg-open", str(file.absolute().parent)])


def _by_windows(file: Path) -> Handed:
    try:
        os.startfile(file)  # type: ignore[attr-defined, unused-ignore] # noqa: S606 (it is what a double click does)
    except OSError:
        return Handed(None, failed=True)
    return Handed(None)


def _started(command: Sequence[str]) -> Handed:
    program = shutil.which(command[0])
    if program is None:
        return Handed(None, failed=True)
    try:
        process = subprocess.Popen(  # noqa: S603 (a program of the system, and a path)
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=_environment(),
        )
    except OSError:
        return Handed(None, failed=True)
    return Handed(process)


def _environment() -> dict[str, str]:
    """The person's own environment: without what was put into it for this program and its processes."""
    ours = ("SDL_", SAFE_PATH)
    found = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    before = found.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        found["LD_LIBRARY_PATH"] = before
    elif hasattr(sys, "_MEIPASS"):
        found.pop("LD_LIBRARY_PATH", None)
    return found
