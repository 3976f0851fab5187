"""Progress of long work: bars on a terminal, nothing anywhere else, nothing for what is soon over."""

import io
import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.exactly import book
from benchmarks.grown_story import deep, wide
from game.analysis.live import most_decisions
from game.cli import waiting
from game.cli.waiting import Progressing
from game.core.game import Game
from game.format.reader import read
from game.format.words import Words
from tests.cli.conftest import ROOT, SAMPLE, without_display
from tests.cli.test_real_terminal import Terminal


class Errors(io.StringIO):
    """An error stream that says whether it is a terminal."""

    def __init__(self, *, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


class Clock:
    """Seconds that pass when told."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def game_of(text):
    scenario = read(text.encode(), "x.yaml", lang="en", rulebook=book()).scenario
    assert scenario is not None
    return Game(scenario, book())


def drawn(progress):
    """Draw now, not when the bar's own thread comes to it."""
    if progress._bar is not None:
        progress._bar.refresh()


@pytest.fixture(params=[True, False], ids=["terminal", "pipe"])
def put_errors(request, monkeypatch):
    """Puts an error stream in place; only within a test, since pytest puts its own before each."""

    def put():
        monkeypatch.setenv("TERM", "xterm")
        stream = Errors(terminal=request.param)
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return put


def test_a_bar_is_shown_on_a_terminal_once_it_takes_long(put_errors):
    errors, clock, game = put_errors(), Clock(), game_of(deep(8))
    with Progressing(Words("en"), clock) as progress:
        told = progress.of(game)
        told(1, 3)
        assert errors.getvalue() == ""
        clock.now = waiting.PATIENCE
        told(4, 12_345)
        drawn(progress)
    assert ("Decisions 4, states 12,345" in errors.getvalue()) == errors.terminal
    assert ("━" in errors.getvalue()) == errors.terminal
    if errors.terminal:
        assert errors.getvalue().rstrip("\r\n").endswith("\x1b[2K")  # cleared away


def test_files_are_counted_where_there_are_several(put_errors):
    errors, clock = put_errors(), Clock()
    with Progressing(Words("en"), clock) as progress:
        clock.now = 1
        progress.files("checked", 0, 1)
        assert errors.getvalue() == ""
        progress.files("read", 3, 300)
        drawn(progress)
        progress.files("checked", 7, 300)
        drawn(progress)
        progress.aside()
    assert ("Files read: 3 of 300" in errors.getvalue()) == errors.terminal
    assert ("Files checked: 7 of 300" in errors.getvalue()) == errors.terminal


@pytest.mark.parametrize("text", [deep(4), deep(7), wide(9), Path(SAMPLE).read_text("utf-8")])
def test_the_bar_never_has_more_to_do_than_decisions_there_can_be(text):
    from game.analysis.exact import analyse  # noqa: PLC0415

    game = game_of(text)
    layers = []
    found = analyse(game, progress=lambda layer, _: layers.append(layer))
    assert layers == sorted(layers)
    assert layers[-1] == found.decisions_max <= most_decisions(game) <= 60


def test_a_hub_counts_as_often_as_it_can_be_returned_to():
    text = Path("scenarios/friday-checklist.yaml").read_text("utf-8")
    game = game_of(text)
    assert any(scene.hub for scene in game.scenario.scenes)
    assert most_decisions(game) >= 23
    endless = game_of(deep(4)).scenario
    assert most_decisions(Game(endless, book())) == 4


@pytest.mark.usefixtures("home")
def test_nothing_of_it_gets_into_pipes(process, tmp_path):
    file = tmp_path / "deep.yaml"
    file.write_text(deep(16))
    done = process("explore", str(file), "--json", TERM="xterm", FORCE_COLOR="1")
    assert done.stderr == b""
    assert json.loads(done.stdout)["decisions_max"] == 16


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("command", ["explore", "map"])
def test_ctrl_c_in_the_midst_ends_it_with_a_sentence_and_gives_the_cursor_back(tmp_path, command):
    file = tmp_path / "deep.yaml"
    file.write_text(deep(24))
    out = ["-o", str(tmp_path / "map.html")] if command == "map" else []
    terminal = Terminal(command, str(file), *out, TERM="xterm", COLUMNS="80")
    bar = terminal.until("状態の数")
    assert "━" in bar
    terminal.type("\x03")
    after = terminal.until("途中で中断しました。ファイルには手を加えていません。")
    assert "\x1b[?25h" in after
    assert "Traceback" not in after
    assert terminal.ended() == 130
    assert not (tmp_path / "map.html").exists()


@pytest.mark.usefixtures("home")
def test_checking_many_files_counts_them_and_still_tells_each(tmp_path):
    for number in range(120):
        text = wide(40).replace("id: wide", f"id: wide{number}")
        (tmp_path / f"{number:03}.yaml").write_text(text if number else text.replace("start: s0", "start: s"))
    terminal = Terminal("check", str(tmp_path), TERM="xterm", COLUMNS="100", LINES="24")
    terminal.until("確かめたファイル")
    told = terminal.until("シナリオ120本を確認")
    assert "━" in told
    assert terminal.ended() == 1


@pytest.mark.posix  # signals are another thing there
@pytest.mark.usefixtures("home")
def test_ctrl_c_says_it_in_the_persons_language_where_nobody_sees_a_bar(tmp_path):
    file = tmp_path / "deep.yaml"
    file.write_text(deep(24))
    running = subprocess.Popen(
        [sys.executable, "-m", "game", "explore", str(file), "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=without_display(),
    )  # fmt: skip
    with pytest.raises(subprocess.TimeoutExpired):
        running.communicate(timeout=2)
    running.send_signal(signal.SIGINT)
    output, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert re.fullmatch(r"\s*Stopped before it was finished\. No file was changed\.\s*", told.decode())
    assert output == b""
