import json

import pytest

from game.cli.debriefing import USUAL, parted


@pytest.fixture
def classes(shinyo):
    def run(*arguments):
        status, output, errors = shinyo("debrief", *arguments, "--json", "--lang", "en")
        assert (status, errors) == (0, "")
        return json.loads(output)["classes"]

    return run


def test_a_rehearsal_is_told_in_the_persons_language(shinyo):
    status, output, _ = shinyo("debrief", "--rehearsal", "first-steps:12", "--text", "--lang", "ja")
    assert status == 0
    assert "12件" in output
    assert "選択が最も分かれた場面" in output


def test_a_class_as_json_names_nobody_unless_it_is_asked_to(classes):
    (found,) = classes("--rehearsal", "first-steps:12")
    assert found["meetings"] == len(found["seats"]) == 12
    assert sum(found["bands"].values()) == sum(found["deals"].values()) == 12
    assert not any("name" in seat for seat in found["seats"])
    assert all(
        sum(choice["took"] for choice in each["choices"]) == each["came"] for each in found["decisions"]
    )
    (named,) = classes("--rehearsal", "first-steps:12", "--names")
    assert all(seat["name"] and "path" not in seat for seat in named["seats"])


def test_a_small_class_is_not_broken_down(classes, shinyo):
    (found,) = classes("--rehearsal", "first-steps:4")
    assert (found["meetings"], found["seats"], found["decisions"], found["bands"]) == (4, [], [], None)
    assert "not broken down" in shinyo("debrief", "--rehearsal", "first-steps:4", "--text", "--lang", "en")[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "PATH… is missing."),
        (["here", "--rehearsal", "first-steps"], "not both"),
        (["--rehearsal", "first-steps:0"], "a size from 1 to 100,000"),
        (["--rehearsal", "first-steps:many"], "a size from 1 to 100,000"),
        (["here", "--since", "yesterday"], "--since wants a day"),
        (["here", "--text", "--screen", "curve"], "--screen wants a page"),
        (["here", "--screen", "decision:"], "--screen wants a page"),
        (["--rehearsal", "first-step"], "Did you mean"),
        (["nowhere"], "nowhere is not there"),
    ],
)
def test_what_was_mistyped_is_told(shinyo, arguments, told):
    status, output, errors = shinyo("debrief", *arguments, "--lang", "en")
    assert (status, output) == (2, "")
    assert told in errors


def test_a_folder_without_a_finished_meeting_is_told(shinyo, tmp_path):
    (tmp_path / "April").mkdir()
    (tmp_path / "April" / "notes.jsonl").write_text("hello", encoding="utf-8")
    status, output, errors = shinyo("debrief", str(tmp_path), "--text", "--lang", "en")
    assert (status, output) == (2, "")
    assert errors.splitlines() == [
        "April/notes.jsonl: This is not a record of a meeting.",
        "There is no finished meeting here.",
    ]


def test_own_records_are_a_class_too(shinyo, process, home):
    done = process("play", "tests/data/sample.yaml", "--text", stdin="山田\n2\n1\n1\n\n\n\n\nn\n".encode())
    assert done.returncode == 0
    status, output, errors = shinyo("debrief", str(home / "records"), "--text", "--lang", "en")
    assert (status, errors) == (0, "")
    assert "1 meeting" in output
    status, _, errors = shinyo("debrief", str(home / "records"), "--class", "April", "--text", "--lang", "en")
    assert status == 2
    assert errors == "There is no class “April” here.\nThere are: records.\n"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("first-steps", ("first-steps", USUAL)),
        ("first-steps:7", ("first-steps", 7)),
        (r"C:\mine\first.yaml", (r"C:\mine\first.yaml", USUAL)),
        (r"C:\mine\first.yaml:9", (r"C:\mine\first.yaml", 9)),
    ],
)
def test_a_rehearsal_is_an_id_and_a_size(text, meant):
    assert parted(text) == meant


def test_a_class_is_written_into_a_folder_once(shinyo, tmp_path):
    folder = tmp_path / "out"
    arguments = ("debrief", "--rehearsal", "first-steps:6", "--export", str(folder), "--lang", "en")
    status, output, _ = shinyo(*arguments)
    assert status == 0
    assert f"Written: {folder}" in output
    assert (folder / "handout.html").exists()
    assert len(list(folder.glob("pages/*.png"))) > 5
    status, _, errors = shinyo(*arguments)
    assert status == 2
    assert "is there already" in errors
    (tmp_path / "file").write_bytes(b"")
    status, _, errors = shinyo(*arguments[:-3], str(tmp_path / "file" / "in"), "--lang", "en")
    assert (status, errors.count("\n")) == (2, 1)


@pytest.fixture
def window(monkeypatch):
    """As if there were a window: what it was asked to show."""
    asked: list[tuple[str, int]] = []

    def run(lang, load, *, reading, begin):
        assert reading.stage is None
        asked.append((begin, len(load(lang)[0].seats)))
        return 0

    monkeypatch.setattr("game.cli.debriefing.window_missing", lambda: None)
    monkeypatch.setattr("game.screens.projecting.run_class", run)
    return asked


def test_where_there_is_a_window_a_class_is_shown_in_it(shinyo, window):
    rehearsal = ("debrief", "--rehearsal", "first-steps:6")
    assert shinyo(*rehearsal, "--screen", "promises") == (0, "", "")
    assert window == [("promises", 6)]
    assert shinyo(*rehearsal, "--text", "--lang", "en")[1].startswith("First Steps")
    assert window == [("promises", 6)]


def test_before_a_window_opens_what_was_mistyped_is_told(shinyo, window):
    for arguments, told in (
        (["nowhere"], "nowhere is not there"),
        (["--rehearsal", "first-step"], "Did you mean"),
    ):
        status, _, errors = shinyo("debrief", *arguments, "--lang", "en")
        assert status == 2
        assert told in errors
    assert window == []


def test_that_a_large_class_gets_no_page_a_trainee_is_said(shinyo, tmp_path, monkeypatch):
    monkeypatch.setattr("game.classroom.exporting.MOST_PAGES", 5)
    monkeypatch.setattr("game.cli.debriefing._drawn", lambda *_: True)
    folder = tmp_path / "out"
    arguments = ("debrief", "--rehearsal", "first-steps:6", "--export", str(folder), "--lang", "en")
    status, _, errors = shinyo(*arguments)
    assert status == 0
    assert "No page a trainee was written: there are more than 5 meetings." in errors
    assert (folder / "handout.html").is_file()
    assert not (folder / "trainees").exists()
