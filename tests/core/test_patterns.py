"""The patterns P1–P22 that must hold whatever the numbers are, for every persona and opening credit.

Each docstring says what the pattern is and where it comes from. Papers are cited from their abstracts:
the patterns are ordinal, no published number is claimed. Every test takes the rulebook, so that
``test_guard.py`` can hand it a spoiled one and see it fail. Longer than 300 lines because the
patterns are one table, read from top to bottom.
"""

from collections.abc import Sequence

import pytest

from game.core.game import Game
from game.core.moves import (
    HOWS,
    SIZES,
    Ask,
    Blur,
    Break,
    Celebrate,
    Chat,
    Clarify,
    Complain,
    Concede,
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
    Move,
    Own,
    Promise,
    Propose,
    Recover,
    Renegotiate,
    Request,
    Size,
    Stand,
    StartSmall,
    Surface,
    TellRecord,
)
from game.core.play import replay
from game.core.rulebook import Rulebook
from game.core.scenario import Opening
from game.core.times import InDays
from tests.core.build import BOOK, CREDITS, PERSONAS, Step, choice, end, play, scenario, scene

every_persona = pytest.mark.parametrize("persona", PERSONAS)
every_credit = pytest.mark.parametrize("credit", CREDITS)
every_size = pytest.mark.parametrize("size", SIZES)


@pytest.fixture
def book() -> Rulebook:
    return BOOK


def kept(name: str) -> tuple[Step, ...]:
    """A promise, and its keeping on the day it falls due."""
    return Promise(name), 5, Keep(name)


FOUND_OUT: tuple[Step, ...] = (Lie("lie"), Expose("lie"))
BROKEN: tuple[Step, ...] = (Promise("broken"), Break("broken"))


@every_persona
@every_size
def test_p01_one_broken_promise_costs_three_to_eight_kept_ones(book: Rulebook, persona: str, size: Size):
    """P1, Slovic 1993 (trust is easier lost than won), at neutral credit, kept on the due day."""
    cost = -play(*BROKEN, book=book, persona=persona, size=size).moved
    gain = play(*kept("a"), book=book, persona=persona, size=size).moved
    assert 3 * gain <= cost <= 8 * gain


@every_persona
@every_size
def test_p02_the_same_honest_failure_costs_less_of_the_trusted(book: Rulebook, persona: str, size: Size):
    """P2, Robinson 1996 (early trust cushions a breach): break, renegotiate, surface, complain."""
    failures: list[tuple[Step, ...]] = [
        BROKEN,
        (Promise("a"), Renegotiate("a", InDays(9))),
        (Blur("a"), Surface("a")),
        (Complain("a", "minor"),),
        (Complain("a", "major"),),
    ]
    for failure in failures:
        trusted, neutral = (
            play(*failure, book=book, persona=persona, size=size, credit=credit).moved for credit in (70, 0)
        )
        assert neutral < trusted < 0


@every_persona
@every_size
def test_p03_five_kept_promises_mend_a_breach_but_not_a_lie(book: Rulebook, persona: str, size: Size):
    """P3, Schweitzer, Hershey & Bradlow 2006: from 30, a breach heals, the same with a lie does not."""
    mending = [step for number in range(5) for step in kept(f"p{number}")]
    after_breach = play(*BROKEN, *mending, book=book, persona=persona, size=size, credit=30)
    after_lie = play(*FOUND_OUT, *mending, book=book, persona=persona, size=size, credit=30)
    assert after_breach.credit >= 27 > after_lie.credit


@every_persona
@every_credit
@every_size
def test_p04_an_announced_deed_mends_faster_less_so_after_a_lie(
    book: Rulebook, persona: str, credit: int, size: Size
):
    """P4, Schweitzer, Hershey & Bradlow 2006: a promise helps recovery, after deception less."""

    def gain(wrong: Sequence[Step]) -> int:
        announced = play(*wrong, *kept("a"), book=book, persona=persona, size=size, credit=credit)
        silent = play(*wrong, 5, FollowUp("a"), book=book, persona=persona, size=size, credit=credit)
        return announced.credit - silent.credit

    assert gain(BROKEN) > 0
    assert gain(FOUND_OUT) < gain(BROKEN)


@every_persona
def test_p05_one_lie_found_out_ends_below_zero_from_ninety(book: Rulebook, persona: str):
    """P5, principle ``honesty``: losing it takes an instant."""
    assert play(*FOUND_OUT, book=book, persona=persona, credit=90).credit < 0


@every_persona
@pytest.mark.parametrize("in_one_breath", [True, False])
def test_p06_five_questions_in_a_row(book: Rulebook, persona: str, in_one_breath: bool):
    """P6, principle ``interrogation``: at 0 they cost and close the customer up, at 60 they do not."""
    facts = ("a", "b", "c", "d", "e")
    asking: list[Step] = [Ask(facts)] if in_one_breath else [Ask((fact,)) for fact in facts]
    stranger = play(*asking, book=book, persona=persona, credit=0)
    trusted = play(*asking, book=book, persona=persona, credit=60)
    assert stranger.moved < 0
    assert sum(stranger.before[f"fact.known:{fact}"] for fact in facts) < 5
    assert trusted.moved >= 0
    assert sum(trusted.before[f"fact.known:{fact}"] for fact in facts) == 5


@every_persona
@every_credit
@pytest.mark.parametrize("in_one_breath", [True, False])
def test_p07_give_then_ask_beats_ask_then_give(
    book: Rulebook, persona: str, credit: int, in_one_breath: bool
):
    """P7, principle ``interrogation``: never worse, strictly better from three questions.

    Where credit pays for more than three questions (P6), it is strictly better from the first that
    credit no longer pays for.
    """
    tolerance = book.personas[persona].patience + max(credit, 0) // 15
    for questions in (1, 2, 3, 4, 6, 8):
        facts = tuple(f"f{number}" for number in range(questions))
        asking: list[Step] = [Ask(facts)] if in_one_breath else [Ask((fact,)) for fact in facts]
        give_first = play(Inform("a"), *asking, book=book, persona=persona, credit=credit)
        ask_first = play(*asking, Inform("a"), book=book, persona=persona, credit=credit)
        assert give_first.credit >= ask_first.credit
        known = [sum(each.before[f"fact.known:{fact}"] for fact in facts) for each in (give_first, ask_first)]
        assert known[0] >= known[1]
        if questions >= max(3, tolerance + 2):
            assert give_first.credit > ask_first.credit


@every_persona
def test_p07_at_neutral_it_is_strict_from_three_questions(book: Rulebook, persona: str):
    """P7, principle ``interrogation``, its threshold as written, where nothing was saved up."""
    ask = Ask(("a", "b", "c"))
    assert (
        play(Inform("i"), ask, book=book, persona=persona).credit
        > play(ask, Inform("i"), book=book, persona=persona).credit
    )


@every_persona
@every_credit
def test_p07_spread_beats_front_loaded(book: Rulebook, persona: str, credit: int):
    """P7, principle ``interrogation``: questions between gifts, or over days, never worse than at once.

    Strictly better at neutral; saved credit pays for them all (P6).
    """
    a, b, c, d = (Ask((name,)) for name in "abcd")
    at_once = play(a, b, c, d, Inform("i"), Inform("j"), book=book, persona=persona, credit=credit)
    between = play(a, Inform("i"), b, c, Inform("j"), d, book=book, persona=persona, credit=credit)
    days = play(a, 1, b, 1, c, 1, d, Inform("i"), Inform("j"), book=book, persona=persona, credit=credit)
    for spread in (between, days):
        assert spread.credit >= at_once.credit
        if credit == 0:
            assert spread.credit > at_once.credit


@every_persona
@every_credit
def test_p08_a_record_told_beats_one_displayed_and_wears_out(book: Rulebook, persona: str, credit: int):
    """P8, principle ``track_record``: the story counts, the third telling less than a third of it."""
    told = play(*[TellRecord("a")] * 3, book=book, persona=persona, credit=credit).amounts
    displayed = play(TellRecord("a", told=False), book=book, persona=persona, credit=credit).moved
    assert told[0] > displayed > 0
    assert 3 * told[2] < told[0]


@every_persona
@every_credit
def test_p09_only_a_first_minor_fast_sincere_recovery_ends_above(book: Rulebook, persona: str, credit: int):
    """P9, de Matos 2007, Magnini 2007, Maxham & Netemeyer 2002: the recovery paradox and its limits."""

    def ends(*steps: Step) -> int:
        return play(*steps, book=book, persona=persona, credit=credit).credit

    sincere = Recover("a", "visit", deed=True)
    for days in (0, 1):
        assert ends(Complain("a"), days, sincere) > credit
        assert ends(Complain("a", "major"), days, sincere) <= credit
    for days in (2, 3, 5, 7, 8, 30):
        assert ends(Complain("a"), days, sincere) < credit
    for how in HOWS:
        assert ends(Complain("a"), Recover("a", how, deed=False)) < credit
    for first in (sincere, Recover("a", "mail"), Formal("a")):
        before = ends(Complain("a"), first)
        assert ends(Complain("a"), first, Complain("b"), Recover("b", "visit", deed=True)) <= before


@every_persona
@pytest.mark.parametrize("credit", [-60, *CREDITS, 20, 40, 72, 80, 94])
def test_p10_a_good_recovery_is_worth_more_last_than_first(book: Rulebook, persona: str, credit: int):
    """P10, Maxham & Netemeyer 2002: who was well served once judges the second failure harder."""
    good_a, good_b = (Recover(name, "visit", deed=True) for name in "ab")
    formal_first = play(
        Complain("a"), Formal("a"), Complain("b"), good_b, book=book, persona=persona, credit=credit
    )
    good_first = play(
        Complain("a"), good_a, Complain("b"), Formal("b"), book=book, persona=persona, credit=credit
    )
    assert formal_first.trust > good_first.trust


COVERS = {
    5: Concede("d", 5, considerations=("logo",)),
    10: Concede("d", 10, months=12),
    20: Concede("d", 20, considerations=("interview", "case")),
    30: Concede("d", 30, considerations=("interview",), months=12, unlisted=True),
}
"""The same percentages, each covered (an undeclared consideration is worth medium)."""


@every_persona
@every_credit
@pytest.mark.parametrize("percent", COVERS)
def test_p11_caving_signs_and_loses(book: Rulebook, persona: str, credit: int, percent: int):
    """P11, principles ``no_caving`` and ``exchange``: signed, with lower trust *and* lower value."""
    demand = Demand("d", percent)
    caved = play(demand, Concede("d", percent), book=book, persona=persona, credit=credit).outcome
    covered = play(demand, COVERS[percent], book=book, persona=persona, credit=credit).outcome
    assert caved.deal == covered.deal == "signed"
    assert caved.trust < covered.trust
    assert caved.value is not None
    assert covered.value is not None
    assert caved.value < covered.value


@every_persona
def test_p12_a_favour_is_granted_after_help_and_refused_ninety_days_later(book: Rulebook, persona: str):
    """P12, Burger 1997: the pull of a favour fades. About the credits at which help decides."""
    decided = []
    for credit in range(0, 100, 4):
        at_once = play(Help("h"), Request("r"), book=book, persona=persona, credit=credit)
        later = play(Help("h"), 90, Request("r"), book=book, persona=persona, credit=credit)
        assert at_once.before["favour.status:r"] <= later.before["favour.status:r"], "granted is the lower"
        if at_once.before["favour.status:r"] == 1 and later.before["favour.status:r"] == 2:
            decided.append(credit)
    assert decided


@every_persona
@every_credit
def test_p13_nice_talk_alone_moves_nothing(book: Rulebook, persona: str, credit: int):
    """P13, Guenzi & Georges 2010: likeability has no effect on trust."""
    talk = play(*(Chat(f"weather{number}") for number in range(5)), book=book, persona=persona, credit=credit)
    nothing = play((), book=book, persona=persona, credit=credit)
    assert talk.entries == talk.settled == ()
    assert talk.before == nothing.before
    assert talk.trust == credit


@every_persona
@every_credit
def test_p14_a_misunderstanding_owned_early_late_or_deflected(book: Rulebook, persona: str, credit: int):
    """P14, principle ``clarity``: the customer's misunderstanding is our responsibility."""

    def ends(*steps: Step) -> int:
        return play(*steps, book=book, persona=persona, credit=credit).trust

    surfaced: tuple[Step, ...] = (Blur("a"), Surface("a"))
    never = ends(())
    at_once = [ends(*surfaced, days, Own("a", "visit")) for days in (0, 1)]
    late = [ends(*surfaced, days, Own("a", how)) for days in (2, 5, 8) for how in HOWS]
    deflected = ends(*surfaced, Deflect("a", "blur"))
    assert never >= max(at_once)
    assert min(at_once) > max(late)
    assert min(late) > deflected


@every_persona
@every_credit
@pytest.mark.parametrize("standing", [-40, 40])
def test_p15_level_beats_above_and_below(book: Rulebook, persona: str, credit: int, standing: int):
    """P15, principle ``equality``: at equal credit who stands level is trusted more."""
    level = play((), book=book, persona=persona, credit=credit).outcome
    off = play((), book=book, persona=persona, credit=credit, standing=standing).outcome
    assert level.credit == off.credit
    assert level.trust > off.trust
    assert level.renewal > off.renewal


A_BUSY_YEAR: tuple[Step, ...] = (
    (Ask(("a", "b", "c")), Inform("i"), Promise("p"), Blur("u")), 3, Keep("p"), Lie("l"), Demand("d", 20),
    Concede("d", 20), Complain("k"), "delivery", 40, Recover("k"), Promise("q"), Stand("above"), 100,
    Celebrate("c"), FollowUp("f"), Expose("l"), Credit(7, "own", "promise"), Complain("m", "major"),
)  # fmt: skip


@every_persona
@every_credit
def test_p16_entries_explain_the_balance_and_the_path_decides(book: Rulebook, persona: str, credit: int):
    """P16, arithmetic: entries sum to the balance, bounds hold, the path alone decides the outcome."""
    first, again = (play(*A_BUSY_YEAR, book=book, persona=persona, credit=credit) for _ in range(2))
    entries = first.entries + first.settled
    balance = credit
    for entry in entries:
        balance += entry.amount
        assert entry.balance == balance
        assert -100 <= balance <= 100
    assert balance == first.outcome.credit
    assert (again.entries + again.settled, again.outcome) == (entries, first.outcome)


@every_persona
@every_credit
def test_p17_speaking_clearly_is_never_worse(book: Rulebook, persona: str, credit: int):
    """P17, principle ``clarity``: than blurring and clarifying, whatever lies between."""
    clear = play(Inform("i"), 5, FollowUp("f"), book=book, persona=persona, credit=credit)
    for steps in (
        (Inform("i"), Blur("a"), Clarify("a"), 5, FollowUp("f")),
        (Inform("i"), Blur("a"), 5, (FollowUp("f"), Clarify("a"))),
    ):
        assert clear.trust >= play(*steps, book=book, persona=persona, credit=credit).trust
    vague = play(
        Promise("p", vague=True), Clarify("p"), 5, Keep("p"), book=book, persona=persona, credit=credit
    )
    assert play(*kept("p"), book=book, persona=persona, credit=credit).trust >= vague.trust


@every_persona
@every_credit
@pytest.mark.parametrize("percent", COVERS)
def test_p18_exchange_then_reason_then_bare_no(book: Rulebook, persona: str, credit: int, percent: int):
    """P18, principles ``exchange`` and ``no_caving``; both good answers ≥ 10 above giving it away."""

    def ends(answer: Move) -> int:
        return play(Demand("d", percent), answer, book=book, persona=persona, credit=credit).trust

    covered = ends(COVERS[percent])
    alternative = ends(Hold("d", reason=True, alternative=True))
    assert covered >= alternative > ends(Hold("d"))
    assert alternative > ends(Hold("d", reason=True)) > ends(Hold("d"))
    assert min(covered, alternative) >= 10 + ends(Concede("d", percent))


@every_persona
@every_credit
@pytest.mark.parametrize("standing", [-40, -10, 0, 10, 40])
def test_p19_arrogance_does_not_undo_caving(book: Rulebook, persona: str, credit: int, standing: int):
    """P19, principle ``equality``: after caving, ``stand: above`` and ``deflect`` never raise trust."""
    caving: tuple[Step, ...] = (Complain("k"), Demand("d", 10), Concede("d", 10))
    plain = play(*caving, book=book, persona=persona, credit=credit, standing=standing).trust
    for arrogance in (Stand("above"), Deflect("k", "complaint")):
        after = play(*caving, arrogance, book=book, persona=persona, credit=credit, standing=standing)
        assert after.trust <= plain


@every_persona
@every_credit
def test_p20_promising_and_keeping_in_one_breath_earns_nothing(book: Rulebook, persona: str, credit: int):
    """P20, no farming: no credit, and no patience for the questions that follow."""
    questions = Ask(("a", "b", "c", "d", "e", "f", "g", "h"))
    breath = play((Promise("p"), Keep("p")), questions, book=book, persona=persona, credit=credit)
    assert breath.amounts[:2] == [0, 0]
    assert breath.trust == play((), questions, book=book, persona=persona, credit=credit).trust


EARNING: tuple[Move, ...] = (
    Inform("a"), TellRecord("a"), TellRecord("a", told=False), Propose(True), Propose(True, ("known",)),
    Help("a"), Lie("a"), StartSmall("a"), Celebrate("a"), FollowUp("a"), Credit(9, "own", "promise"),
    Concede(None, 5, considerations=("a",)), Concede(None, 5, months=6), Concede(None, 5, unlisted=True),
    Concede(None, 5), Ask(("a",), invited=True),
)  # fmt: skip


@every_persona
@every_credit
@pytest.mark.parametrize("move", EARNING, ids=repr)
def test_p20_a_scene_repeated_earns_less(book: Rulebook, persona: str, credit: int, move: Move):
    """P20, no farming: the same again in a hub is worth less than it was, or is not offered at all."""
    hub = scene("hub", choice("again", move, to="hub", times=3), choice("leave"), hub=True)
    game = Game(scenario(hub, end(), persona=persona, opening=Opening(credit=credit, facts=("known",))), book)
    once = replay(game, ["again"])
    assert once.passbook.entries()[0].amount > 0
    if "again" in once.offered:
        first, second = replay(game, ["again", "again"]).passbook.entries()
        assert second.amount < first.amount


@every_persona
@every_credit
@pytest.mark.parametrize("rhythm", [20, 60, 90, 180])
def test_p21_a_year_of_care_ends_above_a_year_of_silence(
    book: Rulebook, persona: str, credit: int, rhythm: int
):
    """P21, principle ``partnership``: staying after the contract, however often one calls.

    Also for the least there is, a call that earns once a phase: it must never be better to vanish.
    """
    care: list[Step] = ["delivery", ()]
    for number in range(360 // rhythm):
        care += [rhythm, "aftercare", FollowUp(f"{number}")]
    with_care = play(*care, book=book, persona=persona, credit=credit).trust
    assert (
        with_care
        > play("delivery", (), 360, "aftercare", (), book=book, persona=persona, credit=credit).trust
    )


@every_persona
@every_credit
@pytest.mark.parametrize("severity", ["minor", "major"])
def test_p22_unanswered_then_formal_then_recovered(book: Rulebook, persona: str, credit: int, severity):
    """P22, principle ``recovery``: any answer beats none, any real one beats the form."""

    def ends(*answer: Step) -> int:
        return play(Complain("a", severity), *answer, book=book, persona=persona, credit=credit).trust

    unanswered, formal = ends(), ends(Formal("a"))
    recovered = [
        ends(days, Recover("a", how, deed)) for days in (0, 3, 9) for how in HOWS for deed in (True, False)
    ]
    assert unanswered < formal < min(recovered)
