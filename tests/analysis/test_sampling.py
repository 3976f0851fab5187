"""Random playthroughs in a batch end as single ones do, and a sample says what the exact analysis says."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.analysis import sampling
from game.analysis.exact import analyse
from game.analysis.policies import RANKED
from game.analysis.sampling import random_play, sampled
from game.analysis.walk import outcomes
from game.core.conditions import Between
from game.core.game import Game
from game.core.moves import Credit, Inform
from game.core.passbook import Passbook
from game.core.play import replay, settle
from game.core.scenario import BANDS, MOST_DECISIONS
from tests.analysis.strategies import scenarios
from tests.core.build import BOOK, choice, end, scenario, scene

SOME = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@SOME
@given(scenarios(), st.sampled_from(("random", *RANKED)))
def test_every_playthrough_of_a_batch_replays_alone(story, policy):
    game = Game(story, BOOK)
    played = random_play(game, 40, np.random.default_rng(0), policy=policy, keep_paths=True)
    assert len(played) == 40
    for row in range(0, 40, 7):
        way = played.way(row)
        path = [game.scenario.scenes[at].choices[number].id for at, number in way]
        if played.ended[row]:
            alone = replay(game, path)
            assert alone.ended
            settle(game, alone.scene, alone.states, Passbook())
            (expected,) = outcomes(game, alone.scene, alone.states)
            end_of = played.outcomes
            found: list[Any] = [end_of.scene, end_of.trust, end_of.band, end_of.deal, end_of.value]
            assert [int(column[row]) for column in found] == [int(value) for value in expected]


@SOME
@given(scenarios(sound=True))
def test_a_sample_agrees_with_the_exact_analysis(story):
    game = Game(story, BOOK)
    exact: Any = analyse(game)
    sample: Any = sampled(game, np.random.default_rng(1), 1_000)
    if exact.stuck or not exact.paths:
        return
    six = 6.0  # standard errors: once in 10^9 by chance
    assert abs(sample.paths - exact.paths) <= six * sample.errors.paths + 1
    for band in BANDS:
        assert sample.bands[band] <= exact.bands[band] + six * sample.errors.bands[band] + 1
    for name, error in sample.errors.trust_means.items():
        assert abs(sample.policies[name].trust_mean - exact.policies[name].trust_mean) <= six * error + 0.5
        assert sample.policies[name].visits <= exact.policies[name].visits
    assert exact.worst.trust <= sample.worst.trust <= sample.best.trust <= exact.best.trust
    assert exact.follow(sample.best.path).trust == sample.best.trust
    for mine, theirs in zip(sample.choices, exact.choices, strict=True):
        assert mine.reached <= theirs.reached
        assert mine.ever_best is mine.always_best is mine.ever_matters is None


def test_blocks_make_no_difference(monkeypatch):
    story = scenario(scene("only", choice("a", Inform("t")), choice("b", Credit(9, "x", "promise"))), end())
    monkeypatch.setattr(sampling, "BLOCK", 7)
    played = random_play(Game(story, BOOK), 100, np.random.default_rng(0))
    assert played.ended.all()
    assert set(played.outcomes.trust.tolist()) == {3, 9}
    assert played.scenes is None
    assert played.weight.tolist() == [2.0] * 100


def test_playthroughs_without_an_end_are_told():
    story = scenario(scene("only", choice("a", when=Between("credit", at_least=90))), end())
    sample = sampled(Game(story, BOOK), np.random.default_rng(0), 10)
    assert sample.stuck == (("only", (), "no_choice"),)
    assert (sample.best, sample.worst, sample.best_value, sample.paths) == (None, None, None, 0)
    round_and_round = scenario(
        scene("first", choice("on", to="second")), scene("second", choice("back", to="first")), end()
    )
    sample = sampled(Game(round_and_round, BOOK), np.random.default_rng(0), 10)
    (stuck,) = sample.stuck
    assert (stuck.why, len(stuck.path)) == ("too_long", MOST_DECISIONS)


def test_one_playthrough_is_no_sample():
    with pytest.raises(ValueError, match="two"):
        sampled(Game(scenario(end()), BOOK), np.random.default_rng(0), 1)
