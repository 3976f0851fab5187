import os

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame
import pytest

from game.screens.hands import KEYS, PAD, Act, Deed, deed_of


def key(code, mod=0, **more):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", **more)


@pytest.mark.parametrize(("code", "act"), KEYS.items())
def test_every_key_of_the_table_does_its_deed(code, act):
    assert deed_of(key(code)) == Deed(act)


@pytest.mark.parametrize(("button", "act"), PAD.items())
def test_every_button_of_a_gamepad_does_its_deed(button, act):
    assert deed_of(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button)) == Deed(act)


def test_whatever_a_gamepad_can_do_the_keys_can_too():
    assert set(PAD.values()) <= set(KEYS.values())


def test_a_gamepad_reaches_everything_a_meeting_needs():
    needed = {Act.UP, Act.DOWN, Act.LEFT, Act.RIGHT, Act.CONFIRM, Act.HURRY, Act.BACK, Act.BACKLOG}
    needed |= {Act.NOTEBOOK, Act.SETTINGS, Act.HELP, Act.LANGUAGE}
    assert needed <= set(PAD.values())


@pytest.mark.parametrize("number", range(1, 10))
def test_digits_of_both_rows_pick_a_choice(number):
    assert deed_of(key(pygame.K_0 + number)) == Deed(Act.PICK, number)
    assert deed_of(key(pygame.K_KP_1 + number - 1)) == Deed(Act.PICK, number)


def test_picking_and_skipping_are_never_the_same_key():
    skipping = {code for code, act in KEYS.items() if act is Act.HURRY}
    picking = {code for code, act in KEYS.items() if act is Act.CONFIRM}
    assert not skipping & picking
    assert not skipping & set(range(pygame.K_0, pygame.K_9 + 1))


def test_a_key_held_down_says_so():
    deed = deed_of(key(pygame.K_RETURN, repeat=True))
    assert deed is not None
    assert deed.repeated


def test_the_tabulator_goes_on_and_back_in_order():
    assert deed_of(key(pygame.K_TAB)) == Deed(Act.DOWN, in_order=True)
    assert deed_of(key(pygame.K_TAB, pygame.KMOD_LSHIFT)) == Deed(Act.UP, in_order=True)


def test_alt_and_return_fill_the_screen():
    assert deed_of(key(pygame.K_RETURN, pygame.KMOD_LALT)) == Deed(Act.FULL_SCREEN)


@pytest.mark.parametrize(
    "code", [pygame.K_l, pygame.K_n, pygame.K_h, pygame.K_SPACE, pygame.K_3, pygame.K_KP_3]
)
def test_while_a_name_is_typed_letters_digits_and_space_are_text(code):
    assert deed_of(key(code), typing=True) is None


@pytest.mark.parametrize(
    "code", [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_TAB, pygame.K_F1, pygame.K_LEFT]
)
def test_while_a_name_is_typed_the_other_keys_still_do_their_deeds(code):
    assert deed_of(key(code), typing=True) is not None


def test_nothing_else_is_a_deed():
    assert deed_of(key(pygame.K_q)) is None
    assert deed_of(pygame.event.Event(pygame.MOUSEMOTION, pos=(0, 0), rel=(0, 0), buttons=(0, 0, 0))) is None
    assert deed_of(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=99)) is None
