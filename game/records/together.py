"""The lines of a record read all at once: a class has a million of them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from game.records.lines import DECODER, Json, parsed


def parsed_all(lines: Sequence[bytes], first: int) -> Iterator[Json]:
    """The objects on lines that are numbered from ``first``; raises ``LineError`` at the one that is none."""
    together = _together(lines)
    if together is not None:
        yield from together
    else:
        yield from (parsed(each, number) for number, each in enumerate(lines, first))


def _together(lines: Sequence[bytes]) -> list[Json] | None:
    """All lines parsed at once, which takes half the time; None where they have to be looked at one by one.

    Where no line has two objects on it and there are as many objects as lines, each line is one.
    """
    whole = b",".join(lines)
    if _TWO_ON_A_LINE.search(b"\n".join(lines)):
        return None
    try:
        found: list[Json] = DECODER.decode(f"[{whole.decode()}]")
    except (ValueError, RecursionError):
        return None
    return found if len(found) == len(lines) and all(type(each) is dict for each in found) else None


_TWO_ON_A_LINE: Final = re.compile(rb"\}[ \t\r]*,[ \t\r]*\{")
