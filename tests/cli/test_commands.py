import json
from pathlib import Path

import pytest

from game import __version__
from game.cli import checking
from tests.cli.conftest import SAMPLE


def test_the_version(shinyo):
    assert shinyo("--version") == (0, f"shinyo {__version__}\n", "")
    assert shinyo("--lang", "ja", "--version") == (0, f"shinyo {__version__}\n", "")


COMMANDS = [
    [], ["play"], ["list"], ["new"], ["check"], ["test"], ["preview"], ["explore"], ["map"], ["translate"],
    ["pack"], ["add"], ["licences"], ["records"], ["records", "list"], ["records", "show"],
    ["records", "export"], ["records", "delete"], ["records", "purge"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_in_the_persons_language(shinyo, command):
    status, ja, _ = shinyo(*command, "--help", "--lang", "ja")
    assert status == 0
    assert ja.startswith(f"使い方：shinyo {' '.join(command)}".rstrip())
    assert "この説明を表示します。" in ja
    assert "Options" not in ja
    status, en, _ = shinyo(*command, "-h")
    assert status == 0
    assert en.startswith(f"Usage: shinyo {' '.join(command)}".rstrip())
    assert "Show this help." in en


def test_play_by_choices_prints_the_json_of_the_interfaces(shinyo):
    status, output, errors = shinyo("play", SAMPLE, "--choices", "gift,send,trial", "--json")
    card = json.loads(output)
    assert (status, errors) == (0, "")
    assert card["scenario"] == "friday-checklist"
    assert card["path"] == ["gift", "send", "trial"]
    assert len(card["hash"]) == len(card["rulebook"]) == 64
    assert sum(entry["amount"] for entry in card["passbook"]) == card["outcome"]["credit"]
    assert card["passbook"][0]["reason"] == "Brought them something useful"
    assert card["promises"] == [{"id": "checklist", "made_day": 0, "due_day": 3, "status": "kept"}]
    assert [step["choice"] for step in card["regret"]] == card["path"]
    assert card["outcome"]["years"]["best_value"] >= card["outcome"]["years"]["value"]
    assert card["reachable"]["share_percent"] == 100


def test_choices_are_ids_or_numbers_among_those_on_offer(shinyo):
    by_id = shinyo("play", SAMPLE, "--choices", "gift,send,trial", "--json")
    by_number = shinyo("play", SAMPLE, "--choices", " 2, 1 ,trial,", "--json")
    assert by_id == by_number


def test_choices_may_be_copied_from_a_transcript_or_a_table(shinyo):
    plain = shinyo("play", SAMPLE, "--choices", "gift,send,trial", "--json")
    assert shinyo("play", SAMPLE, "--choices", "reception.gift,week_end.send,visit.trial", "--json") == plain
    status, _, errors = shinyo("play", SAMPLE, "--choices", "visit.gift", "--lang", "en")
    assert (status, "“visit.gift”" in errors) == (2, True), "a choice of another scene is not on offer here"


def test_play_by_choices_prints_the_reveal(shinyo):
    status, output, _ = shinyo("play", SAMPLE, "--choices", "support,wait,push", "--lang", "ja")
    assert status == 0
    for expected in (
        "信用通帳",
        "勘違いが表に出た",
        "譲った分のつけが回ってきた",
        "* 最後の場面のあとに期日の来たもの",
        "商談：検討中",
    ):
        assert expected in output


def test_the_settlement_has_no_choice(shinyo):
    card = json.loads(shinyo("play", SAMPLE, "--choices", "support,wait,push", "--json")[1])
    bill = card["passbook"][-1]
    assert (bill["rule"], bill["choice"], bill["settlement"]) == ("bill", None, True)


def test_list_shows_the_shipped_scenario(shinyo):
    status, output, _ = shinyo("list")
    assert status == 0
    assert "friday-checklist" in output
    status, output, _ = shinyo("list", "--json", "--lang", "ja")
    assert "friday-checklist" in [one["id"] for one in json.loads(output)]


def test_check_of_a_sound_file(shinyo):
    assert shinyo("check", SAMPLE) == (0, "", "1 scenario checked: nothing found.\n"), (
        "only findings are output"
    )
    assert shinyo("check", SAMPLE, "--format", "json") == (0, "[]\n", "")
    assert shinyo("check", SAMPLE, "--format", "github") == (0, "", "")


@pytest.fixture
def faulty(tmp_path):
    text = Path(SAMPLE).read_text("utf-8").replace("goto: visit", "goto: vist", 1)
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    file = tmp_path / "deep" / "deeper" / "faulty.yml"
    file.write_text(text, "utf-8")
    (tmp_path / "deep" / "sound.yaml").write_text(Path(SAMPLE).read_text("utf-8"), "utf-8")
    (tmp_path / "notes.txt").write_text("not a scenario", "utf-8")
    return file


def test_check_shows_the_line_with_a_caret(shinyo, faulty):
    status, output, _ = shinyo("check", str(faulty), "--lang", "ja")
    assert status == 1
    first, line, caret = output.splitlines()[:3]
    place, number, column, rest = first.rsplit(":", 3) if first.count(":") == 3 else first.split(":", 3)
    assert Path(place) == faulty
    assert "vist" in line
    assert line[caret.index("^") :].startswith("vist")
    assert int(number) > 1
    assert int(column) > 1
    assert "visit" in output
    assert rest


def test_check_looks_through_folders_to_their_depth(shinyo, faulty):
    status, output, _ = shinyo("check", str(faulty.parents[2]))
    assert status == 1
    assert "2 scenarios checked" in output


def test_check_does_not_walk_a_whole_disk(shinyo, faulty, monkeypatch):
    monkeypatch.setattr(checking, "MOST_FOLDERS", 2)
    status, _output, errors = shinyo("check", str(faulty.parents[2]), "--lang", "en")
    assert status == 2
    assert "2 were looked through" in errors
    assert "1 scenario checked" in errors, "what was found by then is checked all the same"


def test_check_passes_over_what_is_hidden(shinyo, faulty):
    hidden = faulty.parents[2] / ".trash"
    hidden.mkdir()
    (hidden / "broken.yaml").write_text("title", "utf-8")
    assert "2 scenarios checked" in shinyo("check", str(faulty.parents[2]))[1]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"\x89PNG", b"%PDF", b"{\\rtf1 }", b"<html></html>"], ids=repr
)
def test_a_file_of_a_foreign_kind_is_a_finding(shinyo, tmp_path, content):
    file = tmp_path / "plan.docx"
    file.write_bytes(content)
    status, output, _ = shinyo("check", str(file))
    assert status == 1
    assert "not-text" in output


def test_check_as_json_and_for_a_build_log(shinyo, faulty):
    status, output, _ = shinyo("check", str(faulty), "--format", "json")
    (found, *_) = json.loads(output)
    assert status == 1
    assert set(found) == {"code", "severity", "file", "line", "column", "message", "hint"}
    assert found["severity"] == "fault"
    status, output, _ = shinyo("check", str(faulty), "--format", "github")
    assert status == 1
    assert output.startswith("::error file=")


def test_an_unreadable_file_does_not_hide_the_others(shinyo, faulty):
    status, output, errors = shinyo("check", "gone.yaml", str(faulty))
    assert status == 2
    assert "gone.yaml" in errors
    assert "vist" in output


def test_a_faulty_scenario_is_not_played_but_told(shinyo, faulty):
    status, output, errors = shinyo("play", str(faulty), "--choices", "1")
    assert (status, output) == (1, "")
    assert "vist" in errors
    assert shinyo("explore", str(faulty))[0] == 1


def test_explore_as_json(shinyo):
    status, output, _ = shinyo("explore", SAMPLE, "--json")
    found = json.loads(output)
    assert status == 0
    assert found["exact"] is True
    assert sum(map(int, found["bands"].values())) == int(found["paths"])
    assert set(found["policies"]) >= {
        "honest",
        "interrogator",
        "caver",
        "liar",
        "forgetful",
        "pusher",
        "random",
    }
    assert found["best"]["trust"] >= found["worst"]["trust"]


def test_explore_one_way_of_selling_as_a_table(shinyo):
    status, output, _ = shinyo("explore", SAMPLE, "--policy", "honest", "--policy", "caver", "--lang", "ja")
    assert status == 0
    assert "honest" in output
    assert "caver" in output
    assert "liar" not in output
    assert "すべての道筋をたどりました。" in output
    assert "…" not in output
