"""One set of rules: what a batch does to a row is what it does to that row alone, for every move."""

from typing import get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.moves import Chat, Learn, Move, Wait
from game.core.passbook import Passbook
from game.core.play import settle
from game.core.rules import RULES, run
from game.core.rules.turn import Turn
from game.core.states import Mask, States
from tests.core.build import batch, read, same
from tests.core.strategies import EVERY_MOVE, MOVES, accounts, everything

GAME = everything()
WITHOUT_ENTRY = (Learn, Chat, Wait)
quickly = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def test_every_move_has_a_rule_and_a_sample():
    assert set(RULES) == set(get_args(Move)) == set(EVERY_MOVE)


def turn_of(states: States, passbook: Passbook) -> Turn:
    return Turn(GAME, states, passbook, "s0", "all")


@pytest.mark.parametrize("move", MOVES, ids=repr)
@given(data=st.data())
@quickly
def test_a_move_does_to_a_row_of_many_what_it_does_to_it_alone(move: Move, data: st.DataObject):
    before = data.draw(accounts(GAME))
    where: Mask = np.array(data.draw(st.lists(st.booleans(), min_size=len(before), max_size=len(before))))
    many, book_of_many = before.copy(), Passbook()
    able = RULES[type(move)].may(turn_of(before.copy(), Passbook(keeps=False)), move)
    run(turn_of(many, book_of_many), (move,), where)
    for row in range(len(before)):
        alone = before.take(np.array([row]))
        book_of_one = Passbook()
        run(turn_of(alone, book_of_one), (move,), where[[row]])
        entries = book_of_many.entries(row)
        assert same(alone, many.take(np.array([row])))
        assert book_of_one.entries(row) == entries
        now, was = read(many, row), read(before, row)
        assert now["credit"] - was["credit"] == sum(entry.amount for entry in entries)
        assert max(abs(now["credit"]), abs(now["standing"])) <= 100
        assert -3 <= now["questions"] <= 9
        if not (where[row] and able[row]):
            assert now == was
            assert not entries
        elif not isinstance(move, WITHOUT_ENTRY):
            assert len(entries) == 1, "one entry a move, zero amounts included"


@given(data=st.data())
@quickly
def test_the_settlement_does_to_a_row_of_many_what_it_does_to_it_alone(data: st.DataObject):
    before = data.draw(accounts(GAME, n=24))
    many, book_of_many = before.copy(), Passbook()
    settle(GAME, 5, many, book_of_many)
    for row in range(len(before)):
        alone, book_of_one = before.take(np.array([row])), Passbook()
        settle(GAME, 5, alone, book_of_one)
        assert same(alone, many.take(np.array([row])))
        assert book_of_one.entries(row) == book_of_many.entries(row)
        assert int(many["day"][row]) == int(before["day"][row]) + 90


def test_a_passbook_that_keeps_nothing_moves_the_same_credit():
    keeping, forgetting = (batch(GAME, [{"credit": 12}, {"credit": 99}]) for _ in range(2))
    kept, forgotten = Passbook(), Passbook(keeps=False)
    run(turn_of(keeping, kept), MOVES, keeping.everywhere())
    run(turn_of(forgetting, forgotten), MOVES, forgetting.everywhere())
    assert same(keeping, forgetting)
    assert (len(forgotten), forgotten.entries()) == (0, ())
    assert len(kept) > 20
