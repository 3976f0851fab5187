"""The settlement: ninety days turn, rest at what comes due, and never say what it costs."""

import re
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.hands import GUARD_SECONDS
from game.screens.pace import Turning
from tests.screens.meetings import CAVED, QUIET, ended, let_pass


@pytest.fixture
def caved(tmp_path):
    return ended(tmp_path, CAVED).go("settlement")


def shown(driver):
    return [due.text for due in driver.screen.dues if due.text in driver.texts]


def test_things_come_up_on_their_day_and_stay(caved):
    before: list[str] = []
    for _ in range(60):
        let_pass(caved, 0.25)
        now = shown(caved)
        assert now[: len(before)] == before
        before = now
    assert len(before) == len(caved.screen.dues) == 5


def test_what_comes_due_is_told_with_its_day_and_without_amounts(caved):
    let_pass(caved, 15)
    texts = " ".join(caved.texts)
    for what in ("約束の期日が過ぎた", "勘違いが表に出た", "嘘が露見した", "譲った分のつけが回ってきた"):
        assert what in texts
    assert "3月23日（月）" in texts
    assert "二十日以内に青い鉛筆が一覧を送る" in texts
    assert not re.search(r"[−+-]\d", texts)
    credit = {str(abs(entry.amount)) for entry in caved.backstage.play.reveal().entries if entry.amount}
    assert not credit & set(caved.texts)


def test_ninety_quiet_days_are_told_at_their_end(tmp_path):
    driver = ended(tmp_path, QUIET).go("settlement")
    let_pass(driver, 1)
    assert "九十日が、静かに過ぎた。" not in driver.texts
    let_pass(driver, 6)
    assert "九十日が、静かに過ぎた。" in driver.texts


def test_it_sleeps_when_the_last_leaf_lies_there(caved):
    let_pass(caved, 15)
    assert caved.app._wake is None


@pytest.mark.parametrize("hurry", ["enter", "space", "click", "pad"])
def test_any_hand_hurries_it_and_the_next_press_opens_the_passbook(caved, hurry):
    def press():
        if hurry == "click":
            caved.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(40, 700), button=1))
        elif hurry == "pad":
            caved.pad(pygame.CONTROLLER_BUTTON_A)
        else:
            caved.keys(pygame.K_RETURN if hurry == "enter" else pygame.K_SPACE)

    let_pass(caved, 0.5)
    press()
    assert caved.screen.moment.over
    assert len(shown(caved)) == 5
    press()
    assert caved.kind == "SettlementScreen", "a second press at once is deaf"
    caved.clock.now += GUARD_SECONDS
    press()
    assert caved.kind == "RevealScreen"


def test_the_button_opens_the_passbook(caved):
    caved.keys(pygame.K_RETURN)
    caved.clock.now += GUARD_SECONDS
    caved.click("open")
    assert caved.kind == "RevealScreen"


def test_escape_leaves_to_the_shelf_where_the_meeting_can_be_gone_on_with(caved):
    caved.keys(pygame.K_ESCAPE)
    assert caved.kind == "ShelfScreen"
    assert [kept.path for kept in caved.backstage.unfinished()] == [CAVED]


def test_the_language_is_switched_on_the_spot(caved):
    let_pass(caved, 3)
    day = caved.screen.moment.day
    caved.keys(pygame.K_F2)
    assert caved.screen.moment.day == day
    assert "The next ninety days" in caved.texts
    assert any("Let a promise's date pass" in text for text in caved.texts)


def test_with_reduced_motion_nothing_turns(tmp_path):
    driver = ended(tmp_path, CAVED)
    driver.backstage.change(reduced_motion=True)
    driver.app.take_settings()
    driver.go("settlement")
    assert driver.screen.moment.over
    assert len(shown(driver)) == 5
    assert driver.app._wake is None


def test_while_something_lies_over_it_no_day_passes(caved):
    let_pass(caved, 1)
    day = caved.screen.moment.day
    caved.keys(pygame.K_F3)
    let_pass(caved, 3)
    caved.keys(pygame.K_ESCAPE)
    let_pass(caved, 0.05)
    assert caved.screen.moment.day - day < 5


@given(
    st.integers(1, 200).flatmap(
        lambda days: st.tuples(st.just(days), st.lists(st.integers(0, days), unique=True).map(sorted))
    )
)
def test_the_calendar_only_goes_on_and_reaches_every_stop(story):
    days, stops = story
    turning = Turning(days, stops)
    moments = [turning.at(turning.seconds * share / 200) for share in range(200)]
    moments.append(turning.at(turning.seconds))
    for one, later in pairwise(moments):
        assert one.day <= later.day
        assert one.stops <= later.stops
    assert moments[0].day == 0
    assert not moments[0].over
    assert moments[-1] == turning.at(1e9)
    assert (moments[-1].day, moments[-1].stops, moments[-1].over) == (days, len(stops), True)


@given(st.lists(st.integers(1, 89), unique=True, max_size=6).map(sorted))
def test_it_rests_at_every_stop(stops):
    turning = Turning(90, stops)
    for stop in stops:
        resting = [n for n in range(round(turning.seconds * 50)) if turning.at(n / 50).day == stop]
        assert len(resting) / 50 >= 0.6
    assert turning.seconds <= 15


@given(
    st.integers(1, 400).flatmap(
        lambda days: st.tuples(
            st.just(days), st.lists(st.integers(0, days), unique=True, max_size=8).map(sorted)
        )
    )
)
def test_leaves_fall_in_bundles_and_at_most_three_a_second(story):
    days, stops = story
    turning = Turning(days, stops)
    moments = [turning.at(n / 40) for n in range(round(turning.seconds * 40) + 1)]
    falls = [n / 40 for n, (one, later) in enumerate(pairwise(moments)) if later.top > one.top]
    assert all(later - one >= 1 for one, later in zip(falls, falls[4:], strict=False))
    assert all(one.falling <= one.top <= one.falling + days for one in moments)
    assert all(one.top <= later.top for one, later in pairwise(moments))
    assert all((one.falling == one.top) is (one.fallen == 0) for one in moments)
    assert (moments[-1].top, moments[-1].fallen) == (days, 0)
