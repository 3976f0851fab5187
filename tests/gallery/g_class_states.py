"""A class before a projector: every page, held back and revealed, and classes of several sizes."""

import time
from dataclasses import replace
from functools import partial

import pygame

from game.classroom.reading import Reading
from game.screens.class_room.class_help import ClassHelp
from game.screens.class_room.class_screen import ClassScreen
from tests.gallery.registry import add, state
from tests.screens.class_room.sample import sample


def _class(booth, *, size=40, begin="", figures=None, **parts):
    """A window with a class in it."""
    driver = booth.window()
    shown = figures or [sample(size, booth.look.lang, **parts)]
    return _read(driver, ClassScreen(driver.app, lambda _: shown, begin=begin))


def _read(driver, screen):
    """The window with this screen in it, when all has been read."""
    driver.app.show(screen)
    for _ in range(400):
        driver.round()
        if screen._reading is None:
            return driver
        time.sleep(0.01)
        driver.clock.now += 0.06
    raise AssertionError("the class was not read")


PAGES = ("overview", "curves", "principles", "promises", "predictions", "resolves", "troubles")
for key in PAGES:
    add("class", f"class-{key}", partial(_class, begin=key), meaning=True)
for many, key in ((6, "overview"), (200, "curves"), (200, "principles")):
    add("class", f"class-of-{many}-{key}", partial(_class, begin=key, size=many), meaning=True)


@state("class")
def class_decision_held_back(booth):
    return _class(booth, begin="decision:references")


@state("class", meaning=True)
def class_decision_revealed(booth):
    return class_decision_held_back(booth).keys(pygame.K_SPACE)


@state("class")
def class_decision_to_take_along(booth):
    return class_decision_revealed(booth).keys(pygame.K_PAGEDOWN)


@state("class")
def class_decision_with_names(booth):
    return class_decision_revealed(booth).keys(pygame.K_n)


@state("class", meaning=True)
def class_decision_of_six_choices(booth):
    return _class(booth, begin="decision:price").keys(pygame.K_SPACE)


@state("class", meaning=True)
def class_two_branches(booth):
    return class_decision_held_back(booth).keys(pygame.K_b)


@state("class")
def class_plan_being_chosen(booth):
    return _class(booth).keys(pygame.K_p, pygame.K_RIGHT)


@state("class")
def class_by_a_plan(booth):
    return class_plan_being_chosen(booth).keys(pygame.K_SPACE, pygame.K_RIGHT)


@state("class")
def class_of_four(booth):
    return _class(booth, size=4)


@state("class", meaning=True)
def class_without_an_offer(booth):
    return _class(booth, value=False)


@state("class")
def class_of_several_scenarios(booth):
    one = sample(40, booth.look.lang)
    other = replace(sample(12, booth.look.lang), hash="77aa" * 16)
    third = replace(
        sample(23, booth.look.lang),
        scenario_id="third",
        hash="1234" * 16,
        title=booth.text("値引きを求められた日", "The Day They Asked for a Discount"),
    )
    return _class(booth, figures=[one, other, third]).keys(pygame.K_DOWN)


@state("class")
def class_that_cannot_be_read(booth):
    def load(_):
        raise FileNotFoundError(2, "No such file or directory", "class-3b")

    driver = booth.window()
    return _read(driver, ClassScreen(driver.app, load))


@state("class")
def class_while_it_is_read(booth):
    driver, reading = booth.window(), Reading()
    reading.found(100_000, 60_000)
    reading.telling("reading")(40_000, 100_000)

    def load(_):
        time.sleep(5)
        return []

    driver.app.show(ClassScreen(driver.app, load, reading=reading))
    return driver.round()


@state("class")
def class_of_which_a_part_is_read(booth):
    driver, reading = booth.window(), Reading()
    shown = [sample(40, booth.look.lang)]
    reading.found(100_000, 60_000)
    reading.stop()
    return _read(driver, ClassScreen(driver.app, lambda _: shown, reading=reading))


@state("class")
def class_asked_while_it_is_read(booth):
    return class_while_it_is_read(booth).keys(pygame.K_ESCAPE)


@state("class")
def class_keys(booth):
    driver = _class(booth)
    driver.app.lay_over(ClassHelp(driver.app))
    return driver.round()


@state("class")
def class_asked_whether_to_close(booth):
    return _class(booth).keys(pygame.K_ESCAPE)
