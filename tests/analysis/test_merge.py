"""Merging is exact, and large numbers add up."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from game.analysis import counts, merge
from game.analysis.merge import Pile, merged, narrowed, widened
from game.core.times import FAR

NUMBERS = st.sampled_from([0, 1, 2, -5, 300, 9_999, FAR, -FAR])
WIDE = NUMBERS | st.sampled_from([40_000, -(2**30)])


def cells(values):
    return st.integers(1, 30).flatmap(lambda n: arrays(np.int32, (5, n), elements=values))


@given(cells(WIDE))
def test_narrow_cells_can_be_widened_again(some):
    assert (widened(narrowed(some)) == some).all()


@given(cells(NUMBERS))
def test_two_states_get_one_number_if_and_only_if_they_are_equal(some):
    distinct, numbers = merged(narrowed(some))
    assert (distinct[:, numbers] == narrowed(some)).all()
    assert distinct.shape[1] == len(np.unique(some, axis=1).T)


@given(cells(WIDE))
def test_wide_cells_merge_too(some):
    distinct, numbers = merged(some)
    assert (distinct[:, numbers] == some).all()
    assert distinct.shape[1] == len(np.unique(some, axis=1).T)


def test_many_columns_overflow_into_a_new_word():
    rng = np.random.default_rng(0)
    some = rng.integers(0, 200, size=(40, 5_000)).astype(np.int16)
    both = np.concatenate([some, some[:, ::-1]], axis=1)
    distinct, numbers = merged(both)
    assert distinct.shape == (40, 5_000)
    assert (distinct[:, numbers] == both).all()


@given(st.lists(cells(NUMBERS), min_size=1, max_size=6))
def test_a_pile_merges_whatever_came_when(batches):
    before, merge.ROOM = merge.ROOM, 3  # type: ignore[misc]
    try:
        pile = Pile()
        for batch in batches:
            pile.add(batch)
        distinct, numbers = pile.settle()
    finally:
        merge.ROOM = before  # type: ignore[misc]
    whole = np.concatenate(batches, axis=1)
    assert len(pile) == distinct.shape[1] == len(np.unique(whole, axis=1).T)
    for batch, which in zip(batches, numbers, strict=True):
        assert (distinct[:, which] == batch).all()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2**100)), max_size=20))
def test_large_numbers_add_up(pairs):
    found = counts.zeros(2**110, 4)
    for place, number in pairs:
        digits = np.array([[number >> (32 * d) & (2**32 - 1)] for d in range(len(found))], dtype=np.uint64)
        counts.add_at(found, np.array([place]), digits)
        counts.carry(found)
    assert counts.total(found) == sum(number for _, number in pairs)
    for place in range(4):
        assert counts.total(found[:, [place]]) == sum(number for at, number in pairs if at == place)
