"""A small share of ``python -m tests.fresh``: the surroundings are clean, and a bare Python plays."""

import sys

import pytest

from tests.fresh.machine import ROOT, Broken, Machine, Said, version_of
from tests.fresh.ways import CHOICES, REVEALED, WAYS

pytestmark = pytest.mark.posix


@pytest.fixture
def machine(tmp_path):
    return Machine(sys.executable, tmp_path / "machine")


def test_nothing_of_these_surroundings_is_found_there(machine, monkeypatch):
    for name in ("PYTHONPATH", "SHINYO_HOME", "DISPLAY", "VIRTUAL_ENV", "LC_ALL"):
        monkeypatch.setenv(name, "/nowhere")
    told = machine.run("env", around={"MORE": "1"}, without=["LANG"])
    names = {line.partition("=")[0] for line in told.text.splitlines() if not line.startswith("PIP_")}
    assert names == {"PATH", "HOME", "SDL_AUDIODRIVER", "MORE"}


def test_a_way_that_ends_early_says_where():
    assert Said(0, "Ready").want("Ready").text == "Ready"
    for said, wanted, status in (
        (Said(1, "x"), "x", 0),
        (Said(0, "x"), "y", 0),
        (Said(1, "Traceback"), "", 1),
    ):
        with pytest.raises(Broken, match="status"):
            said.want(wanted, status=status)


def test_every_way_is_named_once_and_the_oldest_python_is_left_out():
    assert len(WAYS) > 15
    assert version_of(sys.executable) == sys.version_info[:3]


@pytest.mark.parametrize(
    ("flags", "around"),
    [
        (["-OO", "-B"], {}),
        (["-W", "error", "-bb", "-X", "dev"], {}),
        (
            [],
            {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "HOME": "/dev/null"},
        ),
    ],
)
def test_a_meeting_is_played_by_a_bare_python(machine, flags, around):
    told = machine.run(sys.executable, *flags, "-m", "game", *CHOICES, cwd=ROOT, around=around)
    told.want(REVEALED)
