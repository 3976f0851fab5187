"""Coach mode in the window: offered after a first meeting, shown after the answer, and never otherwise."""

import pygame
import pytest

from game.screens.hands import GUARD_SECONDS
from game.screens.talk.flow import Stage
from tests.screens.driving import SCENARIO, Driver
from tests.screens.meetings import CAVED, DUE, QUIET, ended, let_pass

TUTORIAL = DUE.replace("minutes: 8", "minutes: 3\ncoach: true")


def window(home, text=DUE, **parts):
    """A window with one story on its shelf, texts at once."""
    driver = Driver(home, scenarios=0, **parts)
    driver.write("due", text)
    driver.backstage.change(text_speed=0)
    return driver


def coached(home, path=(), *, text=TUTORIAL, **parts):
    """The talk of a meeting with a coach, after these choices, everything said."""
    driver = window(home, text, **parts)
    play = driver.backstage.open("due")
    driver.backstage.begin(play)
    for choice in path:
        play.choose(choice)
    return to_choices(driver.go("talk"))


def to_choices(driver):
    for _ in range(20):
        if driver.screen.flow.told:
            break
        driver.keys(pygame.K_SPACE)
    driver.clock.now += GUARD_SECONDS
    let_pass(driver, 0.5)
    return driver


def finished_before(driver, path=QUIET, *, coach=False):
    """This trainee has played it to its end."""
    play = driver.backstage.open("due", coach=coach)
    driver.backstage.begin(play)
    for choice in path:
        play.choose(choice)
    play.record.close("ended")
    driver.backstage.close()
    return driver


# ── who is coached ──────────────────────────────────────────────────────────────────────────────────


def test_the_first_meeting_is_not_offered_with_a_coach(tmp_path):
    driver = window(tmp_path)
    driver.backstage.open("due")
    driver.go("brief")
    assert "coach" not in driver.names
    assert "コーチ付き" not in driver.texts


@pytest.mark.parametrize("hand", ["mouse", "keys", "pad"])
def test_after_a_first_meeting_one_press_begins_with_a_coach(tmp_path, hand):
    driver = finished_before(window(tmp_path))
    driver.backstage.open("due")
    driver.go("brief")
    assert any("棚の通帳に判は押されません" in text for text in driver.texts)
    if hand == "mouse":
        driver.click("coach")
    elif hand == "keys":
        driver.keys(pygame.K_TAB, pygame.K_RETURN)
    else:
        driver.pad(pygame.CONTROLLER_BUTTON_DPAD_RIGHT, pygame.CONTROLLER_BUTTON_A)
    assert driver.kind == "TalkScreen"
    assert driver.backstage.play.coached
    assert driver.backstage.play.record.header.coach


def test_after_a_first_meeting_one_still_begins_without(tmp_path):
    driver = finished_before(window(tmp_path))
    driver.backstage.open("due")
    driver.go("brief").keys(pygame.K_RETURN)
    assert driver.kind == "TalkScreen"
    assert not driver.backstage.play.coached
    assert not driver.backstage.play.record.header.coach


def test_another_trainees_meeting_offers_nothing(tmp_path):
    driver = finished_before(window(tmp_path))
    driver.backstage.be("赤い鉛筆")
    driver.backstage.open("due")
    driver.go("brief")
    assert "coach" not in driver.names


def test_a_tutorial_is_coached_and_says_so(tmp_path):
    driver = window(tmp_path, TUTORIAL)
    driver.backstage.open("due")
    driver.go("brief")
    assert any(text.startswith("これは練習です。") for text in driver.texts)
    assert "coach" not in driver.names, "there is no other way to play it"
    driver.keys(pygame.K_RETURN)
    assert driver.backstage.play.record.header.coach


def test_a_coach_can_be_asked_for_from_outside(tmp_path):
    driver = window(tmp_path)
    play = driver.backstage.open("due", coach=True)
    driver.go("brief").keys(pygame.K_RETURN)
    assert play.coached
    assert play.record.header.coach


def test_nobody_becomes_coached_half_way(tmp_path):
    play = ended(tmp_path, QUIET).backstage.play
    with pytest.raises(ValueError, match="from its middle on"):
        play.begin_with_coach()


def test_a_meeting_gone_on_with_is_coached_as_it_was(tmp_path):
    driver = window(tmp_path)
    for coach in (True, False):
        play = driver.backstage.open("due", coach=coach)
        driver.backstage.begin(play)
        play.choose("careful")
        file = play.record.file
        driver.backstage.close()
        assert driver.backstage.resume(file).coached is coach
        driver.keys(pygame.K_F2)
        assert driver.backstage.play.coached is coach, "in the other language, too"
        driver.backstage.close()


@pytest.mark.parametrize("coach", [True, False])
def test_an_interrupted_one_says_on_the_shelf_that_it_has_a_coach(tmp_path, coach):
    driver = window(tmp_path)
    driver.backstage.begin(driver.backstage.open("due", coach=coach))
    driver.backstage.play.choose("careful")
    driver.backstage.close()
    driver.go("shelf")
    assert driver.focus.startswith("record:")
    assert ("コーチ付き" in driver.texts) is coach


# ── what counts ─────────────────────────────────────────────────────────────────────────────────────


def stamp(driver):
    driver.backstage.unfinished()
    driver.backstage.look_for_stamps()
    driver.backstage.stamps.work(60)
    return driver.backstage.stamp("due")


def test_what_comes_of_a_meeting_with_a_coach_is_not_stamped(tmp_path):
    driver = finished_before(window(tmp_path), QUIET, coach=True)
    assert stamp(driver) is None
    finished_before(driver, CAVED)
    assert stamp(driver) == "shut_out"


def test_of_a_tutorial_it_is(tmp_path):
    assert stamp(finished_before(window(tmp_path, TUTORIAL))) == "vendor"


# ── the slip ────────────────────────────────────────────────────────────────────────────────────────


def test_without_a_coach_there_is_no_slip(tmp_path):
    driver = coached(tmp_path, ("careful",), text=DUE)
    assert driver.screen.slip is None
    assert "信用通帳" not in driver.texts
    assert "残高" not in driver.texts
    driver.keys(pygame.K_n)
    assert "信用通帳" not in driver.texts


def test_at_the_beginning_it_shows_the_balance_and_what_it_is_for(tmp_path):
    texts = coached(tmp_path).texts
    assert texts[texts.index("残高") - 1] == "0"
    assert "あなたの言葉や行いは、お客様の返答のあと、ここに記帳されます。" in texts


def test_an_entry_is_printed_once_the_answer_has_been_read(tmp_path):
    text = TUTORIAL.replace("understood: 自分たちのために作ってきた。", "reply: [{customer: 助かります。}]")
    driver = coached(tmp_path, text=text)
    driver.keys(pygame.K_2)
    seen = []
    for _ in range(12):
        entries = [one.reason.rule for one in driver.screen.slip.seen()[1]]
        seen.append((driver.screen.flow.current.text if driver.screen.flow.current else "", entries))
        if driver.screen.flow.told and not driver.screen.picking.waiting:
            break
        driver.clock.now += GUARD_SECONDS
        driver.keys(pygame.K_SPACE)
    while_answered = [entries for text, entries in seen if "助かります" in text]
    assert while_answered
    assert not any(while_answered)
    assert seen[-1][1] == ["inform", "demand", "complain"]
    assert "役に立つ情報を届けた" in driver.texts


def test_what_happens_on_the_way_is_printed_when_the_scene_has_been_read(tmp_path):
    text = TUTORIAL.replace(
        "lines: [{customer: 二割引いてもらえませんか。画面も遅いですし。}]",
        "lines: [{customer: どうぞ。}, {customer: 二割引いてもらえませんか。}]",
    )
    driver = coached(tmp_path, text=text)
    driver.keys(pygame.K_2)
    driver.clock.now += GUARD_SECONDS
    driver.keys(pygame.K_SPACE)
    while "どうぞ" not in (driver.screen.flow.current.text if driver.screen.flow.current else ""):
        driver.keys(pygame.K_SPACE)
    assert driver.screen.flow.stage is not Stage.CHOOSING
    assert [one.reason.rule for one in driver.screen.slip.seen()[1]] == ["inform"]
    assert driver.screen.slip.seen()[0] == 3
    to_choices(driver)
    assert driver.screen.slip.seen()[0] == -5


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("percent", [100, 130, 150, 200])
@pytest.mark.parametrize("path", [(), ("loose",), ("careful", "both"), ("loose", "cave")])
def test_the_slip_is_legible_and_keeps_off_the_face(tmp_path, lang, percent, path):
    driver = window(tmp_path, TUTORIAL, lang=lang)
    driver.backstage.change(text_percent=percent)
    driver.app.take_settings()
    play = driver.backstage.open("due")
    for choice in path:
        play.choose(choice)
    to_choices(driver.go("talk"))
    boxes = driver.screen.slip.boxes()
    assert boxes
    for box in boxes:
        assert box.room.contains(box.rect), box.text
        assert box.rect.top >= 424, "the chin is above"
        assert box.rect.right <= 650
        assert box.rect.bottom <= 712
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert not one.rect.colliderect(other.rect), (one.text, other.text)
    balance, entries = driver.screen.slip.seen()
    assert any(box.text == str(balance).replace("-", "−") for box in boxes)
    shown = sum(box.text == "0" or box.text[:1] in "+−" for box in boxes)
    assert shown >= min(1, len(entries))


def test_what_has_no_room_stands_in_the_notebook(tmp_path):
    driver = window(tmp_path, TUTORIAL)
    driver.backstage.change(text_percent=200)
    driver.app.take_settings()
    driver.backstage.open("due").choose("loose")
    to_choices(driver.go("talk"))
    assert any("手帳に" in text for text in driver.texts)
    driver.keys(pygame.K_n)
    entries = {"二通りに取れる言い方をした", "嘘をついた", "約束した", "要求を受けた", "クレームが入った"}
    seen = set(driver.texts)
    for _ in range(12):
        driver.wheel(-1)
        seen |= set(driver.texts)
    assert entries <= seen


def test_the_language_is_switched_on_the_spot(tmp_path):
    driver = coached(tmp_path, ("careful",))
    driver.keys(pygame.K_F2)
    assert "Passbook of credit" in driver.texts
    assert "Brought them something useful" in driver.texts


def test_the_slip_is_still_while_someone_breathes(tmp_path):
    driver = coached(tmp_path, ("careful",))
    foot = pygame.Rect(24, 560, 620, 140)
    before = pygame.image.tobytes(driver.app.surface.subsurface(foot), "RGB")
    let_pass(driver, 4)
    assert pygame.image.tobytes(driver.app.surface.subsurface(foot), "RGB") == before


def test_other_scenarios_know_nothing_of_it(tmp_path):
    driver = window(tmp_path, SCENARIO.format(id="due", title="ほか", level="beginner"))
    driver.backstage.open("due")
    driver.go("talk")
    assert driver.screen.slip is None
