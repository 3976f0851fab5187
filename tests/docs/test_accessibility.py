"""The statement on accessibility: its tests exist, its counts are right, and both languages say the same."""

import ast
import re
from collections import Counter
from functools import cache
from typing import NamedTuple

import pytest

from game.format.codes import Lang
from tests.authoring.stories import ROOT

FILES: dict[Lang, str] = {"en": "docs/accessibility.md", "ja": "docs/accessibility.ja.md"}
READMES: dict[Lang, str] = {"en": "README.md", "ja": "README.ja.md"}
VERDICTS: dict[Lang, tuple[str, ...]] = {
    "en": ("met", "partly", "not", "does not apply"),
    "ja": ("満たす", "一部", "満たさない", "該当なし"),
}
"""In one order in both languages."""

POINTS = {"M": (7, 11, 4), "C": (7, 17, 6), "V": (7, 13, 10), "H": (4, 11, 3), "S": (1, 4, 2), "G": (5, 8, 3)}
"""How many guidelines each list has: basic, intermediate, advanced."""

BOTH = pytest.mark.parametrize("lang", FILES)


class Point(NamedTuple):
    """A row: what it is called, the place of its verdict in the list, what is said, and the tests named."""

    name: str
    verdict: int
    how: str
    tests: tuple[str, ...]


@cache
def tables(lang: Lang) -> tuple[tuple[Point, ...], ...]:
    """The rows of each table of guidelines, in their order."""
    text = (ROOT / FILES[lang]).read_text("utf-8")
    found = []
    for table in re.split(r"^### .+$", text, flags=re.MULTILINE)[1:]:
        rows = re.findall(r"^\| ([MCVHSG]\d+) \| .+? \| (.+?) \| (.+?) \| (.+?) \|$", table, re.MULTILINE)
        found.append(
            tuple(
                Point(name, VERDICTS[lang].index(verdict), how, tuple(re.findall(r"`(tests/[^`]+)`", tests)))
                for name, verdict, how, tests in rows
            )
        )
    return tuple(found)


def points(lang: Lang) -> dict[str, Point]:
    return {point.name: point for table in tables(lang) for point in table}


@BOTH
def test_every_guideline_of_every_list_is_answered(lang):
    counted = [len(table) for table in tables(lang)]
    assert counted == [count for counts in POINTS.values() for count in counts]
    names = [point.name for table in tables(lang) for point in table]
    assert names == [f"{letter}{n + 1}" for letter, counts in POINTS.items() for n in range(sum(counts))]


def test_both_languages_judge_alike_and_name_the_same_tests():
    english, japanese = points("en"), points("ja")
    assert [(one.verdict, one.tests) for one in english.values()] == [
        (one.verdict, one.tests) for one in japanese.values()
    ]


@BOTH
def test_what_is_said_elsewhere_is_judged_as_there(lang):
    found = points(lang)
    referring = re.compile(r"^(?:As )?([MCVHSG]\d+)(?:\.|と同じです。)$")
    led = {point: found[match[1]] for point in found.values() if (match := referring.match(point.how))}
    assert len(led) > 10
    assert all((one.verdict, one.tests) == (other.verdict, other.tests) for one, other in led.items())
    assert not any(referring.match(other.how) for other in led.values())


@BOTH
def test_the_points_are_counted_right(lang):
    text = (ROOT / FILES[lang]).read_text("utf-8")
    counted = Counter(point.verdict for point in points(lang).values())
    for place, verdict in enumerate(VERDICTS[lang]):
        assert f"| {verdict} | {counted[place]} |" in text
    assert str(len(points(lang))) in text.split("\n## ")[0]


def test_every_test_that_is_named_exists():
    named = {test for point in points("en").values() for test in point.tests}
    assert len(named) > 50
    for test in named:
        file, _, function = test.partition("::")
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, test


@BOTH
def test_what_is_met_or_partly_met_is_said(lang):
    assert all(point.how.endswith((".", "。")) for point in points(lang).values())


@BOTH
def test_both_readmes_lead_here(lang):
    text = (ROOT / READMES[lang]).read_text("utf-8")
    assert f"]({FILES[lang]})" in text


@BOTH
def test_pictures_in_the_readme_are_told_in_words(lang):
    pictures = re.findall(r"!\[(.*?)\]\(", (ROOT / READMES[lang]).read_text("utf-8"))
    assert pictures
    assert all(len(told) > 3 for told in pictures)
