"""Outputs that cannot take everything: encodings, closed pipes, full disks, the keyboard, no display."""

import json
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, SAMPLE, without_display

PLAY = ["play", SAMPLE, "--choices", "gift,send,trial"]

PYTHON, QUOTED = shlex.quote(sys.executable), shlex.quote(str(SAMPLE))  # a checkout may lie in "My Files"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp932", "utf-8"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_encoding_ends_the_program(process, encoding, lang):
    for arguments in ([*PLAY, "--lang", lang], ["pley", "--lang", lang]):
        done = process(*arguments, PYTHONIOENCODING=encoding)
        assert done.returncode == (2 if "pley" in arguments else 0)
        assert done.stdout or done.stderr
    card = json.loads(
        process(*PLAY, "--json", "--lang", lang, PYTHONIOENCODING=encoding).stdout.decode(encoding)
    )
    assert card["outcome"]["deal"] == "signed"
    if lang == "ja":
        assert card["passbook"][0]["reason"] == "役に立つ情報を届けた"


def test_a_pipe_gets_utf8_whatever_the_locale(process):
    done = process(*PLAY, "--lang", "ja", LANG="C", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert "信用通帳" in done.stdout.decode("utf-8")


@pytest.mark.linux  # elsewhere a window needs no display server to be named
def test_a_display_server_that_does_not_answer_is_no_display(process):
    done = process("--lang", "en", DISPLAY=":4711")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "There is no display for a window." in done.stderr.decode()


def test_the_language_is_the_systems(process):
    assert "使い方" in process("--help", LANG="ja_JP.UTF-8").stdout.decode()
    assert "Usage" in process("--help", LANG="de_DE.UTF-8").stdout.decode()
    assert "Usage" in process("--help", LANG="ja_JP.UTF-8", PYTHONIOENCODING="ascii").stdout.decode()


@pytest.mark.posix  # a pipe closes otherwise there
@pytest.mark.usefixtures("home")
def test_a_closed_pipe_is_no_trouble():
    command = f"(sleep 0.1; {PYTHON} -m game explore {QUOTED} --json; echo $? >&2) | (exec 0<&-; sleep 3)"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False, timeout=60)
    assert done.stderr.strip() == b"141"


@pytest.mark.linux  # no other system has this device
@pytest.mark.usefixtures("home")
def test_a_full_disk_behind_the_output_is_said():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "game", *PLAY], stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert done.returncode == 2
    assert b"The disk is full, so the file could not be saved." in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.posix  # a shell closes streams otherwise there
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", ["list", "play {sample} --choices gift,send,trial", "--version"])
def test_a_stream_that_was_closed_before_the_start_is_no_trouble(home, closed, arguments):
    command = f"{PYTHON} -m game {arguments.format(sample=QUOTED)} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 0, done
    assert b"Traceback" not in done.stdout + done.stderr
    assert not list(home.glob("crash-*"))


@pytest.mark.posix  # a shell closes streams otherwise there
def test_playing_in_the_terminal_with_the_input_closed_ends_quietly(home):
    command = f"{PYTHON} -m game play {QUOTED} --text --lang en <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=ROOT, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not list(home.glob("crash-*"))


@pytest.mark.linux  # elsewhere there is always a display
def test_without_display_and_terminal_one_sentence_is_said(process):
    for lang, sentence in (
        ("ja", "ウィンドウを開ける画面がありません。遊べるターミナルもありません。"),
        ("en", "There is no terminal"),
    ):
        done = process("--lang", lang)
        assert (done.returncode, done.stdout) == (2, b"")
        assert sentence in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("module", "sentence"),
    [
        ("raise ImportError('no')", "pygame-ce could not be loaded"),
        ("ver = '2.6.1'", "The old pygame hides"),
    ],
)
def test_a_wrong_pygame_is_mended_with_a_sentence(process, tmp_path, module, sentence):
    (tmp_path / "pygame").mkdir()
    (tmp_path / "pygame" / "__init__.py").write_text(module)
    done = process(PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert sentence in done.stderr.decode()
    assert "pip install pygame-ce" in done.stderr.decode()


@pytest.mark.usefixtures("home")
def test_listing_does_not_load_the_window():
    program = "import sys; from game.cli import run; run(['list']); sys.exit('pygame' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.usefixtures("home")
def test_version_and_help_load_no_rules():
    for arguments in (["--version"], ["--help", "--lang", "ja"], ["pley"]):
        program = f"import sys; from game.cli import run; run({arguments}); sys.exit('numpy' in sys.modules)"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, check=False)
        assert done.returncode == 0, arguments


@pytest.mark.posix  # signals are another thing there
def test_ctrl_c_says_a_line_and_keeps_the_record(home):
    program = [sys.executable, "-m", "game", "play", SAMPLE, "--text", "--lang", "ja"]
    playing = subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
        env=without_display(),
    )  # fmt: skip
    assert playing.stdin is not None
    playing.stdin.write("山田\n2\n".encode())
    playing.stdin.flush()
    for _ in range(200):
        time.sleep(0.05)
        if [file for file in home.glob("records/*.jsonl") if "gift" in file.read_text("utf-8")]:
            break
    time.sleep(0.2)
    playing.send_signal(signal.SIGINT)
    _, errors = playing.communicate(timeout=20)
    assert playing.returncode == 130
    assert errors.decode().strip() == "中断しました。ここまでの選択は残っています。"
    (record,) = home.glob("records/*.jsonl")
    assert [json.loads(line).get("choice") for line in record.read_text("utf-8").splitlines()][1:] == ["gift"]


@pytest.mark.posix  # signals are another thing there
@pytest.mark.parametrize("moment", [0.03, 0.1, 0.2, 0.4])
@pytest.mark.usefixtures("home")
def test_ctrl_c_at_any_moment_leaves_no_traceback(moment):
    running = subprocess.Popen(
        [sys.executable, "-m", "game", "explore", SAMPLE],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=without_display(),
    )  # fmt: skip
    time.sleep(moment)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=20)
    if moment > 0.1:  # before that not one line of the program may have run
        assert str(ROOT / "game").encode() not in errors
        if b"<frozen runpy>" not in errors:  # a slow machine: Python itself was still beginning
            assert b"Traceback" not in errors
            assert running.returncode in {0, 130}


def caused(by):
    error = ValueError("not a model")
    error.__cause__ = by
    return error


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ValueError("Error building a validator:\n  KeyboardInterrupt: "), 130),
        (caused(KeyboardInterrupt()), 130),
        (caused(TypeError("x")), 70),
    ],
)
def test_ctrl_c_is_known_in_whatever_a_package_makes_of_it(shinyo, monkeypatch, error, status):
    def obey(_):
        raise error

    monkeypatch.setattr("game.cli.commands.obey", obey)
    assert shinyo("explore", SAMPLE, "--lang", "en")[0] == status
