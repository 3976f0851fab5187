"""What a trainee expects, told as what the customer will do; and how far off it was."""

from itertools import product

import pytest

from game.core.scenario import BANDS
from game.debrief.prediction import (
    FEELINGS,
    band_expected,
    expectation,
    feeling_told,
    gap_of,
    gap_told,
    prediction_json,
    prediction_told,
    question,
)
from game.library import Library


@pytest.fixture(params=["ja", "en"])
def words(request, tmp_path):
    return Library(tmp_path).words(request.param)


def test_every_band_and_every_feeling_has_words_of_its_own(words):
    assert len({expectation(band, words) for band in BANDS}) == len(BANDS)
    assert len({feeling_told(feeling, words) for feeling in FEELINGS}) == len(FEELINGS)


def test_the_customer_is_asked_about_by_name(words):
    assert ("田辺さん" if words.lang == "ja" else "田辺 由紀") in question("田辺 由紀", words)


def test_no_band_gives_its_name_or_a_number_away_instead_of_a_deed(words):
    for band in BANDS:
        told = expectation(band, words)
        assert not any(char.isdecimal() for char in told)
        assert told.endswith((".", "。"))


def test_a_gap_is_told_for_every_pair_and_alike_for_alike_ones(words):
    told = {gap_of(one, other): gap_told(gap_of(one, other), words) for one, other in product(BANDS, BANDS)}
    assert sorted(told) == list(range(-4, 5))
    assert len(set(told.values())) == 9


def test_expecting_more_is_too_high(tmp_path):
    japanese, english = Library(tmp_path).words("ja"), Library(tmp_path).words("en")
    assert gap_told(gap_of("trusted", "credited"), japanese) == "一段高い"
    assert gap_told(gap_of("shut_out", "credited"), english) == "two steps too low"
    assert gap_told(gap_of("vendor", "vendor"), japanese) == "そのとおり"


def test_what_a_record_of_another_version_holds_is_told_as_far_as_it_is_known(tmp_path):
    english = Library(tmp_path).words("en")
    assert band_expected("friend") is None
    assert prediction_told("friend", "hopeful", "vendor", english) == ["Before the reveal you felt: hopeful"]
    assert prediction_json("friend", "", "vendor") == {"band": "friend", "feeling": "", "gap": None}
    assert prediction_told("trusted", "uneasy", "vendor", english) == [
        "You expected: Trusted (two steps too high)",
        "Before the reveal you felt: Something is bothering me",
    ]
