"""No pattern of the game takes for ever over any text: each is tried on what makes bad ones explode.

A bad one would go on for longer than the world lasts; the process is given a minute of processor time.
"""

import importlib
import itertools
import pkgutil
import re
import subprocess
import sys
from typing import Any

import pytest

import game
from tests.cli.conftest import ROOT, without_display

PIECES = [
    "a",
    "1",
    " ",
    "- ",
    "{",
    "[",
    '"',
    "\\\\",
    ":",
    ": ",
    "、",
    "《",
    "｜",
    "漢",
    "か",
    "（電話",
    "#~",
    "msg",
    "1,",
    "a-",
    "=",
    ";",
]
BEGINNINGS, ENDS = ["", "a", "- {"], ["", "!", "\n\0"]
TIMES = 150


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every pattern that is kept in a module of the game, by its name there; also within tables."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(game.__path__, "game."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                within(f"{module.name}.{name}", value, found)
    return found


def within(name: str, value: object, found: dict[str, re.Pattern[Any]], depth: int = 3) -> None:
    if isinstance(value, re.Pattern):
        if all(value is not known for known in found.values()):
            found[name] = value
    elif isinstance(value, dict | tuple | list) and depth:
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            within(f"{name}[{key}]", each, found, depth - 1)


def pump() -> None:
    """Try every pattern on every text; names each before it is tried."""
    for name, pattern in patterns().items():
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        for begin, piece, end in itertools.product(BEGINNINGS, PIECES, ENDS):
            text: Any = begin + piece * (TIMES // len(piece)) + end
            if isinstance(pattern.pattern, bytes):
                text = text.encode()
            pattern.search(text)
            pattern.fullmatch(text)


@pytest.mark.linux  # no other system holds a process to so much time
def test_no_pattern_explodes():
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (60, 60)); "
        "from tests.security.test_regexes import pump; pump()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
        env=without_display(SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1"),
    )  # fmt: skip
    tried = done.stdout.splitlines()
    assert done.returncode == 0, (tried[-1:], done.stderr[-500:])
    assert len(tried) > 50


@pytest.mark.linux
def test_one_that_does_would_be_found():
    code = (
        "import resource, re, time; from tests.security import test_regexes as here; "
        "spent = int(time.process_time()) + 2; resource.setrlimit(resource.RLIMIT_CPU, (spent, spent)); "
        "here.patterns = lambda: {'bad': re.compile('(?:a+)+b')}; here.pump()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode < 0) == ("bad\n", True)
