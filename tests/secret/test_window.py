"""Every screen before the reveal: two openings that differ in what is hidden give the same in everything."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from game.core.scenario import Scenario
from tests.secret.stories import far_pairs, open_stories, opening
from tests.secret.window import first_difference, trace


@given(
    story=open_stories(),
    both=far_pairs(),
    chosen=st.tuples(st.integers(0, 9999), st.sampled_from(["ja", "en"])),
)
@settings(
    deadline=None,
    max_examples=3,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=(HealthCheck.function_scoped_fixture, HealthCheck.too_slow),
)
def test_nothing_that_comes_out_of_the_window_tells_the_credit(
    tmp_path_factory, capfd, story: Scenario, both, chosen
):
    seed, lang = chosen
    one, other = (
        trace(tmp_path_factory.mktemp("home"), story, opening(story, hidden), seed, lang=lang)
        for hidden in both
    )
    assert first_difference(one, other) == ()
    assert len(one.glimpses) > 20
    assert {glimpse.screen for glimpse in one.glimpses} >= {"BriefScreen", "TalkScreen", "PredictionScreen"}
    assert capfd.readouterr() == ("", "")
