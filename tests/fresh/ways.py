"""The ways to the game, each a function that takes a clean machine and raises ``Broken`` where it ends early.

What a way comes to is a meeting played to its reveal, a sentence that says what is in the way, or both.
"""

import os
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.fresh.machine import ROOT, Broken, Machine, for_everybody, ordinary_user, version_of
from tests.window.real_window import Window, play_by_keys, screen

Way = Callable[[Machine], None]

WAYS: Final[dict[str, Way]] = {}
CHOICES: Final = ("play", "first-steps", "--choices", "1,1,1,1,1,1", "--lang", "en")
IN_TERMINAL: Final = "\n" + "1\n" * 40
SET_UP: Final = "Ready after"
REVEALED: Final = "Passbook of credit"
OLD_PIP: Final = {11: "22.3.1", 12: "23.2.1", 13: "24.1.2"}
"""The oldest pip that runs on a Python 3.N at all."""

NOT_FROM_HERE: Final = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "https://packages.invalid/simple",
    "PIP_DEFAULT_TIMEOUT": "15",  # as it is where nobody has said otherwise
}
"""What lets pip look for packages elsewhere than this machine usually does."""


def way(name: str) -> Callable[[Way], Way]:
    """Keeps a way under its name."""

    def keep(function: Way) -> Way:
        WAYS[name] = function
        return function

    return keep


def played_in_terminal(
    machine: Machine,
    *command: str | Path,
    cwd: Path | None = None,
    around: Mapping[str, str] | None = None,
) -> None:
    """A meeting in the terminal, from "who is playing?" to the opened passbook."""
    told = machine.run(
        *command, "play", "first-steps", "--text", "--lang", "en", cwd=cwd, stdin=IN_TERMINAL, around=around
    )
    told.want(REVEALED)


def played_in_window(machine: Machine, *command: str | Path, cwd: Path) -> None:
    """A meeting in a real window, by keys, until its record is closed and the reveal is there."""
    with screen() as display:
        window = Window(
            display, machine.folder / "window-home", "en", "play", "first-steps", folder=cwd,
            program=tuple(map(str, command)), environment=machine.surroundings,
        )  # fmt: skip
        try:
            window.until(lambda: len(window.place) == 4, lambda: None)  # the set-up comes before it
            play_by_keys(window)
            if window.lines[-1].get("closed") != "ended":
                raise Broken(f"the record ends with {window.lines[-1]}")
        except AssertionError as stuck:
            raise Broken(str(stuck)[-600:]) from None
        finally:
            window.stop()


# ── the two commands of the README ──────────────────────────────────────────────────────────────────


@way("clone, play: window to the reveal")
def _play(machine: Machine) -> None:
    played_in_window(machine, machine.python, "dev.py", "play", cwd=machine.checkout())


@way("clone, test: checks and a few tests")
def _test(machine: Machine) -> None:
    some = "tests/core/test_times.py", "tests/house/test_tree.py", "tests/format/test_values.py"
    told = machine.run(machine.python, "dev.py", "test", "-q", *some, cwd=machine.checkout())
    told.want(SET_UP, "All passed: ruff check", "mypy", "pytest")


@way("path with spaces and Japanese")
def _spaces(machine: Machine) -> None:
    place = machine.checkout("信用 貯金", "そうだ &'研修")
    machine.run(machine.python, "dev.py", "play", "list", "--lang", "ja", cwd=place).want(SET_UP, "第一報")
    played_in_terminal(machine, machine.python, "dev.py", "play", cwd=place)


@way("LANG=C, LC_ALL=C, no PYTHONUTF8")
def _c_locale(machine: Machine) -> None:
    place = machine.checkout("信用 貯金")
    c = {"LANG": "C", "LC_ALL": "C"}
    machine.run(machine.python, "dev.py", "play", "list", cwd=place, around=c).want(SET_UP, "First Steps")
    machine.run(machine.python, "dev.py", "play", "list", "--lang", "ja", cwd=place, around=c).want("第一報")
    played_in_terminal(machine, machine.python, "dev.py", "play", cwd=place, around=c)
    plain = {**c, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    machine.run(machine.python, "dev.py", "play", *CHOICES, cwd=place, around=plain).want(REVEALED)


@way("standing elsewhere, in a folder of modules")
def _decoys(machine: Machine) -> None:
    place, strange = machine.checkout("json"), machine.folder / "strange"
    for name in ("game", "json", "venv", "pip", "logging", "tests", "numpy", "pygame", "subprocess"):
        (strange / name).mkdir(parents=True)
        (strange / name / "__init__.py").write_text("raise SystemExit('a module of a stranger was run')\n")
    machine.run(machine.python, place / "dev.py", "play", *CHOICES, cwd=strange).want(SET_UP, REVEALED)
    # One who has such a folder in PYTHONPATH has broken Python itself; an own `game` is no more than usual.
    other = machine.folder / "other" / "game"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise SystemExit('another game was run')\n")
    around = {"PYTHONPATH": f"{other.parent}:/nowhere"}
    machine.run(machine.python, place / "dev.py", "play", *CHOICES, cwd=strange, around=around).want(REVEALED)


@way("another environment is active")
def _active(machine: Machine) -> None:
    other = machine.venv("other")
    around = {"VIRTUAL_ENV": str(other.parents[1]), "PATH": f"{other.parent}:/usr/bin:/bin"}
    place = machine.checkout()
    machine.run("python3", "dev.py", "play", *CHOICES, cwd=place, around=around).want(SET_UP, REVEALED)
    told = machine.run(other, "-m", "pip", "list", "--disable-pip-version-check")
    if "pygame" in told.text:
        raise Broken("the other environment was changed")


@way("dev.py by python -I, -O, -OO, -W error")
def _flags(machine: Machine) -> None:
    place = machine.ready()
    for flag in (["-I"], ["-O"], ["-OO"], ["-W", "error"], ["-X", "dev", "-W", "error"]):
        machine.run(machine.python, *flag, "dev.py", "play", *CHOICES, cwd=place).want(REVEALED)


@way("an old pip in the environment")
def _old_pip(machine: Machine) -> None:
    place = machine.checkout()
    machine.run(machine.python, "-m", "venv", place / ".venv").want()
    machine.run(
        place / ".venv/bin/python",
        "-m",
        "pip",
        "install",
        "-q",
        f"pip=={OLD_PIP[version_of(machine.python)[1]]}",
    ).want()
    machine.run(machine.python, "dev.py", "play", *CHOICES, cwd=place).want(REVEALED)


@way("a proxy that does not answer: a sentence")
def _proxy(machine: Machine) -> None:
    place = machine.checkout()
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        threading.Thread(target=_held, args=(silent,), daemon=True).start()
        proxy = f"http://127.0.0.1:{silent.getsockname()[1]}"
        told = machine.run(
            machine.python, "dev.py", "play", "list", cwd=place,
            around={**NOT_FROM_HERE, "https_proxy": proxy, "HTTPS_PROXY": proxy},
        )  # fmt: skip
    told.want("the network cannot be reached", "proxy", status=1)


def _held(silent: socket.socket) -> None:
    taken = []
    while True:
        try:
            taken.append(silent.accept())
        except OSError:
            return


@way("a proxy that refuses: a sentence")
def _no_proxy(machine: Machine) -> None:
    told = machine.run(
        machine.python, "dev.py", "play", "list", cwd=machine.checkout(),
        around={**NOT_FROM_HERE, "https_proxy": "http://127.0.0.1:9"},
    )  # fmt: skip
    told.want("the network cannot be reached", status=1)


@way("no HOME, or one that is nowhere")
def _no_home(machine: Machine) -> None:
    place = machine.ready()
    machine.run(machine.python, "dev.py", "play", *CHOICES, cwd=place, without=["HOME"]).want(REVEALED)
    for home in ("", "nowhere", "/dev/null"):
        around = {"HOME": home}
        machine.run(machine.python, "dev.py", "play", *CHOICES, cwd=place, around=around).want(REVEALED)
        played_in_terminal(machine, place / ".venv/bin/shinyo", cwd=place, around=around)


@way("ordinary user, read-only checkout: a sentence")
def _read_only(machine: Machine) -> None:
    with ordinary_user() as user:
        place = machine.checkout()
        theirs = Machine(for_everybody(machine.python, machine.folder.parent), machine.folder, user)
        told = theirs.run(
            theirs.python, "dev.py", "play", "list", cwd=place, around={"HOME": f"/home/{user}"}
        )
        told.want("cannot be set up", "place of your own", status=1)


@way("ordinary user, HOME that is not there")
def _homeless(machine: Machine) -> None:
    with ordinary_user() as user:
        place = machine.folder / "theirs"
        machine.checkout("theirs")
        machine.run("chown", "-R", user, place).want()
        python = for_everybody(machine.python, machine.folder.parent)
        theirs = Machine(python, machine.folder, user, {"PIP_CACHE_DIR": str(place / "cache")})
        for home in ("/nonexistent", ""):
            told = theirs.run(
                python, "dev.py", "play", "play", "first-steps", "--text", "--lang", "en", cwd=place,
                stdin=IN_TERMINAL, around={"HOME": home},
            )  # fmt: skip
            told.want(REVEALED)
            if home:
                told.want("nothing will be saved")


# ── the package ─────────────────────────────────────────────────────────────────────────────────────


def built(machine: Machine, kind: str) -> Path:
    """The wheel or the source distribution of what is committed, built once for all Pythons."""
    dist = machine.folder.parent / "dist"
    ending = {"wheel": "*.whl", "sdist": "*.tar.gz"}[kind]
    if not list(dist.glob(ending)):
        place = machine.checkout("to-build")
        python = machine.venv("builder")
        machine.run(python, "-m", "pip", "install", "-q", "hatchling", "-c", place / "constraints.txt").want()
        machine.run(python, "-m", "hatchling", "build", "-t", kind, "-d", dist, cwd=place).want()
    return next(dist.glob(ending))


def installed(machine: Machine, kind: str, name: str = "env") -> Path:
    """An environment with the package in it, installed without the project's constraints; its ``bin``."""
    python = machine.venv(name)
    machine.run(python, "-m", "pip", "install", "-q", built(machine, kind)).want()
    return python.parent


@way("wheel: terminal, window to the reveal")
def _wheel(machine: Machine) -> None:
    place = installed(machine, "wheel")
    machine.run(place / "shinyo", *CHOICES).want(REVEALED)
    played_in_terminal(machine, place / "shinyo")
    played_in_window(machine, place / "shinyo", cwd=machine.folder)


@way("wheel: python -I, -O, -OO, -W error")
def _wheel_flags(machine: Machine) -> None:
    place = installed(machine, "wheel")
    for flag in (["-I"], ["-O"], ["-OO"], ["-W", "error"], ["-bb"], ["-E", "-s"], ["-P", "-B"]):
        machine.run(place / "python", *flag, "-m", "game", *CHOICES).want(REVEALED)
    strict = place / "python", "-OO", "-W", "error", "-bb", "-X", "dev"
    played_in_terminal(machine, *strict, "-m", "game")
    machine.run(*strict, "-m", "game", "check", ROOT / "scenarios" / "first-steps.yaml").want()


@way("sdist")
def _sdist(machine: Machine) -> None:
    place = installed(machine, "sdist")
    machine.run(place / "shinyo", *CHOICES).want(REVEALED)
    machine.run(place / "shinyo", "licences", "--whole", "--lang", "en").want("SIL OPEN FONT LICENSE")
    machine.run(place / "shinyo", "new", "x.yaml", "--lang", "en").want()


@way("pipx")
def _pipx(machine: Machine) -> None:
    python = machine.venv("with-pipx")
    machine.run(python, "-m", "pip", "install", "-q", "pipx").want()
    around = {"PIPX_HOME": str(machine.folder / "px"), "PIPX_BIN_DIR": str(machine.folder / "px-bin")}
    machine.run(python, "-m", "pipx", "install", built(machine, "wheel"), around=around).want(
        "installed package"
    )
    machine.run(machine.folder / "px-bin" / "shinyo", *CHOICES).want(REVEALED)
    played_in_terminal(machine, machine.folder / "px-bin" / "shinyo")


@way("ordinary user, an install that is not theirs")
def _not_theirs(machine: Machine) -> None:
    with ordinary_user() as user:
        everybodys = Machine(for_everybody(machine.python, machine.folder.parent), machine.folder)
        place = installed(everybodys, "wheel", "everybodys")
        theirs = Machine(everybodys.python, machine.folder, user, {"HOME": f"/home/{user}"})
        theirs.run(place / "shinyo", *CHOICES).want(REVEALED)
        played_in_terminal(theirs, place / "shinyo", cwd=Path("/home") / user)
        theirs.run(place / "shinyo", "records", "list", "--lang", "en").want("played to its end")
        written = theirs.run("sh", "-c", f"touch {place}/x").status
        if not written:
            raise Broken("they could write into the install")
