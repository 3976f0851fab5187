"""The help tells every key and every button, truly, and nothing else."""

import pygame
import pytest

from game.format.words import Words
from game.screens.hands import KEYS, PAD, TRIGGERS, Act
from game.screens.help import (
    BUTTON_NAMES,
    KEY_NAMES,
    TRIGGER_NAMES,
    HelpScreen,
    rows_at_the_table,
    rows_everywhere,
)
from tests.screens.driving import Driver

UNNAMED = {
    pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_SPACE, pygame.K_KP_ENTER,
    pygame.K_KP_MINUS, pygame.K_KP_PLUS, pygame.K_EQUALS, pygame.K_SEMICOLON, pygame.K_BACKSPACE,
    pygame.K_F5, pygame.K_F6, pygame.K_F7, pygame.K_F8,
}  # fmt: skip
"""Keys told in words, or the twins of others; the key that takes a letter away needs no help, and the keys
of a preview stand on its own buttons."""

DIRECTIONS = {Act.UP, Act.DOWN, Act.LEFT, Act.RIGHT}


@pytest.fixture(scope="module")
def rows():
    words = Words("en", {})
    return [*rows_everywhere(words), *rows_at_the_table(words)]


@pytest.mark.parametrize("key", [key for key in KEYS if key not in UNNAMED])
def test_every_key_is_told_where_its_deed_is(rows, key):
    told = [row for row in rows if KEY_NAMES[key] in row.keys.split()]
    assert told
    twins = {KEY_NAMES.get(other) for other, act in KEYS.items() if act is KEYS[key]} - {None}
    assert any(twins <= set(row.keys.split()) for row in told)


@pytest.mark.parametrize("button", [button for button, act in PAD.items() if act not in DIRECTIONS])
def test_every_button_is_told(rows, button):
    assert any(BUTTON_NAMES[button] in row.buttons.split() for row in rows)


@pytest.mark.parametrize("axis", TRIGGERS)
def test_both_triggers_are_told(rows, axis):
    assert any(TRIGGER_NAMES[axis] in row.buttons.split() for row in rows)


def test_no_two_keys_have_one_name():
    assert len(set(KEY_NAMES.values())) == len(KEY_NAMES)
    assert len(set(BUTTON_NAMES.values())) == len(BUTTON_NAMES)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_everything_is_on_the_sheet_in_both_languages(tmp_path, lang):
    driver = Driver(tmp_path, lang=lang).go("shelf").keys(pygame.K_F1)
    assert isinstance(driver.screen, HelpScreen)
    words = driver.backstage.words
    for row in (*rows_everywhere(words), *rows_at_the_table(words)):
        assert {row.what, row.keys, row.buttons} <= set(driver.texts)
