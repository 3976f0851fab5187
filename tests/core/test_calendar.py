"""What falls due: on its own day, in the order of the kinds; silence; the settlement."""

from typing import Any

import pytest

from game.core.game import Game
from game.core.moves import (
    Blur,
    Break,
    Celebrate,
    Chat,
    Clarify,
    Complain,
    Concede,
    Correct,
    Deflect,
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
    Recover,
    Renegotiate,
    Stand,
    Surface,
    TellRecord,
    Wait,
)
from game.core.passbook import Entry
from game.core.play import replay, settle
from game.core.scenario import BlurTerms, LieTerms, PromiseTerms
from game.core.times import AfterScene, InDays, OnDate
from tests.core.build import BOOK, TUESDAY, choice, end, play, scenario, scene


def due(entries: tuple[Entry, ...]) -> list[tuple[int, str, str]]:
    """(day, rule, about) of what nobody chose."""
    return [
        (entry.day, entry.reason.rule, "+".join(entry.reason.about.values()))
        for entry in entries
        if entry.choice is None
    ]


ALL_AT_ONCE: dict[str, Any] = {
    "promises": (PromiseTerms("p", "p", InDays(60)), PromiseTerms("o", "o", InDays(60))),
    "blurs": (BlurTerms("b", "b", "b", InDays(60)), BlurTerms("a", "a", "a", InDays(60))),
    "lies": (LieTerms("l", "l", InDays(60)), LieTerms("k", "k", InDays(60))),
}
LATENT = (Blur("a"), Blur("b"), Promise("o"), Promise("p"), Lie("k"), Lie("l"), Concede(None, 5))


def test_one_day_settles_by_kind_then_as_declared():
    played = play("delivery", LATENT, 61, "aftercare", (), **ALL_AT_ONCE)
    assert due(played.entries) == [
        (30, "silence", ""),
        (60, "break.due", "p"),
        (60, "break.due", "o"),
        (60, "surface", "b"),
        (60, "surface", "a"),
        (60, "expose", "l"),
        (60, "expose", "k"),
        (60, "bill", ""),
        (60, "silence", ""),
    ]
    assert {entry.scene for entry in played.entries} == {"s0"}, "booked under the scene left"
    assert all(entry.day == 0 for entry in played.entries if entry.choice)


def test_the_day_comes_before_the_kind():
    played = play(
        (Promise("p"), Blur("b"), Lie("l"), Concede(None, 5), Complain("c")), 200,
        promises=(PromiseTerms("p", "p", InDays(9)),), blurs=(BlurTerms("b", "b", "b", InDays(3)),),
        lies=(LieTerms("l", "l", InDays(1)),),
    )  # fmt: skip
    assert due(played.entries) == [
        (1, "expose", "l"), (3, "surface", "b"), (9, "break.due", "p"), (60, "bill", ""),
    ]  # fmt: skip
    assert due(played.settled) == [(290, "complaint.left_open", "c")]


def test_the_settlement_brings_everything_to_light():
    played = play((*LATENT, Complain("c"), Complain("d")))
    assert due(played.settled) == [
        (5, "break.due", "o"), (5, "break.due", "p"), (30, "surface", "a"), (30, "surface", "b"),
        (45, "expose", "k"), (45, "expose", "l"), (60, "bill", ""),
        (90, "complaint.left_open", "c"), (90, "complaint.left_open", "d"),
    ]  # fmt: skip
    assert all(entry.scene == "s1" for entry in played.settled)


def test_a_later_day_of_its_own_is_cut_at_the_end_of_the_settlement():
    book = BOOK.laid_over({"terms.bill_days": 200})
    played = play(
        (Blur("b"), Lie("l"), Concede(None, 5)), book=book,
        blurs=(BlurTerms("b", "b", "b", InDays(500)),), lies=(LieTerms("l", "l", InDays(40)),),
    )  # fmt: skip
    assert due(played.settled) == [(40, "expose", "l"), (90, "surface", "b"), (90, "bill", "")]


def test_a_promise_is_good_on_its_day_and_open_if_it_is_due_on_the_last():
    assert play(Promise("p"), 5, Keep("p")).amounts == [0, 4]
    assert play(Promise("p"), 6, Keep("p")).amounts == [0, -12, 3]
    assert play(Promise("p"), due=InDays(89)).before["promise.status:p"] == 1
    assert due(play(Promise("p"), due=InDays(89)).settled) == [(89, "break.due", "p")]
    for days in (90, 91, 400):
        assert due(play(Promise("p"), due=InDays(days)).settled) == []
    assert due(play(3, Promise("p"), 2, (), due=OnDate(TUESDAY.date())).entries) == [(3, "break.due", "p")]


def test_a_vague_promise_is_a_blur_until_it_ends():
    vague = Promise("p", vague=True)
    assert due(play(vague, 5, Keep("p")).settled) == []
    assert due(play(vague, Break("p")).settled) == []
    assert due(play(vague, 6, ()).entries) == [(5, "break.due", "p")]
    assert due(play(vague, Clarify("p")).settled) == [(5, "break.due", "p")]
    assert due(play(vague, due=InDays(200)).settled) == [(30, "surface", "p")]
    assert play(vague, Surface("p"), Keep("p"), Own("p", "visit")).amounts == [0, -8, 5, 8]
    terms = (BlurTerms("p", "p", "p", InDays(2)),)
    assert due(play(vague, 3, (), blurs=terms).entries) == [(2, "surface", "p")]
    again = play(Blur("p"), Clarify("p"), vague, 3, (), blurs=terms)
    assert due(again.entries) == [(2, "surface", "p")], "made plain once, blurred again"


def test_a_promise_is_moved_once_and_before_its_day():
    moved = Renegotiate("p", InDays(7))
    assert play(Promise("p"), 4, moved, 7, Keep("p")).amounts == [0, -4, 4]
    assert due(play(Promise("p"), 4, moved, 8, ()).entries) == [(11, "break.due", "p")]
    assert play(Promise("p"), (moved, moved)).amounts == [0, -4]
    assert play(Promise("p"), 5, (moved, Chat("on its day"))).amounts == [0]


LATE_STORY: dict[str, Any] = {
    "promises": (PromiseTerms("p", "p", AfterScene(3, "s1")), PromiseTerms("q", "q", InDays(50))),
    "blurs": (BlurTerms("b", "b", "b", AfterScene(4, "s1")),),
    "lies": (LieTerms("l", "l", AfterScene(5, "s1")),),
}


def test_what_counts_from_a_scene_waits_for_it():
    all_four = (Promise("p"), Promise("q"), Renegotiate("q", AfterScene(6, "s1")), Blur("b"), Lie("l"))
    played = play(all_four, 20, (), 20, (), **LATE_STORY)
    assert due(played.entries) == [
        (23, "break.due", "p"), (24, "surface", "b"), (25, "expose", "l"), (26, "break.due", "q"),
    ]  # fmt: skip
    never = play((), (), all_four, **LATE_STORY)
    assert due(never.settled)[0] == (3, "break.due", "p"), "counted from the day it was entered, before"


def test_what_counts_from_a_scene_that_never_comes():
    here = scene("s0", choice("go", Promise("p"), Blur("b"), Lie("l"), to="end"), choice("other", to="s1"))
    game = Game(scenario(here, scene("s1", choice("go")), end(), **LATE_STORY), BOOK)
    replayed = replay(game, ["go"])
    settle(game, replayed.scene, replayed.states, replayed.passbook)
    assert due(replayed.passbook.entries()) == [(30, "surface", "b"), (45, "expose", "l")]


def test_a_day_not_known_yet_moves_nothing():
    here = scene("s0", choice("go", Wait(AfterScene(3, "s1")), Wait(OnDate(TUESDAY.date())), to="s1"))
    game = Game(scenario(here, scene("s1", choice("go"), after=AfterScene(1, "end")), end()), BOOK)
    assert int(replay(game, ["go", "go"]).states["day"][0]) == 0


def test_waiting_settles_in_its_place_among_the_moves():
    played = play((Promise("p"), Wait(InDays(6)), Keep("p"), Inform("i")))
    assert [(entry.day, entry.choice, entry.amount) for entry in played.entries] == [
        (0, "go", 0), (5, None, -12), (6, "go", 3), (6, "go", 3),
    ]  # fmt: skip


def silence(*steps, **parts) -> list[int]:
    return [entry.day for entry in play(*steps, **parts).entries if entry.reason.rule == "silence"]


def test_silence_is_charged_by_the_month_after_the_signature_only():
    assert silence((), 100, ()) == []
    for before in ("approach", "discovery", "proposal", "negotiation"):
        assert silence(before, (), 100, "delivery", ()) == []
    for after in ("delivery", "aftercare"):
        assert silence(after, (), 29, ()) == []
        assert silence(after, (), 30, ()) == [30]
        assert silence(after, (), 100, ()) == [30, 60, 90]
        assert silence(after, (), 45, (), 45, ()) == [30, 60, 90], "two short waits are one long one"
    assert silence("delivery", (), 50, "proposal", (), 50, "aftercare", (), 29, ()) == [30]
    assert silence("delivery", (), 500, ()) == [30, 60, 90], "three at most"
    assert {entry.amount for entry in play("delivery", (), 90, (), credit=80).entries} == {-3}
    assert play("delivery", ()).settled == (), "not in the settlement"


ACTS = (Inform("a"), Help("a"), Celebrate("a"), FollowUp("a"))
NO_ACTS = (Chat("a"), TellRecord("a"), Stand("level"), Blur("a"), Lie("a"), Complain("a"))


@pytest.mark.parametrize("act", ACTS, ids=repr)
def test_an_act_for_the_customer_breaks_the_silence(act):
    assert silence("delivery", (), 20, act, 29, ()) == []
    assert silence("delivery", (), 40, act, 40, ()) == [30, 70]
    assert silence("delivery", (), 50, act, 400, ()) == [30, 80, 110], "and begins a new month, not a new row"
    assert silence("delivery", (), 400, act, 400, ()) == [30, 60, 90]
    assert len(silence("delivery", (), 400, "proposal", (), "delivery", (), 400, ())) == 6, "a new signature"


@pytest.mark.parametrize(
    ("prepared", "act"),
    [
        (Promise("p"), Keep("p")),
        ((Promise("p"), Break("p")), Keep("p")),
        (Complain("c"), Recover("c")),
        ((Blur("b"), Surface("b")), Own("b")),
    ],
)
def test_answering_is_an_act(prepared, act):
    assert silence("delivery", prepared, 4, act, 29, ()) == []


@pytest.mark.parametrize("nothing", NO_ACTS, ids=repr)
def test_talk_does_not_break_the_silence(nothing):
    assert silence("delivery", (), 20, nothing, 20, ()) == [30]


def test_a_move_that_cannot_apply_does_nothing():
    for move in (
        Surface("b"), Clarify("b"), Own("b"), Deflect("b", "blur"), Expose("l"), Correct("l"), Keep("p"),
        Break("p"), Renegotiate("p", InDays(3)), Recover("c"), Formal("c"), Deflect("c", "complaint"),
        Hold("d"), Concede("d", 10),
    ):  # fmt: skip
        played = play((move, Chat("so that it is offered")))
        assert played.entries == ()
        assert played.before == play((Chat("x"), move)).before
