"""One trainee in one meeting: kept first, then done; a function of its path; closed until its end."""

import tomllib
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


def test_nobody_outside_learns_what_a_sign_means(game):
    meeting = to_the_end(Meeting(game))
    lines = [line for view in meeting.views for line in view.lines]
    lines += [line for exchange in meeting.exchanges for line in exchange.reply]
    tells = [line.tell for line in lines if line.tell is not None]
    assert tells
    assert all(tell.sign and not tell.means for tell in tells)
