"""The foot of the talk: buttons by every hand, hints of the hand last used, and signs of what goes on."""

import random

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.entering import leave
from game.screens.hands import GUARD_SECONDS
from game.screens.talk.flow import Stage
from game.screens.talk.foot import ACTS
from game.screens.talk.spoken import Telling
from tests.screens.driving import Driver
from tests.screens.talk.tables import at_the_table, exchanges, later, shipped, until_choices

OPENED = {"menu": "MenuScreen", "log": "BacklogScreen", "notes": "NotebookScreen"}


@pytest.fixture
def talk(tmp_path):
    return until_choices(at_the_table(Driver(tmp_path), "s00"))


def click(driver, rect, button=1):
    at = driver.app.theme.at(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2)
    return driver.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button))


def test_the_tabulator_goes_through_choices_and_buttons_and_comes_round(talk):
    seen = []
    for _ in range(2 + len(ACTS) + 1):
        talk.keys(pygame.K_TAB)
        seen.append(talk.screen.foot.focus or talk.screen.column.focus)
    assert seen == [0, 1, *ACTS, 0]
    talk.keys(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert talk.screen.foot.focus == list(ACTS)[-1]


@pytest.mark.parametrize(("mod", "end"), [(0, 0), (pygame.KMOD_SHIFT, -1)])
def test_while_what_was_said_stays_lit_the_tabulator_goes_to_the_buttons(talk, mod, end):
    talk.keys(pygame.K_2)
    assert talk.screen.picking.waiting
    talk.keys(pygame.K_TAB, mod=mod)
    assert talk.screen.foot.focus == list(ACTS)[end]
    assert talk.screen.column.focus == 1, "it stays lit"


@pytest.mark.parametrize("lean", [False, True])
def test_left_and_right_lead_to_the_buttons_up_and_down_back_to_the_choices(talk, lean):
    def step(axis, way, key):
        if lean:
            talk.lean(axis, way)
            talk.lean(axis, 0.0)
        else:
            talk.keys(key)

    step(pygame.CONTROLLER_AXIS_LEFTX, 1.0, pygame.K_RIGHT)
    assert (talk.screen.foot.focus, talk.screen.column.focus) == ("menu", None)
    step(pygame.CONTROLLER_AXIS_LEFTX, -1.0, pygame.K_LEFT)
    assert talk.screen.foot.focus == "skip"
    step(pygame.CONTROLLER_AXIS_LEFTY, 1.0, pygame.K_DOWN)
    assert (talk.screen.foot.focus, talk.screen.column.focus) == (None, 0)


@pytest.mark.parametrize("hand", ["keys", "mouse", "pad"])
@pytest.mark.parametrize("name", ACTS)
def test_every_button_by_every_hand(talk, name, hand):
    if hand == "mouse":
        click(talk, talk.screen.foot.placed[name])
    else:
        steps = 1 + list(ACTS).index(name)
        if hand == "keys":
            talk.keys(*[pygame.K_RIGHT] * steps, pygame.K_RETURN)
        else:
            talk.pad(*[pygame.CONTROLLER_BUTTON_DPAD_RIGHT] * steps, pygame.CONTROLLER_BUTTON_A)
    if name in OPENED:
        assert talk.kind == OPENED[name]
    else:
        assert getattr(talk.screen.going, name)
    assert talk.backstage.play.meeting.path == ()


def test_hints_name_the_keys_of_the_hand_last_used(talk):
    talk.keys(pygame.K_q)
    assert {"1–2 選ぶ", "Esc", "L"} <= set(talk.texts)
    talk.pad(99)
    assert {"A 決める", "B", "Y"} <= set(talk.texts)
    talk.round(pygame.event.Event(pygame.MOUSEMOTION, pos=(9, 9), rel=(9, 9), buttons=(0, 0, 0)))
    assert "クリックで選ぶ" in talk.texts
    assert not {"B", "Esc"} & set(talk.texts)


def test_auto_and_skip_show_while_they_are_on(talk):
    before = talk.pixels()
    talk.keys(pygame.K_a)
    lit = talk.pixels()
    assert lit != before
    talk.keys(pygame.K_a)
    assert talk.pixels() == before


@pytest.mark.parametrize("by", ["auto", "skip"])
@pytest.mark.parametrize("hand", ["keys", "mouse", "pad"])
def test_what_is_pressed_when_auto_or_skip_reach_the_choices_picks_nothing(tmp_path, hand, by):
    driver = shipped(tmp_path)
    driver.backstage.begin(driver.backstage.open("friday-checklist"))
    play = driver.backstage.play
    if by == "skip":
        told = Telling(play.scenario, "青い鉛筆").scene(play.meeting.view)
        play.read |= {spoken.mark for spoken in told}
    driver.go("talk").keys(pygame.K_a if by == "auto" else pygame.K_s)
    for _ in range(2000):
        if driver.screen.flow.stage is Stage.CHOOSING:
            break
        later(driver, 0.05)
    assert driver.screen.flow.stage is Stage.CHOOSING
    driver.screen.column.focus = 0
    driver.app.draw()
    act(driver, hand)
    assert play.meeting.path == ()
    later(driver, GUARD_SECONDS + 0.05)
    act(driver, hand)
    assert len(play.meeting.path) == 1


def act(driver, hand):
    if hand == "keys":
        driver.keys(pygame.K_1)
    elif hand == "pad":
        driver.pad(pygame.CONTROLLER_BUTTON_A)
    else:
        click(driver, driver.screen.column._rows[0].rect)


def test_what_was_read_is_skipped_in_the_next_meeting_and_forgotten_with_the_record(tmp_path):
    driver = exchanges(at_the_table(shipped(tmp_path)), 3)
    driver.keys(pygame.K_ESCAPE)
    driver.click("shelf")
    again = at_the_table(driver)
    first = again.screen.flow.current
    assert again.screen.flow.known
    again.keys(pygame.K_s)
    later(again, 3)
    assert again.screen.flow.stage is Stage.CHOOSING
    assert first in again.screen.flow.past
    again.keys(pygame.K_ESCAPE)
    again.click("shelf")
    for kept in again.backstage.records.of("青い鉛筆"):
        again.backstage.records.delete(kept.file)
    assert not at_the_table(again).screen.flow.known


def test_what_was_read_survives_a_kill(tmp_path):
    driver = until_choices(at_the_table(shipped(tmp_path)))
    line = driver.screen.flow.past[0]
    killed = shipped(tmp_path)
    killed.backstage.begin(killed.backstage.open("friday-checklist"))
    assert line.mark in killed.backstage.play.read


@pytest.mark.parametrize("end", [lambda app: app.go("shelf"), lambda app: app.quit()])
def test_what_was_read_of_a_scene_is_kept_however_one_goes(tmp_path, end):
    driver = at_the_table(shipped(tmp_path))
    driver.keys(pygame.K_SPACE)  # the first line is complete, and the next one not begun
    line = driver.screen.flow.current
    leave(driver.app, lambda: end(driver.app))
    if not driver.app.running:
        driver.app.run()
    trainee = driver.backstage.settings.trainee
    assert driver.backstage.records.readings.of(trainee, "friday-checklist") == {line.mark}


def test_where_nothing_is_kept_nothing_is_remembered_but_this_meeting_knows(tmp_path):
    driver = shipped(tmp_path)
    driver.backstage.open("friday-checklist")
    driver.go("talk")
    until_choices(driver)
    assert driver.screen.flow.read
    assert not driver.backstage.records.readings.folder.exists()


def test_skipping_something_new_says_so(tmp_path):
    driver = at_the_table(shipped(tmp_path)).keys(pygame.K_s)
    assert not driver.screen.going.skip
    assert "ここから先は初めてです" in driver.texts
    later(driver, 3)
    assert "ここから先は初めてです" not in driver.texts


def test_skipping_by_a_held_key_ends_with_it_even_under_a_sheet_of_paper(tmp_path):
    driver = at_the_table(shipped(tmp_path))
    driver.screen.flow.known = True
    driver.hold(pygame.K_s)
    assert driver.screen.going.skip
    driver.keys(pygame.K_l)
    driver.clock.now += 1
    driver.let_go(pygame.K_s)
    assert not driver.app.up[0].going.skip


def test_a_window_nobody_looks_at_waits_with_auto(tmp_path):
    driver = at_the_table(shipped(tmp_path)).keys(pygame.K_SPACE, pygame.K_a)
    line = driver.screen.flow.current
    driver.round(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    later(driver, 60, step=1)
    assert driver.screen.flow.current is line
    driver.round(pygame.event.Event(pygame.WINDOWFOCUSGAINED))
    later(driver, 20)
    assert driver.screen.flow.current is not line


def test_a_gamepad_pulled_out_in_the_middle_loses_nothing(tmp_path):
    driver = until_choices(exchanges(at_the_table(shipped(tmp_path)), 2))
    before, path = driver.screen.flow.past[:], driver.backstage.play.meeting.path
    driver.pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN, number=1)
    driver.lean(pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 1.0, number=1)
    driver.round(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=1))
    later(driver, 1)
    assert driver.screen.flow.past == before
    driver.keys(pygame.K_2)
    assert driver.backstage.play.meeting.path[:-1] == path


PRESSES = st.lists(
    st.sampled_from(
        [
            pygame.K_SPACE, pygame.K_SPACE, pygame.K_SPACE, pygame.K_RETURN, pygame.K_1, pygame.K_2,
            pygame.K_a, pygame.K_s, pygame.K_l, pygame.K_F2, pygame.K_MINUS, pygame.K_PLUS, pygame.K_DOWN,
            pygame.K_TAB, None, None, None,
        ]
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(presses=PRESSES, seed=st.integers(0, 99))
def test_whatever_is_pressed_in_the_window_no_line_is_lost_or_told_twice(tmp_path_factory, presses, seed):
    driver = at_the_table(shipped(tmp_path_factory.mktemp("home")))
    chance = random.Random(seed)
    seen = 0
    for key in presses:
        if key is None:
            later(driver, chance.choice([0.1, 0.5, 2.0]), step=0.1)
        else:
            driver.keys(key)
        talk, meeting = driver.app.up[0], driver.backstage.play.meeting
        flow, answered = talk.flow, talk.picking.answered
        telling = Telling(driver.backstage.play.scenario, "青い鉛筆")
        told = [
            *telling.before(meeting.exchanges[:answered], meeting.views[: answered + 1]),
            *telling.scene(meeting.views[answered]),
        ]
        current = [] if flow.current is None else [flow.current]
        assert [*flow.past, *current, *flow.queue] == told
        position = len(flow.past) + len(current)
        assert position >= seen
        seen = position
