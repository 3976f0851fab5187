"""The built program in a real window, played by keys where there is no Python, and closed again."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.standalone.conftest import bare, left_over
from tests.window.real_window import LONGEST, Window, play_by_keys, screen


@pytest.fixture
def opened(program, home):
    """Opens the window on a computer without Python, with these words on the command line."""
    with screen() as display:
        windows = []

        def open_window(*command):
            around = bare(home, LANG="ja_JP.UTF-8")
            windows.append(
                Window(display, home / "own", "ja", *command, program=[program], environment=around)
            )
            return windows[-1]

        yield open_window
        for window in windows:
            window.stop()


def running(program):
    """The process numbers of all that runs this program."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                command = (each / "cmdline").read_bytes()
            except OSError:  # it has just ended
                continue
            if command.startswith(os.fsencode(program) + b"\0"):
                found.append(int(each.name))
    return found


def wait_until(done):
    end = time.monotonic() + LONGEST
    while not done():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_meeting_by_keys_to_the_reveal_with_the_analysis_beside_it(opened, program, home):
    window = opened()
    analyses = home / "own" / "cache" / "analyses"
    play_by_keys(window)
    assert len(window.path) >= 10
    # A process of its own makes it; that the window has taken it shows in its being kept.
    window.until(lambda: list(analyses.glob("*.analysis")), lambda: window.key("space"))
    assert running(program)
    window.game.send_signal(signal.SIGTERM)
    wait_until(lambda: window.game.poll() is not None)
    wait_until(lambda: running(program) == [])
    assert left_over(home) == []
    assert "closed" in window.lines[-1]


def test_closed_by_its_key_it_ends_well_and_leaves_nothing(opened, program, home):
    (home / "own").mkdir()
    (home / "own" / "settings.json").write_text('{"settings": 1, "lang": "ja"}')  # nobody has played yet
    window = opened("--lang", "ja")
    end = time.monotonic() + LONGEST
    while window.game.poll() is None:  # it asks for a name, and there is nothing behind that
        assert time.monotonic() < end
        window.key("Escape")
        time.sleep(0.5)
    assert window.game.returncode == 0, window.game.communicate()[0].decode()
    wait_until(lambda: running(program) == [])
    assert left_over(home) == []


def test_without_a_display_it_says_so(shinyo):
    done = shinyo("--lang", "en")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no display" in done.stderr
