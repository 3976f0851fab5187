"""A rest after a press: for hands that tremble nothing happens twice, and nobody else notices it."""

from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.resting import Resting
from tests.screens.driving import Driver

TIMES = st.lists(st.floats(0, 0.7), max_size=12)
KEYS = st.lists(st.sampled_from([pygame.K_a, pygame.K_b]), min_size=12, max_size=12)


def press(key, kind=pygame.KEYDOWN):
    return pygame.event.Event(kind, key=key)


@given(waits=TIMES, keys=KEYS, rest=st.sampled_from([0.0, 0.5, 1.0]))
def test_presses_that_count_are_at_least_so_far_apart(waits, keys, rest):
    resting, now, counted = Resting(), 0.0, []
    resting.seconds = rest
    for wait, key in zip(waits, keys, strict=False):
        now += wait
        counted += [now for _ in resting.left([press(key)], now, None)]
        resting.left([press(key, pygame.KEYUP)], now, None)
    assert all(later - earlier >= rest for earlier, later in pairwise(counted))
    assert rest or len(counted) == len(waits)


def test_a_key_that_was_passed_over_stays_so_while_it_is_held():
    resting = Resting()
    resting.seconds = 0.5
    assert resting.left([press(pygame.K_a)], 0.0, None)
    assert not resting.left([press(pygame.K_b)], 0.2, None)
    assert not resting.left([press(pygame.K_b)], 0.9, None), "its repeats"
    assert resting.left([press(pygame.K_b, pygame.KEYUP)], 1.0, None)
    assert resting.left([press(pygame.K_b)], 1.1, None)


def test_a_key_held_goes_on():
    resting = Resting()
    resting.seconds = 1.0
    assert resting.left([press(pygame.K_DOWN)], 0.0, None)
    assert resting.left([press(pygame.K_DOWN)], 0.4, None)


@pytest.mark.parametrize("rest", [0, 500])
def test_two_presses_in_quick_succession_by_any_hand(tmp_path, rest):
    driver = Driver(tmp_path).go("shelf")
    driver.backstage.change(rest=rest)
    driver.app.take_settings()
    driver.keys(pygame.K_F3)
    driver.clock.now += 0.3
    driver.pad(pygame.CONTROLLER_BUTTON_B)
    assert driver.kind == ("SettingsScreen" if rest else "ShelfScreen")


def test_of_a_name_that_is_typed_nothing_is_lost(tmp_path):
    driver = Driver(tmp_path, trainee="")
    driver.backstage.change(rest=1000)
    driver.app.take_settings()
    driver.go("who").type("abc")
    driver.keys(pygame.K_BACKSPACE, pygame.K_BACKSPACE)
    assert driver.screen.field.text == "a"


def test_it_is_chosen_in_the_settings(tmp_path):
    driver = Driver(tmp_path).go("shelf").keys(pygame.K_F3)
    driver.screen.focus = "rest:500"
    driver.screen._follow = True
    driver.app.redraw()
    driver.round().keys(pygame.K_RETURN)
    assert driver.library.load_settings().rest == 500
