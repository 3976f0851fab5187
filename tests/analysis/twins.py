"""Two ways to equal credit, standing and day that differ in one thing only, and what tells them apart.

Each twin is a scenario whose two first choices lead to one scene; forgetting the one thing in which
they differ would merge them and change what the analysis says.
"""

from dataclasses import replace

from game.core.conditions import GivenAway, Happened
from game.core.game import Game
from game.core.moves import (
    Ask,
    Blur,
    Break,
    Celebrate,
    Complain,
    Concede,
    Correct,
    Credit,
    Demand,
    FollowUp,
    Formal,
    Help,
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
from game.core.play import replay
from game.core.scenario import BlurTerms, ConsiderationTerms, Fact, LieTerms, Offer, Opening, PromiseTerms
from game.core.times import InDays, NextWeekday
from tests.core.build import BOOK, choice, end, goes, reply, scenario, scene


def own(points):
    return Credit(points, "evens out", "honesty")


def days(n):
    return Wait(InDays(n))


SURFACED = (Blur("b"), Surface("b"))
FOR_MONTHS = Concede(None, 5, months=6)

GOOD = Recover("c", "visit", deed=True)

TWINS = {
    "questions": ([Inform("t")], [], [Ask(("f", "g", "h"))]),
    "topic.told": ([Inform("t")], [], [Inform("t")]),
    "record.times": ([TellRecord("r")], [], [TellRecord("r")]),
    "proposed": ([Propose(for_customer=True)], [], [Propose(for_customer=True)]),
    "start.done": ([StartSmall("s")], [], [StartSmall("s")]),
    "expansion": ([own(50), StartSmall("s")], [own(50)], []),
    "celebrated": ([Celebrate("c")], [], [Celebrate("c")]),
    "followed_up": ([FollowUp("c")], [], [FollowUp("c")]),
    "fact.known": ([Ask(("f",))], [], [Propose(for_customer=True, needs=("f",))]),
    "last_contact": ([Inform("t"), days(20)], [days(20), Inform("t")], [days(15)]),
    "promise.status": ([Promise("p"), Break("p")], [], [Keep("p")]),
    "promise.due": ([Promise("p"), days(2)], [days(2), Promise("p")], [days(2), Keep("p")]),
    "promise.moved": (
        [Promise("p"), Renegotiate("p", InDays(3))],
        [Promise("p")],
        [Renegotiate("p", InDays(9))],
    ),
    "promise.cost": ([Promise("big"), Break("big")], [own(40), Promise("big"), Break("big")], [Keep("big")]),
    "blur.day": ([*SURFACED, days(2)], [days(2), *SURFACED], [Own("b", "visit")]),
    "blur.cost": ([*SURFACED], [own(60), *SURFACED], [Own("b", "visit")]),
    "blur.due": ([Blur("timed"), days(2)], [days(2), Blur("timed")], [days(4), own(60)]),
    "lie.due": ([Lie("l"), days(2)], [days(2), Lie("l")], [days(4), own(60)]),
    "lie.times": ([Lie("l"), Correct("l")], [], [Lie("l")]),
    "complaints": ([Complain("c"), Formal("c")], [], [Complain("d"), replace(GOOD, complaint="d")]),
    "expects": ([Complain("c"), GOOD], [Complain("c"), Formal("c")], [Complain("d")]),
    "complaint.day": ([Complain("c"), days(2)], [days(2), Complain("c")], [GOOD]),
    "complaint.cost": ([Complain("c")], [own(60), Complain("c")], [GOOD]),
    "complaint.opened": ([Complain("c")], [Complain("d"), Formal("d"), Complain("c")], [GOOD]),
    "demand.spoiled": (
        [Concede(None, 5), Demand("d", 20)],
        [Demand("d", 20), Concede(None, 5)],
        [Concede("d", 10)],
    ),
    "given": ([Concede(None, 5), days(70)], [Stand("below"), days(70)], [Demand("d", 5)]),
    "conceded": (
        [Demand("d", 20), Concede("d", 10, considerations=("large",))],
        [Demand("d", 20), Concede("d", 20, considerations=("large",))],
        [],
    ),
    "consideration.got": (
        [Concede(None, 5, considerations=("small",))],
        [Concede(None, 5, months=6)],
        [Concede(None, 10, considerations=("small",))],
    ),
    "bill.times": ([FOR_MONTHS], [Concede(None, 5, unlisted=True)], [FOR_MONTHS]),
    "bill.due": ([Concede(None, 5), days(30)], [days(30), Concede(None, 5)], [days(40), own(80), own(80)]),
    "help.day": ([Help("h"), days(60)], [days(60), Help("h")], [Request("f")]),
    "credit.times": ([own(9)], [], [own(9)]),
    "weekday": ([days(1)], [], [Promise("friday"), days(3), Keep("friday")]),
}
"""By what they differ in: the moves of one way, of the other, and the moves that tell."""

CONDITIONS = {
    "favour.status": ([Request("f")], [], Happened("refused", "f")),
    "demand.away": ([Demand("d", 5), Concede("d", 5)], [Demand("d", 5), Concede(None, 5)], GivenAway("d")),
    "demand.status": ([Demand("d", 5), Concede("d", 5, months=6)], [FOR_MONTHS], Happened("conceded", "d")),
    "lied": ([Lie("l"), Correct("l")], [], Happened("lied", "l")),
    "helped": ([Help("h")], [], Happened("helped", "h")),
    "blurred": ([*SURFACED, Own("b", "visit")], [], Happened("blurred", "b")),
    "recovered": ([Complain("c"), GOOD], [Complain("c"), Formal("c")], Happened("recovered", "c")),
}
"""The same, told apart by a condition on where the story ends."""


def twin(one, other, moves, condition=None):
    """The scenario of a twin. The first decision parts them, the second (in a scene of both) tells.

    The credit of the two ways is made even by a number of the author's on the other way.
    """
    gap = difference(story(one, other, moves, condition))
    return story(one, [*other, Credit(gap, "even", "promise")], moves, condition)


def difference(bare):
    game = Game(bare, BOOK)
    reached = [int(replay(game, [way]).states["credit"][0]) for way in ("one", "other")]
    return reached[0] - reached[1]


def story(one, other, moves, condition):
    ends = goes(("end", condition), "lost") if condition is not None else "end"
    return scenario(
        scene("start", choice("one", *one, to="both"), choice("other", *other, to="both"), phase="delivery"),
        scene("both", choice("tell", to="rest"), choice("leave", to="end")),
        scene("rest", choice("on", Wait(InDays(0)), to=ends, replies=(reply(*moves),))),
        end(),
        end("lost", deal="lost"),
        opening=Opening(credit=30 if any(isinstance(move, Help) for move in one) else 0),
        offer=Offer("x", 1_000_000),
        facts=tuple(Fact(name, name) for name in "fgh"),
        promises=(
            PromiseTerms("p", "p", InDays(3)),
            PromiseTerms("big", "p", InDays(3), "large"),
            PromiseTerms("friday", "p", NextWeekday("friday")),
        ),
        blurs=(BlurTerms("b", "b", "b"), BlurTerms("timed", "b", "b", InDays(5))),
        lies=(LieTerms("l", "l", InDays(5)),),
        rulebook={"terms.given_standing": 5, "standing.below": 10},  # equal for five percent
        considerations=(ConsiderationTerms("small", "c", "small"), ConsiderationTerms("large", "c", "large")),
    )
