"""Before a meeting: title, who is playing, the shelf, the brief."""

from unittest.mock import patch

import pygame

from game.core.scenario import BANDS
from game.screens.title import TitleScreen
from tests.gallery.busy_stories import LONG_BRIEF, busy, shelf_story
from tests.gallery.registry import add, state
from tests.gallery.stories import table


@state("title")
def title(booth):
    driver = booth.window()
    driver.app.show(TitleScreen(driver.app))
    return driver.round()


# ── who is playing ──────────────────────────────────────────────────────────────────────────────


@state("who")
def who_for_the_first_time(booth):
    return booth.window(trainee="").go("who")


@state("who")
def who_with_an_empty_line(booth):
    return who_for_the_first_time(booth).keys(pygame.K_BACKSPACE)


@state("who")
def who_with_names_known(booth):
    return _known(booth, 3)


@state("who")
def who_with_many_names_known(booth):
    return _known(booth, 14)


@state("who")
def who_while_typing(booth):
    driver = who_for_the_first_time(booth)
    return driver.type(booth.text("花子", "Hana")).keys(pygame.K_LEFT)


@state("who")
def who_while_composing(booth):
    driver = who_for_the_first_time(booth)
    return driver.type("山").compose("だはな", 2)


@state("who")
def who_with_too_long_a_name(booth):
    return who_for_the_first_time(booth).type(booth.text("長い名前の青い鉛筆と灯台守の人と", "W" * 15) * 2)


def _known(booth, count):
    driver = booth.window(table(2))
    names = [booth.text(f"{n + 1}番目の灯台", f"Lighthouse {n + 1}") for n in range(count)]
    for name in names:
        driver.backstage.be(name)
        driver.backstage.begin(driver.backstage.open("table"))
        driver.backstage.close()
    return driver.go("who")


# ── the shelf ───────────────────────────────────────────────────────────────────────────────────


@state("shelf")
def shelf_empty(booth):
    return booth.window().go("shelf")


@state("shelf")
def shelf_with_few(booth):
    return booth.shipped().go("shelf")


@state("shelf")
def shelf_with_many(booth):
    return booth.window(*map(shelf_story, range(14))).go("shelf")


@state("shelf")
def shelf_with_many_at_its_end(booth):
    return shelf_with_many(booth).keys(pygame.K_END)


@state("shelf", meaning=True)
def shelf_with_a_broken_file(booth):
    driver = booth.window(*map(shelf_story, range(3)))
    _break(driver)
    return driver.go("shelf")


@state("shelf")
def shelf_with_an_interrupted_meeting(booth):
    driver = booth.window(*map(shelf_story, range(3)), busy())
    driver.backstage.begin(driver.backstage.open("busy"))
    driver.backstage.play.choose("go")
    driver.backstage.close()
    return driver.go("shelf")


@state("shelf", meaning=True)
def shelf_with_a_stamp_of_each_band(booth):
    driver = booth.window(*map(shelf_story, range(6)))
    bands = {f"shelf-{n:02}": band for n, band in enumerate(BANDS)}
    driver.backstage.stamp = bands.get
    return driver.go("shelf")


@state("shelf")
def shelf_asking_whether_to_close(booth):
    return shelf_with_few(booth).keys(pygame.K_ESCAPE)


def _break(driver):
    file = driver.library.shipped / "shelf-01.yaml"
    file.write_text(file.read_text("utf-8").replace('"goto": "end"', '"goto": "nowhere"'), encoding="utf-8")


@state("findings", meaning=True)
def findings(booth):
    driver = shelf_with_a_broken_file(booth)
    driver.screen.dropped(str(driver.library.shipped / "shelf-01.yaml"))
    return driver.round()


# ── the brief ───────────────────────────────────────────────────────────────────────────────────


@state("brief")
def brief(booth):
    driver = booth.shipped()
    driver.backstage.open("friday-checklist")
    return driver.go("brief")


@state("brief", meaning=True)
def brief_with_a_resolve(booth):
    driver = booth.shipped()
    driver.backstage.open("friday-checklist")
    resolve = booth.text(
        "聞く前に、役に立つものを一つ渡す。約束は、守れる数だけにする。",
        "Hand over one useful thing before asking. Promise no more than I can keep.",
    )
    with patch.object(type(driver.backstage), "last_resolve", lambda _: resolve):
        return driver.go("brief")


@state("brief")
def brief_with_a_coach_offered(booth):
    driver = booth.shipped()
    driver.backstage.open("friday-checklist")
    with patch.object(type(driver.backstage), "has_finished", lambda *_: True):
        return driver.go("brief")


@state("brief")
def brief_of_a_tutorial(booth):
    driver = booth.window({**table(2), "coach": True})
    driver.backstage.open("table")
    return driver.go("brief")


@state("brief")
def brief_with_much_known(booth):
    driver = booth.window(LONG_BRIEF)
    driver.backstage.open("long-brief")
    return driver.go("brief")


@state("brief")
def brief_at_its_end(booth):
    return brief_with_much_known(booth).keys(pygame.K_END)


for _place, _hour in (("clinic", "09:00"), ("factory", "18:40"), ("phone", "12:00")):

    def _brief_elsewhere(booth, place=_place, hour=_hour):
        driver = booth.window(table(2, place=place, begins=f"2026-03-03 {hour}"))
        driver.backstage.open("table")
        return driver.go("brief")

    add("brief", f"brief-in-{_place}", _brief_elsewhere)
