"""A process that reads what it is given, and in which every step out of reading ends it.

``python -m tests.security.watched FOLDER``: command lines come in, one as JSON on each line. A hook of Python
itself hears of every file that is opened, every module that is run, every connection and every process.
"""

import contextlib
import io
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

import numpy as np

from game import cli

REFUSED: Final = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile",
    "os.kill", "os.link", "os.symlink", "os.chown", "pty.", "ftplib.", "http.", "urllib.", "smtplib.",
    "poplib.", "imaplib.", "nntplib.", "telnetlib.", "webbrowser.", "ctypes.", "code.__new__", "pickle.",
    "shelve.", "sqlite3.", "winreg.", "syslog.", "cpython.run_", "sys.remote_exec",
)  # fmt: skip
"""Beginnings of the events of which none belongs to reading."""

CODE: Final = ("compile", "exec")

READERS: Final = ("yaml", "polib.py", "tomllib", "json", "csv.py", "zipfile", "gettext.py")
"""Libraries that read what strangers write. Others make code of classes and templates at their start."""


class Out(BaseException):
    """A step out of reading."""


class Watch:
    """Hears every event once it is told to; ``steps`` are those that were refused."""

    def __init__(self, folder: Path) -> None:
        self.on = False
        self.steps: list[str] = []
        mine = Path(__file__).resolve().parents[2]
        places = [folder, mine, Path(sys.prefix), Path(sys.base_prefix), *map(Path, filter(None, sys.path))]
        self._read = tuple(os.path.realpath(each) for each in (*places, Path(os.devnull)))
        self._written = (os.path.realpath(folder), os.devnull)
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        said = self._wrong(event, arguments)
        if said:
            self.steps.append(said)
            raise Out(said)

    def _wrong(self, event: str, arguments: tuple[Any, ...]) -> str:
        if event.startswith(REFUSED):
            return f"{event} {arguments!r:.200}"
        if event == "open" and isinstance(arguments[0], str | bytes):
            return self._opened(os.fsdecode(arguments[0]), arguments[2])
        if event in CODE:
            return self._run(event, arguments)
        if event in {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.utime"}:
            return self._within(event, arguments[0], self._written)
        return ""

    def _opened(self, name: str, flags: int) -> str:
        writes = bool(flags and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND))
        return self._within(f"open {flags}", name, self._written if writes else self._read)

    @staticmethod
    def _within(event: str, name: object, places: tuple[str, ...]) -> str:
        if not isinstance(name, str | bytes | os.PathLike):
            return ""
        path = os.path.realpath(os.fsdecode(name))
        if any(path == place or path.startswith(place + os.sep) for place in places):
            return ""
        return f"{event} {path}"

    def _run(self, event: str, arguments: tuple[Any, ...]) -> str:
        """Code that comes from a module that lies among ours, or is made by the libraries themselves."""
        if event == "exec":
            file = arguments[0].co_filename
            return "" if file.startswith("<") or not self._within("", file, self._read) else f"exec {file}"
        source, name = arguments
        asked = sys._getframe(3).f_code.co_filename
        libraries = ("<frozen importlib", sys.prefix, sys.base_prefix)
        if source is None or (asked.startswith(libraries) and not set(Path(asked).parts) & set(READERS)):
            return ""
        return f"compile {name!r} by {asked}"


def main() -> int:
    folder = Path(sys.argv[1])
    np.zeros(1)  # what compiled libraries do when they are loaded is done
    watch = Watch(folder)
    for line in sys.stdin:
        said = io.StringIO()
        watch.on = True
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                status = cli.run(json.loads(line))
        except Out:
            status = -1
        finally:
            watch.on = False
        told = said.getvalue()
        sys.stdout.write(json.dumps([status, told[:3000], watch.steps]) + "\n")
        watch.steps = []
    return 0


if __name__ == "__main__":
    sys.exit(main())
