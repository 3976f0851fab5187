"""Several meetings of one trainee: computed from their paths, summed, and laid beside each other."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.play import NotOffered
from game.core.reveal import reveal_of
from game.debrief.progress import Past, partings, past_of, progress_of
from game.debrief.review.told import Teller
from game.records import Decision, Files, Header, Kept, Prediction, Retry
from tests.debrief.everything import words_in
from tests.debrief.review.played import analysed, due, first_steps, wandered
from tests.screens.meetings import CAVED, QUIET

EN = words_in("en")


def kept(game, path, *, day=3, uid="a1" * 16, prediction=None, retries=()):
    header = Header(
        scenario=game.scenario.id, hash=game.scenario.hash, text_hash="", rulebook="", app="0.1.0",
        trainee="すずめ", language="ja", coach=False, purpose="", retain_until=date(2027, 4, 1),
        started=datetime(2026, 3, day, 9, 0, tzinfo=UTC), uid=uid, files=Files("a", "b", {}),
    )  # fmt: skip
    decisions = tuple(Decision("", choice, "") for choice in path)
    return Kept(Path("x.jsonl"), header, decisions, prediction=prediction, retries=retries, closed="ended")


@settings(deadline=None)
@given(st.integers(0, 10**6))
def test_a_past_meeting_sums_to_its_passbook_and_to_its_analysis(seed):
    game = first_steps()
    path = wandered(game, seed)
    reveal = reveal_of(game, path)
    past = past_of(game, kept(game, path), analysed(game))
    assert sum(past.principles.values()) == sum(entry.amount for entry in reveal.entries)
    assert (past.trust, past.band) == (reveal.outcome.trust, reveal.outcome.band)
    assert past.made == len(reveal.promises) >= past.kept + past.late + past.broken
    best = analysed(game).best
    assert best is not None
    assert past.regret is not None
    assert past.regret * len(path) == pytest.approx(best.trust - past.trust)
    assert past.share is not None
    assert 0 <= past.share <= 100


def test_without_an_analysis_what_needs_it_is_not_known():
    past = past_of(due(), kept(due(), CAVED, prediction=Prediction("partner")), None)
    assert (past.share, past.regret) == (None, None)
    assert past.gap == 4
    assert past_of(due(), kept(due(), CAVED), None).gap is None
    with pytest.raises(NotOffered):
        past_of(due(), kept(due(), ("cave",)), None)


def test_all_of_them_together_each_once_and_in_the_order_in_which_they_were_played():
    game = due()
    guess = Prediction("shut_out")
    first = past_of(game, kept(game, CAVED, day=3, uid="01" * 16, prediction=guess), analysed(game))
    second = past_of(
        game, kept(game, QUIET, day=9, uid="02" * 16, prediction=guess, retries=(Retry(0, ("loose",)),)),
        analysed(game),
    )  # fmt: skip
    progress = progress_of([second, first, second])
    assert progress.meetings == (first, second)
    assert (progress.made, progress.kept, progress.late, progress.broken) == (2, 0, 0, 1)
    assert (progress.right, progress.high, progress.low) == (1, 0, 1)
    assert progress.regrets == (first.regret, second.regret)
    assert second.tried == 1
    practised = {principle: (count, points) for principle, count, points in progress.practised}
    assert practised["honesty"] == (1, first.principles["honesty"])
    assert practised["recovery"][0] == 2
    counts = [count for _, count, _ in progress.practised]
    assert counts == sorted(counts, reverse=True)
    assert progress_of([]).meetings == ()


def test_where_two_ways_part_is_told_from_both_sides():
    game = due()
    teller = Teller(EN, game.scenario, "Blue Pencil")
    assert partings(game, CAVED, CAVED, teller) == ()
    (first, second) = partings(game, CAVED, QUIET, teller)
    assert first.then.startswith("「しっかり支援します。")
    assert "Blue Pencil" in first.then
    assert first.now.startswith("「締めの手順")
    assert (second.then_position, second.now_position) == (1, 1)


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_partings_are_choices_that_differ_in_one_scene_and_mirror_each_other(one, other):
    game = first_steps()
    teller = Teller(EN, game.scenario, "Blue Pencil")
    then, now = wandered(game, one), wandered(game, other)
    there, back = partings(game, then, now, teller), partings(game, now, then, teller)
    for each in there:
        assert then[each.then_position] != now[each.now_position]
    mirrored = {(each.now_position, each.then_position) for each in back}
    assert {(each.then_position, each.now_position) for each in there} == mirrored


def test_a_meeting_is_a_value():
    past = past_of(due(), kept(due(), QUIET), None)
    assert isinstance(past, Past)
    assert replace(past) == past
