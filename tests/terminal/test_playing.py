"""The game as somebody plays it in a terminal: what they type, what they read, what is kept."""

import io
import json
from pathlib import Path

import pytest

from game.library import Library
from game.records import Records
from game.terminal import run

SAMPLE = "tests/data/sample.yaml"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def play(home):
    """Plays the sample with these answers; what was read."""

    def play(*answers: str, lang: str = "en", shelf: bool = False) -> str:
        library, output = Library(home), io.StringIO()
        opened = None if shelf else library.open_scenario(SAMPLE, "ja" if lang == "ja" else "en")
        run(library, lang, io.StringIO("".join(f"{answer}\n" for answer in answers)), output, opened=opened)
        return output.getvalue()

    return play


def choices(home: Path) -> list[list[str]]:
    files = sorted(home.glob("records/*.jsonl"))
    read = [[json.loads(line) for line in file.read_text("utf-8").splitlines()] for file in files]
    return [[line["choice"] for line in lines if "choice" in line] for lines in read]


def test_a_meeting_from_the_brief_to_the_trust(play, home):
    told = play("Hana", "2", "1", "1", "", "", "", "", "q", "n")
    for expected in (
        "Customer: 丸和商店, 総務課長, 田辺 由紀",
        "Tue 3 March, 10:20, meeting room",
        "田辺 由紀: 今日はどういうご用件で?",
        "田辺 由紀 (warmly): へえ、うちと似ていますね。",
        "(2 days later)",
        "Passbook of credit",
        "Trust: Credited",
        "Deal: Signed",
        "Promise: 金曜までに導入チェックリストを送る (kept)",
    ):
        assert expected in told
    assert choices(home) == [["gift", "send", "trial"]]
    assert Records(home / "records").unfinished("Hana") == ()


def test_a_number_of_thousands_of_digits_is_only_an_answer(play):
    assert "Please type a number from 1 to 3" in play("Hana", "9" * 5000, "q")
    assert "Please type a number from 1 to" in play("Hana", "9" * 5000, "q", shelf=True)


def test_no_balance_is_seen_before_the_reveal(play):
    told = play("Hana", "2", "n", "b", "1", "q")
    assert "Balance" not in told
    assert "Trust" not in told


def test_in_japanese(play):
    told = play("花子", "３", "1", "1", "", "", "", "", "q", "n", lang="ja")
    for expected in (
        "お客様：丸和商店、総務課長、田辺 由紀",
        "3月3日（火） 10:20　会議室",
        "花子：「導入はしっかり支援しますので、ご安心ください。」",
        "［ほかの案件に追われ、何も送らない。］",
        "信用通帳",
        "商談：検討中",
    ):
        assert expected in told


def test_a_sign_is_shown_and_its_meaning_is_not(play):
    told = play("花子", "2", "2", "q", lang="ja")
    assert "（椅子に深く座り直した）" in told
    assert "もう期待していない" not in told


def test_the_notebook_holds_what_a_seller_would_know(play):
    told = play("Hana", "2", "n", "q")
    assert "Today: Thu 5 March" in told
    assert "  - 締め日に三日かけて集計している" in told
    assert "(by Fri 6 March, tomorrow)" in told
    assert "Terms on the table: none" in told


def test_the_backlog_tells_what_was_said(play):
    told = play("Hana", "2", "b", "q")
    assert told.count("へえ、うちと似ていますね。") == 2
    assert "(That is the conversation so far.)" in told


def test_what_is_no_choice_is_answered_with_what_is_one(play, home):
    told = play("Hana", "9", "0", "yes", "", "-1", "?", "q")
    assert told.count("Please type a number from 1 to 3") == 5
    assert "n: your notebook" in told
    assert choices(home) == [[]]


def test_a_meeting_that_was_left_is_gone_on_with(play, home):
    assert "It is saved up to here" in play("Hana", "2", "q")
    told = play("", "y", "1", "1", "", "", "", "", "q", "n")
    assert "You continue where you left off." in told
    assert "Name (Enter: Hana):" in told
    assert choices(home) == [["gift", "send", "trial"]]


def test_a_meeting_that_was_left_can_be_begun_anew(play, home):
    play("Hana", "2", "q")
    play("", "n", "3", "q")
    assert sorted(choices(home)) == [["gift"], ["support"]]


def test_the_end_of_the_input_keeps_everything(play, home):
    told = play("Hana", "2")
    assert told.endswith("Input has ended. Everything decided so far is saved.\n")
    assert choices(home) == [["gift"]]
    assert len(Records(home / "records").unfinished("Hana")) == 1


def test_once_more_from_the_beginning(play, home):
    play("Hana", "2", "1", "1", "", "", "", "", "q", "y", "", "1", "q")
    assert sorted(choices(home)) == [["gift", "send", "trial"], ["sheet"]]


def test_the_language_changes_within_the_meeting(play, home):
    told = play("Hana", "2", "l", "n", "q", lang="ja")
    before, after = told.split("Thu 5 March", 1)
    assert "3月5日（木）" in before
    assert "What you know" in after
    assert json.loads((home / "settings.json").read_text("utf-8"))["lang"] == "en"
    assert choices(home) == [["gift"]]


def test_the_shelf(play):
    told = play("Hana", "x", "l", "q", shelf=True)
    assert "There is no scenario that can be played." in told or "1. " in told
    assert "お疲れさまでした。" in told


@pytest.fixture
def full_disk(monkeypatch):
    """A disk that is full from the second record line on, until there is room again."""
    full = {"now": False}
    keep = Records.begin

    def begin(self: Records, beginning):
        record = keep(self, beginning)
        whole = record._disk.append

        def append(*arguments, **named):
            if full["now"]:
                raise OSError(28, "No space left on device", "records")
            whole(*arguments, **named)

        monkeypatch.setattr(record._disk, "append", append)
        return record

    monkeypatch.setattr(Records, "begin", begin)
    return full


def test_what_cannot_be_kept_is_told_before_anything_follows(play, home, full_disk):
    full_disk["now"] = True
    told = play("Hana", "2", "r", "q")
    assert told.count("The disk is full") == 2
    assert "へえ、うちと似ていますね。" not in told
    assert choices(home) == [[]]


def test_the_trainee_may_go_on_without_a_record(play, home, full_disk):
    full_disk["now"] = True
    told = play("Hana", "2", "nonsense", "w", "1", "1", "", "", "", "", "q", "n")
    assert told.count("The disk is full") == 1
    assert "Deal: Signed" in told
    assert choices(home) == [[]]


def test_nothing_can_be_kept_from_the_beginning(play, home, monkeypatch):
    def refused(*_arguments):
        raise PermissionError(13, "Permission denied", "records")

    monkeypatch.setattr(Records, "begin", refused)
    assert "cannot be opened or changed here" in play("Hana", "q")
    assert "Deal: Signed" in play("", "w", "2", "1", "1", "", "", "", "", "q", "n")
    assert choices(home) == []
