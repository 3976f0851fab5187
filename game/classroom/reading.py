"""How far the reading of a class has come: told by the thread that reads, looked at by a window."""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from game.classroom.replays import Progress

Doing = Literal["finding", "reading", "inventing", "replaying", "counting"]
"""Files are looked for, then read; or a class is invented. Then all is replayed and counted."""

FIRST_SECONDS: Final = 1.5
"""After so long a first look at what was read until then is given, if that is anything."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What is being done, and how many of how many; ``total`` is 0 where nobody knows yet."""

    doing: Doing
    done: int = 0
    total: int = 0


class Reading:
    """Shared by two threads: one tells how far it is, the other looks, and may ask it to stop."""

    def __init__(self) -> None:
        self.stage: Stage | None = None
        """None while nothing is being done."""
        self.files = 0
        """How many there are, as far as they were found."""
        self.left = 0
        """How many of them have not been read yet."""
        self.analysing = False
        """Whether the best ways are still being worked out, in a process of its own."""
        self._stopped = threading.Event()

    def telling(self, doing: Doing) -> Progress:
        """A progress that tells of this."""
        return lambda done, total: self._tell(Stage(doing, done, total))

    def found(self, files: int, left: int) -> None:
        """So many files lie there, and so many of them are still to be read."""
        self.files, self.left = files, left

    def rest(self) -> None:
        """Nothing is being done."""
        self.stage = None

    # ── stopping ────────────────────────────────────────────────────────────────────────────────

    @property
    def stopped(self) -> bool:
        """Whether no more is to be read."""
        return self._stopped.is_set()

    def enough(self, seconds: float) -> Callable[[], bool]:
        """Says whether to read no further: it was stopped, or that long ago it was first asked."""
        until = math.inf

        def asked() -> bool:
            nonlocal until
            now = time.monotonic()
            until = min(until, now + seconds)
            return self.stopped or now > until

        return asked

    def stop(self) -> None:
        """Read no more; what was read until now stays."""
        self._stopped.set()

    def go_on(self) -> None:
        """Read what is left after all."""
        self._stopped.clear()

    def _tell(self, stage: Stage) -> None:
        self.stage = stage
