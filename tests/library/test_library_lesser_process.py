"""A process that works beside the game hears nothing of a Ctrl-C, from its first moment on."""

import os
import signal
import subprocess
import sys
import time

import pytest

from game.library.lesser_process import undisturbed

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
