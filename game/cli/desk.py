"""The desk a command works at: library, words, and the two places to print to."""

import json
import sys
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from game.format.showing import escaped, shown
from game.format.words import Words
from game.library import explain

if TYPE_CHECKING:
    from game.format.codes import Lang
    from game.library import Library

FINE = 0
FAULTS = 1
UNUSABLE = 2


class Desk:
    """One command's words, and its library, opened when a command first asks for it."""

    def __init__(self, words: Words) -> None:
        self.words = words

    @cached_property
    def library(self) -> "Library":
        """The library of this computer; raises ``Misinstalled``."""
        from game.library import Library  # noqa: PLC0415 (help and mistyped commands do without)

        return Library()

    @property
    def lang(self) -> "Lang":
        """The language to answer in."""
        return self.words.lang

    def say(self, text: str = "") -> None:
        """Print to the output; raises ``BrokenPipeError`` when nobody reads it."""
        sys.stdout.write(f"{shown(text)}\n")

    def say_json(self, value: object) -> None:
        """Print one JSON document: readable letters where the output takes them, escapes elsewhere."""
        unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
        self.say(escaped(json.dumps(value, ensure_ascii=not unicode, indent=2)))

    def warn(self, text: str) -> None:
        """Print to where troubles are told."""
        sys.stdout.flush()
        sys.stderr.write(f"{shown(text)}\n")
        sys.stderr.flush()

    def explain(self, trouble: Exception) -> None:
        """Say a trouble of the library or the system in a plain sentence."""
        self.warn(explain(trouble, self.words))

    def explain_all(self, troubles: Iterable[Exception]) -> None:
        """Say several."""
        for trouble in troubles:
            self.explain(trouble)
