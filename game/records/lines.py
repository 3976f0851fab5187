"""The lines of a record: what each one holds, written and read back; no file is opened here.

A record is read strictly: every line is one JSON object of a known kind. Keys this version does not know
are passed over, so that a later one can add some.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from typing import Any, Final, Literal

FORMAT: Final = 1
"""The number of this format; it grows only when older programs would misread a record."""

LONGEST_NAME: Final = 60
"""Characters of a trainee's pseudonym."""

LONGEST_TEXT: Final = 4000
"""Characters of anything else a person writes into a record."""

MOST_BEFORE: Final = 20
"""Meetings that one may have gone on from, one after another; each of them is played again."""

Closing = Literal["ended", "abandoned"]
"""Why a record was closed: the meeting was played to its end, or was given up for good."""

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Files:
    """What a meeting was played from: SHA-256 (hex) of each file's bytes; ``catalogs`` by language."""

    scenario: str
    rulebook: str
    catalogs: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Continues:
    """The meeting this one goes on from, whole: its path gives its end, and so this one's opening.

    ``hash`` and ``rulebook`` as in a header; ``before`` is the meeting that one went on from.
    """

    scenario: str
    hash: str
    rulebook: str
    path: tuple[str, ...]
    files: Files
    before: "Continues | None" = None


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a record.

    ``hash``, ``text_hash``: the scenario's; ``rulebook``: the hash of the rulebook's numbers; ``app``: the
    version that wrote it. ``trainee``: a pseudonym, never an account's name. ``coach``: the meter was
    shown. ``purpose``: the sentence the trainee was shown about what the record is for; ``retain_until``:
    the last day it is kept. ``started`` in UTC. ``uid``: 32 random hex digits that tell a copy from
    another meeting. ``language``: in which it was played.
    """

    scenario: str
    hash: str
    text_hash: str
    rulebook: str
    app: str
    trainee: str
    language: str
    coach: bool
    purpose: str
    retain_until: date
    started: datetime
    uid: str
    files: Files
    continues: Continues | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice made in a scene; ``at`` is what the clock said (UTC), which may have been set back."""

    scene: str
    choice: str
    at: str


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the trainee expected before the reveal: a trust band, a trust if they named one, a feeling.

    ``feeling`` is one of those offered by its id (``game.debrief.prediction.FEELINGS``), or "".
    """

    band: str
    trust: int | None = None
    feeling: str = ""


@dataclass(frozen=True, slots=True)
class Reflection:
    """Plus and delta: what went well, what to do differently."""

    plus: str
    delta: str


class LineError(ValueError):
    """A line that is not what it should be; ``line`` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def clean(text: str, longest: int = LONGEST_TEXT) -> str:
    """A person's text as it can be kept: composed, without half characters, cut, trimmed."""
    whole = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    return whole[:longest].strip()


def name(text: str) -> str:
    """A pseudonym as it can be kept: one line, no control characters, ``LONGEST_NAME`` at most."""
    shown = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in clean(text))
    return " ".join(shown.split())[:LONGEST_NAME].strip()


def moment(when: datetime) -> str:
    """A time as it stands in a record: UTC, whole seconds; the zone a person lives in is not told."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def line(content: Json) -> bytes:
    """One line, with its end."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def parsed(content: bytes, number: int) -> Json:
    """The object on a line; raises ``LineError`` with the line's ``number``."""
    try:
        found = DECODER.decode(content.decode())
    except (ValueError, RecursionError):
        raise LineError(number) from None
    if not isinstance(found, dict):
        raise LineError(number)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no(constant: str) -> None:
    raise ValueError(constant)


DECODER: Final = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no)
"""Made once: a class has a million lines."""


def header_line(header: Header) -> bytes:
    """The first line of a record."""
    return line(
        {
            "record": FORMAT,
            "scenario": header.scenario,
            "hash": header.hash,
            "text_hash": header.text_hash,
            "rulebook": header.rulebook,
            "app": header.app,
            "trainee": header.trainee,
            "lang": header.language,
            "coach": header.coach,
            "purpose": header.purpose,
            "retain_until": header.retain_until.isoformat(),
            "started": moment(header.started),
            "uid": header.uid,
            "files": _files_json(header.files),
            "continues": _continues_json(header.continues),
        }
    )


def header_from(found: Json) -> Header:
    """The header out of the object on the first line; raises ``LineError``."""
    try:
        return Header(
            scenario=shared_text(found, "scenario"),
            hash=shared_text(found, "hash"),
            text_hash=shared_text(found, "text_hash"),
            rulebook=shared_text(found, "rulebook"),
            app=shared_text(found, "app"),
            trainee=sys.intern(name(text_in(found, "trainee"))),  # somebody else may have written it
            language=shared_text(found, "lang"),
            coach=_of(bool, found, "coach"),
            purpose=shared_text(found, "purpose"),
            retain_until=date.fromisoformat(text_in(found, "retain_until")),
            started=_when(text_in(found, "started")),
            uid=_hex(text_in(found, "uid")),
            files=_files(_of(dict, found, "files")),
            continues=_continues(found.get("continues")),
        )
    except (KeyError, TypeError, ValueError, RecursionError):
        raise LineError(1) from None


def predecessors(continues: Continues | None) -> Iterator[Continues]:
    """The meetings a meeting goes on from, the nearest first."""
    while continues is not None:
        yield continues
        continues = continues.before


def _files_json(files: Files) -> Json:
    return {"scenario": files.scenario, "rulebook": files.rulebook, "catalogs": dict(files.catalogs)}


def _files(found: Json) -> Files:
    catalogs = _of(dict, found, "catalogs")
    return Files(
        _hex(shared_text(found, "scenario")),
        _hex(shared_text(found, "rulebook")),
        {sys.intern(str(language)): _hex(shared_text(catalogs, language)) for language in catalogs},
    )


def _continues_json(continues: Continues | None) -> Json | None:
    if continues is None:
        return None
    return {
        "scenario": continues.scenario,
        "hash": continues.hash,
        "rulebook": continues.rulebook,
        "path": list(continues.path),
        "files": _files_json(continues.files),
        "continues": _continues_json(continues.before),
    }


def _continues(found: object, left: int = MOST_BEFORE) -> Continues | None:
    if found is None:
        return None
    if not isinstance(found, dict) or not left:
        raise TypeError(found)
    path = _of(list, found, "path")
    if not all(isinstance(choice, str) for choice in path):
        raise TypeError(path)
    return Continues(
        scenario=text_in(found, "scenario"),
        hash=text_in(found, "hash"),
        rulebook=text_in(found, "rulebook"),
        path=tuple(path),
        files=_files(_of(dict, found, "files")),
        before=_continues(found.get("continues"), left - 1),
    )


def _of(kind: type, found: Json, key: str) -> Any:  # noqa: ANN401 (the caller names the type)
    value = found[key]
    if type(value) is not kind:
        raise TypeError(key)
    return value


def text_in(found: Json, key: str) -> str:
    """The text under a key; raises ``KeyError``, ``TypeError`` or ``ValueError`` (far too long)."""
    value: str = _of(str, found, key)
    if value.isascii() and len(value) <= LONGEST_TEXT:  # nearly all are, and a class has a million of them
        return value
    if len(value.encode()) > 4 * LONGEST_TEXT:  # half a character raises here
        raise ValueError(key)
    return value


def shared_text(found: Json, key: str) -> str:
    """As ``text_in``, for what stands in a great many records alike: it is held in memory once."""
    return sys.intern(text_in(found, key))


def _hex(value: str) -> str:
    # It becomes part of a file's name.
    if not value or set(value) - set("0123456789abcdef"):
        raise ValueError(value)
    return value


def _when(value: str) -> datetime:
    when = datetime.fromisoformat(value)  # takes more than we write, hence the look back
    # In the first and the last year there is, another zone may be beyond what any calendar has.
    if when.tzinfo is None or not MINYEAR < when.year < MAXYEAR or moment(when) != value:
        raise ValueError(value)
    return when
