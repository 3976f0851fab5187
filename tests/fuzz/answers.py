"""What has to hold of every answer: findings and troubles in both languages, in their places, on one line."""

import re
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from game.core.rulebook import Rulebook
from game.format.codes import CODES, Lang
from game.format.findings import Finding
from game.format.frames import as_github, as_text
from game.library import Library, explain

ROOT = Path(__file__).parents[2]
LANGS: tuple[Lang, ...] = ("ja", "en")
_HIDDEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")
"""Control characters that must not stand in what is told, tabs and the ends of lines set aside."""


class Case(NamedTuple):
    """One input: a file, or what somebody typed."""

    kind: str
    content: bytes


@cache
def book() -> Rulebook:
    """The rulebook that is shipped."""
    return Rulebook.from_mapping(tomllib.loads((ROOT / "assets" / "rulebook.toml").read_text("utf-8")))


@cache
def scratch() -> Path:
    """A folder that goes when this process ends: where something may be written."""
    return Path(_scratch().name).resolve()


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="shinyo-fuzz-")


@cache
def library() -> Library:
    """A library whose home is in ``scratch``."""
    return Library(scratch() / "home")


def place(one: Finding) -> tuple[str, int, int]:
    """What is the same of a finding in every language."""
    return one.code, one.line, one.column


def check_findings(findings: Iterable[Finding], lines: Sequence[str]) -> None:
    """Each has a code, lies within its file, and can be shown in a terminal and in a build log."""
    for one in findings:
        assert one.code in CODES
        assert one.code != "wrong-value", "a kind of error that has no words of its own"
        assert 1 <= one.line <= len(lines), one
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1, one
        assert not hidden_in(as_text(one, lines)), one
        assert "\n" not in as_github(one)


def check_trouble(trouble: Exception) -> None:
    """It is one of those that are told to people (``explain`` raises for any other), in one line."""
    for lang in LANGS:
        check_sentence(explain(trouble, library().words(lang)))


def check_sentence(told: str) -> None:
    """Something is said, on one line, with nothing in it that a terminal would obey."""
    assert told.strip()
    assert "\n" not in told, told
    assert not hidden_in(told), told


def hidden_in(told: str) -> bool:
    """Whether a control character is in a text."""
    return _HIDDEN.search(told) is not None
