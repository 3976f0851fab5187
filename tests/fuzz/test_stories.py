"""Random stories through everything; ``python -m tests.fuzz story`` draws thousands of them."""

from collections import Counter
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from game.core.principles import PHASES
from tests.core.strategies import EVERY_MOVE
from tests.fuzz.random_stories import ENDS, OFFERS, varied
from tests.fuzz.story_lives import KINDS, _drawn


@pytest.mark.parametrize("name", KINDS)
def test_a_few_of_each_live(name):
    _, holds, drawn = KINDS[name]
    count, failure = _drawn(20261126, 4, holds, drawn)
    assert failure is None
    assert count >= 4


def kinds_in(value):
    """The names of the classes of all that is in a value."""
    if is_dataclass(value):
        yield type(value).__name__
        for field in fields(value):
            yield from kinds_in(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from kinds_in(each)


def test_everything_there_is_comes_up():
    seen: Counter[str] = Counter()
    chosen: Counter[object] = Counter()

    @settings(
        max_examples=60,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(varied())
    def draw(story):
        seen.update(kinds_in(story))
        chosen.update((story.persona, *(scene.phase for scene in story.scenes)))
        chosen.update(scene.ending for scene in story.scenes)
        chosen[story.offer] += 1
        chosen["numbers"] += bool(story.rulebook)

    draw()
    wanted = {one.__name__ for one in EVERY_MOVE} | {
        "All",
        "Any",
        "Not",
        "Happened",
        "Between",
        "Chose",
        "GivenAway",
        "Scarred",
        "InDays",
        "NextWeekday",
        "OnDate",
        "AfterScene",
    }
    assert wanted - set(seen) == set()
    assert {*PHASES, *ENDS, *OFFERS, "numbers"} - set(chosen) == set()
