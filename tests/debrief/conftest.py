import pytest

from game.format.words import Words
from tests.debrief.everything import words_in


@pytest.fixture(params=["ja", "en"])
def words(request) -> Words:
    return words_in(request.param)
