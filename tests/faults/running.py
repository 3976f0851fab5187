"""One run of the real program, in a window or in a terminal, with hands for it and eyes on it."""

import json
import os
import random
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0
"""Seconds after which a program that does not get on is called stuck: the machine may be busy."""


class Stuck(AssertionError):  # noqa: N818 (it is what happened)
    """The program does not come to what was waited for."""


def around(home: Path, **more: str) -> dict[str, str]:
    """The environment of a run: nothing of this one's window or language gets into it."""
    kept = {
        name: value for name, value in os.environ.items()
        if not name.startswith(("SDL_", "SHINYO_", "LC_", "LANG", "XDG_")) and name not in ("DISPLAY", "TZ")
    }  # fmt: skip
    return {
        **kept, "PYTHONPATH": str(ROOT), "SHINYO_HOME": str(home), "LANG": "ja_JP.UTF-8",
        "SDL_AUDIODRIVER": "dummy", "PYTHONWARNINGS": "ignore", **more,
    }  # fmt: skip


class Family:
    """A process that leads a session of its own, and all that it has started."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def left(self) -> list[str]:
        """Those that still run, by their command lines; what is dead and waits to be buried is none."""
        found = []
        for one in psutil.process_iter(["pid", "status", "cmdline"]):
            with suppress(ProcessLookupError, psutil.NoSuchProcess):
                dead = one.info["status"] in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
                if one.pid != self.pid and not dead and os.getsid(one.pid) == self.pid:
                    found.append(" ".join(one.info["cmdline"] or [])[-90:])
        return found

    def gone(self, seconds: float = 20.0) -> list[str]:
        """Wait until nobody of it is left; who still is after so long."""
        end = time.monotonic() + seconds
        while (left := self.left()) and time.monotonic() < end:
            time.sleep(0.05)
        return left

    def end(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)


class Game:
    """The program in a window: on SDL's dummy driver, or on a display."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        plan: dict[str, Any] | None = None,
        display: str | None = None,
        before: tuple[str, ...] = (),
        environment: dict[str, str] | None = None,
    ) -> None:
        self.home = home
        ours, theirs = socket.socketpair()
        self.wire = ours
        self._read = b""
        self.news: list[dict[str, Any]] = []
        self.answered: list[str] = []
        self.screen, self._said = "", ""
        self.errors = Path(tempfile.mkstemp(prefix="faults-said-")[1])
        where = {"SDL_VIDEODRIVER": "dummy"} if display is None else {"DISPLAY": display}
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [
                    *before, sys.executable, "-m", "tests.faults.inside", str(theirs.fileno()),
                    json.dumps({"home": str(home), **(plan or {})}), *arguments,
                ],
                cwd=ROOT, env=around(home, **where, **(environment or {})), pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, start_new_session=True,
            )  # fmt: skip
        theirs.close()
        self.family = Family(self.process.pid)

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def tell(self, **told: object) -> None:
        with suppress(OSError):
            self.wire.sendall(json.dumps(told).encode() + b"\n")

    def keys(self, *names: str) -> None:
        for name in names:
            self.tell(key=name)

    def press(self, spot: str) -> bool:
        """Click a spot of the screen by its name, once it is there; whether it came."""
        for _ in range(20):
            self.tell(press=spot)
            if self.until(lambda: self._last("pressed"), f"the spot {spot}")["pressed"]:
                return True
            self.look(0.15)
        return False

    # ── eyes ────────────────────────────────────────────────────────────────────────────────────

    def look(self, seconds: float = 0.02) -> None:
        """Hear what there is to hear, for so long."""
        end = time.monotonic() + seconds
        while True:
            ready, _, _ = select.select([self.wire], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                return
            try:
                got = self.wire.recv(1 << 16)
            except OSError:
                return
            if not got:
                time.sleep(max(0.0, min(0.01, end - time.monotonic())))
                return
            *lines, self._read = (self._read + got).split(b"\n")
            for line in lines:
                self._take(json.loads(line))

    def _take(self, told: dict[str, Any]) -> None:
        self.news.append(told)
        if "answered" in told:
            self.answered.append(told["answered"])
        if "screen" in told:
            self.screen = told["screen"]

    def _last(self, word: str) -> Any:
        """The newest news with this word, and it is taken."""
        for told in reversed(self.news):
            if word in told:
                self.news = [each for each in self.news if word not in each]
                return told
        return None

    def heard(self, word: str) -> bool:
        return any(word in told for told in self.news)

    def until(self, done, what: str, act=None, seconds: float = PATIENCE) -> Any:
        """Look (and act) until it is done; raises ``Stuck``."""
        end = time.monotonic() + seconds
        while not (found := done()):
            if self.process.poll() is not None:
                self.look(0.05)
                if found := done():
                    return found
                raise Stuck(f"ended by {self.process.returncode} before {what}: {self.said()[-1500:]}")
            if time.monotonic() > end:
                raise Stuck(f"no {what} after {seconds:.0f} s, at {self.screen}: {self.said()[-500:]}")
            if act is not None:
                act()
            self.look(0.05)
        return found

    def until_screen(self, *names: str, act=None) -> str:
        self.until(lambda: self.screen in names, " or ".join(names), act)
        return self.screen

    def state(self) -> dict[str, Any]:
        """What is on the screen, and where the meeting stands."""
        self.tell(ask=1)
        found: dict[str, Any] = self.until(lambda: self._last("state"), "the state")["state"]
        self.screen = found["screen"]
        return found

    def said(self) -> str:
        """What the program wrote to its output and its errors."""
        broken = [file.read_text("utf-8", "replace") for file in sorted(self.home.glob("crash-*"))]
        return "\n".join([self._said or self.errors.read_text("utf-8", "replace"), *broken])

    # ── ends ────────────────────────────────────────────────────────────────────────────────────

    def kill(self, number: int = signal.SIGKILL) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.process.pid, number)

    def ended(self, seconds: float = PATIENCE) -> int:
        """Its exit status, waited for; what it said until then is heard."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise Stuck(f"still running after {seconds:.0f} s, at {self.screen}")
            self.look(0.02)
        self.look(0.05)
        return self.process.returncode

    def close(self) -> None:
        """End it and all it has started, however it stands."""
        self.family.end()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(20)
        self._said = self.said()
        self.errors.unlink(missing_ok=True)
        self.wire.close()


def chance_of(seed: int, *more: object) -> random.Random:
    """Chance of its own for each part of a run, so that one part does not move another."""
    return random.Random(f"{seed} {more}")
