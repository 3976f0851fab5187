"""Help remembered, favours asked (principle ``reciprocity``)."""

import numpy as np

from game.core.moves import Help, Request
from game.core.passbook import Reason
from game.core.rules.turn import Turn
from game.core.states import GRANTED, NEVER_HELPED, REFUSED, Ints, Mask


def help_(turn: Turn, move: Help, where: Mask) -> None:
    """Help in a difficulty is a deposit and is remembered; the same help again is neither."""
    column = f"help.day:{move.id}"
    new = turn.states[column] == NEVER_HELPED
    amount = np.where(new, turn.game.book.giving.help, 0)
    turn.deposit(where, amount, "reciprocity", Reason("help", {"help": move.id}), new=new)
    turn.bank(where & new)
    turn.contact(where)
    turn.states.put(column, where & new, turn.states["day"])


def favours(turn: Turn) -> Ints:
    """What is owed to us for past helps, each fading by one every so many days, shape (n,)."""
    states, worth, fading = turn.states, turn.game.book.favours.worth, turn.game.persona.fading
    owed = np.zeros(len(states), dtype=np.int32)
    for name in states.layout.helps:
        day = states[f"help.day:{name}"]
        owed += np.where(day > NEVER_HELPED, np.maximum(worth - (states["day"] - day) // fading, 0), 0)
    return owed


def may_request(turn: Turn, move: Request) -> Mask:
    """A favour granted is not asked again; one refused may be."""
    return turn.states[f"favour.status:{move.favour}"] != GRANTED


def request(turn: Turn, move: Request, where: Mask) -> None:
    """Granted from trust, or from help remembered, between equals; too early it costs a little."""
    states, book = turn.states, turn.game.book.favours
    owed = favours(turn)
    needed = book.threshold - owed
    level = np.abs(states["standing"]) <= book.standing_most
    granted = (states["credit"] >= needed) & level
    about = {"favour": move.favour}
    turn.plain(where & granted, 0, "reciprocity", Reason("request.granted", about), needed=needed, owed=owed)
    turn.plain(
        where & ~granted, -book.refused, "reciprocity", Reason("request.refused", about),
        needed=needed, owed=owed,
    )  # fmt: skip
    states.put(f"favour.status:{move.favour}", where, np.where(granted, GRANTED, REFUSED))
