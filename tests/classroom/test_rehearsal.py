"""The class that never was looks like people, and is the same one whenever it is asked for."""

from collections import Counter

import pytest

from game.classroom.classes import Classes
from game.core.scenario import BANDS

SIZE = 200


@pytest.fixture(scope="module")
def figure(rehearsed, figure_of):
    return figure_of(rehearsed(SIZE), free_text=True)


def test_the_same_seed_makes_the_same_class(rehearsed):
    assert rehearsed(30) == rehearsed(30)
    assert rehearsed(30) != rehearsed(30, seed=2)


@pytest.mark.parametrize("size", [1, 4, 5, 40, 300])
def test_a_class_has_the_size_that_was_asked_for(rehearsed, figure_of, size):
    figure = figure_of(rehearsed(size))
    assert [seat.number for seat in figure.seats] == list(range(1, size + 1))
    assert len({seat.name for seat in figure.seats}) == size


def test_nobody_is_no_class(rehearsed):
    with pytest.raises(ValueError, match="somebody"):
        rehearsed(0)


@pytest.mark.parametrize("name", ["friday-checklist", "third-leaver", "copier-lease", "slipping-ads"])
def test_people_end_all_over_the_place_and_most_in_the_middle(rehearsed, sources, library, name):
    classes = Classes(rehearsed(SIZE, name=name), sources)
    (figure,) = classes.figures(library.words("en"), lambda _: None)
    bands = Counter(seat.band for seat in figure.seats)
    assert len(bands) >= 4
    assert max(bands.values()) < 0.6 * SIZE
    assert len({seat.path for seat in figure.seats}) > 0.9 * SIZE
    parted = [decision for decision in figure.decisions if decision.came > SIZE / 2]
    assert all(max(len(choice.seats) for choice in each.choices) < 0.95 * each.came for each in parted)


def test_people_expect_rather_too_much(figure):
    gaps = [BANDS.index(seat.predicted) - BANDS.index(seat.band) for seat in figure.seats if seat.predicted]
    assert 0.8 * SIZE < len(gaps) < SIZE
    assert 0.1 < sum(gaps) / len(gaps) < 1
    assert min(gaps) < 0 < max(gaps)


def test_people_write_what_they_mean_to_do(figure, rehearsed, figure_of):
    written = Counter(seat.resolve for seat in figure.seats)
    assert 0 < written[""] < SIZE / 2
    assert len(written) > 8
    japanese = figure_of(rehearsed(20, lang="ja"), "ja", free_text=True)
    assert all("。" in seat.resolve for seat in japanese.seats if seat.resolve)


def test_one_more_has_not_finished(rehearsed, figure_of):
    assert [each.code for each in figure_of(rehearsed(20)).troubles] == ["unfinished"]
    assert figure_of(rehearsed(19)).troubles == ()
