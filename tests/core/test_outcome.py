"""The three readings of a settled state, with figures worked out by hand; what a next meeting starts with."""

import numpy as np
import pytest

from game.core.game import Game
from game.core.moves import (
    Ask,
    Break,
    Concede,
    Demand,
    Expose,
    Help,
    Keep,
    Lie,
    Promise,
    Renegotiate,
    Request,
    StartSmall,
)
from game.core.outcome import PromiseRecord, band_index, opening_after, outcome, promise_records, trust, years
from game.core.play import replay
from game.core.reveal import Reveal
from game.core.scenario import BANDS, ConsiderationTerms, Offer, Opening, PromiseTerms
from game.core.times import FAR, AfterScene, InDays
from tests.core.build import BOOK, batch, play, read, straight

THREE_YEARS = ConsiderationTerms("years", "three years", "large", years=3)
ONE_YEAR = ConsiderationTerms("case", "a case study")
SIGN = Concede(None, 10, considerations=("years",))
GAME = Game(
    straight((SIGN, StartSmall("s")), considerations=(THREE_YEARS, ONE_YEAR), offer=Offer("x", 1_000_000)),
    BOOK,
)


@pytest.mark.parametrize(
    ("credit", "standing", "expected"),
    [
        (50, 0, 50),
        (50, 10, 50),
        (50, -11, 50),
        (50, 12, 49),
        (50, -40, 35),
        (-100, 100, -145),
        (100, -100, 55),
    ],
)
def test_trust(credit: int, standing: int, expected: int):
    assert trust(GAME, batch(GAME, [{"credit": credit, "standing": standing}])).tolist() == [expected]


def test_bands_at_their_thresholds():
    levels = {-100: 0, -16: 0, -15: 1, 14: 1, 15: 2, 39: 2, 40: 3, 64: 3, 65: 4, 100: 4}
    for scar, most in ((0, 4), (1, 2)):
        rows = batch(GAME, [{"credit": level, "scar": scar} for level in levels])
        assert band_index(GAME, rows).tolist() == [min(band, most) for band in levels.values()]
    assert BANDS[2] == "credited"


YEARS = [
    # credit, standing, given, conceded, expansion, multi-year; renewal, upsell, workload, satisfaction, value
    # 0.45 × 1.00; 1 + .45 + .2025 = 1.6525; × 1,000,000 × .80
    ((0, 0, 0, 0, 0, 0), (45, 0, 20, 50, 1_322_000)),
    # trust 50: 45 + 25; (50 − 15) // 2; 20 − 5; 1 + .7·1.17 + (.819)² = 2.489761; × .85
    ((50, 0, 0, 0, 0, 0), (70, 17, 15, 75, 2_116_296)),
    # doubled with an expansion, ten more with years: .8 × 1.34 = 1.072; 1 + 1.072 + 1.149184; × .9 × .85
    ((50, 0, 0, 10, 1, 1), (80, 34, 15, 75, 2_464_205)),
    # twenty given away: nothing more is sold, the work doubles; 20 + 40 + 30 // 4 − 4
    ((50, -30, 20, 20, 1, 0), (65, 0, 63, 50, 613_460)),
    # the bounds: 45 + 50 + 10, 40 × 2; 20 − 10; 1 + 1.746 + 3.048516; × .9
    ((100, 0, 0, 0, 1, 1), (97, 80, 10, 100, 5_215_064)),
    # far below: 45 − 73 → 5; 20 + 0 + 0; 50 − 73 → 0; 1 + .05 + .0025
    ((-100, 100, 0, 0, 0, 0), (5, 0, 20, 0, 842_000)),
    # 20 + 80 + 25 → 80; 1 + .05 + .0025
    ((-100, -100, 40, 60, 0, 0), (5, 0, 80, 0, 84_200)),
    # below zero the halves are rounded down: 45 + (−3 // 2)
    ((-3, 0, 0, 0, 0, 0), (43, 0, 20, 48, 1_291_920)),
]


@pytest.mark.parametrize(("state", "expected"), YEARS)
def test_three_years(state: tuple[int, ...], expected: tuple[int, ...]):
    names = ("credit", "standing", "given", "conceded", "expansion", "consideration.got:years")
    row = batch(GAME, [dict(zip(names, state, strict=True))])
    account = years(GAME, row, "signed")
    assert account.value is not None
    found = (account.renewal, account.upsell, account.workload, account.satisfaction, account.value)
    assert tuple(int(each[0]) for each in found) == expected
    lost = years(GAME, row, "lost").value
    open_ = years(GAME, row, "open").value
    assert lost is not None
    assert open_ is not None
    level = int(trust(GAME, row)[0])
    assert int(lost[0]) == 0
    assert int(open_[0]) == expected[-1] * min(max(level, 0), 60) // 100


def test_the_largest_price_does_not_overflow():
    game = Game(straight((), offer=Offer("x", 10**12)), BOOK)
    account = years(game, batch(game, [{"credit": 100, "expansion": 1}]), "signed")
    # renewal 95, upsell 80, workload 10: 1 + 1.71 + 2.9241 = 5.6341
    assert account.value is not None
    assert account.value.tolist() == [10**12 * 9 // 10 * 56341 // 10_000]


def test_the_outcome_of_a_play():
    steps = (Ask(("a",)), SIGN, StartSmall("s"), Lie("l"), Expose("l"))
    result = play(*steps, considerations=(THREE_YEARS, ONE_YEAR)).outcome
    assert (result.credit, result.standing, result.trust, result.band) == (-30, 0, -30, "shut_out")
    assert (result.deal, result.price_percent, result.given_percent) == ("signed", 90, 0)
    assert (result.considerations, result.scarred, result.expansion) == (("years",), True, True)
    assert play((), deal="lost").outcome.value == 0
    assert play((), offer=None).outcome.value is None
    with pytest.raises(ValueError, match="no ending"):
        outcome(GAME, 0, batch(GAME, [{}]))


def test_the_reveal_is_a_value():
    played = play(Promise("p"))
    entries = played.entries + played.settled
    parts = (("go",), 0, entries, len(played.entries), played.outcome, (), Opening())
    reveal = Reveal(*parts)
    assert reveal == Reveal(*parts)
    assert [entry.reason.rule for entry in reveal.entries[reveal.settled_from :]] == ["break.due"]


def test_what_became_of_the_promises():
    terms = [
        PromiseTerms(name, name, AfterScene(1, "never") if name == "f" else InDays(200 if name == "a" else 5))
        for name in "abcdef"
    ]
    made = tuple(Promise(name) for name in "abcdf")
    played = play(2, made, Keep("b"), Break("d"), 6, Keep("c"), promises=tuple(terms))
    assert promise_records(played.game, played.states) == (
        PromiseRecord("a", 2, 202, "open"),
        PromiseRecord("b", 2, 7, "kept"),
        PromiseRecord("c", 2, 7, "kept_late"),
        PromiseRecord("d", 2, 7, "broken"),
        PromiseRecord("f", 2, None, "open"),
    )


def test_what_a_continued_meeting_begins_with():
    first = play(
        Ask(("a",)), Help("h"), Promise("p"), Promise("q"), Promise("r"), Keep("r"), 10, Demand("d", 20),
        Concede("d", 20, considerations=("case",)), Lie("l"), Expose("l"),
        promises=(PromiseTerms("p", "p", InDays(120)), PromiseTerms("q", "q", AfterScene(2, "never"))),
        considerations=(ONE_YEAR,),
    )  # fmt: skip
    carried = opening_after(first.game, first.states)
    assert carried == Opening(
        credit=first.outcome.credit, standing=-15, facts=("a",), scarred=True, given_percent=10,
        conceded_percent=20, considerations=("case",), favours={"h": 100}, promises={"p": 20, "q": FAR},
    )  # fmt: skip
    next_story = straight(
        (Help("h"), Help("new")), 21, (), Renegotiate("other", InDays(1)),
        promises=(PromiseTerms("q", "q", AfterScene(5, "s1")), PromiseTerms("p", "p", InDays(3))),
    )  # fmt: skip
    game = Game(next_story, BOOK, carried)
    start = read(batch(game, [{}]))
    assert (start["credit"], start["standing"], start["scar"]) == (first.outcome.credit, -15, 1)
    assert (start["given"], start["conceded"], start["consideration.got:case"]) == (10, 20, 1)
    assert (start["help.day:h"], start["promise.due:p"], start["promise.due:q"]) == (-100, 20, FAR)
    played = replay(game, ["go"])
    amounts = [(entry.day, entry.reason.rule, entry.amount) for entry in played.passbook.entries()]
    assert amounts == [(0, "help", 0), (0, "help", 3), (20, "break.due", -12)]
    assert int(played.states["promise.due:q"][0]) == 26
    assert np.array_equal(played.states["day"], [21])


def test_a_favour_from_an_earlier_meeting_still_counts():
    for ago, granted in ((0, 1), (60, 1), (66, 2)):
        played = play(Request("v"), opening=Opening(credit=35, favours={"then": ago}))
        assert played.before["favour.status:v"] == granted
