"""Misunderstandings: the customer's is our responsibility (principle ``clarity``)."""

from typing import Final

import numpy as np

from game.core.moves import Blur, Clarify, Deflect, How, Own, Surface
from game.core.passbook import Reason
from game.core.rules.turn import Turn
from game.core.states import CLARIFIED, DEFLECTED, NONE, OPEN, OWNED, SURFACED, Ints, Mask
from game.core.times import FAR

WHOLE: Final = 10_000
"""All of a loss, in ten-thousandths."""


def may_blur(turn: Turn, move: Blur) -> Mask:
    """Words can be blurred anew once they were made plain, not after they have hurt."""
    status = turn.states[f"blur.status:{move.blur}"]
    return (status == NONE) | (status == CLARIFIED)


def blur(turn: Turn, move: Blur, where: Mask) -> None:
    """Words with two readings: nothing now, latent."""
    turn.plain(where, 0, "clarity", Reason("blur", {"blur": move.blur}))
    begin_blur(turn, move.blur, where)


def begin_blur(turn: Turn, name: str, where: Mask) -> None:
    """From now on the two readings are latent, until their day if they have one."""
    turn.states.put(f"blur.status:{name}", where, OPEN)
    terms = turn.game.blurs.get(name)
    if terms is not None and terms.surfaces is not None:
        turn.states.put(f"blur.due:{name}", where, turn.game.resolve(terms.surfaces, turn.states))


def may_clarify(turn: Turn, move: Clarify) -> Mask:
    """Only latent words need to be made plain."""
    return turn.states[f"blur.status:{move.blur}"] == OPEN


def clarify(turn: Turn, move: Clarify, where: Mask) -> None:
    """Made plain before it hurt: gone, and nothing earned (pattern P17)."""
    turn.plain(where, 0, "clarity", Reason("clarify", {"blur": move.blur}))
    _end(turn, move.blur, where, CLARIFIED)


def may_surface(turn: Turn, move: Surface) -> Mask:
    """What was never said, or was made plain, cannot come to light."""
    return turn.states[f"blur.status:{move.blur}"] == OPEN


def surface(turn: Turn, move: Surface, where: Mask) -> None:
    """The two readings meet: an honest failure, to be owned."""
    states, name = turn.states, move.blur
    loss = turn.game.book.clarity.surface
    moved = turn.failure(where, loss, "clarity", Reason("surface", {"blur": name}), full=loss)
    states.put(f"blur.cost:{name}", where, -moved)
    states.put(f"blur.day:{name}", where, states["day"])
    _end(turn, name, where, SURFACED)


def may_own(turn: Turn, move: Own) -> Mask:
    """Only what has surfaced and was not answered yet."""
    return turn.states[f"blur.status:{move.blur}"] == SURFACED


def own(turn: Turn, move: Own, where: Mask) -> None:
    """What it cost comes back, by how fast and how."""
    states, name = turn.states, move.blur
    share = mended_share(turn, states[f"blur.day:{name}"], move.how)
    back = -(-states[f"blur.cost:{name}"] * share // WHOLE)
    reason = Reason("own", {"blur": name, "how": move.how})
    percent = share // (WHOLE // 100)
    turn.plain(where, back, "clarity", reason, percent=percent, cost=states[f"blur.cost:{name}"])
    _end(turn, name, where, OWNED)
    turn.contact(where)


def may_deflect(turn: Turn, move: Deflect) -> Mask:
    """What has surfaced, or a complaint that is open."""
    if move.of == "complaint":
        return turn.states[f"complaint.status:{move.matter}"] == OPEN
    return turn.states[f"blur.status:{move.matter}"] == SURFACED


def deflect(turn: Turn, move: Deflect, where: Mask) -> None:
    """Blaming the customer costs credit and puts us above them. A complaint stays open."""
    book = turn.game.book.clarity
    reason = Reason("deflect", {move.of: move.matter})
    turn.plain(where, -book.deflect, "clarity" if move.of == "blur" else "recovery", reason)
    turn.shift_standing(where, book.deflect_standing)
    if move.of == "blur":
        _end(turn, move.matter, where, DEFLECTED)


def mended_share(turn: Turn, since: Ints, how: How) -> Ints:
    """How much of a loss comes back, 0…``WHOLE``, by the days since and the way, shape (n,).

    In ten-thousandths, because half of three quarters is no whole percent, and only the credit that
    comes back in the end is rounded.
    """
    book = turn.game.book.clarity
    days = turn.states["day"] - since
    speed = np.select(
        [days <= book.full_days, days <= book.half_days, days <= book.fifth_days],
        [100, book.half_percent, book.fifth_percent],
        default=0,
    ).astype(np.int32)
    return speed * book.how.of(how)


def _end(turn: Turn, name: str, where: Mask, status: int) -> None:
    turn.states.put(f"blur.status:{name}", where, status)
    turn.states.put(f"blur.due:{name}", where, FAR)
