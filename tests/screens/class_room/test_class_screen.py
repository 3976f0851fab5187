"""A class in the window: by keys and by a clicker, in two languages, with late ones, and without names."""

import random

import pygame
import pytest

from game.classroom.troubles_told import trouble_told
from game.screens.class_room.class_screen import LOOK
from game.screens.projecting import way_of_a_class
from tests.screens.class_room.leading import Class


def test_a_decision_holds_back_what_was_taken_until_it_is_revealed(tmp_path):
    driver = Class(tmp_path, begin="decision:references")
    assert "「導入された理由と、最初の一か月に困った点からお話しします。」" in driver.texts
    assert "%" not in driver.said
    assert "返し方は四つありました" in driver.said
    driver.keys(pygame.K_SPACE)
    assert [text for text in driver.texts if text.endswith("%")] == ["52%", "22%", "20%", "5%"]
    assert "なぜ空気が変わったのでしょう" in driver.said
    assert "取り逃しなし" in driver.said
    driver.keys(pygame.K_SPACE)
    assert "%" not in driver.said


def test_a_clicker_alone_leads_through_everything(tmp_path):
    driver, seen = Class(tmp_path), []
    for _ in range(60):
        seen.append(driver.said)
        driver.keys(pygame.K_PAGEDOWN)
        if driver.said == seen[-1]:
            break
    deck = driver.screen.deck
    assert len(seen) == sum(slide.steps for slide in deck.slides)
    driver.keys(*[pygame.K_PAGEUP] * len(seen))
    assert driver.said == seen[0]
    driver.screen.deck.begin_with("decision:price")
    driver.keys(pygame.K_PERIOD)
    assert "%" in driver.said
    driver.keys(pygame.K_PERIOD)
    assert "%" not in driver.said


def test_a_click_goes_on_and_the_arrows_pass_what_is_held_back(tmp_path):
    driver = Class(tmp_path, begin="decision:references")
    press = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(400, 300), button=1)
    driver.round(press)
    assert driver.screen.deck.shown.step == 1
    driver.keys(pygame.K_RIGHT)
    assert driver.screen.deck.slide.key == "decision:price"
    assert driver.screen.deck.shown.step == 0
    driver.keys(pygame.K_HOME)
    assert driver.screen.deck.at == 0
    driver.keys(pygame.K_END)
    assert driver.screen.deck.slide.key == "troubles"


def test_names_are_shown_only_when_asked_for_and_never_those_of_fewer_than_five(tmp_path):
    driver = Class(tmp_path)
    names = {seat.name for seat in driver.screen.deck.figure.seats}
    for _ in range(60):
        assert not any(name in driver.said for name in names)
        before = driver.said
        driver.keys(pygame.K_PAGEDOWN)
        if driver.said == before:
            break
    driver.screen.deck.begin_with("decision:references")
    driver.keys(pygame.K_n)
    few = [taken for taken in driver.screen.deck.slide.decision.choices if len(taken.seats) < 5]
    alone = {seat.name for seat in driver.screen.deck.figure.seats if seat.number in few[0].seats}
    assert len(alone) == 2
    told = driver.said.replace("\n", "、").split("、")
    assert names & {text.split("  ")[-1] for text in told}
    assert not alone & {text.split("  ")[-1] for text in told}
    assert "五人未満なので、名前は出しません。" in driver.said


def test_a_class_under_five_is_not_broken_down(tmp_path):
    driver = Class(tmp_path, size=4)
    assert [slide.key for slide in driver.screen.deck.slides] == ["overview", "troubles"]
    assert "五人未満" in driver.said
    driver.many = 5
    driver.later()
    assert len(driver.screen.deck.slides) > 5


def test_late_ones_are_taken_in_where_one_is(tmp_path):
    driver = Class(tmp_path, begin="decision:references")
    driver.keys(pygame.K_SPACE)
    assert "40人中40人" in driver.said
    driver.many = 41
    driver.later()
    assert "41人中41人" in driver.said
    assert "1人分が届きました" in driver.said
    assert "%" in driver.said


def test_nothing_is_drawn_anew_while_nothing_has_come(tmp_path):
    driver = Class(tmp_path)
    looked = len(driver.loads)
    driver.later()
    assert len(driver.loads) > looked
    assert not driver.app.dirty


@pytest.mark.parametrize("trouble", [FileNotFoundError(2, "gone", "class-3b"), PermissionError(13, "no")])
def test_what_cannot_be_read_any_more_changes_nothing(tmp_path, trouble):
    driver = Class(tmp_path)
    shown = driver.said
    driver.trouble = trouble
    driver.later()
    assert driver.said == shown


@pytest.mark.parametrize("trouble", [FileNotFoundError(2, "gone", "class-3b"), PermissionError(13, "no")])
def test_what_cannot_be_read_at_first_is_told_and_comes_when_it_can(tmp_path, trouble):
    driver = Class(tmp_path, trouble=trouble)
    assert "うまくいきませんでした" in driver.said
    driver.trouble = None
    driver.later()
    assert "40人中" in driver.said


def test_the_other_language_brings_the_sentences_of_the_scenario_with_it(tmp_path):
    driver = Class(tmp_path, begin="decision:references")
    driver.keys(pygame.K_SPACE)
    driver.keys(pygame.K_F2)
    driver.settle().later()
    assert "40 of 40 came here" in driver.said
    assert "Why did the air change?" in driver.said
    assert driver.screen.deck.shown.step == 1
    assert not any(glyph in driver.said for glyph in "がのをには")


def test_two_branches_stand_side_by_side_and_the_right_one_changes(tmp_path):
    driver = Class(tmp_path, begin="decision:references")
    driver.keys(pygame.K_b)
    first = driver.said
    assert "分かれ道" in driver.texts
    assert "21人" in first
    driver.keys(pygame.K_DOWN)
    assert driver.said != first
    driver.keys(pygame.K_DOWN, pygame.K_DOWN)
    assert driver.said == first
    driver.keys(pygame.K_b)
    assert driver.texts[:3] == ["3月18日（水）", "提案の日", "40人中40人がここを通った"]


def test_a_plan_is_taken_and_its_minutes_stand_below(tmp_path):
    driver = Class(tmp_path)
    driver.keys(pygame.K_p)
    assert "時間はどれくらいありますか" in driver.said
    driver.keys(pygame.K_PAGEDOWN, pygame.K_RETURN)
    assert driver.screen.deck.minutes == 15
    assert "2分　1／5" in driver.said
    driver.keys(pygame.K_p, pygame.K_ESCAPE)
    assert driver.screen.deck.minutes == 15


def test_escape_leaves_the_full_screen_first_and_then_asks(tmp_path):
    driver = Class(tmp_path)
    driver.keys(pygame.K_F5)
    full = [driver.backstage.settings.fullscreen]
    driver.keys(pygame.K_ESCAPE)
    full.append(driver.backstage.settings.fullscreen)
    assert full == [True, False]
    driver.keys(pygame.K_ESCAPE)
    assert "投影を終わりますか" in driver.said
    running = [driver.click("stay").app.running]
    running.append(driver.keys(pygame.K_ESCAPE).click("close").app.running)
    assert running == [True, False]


def test_the_keys_of_a_class_stand_on_the_sheet_of_keys(tmp_path):
    driver = Class(tmp_path)
    driver.app.lay_over(way_of_a_class("help")(driver.app))
    driver.round()
    for told in ("分かれ道を並べる", "B", "15分・45分の進行", "P", "見せる・伏せる", "スペース  ."):
        assert told in driver.texts
    assert way_of_a_class("settings").__name__ == "SettingsScreen"


def test_what_is_missing_is_told_file_by_file(tmp_path):
    driver, said = Class(tmp_path, begin="troubles"), []
    for _ in range(driver.screen.deck.slide.steps):
        said.append(driver.said)
        driver.keys(pygame.K_PAGEDOWN)
    for trouble in driver.screen.deck.figure.troubles:
        assert any(
            f"{trouble.file}\n{trouble_told(trouble, driver.backstage.words)}" in each for each in said
        )


def test_what_is_drawn_ahead_changes_nothing_that_is_seen(tmp_path):
    driver = Class(tmp_path, begin="decision:references")
    shown, pixels = driver.said, driver.pixels()
    drawn_ahead = 0
    while driver.screen.prepare():
        drawn_ahead += 1
    assert drawn_ahead == len(driver.screen.deck.slides) + 1
    assert driver.screen.boxes()
    assert driver.round().said == shown
    driver.app.draw()
    assert driver.pixels() == pixels


def test_letters_are_as_large_as_is_wished_where_there_is_room(tmp_path):
    def height_of_the_headline(percent):
        driver = Class(tmp_path, begin="resolves")
        driver.backstage.change(text_percent=percent)
        driver.app.take_settings()
        driver.round()
        return max(box.rect.height for box in driver.screen.boxes() if "変えてみる" in box.text)

    heights = [height_of_the_headline(percent) for percent in (100, 125, 150)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]


KEYS = (
    pygame.K_RIGHT, pygame.K_LEFT, pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEDOWN, pygame.K_PAGEUP,
    pygame.K_SPACE, pygame.K_PERIOD, pygame.K_b, pygame.K_n, pygame.K_p, pygame.K_ESCAPE, pygame.K_F5,
    pygame.K_F2, pygame.K_F1, pygame.K_F3, pygame.K_HOME, pygame.K_END, pygame.K_RETURN, pygame.K_TAB,
    pygame.K_F11, pygame.K_x, pygame.K_5,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_there_is_a_page_and_it_goes_on(tmp_path, seed):
    chance = random.Random(seed)
    driver = Class(tmp_path, lang=("ja", "en")[seed % 2], size=(4, 5, 40, 200)[seed])
    for _ in range(150):
        driver.keys(chance.choice(KEYS))
        driver.many = max(1, driver.many + chance.choice((0, 0, 0, 1)))
        driver.clock.now += chance.choice((0, 0.1, LOOK))
        if not driver.app.running:
            driver.app.running = True
        driver.round()
        assert driver.texts


def test_the_line_of_keys_names_the_keys_a_person_chose(tmp_path):
    driver = Class(tmp_path, lang="en", begin="decision:references")
    driver.app.backstage.change(keys={"plan": ["Q"], "branches": ["Home"]})
    driver.app.take_settings()
    driver.keys(pygame.K_b)
    labels = set(driver.texts)
    assert {"Q", "B", "N"} <= labels
    assert "P" not in labels
    assert driver.screen.deck.shown.branches
    driver.keys(pygame.K_q)
    assert driver.screen.deck.planning == 0
    driver.keys(pygame.K_END, pygame.K_PERIOD)
    assert driver.screen.deck.minutes == 45
