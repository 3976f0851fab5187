"""Along a whole path: what a session hands out before the reveal does not depend on what is hidden."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.scenario import Scenario
from tests.secret.stories import open_stories, pairs, played_alike


@given(story=open_stories(), both=pairs(), chance=st.randoms(use_true_random=True))
@settings(deadline=None)
def test_two_openings_show_the_same_on_every_path(story: Scenario, both, chance: Random):
    one, other = played_alike(story, both, chance)
    assert other.ended
    assert one.views == other.views
    before = len(one.reveal().entries) - one.reveal().settled_from
    assert before == len(other.reveal().entries) - other.reveal().settled_from, "what comes due is the same"
