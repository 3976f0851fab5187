"""A whole record read back: what was decided, predicted, written, and whether the meeting was closed."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, get_args

from game.records.lines import (
    FORMAT,
    Closing,
    Continues,
    Decision,
    Header,
    Json,
    LineError,
    Prediction,
    Reflection,
    header_from,
    parsed,
    text_in,
)
from game.records.troubles import Garbled, NewerRecord, NotARecord

MOST_BYTES: Final = 4 * 2**20
"""No record comes near this: sixty decisions and a page of text take 40 kB."""

CLOSINGS: Final[tuple[Closing, ...]] = get_args(Closing)


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it stands in its file.

    ``decisions`` in the order made (the order of the file; clocks are not asked). ``length``: bytes up to
    the end of the last whole line; what follows in the file is torn. ``open_end``: the last line is whole
    but for its end.
    """

    file: Path
    header: Header
    decisions: tuple[Decision, ...] = ()
    prediction: Prediction | None = None
    reflection: Reflection | None = None
    resolve: str | None = None
    closed: Closing | None = None
    length: int = 0
    open_end: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the choices made."""
        return tuple(decision.choice for decision in self.decisions)

    @property
    def as_predecessor(self) -> Continues:
        """What the record of a meeting that goes on from this one says of it."""
        head = self.header
        return Continues(head.scenario, head.hash, head.rulebook, self.path, head.files, head.continues)


def read(content: bytes, file: Path) -> Kept:
    """The record in the bytes of ``file``; a torn last line is passed over.

    Raises ``NotARecord``, ``NewerRecord``, and ``Garbled`` for any other line that is not one of ours.
    """
    *lines, tail = content.split(b"\n")
    if not lines:
        lines, tail = [tail], b""
    kept = Kept(file, _header(lines[0], file), length=len(lines[0]) + 1)
    try:
        for number, each in enumerate(lines[1:], 2):
            kept = _added(kept, parsed(each, number), number)
            kept = replace(kept, length=kept.length + len(each) + 1)
    except LineError as wrong:
        raise Garbled(file, wrong.line) from None
    if not tail:
        return replace(kept, length=min(kept.length, len(content)), open_end=kept.length > len(content))
    try:
        # Whole JSON and no end of line: an editor took it away, or the very last byte was lost. A piece of
        # an object is never JSON, so nothing torn is taken for a decision.
        kept = _added(kept, parsed(tail, 0), 0)
    except LineError:
        return kept
    return replace(kept, length=kept.length + len(tail), open_end=True)


def _header(first: bytes, file: Path) -> Header:
    try:
        found = parsed(first, 1)
    except LineError:
        raise NotARecord(file) from None
    version = found.get("record")
    if type(version) is not int or version < 1:
        raise NotARecord(file)
    if version > FORMAT:
        raise NewerRecord(file, version)
    try:
        return header_from(found)
    except LineError:
        raise Garbled(file, 1) from None


def _added(kept: Kept, found: Json, number: int) -> Kept:
    if kept.closed is not None:
        raise LineError(number)
    try:
        return _with(kept, found, number)
    except (KeyError, TypeError, ValueError):
        raise LineError(number) from None


def _with(kept: Kept, found: Json, number: int) -> Kept:
    if "choice" in found:
        made = Decision(text_in(found, "scene"), text_in(found, "choice"), text_in(found, "at"))
        return replace(kept, decisions=(*kept.decisions, made))
    if "prediction" in found:
        trust = found.get("trust")
        if trust is not None and type(trust) is not int:
            raise LineError(number)
        expected = Prediction(text_in(found, "prediction"), trust, text_in(found, "feeling"))
        return replace(kept, prediction=expected)
    if "plus" in found:
        return replace(kept, reflection=Reflection(text_in(found, "plus"), text_in(found, "delta")))
    if "resolve" in found:
        return replace(kept, resolve=text_in(found, "resolve"))
    reason = text_in(found, "closed")
    if reason not in CLOSINGS:
        raise LineError(number)
    return replace(kept, closed=reason)
