"""The command in a real terminal (a pseudo-terminal): nothing but lines, and a way out at any place."""

import os
import pty
import select
import sys
import time

import pytest

from tests.cli.conftest import ROOT, SAMPLE, without_display


class Terminal:
    """A command running in a pseudo-terminal, of 60 columns unless told otherwise."""

    def __init__(self, *arguments: str, **more: str) -> None:
        self.pid, self._end = pty.fork()
        if not self.pid:
            os.chdir(ROOT)
            plain = {"COLUMNS": "60", "TERM": "dumb", "LANG": "ja_JP.UTF-8"}
            environment = without_display(**{**plain, **more})
            os.execve(sys.executable, [sys.executable, "-m", "game", *arguments], environment)
        self.read = ""

    def until(self, text: str) -> str:
        """Everything written until this text appears."""
        ending = time.monotonic() + 30
        while text not in self.read and time.monotonic() < ending:
            if not select.select([self._end], [], [], 1)[0]:
                continue
            try:
                self.read += os.read(self._end, 65536).decode("utf-8", "replace")
            except OSError:  # the other side has ended
                break
        assert text in self.read, self.read
        before, self.read = self.read.split(text, 1)
        return before

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def ended(self) -> int:
        """The exit status."""
        try:
            while os.read(self._end, 65536):
                pass
        except OSError:
            pass
        os.close(self._end)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


@pytest.mark.usefixtures("home")
def test_a_meeting_is_played_in_lines_that_fit_the_terminal():
    terminal = Terminal("play", SAMPLE, "--text")
    terminal.until("名前（Enter で「受講者1」）：")
    terminal.type("花子\n")
    brief = terminal.until("選択：")
    assert "\x1b" not in brief
    assert max(len(line.encode("cp932")) for line in brief.splitlines()) <= 62
    for answer, prompt in (
        ("2", "選択："),
        ("1", "選択："),
        ("1", "番号"),
        ("1", "番号"),
        ("4", "（Enter で次へ）"),
        ("", "（Enter で次へ）"),
    ):
        terminal.type(f"{answer}\n")
        terminal.until(prompt)
    terminal.type("\n")
    assert "商談：成約" in terminal.until("q: 終える")
    terminal.type("q\n")
    terminal.until("もう一度、最初から遊びますか？")
    terminal.type("n\n")
    assert terminal.ended() == 0


@pytest.mark.usefixtures("home")
@pytest.mark.linux  # elsewhere there is always a display
def test_without_a_display_the_game_is_played_in_the_terminal():
    terminal = Terminal()
    assert "ウィンドウを開ける画面がありません。このターミナルで遊びます。" in terminal.until(
        "名前（Enter で「受講者1」）："
    )
    terminal.type("\n")
    terminal.until("番号（l: English、q: 終了）：")
    terminal.type("q\n")
    assert terminal.ended() == 0


@pytest.mark.usefixtures("home")
def test_ctrl_c_and_ctrl_d_at_the_prompt():
    for key, told, status in (
        ("\x03", "中断しました。ここまでの選択は残っています。", 130),
        ("\x04", "入力が終わりました。ここまでの選択は残っています。", 0),
    ):
        terminal = Terminal("play", SAMPLE, "--text")
        terminal.until("名前")
        terminal.type("花子\n")
        terminal.until("選択：" if key == "\x03" else "続けますか？")
        terminal.type(key)
        assert "Traceback" not in terminal.until(told)
        assert terminal.ended() == status
