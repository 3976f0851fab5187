"""A meeting gone on with is the one that was left: by the rules it was begun with, whatever came since."""

import pygame
import pytest

from game.core.rulebook import Rulebook
from game.library.replaying import rulebook_from
from tests.screens.driving import Driver
from tests.screens.meetings import DUE, QUIET


def with_other_numbers(library):
    """As if the program had been renewed: an example given freely is worth three times as much."""
    content = library.rulebook_bytes().replace(b"inform = { is = 3,", b"inform = { is = 9,")
    rulebook: Rulebook = rulebook_from(content, library.assets)
    library._rulebook = content, rulebook
    return rulebook


@pytest.fixture
def left(tmp_path):
    """A window with a meeting that was left after its first choice."""
    driver = Driver(tmp_path, scenarios=1)
    driver.write("due", DUE)
    play = driver.backstage.open("due")
    driver.backstage.begin(play)
    play.choose(QUIET[0])
    driver.backstage.close()
    return driver


def resumed(driver):
    (kept,) = driver.backstage.unfinished()
    return driver.backstage.resume(kept.file)


def entries(play):
    play.choose(QUIET[1])
    return play.reveal().entries


@pytest.mark.parametrize("language", ["kept", "switched"])
def test_the_rules_it_was_begun_with_hold_to_its_end(left, language):
    before = resumed(left).game.book
    renewed = with_other_numbers(left.library)
    play = resumed(left)
    if language == "switched":
        left.go("shelf").keys(pygame.K_F2)
        play = resumed(left)
        play.relanguage("ja")
    assert play.game.book == before != renewed
    told = entries(play)
    game = left.library.load_for_replay(play.record)
    assert play.meeting.resumed(game, play.meeting.path).reveal().entries == told


def test_it_is_not_compared_with_what_other_rules_would_have_reached(left):
    asked = []
    setattr(left.library, "analyse_in_background", lambda *_: asked.append(True))  # noqa: B010
    with_other_numbers(left.library)
    play = resumed(left)
    play.start_analysis()
    assert not asked
    assert not play.analysis_will_come
    assert play.reachable() is None
