"""The page on security: every promise is held by tests that exist, and both languages promise the same."""

import ast
import re
from typing import NamedTuple

import pytest

from tests.authoring.stories import ROOT

FILES = {"en": "docs/security.md", "ja": "docs/security.ja.md"}
KINDS = {"R": 6, "W": 4, "P": 5, "D": 2}
"""How many promises each table has."""


class Promise(NamedTuple):
    """A row: its name, what is promised, how, and the tests that hold it."""

    name: str
    said: str
    how: str
    tests: tuple[str, ...]


def promises(lang: str) -> list[Promise]:
    rows = re.findall(
        r"^\| ([RWPD]\d+) \| (.+?) \| (.+?) \| (.+?) \|$",
        (ROOT / FILES[lang]).read_text("utf-8"),
        re.MULTILINE,
    )
    return [
        Promise(name, said, how, tuple(re.findall(r"`(tests/[^`]+)`", held)))
        for name, said, how, held in rows
    ]


def names_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("lang", FILES)
def test_every_promise_is_there_and_held_by_a_test_that_exists(lang):
    found = promises(lang)
    assert [one.name for one in found] == [
        f"{kind}{n + 1}" for kind, many in KINDS.items() for n in range(many)
    ]
    for one in found:
        assert one.tests, one.name
        assert one.said.endswith((".", "。"))
        assert one.how.endswith((".", "。"))
        for test in one.tests:
            file, _, function = test.partition("::")
            assert function in names_in(file), test


def test_both_languages_promise_the_same():
    assert [(one.name, one.tests) for one in promises("en")] == [
        (one.name, one.tests) for one in promises("ja")
    ]
    sections = [
        re.findall(r"^(##|- \*\*)", (ROOT / file).read_text("utf-8"), re.MULTILINE) for file in FILES.values()
    ]
    assert sections[0] == sections[1]


def test_every_attack_is_named_by_a_promise():
    """A test of this kind that no promise names holds something nobody was told."""
    named = {test.partition("::")[0] for one in promises("en") for test in one.tests}
    attacks = {f"tests/security/{file.name}" for file in (ROOT / "tests/security").glob("test_*.py")}
    assert attacks <= named
