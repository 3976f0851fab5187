"""A moment tried again: hints give away a little at a time, and the verdict is the trust still in reach."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.onward import NEAR_BEST, crossroads
from game.core.reveal import reveal_of
from game.debrief.review.again import (
    first_and_last,
    hint_told,
    out_of_question,
    principle_of,
    verdict_told,
)
from game.debrief.review.steps import steps_of
from game.debrief.review.told import Teller
from game.session import Meeting
from tests.debrief.everything import words_in
from tests.debrief.review.played import analysed, due, first_steps, wandered
from tests.screens.meetings import CAVED, QUIET

EN = words_in("en")


@settings(deadline=None)
@given(st.integers(0, 10**6), st.data())
def test_of_every_decision_something_holds_and_what_is_out_gives_up_more(seed, data):
    game = first_steps()
    path = wandered(game, seed)
    position = data.draw(st.integers(0, len(path) - 1))
    ways = crossroads(analysed(game), path[:position])
    assert ways is not None
    out = out_of_question(ways)
    assert set(ways.after) - out
    offered = [each.id for each in Meeting.resumed(game, path[:position]).view.choices]
    assert list(ways.after) == offered
    for choice in offered:
        lost = ways.loses(choice)
        assert (choice in out) == (lost > NEAR_BEST)
        told = verdict_told(ways, choice, EN)
        assert (str(lost) in told) if lost else (str(ways.best).replace("-", "−") in told.replace("-", "−"))
    assert "“" in hint_told(game, path[:position], ways, EN) or "books nothing" in hint_told(
        game, path[:position], ways, EN
    )


def test_the_hint_is_the_principle_the_best_choice_rests_on(words):
    game = due()
    ways = crossroads(analysed(game), ())
    assert ways is not None
    assert ways.loses("careful") == 0
    assert principle_of(game, (), "careful") == "usefulness"
    assert principle_of(game, (), "silent") is None
    assert {"ja": "有益な情報", "en": "Usefulness"}[words.lang] in hint_told(game, (), ways, words)
    with pytest.raises(KeyError):
        principle_of(game, (), "cave")


def test_a_hint_where_the_best_books_nothing_says_so():
    game = due()
    ways = crossroads(analysed(game), ())
    assert ways is not None
    quiet = type(ways)(ways.scene, 0, {"silent": 0, "loose": -9})
    assert "books nothing" in hint_told(game, (), quiet, EN)


def test_the_first_time_and_the_last_are_told_by_what_came_of_them():
    game = due()
    reveal, steps = reveal_of(game, CAVED), steps_of(game, CAVED)
    teller = Teller(EN, game.scenario, "Blue Pencil")
    whole = first_and_last(game, reveal, steps, 0, QUIET, None, teller)
    assert whole.first.trust == reveal.outcome.trust
    assert whole.first.said.startswith("「しっかり")
    assert whole.last.trust == reveal_of(game, QUIET).outcome.trust
    assert whole.last.reveal == reveal_of(game, QUIET)
    left = first_and_last(game, reveal, steps, 0, QUIET[:1], 9, teller)
    assert (left.last.trust, left.last.reveal, left.last.band) == (9, None, "")
    later = first_and_last(game, reveal, steps, 1, QUIET[1:], None, teller)
    assert later.last.reveal == reveal_of(game, (CAVED[0], QUIET[1]))
