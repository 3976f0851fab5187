"""The folder of a computer's records: begin, resume, list, delete, purge."""

import contextlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from game.core.rulebook import Rulebook
from game.core.scenario import Scenario
from game.records.disk import Disk
from game.records.drive import Drive
from game.records.kept import MOST_BYTES, Kept, read
from game.records.lines import Continues, Header, clean, header_line, name
from game.records.lock import Lock
from game.records.readings import Readings
from game.records.record import Clock, Record
from game.records.remembered import Remembered, Spoilt
from game.records.troubles import AlreadyClosed, Duplicated, FileTrouble, NoSuchRecord
from game.records.versions import Source, Versions, source_of

SUFFIX: Final = ".jsonl"

PAGE: Final = ".html"
"""Ending of the page of a meeting, which lies beside its record and goes with it."""

RETENTION_DAYS: Final = 400
"""How long a record is kept when nobody says otherwise: a training year and the month after it."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a record begins with: its first line, and the bytes that are played.

    Raises ``ValueError`` when the header names other files than these.
    """

    header: Header
    source: Source

    def __post_init__(self) -> None:
        if self.header.files != self.source.files:
            raise ValueError("the header names other files than those that are played")


def utc_now() -> datetime:
    """What the clock says."""
    return datetime.now(UTC)


def new_header(
    scenario: Scenario,
    rulebook: Rulebook,
    source: Source,
    *,
    app: str,
    trainee: str,
    purpose: str,
    coach: bool = False,
    continues: Continues | None = None,
    days: int = RETENTION_DAYS,
    now: datetime | None = None,
) -> Header:
    """The header of a meeting that begins now.

    ``rulebook`` is the one given out, without the scenario's own numbers; ``days`` how long the record
    is kept. ``trainee`` becomes one line of at most ``LONGEST_NAME`` characters.
    """
    started = (now or utc_now()).astimezone(UTC).replace(microsecond=0)
    return Header(
        scenario=scenario.id,
        hash=scenario.hash,
        text_hash=scenario.text_hash,
        rulebook=rulebook.hash,
        app=app,
        trainee=name(trainee),
        language=scenario.language,
        coach=coach,
        purpose=clean(purpose),
        retain_until=started.date() + timedelta(days=days),
        started=started,
        uid=secrets.token_hex(16),
        files=source.files,
        continues=continues,
    )


class Records:
    """The records in a folder, the versions they were played with and what was read beside them."""

    def __init__(self, folder: Path, *, disk: Disk | None = None, clock: Clock = utc_now) -> None:
        self.folder = folder
        self._disk = disk or Disk()
        if self._disk.drive is None:
            self._disk.drive = Drive(folder.parent, folder.name)
        self._clock = clock
        self.versions = Versions(folder / "versions", self._disk)
        self.readings = Readings(folder / "readings", self._disk)
        self._remembered = Remembered(self.read)

    def begin(self, beginning: Beginning) -> Record:
        """A new record: what is played is kept first, then the first line; raises ``OSError``."""
        header = beginning.header
        self.versions.keep(beginning.source)
        file = self.folder / f"{header.scenario}-{header.started:%Y%m%d}-{header.uid[:8]}{SUFFIX}"
        lock = self._lock(header, file)
        content = header_line(header)
        try:
            self._disk.create(file, content)
        except OSError:
            lock.release()
            raise
        self._disk.sweep(self.folder, f"*{SUFFIX}")
        kept = Kept(file, header, length=len(content))
        return self._open(kept, content, lock, beginning.source)

    def resume(self, file: Path) -> tuple[Record, tuple[str, ...]]:
        """Go on with an unfinished record: the record, and the ids of the choices made so far.

        A torn last line is cut off, and nothing else of the file is changed. It is not kept elsewhere: it
        is a piece of a decision that was never told to have been made. Raises a ``FileTrouble`` for what
        cannot be gone on with (``InUse``, ``AlreadyClosed``, ``Duplicated``, ``Garbled`` …), ``OSError``.
        """
        lock = self._lock(self.read(file).header, file)
        try:
            kept = self.read(file)  # again: until the lock was ours somebody may have written
            if kept.closed is not None:
                raise AlreadyClosed(file)
            original = max((kept, *self._copies(kept)), key=_first_of_copies)
            if not original.file.samefile(file):
                raise Duplicated(file, original.file)
            content = self._mended(kept)
        except (FileTrouble, OSError):
            lock.release()
            raise
        source = None
        with contextlib.suppress(FileTrouble, OSError):  # without it the record goes on all the same
            source = source_of(kept.header.files, self.versions.read)
        return self._open(kept, content, lock, source), kept.path

    def _open(self, kept: Kept, content: bytes, lock: Lock, source: Source | None) -> Record:
        def restore() -> None:
            if source is not None:
                self.versions.keep(source)

        return Record(kept, content, lock=lock, disk=self._disk, clock=self._clock, restore=restore)

    def read(self, file: Path) -> Kept:
        """One record as it stands; nothing is changed. Raises ``FileTrouble`` or ``OSError``."""
        try:
            return read(self._disk.read(file, MOST_BYTES), file)
        except FileNotFoundError:
            raise NoSuchRecord(file) from None

    def bytes_of(self, kept: Kept) -> bytes:
        """The whole lines of a record, as they stand in its file; raises ``OSError``."""
        return self._disk.read(kept.file, MOST_BYTES)[: kept.length]

    def listed(self) -> tuple[Kept | Spoilt, ...]:
        """Every record in the folder, the newest first, then the files that could not be read.

        Of meetings begun in the same second (a record tells no less) the one last written to is the newer.
        A file that has not changed since the last look is not read again.
        """
        found = self._remembered.of(self._files())
        kept = [(one, written) for one, written in found if isinstance(one, Kept)]
        spoilt = [one for one, _ in found if isinstance(one, Spoilt)]
        kept.sort(key=lambda one: (one[0].header.started, one[1], one[0].file.name), reverse=True)
        return (*(one for one, _ in kept), *spoilt)

    def of(self, trainee: str) -> tuple[Kept, ...]:
        """One trainee's records, the newest first, each meeting once however often its file was copied."""
        found: dict[str, Kept] = {}
        for one in self.listed():
            if isinstance(one, Kept) and one.header.trainee == name(trainee):
                found[one.header.uid] = max(found.get(one.header.uid, one), one, key=_first_of_copies)
        return tuple(found.values())

    def trainees(self) -> tuple[str, ...]:
        """The pseudonyms of those who have records here, in the order of their latest meeting."""
        return tuple(dict.fromkeys(one.header.trainee for one in self.listed() if isinstance(one, Kept)))

    def unfinished(self, trainee: str) -> tuple[Kept, ...]:
        """The trainee's meetings that can be gone on with, the newest first."""
        return tuple(one for one in self.of(trainee) if one.closed is None)

    def expired(self, today: date | None = None) -> tuple[Kept, ...]:
        """The records whose last day has passed, to be shown before anybody purges them."""
        day = today or self._clock().date()
        return tuple(one for one in self.listed() if isinstance(one, Kept) and one.header.retain_until < day)

    def delete(self, file: Path) -> None:
        """Remove one record; raises ``InUse`` while it is being played, ``NoSuchRecord``, ``OSError``.

        The versions stay: other records may need them, and nothing in them is about a person. What the
        trainee has read of the scenario goes with their last record of it.
        """
        if file.parent.resolve() != self.folder.resolve() or file.suffix != SUFFIX:
            raise NoSuchRecord(file)
        lock = None
        try:
            header: Header | None = self.read(file).header
        except NoSuchRecord:
            raise
        except FileTrouble:
            header = None  # what cannot be read is nobody's meeting, and is deleted like any other
        if header is not None:
            lock = self._lock(header, file)
        try:
            file.unlink()
            file.with_suffix(PAGE).unlink(missing_ok=True)
            self._disk.sync_folder(self.folder)
            self._forget_reading(header)
        finally:
            if lock is not None:
                lock.release()

    def purge(self, records: Iterable[Kept]) -> tuple[Path, ...]:
        """Remove these records, as shown by ``expired``; the files removed.

        One that is no longer expired, or is being played, is left. Raises ``OSError``.
        """
        removed = []
        today = self._clock().date()
        for one in records:
            with contextlib.suppress(FileTrouble):
                if self.read(one.file).header.retain_until < today:
                    self.delete(one.file)
                    removed.append(one.file)
        return tuple(removed)

    def _forget_reading(self, gone: Header | None) -> None:
        """What was read goes with the last record; of a file that told nothing, all that has none."""
        if gone is not None and not self.readings.has(gone.trainee, gone.scenario):
            return
        left = {(one.header.trainee, one.header.scenario) for one in self.listed() if isinstance(one, Kept)}
        if gone is None:
            self.readings.forget_others(left)
        elif (gone.trainee, gone.scenario) not in left:
            self.readings.forget(gone.trainee, gone.scenario)

    def _lock(self, header: Header, file: Path) -> Lock:
        # By the meeting and not by the file: a copy of the record is the same meeting.
        self._disk.make_folder(self.folder)
        return Lock(self.folder / f".{header.uid}.lock", file)

    def _files(self) -> list[Path]:
        try:
            return sorted(file for file in self.folder.iterdir() if file.suffix == SUFFIX)
        except FileNotFoundError:
            return []

    def _copies(self, kept: Kept) -> list[Kept]:
        return [one for one in self.listed() if isinstance(one, Kept) and one.header.uid == kept.header.uid]

    def _mended(self, kept: Kept) -> bytes:
        content = self._disk.read(kept.file, MOST_BYTES)
        if len(content) > kept.length:
            self._disk.cut(kept.file, kept.length)
            content = content[: kept.length]
        if kept.open_end:
            self._disk.append(kept.file, b"\n", kept.length)
            content += b"\n"
        return content


def _first_of_copies(kept: Kept) -> tuple[int, bool, int, str]:
    """Orders the copies of one meeting: the one that goes furthest, then the plainest name, is greatest."""
    return len(kept.decisions), kept.closed is not None, -len(kept.file.name), kept.file.name
