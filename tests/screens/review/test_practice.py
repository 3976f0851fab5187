"""A moment tried again: two presses from the reveal, as often as wanted, and the first result stays."""

import json

import pygame
import pytest

from game.analysis.onward import NEAR_BEST
from game.records import TooBig
from game.screens.hands import GUARD_SECONDS
from tests.screens.meetings import CAVED, QUIET, analysed, ended, ended_at_random


@pytest.fixture
def caved(tmp_path):
    return analysed(ended(tmp_path, CAVED))


def practising(driver):
    """The review, and the press that begins the practice; then presses count."""
    driver.go("reveal").keys(pygame.K_RETURN)
    driver.clock.now += GUARD_SECONDS
    driver.keys(pygame.K_RETURN, pygame.K_RETURN)
    assert driver.kind == "PracticeScreen"
    driver.clock.now += GUARD_SECONDS
    return driver.round()


def counted(driver):
    driver.clock.now += GUARD_SECONDS
    return driver.round()


def record_of(driver):
    return driver.backstage.play.record.file


def lines_of(driver):
    return [json.loads(line) for line in record_of(driver).read_text("utf-8").splitlines()]


def test_it_is_two_presses_from_the_reveal_and_begins_at_the_largest_loss(caved):
    practising(caved)
    assert caved.screen.attempt.position == 0
    assert caved.screen.attempt.meeting.path == ()
    assert caved.names[:3] == ["choice:loose", "choice:careful", "choice:silent"]


def test_what_gives_something_up_is_told_and_taken_back_as_often_as_wanted(caved):
    practising(caved)
    for _ in range(5):
        caved.keys(pygame.K_1)
        assert caved.screen.answered
        assert caved.focus == "undo"
        assert "もっとよい答えがあります" in caved.texts
        assert "こうすれば" in caved.texts
        counted(caved).keys(pygame.K_RETURN)
        assert not caved.screen.answered
        counted(caved)
    caved.keys(pygame.K_2)
    assert "よい答えです" in caved.texts
    assert caved.focus == "on"


def test_a_press_that_brought_it_up_picks_nothing_and_skipping_never_does(caved):
    caved.go("review").keys(pygame.K_RETURN, pygame.K_1, pygame.K_RETURN)
    assert caved.screen.attempt.choices == ()
    counted(caved).keys(pygame.K_SPACE)
    assert caved.screen.attempt.choices == ()
    caved.keys(pygame.K_RETURN)
    assert len(caved.screen.attempt.choices) == 1


def test_hints_name_the_principle_then_what_is_out_then_the_solution(caved):
    practising(caved)
    ways = caved.screen.attempt.ways
    caved.click("hint")
    assert any(text.startswith("原則「") for text in caved.texts)
    assert "これではない" not in caved.texts
    caved.click("hint")
    out = [choice for choice in ways.after if ways.loses(choice) > NEAR_BEST]
    assert caved.texts.count("これではない") == len(out) > 0
    assert "hint" not in caved.names
    caved.click("solution")
    assert caved.texts.count("最もよい") == sum(lost == 0 for lost in map(ways.loses, ways.after))
    assert "solution" not in caved.names
    caved.keys(pygame.K_2)
    assert caved.screen.attempt.helped == 0


def test_played_to_its_end_the_first_time_stands_beside_the_last(caved):
    before = caved.backstage.play.reveal()
    practising(caved)
    counted(caved.keys(pygame.K_2)).keys(pygame.K_RETURN)
    counted(caved).keys(pygame.K_2)
    assert caved.screen.attempt.meeting.ended
    counted(caved).click("on")
    assert caved.kind == "ComparedScreen"
    told = caved.screen.told
    assert told.first.trust == before.outcome.trust
    assert told.last.reveal.path == QUIET
    assert told.last.trust == told.last.reveal.outcome.trust
    assert caved.screen._chart().other
    assert caved.backstage.play.reveal() == before
    caved.keys(pygame.K_RETURN)
    assert caved.kind == "ReviewScreen"
    trust = f"{told.last.trust}".replace("-", "−")
    assert any(text.startswith(told.last.said) and f"信頼{trust}" in text for text in caved.texts)


def test_the_record_keeps_what_was_tried_after_its_closing_line_and_no_decision_more(caved):
    practising(caved)
    kept = lines_of(caved)
    assert kept[-1]["closed"] == "ended"
    counted(caved.keys(pygame.K_2)).click("leave")
    assert lines_of(caved)[:-1] == kept
    assert lines_of(caved)[-1]["retry"] == 0
    assert lines_of(caved)[-1]["choices"] == ["careful"]
    again = caved.backstage.records.read(record_of(caved))
    assert again.path == CAVED
    assert again.closed == "ended"
    (retry,) = again.retries
    assert (retry.position, retry.choices) == (0, ("careful",))
    assert "途中まで。まだ届く信頼" in " ".join(caved.texts)


def test_leaving_without_having_tried_anything_keeps_nothing(caved):
    practising(caved)
    kept = lines_of(caved)
    caved.keys(pygame.K_ESCAPE)
    assert caved.kind == "ReviewScreen"
    assert lines_of(caved) == kept


def test_what_cannot_be_kept_is_told_and_the_rest_goes_on(caved, monkeypatch):
    practising(caved)
    counted(caved.keys(pygame.K_2))

    def full(*_):
        raise TooBig(record_of(caved), 1)

    monkeypatch.setattr(type(caved.backstage.play.record), "retry", full)
    caved.click("leave")
    assert caved.kind == "ComparedScreen"
    assert caved.app._notice is not None
    assert "保存できません" in caved.app._notice.text


def test_without_an_analysis_one_can_try_again_and_nothing_is_judged(tmp_path):
    driver = practising(ended(tmp_path, CAVED))
    assert "hint" not in driver.names
    driver.keys(pygame.K_2)
    assert "取り逃した信頼は、ここでは分かりません。" in driver.texts
    assert driver.focus == "on"
    counted(driver).click("leave")
    assert driver.kind == "ComparedScreen"


def test_switching_the_language_in_the_middle_keeps_the_place(tmp_path):
    driver = practising(analysed(ended_at_random(tmp_path, 4)))
    driver.keys(pygame.K_1)
    path = driver.screen.attempt.meeting.path
    said = driver.screen.attempt.meeting.exchanges[-1].said.text
    driver.keys(pygame.K_F2)
    assert driver.screen.attempt.meeting.path == path
    assert driver.screen.attempt.meeting.exchanges[-1].said.text != said
    assert driver.screen.answered
    counted(driver).click("leave").keys(pygame.K_F2)
    assert driver.kind == "ComparedScreen"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_with_a_gamepad_alone_it_is_played_to_the_end(caved, percent):
    caved.backstage.change(text_percent=percent)
    caved.app.take_settings()
    practising(caved)
    for _ in range(40):
        if caved.kind != "PracticeScreen":
            break
        counted(caved)
        if caved.screen.answered:
            caved.screen.focus = "on"
        caved.pad(pygame.CONTROLLER_BUTTON_A)
    assert caved.kind == "ComparedScreen"
