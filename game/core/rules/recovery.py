"""Complaints: one can end in a stronger bond (principle ``recovery``)."""

import numpy as np

from game.core.moves import Complain, Formal, Recover
from game.core.passbook import Reason
from game.core.rules.clarity import WHOLE, mended_share
from game.core.rules.turn import Turn
from game.core.states import FORMAL, NONE, OPEN, RECOVERED, Mask


def may_complain(turn: Turn, move: Complain) -> Mask:
    """The same complaint is made once."""
    return turn.states[f"complaint.status:{move.complaint}"] == NONE


def complain(turn: Turn, move: Complain, where: Mask) -> None:
    """Opens at a loss by severity, doubled for a customer who has learned to expect a good answer."""
    states, book, name = turn.states, turn.game.book.recovery, move.complaint
    full = (
        np.where(states["expects"] == 1, book.after_recovery_percent, 100)
        * book.opens.of(move.severity)
        // 100
    )
    reason = Reason("complain", {"complaint": name, "severity": move.severity})
    moved = turn.failure(where, full, "recovery", reason, full=full)
    first = states["complaints"] == 0
    states.put(f"complaint.status:{name}", where, OPEN)
    states.put(f"complaint.day:{name}", where, states["day"])
    states.put(f"complaint.cost:{name}", where, -moved)
    # The sign says whether a good answer can still end above where it began: first and minor.
    paradox = first & (move.severity == "minor")
    states.put(f"complaint.opened:{name}", where, np.where(paradox, full, -full))
    states.put("expects", where, 0)
    states.put("complaints", where, np.minimum(states["complaints"] + 1, 9))


def may_recover(turn: Turn, move: Recover) -> Mask:
    """Only an open complaint can be answered."""
    return turn.states[f"complaint.status:{move.complaint}"] == OPEN


def recover(turn: Turn, move: Recover, where: Mask) -> None:
    """What it cost comes back, by how fast, how and whether something was done; perhaps a little more."""
    states, book, name = turn.states, turn.game.book.recovery, move.complaint
    cost, since = states[f"complaint.cost:{name}"], states[f"complaint.day:{name}"]
    deed = 100 if move.deed else book.without_deed_percent
    share = mended_share(turn, since, move.how) * deed // 100
    back = -(-cost * share // WHOLE)
    good = (share == WHOLE) & (states["day"] - since <= book.bonus_days)
    more = good & (states[f"complaint.opened:{name}"] > 0) & (states["scar"] == 0)
    amount = back + more * book.bonus
    reason = Reason("recover", {"complaint": name, "how": move.how, "deed": "yes" if move.deed else "no"})
    percent = share // (WHOLE // 100)
    turn.plain(where, amount, "recovery", reason, percent=percent, cost=cost, bonus=more * book.bonus)
    states.put(f"complaint.status:{name}", where, RECOVERED)
    states.put("expects", where & good, 1)
    turn.contact(where)


def formal(turn: Turn, move: Formal, where: Mask) -> None:
    """Closed by the form, not mended; it can be given only where a recovery could."""
    name = move.complaint
    turn.plain(where, -turn.game.book.recovery.formal, "recovery", Reason("formal", {"complaint": name}))
    turn.states.put(f"complaint.status:{name}", where, FORMAL)


def may_formal(turn: Turn, move: Formal) -> Mask:
    """Only an open complaint can be closed."""
    return turn.states[f"complaint.status:{move.complaint}"] == OPEN


def left_open(turn: Turn, name: str, where: Mask) -> None:
    """Settlement: a complaint nobody answered costs its opening amount again, softened by nothing.

    It stays open: the passbook shows it, and a meeting that continues begins with it unmended.
    """
    full = np.abs(turn.states[f"complaint.opened:{name}"])
    turn.plain(where, -full, "recovery", Reason("complaint.left_open", {"complaint": name}))
