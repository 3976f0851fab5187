"""Giving first: information, track records, proposals, a small start, care (``usefulness`` …)."""

import numpy as np

from game.core.moves import Celebrate, Chat, FollowUp, Inform, Propose, StartSmall, TellRecord
from game.core.passbook import Reason
from game.core.rules.turn import Turn, halved
from game.core.states import NONE, Mask, proposal_column


def inform(turn: Turn, move: Inform, where: Mask) -> None:
    """News is a deposit and banks patience; the same topic again is neither."""
    column = f"topic.told:{move.topic}"
    new = turn.states[column] == 0
    amount = np.where(new, turn.game.book.giving.inform, 0)
    turn.deposit(
        where, amount, "usefulness", Reason("inform", {"topic": move.topic}), new=new.astype(np.int32)
    )
    turn.bank(where & new)
    turn.contact(where)
    turn.states.put(column, where, 1)


def tell_record(turn: Turn, move: TellRecord, where: Mask) -> None:
    """Told with its background a record carries, displayed it hardly does; each repetition halves."""
    column, book = f"record.times:{move.record}", turn.game.book.giving
    times = turn.states[column].copy()
    base = book.record_told if move.told else book.record_displayed
    rule = "record.told" if move.told else "record.displayed"
    turn.deposit(
        where, halved(base, times), "track_record", Reason(rule, {"record": move.record}), times=times
    )
    if move.told:
        turn.bank(where & (times == 0))
    turn.states.put(column, where, np.minimum(times + 1, 9))


def propose(turn: Turn, move: Propose, where: Mask) -> None:
    """For the customer it earns by the facts it rests on; for us it costs. The same one again: half."""
    states, book = turn.states, turn.game.book.giving
    column = proposal_column(move)
    times = states[column].copy()
    if move.for_customer:
        known = np.zeros(len(states), dtype=np.int32)
        for fact in dict.fromkeys(move.needs):
            known += states[f"fact.known:{fact}"] != NONE
        known = np.minimum(known, book.propose_most_facts)
        full = np.where(known > 0, book.propose + book.propose_per_fact * known, book.propose_daring)
        amount = np.right_shift(full, times)
        turn.deposit(where, amount, "enthusiasm", Reason("propose.customer"), known=known, times=times)
    else:
        turn.plain(where, -book.propose_for_us, "enthusiasm", Reason("propose.us"))
    states.put(column, where, np.minimum(times + 1, 9))


def may_start_small(turn: Turn, move: StartSmall) -> Mask:
    """Each small start is made once."""
    return turn.states[f"start.done:{move.id}"] == 0


def start_small(turn: Turn, move: StartSmall, where: Mask) -> None:
    """A deposit and an expansion; nothing more in a choice whose alternative it already was."""
    amount = np.where(turn.alternative, 0, turn.game.book.giving.start_small)
    turn.deposit(where, amount, "start_small", Reason("start_small", {"start": move.id}))
    turn.states.put(f"start.done:{move.id}", where, 1)
    turn.states.put("expansion", where, 1)


def celebrate(turn: Turn, move: Celebrate, where: Mask) -> None:
    """Their success measured and celebrated, once a phase."""
    _care(turn, where, "celebrated", Reason("celebrate", {"celebration": move.id}))


def follow_up(turn: Turn, move: FollowUp, where: Mask) -> None:
    """Asking unasked, once a phase."""
    _care(turn, where, "followed_up", Reason("follow_up", {"follow_up": move.id}))


def _care(turn: Turn, where: Mask, column: str, reason: Reason) -> None:
    bit = np.left_shift(1, turn.states["phase"])
    new = (turn.states[column] & bit) == 0
    amount = np.where(new, turn.game.book.giving.care, 0)
    turn.deposit(where, amount, "shared_joy" if column == "celebrated" else "partnership", reason, new=new)
    turn.contact(where)
    turn.states.put(column, where, turn.states[column] | bit)


def chat(turn: Turn, move: Chat, where: Mask) -> None:
    """Being nice is not credit (Guenzi & Georges 2010): no principle, no amount, no entry."""
