"""The pages agree with the tree and, in both languages, with each other; every frame is run by a test."""

import ast
import re
import tomllib
from collections import Counter
from fnmatch import fnmatch
from functools import cache

import click
import pytest

from game.cli.commands import tree
from game.cli.desk import Desk
from game.core import play
from game.format.words import Words
from tests.authoring.stories import ROOT
from tests.docs.written import (
    Fence,
    anchors,
    commands,
    fences,
    japanese_of,
    led_to,
    links,
    pages,
    prose_of,
)

HERE = "tests/docs"
TYPED = f"{HERE}/test_written_commands.py::test_what_shinyo_is_told_to_do_it_does"
GUIDE = f"{HERE}/test_authoring_blocks.py"
FINDINGS = f"{HERE}/test_findings_pages.py"
EDITOR = f"{HERE}/test_beside_the_editor.py"

RUN_BY = {
    ("README*.md", "sh"): f"{HERE}/test_written_commands.py::test_what_a_tool_is_told_it_understands",
    ("docs/authoring*.md", "sh"): f"{GUIDE}::test_the_commands_do_what_the_guide_says",
    ("docs/*.md", "sh"): TYPED,
    ("docs/authoring*.md", "sh desk"): f"{GUIDE}::test_the_tools_do_what_the_guide_says",
    ("docs/authoring*.md", "yaml"): f"{GUIDE}::test_a_whole_file_is_clean",
    ("docs/authoring*.md", "yaml bad *"): f"{GUIDE}::test_a_bad_example_gives_just_its_finding",
    ("docs/authoring*.md", "yaml *"): f"{GUIDE}::test_a_fragment_can_stand_where_it_belongs",
    ("docs/authoring*.md", "text"): f"{GUIDE}::test_the_finding_shown_is_the_finding_told",
    ("docs/authoring*.md", "po"): f"{GUIDE}::test_a_translated_line_stands_where_the_guide_says",
    ("docs/authoring*.md", "transcript"): f"{GUIDE}::test_the_transcript_plays_as_it_says",
    ("docs/findings/README.md", "yaml story"): f"{FINDINGS}::test_the_mended_file_gives_none",
    (
        "docs/findings/*.md",
        "* bad*",
    ): f"{FINDINGS}::test_the_bad_file_gives_just_this_finding_where_the_page_says",
    ("docs/findings/*.md", "* mended*"): f"{FINDINGS}::test_the_mended_file_gives_none",
    (
        "docs/findings/*.md",
        "text",
    ): f"{FINDINGS}::test_the_bad_file_gives_just_this_finding_where_the_page_says",
    ("docs/vscode.md", "json"): f"{EDITOR}::test_vs_code_finds_every_finding_in_what_is_said",
    ("docs/vscode.md", "yaml"): f"{EDITOR}::test_the_hook_looks_at_scenarios_and_at_nothing_else",
    ("docs/architecture.md", ""): f"{HERE}/test_pages_agree.py::test_the_floors_are_those_of_the_contracts",
}
"""Page and words after the fence of every frame there is, and the test that runs it; the first row holds."""

SUPPOSED = (
    "dist/*", "dist", "Shinyo.app/*", ".vscode/tasks.json", "build/*", "pages/", "trainees/*", "~/*",
    "scenarios/examples/*", "en/*", "game/_shipped*", "first-visit.good.txt", "ID.NAME.txt", ".yaml.txt",
)  # fmt: skip
"""Paths that are made by a command, or lie on the reader's computer."""

FOR_DEVELOPERS = tuple(
    page for page in pages() if re.match(r"CONTRIBUTING|docs/(architecture|decisions/|accessibility)", page)
)
PAIRS = tuple((page, other) for page in pages() if (other := japanese_of(page)) is not None)
BOTH = pytest.mark.parametrize(("english", "japanese"), PAIRS, ids=[page for page, _ in PAIRS])


# ── frames, links, names ───────────────────────────────────────────────────────────────────────────────────


def row_of(fence: Fence) -> tuple[str, str] | None:
    return next((row for row in RUN_BY if fnmatch(fence.page, row[0]) and fnmatch(fence.info, row[1])), None)


def test_every_frame_is_run_by_a_test_and_every_test_of_the_list_is_there():
    found = {(fence.page, fence.line): row_of(fence) for fence in fences()}
    assert [place for place, row in found.items() if row is None] == []
    assert set(found.values()) == set(RUN_BY)
    for test in RUN_BY.values():
        file, _, function = test.partition("::")
        body = ast.parse((ROOT / file).read_text("utf-8")).body
        assert function in {node.name for node in body if isinstance(node, ast.FunctionDef)}, test


def test_every_link_and_every_anchor_leads_somewhere():
    lost = []
    for page in pages():
        for line, target in links(page):
            file, anchor = led_to(page, target), target.partition("#")[2]
            there = file.exists()
            if there and anchor:
                there = anchor in anchors(file.resolve().relative_to(ROOT).as_posix())
            lost += [] if there else [f"{page}:{line}: {target}"]
    assert lost == []


def codes_of(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", prose_of(page)))


def test_every_path_that_is_named_is_there():
    lost = []
    for page in pages():
        for code in codes_of(page):
            path = code.partition("::")[0]
            if not re.fullmatch(r"[\w.~*/-]*(/[\w.*-]*|\w\.(py|toml|md|txt))", path) or path.startswith("/"):
                continue
            pattern = re.sub(r"\b(NAME|ID|CODE)\b", "*", path).rstrip("/")
            places = [ROOT.glob(pattern), (ROOT / "game").glob(pattern)] if not path.startswith("~") else []
            if "/" not in pattern and not any(ROOT.glob(pattern)):
                places += [(ROOT / top).rglob(pattern) for top in ("game", "assets", "tests", "benchmarks")]
            if not any(fnmatch(path, each) for each in SUPPOSED) and not any(any(one) for one in places):
                lost.append(f"{page}: {code}")
    assert sorted(lost) == []


@cache
def words_of_the_code() -> frozenset[str]:
    """Every word that stands in the code, the rulebook or the lists of packages."""
    tops = ("game", "tests", "benchmarks", "standalone", "docs")
    files = [*ROOT.glob("*.py"), *ROOT.glob("*.toml"), *(ROOT / "assets").glob("*.toml")]
    files += [file for top in tops for file in (ROOT / top).rglob("*.py")]
    return frozenset(word for file in files for word in re.findall(r"\w+", file.read_text("utf-8")))


def test_every_name_of_the_code_that_developers_are_told_is_in_it():
    named = {
        (page, code)
        for page in FOR_DEVELOPERS
        for code in codes_of(page)
        if re.fullmatch(r"[A-Z][A-Z_]{2,}|(?:[A-Z][a-z]+){1,3}|\w+(?:\.\w+)+(?:\(\))?|\w+\(\)|\w+_\w+", code)
    }
    assert len(named) > 30
    lost = {
        f"{page}: {code}"
        for page, code in named
        if not set(re.findall(r"\w+", code)) <= words_of_the_code() and not any(ROOT.rglob(code.strip("()")))
    }
    assert lost == set()


def test_the_floors_are_those_of_the_contracts():
    floors, way = (fence.text for fence in fences() if fence.page == "docs/architecture.md")
    drawn = {
        int(line[1]): set(re.findall(r"\b([a-z]+)/?", line[2:60]))
        for line in floors.splitlines()
        if line[1:2].isdigit()
    }
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = [set(re.findall(r"\((\w+)\)", layer)) for layer in contracts[0]["layers"]][
        1:
    ]  # without __main__
    assert len(drawn) == len(layers)
    for number, rooms in enumerate(reversed(layers), 1):
        assert rooms <= drawn[number]
    assert {name for name in re.findall(r"[a-z]+", way) if hasattr(play, name)} >= {"start", "step", "settle"}


# ── both languages ─────────────────────────────────────────────────────────────────────────────────────────


@BOTH
def test_both_languages_of_a_page_have_the_same_sections_frames_and_tables(english, japanese):
    def outline(page: str) -> list[int]:
        return [len(marks) for marks in re.findall(r"^(#+) ", prose_of(page), re.MULTILINE)]

    def tables(page: str) -> list[int]:
        return [table.count("\n") for table in re.findall(r"(?:^\|.*\n)+", prose_of(page), re.MULTILINE)]

    assert outline(english) == outline(japanese)
    assert tables(english) == tables(japanese)
    frames = [[fence.info for fence in fences() if fence.page == page] for page in (english, japanese)]
    assert frames[0] == frames[1]


@BOTH
def test_both_languages_of_a_page_tell_the_same_commands(english, japanese):
    told = [Counter(options_of(page)) for page in (english, japanese)]
    assert told[0] - told[1] == Counter()
    assert told[1] - told[0] == Counter()


def options_of(page: str) -> set[tuple[str, ...]]:
    """The commands of a page without the things they are told for: their names differ by language."""
    known = {"shinyo", *dev_words()}
    return {
        tuple(word for word in each.words if word in known or word.startswith("-"))
        for each in commands()
        if each.page == page
    }


@cache
def dev_words() -> frozenset[str]:
    """Every program and every verb that can be typed."""
    shinyo = tree(Desk(Words("en")))
    records = shinyo.commands["records"]
    assert isinstance(records, click.Group)
    verbs = re.findall(r'^    "(\w+)": \(', (ROOT / "dev.py").read_text("utf-8"), re.MULTILINE)
    return frozenset({"python3", "dev.py", "pip", "pipx", "git", *shinyo.commands, *records.commands, *verbs})


@BOTH
def test_both_languages_of_a_page_lead_to_the_same_places(english, japanese):
    def places(page: str) -> Counter[str]:
        plain = (target.partition("#")[0] for _, target in links(page))
        neutral = (
            re.sub(r"\.ja\.md|(?<=[-/])(ja|en)(?=[./])", lambda one: ".md" if "md" in one[0] else "xx", each)
            for each in plain
        )
        return Counter(each for each in neutral if each)

    assert places(english) == places(japanese)
