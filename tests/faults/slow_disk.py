"""The calls of the system by which files change, slowed down, taken down, or the last thing that is done."""

import base64
import errno
import json
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any


class SlowDisk:
    """The calls by which files change: slowed down, taken down, or the last thing that is done."""

    def __init__(self, say: Callable[..., None], plan: dict[str, Any]) -> None:
        self.say, self.slow = say, float(plan.get("slow", 0))
        self.left: int | None = None
        """After how many more points the program kills itself."""
        self.room: int | None = None
        """Bytes that still have room on a disk that is full then; None where there is no end of it."""
        self.real = {name: getattr(os, name) for name in ("write", "fsync", "replace", "ftruncate", "open")}
        self.watched = plan.get("home", "")
        self.notes: list[dict[str, Any]] = []
        """What was done, where it is noted here and not in a file."""
        trace = plan.get("trace")
        self._trace = os.open(trace, os.O_WRONLY | os.O_APPEND | os.O_CREAT) if trace else None
        self._notes = trace is not None or bool(plan.get("notes"))

    def calls(self) -> dict[str, Callable[..., Any]]:
        """What stands in for the calls of the system of these names."""
        found: dict[str, Callable[..., Any]] = {
            "write": self._write, "fsync": self._fsync,
            "replace": self._replace, "ftruncate": self._ftruncate,
        }  # fmt: skip
        if self._notes:
            found |= {name: self._noting(name, getattr(os, name)) for name in ("mkdir", "unlink", "rmdir")}
            found["open"] = self._open
        return found

    def put_in(self) -> None:
        for name, call in self.calls().items():
            setattr(os, name, call)

    def point(self, name: str) -> None:
        """Here it may be killed."""
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.say(died=name)
                os.kill(os.getpid(), signal.SIGKILL)
        if self.slow:
            time.sleep(self.slow)

    def _path(self, fd: int) -> str:
        with suppress(OSError):
            return str(Path(f"/proc/self/fd/{fd}").readlink())
        return ""

    def _ours(self, path: str) -> bool:
        return bool(self.watched) and path.startswith(self.watched)

    def note(self, **done: object) -> None:
        """Take down what was done."""
        if self._trace is not None:
            self.real["write"](self._trace, json.dumps(done).encode() + b"\n")
        elif self._notes:
            self.notes.append(done)

    def _write(self, fd, content):
        path = self._path(fd)
        if not self._ours(path):
            return self.real["write"](fd, content)
        content = bytes(content)
        if self.room is not None:
            return self._write_until_full(fd, content)
        at = os.fstat(fd).st_size
        self.point("before a write")
        half = len(content) // 2
        done = self.real["write"](fd, content[:half]) if half else 0
        if done == half:
            self.point("within a write")
            done += self.real["write"](fd, content[half:])
        self.note(do="write", path=path, at=at, content=base64.b64encode(content[:done]).decode())
        return done

    def _write_until_full(self, fd, content):
        assert self.room is not None
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        done = self.real["write"](fd, content[: self.room])
        self.room -= done
        return done

    def _fsync(self, fd):
        path = self._path(fd)
        if not self._ours(path):
            self.real["fsync"](fd)
            return
        self.point("before a flush")
        self.real["fsync"](fd)
        self.note(do="fsync", path=path)
        self.point("after a flush")

    def _replace(self, old, new, **more):
        if not self._ours(str(new)):
            self.real["replace"](old, new, **more)
            return
        self.point("before a renaming")
        self.real["replace"](old, new, **more)
        self.note(do="rename", path=str(old), to=str(new))
        self.point("after a renaming")

    def _ftruncate(self, fd, length):
        self.real["ftruncate"](fd, length)
        if self._ours(self._path(fd)):
            self.note(do="truncate", path=self._path(fd), at=length)

    def _open(self, path, flags, *more, **named):
        new = bool(flags & os.O_CREAT) and self._ours(str(path)) and not Path(path).exists()
        fd = self.real["open"](path, flags, *more, **named)
        if new:
            self.note(do="create", path=str(path))
        elif flags & os.O_TRUNC and self._ours(str(path)):
            self.note(do="truncate", path=str(path), at=0)
        return fd

    def _noting(self, name, real):
        def noting(path, *more, **named):
            done = real(path, *more, **named)
            if self._ours(str(path)):
                self.note(do=name, path=str(path))
            return done

        return noting
