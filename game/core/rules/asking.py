"""``ask`` and ``learn``: questions are paid for out of credit (principle ``interrogation``)."""

import numpy as np

from game.core.game import Game
from game.core.moves import Ask, Learn
from game.core.passbook import Reason
from game.core.rules.turn import Turn
from game.core.states import Ints, Mask, States


def tolerance(game: Game, states: States) -> Ints:
    """How many questions in a row this customer takes well, shape (n,): patience, and more with credit."""
    return game.persona.patience + np.maximum(states["credit"], 0) // game.book.asking.credit_per_tolerance


def questions_left(game: Game, states: States) -> Ints:
    """How many plain questions would be welcome now, one after the other, shape (n,), from 0."""
    return np.maximum(tolerance(game, states) - states["questions"], 0)


def ask(turn: Turn, move: Ask, where: Mask) -> None:
    """Question by question: within the tolerance +1, beyond it a loss that grows; one entry in all.

    The tolerance is that of the moment before the first question of the move. A fact already known is
    asked in vain: it tires and earns nothing (pattern P20, no farming). ``withheld`` in the entry is
    how many questions got no answer.
    """
    states, book = turn.states, turn.game.book.asking
    credit = states["credit"].copy()
    room = tolerance(turn.game, states)
    gain = np.zeros(len(states), dtype=np.int32)
    loss = np.zeros(len(states), dtype=np.int32)
    total = max(move.count, len(move.facts))
    withheld = np.zeros(len(states), dtype=np.int32)
    for number in range(total):
        fact = move.facts[number] if number < len(move.facts) else None
        new = states[f"fact.known:{fact}"] == 0 if fact else states.everywhere()
        if move.invited:
            gain += new * book.within
            closed = np.zeros(len(states), dtype=np.bool_)
        else:
            weight = book.public_weight if fact in turn.game.public else 1
            count = np.minimum(states["questions"] + weight, book.questions_most)
            states.put("questions", where, count)
            excess = count - room - (book.why_lowers if move.why else 0)
            beyond = excess > 0
            gain += np.where(beyond, 0, new * book.within)
            each = np.minimum(book.beyond_base + book.beyond_step * excess, book.most_a_question)
            loss += np.where(beyond, each, 0)
            closed = (excess >= book.closes_at_excess) & (credit < book.opens_at_credit)
        if fact:
            states.put(f"fact.known:{fact}", where & ~closed, 1)
        withheld += closed
    loss = np.minimum(loss, book.most_a_choice - turn.asked)
    turn.asked += np.where(where, loss, 0)
    scar = (states["scar"] == 1) & (gain > 0)
    earned = np.where(scar, -(-gain // turn.game.book.truth.scar_divisor), gain)
    rule = "ask.invited" if move.invited else "ask.why" if move.why else "ask"
    turn.plain(
        where,
        earned - loss,
        "interrogation",
        Reason(rule, {"facts": "+".join(move.facts)}),
        questions=total,
        tolerance=room,
        withheld=withheld,
        loss=loss,
    )


def may_learn(turn: Turn, move: Learn) -> Mask:
    """News only where it is not known."""
    return turn.states[f"fact.known:{move.fact}"] == 0


def learn(turn: Turn, move: Learn, where: Mask) -> None:
    """The customer volunteers a fact: it is known; the balance does not move, so no entry."""
    turn.states.put(f"fact.known:{move.fact}", where, 1)
