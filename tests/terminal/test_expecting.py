"""Before the reveal a trainee at the terminal is asked what they expect: kept first, skipped by Enter."""

import io
import json

import pytest

from game.cli import run as shinyo_run
from game.library import Library
from game.records import Record, Records
from game.terminal import run

SAMPLE = "tests/data/sample.yaml"
TO_THE_END = ("Hana", "2", "1", "1")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def play(home):
    def play(*answers, lang="en"):
        library, output = Library(home), io.StringIO()
        run(
            library, lang, io.StringIO("".join(f"{each}\n" for each in answers)), output,
            opened=library.open_scenario(SAMPLE, lang),
        )  # fmt: skip
        return output.getvalue()

    return play


def kept(home):
    (record,) = Records(home / "records").of("Hana")
    return record


def test_what_is_expected_is_kept_before_the_settlement_and_told_at_the_end(play, home):
    told = play(*TO_THE_END, "3", "5", "", "", "n")
    assert "What do you expect 田辺 由紀 to do next time?" in told
    assert told.index("next time?") < told.index("Time passes")
    assert "You expected: Partner (two steps too high)" in told
    prediction = kept(home).prediction
    assert (prediction.band, prediction.feeling) == ("partner", "uneasy")
    assert kept(home).closed == "ended"


def test_enter_alone_skips_both(play, home):
    told = play(*TO_THE_END, "", "", "", "", "q", "n")
    assert "Deal: Signed" in told
    assert "You expected" not in told
    assert kept(home).prediction is None


def test_the_feeling_can_be_left_out(play, home):
    play(*TO_THE_END, "", "2", "", "", "n")
    assert (kept(home).prediction.band, kept(home).prediction.feeling) == ("vendor", "")


def test_what_is_no_answer_is_answered_with_what_is_one(play, home):
    told = play(*TO_THE_END, "6", "gut", "４", "0", "1", "", "", "n")
    assert told.count("Please type a number from 1 to 5, or only Enter.") == 3
    assert (kept(home).prediction.band, kept(home).prediction.feeling) == ("shut_out", "regretful")


def test_the_language_changes_at_the_question(play):
    told = play(*TO_THE_END, "l", "1", "3", "", "", "n")
    assert "今、どんな気持ちですか。" in told
    assert "あなたの予想：信用（そのとおり）" in told


def test_whoever_leaves_here_comes_back_here(play, home):
    told = play(*TO_THE_END, "2", "q")
    assert "It is saved up to here" in told
    assert "Time passes" not in told
    told = play("", "y", "", "4", "", "", "n")
    assert "How do you feel now?" in told
    assert kept(home).prediction.band == "trusted"


def test_whoever_has_said_what_they_expect_is_not_asked_again(play, home, monkeypatch):
    def gone(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Record, "close", gone)
        with pytest.raises(KeyboardInterrupt):
            play(*TO_THE_END, "1", "4")
    assert kept(home).closed is None
    told = play("", "y", "", "", "n")
    assert "How do you feel now?" not in told
    assert "You expected: Trusted (one step too high)" in told


def test_a_full_disk_is_told_and_loses_nothing(play, home, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device", "records")

    with monkeypatch.context() as patched:
        patched.setattr(Record, "predict", full)
        told = play(*TO_THE_END, "1", "4", "r", "w", "", "", "n")
    assert told.count("The disk is full") == 2
    assert "You expected: Trusted" in told
    assert [line["choice"] for line in lines(home) if "choice" in line] == ["gift", "send", "trial"]
    assert kept(home).closed == "ended"


def test_a_full_disk_can_be_left_for_another_time(play, home, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device", "records")

    with monkeypatch.context() as patched:
        patched.setattr(Record, "predict", full)
        told = play(*TO_THE_END, "1", "4", "q")
    assert "Time passes" not in told
    assert kept(home).closed is None


def lines(home):
    return [json.loads(line) for line in kept(home).file.read_text("utf-8").splitlines()]


def test_the_end_of_the_input_is_no_answer(play):
    told = play(*TO_THE_END)
    assert "Time passes" in told
    assert "Passbook of credit" not in told
    assert told.endswith("Input has ended. Everything decided so far is saved.\n")


def test_what_comes_due_is_told_without_its_price_while_the_passbook_is_closed(play):
    told = play("Hana", "3", "1", "1", "", "", "", "", "q", "n")
    settlement = told[told.index("Time passes") : told.index("(Enter to continue)")]
    passbook = told[told.index("Passbook of credit") :]
    assert "The bill for what was given away" in settlement
    assert not any(sign in settlement for sign in ("(-", "(+"))
    assert "Out" in passbook


def test_a_record_shows_what_was_expected(play, home, monkeypatch, capsys):
    play(*TO_THE_END, "2", "5", "", "", "n")
    monkeypatch.setenv("SHINYO_HOME", str(home))
    assert shinyo_run(["records", "show", "1", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "You expected: Partner (two steps too high)" in shown
    assert "Before the reveal you felt: Relieved" in shown
    assert shinyo_run(["records", "show", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["prediction"] == {"band": "partner", "feeling": "relieved", "gap": 2}


def test_a_record_without_a_prediction_has_no_such_key(play, home, monkeypatch, capsys):
    play(*TO_THE_END, "", "", "", "", "q", "n")
    monkeypatch.setenv("SHINYO_HOME", str(home))
    shinyo_run(["records", "show", "1", "--json"])
    assert "prediction" not in json.loads(capsys.readouterr().out)
