"""What a coach shows of a meeting that is still being played, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.game import Game
from game.core.passbook import Entry
from game.core.rules.asking import questions_left
from game.core.states import States


@dataclass(frozen=True, slots=True)
class Coached:
    """The balance as it stands, and what moved it last.

    ``before`` is the balance before the last choice (before any choice: the opening credit), ``balance``
    the one now, both -100…100. ``chosen``: the entries of the last choice and its reply, in order, up to
    the last one that is its own; ``since``: what fell due or happened after that, up to the present scene.
    ``questions_left``: how many plain questions in a row would be welcome now, from 0.
    """

    before: int
    balance: int
    chosen: tuple[Entry, ...]
    since: tuple[Entry, ...]
    questions_left: int


def coached(game: Game, states: States, before: int, entries: Sequence[Entry]) -> Coached:
    """What is shown of a batch of one; ``entries`` are those booked since the balance was ``before``."""
    own = max((index for index, entry in enumerate(entries, start=1) if entry.choice is not None), default=0)
    return Coached(
        before=before,
        balance=int(states["credit"][0]),
        chosen=tuple(entries[:own]),
        since=tuple(entries[own:]),
        questions_left=int(questions_left(game, states)[0]),
    )
