import json
import shutil
from pathlib import Path

import pytest

from game.library.transcripts import transcript_file
from tests.cli.conftest import ROOT, SAMPLE

NAMES = ("bad", "good", "middling")


@pytest.fixture
def desk(tmp_path):
    """A folder with the shipped first scenario and its transcripts, to be spoilt."""
    folder = tmp_path / "机の上"
    folder.mkdir()
    for file in (ROOT / "scenarios").glob("friday-checklist*"):
        shutil.copy(file, folder)
    return folder


def spoil(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "named", [[], ["friday-checklist"], ["scenarios"], ["scenarios/friday-checklist.yaml"]]
)
def test_shipped_transcripts_play_as_they_say(shinyo, named):
    status, output, errors = shinyo("test", *named)
    assert (status, output) == (0, "")
    count = len(list((ROOT / "scenarios").glob("*.txt" if named in ([], ["scenarios"]) else "friday*.txt")))
    assert errors == f"{count} transcripts replayed: nothing differs.\n"


def test_one_transcript_is_replayed_with_the_scenario_beside_it(shinyo, desk):
    spoil(desk / "friday-checklist.bad.txt", "band: ", "band: not_")
    status, output, errors = shinyo("test", str(desk / "friday-checklist.good.txt"))
    assert (status, output, errors) == (0, "", "1 transcript replayed: nothing differs.\n")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_first_difference_of_each_is_shown_at_its_line(shinyo, desk, lang):
    good, bad = desk / "friday-checklist.good.txt", desk / "friday-checklist.bad.txt"
    spoil(good, "reception.gift", "reception.give")
    spoil(good, "band: partner", "band: vendor")
    spoil(bad, "deal: signed", "deal: lost")
    status, output, _ = shinyo("test", str(desk), "--lang", lang)
    lines = output.splitlines()
    assert status == 1
    assert [line.split(": ")[0] for line in lines[:2]] == [
        f"{bad}:{line_of(bad, 'deal:')}",
        f"{good}:{line_of(good, 'reception.give')}",
    ]
    last = {
        "ja": "プレイ例を3件再生しました。そのうち2件に食い違いがあります。",
        "en": "3 transcripts replayed, 2 of them differ.",
    }
    assert lines[2] == last[lang]


def line_of(file, beginning):
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(beginning))


def test_a_transcript_of_a_scenario_that_cannot_be_played_tells_why(shinyo, desk):
    spoil(desk / "friday-checklist.yaml", "start: reception", "start: recption")
    status, output, _ = shinyo("test", str(desk))
    assert status == 1
    assert "friday-checklist.yaml:" in output
    assert "recption" in output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"scenario: friday-checklist\n\x82\xa0\x82\xa2\n",
            "odd.txt:1: The file seems to be encoded as Shift_JIS",
        ),
        (b"scenario: nothing-of-this-name\nreception.gift\n", "nothing-of-this-name"),
    ],
)
def test_a_transcript_that_cannot_be_used_is_told_and_the_rest_goes_on(shinyo, desk, content, said):
    odd = desk / "odd.txt"
    odd.write_bytes(content)
    status, output, errors = shinyo("test", str(odd), str(desk / "friday-checklist.good.txt"))
    assert (status, output) == (2, "")
    assert said in errors
    assert "1 transcript replayed" in errors


def test_a_folder_without_scenarios_and_a_scenario_without_transcripts(shinyo, desk, tmp_path):
    (tmp_path / "empty").mkdir()
    assert shinyo("test", str(tmp_path / "empty"))[0] == 2
    for file in desk.glob("*.txt"):
        file.unlink()
    status, _, errors = shinyo("test", str(desk))
    assert status == 2
    assert "--record" in errors


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_written_plays_as_it_says(shinyo, desk, name, lang):
    scenario = str(desk / "friday-checklist.yaml")
    path = ",".join(decisions(desk / f"friday-checklist.{name}.txt"))
    written = desk / "friday-checklist.mine.txt"
    assert shinyo("test", scenario, "--record", "mine", "--choices", path, "--lang", lang)[0] == 0
    assert decisions(written) == path.split(",")
    assert ("「" in written.read_text(encoding="utf-8")) is (lang == "ja")
    assert expected(written) == expected(desk / f"friday-checklist.{name}.txt")
    status, _, errors = shinyo("test", scenario)
    assert (status, errors) == (0, "4 transcripts replayed: nothing differs.\n")


def decisions(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split()[0].partition(".")[2] for line in lines if "." in line.partition(" ")[0]]


def expected(file):
    return file.read_text(encoding="utf-8").splitlines()[-7:]


def test_nothing_is_written_over_unless_asked_and_then_the_trainee_stays(shinyo, desk):
    scenario, file = str(desk / "friday-checklist.yaml"), desk / "friday-checklist.good.txt"
    before = file.read_text(encoding="utf-8")
    path = ",".join(decisions(desk / "friday-checklist.bad.txt"))
    status, _, errors = shinyo("test", scenario, "--record", "good", "--choices", path)
    assert status == 2
    assert "--replace" in errors
    assert file.read_text(encoding="utf-8") == before
    assert (
        shinyo("test", scenario, "--record", "good", "--choices", path, "--replace", "--lang", "ja")[0] == 0
    )
    after = file.read_text(encoding="utf-8")
    assert after.splitlines()[2] == before.splitlines()[2]
    assert after.splitlines()[2].startswith("trainee: ")
    assert decisions(file) == path.split(",")


def test_the_last_meeting_played_is_written(shinyo, process, tmp_path):
    scenario = tmp_path / "sample.yaml"
    shutil.copy(ROOT / SAMPLE, scenario)
    status, _, errors = shinyo("test", str(scenario), "--record", "mine")
    assert status == 2
    assert "--choices" in errors
    assert process("play", str(scenario), "--text", stdin="山田\n2\n1\n1\n\n\nn\n".encode()).returncode == 0
    assert shinyo("test", str(scenario), "--record", "mine", "--trainee", "素直な\n新人")[0] == 0
    written = tmp_path / "friday-checklist.mine.txt"
    assert decisions(written) == ["gift", "send", "trial"]
    assert "trainee: 素直な 新人\n" in written.read_text(encoding="utf-8")
    listed = json.loads(shinyo("records", "list", "--json")[1])
    assert len(listed) == 1


def test_a_meeting_of_an_earlier_version_is_not_written(shinyo, process, tmp_path):
    scenario = tmp_path / "sample.yaml"
    shutil.copy(ROOT / SAMPLE, scenario)
    assert process("play", str(scenario), "--text", stdin="山田\n2\n1\n1\n\n\nn\n".encode()).returncode == 0
    spoil(scenario, "id: send", "id: hand_over")
    status, _, errors = shinyo("test", str(scenario), "--record", "mine")
    assert status == 2
    assert "earlier version" in errors
    assert list(tmp_path.glob("*.txt")) == []


@pytest.mark.parametrize("name", ["../out", "a b", "", "con/aux", "a.b"])
def test_a_name_cannot_lead_anywhere_else(shinyo, desk, name):
    path = ",".join(decisions(desk / "friday-checklist.good.txt"))
    status, _, errors = shinyo(
        "test", str(desk / "friday-checklist.yaml"), "--record", name, "--choices", path
    )
    assert status == 2
    assert errors
    assert transcript_file(Path("x.yaml"), "x", name) is None


@pytest.mark.parametrize(
    "words",
    [
        ["--replace"],
        ["--choices", "1"],
        ["--record", "x"],
        ["a.yaml", "b.yaml", "--record", "x"],
        ["tests/data/sample.yaml", "--record", "x", "--choices", "1"],
        ["tests/data/sample.yaml", "--record", "x", "--choices", "nothing"],
    ],
)
def test_what_does_not_go_together_is_a_usage_error(shinyo, words):
    status, output, errors = shinyo("test", *words)
    assert (status, output) == (2, "")
    assert errors
