"""What the code of the game has no means for, no file can make it do."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

FILES = sorted((ROOT / "game").rglob("*.py"))
NEVER = {
    "pickle", "marshal", "shelve", "socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib",
    "asyncio", "requests", "webbrowser", "code", "codeop", "runpy", "imp", "pty", "dbm", "sqlite3", "xmlrpc",
    "xml.dom",
}  # fmt: skip
"""Modules of which nothing in the game is made; ``xml.sax.saxutils`` only escapes."""

ONLY_IN = {
    "subprocess": {"game/deskwork/outside.py"},
    "multiprocessing": {
        "game/library/analyses.py", "game/library/beginning_whole.py", "game/library/lesser_process.py",
        "game/deskwork/clerk.py", "game/screens/preview/clerks.py",
    },
    "zipfile": {
        "game/library/packs.py", "game/records/handing.py", "game/analysis/store.py",
    },
    "tempfile": {"game/library/places.py", "game/cli/last_words.py"},
    "ctypes": {"game/library/lesser_process.py", "game/library/language.py", "game/screens/heap.py"},
    "importlib": {
        "game/records/__init__.py", "game/library/__init__.py", "game/library/licences.py",
        "game/screens/ways.py", "game/screens/pygame_there.py",
    },
}  # fmt: skip
"""Modules with some power, and the files that need it."""

CALLS = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
METHODS = {"extract", "extractall", "system", "popen", "unsafe_load", "full_load", "load_module", "mktemp"}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module}
    return found


def test_nothing_imports_what_runs_code_from_files_or_reaches_the_network():
    for file in FILES:
        for module in imported(file):
            assert module not in NEVER, (name(file), module)
            assert module.partition(".")[0] not in NEVER, (name(file), module)


@pytest.mark.parametrize("module", ONLY_IN)
def test_what_has_some_power_is_used_where_it_is_needed(module):
    using = {
        name(file) for file in FILES if any(f"{each}.".startswith(f"{module}.") for each in imported(file))
    }
    assert using <= ONLY_IN[module]
    assert using


def test_nothing_is_evaluated_unpacked_or_handed_to_a_shell():
    for file in FILES:
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name):
                assert node.func.id not in CALLS, (name(file), node.lineno)
            if isinstance(node.func, ast.Attribute):
                assert node.func.attr not in METHODS, (name(file), node.lineno)
            for word in node.keywords:
                assert word.arg != "shell", (name(file), node.lineno)
                assert word.arg != "allow_pickle" or getattr(word.value, "value", True) is False


def test_only_our_own_escaped_pictures_are_put_into_pages_as_they_are():
    marked = {name(file) for file in FILES if re.search(r"\bMarkup\(", file.read_text("utf-8"))}
    assert marked == {"game/authoring/report.py", "game/classroom/handout.py", "game/debrief/review/page.py"}
    for file in FILES:
        text = file.read_text("utf-8")
        assert text.count("Environment(") == text.count("autoescape=True"), name(file)


def test_what_is_printed_goes_through_a_door_that_shows_and_does_not_obey():
    """``tests/security/test_terminal.py`` holds what the doors do."""
    doors = {"game/cli/__init__.py", "game/cli/desk.py", "game/cli/keeping.py", "game/terminal/console.py"}
    writing = re.compile(r"sys\.std(?:out|err)\.write\(|\bprint\(|_write\.write\(")
    found = {name(file) for file in FILES if writing.search(file.read_text("utf-8"))}
    own = {"game/screens/sound/__main__.py", "game/screens/review/review.py", "game/cli/exploring.py"}
    assert found - own == doors
