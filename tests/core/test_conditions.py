"""Each condition, before and after the move that brings it about."""

import pytest

from game.core.conditions import All, Any, Between, Chose, Condition, GivenAway, Happened, Not, Scarred
from game.core.game import Game
from game.core.judging import columns_read, holds
from game.core.moves import (
    Ask,
    Blur,
    Break,
    Clarify,
    Complain,
    Concede,
    Deflect,
    Demand,
    Expose,
    Formal,
    Help,
    Keep,
    Learn,
    Lie,
    Promise,
    Recover,
    Request,
    Surface,
)
from game.core.play import replay
from game.core.states import States
from tests.core.build import BOOK, batch, play, straight

BROKEN = (Promise("x"), Break("x"))


@pytest.mark.parametrize(
    ("condition", "steps", "expected"),
    [
        (Happened("knows", "x"), (), False),
        (Happened("knows", "x"), (Ask(("x",)),), True),
        (Happened("knows", "x"), (Learn("x"),), True),
        (Happened("promised", "x"), (), False),
        (Happened("promised", "x"), (Promise("x"),), True),
        (Happened("promised", "x"), BROKEN, True),
        (Happened("kept", "x"), (Promise("x"),), False),
        (Happened("kept", "x"), (Promise("x"), Keep("x")), True),
        (Happened("kept", "x"), (*BROKEN, Keep("x")), False),
        (Happened("broken", "x"), (Promise("x"),), False),
        (Happened("broken", "x"), BROKEN, True),
        (Happened("broken", "x"), (*BROKEN, Keep("x")), True),
        (Happened("lied", "x"), (), False),
        (Happened("lied", "x"), (Lie("x"),), True),
        (Happened("lied", "x"), (Lie("x"), Expose("x")), True),
        (Happened("blurred", "x"), (Blur("x"),), True),
        (Happened("blurred", "x"), (Blur("x"), Clarify("x")), True),
        (Happened("blurred", "x"), (Promise("x", vague=True),), True),
        (Happened("clarified", "x"), (Blur("x"),), False),
        (Happened("clarified", "x"), (Blur("x"), Clarify("x")), True),
        (Happened("clarified", "x"), (Blur("x"), Clarify("x"), Blur("x")), False),
        (Happened("clarified", "x"), (Blur("x"), Surface("x"), Deflect("x", "blur")), False),
        (Happened("complained", "x"), (), False),
        (Happened("complained", "x"), (Complain("x"), Formal("x")), True),
        (Happened("recovered", "x"), (Complain("x"), Formal("x")), False),
        (Happened("recovered", "x"), (Complain("x"), Recover("x", "mail")), True),
        (Happened("conceded", "x"), (Demand("x"),), False),
        (Happened("conceded", "x"), (Demand("x"), Concede("x", 5)), True),
        (Happened("helped", "x"), (), False),
        (Happened("helped", "x"), (Help("x"),), True),
        (Happened("granted", "x"), (Help("y"), Help("z"), Request("x")), True),
        (Happened("granted", "x"), (Request("x"),), False),
        (Happened("refused", "x"), (Request("x"),), True),
        (Happened("refused", "x"), (Request("x"), Help("y"), Help("z"), Request("x")), False),
        (Scarred(), (Lie("x"),), False),
        (Scarred(), (Lie("x"), Expose("x")), True),
        (GivenAway(), (), False),
        (GivenAway(), (Concede(None, 5),), True),
        (GivenAway("x"), (Demand("x"), Concede("x", 5)), True),
        (GivenAway("x"), (Demand("x"), Concede("x", 5, months=3)), False),
        (GivenAway("x"), (Demand("x"), Concede(None, 5)), False),
    ],
    ids=repr,
)
def test_what_happened(condition: Condition, steps, expected: bool):
    states = replay(Game(straight(*steps), BOOK), ["go"] * len(steps)).states
    assert holds(condition, states)[0] == expected


@pytest.mark.parametrize("condition", [Happened("helped", "never"), Chose("s0", "never"), GivenAway("never")])
def test_what_no_move_can_bring_about_never_holds(condition: Condition):
    assert not holds(condition, play(()).states)[0]


@pytest.mark.parametrize("what", ["credit", "standing", "day"])
def test_between(what):
    rows = batch(Game(straight(()), BOOK), [{what: value} for value in (9, 10, 19, 20)])
    assert holds(Between(what, 10, 20), rows).tolist() == [False, True, True, False]
    assert holds(Between(what, 10), rows).tolist() == [False, True, True, True]
    assert holds(Between(what, None, 10), rows).tolist() == [True, False, False, False]
    assert holds(Between(what), rows).all()


def test_all_any_not():
    states: States = play(Help("x")).states
    true, false = Happened("helped", "x"), Scarred()
    table: dict[Condition, bool] = {
        All(()): True, All((true, true)): True, All((true, false)): False,
        Any(()): False, Any((false, true)): True, Any((false, false)): False,
        Not(true): False, Not(false): True, Not(All((true, Not(Any((false,)))))): False,
    }  # fmt: skip
    for condition, expected in table.items():
        assert holds(condition, states)[0] == expected


def test_the_columns_a_condition_reads():
    deep = All((Happened("kept", "p"), Any((Scarred(), Not(Between("day", 3)))), GivenAway(), GivenAway("d")))
    assert columns_read(deep) == {"promise.status:p", "scar", "day", "given", "demand.away:d"}
    assert columns_read(Chose("s", "c")) == {"taken:s.c"}
    assert columns_read(All(())) == set()
