"""The merged analysis says of random scenarios what playing every single path says."""

from collections import Counter, defaultdict
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings

from game.analysis.exact import analyse
from game.analysis.policies import RANKED
from game.analysis.walk import outcomes as outcomes_of
from game.core.game import Game
from game.core.moves import Ask, Credit, FollowUp, Inform, StartSmall, TellRecord
from game.core.passbook import Passbook
from game.core.play import replay, settle
from game.core.principles import PRINCIPLES
from game.core.scenario import BANDS
from tests.analysis.every_path import TooManyPathsError, every_path
from tests.analysis.strategies import scenarios
from tests.analysis.twins import CONDITIONS, TWINS, twin
from tests.core.build import BOOK, choice, end, scenario, scene


def ids(game, way):
    return tuple(game.scenario.scenes[scene].choices[choice].id for scene, choice, *_ in way)


def check(story):
    game = Game(story, BOOK)
    paths = every_path(game)
    analysis = analyse(game)
    ended = [path for path in paths if path.end is not None]
    assert analysis.exact
    assert analysis.paths == len(ended)
    assert bool(analysis.stuck) == (len(ended) < len(paths))
    bands = Counter(BANDS[path.end[2]] for path in ended)
    assert analysis.bands == {band: bands[band] for band in BANDS}
    lost_ways = {ids(game, path.way) for path in paths if path.end is None}
    assert all(stuck.path in lost_ways for stuck in analysis.stuck)
    for bit, principle in enumerate(PRINCIPLES):
        assert analysis.touched[principle] == min(2, sum(path.touched >> bit & 1 for path in ended))
    if ended:
        outcomes(game, analysis, ended)
        table(game, analysis, paths, ended)
        policies(game, analysis, ended)
    else:
        assert analysis.best is None
        assert analysis.worst is None


def outcomes(game, analysis, ended):
    trusts = [path.end[1] for path in ended]
    best = max(trusts)
    assert analysis.best.trust == best
    assert analysis.worst.trust == min(trusts)
    by_way = {ids(game, path.way): path.end for path in ended}
    assert by_way[analysis.best.path][1] == best
    assert by_way[analysis.worst.path][1] == min(trusts)
    assert analysis.decisions_max >= max(len(path.way) for path in ended)
    if game.scenario.offer is None:
        assert analysis.best_value is None
    else:
        assert analysis.best_value == max(path.end[4] for path in ended if path.end[1] == best)
        assert by_way[analysis.best.path][4] == analysis.best_value
    # Every path, followed through the merged states, ends in its own outcome with its own regret.
    reach: dict[Any, int] = defaultdict(lambda: -999)
    within = defaultdict(set)
    for path in ended:
        way = ids(game, path.way)
        for cut in range(len(way) + 1):
            reach[way[:cut]] = max(reach[way[:cut]], path.end[1])
            within[way[:cut]].add(BANDS[path.end[2]])
    for path in ended:
        way = ids(game, path.way)
        followed = analysis.follow(way)
        assert (followed.trust, followed.band) == (path.end[1], BANDS[path.end[2]])
        better = None
        for cut, decision in enumerate(followed.decisions):
            assert decision.before == reach[way[:cut]]
            assert decision.after == reach[way[: cut + 1]]
            assert set(decision.bands) == within[way[:cut]]
            if max(map(BANDS.index, decision.bands)) > path.end[2]:
                better = cut
        assert followed.last_better == better


def table(game, analysis, paths, ended):
    if analysis.stuck or len(paths) > 3_000:
        return  # ways without an end are tested by hand; comparing every path with every other takes long
    reach: dict[Any, int] = {}
    for path in ended:
        way = tuple(step[:2] for step in path.way)
        for cut in range(len(way) + 1):
            reach[way[:cut]] = max(reach.get(way[:cut], -999), path.end[1])
    # reached, best, always, strict, matters
    found: dict[Any, list[bool]] = defaultdict(lambda: [False, False, True, False, False])
    ways = [tuple(step[:2] for step in path.way) for path in paths]
    seen = set()
    for path in paths:
        way = tuple(step[:2] for step in path.way)
        for cut in range(len(way)):
            if way[:cut] in seen:
                continue
            seen.add(way[:cut])
            options = {other[cut] for other in ways if len(other) > cut and other[:cut] == way[:cut]}
            trust = {option: reach[*way[:cut], option] for option in options}
            for option, value in trust.items():
                note = found[option]
                others = [v for o, v in trust.items() if o != option]
                note[0] = True
                note[1] |= value == max(trust.values())
                if others:
                    note[2] &= value == max(trust.values())
                    note[3] |= all(value > v for v in others)
                    note[4] |= any(value != v for v in others)
    places = [(s, c) for s, each in enumerate(game.scenario.scenes) for c in range(len(each.choices))]
    for note, place in zip(analysis.choices, places, strict=True):
        reached, best, always, strict, matters = found[place]
        assert (note.reached, note.ever_best) == (reached, best)
        assert (note.always_best, note.ever_matters) == (always and strict, matters)


def policies(game, analysis, ended):
    for at, name in enumerate((*RANKED, "random")):
        odds = np.array([path.odds[at] for path in ended])
        note = analysis.policies[name]
        if odds.sum() < 1e-9:
            assert np.isnan(note.trust_mean)
            continue
        odds = odds / odds.sum()
        assert note.trust_mean == pytest.approx(sum(o * p.end[1] for o, p in zip(odds, ended, strict=True)))
        assert note.deal_rate == pytest.approx(
            sum(o for o, p in zip(odds, ended, strict=True) if p.end[3] == 0)
        )
        if game.scenario.offer is not None:
            assert note.value_mean == pytest.approx(
                sum(o * p.end[4] for o, p in zip(odds, ended, strict=True))
            )
        for band in BANDS:
            weight = sum(o for o, p in zip(odds, ended, strict=True) if BANDS[p.end[2]] == band)
            assert note.bands[band] == pytest.approx(weight, abs=1e-9)
    assert analysis.policies["best"].trust_mean == pytest.approx(analysis.best.trust)
    assert analysis.policies["worst"].trust_mean == pytest.approx(analysis.worst.trust)


def check_if_small(story):
    try:
        check(story)
    except TooManyPathsError:
        assume(condition=False)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios())
def test_any_scenario(story):
    check_if_small(story)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios(sound=True))
def test_sound_scenarios(story):
    check_if_small(story)


@pytest.mark.parametrize("name", TWINS)
def test_states_that_differ_in_one_thing_stay_apart(name):
    story = twin(*TWINS[name])
    check(story)
    ends_differ(story)


@pytest.mark.parametrize("name", CONDITIONS)
def test_states_that_differ_for_one_condition_stay_apart(name):
    one, other, condition = CONDITIONS[name]
    story = twin(one, other, [], condition)
    check(story)
    ends_differ(story)


def ends_differ(story):
    """The twin tells something: its two ways end differently though they look alike where they meet."""
    game = Game(story, BOOK)
    ends, meetings = [], []
    for way in ("one", "other"):
        there = replay(game, [way])
        meetings.append([int(there.states[name][0]) for name in ("credit", "standing", "scar")])
        done = replay(game, [way, "tell", "on"])
        settle(game, done.scene, done.states, Passbook())
        ends.append(outcomes_of(game, done.scene, done.states)[0].tolist())
    assert meetings[0] == meetings[1]
    assert ends[0] != ends[1]


def test_what_no_longer_matters_is_forgotten():
    """Two ways to the same standing of things are one state where nothing later asks which it was."""
    story = scenario(
        scene(
            "start",
            choice("inform", Inform("t"), to="next"),
            choice("follow", FollowUp("f"), to="next"),
            choice("record", TellRecord("r", told=False), Credit(1, "x", "honesty"), to="next"),
        ),
        scene("next", choice("on", StartSmall("s"))),
        end(),
        rulebook={"giving.inform": 3, "giving.care": 3, "giving.record_displayed": 2},
    )
    assert analyse(Game(story, BOOK)).states == 2


def test_questions_asked_before_a_night_are_forgotten():
    story = scenario(
        scene(
            "start",
            choice("ask", Ask(("f",)), to="rest"),
            choice("not", Credit(1, "x", "honesty"), to="rest"),
        ),
        scene("rest", choice("on", to="later")),
        scene("later", choice("ask", Ask(("g",))), after=2),
        end(),
        rulebook={"asking.within": 1},
    )
    assert analyse(Game(story, BOOK)).states == 3
