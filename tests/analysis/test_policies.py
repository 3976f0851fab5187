"""Each policy means what its name says, move by move, and sees only what a trainee sees."""

import numpy as np
import pytest

from game.analysis.policies import POLICIES, RANKED, moves_of_policy, plays, share, tops
from game.analysis.weights import TABLE
from game.core.game import Game
from game.core.moves import (
    Ask,
    Blur,
    Break,
    Celebrate,
    Chat,
    Clarify,
    Complain,
    Concede,
    Correct,
    Deflect,
    Demand,
    FollowUp,
    Formal,
    Help,
    Hold,
    Inform,
    Keep,
    Lie,
    Own,
    Promise,
    Propose,
    Recover,
    Renegotiate,
    Request,
    Stand,
    StartSmall,
    Surface,
    TellRecord,
    Wait,
)
from game.core.passbook import Passbook
from game.core.play import offered, replay, start
from game.core.scenario import ConsiderationTerms, Fact, Opening
from game.core.times import InDays
from tests.core.build import BOOK, choice, end, scenario, scene


def taken(policy, options, before=(), **parts):
    """The names of the choices a policy takes one of; ``before`` is done in a scene of its own."""
    story = scenario(
        scene("before", choice("c", *before, to="here")),
        scene("here", *(choice(name, *moves) for name, moves in options.items())),
        end(),
        facts=(Fact("f", "f"), Fact("g", "g", public=True)),
        considerations=(ConsiderationTerms("c", "c"),),
        **parts,
    )
    game = Game(story, BOOK)
    there = replay(game, ["c"])
    mask = tops(game, there.scene, there.states, offered(game, there.scene, there.states))
    row = mask[RANKED.index(policy), 0]
    return {name for name, yes in zip(options, row, strict=True) if yes}


WAIT = [Wait(InDays(3))]
LATER = [Renegotiate("p", InDays(5))]
BELOW, LEVEL, ABOVE = [Stand("below")], [Stand("level")], [Stand("above")]
DEED, WHY = Recover("c", deed=True), Hold("d", reason=True)
SURFACED = (Blur("b"), Surface("b"))
CASES = [
    # policy, what was done before, options, which are taken
    ("honest", (Promise("p"),), {"keep": [Keep("p")], "later": LATER, "not": []}, "keep"),
    ("honest", (Promise("p"),), {"later": LATER, "break": [Break("p")], "not": []}, "later"),
    ("honest", (), {"lie": [Lie("l"), Inform("t"), Help("h")], "not": []}, "not"),
    ("honest", (), {"ask": [Ask(("f",))], "why": [Ask(("f",), why=True)], "sheet": [Ask(("f", "g"))]}, "why"),
    ("honest", (), {"ask": [Ask(("f",))], "not": []}, "ask"),
    ("honest", (), {"sheet": [Ask(("f", "g"), count=6)], "not": []}, "not"),
    ("honest", (), {"sheet": [Ask(("f", "g"), count=6, invited=True)], "not": []}, "sheet"),
    ("honest", (Ask(("f",)),), {"again": [Ask(("f",))], "not": []}, "not"),
    ("honest", (Inform("t"),), {"again": [Inform("t")], "new": [Inform("u")]}, "new"),
    ("honest", (TellRecord("r"),), {"again": [TellRecord("r")], "new": [TellRecord("s")]}, "new"),
    ("honest", (), {"told": [TellRecord("r")], "shown": [TellRecord("r", told=False)]}, "told"),
    ("honest", (Help("h"),), {"again": [Help("h")], "new": [Help("i")]}, "new"),
    ("honest", (), {"us": [Propose(for_customer=False)], "them": [Propose(for_customer=True)]}, "them"),
    ("honest", (Blur("b"),), {"plain": [Clarify("b")], "not": []}, "plain"),
    ("honest", SURFACED, {"mail": [Own("b", "mail")], "visit": [Own("b", "visit")]}, "visit"),
    ("honest", SURFACED, {"no": [Deflect("b", "blur")], "not": []}, "not"),
    ("honest", (Complain("c"),), {"form": [Formal("c")], "words": [Recover("c")], "deed": [DEED]},
     "deed"),
    ("honest", (Complain("c"),), {"form": [Formal("c")], "not": []}, "form"),
    ("honest", (Lie("l"),), {"correct": [Correct("l")], "not": []}, "correct"),
    ("honest", (Demand("d", 10),), {"give": [Concede("d", 10)], "no": [Hold("d")], "why": [WHY]},
     "why"),
    ("honest", (Demand("d", 10),),
     {"swap": [Concede("d", 10, considerations=("c",))], "why": [WHY]}, "swap"),
    ("honest", (), {"below": BELOW, "level": LEVEL, "above": ABOVE}, "level"),
    ("honest", (), {"favour": [Request("f")], "not": []}, "not"),
    ("honest", (Help("h"),), {"favour": [Request("f")], "not": []}, "favour"),
    ("honest", (), {"glad": [Celebrate("c")], "care": [FollowUp("f")], "chat": [Chat("c")]}, "glad care"),
    ("interrogator", (), {"one": [Ask(("f",))], "sheet": [Ask(("f", "g"))], "give": [Inform("t")]}, "sheet"),
    ("interrogator", (Ask(("f",)),), {"again": [Ask(("f",))], "give": [Inform("t")]}, "again"),
    ("interrogator", (), {"a": [Inform("t")], "b": [Lie("l")]}, "a b"),
    ("caver", (Demand("d", 10),), {"give": [Concede("d", 10)], "no": [WHY]}, "give"),
    ("caver", (Demand("d", 10),), {"swap": [Concede("d", 5, months=6)], "give": [Concede("d", 5)]}, "give"),
    ("caver", (), {"below": BELOW, "level": LEVEL}, "below"),
    ("caver", (), {"work": [Concede(None, 0, "small")], "above": ABOVE, "not": []}, "work"),
    ("liar", (), {"lie": [Lie("l")], "truth": [Inform("t")]}, "lie"),
    ("liar", (), {"blur": [Blur("b")], "plain": [Chat("c")]}, "blur"),
    ("liar", (), {"vague": [Promise("p", vague=True)], "clear": [Promise("p")]}, "vague"),
    ("liar", SURFACED, {"no": [Deflect("b", "blur")], "own": [Own("b")], "not": []}, "no"),
    ("liar", (Complain("c"),), {"no": [Deflect("c", "complaint")], "well": [Recover("c")]}, "no"),
    ("forgetful", (), {"promise": [Promise("p")], "give": [Inform("t")]}, "promise"),
    ("forgetful", (Promise("p"),), {"keep": [Keep("p")], "later": LATER, "not": []}, "not"),
    ("forgetful", (Promise("p"),), {"keep": [Keep("p")], "wait": WAIT, "not": []}, "wait"),
    ("pusher", (), {"us": [Propose(for_customer=False)], "them": [Propose(for_customer=True)]}, "us"),
    ("pusher", (), {"above": ABOVE, "level": LEVEL, "wait": WAIT}, "above"),
    ("pusher", (), {"small": [StartSmall("s")], "not": [], "wait": WAIT}, "not"),
]  # fmt: skip


@pytest.mark.parametrize(("policy", "before", "options", "expected"), CASES)
def test_what_a_policy_takes(policy, before, options, expected):
    assert taken(policy, options, before) == set(expected.split())


def test_the_tolerance_is_that_of_the_opening_credit():
    options = {"two": [Ask(("f", "h"))], "not": []}
    assert taken("honest", options) == {"not"}
    assert taken("honest", options, opening=Opening(credit=20)) == {"two"}
    # Credit earned on the way is hidden and changes nothing; patience banked by giving is seen.
    assert taken("honest", options, before=(Inform("t"),)) == {"two"}


def test_what_cannot_apply_counts_nothing():
    options = {"keep": [Keep("p"), Inform("t")], "tell": [TellRecord("r")]}
    assert taken("honest", options) == {"keep", "tell"}


def test_where_nothing_is_on_offer_nothing_is_taken():
    game = Game(scenario(scene("only", choice("a")), end()), BOOK)
    states = start(game, Passbook(keeps=False), 3).states
    none = np.zeros((3, 1), dtype=np.bool_)
    assert not tops(game, 0, states, none).any()
    assert share(none).tolist() == [[0.0]] * 3


def test_equal_ones_have_equal_weight():
    assert share(np.array([[True, False, True], [True, True, True]])).sum(axis=1).tolist() == [1.0, 1.0]


def test_every_row_of_the_table_has_a_reason_and_every_policy_a_name():
    assert all(row.why for row in TABLE.values())
    assert (*RANKED, "random", "best", "worst") == POLICIES
    for name in RANKED:
        assert moves_of_policy(name)


def test_whether_a_scenario_offers_a_policy_its_moves():
    game = Game(scenario(scene("only", choice("a", Lie("l")), choice("b", Chat("c"))), end()), BOOK)
    assert plays(game, "liar")
    assert not any(plays(game, name) for name in RANKED if name != "liar")
