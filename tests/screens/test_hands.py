import os

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame
import pytest

from game.screens.hands import KEYS, PAD, SCANCODES, TRIGGERS, Act, Deed, hand_of, key_deed
from game.screens.keyboard import Keyboard
from game.screens.pads import Pads


def key(code, mod=0, **more):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", **more)


def key_up(code):
    return pygame.event.Event(pygame.KEYUP, key=code, mod=0, unicode="")


def button_down(button, number=0):
    return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=number)


def moved(axis, share, number=0):
    value = round(32767 * share)
    return pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=number)


@pytest.mark.parametrize(("code", "act"), KEYS.items())
def test_every_key_of_the_table_does_its_deed(code, act):
    assert key_deed(key(code)) == Deed(act)


@pytest.mark.parametrize(("button", "act"), PAD.items())
def test_every_button_of_a_gamepad_does_its_deed(button, act):
    assert Pads().deeds(button_down(button), 0.0) == (Deed(act),)


def test_whatever_a_gamepad_can_do_the_keys_can_too():
    assert set(PAD.values()) <= set(KEYS.values())


def test_a_gamepad_reaches_everything_a_meeting_needs():
    needed = {Act.UP, Act.DOWN, Act.LEFT, Act.RIGHT, Act.CONFIRM, Act.HURRY, Act.BACK, Act.BACKLOG}
    needed |= {Act.NOTEBOOK, Act.SETTINGS, Act.MENU, Act.LANGUAGE, Act.AUTO, Act.SKIP}
    assert needed <= {*PAD.values(), *TRIGGERS.values()}


@pytest.mark.parametrize("number", range(1, 10))
def test_digits_of_both_rows_pick_a_choice(number):
    assert key_deed(key(pygame.K_0 + number)) == Deed(Act.PICK, number)
    assert key_deed(key(pygame.K_KP_1 + number - 1)) == Deed(Act.PICK, number)


def test_picking_and_skipping_are_never_the_same_key():
    skipping = {code for code, act in KEYS.items() if act is Act.HURRY}
    picking = {code for code, act in KEYS.items() if act is Act.CONFIRM}
    assert not skipping & picking
    assert not skipping & set(range(pygame.K_0, pygame.K_9 + 1))


def test_a_key_held_down_says_so():
    board = Keyboard()
    first, second = board.deed(key(pygame.K_RETURN)), board.deed(key(pygame.K_RETURN))
    assert (first, second) == (Deed(Act.CONFIRM), Deed(Act.CONFIRM, repeated=True))
    board.deed(key_up(pygame.K_RETURN))
    assert board.deed(key(pygame.K_RETURN)) == Deed(Act.CONFIRM)


def test_the_tabulator_goes_on_and_back_in_order():
    assert key_deed(key(pygame.K_TAB)) == Deed(Act.DOWN, in_order=True)
    assert key_deed(key(pygame.K_TAB, pygame.KMOD_LSHIFT)) == Deed(Act.UP, in_order=True)


def test_alt_and_return_fill_the_screen():
    assert key_deed(key(pygame.K_RETURN, pygame.KMOD_LALT)) == Deed(Act.FULL_SCREEN)


@pytest.mark.parametrize(
    "code", [pygame.K_l, pygame.K_n, pygame.K_h, pygame.K_SPACE, pygame.K_3, pygame.K_KP_3]
)
def test_while_a_name_is_typed_letters_digits_and_space_are_text(code):
    assert key_deed(key(code), typing=True) is None


@pytest.mark.parametrize(
    "code", [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_TAB, pygame.K_F1, pygame.K_LEFT]
)
def test_while_a_name_is_typed_the_other_keys_still_do_their_deeds(code):
    assert key_deed(key(code), typing=True) is not None


def test_nothing_else_is_a_deed():
    assert key_deed(key(pygame.K_q)) is None
    assert Pads().deeds(button_down(99), 0.0) == ()


def test_only_skipping_tells_its_end():
    board = Keyboard()
    told = [board.deed(key_up(code)) for code in KEYS]
    assert [deed for deed in told if deed is not None] == [Deed(Act.SKIP, released=True)]


def test_a_window_that_loses_the_keyboard_lets_go_of_everything():
    board = Keyboard()
    board.deed(key(pygame.K_s))
    assert board.let_go() == (Deed(Act.SKIP, released=True),)
    assert board.let_go() == ()
    assert board.deed(key(pygame.K_s)) == Deed(Act.SKIP)


@pytest.mark.parametrize(("place", "letter"), SCANCODES.items())
def test_where_keys_are_no_latin_letters_their_place_counts(place, letter):
    cyrillic = key(0x0434, scancode=place)
    assert key_deed(cyrillic) == key_deed(key(letter))
    assert key_deed(cyrillic, typing=True) is None


@pytest.mark.parametrize("number", range(1, 10))
def test_where_the_row_writes_other_signs_its_place_picks(number):
    sign = ord("&é\"'(-è_ç"[number - 1])
    assert key_deed(key(sign, scancode=pygame.KSCAN_1 + number - 1)) == Deed(Act.PICK, number)


# ── gamepads ────────────────────────────────────────────────────────────────────────────────────────

STICK = (
    (pygame.CONTROLLER_AXIS_LEFTX, -1, Act.LEFT),
    (pygame.CONTROLLER_AXIS_LEFTX, 1, Act.RIGHT),
    (pygame.CONTROLLER_AXIS_LEFTY, -1, Act.UP),
    (pygame.CONTROLLER_AXIS_LEFTY, 1, Act.DOWN),
)


@pytest.mark.parametrize(("axis", "way", "act"), STICK)
def test_the_left_stick_is_a_second_d_pad(axis, way, act):
    pads = Pads()
    assert pads.deeds(moved(axis, 0.5 * way), 0.0) == ()
    assert pads.deeds(moved(axis, 0.8 * way), 0.0) == (Deed(act),)
    assert pads.deeds(moved(axis, 1.0 * way), 0.1) == ()
    assert pads.deeds(moved(axis, 0.45 * way), 0.2) == ()
    assert pads.deeds(moved(axis, 0.0), 0.3) == ()
    assert pads.deeds(moved(axis, 0.8 * way), 0.4) == (Deed(act),)
    assert pads.deeds(moved(axis, -0.8 * way), 0.5) == (Deed(opposite(act)),)


def opposite(act):
    pairs = {Act.LEFT: Act.RIGHT, Act.UP: Act.DOWN}
    return pairs.get(act) or {other: one for one, other in pairs.items()}[act]


@pytest.mark.parametrize("control", ["button", "stick"])
def test_a_held_direction_repeats_and_nothing_else_does(control):
    pads = Pads()
    if control == "button":
        pads.deeds(button_down(pygame.CONTROLLER_BUTTON_DPAD_DOWN), 0.0)
    else:
        pads.deeds(moved(pygame.CONTROLLER_AXIS_LEFTY, 1.0), 0.0)
    pads.deeds(button_down(pygame.CONTROLLER_BUTTON_A), 0.0)
    told = [pads.due(tick / 100)[0] for tick in range(100)]
    deeds = [deed for some in told for deed in some]
    assert not any(told[:39])
    assert 3 <= len(deeds) <= 6
    assert set(deeds) == {Deed(Act.DOWN, repeated=True)}


@pytest.mark.parametrize(("axis", "act"), TRIGGERS.items())
def test_triggers_are_buttons(axis, act):
    pads = Pads()
    assert pads.deeds(moved(axis, 0.3), 0.0) == ()
    assert pads.deeds(moved(axis, 0.9), 0.0) == (Deed(act),)
    assert pads.deeds(moved(axis, 0.7), 0.0) == ()
    ended = pads.deeds(moved(axis, 0.0), 0.0)
    assert ended == ((Deed(Act.SKIP, released=True),) if act is Act.SKIP else ())


def test_the_right_stick_turns_pages_as_far_as_it_is_pressed():
    pads = Pads()
    pads.due(0.0)
    pads.deeds(moved(pygame.CONTROLLER_AXIS_RIGHTY, 0.5), 0.0)
    half = pads.due(0.05)[1]
    pads.deeds(moved(pygame.CONTROLLER_AXIS_RIGHTY, 1.0), 0.05)
    whole = pads.due(0.1)[1]
    assert whole == pytest.approx(2 * half, rel=0.01)
    assert whole < 0
    pads.deeds(moved(pygame.CONTROLLER_AXIS_RIGHTY, 0.1), 0.1)
    assert pads.due(0.2)[1] == 0


def test_two_gamepads_do_not_let_go_for_each_other():
    pads = Pads()
    pads.deeds(moved(pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 1.0, number=0), 0.0)
    assert pads.deeds(moved(pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 0.0, number=1), 0.0) == ()
    assert pads.deeds(button_down(pygame.CONTROLLER_BUTTON_A, number=1), 0.0) == (Deed(Act.CONFIRM),)
    gone = pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=1)
    assert pads.deeds(gone, 0.0) == ()
    gone = pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0)
    assert pads.deeds(gone, 0.0) == (Deed(Act.SKIP, released=True),)


def test_a_gamepad_pulled_out_holds_nothing_on():
    pads = Pads()
    pads.deeds(button_down(pygame.CONTROLLER_BUTTON_DPAD_DOWN), 0.0)
    pads.deeds(moved(pygame.CONTROLLER_AXIS_RIGHTY, 1.0), 0.0)
    pads.deeds(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0), 0.1)
    assert pads.due(5.0) == ((), 0.0)


@pytest.mark.parametrize(
    ("event", "hand"),
    [
        (key(pygame.K_q), "keys"),
        (button_down(0), "pad"),
        (moved(0, 0.9), "pad"),
        (moved(0, 0.1), None),
        (pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(0, 0), button=1), "mouse"),
        (pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1, precise_y=1.0), "mouse"),
        (pygame.event.Event(pygame.MOUSEMOTION, pos=(0, 0), rel=(9, 0), buttons=(0, 0, 0)), "mouse"),
        (pygame.event.Event(pygame.MOUSEMOTION, pos=(0, 0), rel=(1, 1), buttons=(0, 0, 0)), None),
        (pygame.event.Event(pygame.WINDOWEXPOSED), None),
    ],
)
def test_the_hand_that_was_used_is_known(event, hand):
    assert hand_of(event) == hand
