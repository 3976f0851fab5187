"""A virtual screen, the game in a window on it, and the keys and the mouse that press it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = (sys.executable, "-m", "game")
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
    """One run of the game on a screen, with a home of its own; ``program`` is how it is started."""

    def __init__(
        self, display, home, lang, *command, text_speed=0, program=SOURCE, environment=None, folder=ROOT
    ):
        self.home = home
        around = os.environ | {"PYTHONPATH": str(ROOT)} if environment is None else environment
        self.env = {
            **{name: value for name, value in around.items() if not name.startswith("SDL_")},
            "DISPLAY": display, "SHINYO_HOME": str(home), "SDL_AUDIODRIVER": "dummy",
        }  # fmt: skip
        home.mkdir(parents=True, exist_ok=True)
        settings = {"settings": 1, "trainee": "tester", "text_speed": text_speed, "lang": lang}
        if not (home / "settings.json").exists():
            (home / "settings.json").write_text(json.dumps(settings))
        self.game = subprocess.Popen(
            [*program, "--lang", lang, *(command or ("play", "friday-checklist"))],
            env=self.env, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip

    def xdotool(self, *words):
        around = os.environ | {"DISPLAY": self.env["DISPLAY"]}
        subprocess.run(["xdotool", *map(str, words)], env=around, check=True, timeout=20)

    def key(self, *keys):
        self.xdotool("key", "--delay", 30, *keys)

    def click(self, x, y):
        """Press at a place of the sheet of 1280 × 720 units, wherever and however large the window is."""
        if not self.place:
            return
        left, top, width, height = self.place
        at = left + x * width // 1280, top + y * height // 720
        self.xdotool("mousemove", *at, "sleep", 0.05, "click", 1)

    @property
    def place(self):
        """Left, top, width and height on the screen, () while there is no window."""
        around = os.environ | {"DISPLAY": self.env["DISPLAY"]}
        words = ["xdotool", "search", "--onlyvisible", "--class", ".", "getwindowgeometry"]
        asked = subprocess.run(words, env=around, capture_output=True, text=True, timeout=20, check=False)
        return tuple(int(n) for n in re.findall(r"(?:Position: |Geometry: |(?<=\d)[,x])(\d+)", asked.stdout))

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
        with suppress(ProcessLookupError):  # with it what it started: a single-file program is two processes
            os.killpg(self.game.pid, signal.SIGKILL)
        if self.game.stdout and not self.game.stdout.closed:  # else it ended by itself, and was read out
            self.game.communicate()


def play_by_keys(window, choice="2"):
    """Hurry and pick, from the brief to the reveal."""

    def press():
        window.key("space", "space", "space")
        time.sleep(0.3)
        window.key(choice if len(window.path) < 40 else "1", "1")

    window.until(lambda: window.path, lambda: window.key("Return", "space", "space", choice))
    window.until(lambda: window.lines[-1].get("closed") or "closed" in window.lines[-1], press)
