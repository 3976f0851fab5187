"""Before anything is revealed the trainee says what they expect: by any hand, or not at all."""

import errno

import pygame
import pytest

from game.core.scenario import BANDS
from game.records import Record, Records
from game.screens.hands import GUARD_SECONDS
from tests.screens.driving import Driver
from tests.screens.meetings import CAVED, QUIET, ended, let_pass


@pytest.fixture
def asked(tmp_path):
    return settled(ended(tmp_path, QUIET).go("prediction"))


def settled(driver):
    """Past the moment in which a press does not count yet."""
    driver.clock.now += GUARD_SECONDS
    return driver


def kept(driver):
    (record,) = driver.backstage.records.of(driver.backstage.settings.trainee)
    return record


def talked_to_the_end(home, path=QUIET):
    """A meeting talked through in the window, its last sentence complete."""
    driver = ended(home, path)
    driver.backstage.change(text_speed=0)
    driver.go("talk")
    let_pass(driver, 1)
    return driver


# ── the way there and on ────────────────────────────────────────────────────────────────────────────


def test_the_talk_leads_here_and_from_here_to_the_settlement(tmp_path):
    driver = talked_to_the_end(tmp_path)
    driver.keys(pygame.K_RETURN)
    assert driver.kind == "PredictionScreen"
    settled(driver).keys(pygame.K_3)
    assert driver.kind == "SettlementScreen"


def test_nothing_of_what_is_hidden_stands_here(asked):
    outcome = asked.backstage.play.reveal().outcome
    assert not {str(outcome.trust), str(outcome.credit)} & set(asked.texts)
    assert all(band in asked.texts for band in ("断絶", "業者", "信用", "信頼", "盟友"))


@pytest.mark.parametrize("number", range(1, 6))
def test_a_digit_expects_a_band_and_that_is_kept_first(asked, number):
    asked.keys(pygame.K_0 + number)
    assert asked.kind == "SettlementScreen"
    assert kept(asked).prediction.band == BANDS[number - 1]
    assert kept(asked).prediction.feeling == ""
    assert kept(asked).closed is None


@pytest.mark.parametrize("hand", ["mouse", "keys", "pad"])
def test_both_questions_are_answered_by_every_hand(asked, hand):
    if hand == "mouse":
        asked.click("feeling:uneasy")
        settled(asked).click("band:trusted")
    elif hand == "keys":
        asked.keys(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN)
        settled(asked).keys(pygame.K_DOWN, pygame.K_RETURN)
    else:
        pad = pygame
        asked.pad(pad.CONTROLLER_BUTTON_DPAD_RIGHT, pad.CONTROLLER_BUTTON_DPAD_RIGHT, pad.CONTROLLER_BUTTON_A)
        settled(asked).pad(pad.CONTROLLER_BUTTON_DPAD_DOWN, pad.CONTROLLER_BUTTON_A)
    assert asked.kind == "SettlementScreen"
    assert (kept(asked).prediction.band, kept(asked).prediction.feeling) == ("trusted", "uneasy")


def test_the_hint_names_the_keys_of_the_hand_that_plays(asked):
    asked.keys(pygame.K_DOWN)
    assert any("Space" in text for text in asked.texts)
    asked.pad(pygame.CONTROLLER_BUTTON_DPAD_UP)
    assert any(text.startswith("A ") for text in asked.texts)
    asked.click("feeling:unsure")
    assert not any("Space" in text or text.startswith("A ") for text in asked.texts)


@pytest.mark.parametrize("hand", ["mouse", "space", "pad"])
def test_one_press_goes_on_without(asked, hand):
    if hand == "mouse":
        asked.click("skip")
    elif hand == "space":
        asked.keys(pygame.K_SPACE)
    else:
        asked.pad(pygame.CONTROLLER_BUTTON_X)
    assert asked.kind == "SettlementScreen"
    assert kept(asked).prediction is None


def test_a_feeling_can_be_changed_and_taken_back(asked):
    asked.click("feeling:relieved")
    settled(asked).click("feeling:unsure")
    assert asked.screen.feeling == "unsure"
    settled(asked).click("feeling:unsure")
    assert asked.screen.feeling is None
    assert asked.kind == "PredictionScreen"


def test_a_digit_that_is_no_answer_does_nothing(asked):
    asked.keys(pygame.K_6, pygame.K_9)
    assert asked.kind == "PredictionScreen"


# ── a press too early ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_3])
def test_whoever_still_hurries_the_talk_has_answered_nothing(tmp_path, key):
    driver = talked_to_the_end(tmp_path)
    driver.keys(pygame.K_RETURN)
    for _ in range(8):
        driver.clock.now += GUARD_SECONDS / 2
        driver.keys(key)
    assert driver.kind == "PredictionScreen"
    assert driver.screen.feeling is None


def test_a_click_too_early_answers_nothing(tmp_path):
    driver = ended(tmp_path, QUIET).go("prediction")
    driver.click("band:partner")
    assert driver.kind == "PredictionScreen"


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_2])
def test_a_key_held_since_the_talk_is_no_answer(tmp_path, key):
    driver = ended(tmp_path, QUIET).go("prediction")
    driver.hold(key)
    for _ in range(3):
        settled(driver).hold(key)
    assert driver.kind == "PredictionScreen"
    assert driver.screen.feeling is None


def test_the_second_question_is_guarded_from_the_press_of_the_first(asked):
    asked.keys(pygame.K_RETURN, pygame.K_RETURN)
    assert asked.kind == "PredictionScreen"
    assert asked.screen.feeling == "confident"


# ── kept ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_full_disk_is_told_and_can_be_tried_again(asked, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(Record, "predict", full)
        asked.keys(pygame.K_4)
        assert asked.kind == "Slip"
        assert "この予想を記録できませんでした" in asked.texts
        assert kept(asked).prediction is None
    asked.click("again")
    assert asked.kind == "SettlementScreen"
    assert kept(asked).prediction.band == "trusted"


def test_a_full_disk_loses_nothing_when_one_goes_on(asked, monkeypatch):
    monkeypatch.setattr(Record, "predict", full)
    asked.keys(pygame.K_4)
    asked.click("on")
    assert asked.kind == "SettlementScreen"
    asked.go("reveal").keys(pygame.K_RETURN)
    assert "あなたの予想" in asked.texts
    assert kept(asked).path == QUIET
    assert kept(asked).closed == "ended", "the disk has room again by then, and the end is kept"


def full(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_without_a_record_one_is_asked_all_the_same(tmp_path):
    driver = settled(ended(tmp_path, QUIET, begun=False).go("prediction"))
    driver.keys(pygame.K_4)
    assert driver.kind == "SettlementScreen"
    assert driver.backstage.play.prediction.band == "trusted"


def taken_up_again(home):
    """The same computer after the power came back."""
    driver = Driver(home, scenarios=0)
    driver.backstage.change(text_speed=0)
    driver.go("shelf")
    driver.keys(pygame.K_RETURN)
    let_pass(driver, 1)
    return driver


def test_a_meeting_killed_before_the_answer_leads_here_again(tmp_path):
    killed = ended(tmp_path, QUIET).go("prediction")
    killed.backstage.play.record.release()
    driver = taken_up_again(tmp_path)
    driver.keys(pygame.K_SPACE, pygame.K_SPACE)
    assert driver.kind == "PredictionScreen"


def test_a_meeting_killed_after_the_answer_leads_on(tmp_path):
    killed = settled(ended(tmp_path, QUIET).go("prediction")).keys(pygame.K_5)
    killed.backstage.play.record.release()
    driver = taken_up_again(tmp_path)
    assert driver.kind == "SettlementScreen"
    assert driver.backstage.play.prediction.band == "partner"


def test_leaving_asks_and_the_meeting_waits_on_the_shelf(asked):
    asked.keys(pygame.K_ESCAPE)
    assert asked.kind == "Slip"
    asked.click("leave")
    assert asked.kind == "ShelfScreen"
    assert [one.path for one in asked.backstage.unfinished()] == [QUIET]


# ── told against what came of it ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "band", "gap"),
    [(QUIET, "trusted", "二段高い"), (QUIET, "vendor", "そのとおり"), (CAVED, "partner", "四段高い")],
)
def test_the_reveal_compares_it_with_what_came_of_it(tmp_path, path, band, gap):
    driver = ended(tmp_path, path)
    driver.backstage.play.predict(band, "uneasy")
    driver.go("reveal").keys(pygame.K_RETURN)
    texts = driver.texts
    assert texts[texts.index("あなたの予想") + 2] == gap


def test_whoever_expected_nothing_is_told_nothing(tmp_path):
    driver = ended(tmp_path, QUIET).go("reveal").keys(pygame.K_RETURN)
    assert "あなたの予想" not in driver.texts


def test_a_prediction_nobody_understands_is_passed_over(tmp_path):
    driver = ended(tmp_path, QUIET)
    driver.backstage.play.record.predict("friend")
    driver.backstage.play.record.release()
    record = next(iter(Records(tmp_path / "records").unfinished("青い鉛筆")))
    play = driver.backstage.resume(record.file)
    assert play.prediction.band == "friend"
    driver.go("reveal").keys(pygame.K_RETURN)
    assert "あなたの予想" not in driver.texts


# ── the look ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("percent", [100, 130, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
def test_every_text_stays_in_its_room_and_off_the_others(tmp_path, lang, percent, size):
    driver = ended(tmp_path, QUIET, lang=lang, size=size)
    driver.backstage.change(text_percent=percent)
    driver.app.take_settings()
    driver.go("prediction")
    boxes = driver.screen.boxes()
    for box in boxes:
        assert box.room.contains(box.rect), box.text
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert not one.rect.colliderect(other.rect), (one.text, other.text)


def test_the_language_is_switched_on_the_spot(asked):
    asked.click("feeling:uneasy")
    asked.keys(pygame.K_F2)
    assert "How do you feel now?" in asked.texts
    assert asked.screen.feeling == "uneasy"


def test_with_the_largest_letters_every_answer_can_be_reached_by_keys(tmp_path):
    driver = ended(tmp_path, QUIET)
    driver.backstage.change(text_percent=200)
    driver.app.take_settings()
    settled(driver.go("prediction"))
    seen = set()
    for _ in range(16):
        spot = driver.spot(driver.focus)
        assert spot.seen[3] > 0, spot.name
        seen.add(spot.name)
        driver.keys(pygame.K_TAB)
    assert seen == set(driver.names)
