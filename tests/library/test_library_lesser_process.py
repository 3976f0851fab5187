"""A process that works beside the game hears nothing of a Ctrl-C, from its first moment on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.library.lesser_process import SAFE_PATH, undisturbed

pytestmark = pytest.mark.posix


def started():
    return subprocess.Popen([sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def test_ctrl_c_does_not_reach_it_while_it_comes_up():
    with undisturbed():
        process = started()
    try:
        os.kill(process.pid, signal.SIGINT)
        assert process.stdout is not None
        assert process.stdout.readline() == b"up\n"
        time.sleep(0.1)
        assert process.poll() is None
    finally:
        process.kill()
        _, told = process.communicate()
    assert told == b""


def test_who_started_it_hears_everything_again():
    with undisturbed():
        assert signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


FIRST = """
import multiprocessing
from pathlib import Path
from game.library.lesser_process import SAFE_PATH, undisturbed

process = multiprocessing.get_context("spawn").Process(target=print)
with undisturbed():
    process.start()
status = Path(f"/proc/{process.pid}/status").read_text()
process.kill()
print(next(line for line in status.splitlines() if line.startswith("SigBlk")).split()[1])
"""


@pytest.mark.linux  # its processes can be asked what they hear
def test_the_first_one_of_a_program_hears_nothing_either():
    """The first time Python starts a process of its own beside it, and lets the thread hear again."""
    around = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, "-c", FIRST], capture_output=True, text=True, check=True, env=around
    )
    assert int(done.stdout, 16) & 1 << signal.SIGINT - 1


def test_a_process_takes_no_module_from_the_folder_one_stands_in_and_others_do_again(monkeypatch):
    monkeypatch.delenv(SAFE_PATH, raising=False)
    with undisturbed():
        with undisturbed():
            assert os.environ[SAFE_PATH] == "1"
        assert os.environ[SAFE_PATH] == "1"  # another thread may still be starting one
    assert SAFE_PATH not in os.environ
    monkeypatch.setenv(SAFE_PATH, "theirs")
    with undisturbed():
        assert os.environ[SAFE_PATH] == "1"
    assert os.environ[SAFE_PATH] == "theirs"
