"""``stand``: customer and seller stand level (principle ``equality``)."""

import numpy as np

from game.core.moves import Stand
from game.core.passbook import Reason
from game.core.rulebook import level_shift
from game.core.rules.turn import Turn
from game.core.states import Mask


def stand(turn: Turn, move: Stand, where: Mask) -> None:
    """Below, level or above; arrogance costs at once and does not undo caving (pattern P19)."""
    book = turn.game.book.standing
    standing = turn.states["standing"].copy()
    reason = Reason(f"stand.{move.level}")
    turn.plain(
        where, -book.above_credit if move.level == "above" else 0, "equality", reason, standing=standing
    )
    if move.level == "level":
        nearer = np.sign(standing) * np.maximum(np.abs(standing) - book.level, 0)
        turn.states.put("standing", where, nearer)
    elif move.level == "above":
        turn.shift_standing(where & (standing >= 0), level_shift(turn.game.book, "above"))
    else:
        turn.shift_standing(where, level_shift(turn.game.book, "below"))
