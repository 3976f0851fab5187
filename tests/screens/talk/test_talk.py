"""The talk: line after line, whole-sentence choices, by any hand; nothing hidden shows."""

import errno
from dataclasses import replace
from itertools import combinations

import pygame
import pytest

from game.core.game import Game
from game.core.moves import Credit
from game.screens.hands import GUARD_SECONDS
from game.screens.talk.flow import Stage
from game.session import Meeting
from tests.screens.driving import Driver

SIZES = [(1280, 720), (1920, 1080), (2560, 1440)]


@pytest.fixture
def driver(tmp_path):
    """A window with a meeting begun and its talk up."""
    return talking(Driver(tmp_path))


def talking(driver):
    play = driver.backstage.open("s00")
    driver.backstage.begin(play)
    return driver.go("talk")


def let_pass(driver, seconds):
    """Time passes in steps, as it does in a window."""
    for _ in range(int(seconds / 0.05)):
        driver.clock.now += 0.05
        driver.app.wake()
        driver.round()


def to_choices(driver):
    """Hurry until choices are on offer and may be picked."""
    for _ in range(20):
        if driver.screen.flow.stage is Stage.CHOOSING:
            break
        driver.keys(pygame.K_SPACE)
    driver.clock.now += GUARD_SECONDS
    assert driver.screen.flow.may_pick(driver.clock.now)


def test_a_line_is_written_glyph_by_glyph_and_the_choices_come_when_it_is_complete(driver):
    flow = driver.screen.flow
    stages = [flow.stage]
    assert flow.glyphs == 0
    let_pass(driver, 0.2)
    assert 0 < flow.glyphs < flow.current.glyphs
    stages.append(flow.stage)
    let_pass(driver, 3)
    assert [*stages, flow.stage] == [Stage.WRITING, Stage.WRITING, Stage.CHOOSING]
    assert "手順を一枚にまとめてきました。" in driver.texts


def test_a_choice_that_has_just_appeared_is_deaf_for_a_quarter_of_a_second(driver):
    driver.keys(pygame.K_SPACE, pygame.K_1)
    assert driver.backstage.play.meeting.path == ()
    driver.clock.now += GUARD_SECONDS
    driver.keys(pygame.K_1)
    assert driver.backstage.play.meeting.path == ("ask",)


def test_hurrying_never_picks(driver):
    to_choices(driver)
    driver.keys(*[pygame.K_SPACE] * 10)
    assert driver.backstage.play.meeting.path == ()


def test_enter_first_looks_at_a_choice_and_then_says_it(driver):
    to_choices(driver)
    driver.keys(pygame.K_RETURN)
    assert driver.backstage.play.meeting.path == ()
    assert driver.screen.column.focus == 0
    driver.keys(pygame.K_DOWN, pygame.K_RETURN)
    assert driver.backstage.play.meeting.path == ("give",)


@pytest.mark.parametrize("key", [pygame.K_1, pygame.K_RETURN, pygame.K_SPACE, pygame.K_s])
def test_a_key_held_into_the_choices_says_nothing(driver, key):
    driver.hold(key)
    for _ in range(20):
        let_pass(driver, 0.3)
        driver.hold(key)
    assert driver.screen.flow.stage is Stage.CHOOSING
    assert driver.backstage.play.meeting.path == ()


@pytest.mark.parametrize("hand", ["keys", "mouse", "pad"])
def test_a_meeting_is_played_to_its_end_with_one_hand_alone(driver, hand):
    for _ in range(60):
        if driver.kind != "TalkScreen" or driver.screen.flow.stage is Stage.OVER:
            break
        driver.clock.now += 0.5
        driver.app.wake()
        choosing = driver.screen.flow.stage is Stage.CHOOSING
        if hand == "keys":
            driver.keys(pygame.K_2 if choosing else pygame.K_SPACE)
        elif hand == "pad":
            driver.pad(pygame.CONTROLLER_BUTTON_A)
        else:
            click(driver, second_choice(driver) if choosing else (1000, 60))
    assert driver.screen.flow.stage is Stage.OVER
    assert len(driver.backstage.play.meeting.path) == 2


def second_choice(driver):
    driver.app.draw()
    x, y, width, height = driver.screen.column._rows[1].rect
    return x + width / 2, y + height / 2


def click(driver, at):
    pos = driver.app.theme.at(*at)
    driver.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1))


def test_every_choice_is_on_disk_before_the_customer_answers(driver):
    to_choices(driver)
    driver.keys(pygame.K_2)
    kept = driver.backstage.records.read(driver.backstage.play.record.file)
    assert kept.path == ("give",)


def test_a_choice_that_cannot_be_kept_is_not_said(driver, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "no space")

    to_choices(driver)
    play = driver.backstage.play
    monkeypatch.setattr(type(play.record), "keep", full)
    driver.keys(pygame.K_1)
    assert driver.kind == "Slip"
    assert play.meeting.path == ()
    assert any("まだ口には出していません" in text for text in driver.texts)
    driver.click("on")
    assert play.meeting.path == ("ask",)
    assert not play.kept


def test_the_language_is_switched_without_losing_the_place(driver):
    to_choices(driver)
    driver.keys(pygame.K_1)
    let_pass(driver, 1)
    before = driver.backstage.play.meeting.path
    driver.keys(pygame.K_F2)
    assert driver.kind == "TalkScreen"
    assert driver.backstage.lang == "en"
    assert driver.backstage.play.meeting.path == before
    to_choices(driver)
    driver.keys(pygame.K_2)
    assert driver.backstage.play.meeting.path == ("ask", "wait")


def test_a_meeting_that_is_left_waits_on_the_shelf(driver):
    to_choices(driver)
    driver.keys(pygame.K_1, pygame.K_ESCAPE)
    driver.click("shelf")
    assert driver.kind == "ShelfScreen"
    (unfinished,) = driver.backstage.records.unfinished("青い鉛筆")
    play = driver.backstage.resume(unfinished.file)
    assert play.meeting.path == ("ask",)


def test_the_notebook_tells_what_a_seller_knows_and_never_the_balance(driver):
    to_choices(driver)
    driver.keys(pygame.K_1)
    let_pass(driver, 1)
    driver.keys(pygame.K_n)
    assert driver.kind == "NotebookScreen"
    assert "締め日に三日かけて集計している" in driver.texts


def test_two_states_that_differ_only_in_credit_look_the_same(tmp_path):
    pictures = []
    for number, points in enumerate((40, -40)):
        home = tmp_path / str(number)
        home.mkdir()
        driver = Driver(home)
        play = driver.backstage.open("s00")
        secretly_move_credit(play, points)
        driver.backstage.begin(play)
        driver.go("talk")
        shots = []
        for key in (pygame.K_1, pygame.K_1):
            to_choices(driver)
            driver.app.draw()
            shots.append(driver.pixels())
            driver.keys(key)
            let_pass(driver, 0.6)
        pictures.append(shots)
    assert pictures[0] == pictures[1]


def secretly_move_credit(play, points):
    """Every first choice moves the credit, and nothing else: not a word of the scenario differs."""
    scenes = []
    for scene in play.scenario.scenes:
        moved = [
            replace(choice, does=(*choice.does, Credit(points, "for the test", "honesty")))
            for choice in scene.choices
        ]
        scenes.append(replace(scene, choices=tuple(moved)))
    play.game = Game(replace(play.scenario, scenes=tuple(scenes)), play.game.book)
    play.meeting = Meeting(play.game, play._keep)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_clipped_and_nothing_lies_on_anything(tmp_path, size, percent, lang):
    driver = Driver(tmp_path, size=size, lang=lang)
    driver.app.retheme(text_percent=percent)
    talking(driver)
    for _ in range(2):
        to_choices(driver)
        driver.app.draw()
        boxes = driver.screen.boxes()
        assert boxes
        for box in boxes:
            assert box.rect.left >= box.room.left - 1, box
            assert box.rect.right <= box.room.right + 2, box
        still = [box.rect for box in boxes if not box.scrolled]
        for one, other in combinations(still, 2):
            assert not one.inflate(-2, -2).colliderect(other.inflate(-2, -2))
        driver.keys(pygame.K_2)
        let_pass(driver, 0.6)
