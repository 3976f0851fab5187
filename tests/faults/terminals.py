"""One run of the real program in a terminal."""

import json
import os
import pty
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.faults.running import PATIENCE, ROOT, Family, Stuck, around


class Terminal:
    """The program in a pseudo-terminal of its own, as a person has it there."""

    def __init__(self, home: Path, *arguments: str, plan: dict[str, Any] | None = None, **more: str) -> None:
        self.home = home
        ours, theirs = socket.socketpair()
        self.wire = ours
        theirs.set_inheritable(True)
        setup = json.dumps({"home": str(home), "window": False, **(plan or {})})
        program = [sys.executable, "-m", "tests.faults.inside", str(theirs.fileno()), setup, *arguments]
        self.pid, self.end = pty.fork()
        if not self.pid:
            os.chdir(ROOT)
            os.execve(sys.executable, program, around(home, TERM="dumb", COLUMNS="78", **more))
        theirs.close()
        self.read = ""
        self.status: int | None = None
        self.family = Family(self.pid)

    def tell(self, **told: object) -> None:
        with suppress(OSError):
            self.wire.sendall(json.dumps(told).encode() + b"\n")

    def look(self, seconds: float = 0.05) -> bool:
        """Take what was written; whether there may be more."""
        if self.end < 0 or not select.select([self.end], [], [], seconds)[0]:
            return self.end >= 0
        try:
            got = os.read(self.end, 1 << 16)
        except OSError:
            return False
        self.read += got.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(got)

    def until(self, *texts: str, seconds: float = PATIENCE) -> str:
        """All that was written up to one of these texts; raises ``Stuck``."""
        end = time.monotonic() + seconds
        while not any(text in self.read for text in texts):
            if not self.look(0.2) or time.monotonic() > end:
                raise Stuck(f"no {texts} in {self.read[-600:]!r}")
        at, text = min((self.read.find(text), text) for text in texts if text in self.read)
        before, self.read = self.read[: at + len(text)], self.read[at + len(text) :]
        return before

    def type(self, line: str) -> None:
        with suppress(OSError):
            os.write(self.end, f"{line}\n".encode())

    def keys(self, keys: bytes) -> None:
        os.write(self.end, keys)

    def hang_up(self) -> None:
        """Close the terminal."""
        os.close(self.end)
        self.end = -1

    def kill(self, number: int = signal.SIGKILL) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def ended(self, seconds: float = PATIENCE) -> int:
        end = time.monotonic() + seconds
        while self.status is None:
            if self.end >= 0:
                self.look(0.02)
            else:
                time.sleep(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                raise Stuck(f"still running after {seconds:.0f} s: {self.read[-300:]!r}")
        while self.end >= 0 and self.look(0):
            pass
        return self.status

    def close(self) -> None:
        self.family.end()
        if self.status is None:
            with suppress(Stuck, ChildProcessError):
                self.ended(20)
        if self.end >= 0:
            self.hang_up()
        self.wire.close()
