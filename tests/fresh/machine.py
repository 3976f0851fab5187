"""A machine on which nothing of the project has ever been: clean surroundings, a checkout, a user."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 1_200
"""Seconds after which a command has got stuck."""

USER: Final = "shinyo-fresh"


class Broken(Exception):  # noqa: N818 - what a way came to, not a mistake in the harness
    """A way that did not come to where it should; the message says where it got to."""


@dataclass
class Said:
    """How a command ended: its status and everything it said."""

    status: int
    text: str

    def want(self, *pieces: str, status: int = 0) -> "Said":
        """This, if it ended so and said all of that; raises ``Broken``, also for a traceback."""
        missing = [piece for piece in pieces if piece not in self.text]
        if self.status != status or missing or "Traceback" in self.text:
            last = " / ".join(self.text.strip().splitlines()[-6:])
            raise Broken(f"status {self.status}, without {missing}: {last[:600]}")
        return self


@dataclass
class Machine:
    """One Python and a folder for all that is made; commands are run as ``user`` where one is named.

    ``surroundings`` are the variables a command finds. Of those here only the way to programs, the home and a
    language are there, and what finds packages on this machine.
    """

    python: str
    folder: Path
    user: str = ""
    surroundings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        usual = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "SDL_AUDIODRIVER": "dummy",
            # What was fetched once is fetched no more; ordinary users have no such folder.
            "PIP_CACHE_DIR": str(self.folder.parent / "pip-cache"),
            # By this pip is told not to compile: the first start does that for what it needs.
            "PIP_NO_COMPILE": "0",
        }
        if self.python.startswith(
            str(self.folder.parent)
        ):  # a copy, which looks for its library where it was
            usual["LD_LIBRARY_PATH"] = str(Path(self.python).parents[1] / "lib")
        passed = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        self.surroundings = {**usual, **passed, **self.surroundings}

    def run(
        self, *command: str | Path, cwd: Path | None = None, stdin: str = "", without: Sequence[str] = (),
        around: Mapping[str, str] | None = None,
    ) -> Said:  # fmt: skip
        """Run a command in the clean surroundings, with some variables ``around`` it or ``without`` some."""
        found = {**self.surroundings, **(around or {})}
        found = {name: value for name, value in found.items() if name not in without}
        words = self.as_user([str(word) for word in command], found)
        try:
            done = subprocess.run(
                words, cwd=cwd or self.folder, env=found, input=stdin.encode(), stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, timeout=PATIENCE, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as stuck:
            raise Broken(f"stuck after {PATIENCE} s: {(stuck.stdout or b'')[-300:]!r}") from None
        return Said(done.returncode, done.stdout.decode("utf-8", "replace"))

    def as_user(self, command: Sequence[str], around: Mapping[str, str]) -> list[str]:
        """The command, run by the ordinary user where there is one, in just these surroundings."""
        if not self.user:
            return [*command]
        # By its whole path: it lies where ordinary users do not look for programs.
        runuser = shutil.which("runuser", path="/usr/sbin:/sbin:/usr/bin:/bin") or "runuser"
        # It would give them a home of its own choice.
        exactly = ["env", "-i", *(f"{name}={value}" for name, value in around.items())]
        return [runuser, "-u", self.user, "--", *exactly, *command]

    def checkout(self, *names: str) -> Path:
        """A fresh clone of what is committed, in a folder of these names."""
        place = self.folder.joinpath(*(names or ("shinyo",)))
        subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(place)], check=True)
        return place

    def ready(self) -> Path:
        """A checkout that is set up already, one for all ways of this Python that begin after that."""
        place = self.folder.parent / f"ready-{'.'.join(map(str, version_of(self.python)))}"
        if not place.exists():
            subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(place)], check=True)
            self.run(self.python, "dev.py", "play", "--version", cwd=place).want("Ready after")
        return place

    def venv(self, name: str) -> Path:
        """A fresh environment; the path of its Python."""
        self.run(self.python, "-m", "venv", self.folder / name).want()
        return self.folder / name / "bin" / "python"


@contextmanager
def ordinary_user() -> Iterator[str]:
    """A user who may write nowhere but at home; made where this is run by root, and taken away again.

    Raises:
        Broken: this is not run by root.
    """
    if os.geteuid() != 0 or shutil.which("useradd") is None:
        raise Broken("only root can make another user")
    try:
        pwd.getpwnam(USER)
    except KeyError:
        subprocess.run(["useradd", "--create-home", USER], check=True, stderr=subprocess.DEVNULL)
    try:
        yield USER
    finally:
        subprocess.run(["userdel", "--remove", USER], check=False, stderr=subprocess.DEVNULL)


def pythons(wanted: Sequence[str]) -> list[str]:
    """Every Python from 3.11 up that is asked for or, of none, that lies on this machine."""
    if wanted:
        return [*wanted]
    known = sorted(Path.home().glob(".pyenv/versions/3.*/bin/python3"))
    found = [str(each) for each in (*known, *map(Path, ("/usr/bin/python3", "/usr/local/bin/python3")))]
    return [each for each in found if Path(each).exists() and version_of(each) >= (3, 11)]


def version_of(python: str) -> tuple[int, ...]:
    """The version of a Python, as numbers."""
    code = "import sys; print(*sys.version_info[:3])"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return tuple(map(int, done.stdout.split()))


def for_everybody(python: str, folder: Path) -> str:
    """The same Python where every user may run it: a copy, if it lies in somebody's home."""
    if not python.startswith(str(Path.home())):
        return python
    prefix = Path(python).resolve().parents[1]
    copy = folder / f"python-{prefix.name}"
    if not copy.exists():
        shutil.copytree(prefix, copy, symlinks=True, ignore=shutil.ignore_patterns("test", "__pycache__"))
    return str(copy / "bin" / "python3")


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
