"""The numbers behind the charts of a class: ticks, money, the table of principles, two branches."""

from dataclasses import replace
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.format.words import Words
from game.library import Library
from game.screens.class_room.branches import pair_of
from game.screens.class_room.heat import MOST_COLUMNS, heat_of
from game.screens.class_room.plot import DAYS, Axes, round_ticks, short_money, signed, spread
from game.screens.class_room.tally import MOST_LINES, Tally
from tests.screens.class_room.sample import sample


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.integers(1, 8))
def test_ticks_are_few_evenly_apart_and_within(low, span, most):
    ticks = round_ticks(low, low + span, most)
    assert len(ticks) <= most + 1
    slack = 1e-6 * span + 1e-6 * abs(low)
    assert all(low - slack <= tick <= low + span + slack for tick in ticks)
    gaps = [other - one for one, other in pairwise(ticks)]
    assert all(gap == pytest.approx(gaps[0], rel=1e-3, abs=slack) for gap in gaps)


@pytest.mark.parametrize(
    ("amount", "currency", "lang", "told"),
    [
        (0, "JPY", "ja", "0円"), (9_800, "JPY", "ja", "9,800円"), (5_400_000, "JPY", "ja", "540万円"),
        (120_000_000, "JPY", "ja", "1.2億円"), (5_400_000, "JPY", "en", "JPY 5.4M"),
        (800, "EUR", "en", "EUR 800"),
        (200_000, "EUR", "ja", "EUR 200k"), (3e9, "USD", "en", "USD 3B"), (-50_000, "JPY", "ja", "−5万円"),
    ],
)  # fmt: skip
def test_money_on_an_axis_is_short(amount, currency, lang, told):
    assert short_money(amount, currency, Words(lang)) == told


@pytest.mark.parametrize(("number", "told"), [(3, "3"), (-3, "−3"), (-0.2, "0"), (0, "0"), (-0.6, "−1")])
def test_a_number_has_a_real_minus_and_nothing_has_none(number, told):
    assert signed(number) == told


def test_days_are_spread_in_their_order():
    assert [spread(day) for day in DAYS] == sorted(spread(day) for day in DAYS)
    assert spread(14) > spread(120) / 4
    axes = Axes((0, 0, 100, 50), (0, 0), (spread(100), 10))
    assert (axes.x(spread(0)), axes.x(spread(100))) == (0, 100)
    assert (axes.y(0), axes.y(10)) == (50, 0)


@given(st.sampled_from([5, 40, 120, 121, 173, 400]))
def test_the_table_of_principles_holds_everybody_once(size):
    figure = sample(size)
    heat = heat_of(figure)
    columns = len(heat.rows[0].cells)
    assert columns == min(size, MOST_COLUMNS)
    assert heat.alone is (size <= MOST_COLUMNS)
    for row in heat.rows:
        points = [seat.principles.get(row.principle, 0) for seat in figure.seats]
        assert row.mean == pytest.approx(sum(points) / size)
        assert len(row.cells) == columns
        if heat.alone:
            assert sorted(row.cells) == pytest.approx(sorted(points))


def test_what_set_them_apart_is_where_the_upper_half_had_more():
    figure = sample(20)
    half = sorted(seat.trust for seat in figure.seats)[10]
    seats = tuple(
        replace(seat, principles={"promise": 1, "clarity": 9 if seat.trust > half else -9})
        for seat in figure.seats
    )
    assert heat_of(replace(figure, seats=seats)).apart == "clarity"


def test_the_branch_most_took_stands_beside_the_others_in_turn():
    decision = sample(40).decisions[1]
    pairs = [pair for other in range(3) if (pair := pair_of(decision, other)) is not None]
    assert len(pairs) == 3
    assert {left.choice for left, _ in pairs} == {"c0"}
    trusts = [right.mean_trust or 0 for _, right in pairs]
    assert trusts == sorted(trusts, reverse=True)
    assert pair_of(decision, 3) == pairs[0]
    alone = replace(decision, choices=(decision.choices[0],))
    assert pair_of(alone, 0) is None


def test_the_words_of_money_are_those_of_the_library(tmp_path):
    assert short_money(1_000_000, "JPY", Library(tmp_path).words("ja")) == "100万円"


@given(st.sampled_from([5, 39, 300]))
def test_what_is_counted_ahead_counts_everybody_once(size):
    figure = sample(size)
    tally = Tally(figure)
    tally.fill()
    assert sum(tally.bands.values()) == sum(tally.deals.values()) == size
    assert sum(count for _, count in tally.marks) == size
    assert sum(tally.predicted.values()) == sum(seat.predicted is not None for seat in figure.seats)
    assert len(tally.curves) <= MOST_LINES
    low, high = tally.levels
    assert all(low <= level <= high for curve in tally.curves for _, level in curve)


def test_places_near_each_other_are_taken_together_where_there_are_too_many(monkeypatch):
    figure = sample(300)
    apart = len(Tally(figure).marks)
    monkeypatch.setattr("game.screens.class_room.tally.MOST_MARKS", 20)
    monkeypatch.setattr("game.screens.class_room.tally._GRID", 8)
    near = Tally(figure).marks
    assert len(near) < apart
    assert sum(count for _, count in near) == 300


def test_a_branch_is_the_median_of_those_who_took_it():
    figure = sample(40)
    decision = figure.decisions[0]
    tally = Tally(figure)
    for taken in decision.choices:
        line = tally.branch(decision, taken.choice)
        ends = [seat.curve[-1][1] for seat in figure.seats if seat.number in taken.seats]
        assert len(line) == len(figure.outline.days)
        assert line[-1] == pytest.approx(median(ends))
        assert line[0] == 3
