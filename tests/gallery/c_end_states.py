"""After a meeting: what comes due, the passbook printed, stamped and asked."""

from unittest.mock import patch

import pygame

from game.core.scenario import BANDS
from game.screens.hand_in import HandIn
from game.screens.hands import GUARD_SECONDS
from tests.gallery.end_stories import CAVED, DUES, QUIET, ledger, ledger_path
from tests.gallery.registry import add, state
from tests.screens.meetings import Working, let_pass


def over(booth, story, path, **settings):
    """A meeting of a story that has ended on this path."""
    driver = booth.window(story, **settings)
    play = driver.backstage.open(story["id"])
    driver.backstage.begin(play)
    for choice in path:
        play.choose(choice)
    return driver


def done(driver):
    """Hurry the paced part to its end, and let hands count again."""
    if not driver.screen.now.over:
        driver.keys(pygame.K_RETURN)
    driver.clock.now += GUARD_SECONDS
    return driver.round()


# ── what the trainee expects ────────────────────────────────────────────────────────────────────


def asked(booth, **settings):
    """The two questions before the reveal, once presses count."""
    driver = over(booth, DUES, QUIET, **settings).go("prediction")
    driver.clock.now += GUARD_SECONDS
    return driver


@state("prediction")
def prediction_asked(booth):
    return asked(booth)


@state("prediction")
def prediction_with_a_feeling(booth):
    return asked(booth).keys(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN)


@state("prediction")
def prediction_that_could_not_be_kept(booth):
    driver = asked(booth)
    with patch.object(type(driver.backstage.play.record), "predict", _no_room):
        return driver.keys(pygame.K_4)


# ── what comes due ──────────────────────────────────────────────────────────────────────────────


@state("settlement", moving=True)
def settlement_begins(booth):
    driver = over(booth, DUES, CAVED).go("settlement")
    let_pass(driver, 0.3)
    return driver


@state("settlement", moving=True)
def settlement_midway(booth):
    driver = over(booth, DUES, CAVED).go("settlement")
    let_pass(driver, 3.4)
    return driver


@state("settlement", meaning=True)
def settlement_with_many_dues(booth):
    return over(booth, DUES, CAVED).go("settlement").keys(pygame.K_RETURN)


@state("settlement")
def settlement_quiet(booth):
    return over(booth, DUES, QUIET).go("settlement").keys(pygame.K_RETURN)


# ── the reveal ──────────────────────────────────────────────────────────────────────────────────


@state("reveal", moving=True)
def reveal_printing(booth):
    driver = over(booth, ledger(), ledger_path("credited")).go("reveal")
    let_pass(driver, 1.3)
    return driver


@state("reveal", moving=True)
def reveal_being_stamped(booth):
    driver = over(booth, ledger(), ledger_path("credited")).go("reveal")
    let_pass(driver, driver.screen._printing.seconds - 1.1)
    return driver


@state("reveal", meaning=True)
def reveal_with_many_dues(booth):
    return done(over(booth, DUES, CAVED).go("reveal"))


@state("reveal")
def reveal_quiet(booth):
    return done(over(booth, DUES, QUIET).go("reveal"))


@state("reveal", meaning=True)
def reveal_of_what_was_expected(booth):
    driver = over(booth, DUES, QUIET)
    driver.backstage.play.predict("trusted", "confident")
    driver.backstage.play._background = Working(driver.backstage.play, 1)
    done(driver.go("reveal"))
    let_pass(driver, 1)
    return driver


@state("reveal", meaning=True)
def reveal_with_a_row_asked(booth):
    driver = reveal_with_many_dues(booth)
    return driver.keys(pygame.K_LEFT, *[pygame.K_UP] * 3)


@state("reveal")
def reveal_with_the_first_row_asked(booth):
    driver = reveal_quiet(booth)
    return driver.keys(pygame.K_LEFT, *[pygame.K_UP] * 12)


@state("reveal")
def reveal_waiting_for_the_analysis(booth):
    driver = over(booth, DUES, CAVED)
    driver.backstage.play._background = Working(driver.backstage.play, 10_000)
    return done(driver.go("reveal"))


@state("reveal")
def reveal_with_the_analysis(booth):
    driver = over(booth, DUES, QUIET)
    driver.backstage.play._background = Working(driver.backstage.play, 1)
    done(driver.go("reveal"))
    let_pass(driver, 1)
    return driver


@state("reveal")
def reveal_of_a_long_passbook(booth):
    return done(over(booth, ledger(34), ledger_path("trusted", 34)).go("reveal"))


@state("reveal")
def reveal_of_a_long_passbook_at_its_beginning(booth):
    return reveal_of_a_long_passbook(booth).keys(pygame.K_HOME)


@state("reveal")
def reveal_that_could_not_be_kept(booth):
    driver = over(booth, DUES, QUIET)
    with patch.object(type(driver.backstage.play.record), "close", _no_room):
        return driver.go("reveal")


def _no_room(*_, **__):
    raise OSError(28, "No space left on device")


for _band in BANDS:

    def _ended(booth, band=_band):
        return done(over(booth, ledger(), ledger_path(band)).go("reveal"))

    add("reveal", f"reveal-{_band}".replace("_", "-"), _ended, meaning=True)


# ── handing in ──────────────────────────────────────────────────────────────────────────────────


def to_hand_in(booth):
    """A finished meeting's file and code."""
    driver = over(booth, DUES, CAVED)
    play = driver.backstage.play
    play.predict("credited", "sure")
    play.end()
    kept = driver.library.records(play.record.file.parent).read(play.record.file)
    driver.app.show(HandIn(driver.app, kept))
    return driver.round()


@state("hand in")
def handing_in(booth):
    return to_hand_in(booth)


@state("hand in")
def handing_in_with_own_words(booth):
    return to_hand_in(booth).keys(pygame.K_UP, pygame.K_RIGHT, pygame.K_RETURN)


@state("hand in")
def handed_in(booth):
    return to_hand_in(booth).keys(pygame.K_RETURN)
