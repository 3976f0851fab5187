"""The flow of random play: what comes to a scene goes on from it, and costs what the analysis says."""

import pytest

from game.analysis.exact import analyse
from game.analysis.flows import flows
from tests.analysis.once import analysed
from tests.authoring.stories import ROOT

FILES = sorted((ROOT / "scenarios").glob("*.yaml"))


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def told(request):
    game, analysis = analysed(request.param)
    return game, analysis, flows(game, analysis)


def test_everything_that_comes_to_a_scene_goes_on(told):
    game, _, found = told
    into = dict.fromkeys((scene.scene for scene in found), 0.0)
    into[game.scenario.start] = 1.0
    for scene in found:
        for choice in scene.choices:
            assert sum(choice.to.values()) == pytest.approx(choice.share)
            for target, share in choice.to.items():
                into[target] += share
    for scene in found:
        if scene.choices:
            out = sum(choice.share for choice in scene.choices)
            assert out == pytest.approx(into[scene.scene]), scene.scene
    endings = [scene for scene in found if not scene.choices]
    assert sum(into[scene.scene] for scene in endings) == pytest.approx(1.0)


def test_shares_are_those_of_random_play(told):
    _, _, found = told
    into = {scene.scene: 0.0 for scene in found}
    for scene in found:
        for choice in scene.choices:
            for target, share in choice.to.items():
                into[target] += share * (target != scene.scene)
    for scene in found[1:]:
        assert scene.share == pytest.approx(into[scene.scene], abs=0.04), scene.scene


def test_regret_is_none_or_from_nothing_to_the_whole_span(told):
    _, analysis, found = told
    span = analysis.best.trust - analysis.worst.trust
    for scene in found:
        for choice in scene.choices:
            assert (choice.regret is None) == (choice.share == 0)
            if choice.regret is not None:
                # A mean of whole numbers, which is rounded in its last digits.
                assert 0 <= choice.regret <= choice.worst + 1e-9 <= span + 2e-9
        if scene.choices and scene.share:
            least = min(choice.regret for choice in scene.choices if choice.regret is not None)
            assert least - 1e-9 <= sum(c.regret * c.share for c in scene.choices if c.share) / sum(
                c.share for c in scene.choices
            )


def test_the_regret_of_the_beginning_is_that_of_the_table(told):
    game, analysis, found = told
    start = next(scene for scene in found if scene.scene == game.scenario.start)
    for choice in start.choices:
        decision = analysis.follow((choice.choice,)).decisions[0]
        assert choice.worst == decision.regret
        assert choice.regret == pytest.approx(decision.regret)


def test_days_rise_along_the_story_and_phases_are_known(told):
    game, _, found = told
    by_id = {scene.scene: scene for scene in found}
    assert by_id[game.scenario.start].first_day == 0
    for scene in found:
        for choice in scene.choices:
            for target in choice.to:
                if by_id[target].first_day is not None and scene.first_day is not None:
                    assert by_id[target].last_day >= scene.first_day
        assert scene.phase


def test_a_sample_says_nearly_the_same_without_regret(told):
    game, _, found = told
    sampled = flows(game, analyse(game, budget=1, samples=200))
    for exact, rough in zip(found, sampled, strict=True):
        assert (exact.scene, exact.phase, exact.first_day) == (rough.scene, rough.phase, rough.first_day)
        for one, other in zip(exact.choices, rough.choices, strict=True):
            assert other.regret is None
            assert other.share == pytest.approx(one.share, abs=0.05)


def test_the_same_scenario_is_always_told_the_same(told):
    game, analysis, found = told
    assert flows(game, analysis) == found
