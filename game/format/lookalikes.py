"""Signs that look like YAML's own and are none, as they come off a Japanese keyboard or out of a chat.

A full-width colon, comma, bracket, dash or space is a letter like any other to YAML; to the person it is the
sign. So where a line cannot be read, the first of them that stands where YAML wants the ordinary one is what
is told, whatever the parser stumbled over afterwards.
"""

import re
from typing import Final, NamedTuple

from game.format.findings import Verbatim

_BEGIN: Final = r"^\s*(?:- +)*"
_KEY: Final = r"[\"']?[\w.-]+[\"']?"

_WIDE: Final = {"、": ", ", "，": ", ", "［": "[", "］": "]", "｛": "{", "｝": "}"}
"""Full-width signs of a list or of braces, and the ordinary ones."""

_QUOTES: Final = "“”„＂"
"""What a Japanese keyboard or a word processor writes for a double quote."""

_QUOTED: Final = rf"([{_QUOTES}])[^{_QUOTES}]*[{_QUOTES}]"

_DASHES: Final = "－ー―—–‐−・•"
"""What is taken for the dash of a list."""


LONGEST_LINE: Final = 1_000
"""Characters of a line that are looked at; a person's lines have a hundred."""


class Lookalike(NamedTuple):
    """What stands there: the finding it is, its column (from 1), and what it should be (of ``wide-sign``)."""

    code: str
    column: int
    named: dict[str, str]


def lookalike(line: str) -> Lookalike | None:
    """The first sign of a line that only looks like the one YAML wants there; None where there is none.

    For lines that could not be read: the same signs within a text are nobody's business. Of an endless line
    only the beginning is looked at, since looking takes time by the square of it.
    """
    line = line[:LONGEST_LINE]
    found = [one for code, pattern in _PATTERNS if (one := _found(code, pattern, line))]
    return min(found, key=lambda one: one.column, default=None)


def trapped(key: str) -> Lookalike | None:
    """Why a key within braces has nothing behind it: its colon is none, or a wide quote did not hold it."""
    if wide := re.match(r"[A-Za-z_][\w-]*(：)", key):
        return Lookalike("wide-colon", wide.start(1) + 1, {})
    if glued := re.match(r"[\w-]+(:)", key):
        return Lookalike("colon-space", glued.start(1) + 1, {})
    if key[-1:] and key[-1] in _QUOTES:
        return Lookalike("wide-sign", len(key), {"sign": key[-1], "meant": Verbatim('"')})
    return None


def _found(code: str, pattern: re.Pattern[str], line: str) -> Lookalike | None:
    match = pattern.search(line)
    if match is None:
        return None
    sign, column = match[1], match.start(1) + 1
    if code == "code-fence":
        return Lookalike(code, column, {"sign": sign})
    if code == "wide-sign":
        return Lookalike(
            code, column, {"sign": sign, "meant": Verbatim('"' if sign in _QUOTES else _WIDE.get(sign, "- "))}
        )
    return Lookalike(code, column, {})


_PATTERNS: Final = (
    ("code-fence", re.compile(r"^\s*(```|~~~)")),
    # spaces: before the first word, after the dash, after the colon
    ("wide-space", re.compile("^[ \\t]*([\u3000\u00a0])")),
    ("wide-space", re.compile("^\\s*(?:- +)*-([\u3000\u00a0])")),
    ("wide-space", re.compile(f"{_BEGIN}{_KEY}:([\u3000\u00a0])")),
    ("wide-space", re.compile("[{,] *[A-Za-z_]\\w*:([\u3000\u00a0])")),
    # dashes: of another kind, or with no space
    ("wide-sign", re.compile(rf"^\s*([{_DASHES}])[ \u3000]*[A-Za-z_]\w*[:：]")),
    ("dash-space", re.compile(r"^\s*(?:- +)*(-)[A-Za-z_]\w*:(?:\s|$)")),
    # colons of a key, at the beginning of the line or within braces
    ("wide-colon", re.compile(rf"{_BEGIN}[{{]?[\w-]+(：)")),
    ("wide-colon", re.compile(r"\{[^}\"']*?(?<=[{,、，])\s*[A-Za-z_]\w*(：)")),
    # quotes around a whole text
    ("wide-sign", re.compile(rf"{_BEGIN}(?:{_KEY}: *)?{_QUOTED}\s*$")),
    ("wide-sign", re.compile(rf"[{{,] *[A-Za-z_]\w*: *{_QUOTED} *[,}}]")),
    # brackets around a value, and what parts or ends it
    ("wide-sign", re.compile(rf"{_BEGIN}{_KEY}: *([［｛])")),
    ("wide-sign", re.compile(r"[\[{][^\"']*?([、，])\s*(?:[A-Za-z_]\w*[:：]|[\[{])")),
    ("wide-sign", re.compile(r"[\[{][^\"']*([］｝])\s*$")),
)
"""What to look for, each with the finding it is; the sign is the first group."""
