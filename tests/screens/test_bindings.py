"""Keys and buttons that were moved: nothing is lost, nothing does two things, and it is kept as it was."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.format.words import Words
from game.screens.bindings import (
    BUTTONS,
    DIRECTIONS,
    FIXED,
    KINDS,
    MODIFIERS,
    MOVABLE,
    USUAL,
    bindings_from,
    pressed,
)  # fmt: skip
from game.screens.hands import Act, Deed, key_deed
from game.screens.key_names import act_name
from game.screens.keyboard import Keyboard
from game.screens.pads import Pads

pygame.display.init()

KEYS = [*range(pygame.K_a, pygame.K_z + 1), *range(pygame.K_F1, pygame.K_F12 + 1), pygame.K_SPACE, 0x0434]
KEYS = [key for key in KEYS if key not in FIXED]
FREE = {"keys": KEYS, "buttons": list(BUTTONS)}

wishes = st.lists(
    st.sampled_from(KINDS).flatmap(
        lambda kind: st.tuples(st.just(kind), st.sampled_from(MOVABLE), st.sampled_from(FREE[kind]))
    ),
    max_size=20,
)


def after(wanted):
    """The bindings when every wish that can be has been followed."""
    bindings = USUAL
    for kind, act, code in wanted:
        bindings = bindings.moved(kind, act, code).bindings or bindings
    return bindings


@given(wishes)
def test_no_act_ever_loses_its_last_key(wanted):
    bindings = after(wanted)
    for kind in KINDS:
        had = {act for act in MOVABLE if USUAL.of(kind, act, staying=True)}
        assert had <= {act for act in MOVABLE if bindings.of(kind, act, staying=True)}


@given(wishes)
def test_what_always_means_the_same_still_does(wanted):
    bindings = after(wanted)
    assert {key: bindings.keys.get(key) for key in FIXED} == {key: USUAL.keys.get(key) for key in FIXED}
    assert all(bindings.buttons[button] is USUAL.buttons[button] for button in DIRECTIONS)


@given(wishes)
def test_the_last_wish_holds_and_nothing_else_of_that_act(wanted):
    bindings = after(wanted)
    for kind, act, code in wanted:
        moved = bindings.moved(kind, act, code)
        if moved.bindings is not None:
            assert moved.bindings.of(kind, act) == (code,)
        else:
            assert bindings.of(kind, act) == ()
            assert moved.act is not None
            assert bindings.of(kind, moved.act, staying=True) == (code,)


@given(wishes)
def test_it_is_read_back_as_it_was(wanted):
    bindings = after(wanted)
    again = bindings_from(bindings.own("keys"), bindings.own("buttons"))
    assert dict(again.keys) == dict(bindings.keys)
    assert dict(again.buttons) == dict(bindings.buttons)


def test_as_usual_nothing_is_kept():
    assert (USUAL.own("keys"), USUAL.own("buttons")) == ({}, {})
    assert bindings_from({}, {}) == USUAL


@pytest.mark.parametrize(
    "own",
    [
        {"dance": ["n"]}, {"notebook": ["no such key"]}, {"notebook": []}, {"notebook": ["Return"]},
        {"notebook": ["Left Shift"]}, {"notebook": ["#x"]}, {"notebook": ["F10"]}, {"pick": ["n"]},
    ],
    ids=str,
)  # fmt: skip
def test_a_file_written_by_hand_leaves_every_act_its_key(own):
    bindings = bindings_from(own, own)
    for kind in KINDS:
        assert all(bindings.of(kind, act, staying=True) for act in MOVABLE if USUAL.of(kind, act))
    assert all(bindings.keys.get(key) is USUAL.keys.get(key) for key in FIXED)
    assert not MODIFIERS & set(bindings.keys)


def test_a_key_without_a_name_is_kept_by_its_number():
    nameless = 1073741955
    assert pygame.key.name(nameless, use_compat=False) == ""
    bindings = USUAL.moved("keys", Act.NOTEBOOK, nameless).bindings
    assert bindings is not None
    assert bindings.own("keys") == {"notebook": [f"#{nameless}"]}
    assert bindings_from(bindings.own("keys"), {}).keys[nameless] is Act.NOTEBOOK


def test_everything_that_can_be_moved_has_a_name():
    names = {act_name(act, Words("en")) for act in MOVABLE}
    assert len(names) == len(MOVABLE)


def key(code, down=True, **more):
    kind = pygame.KEYDOWN if down else pygame.KEYUP
    return pygame.event.Event(kind, key=code, mod=0, unicode="", **more)


def moved(kind, act, code):
    bindings = USUAL.moved(kind, act, code).bindings
    assert bindings is not None
    return bindings


def test_the_keyboard_follows():
    keyboard = Keyboard(moved("keys", Act.NOTEBOOK, pygame.K_q))
    assert keyboard.deed(key(pygame.K_q)) == Deed(Act.NOTEBOOK)
    assert keyboard.deed(key(pygame.K_n)) is None
    keyboard = Keyboard(moved("keys", Act.SKIP, pygame.K_F12))
    assert keyboard.deed(key(pygame.K_F12)) == Deed(Act.SKIP)
    assert keyboard.deed(key(pygame.K_F12, down=False)) == Deed(Act.SKIP, released=True)


def test_while_a_name_is_typed_a_moved_letter_is_text():
    keys = moved("keys", Act.BACK, pygame.K_q).keys
    assert key_deed(key(pygame.K_q), keys=keys, typing=True) is None
    assert key_deed(key(pygame.K_q), keys=keys) == Deed(Act.BACK)


def test_where_letters_are_not_latin_the_place_of_a_moved_one_counts():
    keys = moved("keys", Act.NOTEBOOK, pygame.K_q).keys
    assert key_deed(key(0x0439, scancode=pygame.KSCAN_Q), keys=keys) == Deed(Act.NOTEBOOK)


def button(number):
    return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=number, instance_id=0)


def trigger(share):
    axis = pygame.CONTROLLER_AXIS_TRIGGERLEFT
    return pygame.event.Event(
        pygame.CONTROLLERAXISMOTION, axis=axis, value=round(32767 * share), instance_id=0
    )


def test_gamepads_follow_triggers_too():
    pads = Pads(moved("buttons", Act.CONFIRM, pygame.CONTROLLER_BUTTON_B))
    assert pads.deeds(button(pygame.CONTROLLER_BUTTON_B), 0.0) == (Deed(Act.CONFIRM),)
    assert pads.deeds(button(pygame.CONTROLLER_BUTTON_A), 0.0) == (Deed(Act.BACK),)
    left = pressed(trigger(1.0), "buttons")
    assert left is not None
    pads = Pads(moved("buttons", Act.AUTO, left))
    assert pads.deeds(trigger(1.0), 0.0) == (Deed(Act.AUTO),)
    assert pressed(trigger(0.2), "buttons") is None


def test_a_choice_may_have_a_key_and_a_button_beside_its_digit():
    third = moved("keys", Act.SAY_3, pygame.K_q)
    assert Keyboard(third).deed(key(pygame.K_q)) == Deed(Act.PICK, 3)
    assert Keyboard(third).deed(key(pygame.K_3)) == Deed(Act.PICK, 3)
    second = Pads(moved("buttons", Act.SAY_2, pygame.CONTROLLER_BUTTON_Y))  # LT is left for what was said
    assert second.deeds(button(pygame.CONTROLLER_BUTTON_Y), 0.0) == (Deed(Act.PICK, 2),)
    assert USUAL.moved("buttons", Act.SAY_2, pygame.CONTROLLER_BUTTON_X).bindings is None
