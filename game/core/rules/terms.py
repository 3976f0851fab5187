"""Demands and concessions: answer a demand with a consideration (``no_caving``, ``exchange``)."""

import numpy as np

from game.core.moves import Concede, Demand, Hold
from game.core.passbook import Reason
from game.core.rules.turn import Turn, halved
from game.core.states import CONCEDED, HELD, NONE, OPEN, Ints, Mask
from game.core.times import FAR


def may_demand(turn: Turn, move: Demand) -> Mask:
    """The same demand is made once."""
    return turn.states[f"demand.status:{move.demand}"] == NONE


def demand(turn: Turn, move: Demand, where: Mask) -> None:
    """Only opens it. To a customer who already got something for nothing it is worth half more."""
    states, name = turn.states, move.demand
    spoiled = (states["given"] > 0).astype(np.int32)
    states.put(f"demand.status:{name}", where, OPEN)
    states.put(f"demand.spoiled:{name}", where, spoiled)
    turn.plain(
        where, 0, "no_caving", Reason("demand", {"demand": name}), percent=move.percent, spoiled=spoiled
    )


def may_concede(turn: Turn, move: Concede) -> Mask:
    """A demand that was made and not conceded yet; without a demand always."""
    if move.demand is None:
        return turn.states.everywhere()
    status = turn.states[f"demand.status:{move.demand}"]
    return (status == OPEN) | (status == HELD)


def concede(turn: Turn, move: Concede, where: Mask) -> None:
    """Covered by considerations it is an exchange; the excess is given away, and billed later.

    A demand is conceded once. A concession nobody demanded can be made again; what it earns halves
    (pattern P20, no farming).
    """
    states, book = turn.states, turn.game.book.terms
    worth, cover = _worth(turn, move), _cover(turn, move)
    excess = np.maximum(worth - cover, 0)
    away, fair = where & (excess > 0), where & (excess == 0)
    about = {} if move.demand is None else {"demand": move.demand}
    about |= {"considerations": "+".join(move.considerations)} if move.considerations else {}
    number = states.layout.bills[move]
    times = states[f"bill.times:{number}"].copy()
    turn.deposit(
        fair, halved(book.covered, times), "exchange", Reason("concede.covered", about),
        worth=worth, cover=cover,
    )  # fmt: skip
    turn.deposit(
        away, halved(book.given_away, times), "no_caving", Reason("concede.given_away", about),
        worth=worth, cover=cover, excess=excess,
    )  # fmt: skip
    states.put(f"bill.times:{number}", where, np.minimum(times + 1, 9))
    turn.shift_standing(away, -(book.given_standing + excess))
    bill = -(-(book.bill + excess) * turn.game.persona.bill // 100)
    states.put(f"bill.amount:{number}", away, states[f"bill.amount:{number}"] + bill)
    states.put(f"bill.due:{number}", away, states["day"] + book.bill_days)
    states.put("given", away, np.minimum(states["given"] + excess, 100))
    states.put("conceded", where, np.minimum(states["conceded"] + move.percent, 100))
    for consideration in move.considerations:
        states.put(f"consideration.got:{consideration}", where, 1)
    if move.demand is not None:
        states.put(f"demand.status:{move.demand}", where, CONCEDED)
        states.put(f"demand.away:{move.demand}", away, 1)


def _worth(turn: Turn, move: Concede) -> Ints:
    """What the concession is worth to this customer, in percent of the price, rounded up."""
    book = turn.game.book.terms
    percent = move.percent + (book.work.of(move.work) if move.work else 0)
    worth = np.full(len(turn.states), percent, dtype=np.int32)
    if move.demand is None:
        return worth
    spoiled = turn.states[f"demand.spoiled:{move.demand}"] == 1
    return np.where(spoiled, -(-worth * book.next_demand_percent // 100), worth).astype(np.int32)


def _cover(turn: Turn, move: Concede) -> Ints:
    """What comes back for it; a consideration already got does not come back twice."""
    book = turn.game.book.terms
    cover = np.zeros(len(turn.states), dtype=np.int32)
    for name in dict.fromkeys(move.considerations):
        terms = turn.game.considerations.get(name)
        size = terms.worth if terms is not None else "medium"
        cover += np.where(turn.states[f"consideration.got:{name}"] == 0, book.worth.of(size), 0)
    if 0 < move.months <= book.limited_months:
        cover += book.limited_cover
    if move.unlisted:
        cover += book.unlisted_cover
    return cover


def may_hold(turn: Turn, move: Hold) -> Mask:
    """A demand that stands, once."""
    return turn.states[f"demand.status:{move.demand}"] == OPEN


def hold(turn: Turn, move: Hold, where: Mask) -> None:
    """A no: bare it costs, with a reason it is respected, with an alternative it helps.

    An alternative without a reason counts as a reason. Who stood below is lifted.
    """
    book = turn.game.book.terms
    about = {"demand": move.demand}
    if move.reason and move.alternative:
        turn.deposit(where, book.hold_alternative, "no_caving", Reason("hold.alternative", about))
    elif move.reason or move.alternative:
        turn.deposit(where, book.hold_reason, "no_caving", Reason("hold.reason", about))
    else:
        turn.plain(where, -book.hold_bare, "no_caving", Reason("hold.bare", about))
    standing = turn.states["standing"]
    lifted = np.minimum(standing + book.hold_lifts, 0)
    turn.states.put("standing", where & (standing < 0), lifted)
    turn.states.put(f"demand.status:{move.demand}", where, HELD)
    if move.alternative:
        turn.alternative |= where


def bill(turn: Turn, number: int, where: Mask) -> None:
    """The bill for what was given away arrives: nothing honest failed, so no goodwill softens it."""
    amount = turn.states[f"bill.amount:{number}"].copy()
    turn.plain(where, -amount, "no_caving", Reason("bill"), bill=amount)
    turn.states.put(f"bill.amount:{number}", where, 0)
    turn.states.put(f"bill.due:{number}", where, FAR)
