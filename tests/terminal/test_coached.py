"""A coach at the terminal: for tutorials, for those who have played before, and for nobody else."""

import io
from pathlib import Path

import pytest

from game.library import Library
from game.records import Records
from game.terminal import run

SAMPLE = "tests/data/sample.yaml"
TO_THE_END = ("Hana", "2", "1", "1", "", "", "", "", "q")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def play(home, tmp_path):
    def play(*answers, lang="en", coach=False, tutorial=False):
        library, output = Library(home), io.StringIO()
        file = SAMPLE
        if tutorial:
            text = Path(SAMPLE).read_text("utf-8")
            file = tmp_path / "tutorial.yaml"
            file.write_text(text.replace("minutes: 8", "minutes: 8\ncoach: true"), "utf-8")
        run(
            library, lang, io.StringIO("".join(f"{each}\n" for each in answers)), output,
            opened=library.open_scenario(file, lang), coach=coach,
        )  # fmt: skip
        return output.getvalue()

    return play


def coached(home):
    return [one.header.coach for one in Records(home / "records").of("Hana")]


def test_nobody_is_coached_the_first_time(play, home):
    assert "oach" not in play(*TO_THE_END, "n")
    assert coached(home) == [False]


def test_a_coach_says_after_the_answer_what_was_booked(play, home):
    told = play("Hana", "2", "q", coach=True)
    assert "A meeting with a coach earns no stamp on the shelf." in told
    assert "Coach: the balance is 0." in told
    reply = told.index("へえ、うちと似ていますね。")
    booked = told.index(
        "Coach: +3  Brought them something useful (Usefulness: something they did not have yet)"
    )
    assert reply < booked < told.index("木曜の夜。")
    assert "Coach: 3 questions in a row would be welcome now." in told
    assert coached(home) == [True]


def test_what_falls_due_on_the_way_is_told_when_the_scene_has_opened(play):
    told = play("Hana", "2", "2", "q", coach=True)
    opened, due = told.index("金曜に頂けると伺っていましたが。"), told.index("Let a promise's date pass")
    assert opened < due


def test_whoever_has_finished_it_is_asked(play, home):
    told = play(*TO_THE_END, "y", "y", "2", "q")
    assert "Play with a coach this time? (y: yes, Enter: no)" in told
    assert "Coach: +3" in told
    assert sorted(coached(home)) == [False, True]


def test_enter_alone_plays_without(play, home):
    told = play(*TO_THE_END, "y", "", "2", "q")
    assert "Coach:" not in told
    assert coached(home) == [False, False]


def test_a_tutorial_is_coached_for_everybody(play, home):
    told = play("Hana", "2", "q", tutorial=True)
    assert "This is a tutorial." in told
    assert "Coach: +3" in told
    assert coached(home) == [True]


def test_a_coached_meeting_stays_coached_when_it_is_gone_on_with(play, home):
    play("Hana", "2", "q", coach=True)
    told = play("", "y", "1", "q")
    assert told.index("You continue where you left off.") < told.index("Coach: +3")
    assert "Coach: +6  Kept a promise early" in told
    assert coached(home) == [True]


def test_the_language_changes_and_the_coach_stays(play):
    told = play("Hana", "2", "l", "1", "q", coach=True)
    assert "コーチ：残高は" in told


def test_an_uncoached_meeting_stays_so_when_it_is_gone_on_with(play, home):
    play("Hana", "2", "q")
    told = play("", "y", "1", "q", coach=True)
    assert "Coach:" not in told
    assert coached(home) == [False]
