"""What each move is worth, move by move, against the table of the credit model.

One row a case: the steps, the opening, and the amounts the passbook must show.

Longer than 300 lines because it is the table of moves of the credit model, row by row.
"""

import pytest

from game.core.moves import (
    HOWS,
    Ask,
    Blur,
    Break,
    Celebrate,
    Clarify,
    Complain,
    Concede,
    Correct,
    Credit,
    Deflect,
    Demand,
    Expose,
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
)
from game.core.principles import PRINCIPLES
from game.core.scenario import ConsiderationTerms, Fact, Opening
from game.core.times import InDays
from tests.core.build import BOOK, Step, play

SCARRED = Opening(scarred=True)
PUBLIC = (Fact("site", "on their website", public=True),)
WORTHS = tuple(ConsiderationTerms(size, size, size) for size in ("small", "medium", "large"))


def amounts(*steps: Step, **parts) -> list[int]:
    return play(*steps, **parts).amounts


@pytest.mark.parametrize(
    ("asked", "credit", "amount", "known"),
    [
        (Ask(("a",)), 0, 1, "a"),
        (Ask(("a", "b")), 0, 1 - 4, "ab"),  # excess 1: still answered
        (Ask(("a", "b", "c")), 0, 1 - 10, "ab"),  # excess 2: withheld; 4 + 6 is the most a choice costs
        (Ask(("a", "b", "c", "d")), 0, 1 - 10, "ab"),
        (Ask(("a", "b")), 14, -3, "ab"),
        (Ask(("a", "b")), 15, 2, "ab"),  # fifteen points pay for one more
        (Ask(("a", "b", "c")), 39, 3, "abc"),
        (Ask(("a", "b", "c", "d", "e")), 39, 3 - 4 - 6, "abcd"),
        (Ask(("a", "b", "c", "d", "e")), 40, 3 - 4 - 6, "abcde"),  # from 40 nobody closes up
        (Ask(("a", "b")), -50, -3, "ab"),  # below zero credit tolerates no less than at zero
        (Ask(("a", "b"), why=True), 0, 2, "ab"),  # a reason lowers the excess by one
        (Ask(("a", "b", "c"), why=True), 0, 2 - 4, "abc"),
        (Ask(("site",)), 0, -4, "site"),  # public counts double
        (Ask(("site",), why=True), 0, 1, "site"),
        (Ask(("a", "b", "c", "d"), invited=True), 0, 4, "abcd"),
        (Ask(("a",), count=12), 0, 1 - 10, "a"),
        (Ask((), count=1), 0, 1, ""),
        (Ask(("a", "a")), 0, 1 - 4, "a"),
    ],
)
def test_questions(asked: Ask, credit: int, amount: int, known: str):
    played = play(asked, credit=credit, facts=PUBLIC)
    assert played.amounts == [amount]
    facts = {
        name.removeprefix("fact.known:")
        for name, value in played.before.items()
        if "fact.known" in name and value
    }
    assert facts == set(known if known != "site" else ["site"])


def test_one_question_costs_at_most_eight_and_one_choice_at_most_ten():
    assert amounts(*[Ask((name,)) for name in "abcdef"]) == [1, -4, -6, -8, -8, -8]
    assert amounts((Ask(("a", "b", "c")), Ask(("d", "e")))) == [-9, 0]


def test_questions_are_counted_until_something_is_given_or_a_day_passes():
    ask = [Ask((name,)) for name in "abcdefgh"]
    assert amounts(ask[0], Inform("t"), ask[1], ask[2]) == [1, 3, 1, 1]
    assert amounts(Inform("t"), Inform("u"), Inform("v"), *ask[:5]) == [
        3,
        3,
        3,
        1,
        1,
        1,
        1,
        -4,
    ]  # three are banked
    assert amounts(ask[0], ask[1], 1, ask[2], ask[3]) == [1, -4, 1, -4]
    assert amounts(Inform("t"), 1, *ask[:4]) == [3, 1, 1, 1, -4], "a new day does not take what was banked"
    for giving in (TellRecord("r"), Help("h")):
        assert play(giving).before["questions"] == -2
    for nothing in (Inform("t"), TellRecord("r", told=False), Propose(True), FollowUp("f")):
        assert play(Inform("t"), nothing).before["questions"] == -2
    assert play(Promise("p"), Keep("p")).before["questions"] == -2
    assert play(Ask(tuple("abcdefghijkl")), credit=80).before["questions"] == 9


def test_a_fact_already_known_is_asked_in_vain():
    assert amounts(Ask(("a",)), 1, Ask(("a",))) == [1, 0]
    assert amounts(Ask(("a",), invited=True), Ask(("a",), invited=True)) == [1, 0]


@pytest.mark.parametrize(
    ("persona", "most"), [("busy", 0), ("default", 1), ("careful", 1), ("formal", 1), ("warm", 2)]
)
def test_patience_is_the_personas(persona: str, most: int):
    found = amounts(*[Ask((name,)) for name in "abcd"], persona=persona)
    assert [amount > 0 for amount in found] == [number < most for number in range(4)]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((Inform("a"), Inform("a"), Inform("b")), [3, 0, 3]),
        ([TellRecord("a")] * 4, [6, 3, 1, 0]),
        ([TellRecord("a", told=False)] * 3, [2, 1, 0]),
        ((TellRecord("a"), TellRecord("b")), [6, 6]),
        ((Propose(True),), [2]),
        ((Propose(True, ("x",)),), [2]),
        ((Ask(("x",)), Propose(True, ("x", "y"))), [1, 5]),
        ((Ask(tuple("vwxyz"), invited=True), Propose(True, tuple("vwxyz"))), [5, 9]),
        ((Ask(("x",)), *[Propose(True, ("x",))] * 3), [1, 5, 2, 1]),
        ((Ask(("x",)), Propose(True, ("x",)), Propose(True)), [1, 5, 2]),
        ((Propose(False), Propose(False)), [-5, -5]),
        ((StartSmall("a"), StartSmall("b")), [3, 3]),
        ((StartSmall("a"), StartSmall("a")), None),
        ((Help("a"), Help("a"), Help("b")), [6, 0, 6]),
        (("delivery", Celebrate("a"), FollowUp("b"), Celebrate("c"), FollowUp("d")), [3, 3, 0, 0]),
        (("delivery", Celebrate("a"), "aftercare", Celebrate("a")), [3, 3]),
        ([Credit(9, "own", "promise")] * 3, [9, 4, 2]),
        ([Credit(-9, "own", "promise")] * 2, [-9, -9]),
    ],
)
def test_giving(steps, expected):
    if expected is None:
        with pytest.raises(ValueError, match="not offered"):
            play(*steps)
    else:
        assert amounts(*steps) == expected


PROMISED = {
    ("small", "default"): (4, 12),
    ("medium", "default"): (6, 20),
    ("large", "default"): (9, 30),
    ("small", "careful"): (5, 15),
    ("medium", "careful"): (7, 25),
    ("large", "careful"): (11, 38),
    ("small", "burned_before"): (6, 18),
    ("medium", "burned_before"): (9, 30),
    ("large", "burned_before"): (13, 45),
}
"""(keep, breach) by size and persona: what is earned is rounded down, what is lost is rounded up."""


@pytest.mark.parametrize(("case", "worth"), PROMISED.items())
def test_promises_by_size_and_persona(case: tuple[str, str], worth: tuple[int, int]):
    size, persona = case
    kept, lost = worth
    parts = {"size": size, "persona": persona}
    assert amounts(Promise("p"), 5, Keep("p"), **parts) == [0, kept]
    assert amounts(Promise("p"), 4, Keep("p"), **parts) == [0, kept + 1], "a day early"
    assert amounts(Promise("p"), Break("p"), **parts) == [0, -lost]
    assert amounts(Promise("p"), 6, **parts) == [0, -lost], "its day passed"
    back = -(-lost // 4)
    assert amounts(Promise("p"), 6, Keep("p"), **parts) == [0, -lost, back], "a quarter comes back"
    third = -(-lost // 3)
    assert amounts(Promise("p"), Renegotiate("p", InDays(9)), 9, Keep("p"), **parts) == [0, -third, kept]


def test_goodwill_softens_honest_failures_only():
    lost = [amounts(Promise("p"), Break("p"), credit=credit)[1] for credit in (-50, 0, 1, 17, 50, 70, 100)]
    assert lost == [-12, -12, -12, -11 - 0, -9, -8, -6]  # ceil(12 × (200 − credit) / 200)
    assert amounts(Promise("p"), Renegotiate("p", InDays(9)), credit=70) == [0, -3]
    assert amounts(Blur("b"), Surface("b"), credit=70) == [0, -6]
    assert amounts(Complain("c"), credit=70) == [-6]
    assert amounts(Complain("c", "major"), credit=70) == [-12]
    assert amounts(Propose(False), Stand("above"), Request("r"), credit=30) == [-5, -5, -2]
    assert amounts(Lie("l"), Correct("l"), credit=80) == [4, -10]
    assert amounts(Complain("c"), Formal("c"), credit=80) == [-5, -6]
    assert amounts(Complain("c"), Deflect("c", "complaint"), credit=80) == [-5, -10]
    assert amounts(Demand("d", 5), Hold("d"), credit=80) == [0, -4]


def test_lies_work_until_they_are_found_out():
    assert amounts(Lie("l"), Lie("l"), Lie("l"), Lie("l")) == [4, 2, 1, 0]
    assert amounts(Lie("l"), Expose("l"), credit=56) == [4, -90]
    assert amounts(Lie("l"), Expose("l"), credit=-20) == [4, -30]
    assert amounts(Lie("l"), Expose("l"), credit=-90) == [4, -14], "no lower than the bound"
    found_out, corrected = play(Lie("l"), Expose("l")), play(Lie("l"), Correct("l"))
    assert (found_out.before["scar"], corrected.before["scar"]) == (1, 0)
    assert found_out.entries[1].numbers["wiped"] == 4
    assert corrected.settled == ()


def test_a_scar_halves_deposits_rounded_up_but_not_what_comes_back():
    assert amounts(Inform("i"), TellRecord("r"), Help("h"), opening=SCARRED) == [2, 3, 3]
    assert amounts(TellRecord("r"), TellRecord("r"), TellRecord("r"), opening=SCARRED) == [3, 2, 1]
    assert amounts(Promise("p"), 5, Keep("p"), opening=SCARRED) == [0, 2]
    assert amounts(Ask(("a", "b", "c"), invited=True), opening=SCARRED) == [2]
    assert amounts(Ask(("a", "b", "c")), opening=SCARRED) == [1 - 10]
    assert amounts(Credit(7, "own", "promise"), Credit(-7, "own", "promise"), opening=SCARRED) == [4, -7]
    assert amounts(Blur("b"), Surface("b"), Own("b", "visit"), opening=SCARRED) == [0, -8, 8]
    assert amounts(Complain("c"), Recover("c", "visit", deed=True), opening=SCARRED) == [-8, 8], "no bonus"
    assert amounts(Promise("p"), 6, Keep("p"), opening=SCARRED) == [0, -12, 3]
    assert amounts(Lie("l"), opening=SCARRED) == [2]


MENDED = {  # days since: what comes back of 8, of 18 with a deed, by visit, call and mail
    0: ((8, 6, 4), (18, 14, 9)),
    1: ((8, 6, 4), (18, 14, 9)),
    2: ((4, 3, 2), (9, 7, 5)),
    3: ((4, 3, 2), (9, 7, 5)),
    4: ((2, 2, 1), (4, 3, 2)),
    7: ((2, 2, 1), (4, 3, 2)),
    8: ((0, 0, 0), (0, 0, 0)),
    50: ((0, 0, 0), (0, 0, 0)),
}


@pytest.mark.parametrize(("days", "back"), MENDED.items())
def test_what_comes_back_by_how_fast_and_how(days: int, back):
    owned, recovered = back
    for how, eight, eighteen in zip(HOWS, owned, recovered, strict=True):
        assert amounts(Blur("b"), Surface("b"), days, Own("b", how)) == [0, -8, eight]
        deed = Recover("c", how, deed=True)
        assert amounts(Complain("c", "major"), days, deed) == [-18, eighteen]
        half = -(
            -18
            * {0: 100, 1: 100, 2: 50, 3: 50, 4: 20, 7: 20}.get(days, 0)
            * {"visit": 4, "call": 3, "mail": 2}[how]
            // 800
        )
        assert amounts(Complain("c", "major"), days, Recover("c", how)) == [-18, half]


def test_only_the_credit_that_comes_back_is_rounded():
    """Half of three quarters is 37.5 percent: of 64 that is 24 to the point, of 27 it is 11."""
    book = BOOK.laid_over({"clarity.surface": 27})
    assert amounts(Blur("b"), Surface("b"), 2, Own("b", "call"), book=book) == [0, -27, 11]


def test_a_good_recovery_raises_the_bar():
    sincere_a, sincere_b = (Recover(name, "visit", deed=True) for name in "ab")
    assert amounts(Complain("a"), sincere_a) == [-8, 11]
    assert amounts(Complain("a"), 1, sincere_a, Complain("b"), sincere_b) == [-8, 11, -16, 16]
    assert amounts(Complain("a"), sincere_a, Complain("b", "major")) == [-8, 11, -36]
    assert amounts(Complain("a"), 2, sincere_a, Complain("b")) == [-8, 4, -8], (
        "slow: nothing learned to expect"
    )
    assert amounts(Complain("a"), Recover("a", "visit"), Complain("b")) == [-8, 4, -8], "words only"
    assert amounts(Complain("a"), sincere_a, Complain("b"), Formal("b"), Complain("c")) == [
        -8,
        11,
        -16,
        -6,
        -8,
    ]
    assert amounts(Complain("a", "major"), sincere_a) == [-18, 18]
    assert amounts(Complain("a"), Formal("a"), Complain("b"), sincere_b) == [-8, -6, -8, 8], "not the first"


def test_an_unanswered_complaint_costs_its_opening_again_at_the_end():
    def left(*steps: Step, **parts) -> list[int]:
        return [entry.amount for entry in play(*steps, **parts).settled]

    assert left(Complain("a")) == [-8]
    assert left(Complain("a"), credit=80) == [-8], "nothing softens it"
    assert left(Complain("a", "major")) == [-18]
    assert left(Complain("a"), Deflect("a", "complaint")) == [-8], "deflected, it stays open"
    assert left(Complain("a"), Recover("a", "visit", deed=True), Complain("b")) == [-16]
    assert left(Complain("a"), Formal("a")) == []


@pytest.mark.parametrize(
    ("answer", "amount", "standing", "given", "conceded"),
    [
        (Concede("d", 20), 2, -25, 20, 20),
        (Concede("d", 3), 2, -8, 3, 3),
        (Concede("d", 20, considerations=("large",)), 5, 0, 0, 20),
        (Concede("d", 20, considerations=("medium",)), 2, -15, 10, 20),
        (Concede("d", 20, considerations=("medium", "bare")), 5, 0, 0, 20),
        (Concede("d", 20, considerations=("small",), months=12), 2, -10, 5, 20),
        (Concede("d", 10, months=12), 5, 0, 0, 10),
        (Concede("d", 10, months=13), 2, -15, 10, 10),
        (Concede("d", 20, months=1, unlisted=True), 5, 0, 0, 20),
        (Concede("d", work="small"), 2, -10, 5, 0),
        (Concede("d", work="medium", considerations=("medium",)), 5, 0, 0, 0),
        (Concede("d", work="large"), 2, -25, 20, 0),
        (Concede("d", 5, work="small"), 2, -15, 10, 5),
        (Concede(None, 10), 2, -15, 10, 10),
        (Concede("d", 10, considerations=("small", "small")), 2, -10, 5, 10),
    ],
)
def test_concessions(answer: Concede, amount: int, standing: int, given: int, conceded: int):
    played = play(Demand("d", 20), answer, considerations=WORTHS)
    assert played.amounts == [0, amount]
    assert played.before["standing"] == standing
    assert (played.before["given"], played.before["conceded"]) == (given, conceded)
    assert [entry.amount for entry in played.settled] == ([-(5 + given)] if given else [])
    assert [entry.day for entry in played.settled] == ([60] if given else [])


def test_the_bill_weighs_by_persona_and_nothing_softens_it():
    bills = {
        persona: play(Concede(None, 20), persona=persona, credit=80).settled[0].amount
        for persona in ("default", "price_driven", "formal")
    }
    assert bills == {"default": -25, "price_driven": -32, "formal": -28}


def test_the_next_demand_is_worth_half_as_much_more():
    played = play(
        Demand("d", 10), Concede("d", 10), Demand("e", 10), Concede("e", 10, considerations=("medium",))
    )
    assert [entry.numbers.get("excess") for entry in played.entries] == [None, 10, None, 5]
    assert played.before["given"] == 15
    fair = play(
        Demand("d", 10),
        Concede("d", 10, months=6),
        Demand("e", 10),
        Concede("e", 10, considerations=("medium",)),
    )
    assert fair.amounts == [0, 5, 0, 5]
    odd = play(Concede(None, 3), Demand("e", 5), Concede("e", 5))
    assert odd.before["given"] == 3 + 8, "half as much more, rounded up"


def test_a_consideration_covers_once():
    twice = play(
        Demand("d", 10), Concede("d", 10, considerations=("medium",)),
        Demand("e", 10), Concede("e", 10, considerations=("medium",)),
    )  # fmt: skip
    assert twice.amounts == [0, 5, 0, 2]


@pytest.mark.parametrize(
    ("hold", "amount"),
    [
        (Hold("d"), -4),
        (Hold("d", reason=True), 1),
        (Hold("d", alternative=True), 1),
        (Hold("d", reason=True, alternative=True), 3),
    ],
)
def test_holding(hold: Hold, amount: int):
    for standing, after in ((-20, -15), (-3, 0), (0, 0), (20, 20)):
        played = play(Demand("d", 10), hold, standing=standing)
        assert played.amounts == [0, amount]
        assert played.before["standing"] == after
    small = StartSmall("one")
    held = 0 if hold.alternative else 3
    assert amounts(Demand("d", 10), (hold, small)) == [0, amount, held]
    assert amounts(Demand("d", 10), hold, small) == [0, amount, 3], "another choice, another deed"


def test_a_demand_held_can_still_be_conceded_but_held_only_once():
    assert amounts(Demand("d", 10), Hold("d", reason=True), Concede("d", 10, months=6)) == [0, 1, 5]
    assert amounts(Demand("d", 10), (Hold("d", reason=True), Hold("d", reason=True))) == [0, 1]
    assert amounts(Demand("d", 10), (Concede("d", 10), Concede("d", 10), Hold("d"))) == [0, 2]


@pytest.mark.parametrize(
    ("level", "amount", "moves"),
    [
        ("below", 0, {-95: -100, -20: -30, 0: -10, 20: 10}),
        ("level", 0, {-25: -15, -5: 0, 0: 0, 7: 0, 25: 15}),
        ("above", -5, {-20: -20, -1: -1, 0: 15, 20: 35, 95: 100}),
    ],
)
def test_standing(level, amount: int, moves: dict[int, int]):
    for before, after in moves.items():
        played = play(Stand(level), standing=before)
        assert played.amounts == [amount]
        assert played.before["standing"] == after


def test_blaming_the_customer_puts_us_above():
    for steps in (
        (Blur("b"), Surface("b"), Deflect("b", "blur")),
        (Complain("b"), Deflect("b", "complaint")),
    ):
        played = play(*steps)
        assert played.amounts[-1] == -10
        assert played.before["standing"] == 10


@pytest.mark.parametrize(
    ("steps", "credit", "standing", "granted"),
    [
        ((), 39, 0, False),
        ((), 40, 0, True),
        ((), 40, 30, True),
        ((), 40, 31, False),
        ((), 40, -31, False),
        ((Help("h"),), 18, 0, False),  # 24 after it, 25 needed
        ((Help("h"),), 19, 0, True),
        ((Help("h"), 5), 19, 0, True),
        ((Help("h"), 6), 19, 0, False),  # faded by one: 26 needed
        ((Help("h"), 6), 20, 0, True),
        ((Help("h"), Help("i")), 0, 0, True),
    ],
)
def test_favours(steps: tuple[Step, ...], credit: int, standing: int, granted: bool):
    played = play(*steps, Request("v"), credit=credit, standing=standing)
    assert played.before["favour.status:v"] == (1 if granted else 2)
    assert played.entries[-1].amount == (0 if granted else -2)


@pytest.mark.parametrize(
    ("persona", "needed"), [("default", 40), ("warm", 36), ("price_driven", 40), ("busy", 40)]
)
def test_a_favour_fades(persona: str, needed: int):
    def asked(days: int) -> int:
        return play(Help("h"), days, Request("v"), persona=persona).entries[-1].numbers["needed"]

    fading = BOOK.personas[persona].fading
    assert [asked(0), asked(fading - 1), asked(fading), asked(2 * fading)] == [25, 25, 26, 27]
    assert asked(90) == needed


def test_bounds_say_what_really_moved():
    played = play(Inform("a"), Inform("b"), Inform("c"), credit=95)
    assert [(entry.amount, entry.balance) for entry in played.entries] == [(3, 98), (2, 100), (0, 100)]
    assert amounts(Promise("p"), Break("p"), credit=-95) == [0, -5]
    assert amounts(Promise("p"), Break("p"), 1, Keep("p"), credit=-95) == [0, -5, 2], (
        "a quarter of what it cost"
    )


def test_every_entry_names_a_principle_and_a_reason():
    played = play(
        Inform("i"), TellRecord("r"), Propose(True), Help("h"), Request("v"), Blur("b"), Clarify("b"),
        Complain("c"),
        Lie("l"), Stand("level"), Demand("d", 5), Concede("d", 5), Celebrate("z"), FollowUp("z"),
        StartSmall("s"),
    )  # fmt: skip
    for entry in played.entries:
        assert entry.principle in PRINCIPLES
        assert entry.reason.rule
        assert entry.scene
        assert entry.choice == "go"
        assert all(type(value) is int for value in entry.numbers.values())
