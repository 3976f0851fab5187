import errno
import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.library import Library
from game.records import Records
from game.records.result_code import read_code
from tests.cli.conftest import ROOT, SAMPLE, without_display


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """The folder of somebody who has played a meeting to its end and left one after its first choice."""
    folder = tmp_path_factory.mktemp("once") / "home"
    for stdin in ("山田\n2\n1\n1\n\n\n\n\nq\nn\n", "\n\n3\nq\n"):
        subprocess.run(
            [sys.executable, "-m", "game", "play", SAMPLE, "--text"], input=stdin.encode(), cwd=ROOT,
            stdout=subprocess.DEVNULL, check=True,
            env=without_display(SHINYO_HOME=str(folder), LANG="C.UTF-8"),
        )  # fmt: skip
    return folder


@pytest.fixture
def played(once, home):
    """The folder of a trainee who has played that."""
    shutil.copytree(once, home)
    return home


@pytest.mark.usefixtures("played")
def test_records_are_listed_the_newest_first(shinyo):
    status, output, _ = shinyo("records")
    lines = output.splitlines()
    assert status == 0
    assert "unfinished, 1 decision" in lines[0]
    assert "played to its end" in lines[1]
    assert all("山田" in line for line in lines)
    listed = json.loads(shinyo("records", "list", "--json")[1])
    assert [(one["number"], one["decisions"], one["closed"]) for one in listed] == [
        (1, 1, None),
        (2, 3, "ended"),
    ]


@pytest.mark.usefixtures("played")
def test_a_record_is_opened_once_more(shinyo):
    status, output, _ = shinyo("records", "show", "2", "--lang", "ja")
    assert status == 0
    assert "信用通帳" in output
    assert json.loads(shinyo("records", "show", "2", "--json")[1])["path"] == ["gift", "send", "trial"]


def test_what_was_tried_again_and_written_is_shown_with_it(shinyo, process, home):
    talk, review = "Hana\n2\n1\n1\n\n\n\n\n", "1\nt\n3\nq\n\nw\nsaid a day\n\nbe early\nq\nn\n"
    done = process("play", SAMPLE, "--text", stdin=f"{talk}{review}".encode())
    assert done.returncode == 0
    file, *others = (home / "records").glob("*.jsonl")
    assert not others, done.stdout.decode()
    with file.open("a", encoding="utf-8") as record:  # by somebody else
        record.write('{"retry":0,"choices":["no_such"],"at":"2026-04-10T09:00:00Z"}\n')
        record.write('{"retry":99,"choices":["support"],"at":"2026-04-10T09:00:00Z"}\n')
    told = shinyo("records", "show", "1")[1]
    for expected in (
        "Tried again from 3 Mar: 「導入はしっかり支援しますので、ご安心ください。」",
        "Tried again: does not fit this meeting, and is passed over.",
        "What went well: said a day",
        "One thing next time: be early",
    ):
        assert expected in told
    shown = json.loads(shinyo("records", "show", "1", "--json")[1])
    assert shown["path"] == ["gift", "send", "trial"]
    assert (shown["reflection"], shown["resolve"]) == ({"plus": "said a day", "delta": ""}, "be early")
    tried, forged, far = shown["retries"]
    assert (tried["position"], tried["choices"], tried["band"]) == (0, ["support"], None)
    assert (forged["scene"], far["scene"]) == (None, None)


@pytest.mark.usefixtures("played")
def test_the_passbook_of_an_unfinished_meeting_stays_closed(shinyo):
    status, output, _ = shinyo("records", "show", "1")
    assert status == 0
    assert "The passbook stays closed until the meeting has ended." in output
    assert "Balance" not in output


@pytest.mark.usefixtures("played")
def test_a_meeting_has_a_code_once_it_has_ended(shinyo):
    status, output, _ = shinyo("records", "code", "2")
    assert status == 0
    assert read_code(output).day == datetime.now(UTC).date()
    status, output, _ = shinyo("records", "code", "1")
    assert status == 0
    assert "once the meeting has ended" in output
    assert shinyo("records", "code", "7")[0] == 2


@pytest.fixture
def read_only(played, monkeypatch):
    """The folder of somebody who has played, on a drive that can only be read by now."""

    def refuse(**named):
        raise OSError(errno.EROFS, "read-only", str(named["dir"]))

    monkeypatch.setattr("game.library.places.tempfile.TemporaryFile", refuse)
    monkeypatch.setattr("game.records.lock.Lock.__init__", lambda *_: refuse(dir=played))
    return played


def test_records_are_seen_where_nothing_can_be_saved(shinyo, read_only, tmp_path):
    assert "played to its end" in shinyo("records", "list")[1]
    assert "Passbook of credit" in shinyo("records", "show", "2")[1]
    assert shinyo("records", "export", "2", "-o", str(tmp_path / "mine.shinyo"))[0] == 0
    status, _, errors = shinyo("records", "delete", "2", "--yes")
    assert (status, errors) == (
        2,
        f"{read_only} is on a drive that can only be read. Choose another place.\n",
    )


def test_what_was_handed_in_shows_the_same_passbook_anywhere(shinyo, played, tmp_path, monkeypatch):
    shown = shinyo("records", "show", "2", "--json")
    file = str(tmp_path / "mine.shinyo")
    assert shinyo("records", "export", "2", "-o", file)[0] == 0
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "another"))
    again = shinyo("records", "show", file, "--json")
    assert again[0] == 0
    here, there = json.loads(shown[1]), json.loads(again[1])
    for key in ("scenario", "hash", "rulebook", "path", "passbook", "promises"):  # not what an analysis adds
        assert there[key] == here[key]
    assert there["outcome"]["trust"] == here["outcome"]["trust"]
    Path(file).write_bytes(Path(file).read_bytes()[:200])
    status, _, errors = shinyo("records", "show", file)
    assert (status, errors.count("\n")) == (2, 1)
    assert "Make it again" in errors
    assert played.is_dir()


def test_what_cannot_be_read_is_named_and_can_be_deleted(shinyo, played):
    spoilt = played / "records" / "spoilt.jsonl"
    spoilt.write_text("hello\n")
    for named in ("spoilt.jsonl", "spoilt", str(spoilt)):
        status, output, errors = shinyo("records", "show", named)
        assert (status, output) == (2, "")
        assert errors == f"{spoilt} is not a record of a meeting. It was left as it is.\n"
    status, output, _ = shinyo("records", "delete", "spoilt", "--yes")
    assert status == 0
    assert output.endswith("Deleted: 1\n")
    assert not spoilt.exists()
    assert len(list(played.glob("records/*.jsonl"))) == 2


def test_a_file_in_the_place_of_the_folder_is_said(shinyo, monkeypatch, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("SHINYO_HOME", str(tmp_path / "file"))
    for command in (["list"], ["purge"], ["show", "1"], ["delete", "1"]):
        status, output, errors = shinyo("records", *command)
        assert (status, output) == (2, "")
        assert str(tmp_path / "file") in errors
        assert errors.count("\n") == 1


def test_a_record_is_handed_in_as_one_file(shinyo, played, tmp_path):
    file = tmp_path / "mine.shinyo"
    status, output, _ = shinyo("records", "export", "2", "-o", str(file))
    assert status == 0
    assert str(file) in output
    assert file.stat().st_size > 0
    status, _, errors = shinyo("records", "export", "2", "-o", str(file))
    assert status == 2
    assert "is there already" in errors
    assert len(list(played.glob("records/*.jsonl"))) == 2


def test_nothing_is_deleted_without_being_asked(shinyo, played):
    status, output, errors = shinyo("records", "delete", "1")
    assert status == 2
    assert "山田" in output
    assert "--yes" in errors
    assert len(list(played.glob("records/*.jsonl"))) == 2


def test_records_are_deleted(shinyo, played):
    assert shinyo("records", "delete", "1", "--yes")[0] == 0
    assert len(list(played.glob("records/*.jsonl"))) == 1
    assert "played to its end" in shinyo("records")[1]


def test_only_expired_records_are_purged(shinyo, played, monkeypatch):
    assert "No record has passed its last day." in shinyo("records", "purge")[1]
    later = datetime.now(UTC).date() + timedelta(days=500)
    expired = Records(played / "records").expired(later)
    assert len(expired) == 2
    monkeypatch.setattr(Records, "expired", lambda _self: expired)
    status, output, _ = shinyo("records", "purge", "--yes")
    assert status == 0
    assert "Deleted: 0" in output  # they are looked at again, and their day has not passed


def test_no_records_yet(shinyo):
    assert shinyo("records") == (0, "There are no records yet.\n", "")


def test_a_spoilt_record_is_told_and_does_not_hide_the_others(shinyo, played):
    (played / "records" / "spoilt.jsonl").write_text("nonsense\n")
    status, output, errors = shinyo("records")
    assert status == 0
    assert len(output.splitlines()) == 2
    assert "spoilt.jsonl" in errors


def test_a_meeting_with_a_coach_is_listed_as_one(shinyo, home):
    library = Library(home)
    opened = library.open_scenario(SAMPLE, "en")
    for coach in (True, False):
        library.records().begin(library.beginning(opened, "Hana", "en", coach=coach)).close("ended")
    _, told, _ = shinyo("records", "list", "--lang", "en")
    assert sorted("with a coach" in line for line in told.splitlines()) == [False, True]
    _, listed, _ = shinyo("records", "list", "--json")
    assert sorted(each["coach"] for each in json.loads(listed)) == [False, True]


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ((), "RECORD is missing."),
        (("",), "RECORD is missing."),
        (("  ",), 'There is no record "".'),
        (("0",), "There is no record 0."),
        (("-1",), "There is no option “-1”."),
        (("99",), "There is no record 99."),
        (("9" * 5000,), "There is no record 999"),
        (("1.0",), "There is no record 1.0."),
        (("latest",), "There is no record latest."),
        (("../..",), "There is no record ../..."),
        (("/",), "There is no record /."),
        (("nowhere.jsonl",), "There is no record nowhere.jsonl."),
        (("nowhere.shinyo",), "There is no record nowhere.shinyo."),
        ((str(Path(__file__)),), "There is no record"),
        (("2", "3"), "“3” is one word too many."),
        (("2", "--qr"), "There is no option “--qr”."),
        (("コード",), "There is no record コード."),
        (("{0}",), "There is no record {0}."),
        (("a\x1b[2Jb",), "There is no record"),
    ],
)
def test_of_a_record_that_is_none_a_sentence_tells(shinyo, typed, told):
    status, output, errors = shinyo("records", "code", *typed)
    assert (status, output) == (2, "")
    assert told in errors
    assert "\x1b" not in errors


@pytest.mark.usefixtures("played")
def test_a_code_where_a_record_is_meant_says_who_reads_it(shinyo):
    code = shinyo("records", "code", "2")[1].strip()
    for command in ("code", "show", "export"):
        status, _, errors = shinyo("records", command, code.lower())
        assert status == 2
        assert f"This is a result code, not a record: {code.lower()}." in errors


def test_a_hand_in_goes_into_a_folder_and_always_has_its_ending(shinyo, played, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (record,) = [
        each.stem for each in (played / "records").glob("*.jsonl") if "ended" in each.read_text("utf-8")
    ]
    (tmp_path / "April").mkdir()
    for to, file in (
        ("April", f"April/{record}.shinyo"),
        (f"{tmp_path}/April/", None),  # there is one already
        ("aki", "aki.shinyo"),
        ("aki.txt", "aki.txt.shinyo"),
        ("Aki.SHINYO", "Aki.SHINYO"),
        ("", f"{record}.shinyo"),
        ("none/such.shinyo", None),
    ):
        status, output, errors = shinyo("records", "export", "2", "-o", to)
        assert status == (2 if file is None else 0), (to, output, errors)
        assert file is None or (tmp_path / file).is_file()
        assert "Traceback" not in errors
