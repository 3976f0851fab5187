"""Every command that a page tells is typed here, or stands in a short list with the reason and its test.

What is typed: every line that begins with ``shinyo``, in the order of the pages, in a folder as the pages
suppose it; in Japanese what the English pages do not tell in the same words. A name that stands for something
(``FILE``) is replaced by such a thing; a command told without what it needs (``shinyo pack``) is asked for
its help, with the options told. Where one opens a window it is opened, on the driver that shows nothing, and
its first screen is seen.
A tool of ours reads its command line by its own parser, and does not begin; a share of it is run by a test.
"""

import argparse
import ast
import contextlib
import importlib.util
import io
import runpy
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import click
import pytest

import dev
from game import cli
from game.cli.commands import tree
from game.cli.desk import Desk
from game.format.codes import Lang
from game.format.words import Words
from game.screens.app import App
from tests.authoring.stories import ROOT
from tests.docs.meant import ELSEWHERE, SHARES, meant, named
from tests.docs.prepared import prepare
from tests.docs.written import commands

LANGS: tuple[Lang, ...] = ("en", "ja")

OURS = [one for one in commands() if meant(one)[0] == "shinyo"]
"""What the command ``shinyo`` is told to do."""

TOOLS = [one for one in commands() if one not in OURS and named(one) is None]
"""The verbs of ``dev.py``, and tools that are started by Python."""


def is_only_named(words: Sequence[str]) -> bool:
    """Whether a command lacks something it needs, or is told by its name alone though it takes something."""
    command: click.Command = tree(Desk(Words("en")))
    rest = list(words)
    while isinstance(command, click.Group) and rest and rest[0] in command.commands:
        command = command.commands[rest.pop(0)]
    if not rest and any(isinstance(each, click.Argument) for each in command.params):
        return True
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            command.make_context(command.name, rest).close()
    except click.MissingParameter:
        return True
    except (click.ClickException, click.exceptions.Exit):
        return False
    return False


@pytest.fixture
def windows(monkeypatch):
    """The first screen of each window that was opened: it is closed after a few rounds."""
    seen: list[str] = []

    def looked_at(app):
        for _ in range(3):
            app.round()
        seen.append(type(app.screen).__name__)

    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setattr(App, "run", looked_at)
    return seen


WINDOWS = {"en": {"WhoScreen", "ClassScreen", "PreviewScreen"}, "ja": {"ClassScreen"}}


@pytest.mark.parametrize("lang", LANGS)
def test_what_shinyo_is_told_to_do_it_does(lang, tmp_path, monkeypatch, windows):
    home, folder = tmp_path / "home", tmp_path / "folder"
    folder.mkdir()
    monkeypatch.setenv("SHINYO_HOME", str(home))
    monkeypatch.chdir(folder)
    prepare(folder, home, lang)
    told = {each: {meant(one): one.place for one in reversed(OURS) if one.lang == each} for each in LANGS}
    own = {words: place for words, place in told[lang].items() if lang == "en" or words not in told["en"]}
    failed = {}
    for words, place in reversed(own.items()):
        arguments = [*words[1:], "--help"] if is_only_named(words[1:]) else [*words[1:]]
        status, last_words = typed(arguments, lang)
        if status:
            failed[place] = f"{' '.join(words)}: {status}: {last_words}"
    assert failed == {}
    assert WINDOWS[lang] <= set(windows)
    assert "TroubleScreen" not in windows


def typed(arguments: list[str], lang: Lang) -> tuple[int, str]:
    """Exit status and last words of a command line; who is asked, always takes the first."""
    arguments, _, file = (
        (arguments[: arguments.index(">")], ">", arguments[-1]) if ">" in arguments else (arguments, "", "")
    )
    out, errors = io.StringIO(), io.StringIO()
    with (
        patch.object(sys, "stdin", io.StringIO("1\n" * 200)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(errors),
    ):
        status = cli.run([*arguments, "--lang", lang] if arguments else [])
    if file:
        Path(file).write_text(out.getvalue(), "utf-8")
    return status, errors.getvalue()[-300:]


class Understood(Exception):  # noqa: N818 - it is what is hoped for
    """A tool has read its command line, and would begin now."""


def steps_of(words: tuple[str, ...]) -> list[list[str]]:
    """What is started for a command: its program is left out where that is Python."""
    if words[:2] != ("python3", "dev.py"):
        program, *rest = words
        return [["-m", "pytest", *rest]] if program.endswith("pytest") else [rest]
    started: list[list[str]] = []

    def start(command: list[str], **_: object) -> int:
        assert command[0] == dev.venv_python()
        started.append([each for each in command[1:] if each != "-P"])
        return 0

    with (
        patch.object(dev, "set_up", lambda _: None),
        patch("dev.subprocess.call", start),
        patch.object(dev, "size_of", lambda _: 0),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        assert dev.main(list(words[2:])) == 0
    return started


def understood(step: list[str]) -> bool:
    """Whether a tool of ours takes its command line; of one of others, whether it and the paths are there."""
    match step:
        case ["-m", module, *rest] if not module.startswith(("tests.", "benchmarks.", "game.")):
            paths = [each for each in rest if "/" in each]
            return importlib.util.find_spec(module) is not None and all(
                (ROOT / one).exists() for one in paths
            )
        case ["-c", code, *_]:
            return importlib.util.find_spec(code.split()[1].partition(".")[0]) is not None
        case ["-m", module, *rest]:
            return reads(lambda: runpy.run_module(module, run_name="__main__", alter_sys=True), module, rest)
        case [file, *rest]:
            return reads(lambda: runpy.run_path(str(ROOT / file), run_name="__main__"), file, rest)
    return False


def reads(start, name: str, arguments: list[str]) -> bool:
    """Whether its own parser takes these arguments; it does not come to its work."""
    assert name in SHARES, f"{name} runs long: name the test that runs a share of it in SHARES"
    parse = argparse.ArgumentParser.parse_args

    def only_read(*given, **more):
        parse(*given, **more)
        raise Understood

    with (
        warnings.catch_warnings(),
        patch.object(argparse.ArgumentParser, "parse_args", only_read),
        patch.object(sys, "argv", [name, *arguments]),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        warnings.simplefilter("ignore", RuntimeWarning)  # that it was imported before
        try:
            start()
        except Understood:
            return True
        except SystemExit:
            return False
    return False


@pytest.mark.parametrize("words", sorted({meant(one) for one in TOOLS}), ids=" ".join)
def test_what_a_tool_is_told_it_understands(words):
    assert all(understood(step) for step in steps_of(words))


def test_a_command_nobody_can_type_is_told():
    assert not understood(["-m", "tests.fuzz", "--hours", "3"])
    assert not understood(["-m", "pytest", "tests/nowhere"])
    assert not understood(["benchmarks/run.py", "--slowly"])
    assert typed(["check", "--teech"], "en")[0] == 2


def test_play_hands_on_what_follows(monkeypatch):
    started: list[list[str]] = []
    monkeypatch.setattr(dev, "set_up", lambda _: None)
    monkeypatch.setattr("dev.os.execv", lambda _, command: started.append(command))
    monkeypatch.setattr("dev.subprocess.call", started.append)
    monkeypatch.setattr("dev.signal.signal", lambda *_: None)
    dev.main(["play", "check", "first-visit.yaml"])
    assert started[0][-5:] == ["-P", "-m", "game", "check", "first-visit.yaml"]


def test_the_list_of_what_is_not_typed_is_short_and_true():
    assert {named(one) for one in commands()} - {None} == set(ELSEWHERE)
    tests = [*SHARES.values(), *(test for _, test in ELSEWHERE.values() if test)]
    for test in tests:
        file, _, function = test.partition("::")
        tree_of_file = ast.parse((ROOT / file).read_text("utf-8"))
        names = {node.name for node in tree_of_file.body if isinstance(node, ast.FunctionDef)}
        assert not function or function in names, test


def test_commands_are_found_however_they_are_told():
    told = {(one.page, " ".join(one.words)) for one in commands()}
    assert ("README.md", "python3 dev.py test") in told  # in a frame
    assert ("docs/debrief.md", "shinyo debrief codes.txt") in told  # set in
    assert ("CONTRIBUTING.md", "python3 dev.py fuzz --minutes 15") in told  # in a table
    assert ("README.md", "shinyo play FILE_OR_ID --text") in told  # an option beside its command
    assert ("README.md", "shinyo records purge") in told  # one of several
    assert len(told) > 130
