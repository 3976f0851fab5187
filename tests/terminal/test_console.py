import io
import os
import signal
import threading
from unittest.mock import patch

import pytest

from game.format.frames import cells
from game.terminal.console import NO_LINE_START, Console, Left, fold, padded, plain_answer

JA = "同じ規模の卸売業で、締め作業を半日にした手順を一枚にまとめてきました。金曜までに、一覧もお送りします。"
EN = "I have brought the steps on one sheet; a wholesaler of your size closes its month in half a day."


@pytest.mark.parametrize("text", [JA, EN, JA + EN, EN + JA, "、" * 30, "x" * 50, "", " "])
@pytest.mark.parametrize("most", [8, 20, 37, 78])
def test_folding_loses_nothing_and_keeps_to_the_width(text, most):
    lines = fold(text, most)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert line == line.rstrip() or text == " "
        words = [word for word in line.split() if word.isascii()]
        assert (
            cells(line) <= most + 4 or any(cells(word) > most for word in words) or set(line) <= NO_LINE_START
        )


def test_no_line_begins_with_a_closing_mark():
    for most in range(8, 40):
        assert not {line[0] for line in fold(JA, most)} & NO_LINE_START


def test_without_a_terminal_a_sentence_is_a_line():
    output = io.StringIO()
    Console(io.StringIO(), output, folds=False).say(JA + EN)
    assert output.getvalue() == JA + EN + "\n"


def test_an_answer_is_read_in_plain_width():
    assert [plain_answer(each) for each in ("１\n", " ？ ", "ｑ\r\n", "山田　花子\n")] == [
        "1",
        "?",
        "q",
        "山田 花子",
    ]


def test_the_end_of_the_input_is_a_way_to_leave():
    with pytest.raises(Left):
        Console(io.StringIO(), io.StringIO(), folds=False).ask("?")


def test_columns_are_filled_by_cells():
    assert padded("信用", 6) == "信用  "
    assert padded("12", 6, right=True) == "    12"
    assert padded("信用通帳", 3) == "信用通帳"


class Typed(io.StringIO):
    """A terminal at which nothing has been typed yet."""

    def __init__(self, fd):
        super().__init__()
        self.fd = fd

    def fileno(self):
        return self.fd

    def isatty(self):
        return True

    def readline(self, _=-1):
        return os.read(self.fd, 100).decode()


@pytest.mark.posix
def test_ctrl_c_is_heard_at_any_moment_since_nothing_is_read_before_it_is_typed():
    end, begin = os.pipe()
    console = Console(Typed(end), io.StringIO(), folds=False)
    later = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))
    later.start()
    with (
        patch.object(Typed, "readline", lambda _: pytest.fail("read while nothing was typed")),
        pytest.raises(KeyboardInterrupt),
    ):
        console.ask("?")
    later.join()
    os.write(begin, "はい\n".encode())
    assert console.ask("?") == "はい"
    os.close(begin)
    with pytest.raises(Left):
        console.ask("?")
    os.close(end)
