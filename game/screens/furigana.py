"""Furigana as it is written in texts, after Aozora Bunko.

``漢字《かんじ》``, or ``｜base《reading》`` where the base is not simply the kanji before it.
"""

import re
from dataclasses import dataclass
from typing import Final

from game.screens.breaking import glyphs_of, is_kanji

_RUBY: Final = re.compile(
    r"(?:[｜|](?P<marked>[^｜|《》\n]+)|(?P<kanji>[^《》\n]))《(?P<reading>[^《》\n]+)》"
)


@dataclass(frozen=True, slots=True)
class Ruby:
    """Furigana over the glyphs ``start`` to ``end`` (not included) of a text without its notation."""

    start: int
    end: int
    reading: str


def parse_ruby(text: str) -> tuple[str, tuple[Ruby, ...]]:
    """The text without the notation of furigana, and what stands over which of its glyphs."""
    plain: list[str] = []
    rubies: list[Ruby] = []
    last = 0
    for match in _RUBY.finditer(text):
        base = match["marked"]
        plain += glyphs_of(text[last : match.start()])
        if base is None:
            head = list(glyphs_of(match["kanji"]))
            if not is_kanji(match["kanji"]):
                last = match.start()
                continue
            start = len(plain)
            while start and is_kanji(plain[start - 1]) and not (rubies and rubies[-1].end == start):
                start -= 1
            plain += head
        else:
            start = len(plain)
            plain += glyphs_of(base)
        rubies.append(Ruby(start, len(plain), match["reading"]))
        last = match.end()
    plain += glyphs_of(text[last:])
    return "".join(plain), tuple(rubies)


def without_ruby(text: str) -> str:
    """The text as it is read, without the notation of furigana."""
    return parse_ruby(text)[0]
