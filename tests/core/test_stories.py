"""Whole random stories: a batch against the replay of each row's path, sums, bounds, secrecy."""

from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.game import Game
from game.core.outcome import outcome
from game.core.passbook import Passbook
from game.core.play import NotOffered, Part, offered, replay, settle, start, step
from game.core.scenario import Scenario
from game.core.states import States
from game.core.view import view
from tests.core.build import BOOK, same
from tests.core.strategies import stories

quickly = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
ROWS = 12


def played_at_random(game: Game, chance: Random) -> tuple[dict[int, list[str]], dict[int, Part], Passbook]:
    """A batch played to its endings by chance: the path and the end of every row, before settlement."""
    passbook = Passbook()
    waiting = [start(game, passbook, ROWS)]
    paths: dict[int, list[str]] = {row: [] for row in range(ROWS)}
    ends: dict[int, Part] = {}
    while waiting:
        here = waiting[0].scene
        states = States.joined([part.states for part in waiting if part.scene == here])
        waiting = [part for part in waiting if part.scene != here]
        place = game.scenario.scenes[here]
        if place.ending is not None:
            ends |= {int(row): Part(here, states.take(np.array([at]))) for at, row in enumerate(states.rows)}
            continue
        able = offered(game, here, states)
        taken = np.array([chance.choice(list(np.flatnonzero(row))) for row in able])
        for index in np.unique(taken):
            group = states.take(taken == index)
            for row in group.rows:
                paths[int(row)].append(place.choices[index].id)
            waiting += step(game, here, int(index), group, passbook)
    return paths, ends, passbook


@given(story=stories(), chance=st.randoms(use_true_random=True))
@quickly
def test_a_batch_plays_what_its_rows_play_alone(story: Scenario, chance: Random):
    game = Game(story, BOOK)
    paths, ends, passbook = played_at_random(game, chance)
    for row, path in paths.items():
        alone = replay(game, path)
        assert alone.ended
        assert alone.scene == ends[row].scene
        assert same(alone.states, ends[row].states)
        entries = alone.passbook.entries()
        assert entries == passbook.entries(row)
        again = replay(game, path)
        assert same(again.states, alone.states)
        assert again.passbook.entries() == entries


@given(story=stories(), chance=st.randoms(use_true_random=True))
@quickly
def test_entries_sum_to_the_balance_and_stay_in_bounds(story: Scenario, chance: Random):
    game = Game(story, BOOK)
    _, ends, passbook = played_at_random(game, chance)
    for row, part in ends.items():
        settle(game, part.scene, part.states, passbook)
        balance, day = story.opening.credit, 0
        for entry in passbook.entries(row):
            balance += entry.amount
            assert entry.balance == balance
            assert -100 <= balance <= 100
            assert entry.day >= day, "the passbook is in the order of the days"
            day = entry.day
        result = outcome(game, part.scene, part.states)
        assert result.credit == balance
        assert -100 <= result.standing <= 100
        assert result.renewal in range(5, 98)
        assert result.upsell in range(81)
        assert result.workload in range(5, 81)
        assert result.satisfaction in range(101)
        assert result.value is not None
        assert result.value >= 0


@given(story=stories(secret=False), chance=st.randoms(use_true_random=True))
@quickly
def test_the_view_keeps_the_secret(story: Scenario, chance: Random):
    """Two states that differ only in credit, standing and scar show the same, where nothing reads them."""
    game = Game(story, BOOK)
    paths, _, _ = played_at_random(game, chance)
    replayed = replay(game, paths[0])
    for part in (*replayed.before, Part(replayed.scene, replayed.states)):
        other = part.states.copy()
        other["credit"] = chance.randint(-100, 100)
        other["standing"] = chance.randint(-100, 100)
        other["scar"] = chance.randint(0, 1)
        assert view(game, Part(part.scene, other)) == view(game, part)


@given(story=stories(), chance=st.randoms(use_true_random=True))
@quickly
def test_a_path_that_is_not_on_offer_is_refused(story: Scenario, chance: Random):
    game = Game(story, BOOK)
    path = played_at_random(game, chance)[0][0]
    at = chance.randrange(len(path))
    with pytest.raises(NotOffered) as refused:
        replay(game, [*path[:at], "nonsense", *path[at + 1 :]])
    assert (refused.value.position, refused.value.choice) == (at, "nonsense")
    assert path[at] in refused.value.offered
