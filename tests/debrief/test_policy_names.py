"""The ways of selling, as the report and ``explore`` call them."""

from game.analysis.policies import POLICIES
from game.debrief.names import policy_name, policy_told


def test_every_way_of_selling_has_a_name_and_says_what_it_does(words):
    names = [policy_name(policy, words) for policy in POLICIES]
    assert len(set(names)) == len(POLICIES)
    assert all(policy_told(policy, words) for policy in POLICIES)
    assert words.lang == "en" or not any(name.isascii() for name in names)
