"""The program that needs no Python, built once for all tests of it, and a computer on which there is none.

The tests of its window need a virtual screen; where Xvfb or xdotool is missing they are not collected, and
pytest says so (``tests/window/conftest.py``).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parents[2]
PLACE = "研修 の フォルダー (copy)"
"""Where the program is carried to: people have such folders."""

WINDOWS = sys.platform == "win32"
collect_ignore = [] if shutil.which("Xvfb") and shutil.which("xdotool") else ["test_built_window.py"]


def bare(home, **more):
    """The environment of a computer that has no Python and tells a program as little as possible.

    ``home`` gets a folder for temporary files, so that what the program leaves there can be seen.
    """
    empty = home / "nothing"
    temporary = home / "temporary"
    for folder in (empty, temporary):
        folder.mkdir(parents=True, exist_ok=True)
    needed = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if WINDOWS else {}
    return needed | {
        "PATH": str(empty), "HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(temporary),
        "TEMP": str(temporary), "TMP": str(temporary),
    } | more  # fmt: skip


def left_over(home):
    """What lies in the folder for temporary files of that computer."""
    return sorted(path.name for path in (home / "temporary").iterdir())


@pytest.fixture(scope="session")
def program(tmp_path_factory):
    """The program, built by the command of ``dev.py`` and carried to a folder of a trainee; its file."""
    made = tmp_path_factory.mktemp("built")
    command = [
        *dev.BUILD, "--distpath", str(made / "dist"), "--workpath", str(made / "work"), dev.SPEC,
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, check=False, capture_output=True,
        env=os.environ | {"PYINSTALLER_CONFIG_DIR": str(made / "cache")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    built = Path(dev.program(str(made / "dist"))).relative_to(made / "dist")
    shutil.copytree(made / "dist", made / PLACE, symlinks=True)
    shutil.rmtree(made / "dist")
    return made / PLACE / built


@pytest.fixture
def home(tmp_path):
    """A trainee's folder."""
    folder = tmp_path / "信用 貯金"
    folder.mkdir()
    return folder


@pytest.fixture
def shinyo(program, home):
    """Runs a command line of the built program where there is no Python; gives it finished."""

    def run(*arguments, stdin=b"", cwd=home, **more):
        done = subprocess.run(
            [program, *arguments], input=stdin, capture_output=True, check=False, cwd=cwd,
            env=bare(home, SHINYO_HOME=str(home / "own"), **more),
        )  # fmt: skip
        assert b"Traceback" not in done.stdout + done.stderr
        return done

    return run
