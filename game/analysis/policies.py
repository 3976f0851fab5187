"""Policies: ways to negotiate that look only at what a choice does and at what the trainee can see.

A policy gives every move of a choice a weight, adds them up and takes the highest; equal ones with
equal weight. It never looks at the credit (for the tolerance of questions it takes the opening credit)
and never at what comes after. What cannot apply any more, or is no news, counts nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from game.analysis.weights import NAMED_FOR, TABLE
from game.core.game import Game
from game.core.moves import (
    Ask,
    Break,
    Celebrate,
    Chat,
    Clarify,
    Concede,
    Correct,
    Deflect,
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
    Stand,
    StartSmall,
    TellRecord,
    Wait,
)
from game.core.moves import Blur as BlurMove
from game.core.passbook import Passbook
from game.core.rules import RULES
from game.core.rules.turn import Turn
from game.core.states import NEVER_HELPED, Ints, Mask, States, proposal_column

Policy = Literal["honest", "interrogator", "caver", "liar", "forgetful", "pusher", "random", "best", "worst"]
POLICIES: Final[tuple[Policy, ...]] = get_args(Policy)
RANKED: Final = POLICIES[:6]
"""The policies that rank moves; ``random`` ranks nothing, ``best`` and ``worst`` come from the analysis."""


WEIGHTS: Final[Mapping[str, Ints]] = {
    name: np.array([getattr(row, policy) for policy in RANKED], dtype=np.int32) for name, row in TABLE.items()
}

Seen = Iterator[tuple[str, Ints | Mask]]
"""Rows of the table with how often each counts, shape (n,)."""


def tops(game: Game, scene: int, states: States, offered: Mask) -> Mask:
    """Which choices each ranked policy takes one of, shape (policies, n, choices).

    ``offered`` (n, choices) says what is on offer; where nothing is, nothing is taken.
    """
    scores = np.where(offered, leanings(game, scene, states), np.iinfo(np.int32).min)
    return (scores == scores.max(axis=2, keepdims=True)) & offered


def leanings(game: Game, scene: int, states: States) -> Ints:
    """What each ranked policy makes of each choice, shape (policies, n, choices); more is liked better."""
    place = game.scenario.scenes[scene]
    turn = Turn(game, states, Passbook(keeps=False), place.id)
    scores = np.zeros((len(RANKED), len(states), len(place.choices)), dtype=np.int32)
    for at, choice in enumerate(place.choices):
        for move in choice.does:
            able = RULES[type(move)].may(turn, move)
            for name, times in _seen(turn, move):
                scores[:, :, at] += WEIGHTS[name][:, None] * (times * able)
    return scores


def _seen(turn: Turn, move: Move) -> Seen:
    once = np.ones(len(turn.states), dtype=np.int32)
    match move:
        case Ask():
            yield from _questions(turn, move, once)
        case Inform(topic=topic):
            yield "inform", turn.states[f"topic.told:{topic}"] == 0
        case TellRecord(record=record, told=told):
            yield f"record.{'told' if told else 'displayed'}", turn.states[f"record.times:{record}"] == 0
        case Help(id=help_id):
            yield "help", turn.states[f"help.day:{help_id}"] == NEVER_HELPED
        case Propose(for_customer=True):
            yield "propose.customer", turn.states[proposal_column(move)] == 0
        case Request():
            helped = np.zeros_like(once, dtype=np.bool_)
            for help_id in turn.states.layout.helps:
                helped |= turn.states[f"help.day:{help_id}"] > NEVER_HELPED
            yield "request.earned", helped
            yield "request.early", ~helped
        case _:
            for name in _plain(turn.game, move):
                yield name, once


def _plain(game: Game, move: Move) -> Iterator[str]:
    """What a move is, wherever it can apply."""
    match move:
        case Promise(vague=True):
            yield "promise.vague"
        case Own(how=how):
            yield "own"
            yield from ["own.nearer"] * _nearness(how)
        case Recover(how=how, deed=deed):
            yield "recover"
            yield from ["recover.nearer"] * _nearness(how)
            yield from ["recover.deed"] * deed
        case Concede():
            yield "exchange" if _covered(game, move) else "give_away"
        case Hold(reason=reason, alternative=alternative):
            yield ("hold.bare", "hold.reason", "hold.alternative")[reason + alternative]
        case Stand(level=level):
            yield f"stand.{level}"
        case _:
            if type(move) in NAMES:
                yield NAMES[type(move)]


NAMES: Final[Mapping[type[object], str]] = {
    Propose: "propose.us",
    StartSmall: "start_small",
    Celebrate: "celebrate",
    FollowUp: "follow_up",
    Chat: "chat",
    Promise: "promise",
    Keep: "keep",
    Break: "break",
    Renegotiate: "renegotiate",
    Lie: "lie",
    Correct: "correct",
    BlurMove: "blur",
    Clarify: "clarify",
    Deflect: "deflect",
    Formal: "formal",
    Wait: "wait",
}


def _nearness(how: str) -> int:
    return ("mail", "call", "visit").index(how)


def _questions(turn: Turn, move: Ask, once: Ints) -> Seen:
    """Each question by what the trainee can tell of it before asking."""
    states, book = turn.states, turn.game.book.asking
    total = max(move.count, len(move.facts))
    vain = np.zeros_like(once)
    for fact in move.facts:
        vain += states[f"fact.known:{fact}"] != 0
    if move.invited:
        yield "ask.invited", total - vain
        yield "ask.vain", vain
        return
    opening = max(states.layout.opening.credit, 0)
    tolerance = turn.game.persona.patience + opening // book.credit_per_tolerance
    tolerance += book.why_lowers if move.why else 0
    count, within = states["questions"].copy(), np.zeros_like(once)
    for number in range(total):
        asked = move.facts[number] if number < len(move.facts) else None
        count += book.public_weight if asked in turn.game.public else 1
        new = states[f"fact.known:{asked}"] == 0 if asked else once.astype(np.bool_)
        within += (count <= tolerance) & new
    yield "ask.within", within
    yield "ask.beyond", total - vain - within
    yield "ask.vain", vain
    if move.why:
        yield "ask.reason", once


def _covered(game: Game, move: Concede) -> bool:
    """Whether what comes back covers it, by the list, as a trainee would reckon before the talk."""
    book = game.book.terms
    worth = move.percent + (book.work.of(move.work) if move.work else 0)
    cover = 0
    for name in dict.fromkeys(move.considerations):
        terms = game.considerations.get(name)
        cover += book.worth.of(terms.worth if terms is not None else "medium")
    cover += book.limited_cover if 0 < move.months <= book.limited_months else 0
    cover += book.unlisted_cover if move.unlisted else 0
    return worth <= cover


def share(taken: Mask) -> NDArray[np.float64]:
    """How the weight of a state is parted among the choices taken, shape kept; rows sum to 1 or 0."""
    several = taken.sum(axis=-1, keepdims=True)
    return taken / np.maximum(several, 1)


def moves_of_policy(name: Policy) -> frozenset[str]:
    """The rows of the table a policy is named for: in a scenario without them it is only random."""
    return frozenset(row for row, weights in TABLE.items() if getattr(weights, name) >= NAMED_FOR)


def plays(game: Game, name: Policy) -> bool:
    """Whether a scenario offers a ranked policy any of the moves it is named for."""
    wanted, layout = moves_of_policy(name), States.opening(game.layout)
    for scene in game.scenario.scenes:
        turn = Turn(game, layout, Passbook(keeps=False), scene.id)
        for choice in scene.choices:
            for move in choice.does:
                if any(row in wanted for row, _ in _seen(turn, move)):
                    return True
    return False
