"""A record is a meeting again, whatever became of the scenario since."""

import pytest

from game import __version__
from game.core.game import Game
from game.library import DoesNotReplay, Misinstalled, Unplayable
from game.records import VersionMissing, export
from game.session import Meeting
from tests.library.conftest import TALK


@pytest.fixture
def played(shelf):
    opened = shelf.open_scenario("small-talk", "ja")
    record = shelf.records().begin(shelf.beginning(opened, "すずめ", "ja"))
    meeting = Meeting(Game(opened.playable, shelf.rulebook()), record.keep)
    meeting.choose("promise")
    meeting.choose("send")
    record.close("ended")
    return record


def test_a_record_begins_with_what_is_played(shelf, played):
    header = played.header
    opened = shelf.open_scenario("small-talk", "ja")
    assert header.scenario == "small-talk"
    assert (header.hash, header.text_hash) == (opened.playable.hash, opened.playable.text_hash)
    assert header.rulebook == shelf.rulebook().hash
    assert header.app == __version__
    assert (header.trainee, header.language, header.coach) == ("すずめ", "ja", False)
    assert "練習" in header.purpose
    assert "practice" in shelf.beginning(opened, "X", "en").header.purpose


def test_a_scenario_with_faults_is_not_begun(shelf):
    with pytest.raises(Unplayable):
        shelf.beginning(shelf.open_scenario("broken-talk", "ja"), "すずめ", "ja")


def test_a_record_replays_after_the_scenario_was_edited_and_removed(shelf, played):
    before = Meeting.resumed(shelf.load_for_replay(played), played.path).reveal()
    file = shelf.shipped / "small-talk.yaml"
    file.write_text(TALK.replace("does: [{keep: checklist}]\n", "").replace("id: send", "id: post"), "utf-8")
    after = Meeting.resumed(shelf.load_for_replay(played), played.path).reveal()
    file.unlink()
    gone = Meeting.resumed(shelf.load_for_replay(played), played.path).reveal()
    assert before == after == gone
    assert before.outcome.trust == gone.outcome.trust


def test_a_record_replays_in_every_shape(shelf, played, tmp_path):
    export(shelf.records(), played.file, tmp_path / "handed.shinyo")
    kept = shelf.records().read(played.file)
    for record in (played, kept, played.file, tmp_path / "handed.shinyo"):
        game = shelf.load_for_replay(record)
        assert Meeting.resumed(game, kept.path).ended
        assert shelf.open_recorded(record, "ja").playable == game.scenario


def test_a_record_replays_in_another_language(shelf, catalog):
    catalog(shelf.shipped / "small-talk.en.po")
    opened = shelf.open_scenario("small-talk", "ja")
    with shelf.records().begin(shelf.beginning(opened, "すずめ", "ja")) as record:
        record.keep("hello", "promise")
    (shelf.shipped / "small-talk.en.po").unlink()
    assert shelf.load_for_replay(record, "en").scenario.title == "A first visit"
    assert shelf.load_for_replay(record).scenario.title == "初回の訪問"
    with shelf.records().begin(shelf.beginning(opened, "すずめ", "en")) as record:
        pass
    assert shelf.load_for_replay(record).scenario.language == "ja"


def test_a_decision_that_was_never_on_offer_is_told(shelf):
    with shelf.records().begin(
        shelf.beginning(shelf.open_scenario("small-talk", "ja"), "すずめ", "ja")
    ) as record:
        record.keep("hello", "promise")
        record.keep("hello", "forged")
    with pytest.raises(DoesNotReplay) as told:
        shelf.load_for_replay(record)
    assert told.value.position == 2


def test_a_version_that_is_gone_is_told(shelf, played):
    for file in shelf.records().versions.folder.iterdir():
        file.unlink()
    with pytest.raises(VersionMissing):
        shelf.load_for_replay(played)


def test_a_kept_version_this_program_cannot_play_any_more(shelf, played, monkeypatch):
    monkeypatch.setattr("game.library.opening.Opened.faults", ("a fault",))
    with pytest.raises(Unplayable):
        shelf.load_for_replay(played)
    monkeypatch.undo()
    monkeypatch.setattr("game.library.replaying._numbers", lambda _: int("x"))
    with pytest.raises(Misinstalled):
        shelf.load_for_replay(played)


def test_a_meeting_that_goes_on_from_another(shelf, played):
    kept = shelf.records().read(played.file)
    opening = shelf.opening_from(kept)
    reveal = Meeting.resumed(shelf.load_for_replay(played), kept.path).reveal()
    assert opening == reveal.carried_over
    opened = shelf.open_scenario("mine", "ja")
    beginning = shelf.beginning(opened, "すずめ", "ja", continues=kept.as_predecessor)
    with shelf.records().begin(beginning) as record:
        record.keep("hello", "silent")
    game = shelf.load_for_replay(record)
    assert game.layout.opening == opening
    assert shelf.open_recorded(record).opening == opening
    third = shelf.beginning(
        opened, "すずめ", "ja", continues=shelf.records().read(record.file).as_predecessor
    )
    with shelf.records().begin(third) as record:
        pass
    again = Meeting.resumed(game, ("silent",)).reveal().carried_over
    assert shelf.load_for_replay(record).layout.opening == again
