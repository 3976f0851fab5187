"""What is looked back on is computed from the path alone, sums to the passbook, and never flatters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.onward import NEAR_BEST, best_onward, crossroads, kept_onward
from game.core.play import NotOffered
from game.core.reveal import reveal_of
from game.core.scenario import BANDS
from game.debrief.review.blame import decisions_behind
from game.debrief.review.moments import kind_told
from game.debrief.review.steps import steps_of
from game.debrief.review.what_if import what_if
from game.records import Prediction
from game.session import Meeting
from tests.debrief.everything import words_in
from tests.debrief.review.played import analysed, due, first_steps, reviewed, wandered
from tests.screens.meetings import CAVED, QUIET

SEEDS = st.integers(0, 10**6)


@settings(deadline=None)
@given(SEEDS)
def test_the_decisions_are_those_the_meeting_had(seed):
    game = first_steps()
    path = wandered(game, seed)
    meeting = Meeting.resumed(game, path)
    steps = steps_of(game, path)
    assert [step.choice.id for step in steps] == list(path)
    for step, view, exchange in zip(steps, meeting.views, meeting.exchanges, strict=False):
        assert (step.scene.id, step.date) == (view.scene, view.date)
        assert [each.id for each in step.offered] == [each.id for each in view.choices]
        assert [line.text for line in step.reply] == [line.text for line in exchange.reply]
        lines = [line.text for line in view.lines]
        assert [line.text for line in step.heard][len(step.heard) - len(lines) :] == lines
    assert steps[0].balance == reveal_of(game, path).opening_credit


@settings(deadline=None)
@given(SEEDS)
def test_every_entry_that_goes_back_to_a_decision_goes_back_to_one_before_it(seed):
    game = first_steps()
    path = wandered(game, seed)
    steps, reveal = steps_of(game, path), reveal_of(game, path)
    for entry, position in zip(reveal.entries, decisions_behind(game, reveal, steps), strict=True):
        if entry.choice is not None:
            assert position is not None
            assert steps[position].choice.id == entry.choice
        elif position is not None:
            assert steps[position].day <= entry.day


@settings(deadline=None)
@given(SEEDS)
def test_best_trust_still_reachable_only_falls_and_ends_at_the_trust_reached(seed):
    game = first_steps()
    looked = reviewed(game, wandered(game, seed))
    trusts = [each.trust for each in looked.reachable]
    assert trusts == sorted(trusts, reverse=True)
    assert trusts[-1] == looked.reveal.outcome.trust
    assert len(trusts) == len(looked.path) + 1
    assert [each.booked for each in looked.reachable] == sorted(each.booked for each in looked.reachable)


@settings(deadline=None)
@given(SEEDS)
def test_the_moments_are_the_ones_they_are_called(seed):
    game = first_steps()
    looked = reviewed(game, wandered(game, seed))
    amounts = [0] * len(looked.steps)
    behind = decisions_behind(game, looked.reveal, looked.steps)
    for entry, position in zip(looked.reveal.entries, behind, strict=True):
        if position is not None:
            amounts[position] += entry.amount
    assert [each.position for each in looked.moments] == sorted({each.position for each in looked.moments})
    assert len(looked.moments) <= 3
    for moment in looked.moments:
        assert moment.amount == amounts[moment.position]
        if "gain" in moment.kinds:
            assert moment.amount == max(amounts) > 0
        if "loss" in moment.kinds:
            assert moment.amount == min(amounts) < 0
        if "missed" in moment.kinds:
            assert moment.regret > NEAR_BEST
        if "earned" in moment.kinds:
            assert moment.amount > 0
        if moment.regret == 0:
            assert moment.better == "", "nothing was better than what lost nothing"
        if "chance" in moment.kinds:
            later = analysed(game).follow(looked.path).decisions[moment.position + 1 :]
            band = BANDS.index(looked.reveal.outcome.band)
            assert moment.out is not None
            assert BANDS.index(moment.out) > band
            assert all(BANDS.index(each.bands[-1]) <= band for each in later)
    kinds = [kind for moment in looked.moments for kind in moment.kinds]
    assert all(kinds.count(kind) <= 1 for kind in ("gain", "loss", "chance"))


@settings(deadline=None)
@given(SEEDS)
def test_the_other_choice_lost_nothing_and_what_would_have_come_of_it_is_played_through(seed):
    game = first_steps()
    looked, analysis = reviewed(game, wandered(game, seed)), analysed(first_steps())
    for moment in looked.moments:
        if moment.other is None:
            assert moment.regret == 0
            continue
        prefix = looked.path[: moment.position]
        ways = crossroads(analysis, prefix)
        assert ways is not None
        assert ways.loses(moment.other.id) == 0
        other = moment.other.what_if
        assert other.reveal == Meeting.resumed(game, other.reveal.path).reveal()
        assert other.reveal.path[: moment.position + 1] == (*prefix, moment.other.id)
        assert 0 <= other.kept <= other.later


@settings(deadline=None)
@given(SEEDS, st.data())
def test_changing_nothing_changes_nothing_and_no_change_beats_the_best(seed, data):
    game, analysis = first_steps(), analysed(first_steps())
    path = wandered(game, seed)
    steps = steps_of(game, path)
    position = data.draw(st.integers(0, len(path) - 1))
    same = what_if(game, analysis, steps, position, path[position])
    assert same.reveal.path == path
    assert same.kept == same.later
    ways = crossroads(analysis, path[:position])
    assert ways is not None
    for choice, after in ways.after.items():
        assert what_if(game, analysis, steps, position, choice).reveal.outcome.trust <= after
        best = (*path[:position], choice, *best_onward(analysis, (*path[:position], choice)))
        assert reveal_of(game, best).outcome.trust == after


def test_the_way_on_keeps_to_what_is_wanted_and_knows_no_other_path():
    analysis = analysed(due())
    assert kept_onward(analysis, ("careful",), [("price", "cave")]) == (("price", "cave"),)
    assert kept_onward(analysis, (), [("price", "gone"), ("desk", "silent")])[0] == ("desk", "silent")
    assert best_onward(analysis, QUIET) == ()
    assert crossroads(analysis, QUIET) is None
    with pytest.raises(KeyError):
        crossroads(analysis, ("cave",))
    with pytest.raises(NotOffered):
        steps_of(due(), ("cave",))


def test_what_comes_due_goes_back_to_what_was_said():
    game = due()
    steps, reveal = steps_of(game, CAVED), reveal_of(game, CAVED)
    behind = decisions_behind(game, reveal, steps)
    found = {entry.reason.rule: at for entry, at in zip(reveal.entries, behind, strict=True)}
    assert found["break.due"] == found["expose"] == found["surface"] == 0
    assert found["bill"] == 1
    assert found["complaint.left_open"] == 1, "it could have been answered then"
    assert found["complain"] is None


def test_a_meeting_gone_wrong_reads_as_it_went():
    looked = reviewed(due(), CAVED, prediction=Prediction("partner", feeling="confident"))
    (first, second) = looked.moments
    assert first.kinds == ("loss", "chance")
    assert first.said.startswith("「しっかり支援します。")
    assert "Blue Pencil" in first.said
    assert first.heard.text == "「今日はどういうご用件でしょう。」"
    assert first.understood == "全部やってくれる会社らしい。"
    assert first.better == "できることと、できないことを分けて言う。"
    assert (first.fired.principle, first.fired.later) == ("honesty", True)
    assert second.fired.principle == "no_caving"
    (sheet,) = looked.promises
    assert (sheet.status, sheet.made.isoformat(), sheet.due.isoformat()) == (
        "broken", "2026-03-03", "2026-03-23",
    )  # fmt: skip
    assert sheet.ended == sheet.due
    assert (looked.expected.band, looked.expected.gap) == ("partner", 4)
    assert looked.expected.feeling == "It went well"


def test_what_needs_the_analysis_is_absent_without_it_and_that_is_said(words):
    looked = reviewed(due(), CAVED, compared=False, lang=words.lang)
    assert (looked.reachable, looked.tells, looked.share) == ((), None, None)
    assert all(each.before is None and each.regret is None and each.other is None for each in looked.moments)
    assert looked.moments
    assert looked.without
    assert reviewed(due(), CAVED, lang=words.lang).without == ""


@settings(deadline=None)
@given(SEEDS)
def test_the_share_can_be_reckoned_again_from_what_is_told(seed):
    game = first_steps()
    looked = reviewed(game, wandered(game, seed))
    share = looked.share
    assert share.percent == 100 * (share.trust - share.worst) // (share.best - share.worst)
    told = " ".join(share.told(words_in("en")))
    for number in (share.best, share.trust - share.worst, share.best - share.worst, share.percent):
        assert f"{number}".replace("-", "−") in told


def test_a_sign_gone_past_is_told_with_its_meaning():
    game = first_steps()
    path = next(path for seed in range(50) if (looked := reviewed(game, path := wandered(game, seed))).tells)
    looked = reviewed(game, path)
    signs = {
        (line.tell.sign, line.tell.means)
        for scene in game.scenario.scenes
        for line in (*scene.lines, *(x for c in scene.choices for r in c.replies for x in r.lines))
        if line.tell is not None
    }
    for tell in looked.tells:
        assert (tell.sign, tell.means) in signs
        assert tell.regret > NEAR_BEST
        assert tell.line.who


def test_each_kind_of_moment_has_a_name(words):
    names = {kind_told(kind, words) for kind in ("gain", "loss", "chance", "missed", "earned")}
    assert len(names) == 5
