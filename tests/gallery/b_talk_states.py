# ruff: noqa: E501 - sentences are as long as they are
"""The talk in all its stages, the notebook, the places, and the question at its door."""

import pygame

from game.core.scenario import PLACES
from game.screens.hands import GUARD_SECONDS
from game.screens.talk.flow import Stage
from tests.gallery.busy_stories import busy
from tests.gallery.end_stories import DUES
from tests.gallery.registry import add, state
from tests.gallery.stories import HELLO, LONG_SENTENCES, READINGS, Both, table
from tests.screens.meetings import let_pass

MORE = {
    "customer": Both(
        "去年の業者さんも、最初は親切だったんですよ。", "Last year's vendor was kind at first, too."
    )
}
LONG_LINE = {
    "customer": Both(
        "ただ、前の会社さんも最初は親切だったんですよ。契約したら、電話もつながらなくなって。五年前には、解約金だけ"
        "きっちり取られました。ですから正直に申しますと、今日のお話も、半分くらいのつもりで伺っています。",
        "Only, the last company was kind at first as well. Once we had signed, we could not even reach them by phone. "
        "Five years ago another one took their cancellation fee to the last yen. So, to be honest, I am only half "
        "listening today.",
    )
}


def talk(booth, story, path=(), **settings):
    """A talk of a story, after these choices, at the place where it opens."""
    driver = booth.window(story, **settings)
    play = driver.backstage.open(story["id"])
    driver.backstage.begin(play)
    for choice in path:
        play.choose(choice)
    return driver.go("talk")


def to_choices(driver):
    """Hurry until everything of the scene has been said."""
    for _ in range(30):
        if driver.screen.flow.told:
            break
        driver.keys(pygame.K_SPACE)
    driver.clock.now += GUARD_SECONDS
    let_pass(driver, 1)
    return driver


def choosing(booth, count, **parts):
    """A talk that waits for one of so many choices."""
    return to_choices(talk(booth, table(count, **parts)))


@state("talk")
def talk_with_the_narrator(booth):
    return talk(booth, table(3, lines=(READINGS[0], HELLO)))


@state("talk", moving=True)
def talk_being_written(booth):
    driver = talk(booth, table(3, lines=(LONG_LINE, HELLO)), text_speed=30)
    let_pass(driver, 1.2)
    assert driver.screen.flow.stage is Stage.WRITING
    return driver


@state("talk")
def talk_with_a_complete_line(booth):
    return talk(booth, table(3, lines=(HELLO, MORE)))


@state("talk")
def talk_with_a_long_line(booth):
    return to_choices(talk(booth, table(3, lines=(HELLO, LONG_LINE))))


for _count in (2, 3, 4):

    def _choices(booth, count=_count):
        return choosing(booth, count)

    add("talk", f"talk-with-{_count}-choices", _choices)


@state("talk")
def talk_with_a_choice_in_focus(booth):
    return choosing(booth, 3).keys(pygame.K_DOWN, pygame.K_DOWN)


@state("talk", moving=True)
def talk_with_a_choice_spoken(booth):
    driver = choosing(booth, 3).keys(pygame.K_2)
    driver.clock.now += 0.1
    return driver.round()


@state("talk")
def talk_with_very_long_choices(booth):
    return choosing(booth, 4, sentences=LONG_SENTENCES).keys(pygame.K_UP)


@state("talk")
def talk_with_readings(booth):
    return choosing(booth, 3, lines=READINGS)


@state("talk", meaning=True)
def talk_after_days_have_passed(booth):
    return to_choices(talk(booth, busy(), ("go", "go")))


@state("talk")
def talk_with_the_boss(booth):
    line = {"boss": Both("それで、おいくらなんですか。", "So, what does it cost?"), "mood": "cold"}
    return choosing(booth, 3, lines=(HELLO, line))


@state("talk")
def talk_with_ones_own_superior(booth):
    line = {"mentor": Both("明日の訪問、何を渡してくるつもりだ?", "What will you hand over tomorrow?")}
    return choosing(booth, 3, place="office", begins="2026-03-03 18:30", lines=(line,))


@state("talk")
def talk_of_the_shipped_scenario(booth):
    driver = booth.shipped()
    driver.backstage.begin(driver.backstage.open("friday-checklist"))
    return to_choices(driver.go("talk"))


@state("talk")
def talk_reading_back(booth):
    return to_choices(talk(booth, busy(), ("go", "go", "go"))).keys(pygame.K_l)


@state("talk")
def talk_reading_back_at_the_beginning(booth):
    return talk_reading_back(booth).keys(*[pygame.K_PAGEUP] * 6)


@state("talk")
def talk_at_its_end(booth):
    return to_choices(talk(booth, table(2), ("c0",)))


COACHED = {**DUES, "coach": True}


@state("coach")
def coached_at_the_beginning(booth):
    return to_choices(talk(booth, COACHED))


@state("coach", moving=True)
def coached_while_it_is_answered(booth):
    driver = to_choices(talk(booth, COACHED))
    return driver.keys(pygame.K_2)


@state("coach", meaning=True)
def coached_after_an_answer(booth):
    return to_choices(talk(booth, COACHED, ("careful",)))


@state("coach", meaning=True)
def coached_with_many_entries(booth):
    return to_choices(talk(booth, COACHED, ("loose",)))


@state("coach")
def coached_notebook(booth):
    return coached_with_many_entries(booth).keys(pygame.K_n)


@state("coach", meaning=True)
def coached_at_the_end(booth):
    return to_choices(talk(booth, COACHED, ("careful", "both")))


@state("notebook", meaning=True)
def notebook_card_full(booth):
    return to_choices(talk(booth, busy(), ("go", "go", "go")))


@state("notebook")
def notebook_empty(booth):
    return choosing(booth, 2).keys(pygame.K_n)


@state("notebook", meaning=True)
def notebook_full(booth):
    return notebook_card_full(booth).keys(pygame.K_n)


@state("menu")
def menu_of_the_talk(booth):
    return choosing(booth, 3).keys(pygame.K_ESCAPE)


@state("menu")
def menu_with_a_row_in_hand(booth):
    return menu_of_the_talk(booth).keys(*[pygame.K_UP] * 3)


@state("menu")
def menu_where_nothing_is_kept(booth):
    driver = choosing(booth, 3)
    driver.backstage.play.kept = False
    return driver.keys(pygame.K_a, pygame.K_ESCAPE)


@state("leave")
def leave_a_meeting_that_is_not_kept(booth):
    driver = choosing(booth, 3)
    driver.backstage.play.kept = False
    return driver.keys(pygame.K_ESCAPE, pygame.K_8)


@state("talk")
def talk_going_on_by_itself(booth):
    return choosing(booth, 3).keys(pygame.K_a, pygame.K_s)


@state("talk")
def talk_with_a_button_in_hand(booth):
    return choosing(booth, 3).keys(pygame.K_RIGHT, pygame.K_RIGHT)


@state("talk")
def talk_with_a_notice(booth):
    return choosing(booth, 3).keys(pygame.K_MINUS)


@state("talk")
def talk_played_by_a_gamepad(booth):
    return choosing(booth, 3).pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN)


@state("talk")
def talk_played_by_the_mouse(booth):
    at = pygame.event.Event(pygame.MOUSEMOTION, pos=(9, 9), rel=(9, 9), buttons=(0, 0, 0))
    return choosing(booth, 3).round(at)


for _place in PLACES:
    for _when, _hour in (("day", "10:20"), ("night", "20:00")):

        def _at(booth, place=_place, hour=_hour):
            return choosing(booth, 3, place=place, begins=f"2026-03-03 {hour}", lines=(HELLO, MORE))

        add("places", f"talk-{_place}-by-{_when}".replace("_", "-"), _at)
