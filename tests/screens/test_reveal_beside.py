"""What stands beside the passbook gets the same sizes, however few of its texts are set to find them."""

import pytest

from game.screens.reveal_beside import _GOOD_CURVE, _LEAST_CURVE, Beside, Plan
from game.screens.theme import FITTING_SIZES, GAP
from tests.screens.meetings import CAVED, ended, ended_at_random


def by_setting_everything(beside, height):
    """The plan as it is defined: the first sizes at which all texts leave the curve enough."""
    found = None
    for sentence, said, rest in FITTING_SIZES:
        told = beside.told
        tops = [beside.head_height(told.next_time, told.sentence, sentence)]
        tops += [beside.head_height(each.heading, each.said, said) for each in told.behind]
        belows = [beside.outcome_height(rest)]
        belows += [beside.pairs_height(each.pairs, rest) for each in told.behind]
        curve = height - max(tops) - max(belows) - 4 * GAP
        plan = Plan(sentence, said, rest, max(tops), curve, max(belows))
        if curve >= _GOOD_CURVE:
            return plan
        if curve >= _LEAST_CURVE:
            found = found or plan
    return found


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("percent", [100, 150])
def test_the_plan_is_the_one_that_setting_every_text_would_give(tmp_path, lang, percent):
    homes = [tmp_path / each for each in ("first", "second", "due")]
    for home in homes:
        home.mkdir()
    meetings = [ended_at_random(home, seed, lang=lang) for seed, home in enumerate(homes[:2])]
    meetings.append(ended(homes[2], CAVED, lang=lang))
    found = set()
    for driver in meetings:
        driver.backstage.change(text_percent=percent)
        driver.app.take_settings()
        told = driver.go("reveal").screen.told
        for width, height in [(400, 560), (560, 560), (560, 700), (560, 900), (700, 640), (700, 1200)]:
            beside = Beside(driver.app.pen, told, width)
            plan = beside.plan(height)
            assert plan == by_setting_everything(beside, height)
            found.add(plan and plan.said)
    assert len(found) > 2
