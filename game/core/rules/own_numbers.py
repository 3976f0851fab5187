"""``credit``: the author's own number, for what the moves do not cover."""

import numpy as np

from game.core.moves import Credit
from game.core.passbook import Reason
from game.core.rules.turn import Turn
from game.core.states import Mask


def credit(turn: Turn, move: Credit, where: Mask) -> None:
    """A deposit halves with every repetition (P20: a scene repeated earns less), a loss does not."""
    column = f"credit.times:{turn.states.layout.credits[move]}"
    times = turn.states[column].copy()
    reason = Reason("own_number", {"because": move.because})
    if move.points > 0:
        turn.deposit(where, np.right_shift(move.points, times), move.principle, reason, times=times)
    else:
        turn.plain(where, move.points, move.principle, reason, times=times)
    turn.states.put(column, where, np.minimum(times + 1, 9))
