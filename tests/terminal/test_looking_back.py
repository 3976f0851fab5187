"""The review at the terminal: what is told, tried again and kept, and what nobody meant to type."""

import io
import random
import re

import pytest

from game.analysis.exact import analyse
from game.library import Library
from game.records import Record, Records, Reflection, read_export
from game.records.result_code import read_code
from game.terminal import run
from tests.screens.meetings import CAVED, DUE, QUIET

NUMBERS = {"loose": 1, "careful": 2, "silent": 3, "cave": 1, "both": 2}
LOOKING_BACK = {"en": "\nLooking back\n", "ja": "\nふり返り\n"}


@pytest.fixture(scope="module")
def analysis():
    """What can come of the meeting; worked out once for all tests."""
    return {}


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def play(home, tmp_path, monkeypatch, analysis):
    """Plays to the end on a path, expects the fourth band, and types these answers in the review."""
    file = tmp_path / "due.yaml"
    file.write_text(DUE, encoding="utf-8")

    def known(_, game):
        if game.scenario.language not in analysis:
            analysis[game.scenario.language] = analyse(game)
        return analysis[game.scenario.language]

    def play(path, *answers, lang="en", end=("q", "n"), compared=True, before=("",)):
        monkeypatch.setattr(Library, "cached_analysis", known if compared else lambda *_: None)
        library, output = Library(home), io.StringIO()
        coach = [""] if Records(home / "records").of("Hana") else []
        typed = ["Hana", *coach, *(NUMBERS[each] for each in path), "1", "4", "", *before, *answers, *end]
        opened = library.open_scenario(file, lang)
        run(library, lang, io.StringIO("".join(f"{each}\n" for each in typed)), output, opened=opened)
        told = output.getvalue()
        assert LOOKING_BACK[lang] in told, told
        return told[told.index(LOOKING_BACK[lang]) :]

    return play


def kept(home):
    (record,) = Records(home / "records").of("Hana")
    return record


def in_order(told, *parts):
    at = 0
    for part in parts:
        assert part in told[at:], (part, told)
        at = told.index(part, at) + len(part)


def test_it_opens_with_an_index_of_everything_that_is_looked_back_on(play):
    told = play(CAVED)
    index = told.split("Number (Enter", 1)[0].strip().splitlines()
    assert [re.sub(r"\(.*", "(", each) for each in index] == [
        "Looking back",
        "1. Largest loss · Last chance of more (",
        "2. Trust left behind (",
        "3. Signs you went past (",
        "4. Promises (",
        "5. Trust and your prediction (",
        "t: try again from 3 Mar",
    ]


def test_a_moment_tells_how_it_was_taken_the_rule_and_what_another_answer_had_changed(play):
    in_order(
        play(CAVED, "1"),
        "Largest loss · Last chance of more (Tue 3 March)",
        "田辺 由紀: 「今日はどういうご用件でしょう。」",
        "You said: 「しっかり支援します。もう二百社で使われております。Hanaが一覧もお送りします。」 (-",
        "Understood: 全部やってくれる会社らしい。",
        "Principle: Honesty. A lie was found out (on 22 Apr)",
        "Better: できることと、できないことを分けて言う。",
        "In reach: Best trust still in reach:",
        "You could have chosen, and given up nothing:",
        "  「締めの手順を一枚にまとめてきました。どうぞお使いください。」",
        "  With the rest just as you said it: trust",
        "t: try again from 3 Mar",
    )


def test_promises_prediction_and_share_have_their_pages(play):
    in_order(
        play(CAVED, "4", "5"),
        "二十日以内にHanaが一覧を送る",
        "Made: Tue 3 March",
        "Due: Mon 23 March",
        "broken (on 23 Mar)",
        "You expected: Trusted",
        "three steps too high",
        "Trust reached: of what was possible (",
        "The worst path of this scenario ends with a trust of",
    )


def test_enter_alone_goes_through_all_pages_and_out(play):
    told = play(CAVED, "", "", "", "", "", end=("", "n"))
    in_order(told, "Largest loss", "Trust left behind", "Signs you went past", "Promises", "You expected")
    assert told.endswith("Play again from the beginning? (y: yes, n: no) ")


def test_in_japanese(play):
    in_order(
        play(CAVED, "1", "t", "2", "q", "", lang="ja"),
        "1. 信用が最も減った場面・上の段階に届く最後の機会（-",
        "t: 3/3からやり直す",
        "伝わったこと：全部やってくれる会社らしい。",
        "ここからもう一度",
        "最初と、やり直したあと",
    )


def test_a_moment_is_tried_again_in_two_presses_and_the_result_stays(play, home):
    told = play(CAVED, "t", "2", "", "2", "", "")
    in_order(
        told,
        "Once more from here",
        "1. “しっかり支援します。もう二百社で使われております。Hanaが一覧もお送りします。”",
        "That holds",
        "In reach: Nothing is given up: trust",
        "The first time, and the last",
        "The first time: ",
        "This time: ",
        "The result of the meeting stays the first one.",
        "Looking back",
    )
    assert kept(home).path == CAVED
    assert [(each.position, each.choices) for each in kept(home).retries] == [(0, QUIET)]


def test_a_hint_names_the_principle_then_what_is_out_then_the_solution(play):
    told = play(CAVED, "t", "h", "h", "s", "1", "", "q")
    in_order(
        told,
        "Hint: ",
        "1. “しっかり支援します。もう二百社で使われております。Hanaが一覧もお送りします。” (not this one)",
        "(the best)",
        "There is more in this moment",
        "In reach: This gives up",
        "Once more from here",  # chosen again
    )


def test_without_a_comparison_the_rest_is_told_all_the_same(play, home):
    told = play(CAVED, "1", "3", "5", "t", "h", "2", "q", "n", compared=False, end=("q", "n"))
    in_order(told, "Understood:", "Their answer", "What it gives up is not known here.", "This time:")
    assert [each.choices for each in kept(home).retries] == [("careful",)]


def test_what_is_written_is_kept_and_returns_at_the_next_brief(play, home):
    told = play(QUIET, "w", "数字！ を言えた", "", "x" * 300, "w", "-", "", "", end=("q", "y", "", "q"))
    assert "That is too long; this much of it is kept: " + "x" * 200 + "\n" in told
    in_order(told, "So far: 数字！ を言えた", "What you meant to do this time: " + "x" * 200)
    newest, oldest = sorted(Records(home / "records").of("Hana"), key=lambda each: len(each.decisions))
    assert not newest.decisions
    assert oldest.reflection == Reflection("", "")
    assert oldest.resolve == "x" * 200


def test_whoever_goes_away_between_two_questions_has_lost_nothing(play, home):
    play(QUIET, "w", "数字を言えた", "待てなかった", end=())
    assert kept(home).reflection == Reflection("数字を言えた", "待てなかった")


def test_it_is_handed_in_as_a_code_and_as_a_file(play, home):
    told = play(QUIET, "w", "yes", "", "", "h", "c", "f", "o", "nonsense", "")
    in_order(told, "Result code: type it", "█", "Written: ")
    (file,) = (home / "handouts").iterdir()
    assert read_export(file).kept.path == QUIET
    assert read_export(file).kept.reflection == Reflection("yes", "")
    (code,) = re.findall(r"^([0-9A-Z]{5}-[0-9A-Z-]+)$", told, re.MULTILINE)
    assert len(code.replace("-", "")) <= 40
    assert read_code(code).day == kept(home).header.started.date()


def test_the_page_to_print_and_the_meetings_so_far(play, home):
    play(CAVED)
    told = play(QUIET, "p", "m", "l", "m")
    (page,) = (home / "records").glob("*.html")
    assert str(page) in told
    assert "できることと、できないことを分けて言う。" not in page.read_text("utf-8")
    in_order(told, "Beside your last time", "All your meetings (2 finished meetings)", "これまでの商談")


def test_a_disk_that_fails_is_told_and_nothing_else_is_lost(play, home, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Record, "retry", full)
    monkeypatch.setattr(Record, "reflect", full)
    told = play(CAVED, "t", "2", "q", "", "w", "a", "", "", "w", "p", "4")
    in_order(told, "What you tried could not be saved.", "The disk is full", "Made: Tue 3 March")
    assert kept(home).closed == "ended"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_typed_it_neither_breaks_nor_changes_the_meeting(play, home, seed):
    chance = random.Random(seed)
    keys = ["", "1", "2", "3", "t", "w", "m", "p", "h", "f", "o", "c", "u", "g", "s", "h", "l", "?", "0",
            "99", "q", "-", "はい", "ｔ", "\x1b[A", "{trainee}", "9" * 40]  # fmt: skip
    typed = [chance.choice(keys) for _ in range(60)]
    play(CAVED, *typed, end=())
    of_it = [each for each in Records(home / "records").of("Hana") if each.closed == "ended"]
    assert of_it[-1].path == CAVED
