"""The menu of the talk: every entry by one press of any hand, and nothing of the talk is lost."""

import pygame
import pytest

from tests.screens.driving import Driver
from tests.screens.talk.tables import above_the_foot, at_the_table, later, until_choices

ROWS = ("log", "notes", "auto", "skip", "speed", "settings", "help", "shelf", "quit")
OPENED = {
    "log": "BacklogScreen",
    "notes": "NotebookScreen",
    "settings": "SettingsScreen",
    "help": "HelpScreen",
}


@pytest.fixture
def talk(tmp_path):
    return until_choices(at_the_table(Driver(tmp_path), "s00"))


@pytest.fixture
def menu(talk):
    talk.keys(pygame.K_ESCAPE)
    assert talk.kind == "MenuScreen"
    return talk


def right_click(driver):
    return driver.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(900, 200), button=3))


def on_button(driver, name):
    """The middle of a button at the foot, in pixels."""
    x, y, width, height = driver.screen.foot.placed[name]
    return driver.app.theme.at(x + width / 2, y + height / 2)


def left_click(driver, at):
    return driver.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))


@pytest.mark.parametrize(
    "open_it",
    [
        lambda driver: driver.keys(pygame.K_ESCAPE),
        lambda driver: driver.keys(pygame.K_F10),
        right_click,
        lambda driver: driver.pad(pygame.CONTROLLER_BUTTON_B),
        lambda driver: driver.pad(pygame.CONTROLLER_BUTTON_START),
        lambda driver: left_click(driver, on_button(driver, "menu")),
    ],
    ids=["Esc", "F10", "right", "B", "Start", "button"],
)
def test_it_comes_up_by_every_hand(talk, open_it):
    open_it(talk)
    assert talk.kind == "MenuScreen"
    assert [name for name in talk.names if name != "on"] == list(ROWS)


@pytest.mark.parametrize(
    "close_it",
    [
        lambda driver: driver.keys(pygame.K_ESCAPE),
        lambda driver: driver.keys(pygame.K_RETURN),
        lambda driver: driver.click("on"),
        right_click,
        lambda driver: driver.pad(pygame.CONTROLLER_BUTTON_B),
        lambda driver: driver.pad(pygame.CONTROLLER_BUTTON_START),
    ],
    ids=["Esc", "Enter", "click", "right", "B", "Start"],
)
def test_one_press_leads_back_to_the_talk_as_it_was(talk, close_it):
    talk.screen.column.focus = 1
    before = above_the_foot(talk)
    close_it(talk.keys(pygame.K_ESCAPE))
    assert talk.kind == "TalkScreen"
    assert above_the_foot(talk) == before


@pytest.mark.parametrize("hand", ["digit", "mouse", "pad"])
@pytest.mark.parametrize("name", ROWS)
def test_every_entry_by_one_press(menu, name, hand):
    speed = menu.backstage.settings.text_speed
    press(menu, name, hand)
    match name:
        case "auto" | "skip":
            assert menu.kind == "TalkScreen"
            assert getattr(menu.screen.going, name)
        case "speed":
            assert menu.kind == "MenuScreen"
            assert menu.backstage.settings.text_speed != speed
        case "shelf":
            assert menu.kind == "ShelfScreen"
        case "quit":
            assert not menu.app.running
        case _:
            assert menu.kind == OPENED[name]


def press(driver, name, hand):
    if hand == "digit":
        driver.keys(pygame.K_1 + ROWS.index(name))
    elif hand == "mouse":
        driver.click(name)
    else:
        steps = [pygame.CONTROLLER_BUTTON_DPAD_UP] * (len(ROWS) - ROWS.index(name))
        driver.pad(*steps, pygame.CONTROLLER_BUTTON_A)


@pytest.mark.parametrize(
    ("key", "name"),
    [(pygame.K_l, "log"), (pygame.K_n, "notes"), (pygame.K_F3, "settings"), (pygame.K_F1, "help")],
)
def test_a_key_of_the_talk_does_in_the_menu_what_it_does_there(menu, key, name):
    menu.keys(key)
    assert menu.kind == OPENED[name]


@pytest.mark.parametrize("key", [pygame.K_F3, pygame.K_F1])
def test_settings_and_help_lead_back_to_the_menu_and_that_to_the_talk(menu, key):
    menu.keys(key, pygame.K_ESCAPE)
    assert menu.kind == "MenuScreen"
    menu.keys(pygame.K_ESCAPE)
    assert menu.kind == "TalkScreen"


def test_a_held_key_opens_and_closes_nothing_twice(talk):
    for _ in range(4):
        talk.hold(pygame.K_ESCAPE)
    assert talk.kind == "MenuScreen"


def test_text_speed_is_changed_and_told_by_its_keys(talk):
    talk.keys(pygame.K_MINUS)
    assert talk.backstage.settings.text_speed == 15
    assert "文字の速さ：ゆっくり" in talk.texts
    talk.keys(*[pygame.K_PLUS] * 5)
    assert talk.backstage.settings.text_speed == 0
    later(talk, 3)
    assert not any("文字の速さ" in text for text in talk.texts)


def test_at_once_completes_the_line_that_is_being_written(tmp_path):
    driver = at_the_table(Driver(tmp_path), "s00")
    flow = driver.screen.flow
    later(driver, 0.2)
    assert 0 < flow.glyphs < flow.current.glyphs
    driver.keys(*[pygame.K_PLUS] * 3)
    later(driver, 0.05)
    assert flow.glyphs == flow.current.glyphs


def test_who_leaves_what_is_not_kept_is_asked_first(menu):
    menu.backstage.play.kept = False
    menu.keys(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert "棚に戻る" in menu.texts
    menu.click("shelf")
    assert menu.kind == "Slip"
    menu.click("stay")
    assert menu.kind == "MenuScreen"
    menu.click("quit")
    menu.click("leave")
    assert not menu.app.running


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_language_is_switched_in_the_menu(tmp_path, lang):
    driver = until_choices(at_the_table(Driver(tmp_path, lang=lang), "s00")).keys(pygame.K_ESCAPE)
    before = set(driver.texts)
    driver.keys(pygame.K_F2)
    assert driver.kind == "MenuScreen"
    assert ("メニュー" in driver.texts) is (lang == "en")
    driver.keys(pygame.K_F2)
    assert set(driver.texts) == before
