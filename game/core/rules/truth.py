"""Lies: losing it takes an instant (principle ``honesty``)."""

import numpy as np

from game.core.moves import Correct, Expose, Lie
from game.core.passbook import Reason
from game.core.rules.turn import Turn, halved
from game.core.states import CORRECTED, EXPOSED, OPEN, Mask
from game.core.times import FAR


def lie(turn: Turn, move: Lie, where: Mask) -> None:
    """Lies work, until they do not: a deposit now, latent from now on."""
    states, name = turn.states, move.lie
    times = states[f"lie.times:{name}"].copy()
    amount = halved(turn.game.book.truth.lie, times)
    turn.deposit(where, amount, "honesty", Reason("lie", {"lie": name}), times=times)
    states.put(f"lie.times:{name}", where, np.minimum(times + 1, 9))
    states.put(f"lie.status:{name}", where, OPEN)
    terms = turn.game.lies.get(name)
    if terms is not None and terms.comes_out is not None:
        states.put(f"lie.due:{name}", where, turn.game.resolve(terms.comes_out, states))


def may_correct(turn: Turn, move: Correct) -> Mask:
    """Only a lie not yet found out can be corrected."""
    return turn.states[f"lie.status:{move.lie}"] == OPEN


def correct(turn: Turn, move: Correct, where: Mask) -> None:
    """Owning up costs, and leaves no scar."""
    turn.plain(where, -turn.game.book.truth.correct, "honesty", Reason("correct", {"lie": move.lie}))
    _end(turn, move.lie, where, CORRECTED)


def may_expose(turn: Turn, move: Expose) -> Mask:
    """Only a latent lie can be found out."""
    return turn.states[f"lie.status:{move.lie}"] == OPEN


def expose(turn: Turn, move: Expose, where: Mask) -> None:
    """Found out: all savings are gone and more, however much there was (pattern P5)."""
    credit = turn.states["credit"]
    after = np.minimum(credit, 0) - turn.game.book.truth.found_out
    turn.plain(
        where, after - credit, "honesty", Reason("expose", {"lie": move.lie}), wiped=np.maximum(credit, 0)
    )
    turn.states.put("scar", where, 1)
    _end(turn, move.lie, where, EXPOSED)


def _end(turn: Turn, name: str, where: Mask, status: int) -> None:
    turn.states.put(f"lie.status:{name}", where, status)
    turn.states.put(f"lie.due:{name}", where, FAR)
