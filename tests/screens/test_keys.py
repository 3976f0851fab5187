"""The sheet on which keys and buttons are moved: pressed, told, kept, and taken back."""

import errno
import json

import pygame
import pytest

from game.screens.bindings import USUAL
from game.screens.hands import GUARD_SECONDS, Act
from game.screens.key_names import act_name
from tests.screens.driving import Driver


@pytest.fixture
def keys(tmp_path):
    """The sheet, over the settings, in English."""
    driver = Driver(tmp_path, lang="en").go("shelf").keys(pygame.K_F3)
    driver.app.go_over("keys")
    return driver.round()


def kept(driver):
    return json.loads((driver.library.home / "settings.json").read_text(encoding="utf-8"))


def told(driver, text):
    assert text in driver.texts, [each for each in driver.texts if len(each) > 12]


def press(driver, name):
    """Put the focus on a spot that may be scrolled out of sight, and press it."""
    driver.screen.focus = name
    driver.screen._follow = True
    driver.app.redraw()
    return driver.round().keys(pygame.K_RETURN)


def test_the_settings_and_the_help_lead_to_it(tmp_path):
    driver = Driver(tmp_path).go("shelf").keys(pygame.K_F1)
    driver.click("change")
    assert driver.kind == "KeysScreen"
    driver.keys(pygame.K_ESCAPE)
    assert driver.kind == "HelpScreen"
    driver.keys(pygame.K_ESCAPE, pygame.K_F3)
    press(driver, "keys:change")
    assert driver.kind == "KeysScreen"


def test_it_can_be_reached_before_the_first_meeting(tmp_path):
    driver = Driver(tmp_path, trainee="").go("who").keys(pygame.K_F3)
    assert driver.kind == "SettingsScreen"
    press(driver, "keys:change")
    assert driver.kind == "KeysScreen"


def test_a_key_is_moved_by_pressing_it_and_kept(keys, tmp_path):
    press(keys, "keys:NOTEBOOK")
    told(keys, "Press the new key for “Notebook (class: names)”, or Esc to keep it as it is.")
    keys.keys(pygame.K_q)
    told(keys, "“Notebook (class: names)” is now on Q.")
    assert kept(keys)["keys"] == {"notebook": ["Q"]}
    assert keys.app.bindings.of("keys", Act.NOTEBOOK) == (pygame.K_q,)
    again = Driver(tmp_path)
    assert again.app.bindings.of("keys", Act.NOTEBOOK) == (pygame.K_q,)


def test_two_acts_change_places_and_that_is_told(keys):
    press(keys, "keys:NOTEBOOK").keys(pygame.K_l)
    told(keys, "“Notebook (class: names)” is now on L, and “Conversation so far” on N.")
    assert keys.app.bindings.keys[pygame.K_n] is Act.BACKLOG


def test_a_key_that_would_be_missed_is_not_taken_and_that_is_told(keys):
    press(keys, "keys:CONFIRM").keys(pygame.K_n)
    told(keys, "“Notebook (class: names)” has nothing but N. Give it another one first.")
    assert keys.app.bindings == USUAL
    press(keys, "buttons:MUTE").pad(pygame.CONTROLLER_BUTTON_B)
    told(keys, "“Back” has nothing but B. Give it another one first.")
    assert keys.app.bindings == USUAL


def test_the_keys_of_a_class_are_moved_like_all_others(keys):
    press(keys, "keys:BRANCHES").keys(pygame.K_n)
    told(keys, "“Class: two branches” is now on N, and “Notebook (class: names)” on B.")
    press(keys, "keys:PLAN").keys(pygame.K_q)
    told(keys, "“Class: plan” is now on Q.")
    press(keys, "keys:HOLD").keys(pygame.K_HOME)
    told(keys, "Home cannot be reassigned. Choose another one.")
    press(keys, "buttons:HOLD").pad(pygame.CONTROLLER_BUTTON_LEFTSHOULDER)
    told(keys, "“Notebook (class: names)” has nothing but LB. Give it another one first.")
    assert kept(keys)["keys"] == {"branches": ["N"], "notebook": ["B"], "plan": ["Q"]}


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_TAB, pygame.K_UP, pygame.K_1, pygame.K_LSHIFT])
def test_a_key_that_always_means_the_same_stays(keys, key):
    press(keys, "keys:NOTEBOOK").keys(key)
    assert any("cannot be reassigned" in text for text in keys.texts)
    assert keys.app.bindings == USUAL
    assert keys.focus == "keys:NOTEBOOK"


def test_escape_the_d_pad_and_a_click_elsewhere_leave_it_as_it_is(keys):
    press(keys, "keys:NOTEBOOK").keys(pygame.K_ESCAPE)
    assert (keys.kind, keys.screen.catching) == ("KeysScreen", None)
    press(keys, "buttons:NOTEBOOK").pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    assert (keys.kind, keys.screen.catching) == ("KeysScreen", None)
    press(keys, "buttons:NOTEBOOK").keys(pygame.K_n)
    assert (keys.kind, keys.screen.catching) == ("KeysScreen", None)  # a key is no button
    press(keys, "buttons:NOTEBOOK").keys(pygame.K_ESCAPE)
    assert (keys.kind, keys.screen.catching) == ("KeysScreen", None)
    press(keys, "keys:NOTEBOOK")
    keys.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1))
    assert (keys.kind, keys.screen.catching) == ("KeysScreen", None)
    assert keys.app.bindings == USUAL


def test_buttons_are_moved_by_a_gamepad_alone(keys):
    press(keys, "buttons:CONFIRM").pad(pygame.CONTROLLER_BUTTON_B)
    told(keys, "“Press” is now on B, and “Back” on A.")
    assert kept(keys)["buttons"] == {"confirm": ["B"], "back": ["A"]}
    keys.pad(pygame.CONTROLLER_BUTTON_A)
    assert keys.kind == "SettingsScreen"


def test_a_trigger_is_a_button_and_does_nothing_else_while_it_is_moved(keys):
    press(keys, "buttons:CONFIRM").lean(pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 0.7)
    assert keys.app.bindings.of("buttons", Act.CONFIRM) == (105,)
    keys.lean(pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 1.0)
    assert keys.screen.catching is None  # still held: not pressed again
    keys.lean(pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 0.0).lean(pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 1.0)
    assert keys.screen.catching == "buttons"


def test_a_key_that_is_still_held_does_not_press_again(keys):
    press(keys, "keys:CONFIRM")
    keys.hold(pygame.K_k)
    assert keys.app.bindings.keys[pygame.K_k] is Act.CONFIRM
    keys.hold(pygame.K_k)
    assert keys.screen.catching is None


def test_all_is_as_usual_again_by_one_press(keys):
    assert "usual" not in keys.names
    press(keys, "keys:NOTEBOOK").keys(pygame.K_q)
    press(keys, "buttons:CONFIRM").pad(pygame.CONTROLLER_BUTTON_B)
    keys.click("usual")
    told(keys, "All keys and buttons are back to their defaults.")
    assert (kept(keys)["keys"], kept(keys)["buttons"]) == ({}, {})
    assert keys.app.bindings == USUAL


def test_what_cannot_be_kept_holds_and_says_so(keys, monkeypatch):
    def refuse(_):
        raise OSError(errno.ENOSPC, "full", "settings.json")

    monkeypatch.setattr(keys.library, "save_settings", refuse)
    press(keys, "keys:NOTEBOOK").keys(pygame.K_q)
    assert keys.app.bindings.keys[pygame.K_q] is Act.NOTEBOOK
    assert any("settings.json" in text for text in keys.texts)


def test_the_language_changes_on_the_spot(keys):
    press(keys, "keys:NOTEBOOK").keys(pygame.K_q, pygame.K_F2)
    told(keys, "キーとボタンを変える")
    told(keys, "変えたいところを押してください。")


def test_hints_and_help_name_the_moved_keys(keys):
    press(keys, "keys:HURRY").keys(pygame.K_F9)
    press(keys, "keys:NOTEBOOK").keys(pygame.K_q)
    keys.keys(pygame.K_ESCAPE, pygame.K_ESCAPE, pygame.K_F1)
    assert {"F9", "Q"} <= set(keys.texts)
    keys.keys(pygame.K_ESCAPE)
    keys.backstage.begin(keys.backstage.open("s00"))
    keys.go("talk")
    told(keys, "F9: next")
    assert "Q" in keys.texts


def test_a_meeting_is_played_by_moved_keys(keys):
    press(keys, "keys:HURRY").keys(pygame.K_F9)
    press(keys, "keys:CONFIRM").keys(pygame.K_k)
    press(keys, "keys:DOWN").keys(pygame.K_j)
    play = keys.backstage.open("s00")
    keys.backstage.begin(play)
    keys.go("talk")
    for _ in range(60):
        if keys.kind != "TalkScreen":
            break
        keys.keys(pygame.K_F9)
        keys.clock.now += GUARD_SECONDS
        keys.keys(pygame.K_j, pygame.K_k)
    assert len(play.meeting.path) == 2
    assert keys.kind == "PredictionScreen"


def test_a_choice_is_said_by_a_key_of_its_own(keys):
    press(keys, "keys:SAY_2").keys(pygame.K_q)
    told(keys, "“Pick choice 2” is now on Q.")
    assert kept(keys)["keys"] == {"say_2": ["Q"]}
    keys.keys(pygame.K_ESCAPE, pygame.K_ESCAPE, pygame.K_F1)
    assert "1–9  Q" in keys.texts
    keys.keys(pygame.K_ESCAPE)
    play = keys.backstage.open("s00")
    keys.backstage.begin(play)
    keys.go("talk")
    for _ in range(20):
        keys.keys(pygame.K_SPACE)
    keys.clock.now += GUARD_SECONDS
    keys.keys(pygame.K_q)
    assert play.meeting.path == ("give",)


@pytest.mark.parametrize(("lang", "told"), [("ja", "クラス"), ("en", "class")])
def test_a_key_that_does_something_else_before_a_class_is_named_by_both(tmp_path, lang, told):
    words = Driver(tmp_path, lang=lang).backstage.words
    assert told in act_name(Act.NOTEBOOK, words)
