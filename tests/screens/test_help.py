"""The help tells every key and every button, truly, and nothing else."""

import pygame
import pytest

from game.format.words import Words
from game.screens.bindings import BUTTONS, TRIGGER
from game.screens.hands import KEYS, PAD, TRIGGERS, Act
from game.screens.help import HelpScreen, Rows
from game.screens.key_names import label_of
from tests.screens.driving import Driver

UNNAMED = {
    pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_SPACE, pygame.K_KP_ENTER,
    pygame.K_KP_MINUS, pygame.K_KP_PLUS, pygame.K_EQUALS, pygame.K_SEMICOLON, pygame.K_BACKSPACE,
    pygame.K_F5, pygame.K_F6, pygame.K_F7, pygame.K_F8, pygame.K_PERIOD, pygame.K_b, pygame.K_p,
}  # fmt: skip
"""Keys told in words, or the twins of others; the key that takes a letter away needs no help, the keys of a
preview stand on its own buttons, and those of a class on a sheet of its own."""

DIRECTIONS = {Act.UP, Act.DOWN, Act.LEFT, Act.RIGHT}


ENGLISH = Words("en", {})


@pytest.fixture(scope="module")
def rows():
    pygame.display.init()  # keys have names once there is a display
    tables = Rows(ENGLISH)
    return [*tables.everywhere(), *tables.at_the_table()]


@pytest.mark.parametrize("key", [key for key in KEYS if key not in UNNAMED])
def test_every_key_is_told_where_its_deed_is(rows, key):
    told = [row for row in rows if label_of("keys", key, ENGLISH) in row.keys.split()]
    assert told
    twins = {
        label_of("keys", other, ENGLISH)
        for other, act in KEYS.items()
        if act is KEYS[key] and other not in UNNAMED
    }
    assert any(twins <= set(row.keys.split()) for row in told)


@pytest.mark.parametrize("button", [button for button, act in PAD.items() if act not in DIRECTIONS])
def test_every_button_is_told(rows, button):
    assert any(BUTTONS[button] in row.buttons.split() for row in rows)


@pytest.mark.parametrize("axis", TRIGGERS)
def test_both_triggers_are_told(rows, axis):
    assert any(BUTTONS[TRIGGER + axis] in row.buttons.split() for row in rows)


def test_no_two_keys_have_one_name():
    assert len({label_of("keys", key, ENGLISH) for key in KEYS}) == len(KEYS)
    assert len(set(BUTTONS.values())) == len(BUTTONS)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_everything_is_on_the_sheet_in_both_languages(tmp_path, lang):
    driver = Driver(tmp_path, lang=lang).go("shelf").keys(pygame.K_F1)
    assert isinstance(driver.screen, HelpScreen)
    tables = Rows(driver.backstage.words)
    for row in (*tables.everywhere(), *tables.at_the_table()):
        assert {row.what, row.keys, row.buttons} <= set(driver.texts)
