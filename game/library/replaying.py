"""A record becomes a game again, from the versions kept with it and not from today's files."""

import tomllib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from game.core.game import Game
from game.core.outcome import opening_after
from game.core.passbook import Passbook
from game.core.play import NotOffered, Replayed, replay, settle
from game.core.rulebook import Rulebook
from game.core.scenario import Opening
from game.format.codes import Lang
from game.library.opening import Opened, in_language
from game.library.troubles import DoesNotReplay, Misinstalled
from game.records import (
    Continues,
    Files,
    Handed,
    Kept,
    Record,
    Records,
    TooBig,
    predecessors,
    read_export,
    source_of,
)
from game.records.disk import Disk
from game.records.handing import SUFFIX
from game.records.lines import Header
from game.records.result_code import Played
from game.records.versions import MOST_BYTES as MOST_VERSION
from game.records.versions import Read, digest

Recorded = Path | Kept | Handed | Record
"""A record in any shape: its file or an export's, read, handed in, or being written."""

MOST_RULEBOOK: Final = 2**18
LONGEST_RULE: Final = 2_000
"""Bytes of a rulebook and of one line of it; ours has 20 kB, and 200 a line."""


def rulebook_from(content: bytes, file: Path) -> Rulebook:
    """A rulebook out of its file's bytes; raises ``Misinstalled`` when it is not one.

    A hand-in brings its own, and the library that reads it takes ever longer for a key of many parts.
    """
    if len(content) > MOST_RULEBOOK or max(map(len, content.split(b"\n"))) > LONGEST_RULE:
        raise Misinstalled(file)
    try:
        return _numbers(content)
    except (ValueError, RecursionError):
        raise Misinstalled(file) from None


@lru_cache(maxsize=4)
def _numbers(content: bytes) -> Rulebook:
    """The last ones are kept: every hand-in of a class brings the same one."""
    return Rulebook.from_mapping(tomllib.loads(content.decode()))


def reopened(record: Recorded, lang: Lang | None) -> tuple[Opened, Game]:
    """The scenario and the game a record was played with, in ``lang`` or as it was played.

    Raises the troubles of reading it, ``VersionMissing``, ``VersionAltered``, ``Unplayable``,
    ``Misinstalled``, and ``DoesNotReplay`` when a decision of it is not on offer.
    """
    header, path, file, read = _parts(record)
    spoken: Lang = lang or ("ja" if header.language == "ja" else "en")
    found, game = _played(header.files, header.continues, file, spoken, read)
    _replayed(game, path, file)
    return found, game


def played_through(record: Recorded) -> tuple[Played, ...]:
    """A record's meeting, after those it goes on from; raises as ``reopened``."""
    header, path, file, read = _parts(record)
    lang: Lang = "ja" if header.language == "ja" else "en"
    before = [
        Played(_played(each.files, each.before, file, lang, read)[1], each.path)
        for each in predecessors(header.continues)
    ]
    _, game = _played(header.files, header.continues, file, lang, read)
    _replayed(game, path, file)
    return (*reversed(before), Played(game, path))


def _parts(record: Recorded) -> tuple[Header, Sequence[str], Path, Read]:
    if isinstance(record, Path):
        record = read_export(record) if record.suffix == SUFFIX else Records(record.parent).read(record)
    if isinstance(record, Handed):
        return record.kept.header, record.kept.path, record.kept.file, record.read
    read = Records(record.file.parent).versions.read
    return record.header, record.path, record.file, read


def _played(
    files: Files, continues: Continues | None, file: Path, lang: Lang, read: Read
) -> tuple[Opened, Game]:
    found, rulebook = reread(files, file, lang, read)
    opening = None if continues is None else _opening(continues, file, lang, read)
    game = Game(found.playable, rulebook, opening)
    return replace(found, opening=opening), game


def reread(files: Files, file: Path, lang: Lang, read: Read) -> tuple[Opened, Rulebook]:
    """The scenario and the rulebook a meeting was played with; ``file`` is whose troubles are told.

    Raises ``VersionMissing``, ``VersionAltered``, ``Misinstalled`` for a rulebook that is none, ``OSError``.
    """
    from game.format import reader  # noqa: PLC0415 (brings pydantic, which a listing does without)

    source = source_of(files, read)
    rulebook = rulebook_from(source.rulebook, file)
    reading = reader.read(source.scenario, str(file), lang=lang, rulebook=rulebook)
    return in_language(file, reading, source.scenario, source.catalogs, lang), rulebook


def todays(name: str, folders: Iterable[Path], disk: Disk) -> bytes | None:
    """A version by its name, if a file in one of these folders is it still; None where none is."""
    wanted = Path(name)
    for folder in folders:
        for file in sorted(folder.glob(f"*{wanted.suffix}")):
            with suppress(OSError, TooBig):
                content = disk.read(file, MOST_VERSION)
                if digest(content) == wanted.stem:
                    return content
    return None


def _opening(continues: Continues, file: Path, lang: Lang, read: Read) -> Opening:
    """The state in which a meeting begins that goes on from another: where that one's path ended."""
    _, game = _played(continues.files, continues.before, file, lang, read)
    return opening_of(game, continues.path, file)


def opening_of(game: Game, path: Sequence[str], file: Path) -> Opening:
    """What a meeting leaves to the next one; raises ``DoesNotReplay``."""
    end = _replayed(game, path, file)
    settle(game, end.scene, end.states, Passbook())
    return opening_after(game, end.states)


def _replayed(game: Game, path: Sequence[str], file: Path) -> Replayed:
    try:
        return replay(game, path)
    except NotOffered as wrong:
        raise DoesNotReplay(file, wrong.position + 1) from None
