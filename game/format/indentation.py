"""Which line of a list or a mapping is out of place: the parser stops at the first that does not fit.

That is often not the one that was written wrongly, but the next right one after it.
"""

import re
from collections.abc import Sequence
from typing import Final

from game.format.tree import Place

_DASHED: Final = re.compile(r"\s*- +[^\s:#]+:\s*(?:#.*)?$")
_NAMED: Final = re.compile(r"\s*(?!- )[^\s:#]+:\s*(?:#.*)?$")
_WORDS: Final = re.compile(r"\s*(?!#)\S")
MOST_LINES: Final = 400
"""How far back is looked: a scene and more."""


def culprit(lines: Sequence[str], line: int) -> Place:
    """Where the indentation went wrong, given the line (from 0) at which the parser stopped.

    A line of less indentation in the midst of two stretches that match each other is the one: ::

        scenes:
          a: …
        b: …        ← this one
          c: …      ← the parser stops here
    """
    here = _depth(lines, line)
    above = line - 1
    while above >= max(0, line - MOST_LINES) and _depth(lines, above, here + 1) > here:
        above -= 1
    if above >= 0 and _depth(lines, above, here) < here and _inner(lines, above) != here:
        before = above - 1
        while before >= max(0, line - MOST_LINES) and _depth(lines, before, here + 1) > here:
            before -= 1
        if before >= 0 and _depth(lines, before, -1) == here:
            return above + 1, _depth(lines, above) + 1
    return line + 1, here + 1


def without_dash(lines: Sequence[str], line: int) -> Place | None:
    """Where the first item of a list lacks its dash, when the parser stopped at the dash of the next.

    ``line`` counts from 0. None where that is not what happened.
    """
    if not lines[line].lstrip().startswith("- "):
        return None
    here = _depth(lines, line)
    first = None
    for above in range(line - 1, max(-1, line - MOST_LINES), -1):
        if not _WORDS.match(lines[above]):
            continue
        if _depth(lines, above) <= here:
            opens = lines[above].rstrip().endswith(":") and not lines[above].lstrip().startswith("- ")
            return first if opens else None
        first = (above + 1, _depth(lines, above) + 1)
    return None


def needless_dash(lines: Sequence[str], line: int) -> bool:
    """Whether the dash at which the parser stopped stands before a name, where those beside it have none.

    ::

    scenes:
      a: …
      - b: …        ← the parser stops here
    """
    if not _DASHED.match(lines[line]):
        return False
    here = _depth(lines, line)
    above = line - 1
    while above >= max(0, line - MOST_LINES) and _depth(lines, above, here + 1) > here:
        above -= 1
    beside = above >= 0 and _depth(lines, above, -1) == here and bool(_NAMED.match(lines[above]))
    return beside and _inner(lines, line) > here


def _depth(lines: Sequence[str], line: int, otherwise: int = 0) -> int:
    """The spaces before the first word of a line; ``otherwise`` where it has none."""
    text = lines[line] if line < len(lines) else ""
    return len(text) - len(text.lstrip()) if _WORDS.match(text) else otherwise


def _inner(lines: Sequence[str], line: int) -> int:
    """How deep the first line under another begins."""
    below = (at for at in range(line + 1, len(lines)) if _WORDS.match(lines[at]))
    return _depth(lines, next(below, line))
