"""From bytes to text: which encodings are named to their author, and what a line is.

Only UTF-8 is read. Others are recognised so that the finding can say which one it is and how to mend it;
guessing and reading on would show a class a text that nobody has checked.
"""

import re
from itertools import islice
from typing import Final

from game.format.findings import Findings, Kind

MOST_BYTES: Final = 16 * 1024 * 1024
"""The largest file that is read. A shipped scenario has some 60 kB."""

LONGEST_LINE: Final = 100_000
"""Characters of the longest line that is read; the longest of a shipped file has some two hundred."""

MOST_BREAKS: Final = 1_500_000
"""The most lines and commas together: counted before anything is read, so that nobody waits for more."""

MOST_CONTROLS: Final = 50
"""How many control characters are pointed at; a file with more of them is no text."""

_SIGNATURES: Final = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "zip"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"{\\rtf", "rtf"),
    (b"<!DOCTYPE html", "html"),
    (b"<!doctype html", "html"),
    (b"<html", "html"),
)
_WIDE_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_JAPANESE: Final = (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"))
_KANA: Final = re.compile("[\u3041-\u3093\u30a1-\u30f6]")

# What YAML forbids in a file. Line separators are allowed there but count as line ends, which no editor
# does; they are read as spaces, so that lines and columns stay those that the person sees.
_FORBIDDEN: Final = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SEPARATORS: Final = re.compile("[\x85\u2028\u2029]")


def decode(source: bytes, findings: Findings) -> str | None:
    r"""The text of a file with "\n" line ends and no byte-order mark, or None with a finding."""
    if len(source) > MOST_BYTES:
        size = f"{len(source) / 1024 / 1024:.1f}"
        findings.add("too-large", (1, 1), size=size, most=MOST_BYTES // 1024 // 1024)
        return None
    text = _utf8(source, findings)
    if text is None:
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = _SEPARATORS.sub(" ", text)
    if (line := _long_line(text)) is not None:
        findings.add("long-line", (line, LONGEST_LINE + 1), most=LONGEST_LINE)
        return None
    if _FORBIDDEN.search(text):
        _name_controls(text, findings)
        return None
    return text


def too_many_breaks(text: str) -> int | None:
    """The line (from 1) in which lines and commas are more than may be; None where they are not."""
    found = text.count("\n") + text.count(",")
    if found <= MOST_BREAKS:
        return None
    found, number = 0, 0
    for number, line in enumerate(text.split("\n"), 1):  # noqa: B007 (the one it stops at)
        found += 1 + line.count(",")
        if found > MOST_BREAKS:
            break
    return number


def hidden(text: str) -> str | None:
    """The name of the first control character in a text, as U+001B; None where there is none.

    Nobody can type one, but an escape in quotes makes it.
    """
    found = _FORBIDDEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def unhidden(text: str) -> str:
    """The text with its control characters as U+FFFD, and the line ends of web pages as spaces."""
    return _FORBIDDEN.sub("\ufffd", _SEPARATORS.sub(" ", text))


def lines_of(source: bytes) -> tuple[str, ...]:
    """The lines of a file for frames, whatever its encoding; unreadable characters become U+FFFD."""
    text = source[:MOST_BYTES].decode("utf-8", errors="replace").removeprefix("\ufeff")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _utf8(source: bytes, findings: Findings) -> str | None:
    for mark, name in _WIDE_MARKS:
        if source.startswith(mark):
            findings.add("encoding-utf16", (1, 1), encoding=name)
            return None
    for signature, kind in _SIGNATURES:
        if source.removeprefix(b"\xef\xbb\xbf").startswith(signature):
            findings.add("not-text", (1, 1), what=Kind(kind))
            return None
    if b"\x1b$B" in source or b"\x1b$@" in source:
        findings.add("encoding-japanese", (1, 1), encoding="ISO-2022-JP")
        return None
    if source.count(0) > len(source) // 8:
        _name_zeros(source, findings)
        return None
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        _name_encoding(source, error.start, findings)
        return None


def _name_zeros(source: bytes, findings: Findings) -> None:
    """Many zero bytes: UTF-16 without a mark has them in every second place, binary data anywhere."""
    even, odd = source[0::2].count(0), source[1::2].count(0)
    if min(even, odd) * 8 < max(even, odd):
        findings.add("encoding-utf16", (1, 1), encoding="UTF-16")
    else:
        findings.add("not-text", (1, 1), what=Kind("binary"))


def _name_encoding(source: bytes, start: int, findings: Findings) -> None:
    best, name = 0, ""
    for codec, title in _JAPANESE:
        try:
            kana = len(_KANA.findall(source.decode(codec)))
        except UnicodeDecodeError:
            continue
        if kana > best:
            best, name = kana, title
    read = source.decode("utf-8", errors="replace")
    broken = read.count("\ufffd")
    if name and broken > best // 2:
        findings.add("encoding-japanese", (1, 1), encoding=name)
    elif broken * 10 > len(read) and len(read) > 40:  # noqa: PLR2004 - a tenth unreadable is no slip
        findings.add("not-text", (1, 1), what=Kind("binary"))
    else:
        before = source[:start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        before = before.replace("\r", "\n")
        findings.add("broken-utf8", _place(before, len(before)))


def _long_line(text: str) -> int | None:
    """The first line (from 1) that is too long, None where none is; in steps as long as a line may be."""
    at = 0
    while at + LONGEST_LINE < len(text):
        ends = text.rfind("\n", at, at + LONGEST_LINE + 1)
        if ends < 0:
            return text.count("\n", 0, at) + 1
        at = ends + 1
    return None


def _name_controls(text: str, findings: Findings) -> None:
    for match in islice(_FORBIDDEN.finditer(text), MOST_CONTROLS):
        findings.add("control-character", _place(text, match.start()), name=f"U+{ord(match[0]):04X}")


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


def question_mark(text: str) -> str:
    """A private character to stand for "?" where the pure parser would end a plain text at it.

    The C parser reads ``{customer: 何ですか?}`` as a person means it; both have to read the same.
    """
    return next((char for char in map(chr, range(0xE000, 0xE100)) if char not in text), "")
