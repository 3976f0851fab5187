"""What a coach says: every entry with its principle and why, in both languages."""

import random

import pytest

from game.core.game import Game
from game.debrief.coach_told import booked, coach_lines, coach_told, since_lines, welcome_told
from game.library import Library
from game.session import Meeting


@pytest.fixture(params=["ja", "en"])
def told(request, tmp_path):
    library = Library(tmp_path)
    opened = library.open_scenario("friday-checklist", request.param)
    return Game(opened.playable, library.rulebook()), library.words(request.param)


def coached(game, seed):
    """Everything the coach knows, choice by choice, on a path of its own for each seed."""
    meeting, chance = Meeting(game, coach=True), random.Random(seed)
    yield meeting.coach()
    while not meeting.ended:
        meeting.choose(chance.choice(meeting.view.choices).id)
        yield meeting.coach()


@pytest.mark.parametrize("seed", range(8))
def test_every_entry_is_told_with_its_points_principle_and_reason(told, seed):
    game, words = told
    for now in coached(game, seed):
        entries = (*now.chosen, *now.since)
        lines = [*coach_lines(now, game, words), *since_lines(now, game, words)]
        for entry in entries:
            one = booked(entry, game, words)
            assert all((one.text, one.principle, one.reason))
            assert one.points.replace("−", "-") == (f"{entry.amount:+d}" if entry.amount else "0")
            assert "-" not in one.points
            assert sum(one.text in line and one.points in line for line in lines) >= 1
        balance = str(now.balance).replace("-", "−")
        assert any(balance in line for line in lines)


def test_a_reason_of_one_term_does_not_say_the_points_again(told):
    game, words = told
    meeting = Meeting.resumed(game, ["gift"], coach=True)
    one = booked(meeting.coach().chosen[0], game, words)
    assert one.points == "+3"
    assert "3" not in one.reason


def test_questions_are_counted(told):
    _, words = told
    assert len({welcome_told(count, words) for count in range(11)}) == 11


def test_before_it_begins_it_is_said_that_the_shelf_does_not_count_it(told):
    _, words = told
    assert coach_told(words, tutorial=True) != coach_told(words, tutorial=False)
