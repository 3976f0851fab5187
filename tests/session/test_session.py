"""One trainee in one meeting: kept first, then done; a function of its path; closed until its end."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.game import Game
from game.core.play import NotOffered
from game.core.rulebook import Rulebook
from game.format.reader import read
from game.session import Meeting

ROOT = Path(__file__).parents[2]
RULEBOOK = Rulebook.from_mapping(tomllib.loads((ROOT / "assets/rulebook.toml").read_text("utf-8")))


@pytest.fixture(scope="module")
def game():
    source = (ROOT / "scenarios" / "friday-checklist.yaml").read_bytes()
    scenario = read(source, "friday-checklist.yaml", lang="en").scenario
    assert scenario is not None
    return Game(scenario, RULEBOOK)


def to_the_end(meeting, pick=0):
    while not meeting.ended:
        choices = meeting.view.choices
        meeting.choose(choices[min(pick, len(choices) - 1)].id)
    return meeting


def test_a_decision_is_kept_before_anything_follows_from_it(game):
    seen = []
    meeting = Meeting(game, keep=lambda scene, choice: seen.append((scene, choice, meeting.path)))
    meeting.choose("gift")
    meeting.choose("story")
    assert seen == [("reception", "gift", ()), ("cards", "story", ("gift",))]


def test_what_could_not_be_kept_has_not_happened(game):
    def full(_scene, _choice):
        raise OSError("disk full")

    meeting = Meeting(game, keep=full)
    before = meeting.view
    with pytest.raises(OSError, match="disk full"):
        meeting.choose("gift")
    assert (meeting.path, meeting.view, meeting.exchanges) == ((), before, ())


def test_what_is_not_on_offer_is_refused_and_not_kept(game):
    kept = []
    meeting = Meeting(game, keep=lambda *both: kept.append(both))
    with pytest.raises(NotOffered) as refused:
        meeting.choose("cave")
    assert refused.value.scene == "reception"
    assert "gift" in refused.value.offered
    assert kept == []


@pytest.mark.parametrize("pick", [0, 1, 2, 9])
def test_a_meeting_is_a_function_of_its_path(game, pick):
    played = to_the_end(Meeting(game), pick)
    kept = []
    resumed = Meeting.resumed(game, played.path, keep=lambda *both: kept.append(both))
    assert kept == [], "what comes from the record is not kept again"
    assert resumed.views == played.views
    assert resumed.exchanges == played.exchanges
    assert resumed.reveal() == played.reveal() == played.reveal()


def test_the_passbook_stays_closed_until_the_end(game):
    meeting = Meeting(game)
    with pytest.raises(ValueError, match="closed"):
        meeting.reveal()
    meeting.choose("gift")
    with pytest.raises(ValueError, match="closed"):
        meeting.reveal()


@pytest.mark.parametrize("pick", [0, 1, 2, 9])
def test_the_reveal_tells_all_and_adds_up(game, pick):
    reveal = to_the_end(Meeting(game), pick).reveal()
    assert reveal.opening_credit + sum(entry.amount for entry in reveal.entries) == reveal.outcome.credit
    settled = reveal.entries[reveal.settled_from :]
    assert all(entry.choice is None for entry in settled)
    assert [entry.day for entry in reveal.entries] == sorted(entry.day for entry in reveal.entries)


def test_only_a_meeting_begun_with_a_coach_opens_that_door(game):
    with pytest.raises(ValueError, match="begun with a coach"):
        Meeting(game).coach()
    with pytest.raises(ValueError, match="begun with a coach"):
        to_the_end(Meeting(game)).coach()
    assert Meeting(game, coach=True).coach().chosen == ()


def test_a_tutorial_is_coached_for_everybody(game):
    tutorial = Game(replace(game.scenario, coach=True), RULEBOOK)
    assert Meeting(tutorial).coached
    assert Meeting.resumed(tutorial, ["gift"]).coach().chosen
    assert not Meeting(game).coached


@pytest.mark.parametrize("pick", [0, 1, 2, 9])
def test_the_coach_tells_every_entry_once_and_nothing_that_is_to_come(game, pick):
    meeting, told = Meeting(game, coach=True), []
    balance = game.layout.opening.credit
    while True:
        now = meeting.coach()
        assert now.before == balance
        told += [*now.chosen, *now.since]
        balance += sum(entry.amount for entry in (*now.chosen, *now.since))
        assert now.balance == balance
        assert {entry.choice for entry in now.since} <= {None}
        assert not now.chosen or now.chosen[-1].choice == meeting.path[-1]
        if meeting.ended:
            break
        choices = meeting.view.choices
        meeting.choose(choices[min(pick, len(choices) - 1)].id)
    reveal = meeting.reveal()
    assert tuple(told) == reveal.entries[: reveal.settled_from]


@pytest.mark.parametrize("pick", [0, 1, 2, 9])
def test_a_coach_changes_nothing_that_is_seen_or_played(game, pick):
    alone, coached = to_the_end(Meeting(game), pick), to_the_end(Meeting(game, coach=True), pick)
    assert coached.views == alone.views
    assert coached.exchanges == alone.exchanges
    assert coached.reveal() == alone.reveal()
    assert Meeting.resumed(game, coached.path, coach=True).coach() == coached.coach()


def test_the_coach_knows_how_many_questions_are_still_welcome(game):
    meeting = Meeting(game, coach=True)
    patience = RULEBOOK.personas[game.scenario.persona].patience
    assert meeting.coach().questions_left == patience
    meeting.choose("gift")
    assert meeting.coach().questions_left == patience + RULEBOOK.giving.banks, "giving banks patience"
    asked = Meeting(game, coach=True)
    asked.choose("sheet")
    assert asked.coach().questions_left == 0


def test_nobody_outside_learns_what_a_sign_means(game):
    meeting = to_the_end(Meeting(game))
    lines = [line for view in meeting.views for line in view.lines]
    lines += [line for exchange in meeting.exchanges for line in exchange.reply]
    tells = [line.tell for line in lines if line.tell is not None]
    assert tells
    assert all(tell.sign and not tell.means for tell in tells)
