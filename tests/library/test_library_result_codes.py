"""From a record to its code, and from the code to the same meeting, on a shelf that may have changed."""

import pytest

from game.core.game import Game
from game.library import CodeOfNothingHere
from game.library.result_codes import CodeBook, code_of
from game.records import NotACode, export, read_export
from game.session import Meeting
from tests.library.conftest import TALK


@pytest.fixture
def kept(shelf):
    opened = shelf.open_scenario("small-talk", "ja")
    record = shelf.records().begin(shelf.beginning(opened, "すずめ", "ja"))
    meeting = Meeting(Game(opened.playable, shelf.rulebook()), record.keep)
    for choice in ("promise", "send"):
        meeting.choose(choice)
    record.predict("trusted")
    record.close("ended")
    return shelf.records().read(record.file)


def book(shelf):
    return CodeBook([shelf.open_scenario("small-talk", "ja").playable], shelf.rulebook())


@pytest.fixture
def code(kept):
    made = code_of(kept)
    assert made is not None
    return made


def test_a_code_tells_the_same_meeting(shelf, kept, code):
    told = book(shelf).told(code)
    assert told.meeting.path == kept.path
    assert told.meeting.game.scenario.id == "small-talk"
    assert (told.coded.prediction, told.coded.coached) == ("trusted", False)
    assert told.coded.day == kept.header.started.date()


def test_what_is_handed_in_has_the_same_code(shelf, kept, code, tmp_path):
    export(shelf.records(), kept.file, tmp_path / "handed.shinyo")
    assert code_of(read_export(tmp_path / "handed.shinyo")) == code


def test_a_code_of_a_changed_scenario_is_told_as_such(shelf, code):
    file = shelf.shipped / "small-talk.yaml"
    file.write_text(TALK.replace("id: send", "id: post"), "utf-8")
    with pytest.raises(CodeOfNothingHere):
        book(shelf).told(code)


def test_other_words_do_not_change_a_code(shelf, kept, code):
    file = shelf.shipped / "small-talk.yaml"
    file.write_text(TALK.replace("title: ", "title: 新・"), "utf-8")
    assert book(shelf).told(code).meeting.path == kept.path


def test_a_slip_is_no_code(shelf, code):
    with pytest.raises(NotACode):
        book(shelf).told(code[:-1] + ("A" if code[-1] != "A" else "B"))
