"""The built program does in every command what the source does, in any folder and without Python."""

import json
import os
import re
import subprocess
import sys
from importlib import metadata

import pytest
from openpyxl import load_workbook

from game import __version__
from game.records.result_code import read_code
from standalone import contents
from tests.standalone.conftest import PLACE, ROOT, bare, left_over

SCENARIOS = sorted(path.stem for path in (ROOT / "scenarios").glob("*.yaml"))
TRANSCRIPTS = sorted((ROOT / "scenarios").glob("*.*.txt"))
COMPARED = [path for path in TRANSCRIPTS if path.name.startswith("friday-checklist.")]
"""The rest is replayed by the program itself: a whole comparison takes an analysis each time."""

SMALL = "first-steps"
"""Analysed in a moment: that the program can do it is to be seen here, not that it takes long."""

MOST_MEGABYTES = 60


def from_source(home, *arguments, stdin=b"", cwd=ROOT):
    """The same command line by the Python of these tests."""
    hidden = {"LC_ALL", "DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "PYTHONIOENCODING"}
    around = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments], input=stdin, capture_output=True, check=False, cwd=cwd,
        env=around | {"PYTHONPATH": str(ROOT), "SHINYO_HOME": str(home / "source"), "LANG": "C.UTF-8"},
    )  # fmt: skip


def from_source_in(*arguments, cwd):
    return from_source(cwd.parent, *arguments, cwd=cwd)


def path_of(transcript):
    """The choices of a transcript, joined by commas."""
    return ",".join(re.findall(r"^\w+\.(\w+)  ", transcript.read_text(encoding="utf-8"), re.MULTILINE))


def test_it_tells_its_version_from_a_folder_with_spaces_and_japanese(program, shinyo):
    done = shinyo("--version")
    assert (done.stdout.split(), done.stderr) == ([b"shinyo", __version__.encode()], b"")
    assert program.parent.name == PLACE or sys.platform == "darwin"


def test_it_is_one_file_of_a_size_to_hand_out(program):
    top = next((path for path in program.parents if path.suffix == ".app"), program)
    files = [program] if top == program else [path for path in top.rglob("*") if path.is_file()]
    assert sum(path.lstat().st_size for path in files) < MOST_MEGABYTES * 1e6
    assert os.access(program, os.X_OK)
    assert [path.name for path in program.parent.iterdir()] == [program.name] or top != program


@pytest.mark.parametrize(
    ("transcript", "lang"), [(path, ("ja", "en")[n % 2]) for n, path in enumerate(COMPARED)]
)
def test_a_meeting_ends_in_it_as_it_does_from_source(shinyo, home, transcript, lang):
    meeting = [
        "play", transcript.name.split(".")[0], "--choices", path_of(transcript), "--json", "--lang", lang,
    ]  # fmt: skip
    built, source = shinyo(*meeting), from_source(home, *meeting)
    assert source.returncode == 0, source.stderr
    assert (built.returncode, built.stdout, built.stderr) == (0, source.stdout, source.stderr)
    assert json.loads(built.stdout)["passbook"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["list"], ["check", "friday-checklist", SMALL], ["explore", SMALL], ["schema"],
        ["records", "list"], ["play", "no-such-scenario", "--text"], ["dance"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_command_answers_as_from_source(shinyo, home, arguments):
    lang = ("ja", "en")[len(arguments[0]) % 2]  # both, but each command in one
    built, source = shinyo(*arguments, "--lang", lang), from_source(home, *arguments, "--lang", lang)
    assert built.stdout + built.stderr
    told = [(done.returncode, done.stdout.splitlines(), done.stderr.splitlines()) for done in (built, source)]
    assert told[0] == told[1]


def test_a_trainer_writes_draws_translates_and_hands_on_as_from_source(shinyo, home):
    way = [
        ["new", "visit.yaml"], ["check", "visit.yaml"], ["map", "visit.yaml", "--out", "map.svg"],
        ["map", "visit.yaml", "--out", "report.html"], ["pack", "visit.yaml", "--out", "visit.zip"],
        ["add", "visit.zip"], ["translate", "visit.yaml", "--to", "en"],
    ]  # fmt: skip
    written = []
    for run, folder in ((shinyo, home / "built"), (from_source_in, home / "from source")):
        folder.mkdir()
        for step in way:
            done = run(*step, "--lang", "ja", cwd=folder)
            assert done.returncode == 0, (step, done.stderr.decode())
        written.append({path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".zip"})
    assert {"visit.yaml", "map.svg", "report.html"} < set(written[0])
    assert any(name.endswith(".po") for name in written[0])
    assert [name for name in written[0] if written[0][name] != written[1].get(name)] == []


def test_it_lists_what_is_shipped_and_what_is_ones_own(shinyo, home):
    own = home / "own" / "scenarios"
    own.mkdir(parents=True)
    source = (ROOT / "scenarios" / f"{SCENARIOS[0]}.yaml").read_text(encoding="utf-8")
    (own / "自社.yaml").write_text(source.replace(f"id: {SCENARIOS[0]}", "id: our-own"), encoding="utf-8")
    listed = [json.loads(shinyo("list", "--json").stdout) for _ in range(2)]
    assert sorted(one["id"] for one in listed[0]) == sorted([*SCENARIOS, "our-own"])
    assert [one["id"] for one in listed[0]] == [one["id"] for one in listed[1]]
    assert {one["error"] for one in listed[0]} == {None}


def test_it_replays_the_transcripts_it_brings(shinyo):
    done = shinyo("test", "--lang", "en")
    assert done.returncode == 0, done.stdout
    assert f"{len(TRANSCRIPTS)} transcripts replayed" in (done.stdout + done.stderr).decode()


def test_a_meeting_is_played_in_the_terminal_kept_handed_in_and_debriefed(shinyo, home):
    answers = b"1\n" * 400
    done = shinyo("play", SMALL, "--text", "--lang", "ja", stdin=answers)
    assert "信用通帳" in done.stdout.decode()
    kept = shinyo("records", "list", "--lang", "ja").stdout.decode()
    assert kept.count("\n") == 1
    assert SMALL in kept
    read_code(shinyo("records", "code", "1").stdout.decode())  # raises for what is none
    done = shinyo("debrief", str(home / "own" / "records"), "--export", "class")
    assert done.returncode == 0, done.stderr.decode()
    assert load_workbook(home / "class" / "class.xlsx").sheetnames


@pytest.mark.parametrize("arguments", [["--version"], ["explore", SMALL], ["dance"]], ids=" ".join)
def test_nothing_is_left_of_what_it_unpacked(shinyo, home, arguments):
    shinyo(*arguments)
    assert left_over(home) == []


def test_it_writes_nothing_beside_itself(program, shinyo, home):
    before = sorted(program.parent.iterdir())
    assert shinyo("list").returncode == 0
    assert sorted(program.parent.iterdir()) == before
    assert (home / "own" / "cache").is_dir()


def test_it_carries_the_licence_of_all_that_is_in_it(shinyo):
    listed = shinyo("licences").stdout.decode()
    needed = metadata.requires("shinyo") or []
    for line in needed:
        if "extra ==" not in line:
            assert re.split(r"[<>=; ]", line)[0].lower() in listed.lower()
    assert "Python 3" in listed
    assert not any(name in listed.lower() for name in contents.PACKAGES_LEFT_OUT)
    whole = shinyo("licences", "--whole").stdout.decode()
    for text in ("MIT License", "SIL OPEN FONT LICENSE", "GNU LESSER GENERAL PUBLIC LICENSE", "libsndfile"):
        assert text in whole


def test_two_at_once_do_not_disturb_each_other(program, shinyo, home):
    around = bare(home, SHINYO_HOME=str(home / "own"))
    with subprocess.Popen([program, "explore", SCENARIOS[0]], stdout=subprocess.PIPE, env=around) as first:
        assert shinyo("--version").returncode == 0
        assert first.communicate()[0]
        assert first.returncode == 0
    assert left_over(home) == []
