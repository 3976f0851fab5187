"""Talks at which a test sits down: the shipped first scenario, or the small one of the driver."""

import shutil
from pathlib import Path

import pygame

from game.screens.hands import GUARD_SECONDS
from game.screens.talk.flow import Stage
from tests.screens.driving import Driver

SHIPPED = Path(__file__).parents[3] / "scenarios"


def shipped(home, **parts):
    """A window with the shipped first scenario, in both languages, on the shelf."""
    driver = Driver(home, scenarios=0, **parts)
    for file in SHIPPED.glob("friday-checklist*"):
        shutil.copy(file, driver.library.shipped / file.name)
    return driver


def at_the_table(driver, scenario="friday-checklist"):
    """Begin a meeting, and sit down."""
    driver.backstage.begin(driver.backstage.open(scenario))
    return driver.go("talk")


def until_choices(driver):
    """Hurry until choices are on offer and may be picked."""
    for _ in range(60):
        if driver.screen.flow.stage is Stage.CHOOSING:
            break
        driver.keys(pygame.K_SPACE)
    return later(driver, GUARD_SECONDS + 0.1)


def later(driver, seconds, step=0.05):
    """Time passes as it does in a window."""
    for _ in range(max(1, round(seconds / step))):
        driver.clock.now += step
        driver.round()
    return driver


def exchanges(driver, count):
    """Play on until so many choices were made, always the first one, and answered."""
    path = driver.backstage.play.meeting
    while len(path.path) < count:
        until_choices(driver).keys(pygame.K_1)
        later(driver, 0.5)
    return driver


def above_the_foot(driver):
    """The pixels of everything but the last lines, whose hints name the keys of the hand last used."""
    driver.app.draw()
    area = driver.app.theme.rect((0, 0, 1280, 670))
    return pygame.image.tobytes(driver.app.surface.subsurface(area), "RGB")
