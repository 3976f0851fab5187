"""The merged analysis says of random scenarios what playing every single path says."""

from collections import Counter, defaultdict
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings

from game.analysis.exact import analyse
from game.analysis.policies import RANKED
from game.core.game import Game
from game.core.principles import PRINCIPLES
from game.core.scenario import BANDS
from tests.analysis.every_path import every_path
from tests.analysis.strategies import scenarios
from tests.core.build import BOOK


def ids(game, way):
    return tuple(game.scenario.scenes[scene].choices[choice].id for scene, choice, *_ in way)


def check(scenario):
    game = Game(scenario, BOOK)
    paths = every_path(game)
    assume(paths is not None)
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
    found: dict = defaultdict(
        lambda: [False, False, True, False, False]
    )  # reached best always strict matters
    ways = [tuple(step[:2] for step in path.way) for path in paths]
    seen = set()
    for path in paths:
        way = tuple(step[:2] for step in path.way)
        for cut, (scene, _, _) in enumerate(path.way):
            if (scene, way[:cut]) in seen:
                continue
            seen.add((scene, way[:cut]))
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
    for note, (at, scene) in zip(
        analysis.choices,
        ((c, s) for s, each in enumerate(game.scenario.scenes) for c in range(len(each.choices))),
        strict=True,
    ):
        reached, best, always, strict, matters = found[scene, at]
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


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios())
def test_any_scenario(scenario):
    check(scenario)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios(sound=True))
def test_sound_scenarios(scenario):
    check(scenario)
