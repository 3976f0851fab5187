"""A whole record read back: what was decided, predicted, written, and whether the meeting was closed."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict, get_args

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
    shared_text,
    text_in,
)
from game.records.retry import Retry, retry_in
from game.records.together import parsed_all
from game.records.troubles import Garbled, NewerRecord, NotARecord

MOST_BYTES: Final = 4 * 2**20
"""No record comes near this: sixty decisions and a page of text take 40 kB."""

CLOSINGS: Final[tuple[Closing, ...]] = get_args(Closing)

AFTERWARDS: Final = frozenset({"retry", "plus", "resolve"})
"""Keys of the lines that may still come after the closing line: what is made of a meeting when it is over."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it stands in its file.

    ``decisions`` in the order made (the order of the file; clocks are not asked). ``length``: bytes up to
    the end of the last whole line; what follows in the file is torn. ``open_end``: the last line is whole
    but for its end. ``retries``: what was tried again afterwards, in order; it changes no decision.
    """

    file: Path
    header: Header
    decisions: tuple[Decision, ...] = ()
    prediction: Prediction | None = None
    reflection: Reflection | None = None
    resolve: str | None = None
    retries: tuple[Retry, ...] = ()
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
    if b"\0" in lines[-1] and len(lines) > 1:
        # The power went while the line was on its way: some drives then have the length of a file and its
        # last block, and nothing before it. No line of ours has such a byte in it.
        tail = lines.pop() + b"\n" + tail
    header = _header(lines[0], file)
    found = _Found()
    try:
        for number, each in enumerate(parsed_all(lines[1:], 2), 2):
            found.add(each, number)
    except LineError as wrong:
        raise Garbled(file, wrong.line) from None
    whole, open_end = sum(map(len, lines)) + len(lines), False
    if tail:
        # Whole JSON and no end of line: an editor took it away, or the very last byte was lost. A piece of
        # an object is never JSON, so nothing torn is taken for a decision.
        with suppress(LineError):
            found.add(parsed(tail, 0), 0)
            whole, open_end = len(content), True
    elif whole > len(content):  # the header alone, without its end
        whole, open_end = len(content), True
    return Kept(
        file,
        header,
        tuple(found.decisions),
        **found.notes,
        retries=tuple(found.retries),
        closed=found.closed,
        length=whole,
        open_end=open_end,
    )


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


class _Notes(TypedDict, total=False):
    prediction: Prediction
    reflection: Reflection
    resolve: str


class _Found:
    """What the lines after the header hold, line by line."""

    def __init__(self) -> None:
        self.decisions: list[Decision] = []
        self.notes = _Notes()
        self.retries: list[Retry] = []
        self.closed: Closing | None = None

    def add(self, line: Json, number: int) -> None:
        """Take one line; raises ``LineError`` and has then taken nothing."""
        if self.closed is not None and not AFTERWARDS & line.keys():
            raise LineError(number)
        try:
            self._take(line)
        except (KeyError, TypeError, ValueError):
            raise LineError(number) from None

    def _take(self, line: Json) -> None:
        if "choice" in line:
            self.decisions.append(
                Decision(shared_text(line, "scene"), shared_text(line, "choice"), text_in(line, "at"))
            )
        elif "prediction" in line:
            trust = line.get("trust")
            if trust is not None and type(trust) is not int:
                raise TypeError(trust)
            band, feeling = text_in(line, "prediction"), text_in(line, "feeling")
            self.notes["prediction"] = Prediction(band, trust, feeling)
        elif "retry" in line:
            self.retries.append(retry_in(line))
        elif "plus" in line:
            self.notes["reflection"] = Reflection(text_in(line, "plus"), text_in(line, "delta"))
        elif "resolve" in line:
            self.notes["resolve"] = text_in(line, "resolve")
        else:
            self.closed = _closing(text_in(line, "closed"))


def _closing(reason: str) -> Closing:
    if reason not in CLOSINGS:
        raise ValueError(reason)
    return reason
