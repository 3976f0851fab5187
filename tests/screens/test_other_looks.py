"""What is remembered never shows: a window that has had other looks is the same as one that has had none."""

import random
import sys

import pygame
import pytest

from game.screens.paint import forget_pictures
from tests.gallery.booth import Look, other
from tests.gallery.registry import states

SIZES = ((1280, 720), (1024, 768), (1600, 900), (900, 640))
TEXTS = (100, 125, 150, 200)


NAMES = (
    "who-with-names-known", "shelf-with-few", "findings", "brief", "talk-with-2-choices", "menu-of-the-talk",
    "notebook-full", "coached-with-many-entries", "prediction-asked", "settlement-midway",
    "reveal-with-the-analysis", "settings", "help-over-the-talk",
)  # fmt: skip
"""One state of each screen with nothing scrolled away: where one has read to may change with a size."""


def one_of_each_screen():
    return [next(each for each in states() if each.name == name) for name in NAMES]


def look_otherwise(driver, chance):
    """Resize the window, or change its text, its colours or its language, as a hand would."""
    app = driver.app
    change = chance.choice(("size", "text", "contrast", "colours", "language", "furigana"))
    if change == "size":
        resized(driver, chance.choice(SIZES))
    elif change == "language":
        app.switch_language()
    else:
        settings = {
            "text": {"text_percent": chance.choice(TEXTS)},
            "contrast": {"contrast": chance.random() < 0.5},
            "colours": {"safe_colours": chance.random() < 0.5},
            "furigana": {"furigana": chance.random() < 0.5},
        }
        driver.backstage.change(**settings[change])
        app.take_settings()
    app.draw()


def resized(driver, size):
    """The window as somebody has dragged it."""
    pygame.display.set_mode(size, pygame.RESIZABLE)
    driver.app.resized()


def back_again(driver, look):
    """Everything as it was in this look."""
    resized(driver, look.size)
    if driver.backstage.lang != look.lang:
        driver.app.switch_language()
    driver.backstage.change(
        text_percent=look.percent,
        contrast=look.contrast == "high",
        safe_colours=look.safe,
        furigana=look.furigana,
    )
    driver.app.take_settings()
    driver.app.draw()


def forget_all(driver):
    """Nothing that was drawn, set or opened before is remembered."""
    for name, module in list(sys.modules.items()):
        if name.startswith("game.screens") and module is not None:
            for each in list(vars(module).values()):
                if hasattr(each, "cache_clear"):
                    each.cache_clear()
    forget_pictures()
    driver.app.retheme()


@pytest.mark.parametrize("state", one_of_each_screen(), ids=lambda state: state.name)
def test_other_looks_leave_nothing_behind(tmp_path, state):
    chance = random.Random(state.name)
    look = other(Look(), size=chance.choice(SIZES), lang=chance.choice(("ja", "en")))
    driver = state.drawn(tmp_path, look)
    at_first = driver.pixels()
    for _ in range(4):
        look_otherwise(driver, chance)
    back_again(driver, look)
    assert driver.pixels() == at_first
    driver.app.draw()
    assert driver.pixels() == at_first, "what is remembered differs from what was drawn"
    forget_all(driver)
    driver.app.draw()
    assert driver.pixels() == at_first, "what is drawn anew differs from what was remembered"
