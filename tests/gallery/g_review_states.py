"""After the reveal: a meeting looked back on."""

import random

import pygame

from game.screens.hands import GUARD_SECONDS
from game.screens.review.reflect import ReflectScreen
from tests.gallery.c_end_states import over
from tests.gallery.end_stories import CAVED, DUES, QUIET
from tests.gallery.registry import state
from tests.screens.meetings import Working, let_pass


def compared(driver):
    """Let the exact analysis be there."""
    play = driver.backstage.play
    play._background = Working(play, 1)
    return driver


def turned(driver, name):
    """This page lies open, as after a press on its name."""
    driver.screen.focus = name
    driver.screen.open_page(name)
    return driver.round()


def looked_back(booth, path=CAVED, **settings):
    return compared(over(booth, DUES, path, **settings)).go("review")


@state("review", meaning=True)
def review_of_what_was_lost(booth):
    return looked_back(booth)


@state("review", meaning=True)
def review_of_promises(booth):
    return turned(looked_back(booth), "promises")


@state("review", meaning=True)
def review_of_what_was_expected(booth):
    driver = over(booth, DUES, QUIET)
    driver.backstage.play.predict("partner", "confident")
    return turned(compared(driver).go("review"), "trust")


@state("review")
def review_waiting_for_the_analysis(booth):
    driver = over(booth, DUES, CAVED)
    driver.backstage.play._background = Working(driver.backstage.play, 10_000)
    return turned(driver.go("review"), "tells")


def shipped(booth, seed=3):
    """The first steps as they are shipped, played by chance."""
    driver = booth.shipped("first-steps")
    play = driver.backstage.open("first-steps")
    driver.backstage.begin(play)
    chance = random.Random(seed)
    while not play.meeting.ended:
        play.choose(chance.choice(play.meeting.view.choices).id)
    return compared(driver)


@state("review", meaning=True)
def review_of_three_moments(booth):
    return shipped(booth).go("review")


@state("review")
def review_of_the_third_moment(booth):
    return shipped(booth).go("review").keys(pygame.K_3)


@state("review", meaning=True)
def review_of_signs(booth):
    driver = shipped(booth).go("review")
    return turned(driver, "tells")


# ── a moment tried again ────────────────────────────────────────────────────────────────────────


def tried(booth, seed=3):
    """The moment of the largest loss, once presses count."""
    driver = shipped(booth, seed).go("review").keys(pygame.K_RETURN)
    driver.clock.now += GUARD_SECONDS
    return driver


@state("practice")
def practice_of_a_moment(booth):
    return tried(booth)


@state("practice")
def practice_with_a_hint_and_what_is_out(booth):
    return tried(booth).click("hint").click("hint")


@state("practice")
def practice_with_the_solution(booth):
    return tried(booth).click("solution")


@state("practice", meaning=True)
def practice_of_what_gives_something_up(booth):
    driver = tried(booth)
    ways = driver.screen.attempt.ways
    return picked(driver, min(ways.after, key=lambda each: (ways.after[each], each)))


@state("practice")
def practice_of_what_holds(booth):
    driver = tried(booth)
    ways = driver.screen.attempt.ways
    return picked(driver, max(ways.after, key=lambda each: (ways.after[each], each)))


def picked(driver, choice):
    """This choice said, and the press that follows counted."""
    driver.screen.pick(choice)
    driver.clock.now += GUARD_SECONDS
    return driver.round()


@state("practice", meaning=True)
def practice_compared(booth):
    driver = tried(booth)
    while driver.kind == "PracticeScreen":
        ways = driver.screen.attempt.ways
        picked(driver, max(ways.after, key=lambda each: (ways.after[each], each)))
        driver.screen.go_on()
        driver.round()
    return driver


@state("practice")
def practice_left_on_the_way(booth):
    return practice_of_what_holds(booth).click("leave")


# ── in one's own words ──────────────────────────────────────────────────────────────────────────


def writing(booth):
    """The three questions after a meeting."""
    driver = over(booth, DUES, CAVED)
    driver.app.show(ReflectScreen(driver.app, driver.backstage.play, driver.app.made("review")))
    return driver.round()


@state("reflect")
def reflect_with_nothing_written(booth):
    return writing(booth)


@state("reflect")
def reflect_with_all_three_written(booth):
    driver = writing(booth)
    told = booth.text(
        "手順の一枚を、先に渡せた。相手の話が、そこから変わった。",
        "I gave them the page first. It changed how they talked.",
    )
    driver.type(told).keys(pygame.K_RETURN)
    driver.type(booth.text("約束の期日を、こちらから言わなかった。", "I never named a day for the list."))
    driver.keys(pygame.K_RETURN)
    return driver.type(booth.text("期日は、必ず自分から言う。", "I name the day myself, every time."))


@state("reflect")
def reflect_while_an_input_method_composes(booth):
    driver = writing(booth)
    return driver.type("手順の").compose("いちまい", 2)


# ── over several meetings ───────────────────────────────────────────────────────────────────────


def several(booth, *paths):
    """The review of the last of these meetings, the others read."""
    driver = booth.window(DUES)
    for number, path in enumerate(paths):
        play = driver.backstage.open("due")
        driver.backstage.begin(play)
        for choice in path:
            play.choose(choice)
        if number != 1:
            play.predict("vendor", "unsure")
        play.end()
    compared(driver).go("review")
    let_pass(driver, 1)
    return driver


@state("review", meaning=True)
def review_beside_the_last_time(booth):
    return turned(several(booth, CAVED, QUIET), "earlier")


@state("review")
def review_of_all_meetings(booth):
    return turned(several(booth, CAVED, ("silent", "cave"), ("careful", "cave"), QUIET), "progress")
