"""Blinking and breathing: a steady rhythm that knows nothing of the meeting, drawn only where it shows."""

from itertools import pairwise

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.motion import BLINK_PAUSES, BREATH, BREATH_FRAMES
from game.screens.talk.life import Life
from tests.screens.driving import Driver

NAMES = st.text(min_size=1, max_size=12)
STEP = 1 / 200


def blinks(life, seconds):
    """When each blink begins, and how long it takes."""
    found, begun = [], None
    for tick in range(int(seconds / STEP)):
        shut = life.at(tick * STEP).blink > 0
        if shut and begun is None:
            begun = tick * STEP
        elif not shut and begun is not None:
            found.append((begun, tick * STEP - begun))
            begun = None
    return found


@settings(max_examples=20)
@given(NAMES)
def test_lids_are_down_for_a_moment_every_few_seconds(name):
    found = blinks(Life(name), 100)
    assert all(0.13 < length < 0.17 for _, length in found)
    for (one, _), (other, _) in pairwise(found):
        pause = other - one
        double = pause < 0.5
        assert double or BLINK_PAUSES[0] - 0.3 < pause < BLINK_PAUSES[1] + 0.1


@given(NAMES, st.floats(0, 1e5))
def test_between_two_looks_no_blink_is_missed(name, now):
    life = Life(name)
    then = life.next(now)
    assert now <= then <= now + 1 / BREATH_FRAMES + 1e-6
    for share in (0.1, 0.5, 0.9):
        assert life.at(now + share * (then - now)).blink == life.at(now).blink


@given(NAMES)
def test_a_breath_takes_about_four_seconds_and_begins_again(name):
    life = Life(name)
    assert BREATH[0] <= life.breath_seconds <= BREATH[1]
    again = life.at(7.0 + life.breath_seconds).breath
    assert again == pytest.approx(life.at(7.0).breath, abs=1e-6)


def test_two_people_do_not_blink_together_and_one_always_blinks_alike():
    assert blinks(Life("田辺 由紀"), 60) == blinks(Life("田辺 由紀"), 60)
    assert blinks(Life("田辺 由紀"), 60) != blinks(Life("江口 正"), 60)


@pytest.fixture
def driver(tmp_path):
    """A talk whose line is written, so that nothing but the person moves."""
    driver = Driver(tmp_path)
    driver.backstage.begin(driver.backstage.open("s00"))
    driver.go("talk")
    return driver.keys(pygame.K_SPACE)


def pictures(driver, seconds=8.0):
    """The different pictures that are seen, looked at every fiftieth of a second."""
    seen = set()
    for _ in range(int(50 * seconds)):
        driver.clock.now += 0.02
        driver.app.round()
        seen.add(hash(driver.pixels()))
    return seen


def test_what_is_drawn_in_part_is_what_would_be_drawn_whole(driver, monkeypatch):
    drawn: list[pygame.Rect] = []
    update = pygame.display.update

    def and_again_whole(rect):
        update(rect)
        part = driver.pixels()
        if rect != driver.app.surface.get_rect():
            drawn.append(rect)
            driver.app.draw()
            assert driver.pixels() == part

    monkeypatch.setattr(pygame.display, "update", and_again_whole)
    pictures(driver)
    assert len(drawn) > 8


def test_only_the_person_is_drawn_anew(driver, monkeypatch):
    updated: list[pygame.Rect] = []
    monkeypatch.setattr(pygame.display, "update", updated.append)
    pictures(driver)
    assert len(updated) > 8
    half = driver.app.theme.rect((0, 0, 640, 720))
    assert all(half.contains(rect) for rect in updated)
    assert len(updated) < 8 * BREATH_FRAMES


def test_reduced_motion_stills_it(driver):
    driver.backstage.change(reduced_motion=True)
    driver.app.take_settings()
    driver.round()
    assert len(pictures(driver)) == 1


@pytest.mark.parametrize("away", [pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN])
def test_a_window_nobody_looks_at_rests(driver, away):
    driver.round(pygame.event.Event(away))
    assert len(pictures(driver)) == 1
    assert driver.app._wake is None
    driver.round(pygame.event.Event(pygame.WINDOWFOCUSGAINED))
    assert len(pictures(driver)) > 2


def test_nobody_lives_under_a_sheet_of_paper(driver):
    driver.keys(pygame.K_n)
    assert driver.kind == "NotebookScreen"
    assert len(pictures(driver)) == 1
