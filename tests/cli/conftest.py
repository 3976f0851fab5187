import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli

SAMPLE = "tests/data/sample.yaml"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A trainee's folder of their own; nobody has chosen a language."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SHINYO_HOME", str(folder))
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return folder


@pytest.fixture
def shinyo(home, capsys):  # noqa: ARG001 (it sets where things are kept)
    """Runs a command line in this process: (status, output, errors)."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = cli.run(arguments)
        output, errors = capsys.readouterr()
        assert "Traceback" not in output + errors
        return status, output, errors

    return run


@pytest.fixture
def process(home):  # noqa: ARG001
    """Runs a command line in a process of its own, without a display; gives it finished."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        done = subprocess.run(
            [sys.executable, "-m", "game", *arguments],
            input=stdin, capture_output=True, timeout=60, check=False, cwd=ROOT,
            env=without_display(**environment),
        )  # fmt: skip
        assert b"Traceback" not in done.stdout + done.stderr
        return done

    return run


def without_display(**more: str) -> dict[str, str]:
    """The environment of a process that plays this very tree, even where another one is installed."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "PYTHONIOENCODING", "PYTHONUTF8"}
    return (
        {key: value for key, value in os.environ.items() if key not in hidden}
        | {"PYTHONPATH": str(ROOT)}
        | more
    )
