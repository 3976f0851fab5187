"""The terminal keeps the secret as the window does: two openings read the same until the passbook opens."""

import io
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.game import Game
from game.core.scenario import Scenario
from game.library import Library
from game.session import Meeting
from game.terminal import sitting, telling
from game.terminal.console import Console, Left
from game.terminal.laid import Laid
from game.terminal.sitting import Sitting
from game.terminal.table import Table
from tests.core.build import BOOK
from tests.secret.stories import open_stories, opening, pairs
from tests.secret.test_leaks import POOR, RICH, STORY

SAMPLE = "tests/data/sample.yaml"


def read_aloud(home, story, hidden, seed, lang):
    """What is read in one meeting, from the brief to the closed passbook."""
    library = Library(home)
    opened = library.open_scenario(SAMPLE, lang)
    game = Game(story, BOOK, opening(story, hidden))
    written = io.StringIO()
    typed = "".join(f"{key}\n" for key in _keys(Meeting(game), Random(seed)))
    table = Table(Console(io.StringIO(typed), written, folds=False), library, lang)
    table.trainee = "Hana"
    meeting = Sitting(table, lambda _: Laid(opened, game, compares=False), None)
    with pytest.raises(Left):  # nobody presses Enter for the passbook
        meeting.play()
    return written.getvalue()


def _keys(meeting, chance):
    while not meeting.ended:
        yield from chance.choice(([], ["n"], ["b"], ["?"], ["0"]))
        number = chance.randrange(len(meeting.view.choices))
        yield number + 1
        meeting.choose(meeting.view.choices[number].id)


@given(story=open_stories(), both=pairs(), seed=st.integers(0, 9999), lang=st.sampled_from(["ja", "en"]))
@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=(HealthCheck.function_scoped_fixture, HealthCheck.too_slow),
)
def test_what_is_read_does_not_tell_the_credit(tmp_path, story: Scenario, both, seed, lang):
    one, other = (read_aloud(tmp_path, story, hidden, seed, lang) for hidden in both)
    assert one == other
    assert "90" in one[-2000:], "the settlement is read, too"


def leaking(credit):
    """The heading of every scene, with a number it must not know."""
    whole = telling.heading
    return patch.object(sitting, "heading", lambda view, words: f"{whole(view, words)} {credit}")


def test_a_leak_is_found(tmp_path):
    with leaking(POOR[0]):
        poor = read_aloud(tmp_path, STORY, POOR, 0, "en")
    with leaking(RICH[0]):
        rich = read_aloud(tmp_path, STORY, RICH, 0, "en")
    assert poor != rich
    assert read_aloud(tmp_path, STORY, POOR, 0, "en") == read_aloud(tmp_path, STORY, RICH, 0, "en")
