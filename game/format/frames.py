"""Findings as text: with the source line and a caret under the right glyph, or for a build log."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from unicodedata import category, east_asian_width

from game.format.findings import Finding

WIDEST_FRAME: Final = 100
"""Terminal cells of a source line that are shown; a longer line is cut around the caret."""


_FAR: Final = 10 * WIDEST_FRAME
"""Characters on either side of the caret beyond which nothing is shown, however little room they take."""


def cells(text: str) -> int:
    """How many terminal cells a text takes: wide glyphs two, marks that stand on another none."""
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def frame(line: str, column: int) -> tuple[str, str]:
    """A source line and the line with the caret under its ``column``-th character (from 1).

    Tabs are shown as one space. A long line is cut on both sides, with "…" where it was.
    """
    line = line.rstrip("\r\n")
    at = min(max(column - 1, 0), len(line))
    start = max(at - _FAR, 0)
    shown = "".join(" " if category(char) == "Cc" else char for char in line[start : at + _FAR])
    before, after = shown[: at - start], shown[at - start :]
    if cells(shown) > WIDEST_FRAME:
        room = WIDEST_FRAME // 2
        before = _last(before, room)
        after = _first(after, WIDEST_FRAME - cells(before))
    return before + after, " " * cells(before) + "^"


def _first(text: str, room: int) -> str:
    taken = 0
    for index, char in enumerate(text[: room + 1]):
        taken += _cells(char)
        if taken >= room:
            return text[:index] + "…"
    return text


def _last(text: str, room: int) -> str:
    taken = 0
    for index, char in enumerate(reversed(text[-room - 1 :])):
        taken += _cells(char)
        if taken >= room:
            return "…" + text[len(text) - index :]
    return text


def as_text(found: Finding, lines: Sequence[str] = ()) -> str:
    """The text form: place, code and message; the line with a caret; the hint.

    ``lines`` are the lines of the file the finding is about; without them the frame is left out.
    """
    parts = [f"{found.file}:{found.line}:{found.column}: {found.code} {found.message}"]
    if 1 <= found.line <= len(lines) and lines[found.line - 1].strip():
        parts += [f"    {one}" for one in frame(lines[found.line - 1], found.column)]
    if found.hint:
        parts.append(f"  {found.hint}")
    return "\n".join(parts)


def as_github(found: Finding) -> str:
    """A workflow command that GitHub shows beside the line."""
    kind = "error" if found.severity == "fault" else "warning"
    text = f"{found.message} {found.hint}".strip()
    places = {"file": found.file, "line": found.line, "col": found.column, "title": found.code}
    where = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTY)}" for key, value in places.items())
    return f"::{kind} {where}::{_escaped(text, _IN_TEXT)}"


_IN_TEXT: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY: Final = _IN_TEXT | {":": "%3A", ",": "%2C"}


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(char, char) for char in text)


def as_json(found: Iterable[Finding]) -> list[dict[str, str | int]]:
    """The list of ``check --format json``."""
    return [one.as_json() for one in found]
