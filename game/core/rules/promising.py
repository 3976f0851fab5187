"""Promises: do what you said (principle ``promise``)."""

import numpy as np

from game.core.moves import Blur, Break, Keep, Promise, Renegotiate
from game.core.passbook import Reason
from game.core.rules.clarity import begin_blur, may_blur
from game.core.rules.turn import Turn
from game.core.states import BROKEN, ENDED, KEPT, KEPT_LATE, NONE, OPEN, Ints, Mask
from game.core.times import FAR


def may_promise(turn: Turn, move: Promise) -> Mask:
    """A promise is given once."""
    return turn.states[f"promise.status:{move.promise}"] == NONE


def promise(turn: Turn, move: Promise, where: Mask) -> None:
    """Opens it. Words deposit nothing; a vague one can be heard in two ways until it ends."""
    states, name = turn.states, move.promise
    terms = turn.game.promises[name]
    states.put(f"promise.status:{name}", where, OPEN)
    states.put(f"promise.due:{name}", where, turn.game.resolve(terms.due, states))
    states.put(f"promise.made:{name}", where, states["day"])
    states.put(f"promise.fresh:{name}", where, 1)
    if move.vague:
        begin_blur(turn, name, where & may_blur(turn, Blur(name)))
    rule = "promise.vague" if move.vague else "promise"
    turn.plain(where, 0, "promise", Reason(rule, {"promise": name}), due=states[f"promise.due:{name}"])


def may_keep(turn: Turn, move: Keep) -> Mask:
    """What is open can be kept; what was broken can be made good late, once."""
    status = turn.states[f"promise.status:{move.promise}"]
    return (status == OPEN) | (status == BROKEN)


def keep(turn: Turn, move: Keep, where: Mask) -> None:
    """On time it earns by its size, a day early one more.

    In the scene of its own promise it earns nothing, patience neither (pattern P20, no farming).
    Late: a quarter of what the breach cost comes back; that is no deposit, so no scar halves it.
    """
    states, book, name = turn.states, turn.game.book.promising, move.promise
    status = states[f"promise.status:{name}"].copy()
    fresh = where & (status == OPEN) & (states[f"promise.fresh:{name}"] == 1)
    late = where & (status == BROKEN)
    timely = where & (status == OPEN)
    if timely.any():
        early = (states["day"] < states[f"promise.due:{name}"]).astype(np.int32)
        worth = book.keep.of(turn.game.promises[name].size) * turn.game.persona.promises // 100
        amount = np.where(fresh, 0, worth + early * book.early)
        turn.deposit(timely, amount, "promise", Reason("keep", {"promise": name}), early=early, fresh=fresh)
        states.put(f"promise.status:{name}", timely, KEPT)
    if late.any():
        back = -(-states[f"promise.cost:{name}"] // book.late_divisor)
        turn.plain(late, back, "promise", Reason("keep.late", {"promise": name}))
        states.put(f"promise.status:{name}", late, KEPT_LATE)
    end_vagueness(turn, name, where)
    turn.bank(where & ~fresh)
    turn.contact(where)


def may_break(turn: Turn, move: Break) -> Mask:
    """Only what is open can be broken."""
    return turn.states[f"promise.status:{move.promise}"] == OPEN


def break_(turn: Turn, move: Break, where: Mask) -> None:
    """Broken by choice costs what letting the day pass costs."""
    breach(turn, move.promise, where, "break")


def breach(turn: Turn, name: str, where: Mask, rule: str) -> None:
    """A promise is broken: by its size and the persona's weight, an honest failure."""
    cost = full_breach(turn, name)
    moved = turn.failure(where, cost, "promise", Reason(rule, {"promise": name}), full=cost)
    turn.states.put(f"promise.cost:{name}", where, -moved)
    turn.states.put(f"promise.status:{name}", where, BROKEN)
    end_vagueness(turn, name, where)


def full_breach(turn: Turn, name: str) -> int:
    """What breaking this promise costs before goodwill, rounded up."""
    size = turn.game.promises[name].size
    return -(-turn.game.book.promising.breach.of(size) * turn.game.persona.promises // 100)


def may_renegotiate(turn: Turn, move: Renegotiate) -> Mask:
    """Before the day has come, once."""
    states, name = turn.states, move.promise
    untouched = (states[f"promise.status:{name}"] == OPEN) & (states[f"promise.moved:{name}"] == 0)
    return untouched & (states["day"] < states[f"promise.due:{name}"])


def renegotiate(turn: Turn, move: Renegotiate, where: Mask) -> None:
    """A third of the breach at once, and a new day counted from today."""
    states, name = turn.states, move.promise
    cost = -(-full_breach(turn, name) // turn.game.book.promising.renegotiate_divisor)
    turn.failure(where, cost, "promise", Reason("renegotiate", {"promise": name}), full=cost)
    states.put(f"promise.due:{name}", where, turn.game.resolve(move.due, states))
    states.put(f"promise.moved:{name}", where, states.layout.renegotiations[move])


def end_vagueness(turn: Turn, name: str, where: Mask) -> None:
    """The two readings of a vague promise end when the promise does, unless they already met."""
    column = f"blur.status:{name}"
    if column in turn.states.layout:
        turn.states.put(column, where & (turn.states[column] == OPEN), ENDED)


def due_days(turn: Turn, name: str) -> Ints:
    """The day after which an open promise is broken, ``FAR`` where none is, shape (n,)."""
    status = turn.states[f"promise.status:{name}"]
    return np.where(status == OPEN, turn.states[f"promise.due:{name}"], FAR).astype(np.int32)
