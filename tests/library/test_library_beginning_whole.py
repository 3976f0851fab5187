"""A process beside the game ends without a word, whenever the one that started it was killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.posix

KILLED = """
import os, signal, sys
from multiprocessing import util
from pathlib import Path

sys.path.insert(0, os.environ["PYTHONPATH"])  # as an installed game has it
begin = util.spawnv_passfds


def begin_and_die(path, command, passed):
    other = begin(path, command, passed)
    if any("spawn_main" in each for each in map(os.fsdecode, command)):
        Path(sys.argv[1]).write_text(str(other))
        os.kill(os.getpid(), signal.SIGKILL)
    return other


util.spawnv_passfds = begin_and_die
"""

ANALYSIS = """
import time
from pathlib import Path
from game.library import Library

library = Library(Path(sys.argv[2]))
working = library.analyse_in_background(library.open_scenario("first-steps", "ja"), None)
time.sleep(60)
"""

CLERK = """
from game.deskwork.clerk import Clerk

Clerk().ask(print, 1)
"""


@pytest.mark.parametrize("asked", [ANALYSIS, CLERK], ids=["analysis", "clerk"])
def test_the_one_that_is_left_says_nothing(tmp_path, asked):
    around = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    program = [sys.executable, "-c", KILLED + asked, str(tmp_path / "other"), str(tmp_path / "home")]
    # Who is left holds on to the pipes: they end with it.
    done = subprocess.run(program, capture_output=True, env=around, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert int((tmp_path / "other").read_text()) > 0
    assert (done.stdout, done.stderr) == (b"", b"")
