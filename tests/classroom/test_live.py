"""The figures of the moment: the same value while nothing changes, new ones when something has come."""

import shutil

import pytest

from game.classroom.classes import Classes
from game.classroom.gathering import Gathering
from game.classroom.live import Live
from game.classroom.reading import Reading, Stage
from game.classroom.sources import Sources
from game.library import Library
from game.library.analyses import Work
from game.records import Records
from tests.classroom.conftest import FRIDAY, random_meeting


@pytest.fixture
def handed(tmp_path, library, game_of):
    """A folder with six records."""
    records = Records(tmp_path / "April")
    opened = library.open_scenario(FRIDAY, "ja")
    for seed in range(6):
        with records.begin(library.beginning(opened, f"Trainee {seed}", "en")) as record:
            meeting = random_meeting(game_of(FRIDAY), seed)
            for view, choice in zip(meeting.views, meeting.path, strict=False):
                record.keep(view.scene, choice)
    return records.folder


def test_where_nothing_has_changed_it_is_the_very_same(library, handed, analysis):
    assert analysis.exact  # kept in the library's cache
    live = Live(Gathering([str(handed)], library), library)
    first = live.figures("en")
    assert live.figures("en") is first
    assert live.figures("ja") is not first
    assert live.figures("en") is first
    assert first[0].best_line is not None


def test_a_late_one_is_there_at_the_next_look(library, handed, tmp_path):
    late = min(handed.glob("*.jsonl"))
    shutil.move(late, tmp_path / "late.jsonl")
    live = Live(Gathering([str(handed)], library), library)
    assert len(live.figures("en")[0].seats) == 5
    shutil.move(tmp_path / "late.jsonl", late)
    assert len(live.figures("en")[0].seats) == 6


class Slow:
    """An analysis that comes when a test lets it."""

    def __init__(self) -> None:
        self.made = None
        self.failed = self.stopped = False

    def poll(self):
        return self.made

    def stop(self) -> None:
        self.stopped = True


def test_an_analysis_that_was_not_kept_comes_later(handed, tmp_path, analysis, monkeypatch):
    library, coming, works = Library(tmp_path / "another home"), Slow(), list[Work]()

    def background(_game, work):
        works.append(work)
        return coming

    monkeypatch.setattr(library, "background", background)
    live = Live(Gathering([str(handed)], library), library)
    before = live.figures("en")
    assert before[0].best_line is None
    assert live.reading.analysing is True
    assert live.figures("en") is before
    coming.made = analysis
    after = live.figures("en")
    assert after[0].best_line == (analysis.best.trust, analysis.best_value)
    assert [live.reading.analysing] == [False]
    assert {seat.share is None for seat in after[0].seats} == {False}
    assert live.figures("en") is after
    (work,) = works
    assert work.game().scenario.hash == after[0].hash
    live.close()
    assert coming.stopped


def test_a_rehearsal_is_made_once(rehearsed, library):
    made: list[Classes] = []

    def source(_reading):
        made.append(Classes(rehearsed(8), Sources(library)))
        return made[-1]

    live = Live(source, library)
    assert live.figures("en") is live.figures("en")
    assert len(made) == 1


def test_of_many_the_first_are_told_before_the_rest_is_read_and_that_can_be_stopped(
    library, handed, monkeypatch
):
    monkeypatch.setattr("game.classroom.live.FIRST_SECONDS", 0.0)
    live = Live(Gathering([str(handed)], library), library)
    stages: list[Stage] = []
    monkeypatch.setattr(live.reading, "_tell", stages.append)
    first = live.figures("en")
    read = len(first[0].seats)
    assert 1 <= read < 6
    assert (live.reading.files, live.reading.left) == (6, 6 - read)
    live.reading.stop()
    assert live.figures("en") is first
    live.reading.go_on()
    assert len(live.figures("en")[0].seats) == 6
    assert live.reading.left == 0
    assert live.reading.stage is None
    assert [stage.doing for stage in stages if stage.done == 6] == ["reading", "replaying"]


def test_reading_is_enough_when_it_was_stopped_or_has_taken_its_time(monkeypatch):
    now, reading = [100.0], Reading()
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    soon, never = reading.enough(2.0), reading.enough(float("inf"))
    now[0] = 150.0  # it has not been asked yet
    assert [soon(), never()] == [False, False]
    now[0] = 152.5
    assert [soon(), never()] == [True, False]
    reading.stop()
    assert never()
