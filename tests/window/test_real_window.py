"""The game as a person has it: a window on a screen, pressed by real keys and a real mouse."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 240.0
"""Seconds after which a meeting that has not come to its reveal is called stuck."""


@contextmanager
def screen(size="1280x720"):
    """A virtual screen; gives its DISPLAY."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as pipe:
        display = f":{pipe.readline().strip()}"
    try:
        yield display
    finally:
        server.terminate()
        server.wait(10)


class Window:
    """One run of the game on a screen, with a home of its own."""

    def __init__(self, display, home, lang, *command, text_speed=0):
        self.home = home
        self.env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("SDL_")},
            "DISPLAY": display, "SHINYO_HOME": str(home), "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        home.mkdir(parents=True, exist_ok=True)
        settings = {"settings": 1, "trainee": "tester", "text_speed": text_speed, "lang": lang}
        if not (home / "settings.json").exists():
            (home / "settings.json").write_text(json.dumps(settings))
        self.game = subprocess.Popen(
            [sys.executable, "-m", "game", "--lang", lang, *(command or ("play", "friday-checklist"))],
            env=self.env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.env, check=True, timeout=20)

    def key(self, *keys):
        self.xdotool("key", "--delay", 30, *keys)

    def click(self, x, y):
        self.xdotool("mousemove", x, y, "sleep", 0.05, "click", 1)

    @property
    def lines(self):
        """The lines of the record, headers and closing included."""
        files = sorted((self.home / "records").glob("*.jsonl"))
        if not files:
            return []
        return [json.loads(line) for line in files[0].read_text(encoding="utf-8").splitlines()]

    @property
    def path(self):
        return [line["choice"] for line in self.lines if "choice" in line]

    def until(self, done, act, *, seconds=LONGEST):
        """Act again and again until it is done."""
        end = time.monotonic() + seconds
        while not done():
            assert self.game.poll() is None, self.game.communicate()[0].decode()
            assert time.monotonic() < end, f"stuck after {self.path}"
            act()
            time.sleep(0.1)

    def stop(self):
        self.game.kill()
        self.game.communicate()


@pytest.fixture
def display():
    with screen() as name:
        yield name


def play_by_keys(window, choice="2"):
    """Hurry and pick, from the brief to the reveal."""

    def press():
        window.key("space", "space", "space")
        time.sleep(0.3)
        window.key(choice if len(window.path) < 40 else "1", "1")

    window.until(lambda: window.path, lambda: window.key("Return", "space", "space", choice))
    window.until(lambda: window.lines[-1].get("closed") or "closed" in window.lines[-1], press)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_whole_meeting_by_keys(display, tmp_path, lang):
    window = Window(display, tmp_path / "home", lang)
    try:
        play_by_keys(window)
        assert window.lines[0]["scenario"] == "friday-checklist"
        assert len(window.path) >= 10
    finally:
        window.stop()


def test_a_whole_meeting_by_mouse(display, tmp_path):
    window = Window(display, tmp_path / "home", "ja")

    def press():
        window.click(507, 645)  # in the talk: hurry; before the reveal: go on without a prediction
        window.click(1000, 100)
        window.click(1000, 100)
        time.sleep(0.3)
        window.click(1000, 640)

    try:
        window.until(lambda: window.lines, lambda: window.click(718, 677))
        window.until(lambda: "closed" in window.lines[-1], press)
    finally:
        window.stop()


def test_killed_in_the_middle_it_goes_on_from_the_same_decision(display, tmp_path):
    window = Window(display, tmp_path / "home", "ja")

    def press():
        window.key("space", "space")
        time.sleep(0.3)
        window.key("2", "1")

    try:
        window.until(lambda: window.path, lambda: window.key("Return", "space", "space", "2"))
        window.until(lambda: len(window.path) >= 4, press)
    finally:
        window.stop()
    before = window.path

    def enter():
        again.key("Return")
        time.sleep(0.4)

    again = Window(display, tmp_path / "home", "ja", "--lang", "ja")  # the shelf: it lies there to go on with
    try:
        # Digits would be a name while it asks who is playing: Enter alone leads to where it was left, and on.
        again.until(lambda: len(again.path) > len(before), enter)
        assert again.path[: len(before)] == before
    finally:
        again.stop()
