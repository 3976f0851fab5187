"""A batch of paths comes to what each of them comes to alone, point by point."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.analysis.walk import DEALS
from game.classroom.hearing import line_of
from game.classroom.replays import Fate, replayed
from game.core.game import Game
from game.core.play import NotOffered, replay
from game.core.principles import PRINCIPLES
from game.core.scenario import BANDS
from game.core.states import BROKEN, KEPT, KEPT_LATE, NONE, OPEN
from game.debrief.scorecard import curve
from tests.classroom.conftest import random_meeting

STATUS = {"open": OPEN, "kept": KEPT, "broken": BROKEN, "kept_late": KEPT_LATE}


def points_of(reveal):
    found = Counter[str]()
    for entry in reveal.entries:
        found[entry.principle] += entry.amount
    return [found[name] for name in PRINCIPLES]


@pytest.mark.parametrize("name", ["friday-checklist", "first-steps", "renewal-twenty-off", "third-leaver"])
def test_a_batch_comes_to_what_each_path_comes_to_alone(game_of, name):
    game = game_of(name)
    meetings = [random_meeting(game, seed) for seed in range(25)]
    together = replayed(game, [meeting.path for meeting in meetings])
    assert set(together.fate) == {Fate.ENDED}
    for row, meeting in enumerate(meetings):
        reveal = meeting.reveal()
        scene, trust, band, deal, value = together.outcomes[row].tolist()
        outcome = reveal.outcome
        assert game.scenario.scenes[scene].id == meeting.view.scene
        assert (trust, BANDS[band], DEALS[deal], value) == (
            outcome.trust, outcome.band, outcome.deal, outcome.value or 0,
        )  # fmt: skip
        assert together.given[row] == outcome.given_percent
        assert together.stopped[row] == len(meeting.path)
        assert together.points[row].tolist() == points_of(reveal)
        statuses = {each.id: STATUS[each.status] for each in reveal.promises}
        assert together.statuses[row].tolist() == [statuses.get(each, NONE) for each in game.promises]
        moved = {
            entry.reason.about["promise"] for entry in reveal.entries if entry.reason.rule == "renegotiate"
        }
        assert {at for at, each in zip(together.moved[row], game.promises, strict=True) if at} == (
            {True} if moved else set()
        )
        part = slice(together.curves.ends[row], together.curves.ends[row + 1])
        points = [(each.day, each.balance) for each in curve(reveal)][1:]
        days, balances = together.curves.days[part], together.curves.balances[part]
        assert list(zip(days.tolist(), balances.tolist(), strict=True)) == points


def test_what_was_heard_before_a_decision_is_the_last_line_of_theirs_or_else_of_the_scene(game_of):
    game = game_of("friday-checklist")
    meetings = [random_meeting(game, seed) for seed in range(25)]
    together = replayed(game, [meeting.path for meeting in meetings])
    heard = dict[int, list[str]]()
    for visit in together.visits:
        for row, line in zip(visit.rows.tolist(), visit.heard.tolist(), strict=True):
            told = line_of(game.scenario, together.heard[line]).text if line >= 0 else ""
            heard.setdefault(row, []).append(told)
    for row, meeting in enumerate(meetings):
        assert heard[row] == [
            last_of(game, before, view.lines)
            for before, view in zip(
                [(), *(each.reply for each in meeting.exchanges)], meeting.views[:-1], strict=False
            )
        ]


def last_of(game, before, lines):
    theirs = [
        line.text
        for line in [*before, *lines]
        if (person := game.scenario.person(line.speaker)) is not None and not person.ours
    ]
    others = [line.text for line in lines if line.speaker != "trainee"]
    return [*others[-1:], *theirs][-1]


def test_a_path_that_stops_is_unfinished_wherever_it_stops(game_of):
    game = game_of("friday-checklist")
    whole = random_meeting(game, 3).path
    together = replayed(game, [whole[:count] for count in range(len(whole) + 1)])
    assert together.fate.tolist() == [Fate.UNFINISHED] * len(whole) + [Fate.ENDED]
    assert together.stopped.tolist() == list(range(len(whole) + 1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.integers(0, 10**6), at=st.integers(0, 40), data=st.data())
def test_a_choice_that_was_not_on_offer_is_found_out_where_it_stands(game_of, seed, at, data):
    game = game_of("friday-checklist")
    path = list(random_meeting(game, seed).path)
    ids = sorted({choice.id for scene in game.scenario.scenes for choice in scene.choices} | {"made-up"})
    path[at % (len(path) + 1) : at % (len(path) + 1) + 1] = [data.draw(st.sampled_from(ids))]
    found = replayed(game, [path])
    fate, stopped = alone(game, path)
    assert found.fate.tolist() == [fate]
    assert fate != Fate.FORGED or found.stopped.tolist() == [stopped]


def alone(game, path):
    """What becomes of one path, and of a forged one how many choices it made before."""
    try:
        end = replay(game, path)
    except NotOffered as wrong:
        return Fate.FORGED, wrong.position
    return (Fate.ENDED if end.ended else Fate.UNFINISHED), len(path)


def test_a_path_longer_than_any_can_be_takes_no_room(game_of):
    game = game_of("friday-checklist")
    together = replayed(game, [["rest"] * 100_000, random_meeting(game, 1).path])
    assert together.fate.tolist() == [Fate.FORGED, Fate.ENDED]


def test_blocks_come_to_the_same_as_one(game_of, monkeypatch):
    game = game_of("friday-checklist")
    paths = [random_meeting(game, seed).path for seed in range(20)]
    whole = replayed(game, paths)
    monkeypatch.setattr("game.classroom.replays.BLOCK", 7)
    counted = []
    parts = replayed(game, paths, progress=lambda done, total: counted.append((done, total)))
    assert counted == [(7, 20), (14, 20), (20, 20)]
    assert np.array_equal(whole.outcomes, parts.outcomes)
    assert np.array_equal(whole.points, parts.points)
    assert np.array_equal(whole.curves.balances, parts.curves.balances)


def test_meetings_that_go_on_from_others_begin_where_those_ended(library, game_of):
    first, after = game_of("one-department"), library.open_scenario("renewal-twenty-off", "en").playable
    meetings = []
    for seed in range(6):
        before = random_meeting(first, seed).reveal().carried_over
        meetings.append(random_meeting(Game(after, library.rulebook(), before), seed))
    layouts = [meeting.game.layout for meeting in meetings]
    columns = max((list(one.columns) for one in layouts), key=[list(one.columns) for one in layouts].count)
    alike = [meeting for meeting in meetings if list(meeting.game.layout.columns) == columns]
    assert len({meeting.game.layout.opening.credit for meeting in alike}) > 1
    openings = np.stack([meeting.game.layout.empty for meeting in alike], axis=1)
    together = replayed(alike[0].game, [meeting.path for meeting in alike], openings=openings)
    assert together.outcomes[:, 1].tolist() == [meeting.reveal().outcome.trust for meeting in alike]
