"""What may stand in a text: the player's name as ``{trainee}``, and furigana as 「｜漢字《かんじ》」."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

PLACEHOLDER: Final = "{trainee}"
"""Where the player's name goes."""

LONGEST_RUBY: Final = 40
"""Characters of a word, and of its reading, that furigana can stand over."""

_BRACES: Final = re.compile(r"\{[^{}]*\}?|\}")
_RUBY_PART: Final = rf"([^｜《》\n]{{1,{LONGEST_RUBY}}})"
_RUBY: Final = re.compile(f"｜{_RUBY_PART}《{_RUBY_PART}》")
_RUBY_SIGNS: Final = re.compile("[｜《》]")
_BARE_RUBY: Final = re.compile("[\u4e00-\u9fff\u3400-\u4dbf々]《[\u3041-\u30ff]+》")


def without_readings(text: str) -> str:
    """A text without its furigana; 《 》 that are quotation marks stay."""
    return _BARE_RUBY.sub(lambda match: match[0][0], _RUBY.sub(r"\1", text))


_QUOTES: Final = {"ja": (("「", "」"), "『』"), "en": (("“", "”"), "‘’")}
"""Quotation marks of a language: the outer ones, and those of a quotation within."""

_ASIDE: Final = {"ja": ("（", "）"), "en": ("(", ")")}
"""What stands around something done in silence."""


def quoted(text: str, language: str, *, said: bool = True) -> str:
    """A text as somebody's words, or (``said`` false) as a deed, in the marks of its language.

    Quotations within take the inner marks, so that no mark stands twice; a text that is a quotation as a
    whole is left as it is.
    """
    kind = "ja" if language == "ja" else "en"
    if not said:
        return f"{_ASIDE[kind][0]}{text}{_ASIDE[kind][1]}"
    (opened, closed), inner = _QUOTES[kind]
    if text.startswith(opened) and text.find(closed) == len(text) - 1:
        return text
    within = text.translate(str.maketrans(f"{opened}{closed}", inner))
    return f"{opened}{within}{closed}"


class Slip(NamedTuple):
    """Something in a text that will not show as meant: the code and the piece."""

    code: str
    piece: str


def slips(text: str) -> Iterator[Slip]:
    """What is wrong with the placeholders and the furigana of a text, in its order by kind."""
    if "{" in text or "}" in text:
        for match in _BRACES.finditer(text):
            if match[0] != PLACEHOLDER:
                yield Slip("unknown-placeholder", match[0])
    if not _RUBY_SIGNS.search(text):
        return
    rest = _RUBY.sub(lambda match: " " * len(match[0]), text)
    for match in _BARE_RUBY.finditer(rest):
        yield Slip("furigana-without-bar", match[0])
    # 《 》 alone are quotation marks; with a bar before them they were meant as furigana.
    for match in re.finditer("｜", rest):
        yield Slip("furigana", rest[match.start() : match.start() + 12])
