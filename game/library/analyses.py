"""Exact analyses: kept from last time, or made in a process of their own that never slows the window."""

import atexit
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing.connection import Connection, Pipe, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from game.analysis.exact import analyse
from game.analysis.result import Analysis
from game.analysis.store import from_bytes, key, to_bytes
from game.core.game import Game
from game.core.scenario import Opening
from game.library.beginning_whole import beside
from game.library.lesser_process import live_beside, undisturbed
from game.library.replaying import rulebook_from
from game.library.troubles import Unplayable
from game.records.disk import Disk
from game.records.troubles import TooBig

MOST_BYTES: Final = 512 * 2**20
"""An analysis this large is made anew each time rather than kept."""

MOST_KEPT: Final = 1024 * 2**20
"""Bytes of analyses that are kept; beyond it the ones not used for longest go."""

ENDING: Final = ".analysis"
_MAGIC: Final = b"shinyo analysis 1\n"
_DIGEST: Final = 64

LONGEST_START: Final = 10
"""Seconds the program waits, when it ends, for a process that is just being started."""

Progress = Callable[[int, int], None]
"""Called with decisions made so far and merged states held."""


class Kept:
    """Analyses in a folder of files that may vanish at any time: what cannot be read is made again."""

    def __init__(self, folder: Path, disk: Disk, most: int = MOST_KEPT) -> None:
        self.folder = folder
        self._disk = disk
        self._most = most

    def get(self, game: Game) -> Analysis | None:
        """The analysis kept for a game, if there is one and it is whole."""
        file = self._file(game)
        with suppress(OSError, TooBig, ValueError):
            content = self._disk.read(file, MOST_BYTES)
            body = content[len(_MAGIC) + _DIGEST :]
            if content[: len(_MAGIC)] == _MAGIC and content[len(_MAGIC) : -len(body) or None] == _sum(body):
                os.utime(file)  # so that the ones not used for longest can be told
                return from_bytes(body)
        return None

    def put(self, game: Game, body: bytes) -> None:
        """Keep an analysis, if that is possible."""
        if len(body) + len(_MAGIC) + _DIGEST > min(MOST_BYTES, self._most):
            return
        with suppress(OSError):
            self._disk.make_folder(self.folder)
            self._disk.replace(self._file(game), _MAGIC + _sum(body) + body)
            self._make_room()

    def _make_room(self) -> None:
        kept = sorted(
            ((file.stat(), file) for file in self.folder.glob(f"*{ENDING}")),
            key=lambda one: one[0].st_mtime_ns,
            reverse=True,
        )
        size = 0
        for stat, file in kept:
            size += stat.st_size
            if size > self._most:
                file.unlink(missing_ok=True)

    def _file(self, game: Game) -> Path:
        return self.folder / f"{key(game)}{ENDING}"


def _sum(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode()


def made(game: Game, kept: Kept, progress: Progress | None = None) -> Analysis:
    """The analysis of a game, kept or made now; what ``progress`` raises comes out here."""
    found = kept.get(game)
    if found is None:
        found = analyse(game, progress=progress)
        kept.put(game, to_bytes(found))
    return found


@dataclass(frozen=True, slots=True)
class Work:
    """What another process needs to make a game again: plain data, since it is sent there.

    ``source`` is the scenario's file and ``name`` its name, ``rulebook`` the rulebook's file.
    """

    source: bytes
    name: str
    rulebook: bytes
    opening: Opening | None

    def game(self) -> Game:
        """The game; raises ``Unplayable`` for a scenario with faults."""
        from game.format.reader import read  # noqa: PLC0415 (brings pydantic, which a listing does without)

        file = Path(self.name)
        rulebook = rulebook_from(self.rulebook, file)
        reading = read(self.source, self.name, lang="en", rulebook=rulebook)
        if reading.scenario is None:
            raise Unplayable(file, reading.findings)
        return Game(reading.scenario, rulebook, self.opening)


_STARTS = threading.Lock()
"""Held while a process starts, which complains if this program ends before it has read what it is given.

The end of the program waits for it and keeps it: no other process is begun then.
"""
atexit.register(_STARTS.acquire, timeout=LONGEST_START)


class Background:
    """An analysis kept from before, or made in another process; nobody waits for either.

    A thread looks, starts the process, sends it the work and waits for what comes: each of these can take
    as long as the disk or the other process likes. It ends with ``stop``, or with this program.
    """

    def __init__(self, game: Game, work: Work, kept: Kept) -> None:
        self.failed = False
        """Whether it is certain that the analysis will not come."""
        self._game = game
        self._kept = kept
        self._result: Analysis | None = None
        self._process: BaseProcess | None = None
        self._stopped = False
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self._fetch, args=(work,), name="analysis", daemon=True)
        try:
            self._thread.start()
        except RuntimeError:  # no thread to be had: the screens do without the comparison
            self.failed = True

    def poll(self) -> Analysis | None:
        """The analysis once it is there; never waits for it. ``failed`` says that it will not come."""
        return self._result

    def stop(self) -> None:
        """End it, without waiting for its end; a second time does nothing."""
        with self._guard:
            self._stopped = True
            if self._process is not None:
                self._process.terminate()

    # ── in the thread ───────────────────────────────────────────────────────────────────────────────

    def _fetch(self, work: Work) -> None:
        try:
            self._result = self._kept.get(self._game)
            if self._result is None:
                with suppress(EOFError, OSError, ValueError):
                    body = self._made(work)
                    self._result = from_bytes(body)
                    self._kept.put(self._game, body)
        finally:
            self.failed = self._result is None

    def _made(self, work: Work) -> bytes:
        """The analysis another process sends; raises ``OSError`` or ``EOFError`` where none does."""
        ours, theirs = Pipe()
        # Starting it writes what it is given into a pipe that it reads only much later: so it gets no more
        # than the end of another pipe, and the work, which may be large, by that one.
        process = beside(_work, theirs)
        with ours:
            with theirs, _STARTS, undisturbed():
                process.start()
            try:
                self._take(process)
                ours.send(work)
                if ours not in wait([ours, process.sentinel]):
                    raise EOFError  # Windows keeps the pipe of a process open that died on its way up
                return ours.recv_bytes()
            finally:
                self._end(process)

    def _take(self, process: BaseProcess) -> None:
        with self._guard:
            self._process = process
            if self._stopped:
                process.terminate()

    def _end(self, process: BaseProcess) -> None:
        with self._guard:
            self._process = None
            process.terminate()
        process.join()
        with suppress(ValueError):  # the end of the program has asked after it in the same moment
            process.close()


def _work(given: Connection) -> None:  # pragma: no cover (runs in a process of its own)
    """The other process: least urgent, and gone as soon as the one that asked is gone."""
    live_beside()
    with given, suppress(EOFError, OSError):  # nobody asks any more
        work: Work = given.recv()
        given.send_bytes(to_bytes(analyse(work.game())))
