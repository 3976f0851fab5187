"""The best outcome of each scenario, a little at a time: the same as playing every record again."""

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.game import Game
from game.core.scenario import BANDS, Band
from game.library import Library
from game.records import Kept, VersionMissing, new_header
from game.records.lines import Decision
from game.screens.stamps import Stamps
from game.session import Meeting


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Library(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def game(library):
    return Game(library.open_scenario("friday-checklist", "ja").playable, library.rulebook())


@pytest.fixture(scope="module")
def records(library, game):
    """Forty meetings played at random, of three scenarios that are the same but for their names."""
    chance, found = random.Random(7), []
    opened = library.open_scenario("friday-checklist", "ja")
    source = opened.played(library.rulebook_bytes())
    for number in range(40):
        header = new_header(
            game.scenario, library.rulebook(), source, app="0", trainee="青い鉛筆", purpose=""
        )
        header = replace(
            header, scenario=f"s{number % 3}", files=replace(header.files, scenario=f"{number % 3}")
        )
        meeting = Meeting(game)
        while not meeting.ended:
            meeting.choose(chance.choice(meeting.view.choices).id)
        decisions = tuple(Decision("", choice, "") for choice in meeting.path)
        found.append(Kept(Path(f"{number}.jsonl"), header, decisions, closed="ended"))
    return found


class Loading:
    """Gives the game, and counts for which records."""

    def __init__(self, game):
        self.game, self.asked = game, []

    def __call__(self, kept):
        self.asked.append(kept)
        return self.game


@pytest.fixture
def loading(game):
    return Loading(game)


def best_by_playing(game, records):
    best: dict[str, Band] = {}
    for kept in records:
        band = Meeting.resumed(game, kept.path).reveal().outcome.band
        best[kept.header.scenario] = max(best.get(kept.header.scenario, band), band, key=BANDS.index)
    return best


def best(stamps):
    return {name: stamps.best(name) for name in ("s0", "s1", "s2") if stamps.best(name)}


def done(stamps):
    while stamps.next_turn is not None:
        stamps.work()
        time.sleep(stamps.next_turn or 0)
    return stamps


@pytest.mark.parametrize("aside", [False, True])
def test_the_best_outcomes_are_those_of_playing_every_record_again(game, records, loading, aside):
    stamps = Stamps(loading)
    stamps.aside = aside
    stamps.look(records)
    assert best(done(stamps)) == best_by_playing(game, records)
    assert len(loading.asked) == 3  # each version once


def test_what_is_known_stands_there_at_once(game, records, loading):
    stamps = Stamps(loading)
    stamps.look(records)
    done(stamps)
    stamps.look(records[:20])
    assert stamps.next_turn is None
    assert best(stamps) == best_by_playing(game, records[:20])


def test_a_turn_ends_when_its_time_is_over(records, loading):
    stamps = Stamps(loading)
    stamps.look(records)
    ticking = iter(range(1000))
    turns = 0
    while stamps.next_turn is not None:
        stamps.work(3, lambda: next(ticking))
        turns += 1
    assert turns >= len({kept.path for kept in records}) // 3


def test_a_change_is_told_and_nothing_else(records, loading):
    stamps = Stamps(loading)
    stamps.look(records)
    before = best(stamps)
    while stamps.next_turn is not None:
        changed = stamps.work(0)
        assert changed == (best(stamps) != before)
        before = best(stamps)


def test_where_nothing_better_can_come_nothing_is_replayed(records, loading, monkeypatch):
    replayed = []

    def partner(_, kept):
        replayed.append(kept)
        return BANDS[-1]

    monkeypatch.setattr("game.screens.stamps._band", partner)
    stamps = Stamps(loading)
    stamps.look(records)
    assert best(done(stamps)) == dict.fromkeys(("s0", "s1", "s2"), BANDS[-1])
    assert len(replayed) == 3


def test_a_record_whose_scenario_is_gone_has_no_stamp_until_it_is_back(game, records):
    gone = True

    def load(kept):
        if gone and kept.header.scenario == "s1":
            raise VersionMissing(kept.file)
        return game

    stamps = Stamps(load)
    stamps.look(records)
    others = [kept for kept in records if kept.header.scenario != "s1"]
    assert best(done(stamps)) == best_by_playing(game, others)
    gone = False
    stamps.look(records)
    assert best(done(stamps)) == best_by_playing(game, records)


def test_paths_that_do_not_replay_and_unfinished_ones_count_for_nothing(records, loading):
    spoilt = [replace(kept, decisions=(Decision("", "nowhere", ""),)) for kept in records]
    cut = [replace(kept, decisions=kept.decisions[:-1]) for kept in records]
    open_ones = [replace(kept, closed=None) for kept in records]
    stamps = Stamps(loading)
    stamps.look([*spoilt, *cut, *open_ones])
    assert best(done(stamps)) == {}
