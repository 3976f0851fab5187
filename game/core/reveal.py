"""Everything that was hidden in one meeting, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.game import Game
from game.core.outcome import Outcome, PromiseRecord, opening_after, outcome, promise_records
from game.core.passbook import Entry
from game.core.play import replay, settle
from game.core.scenario import Opening


@dataclass(frozen=True, slots=True)
class Reveal:
    """Everything that was hidden, once a meeting has ended and time has run on.

    ``entries`` in order, settlement included; from ``settled_from`` on they belong to the settlement.
    ``opening_credit`` is the balance before the first entry, ``carried_over`` what a scenario that
    continues this one begins with.
    """

    path: tuple[str, ...]
    opening_credit: int
    entries: tuple[Entry, ...]
    settled_from: int
    outcome: Outcome
    promises: tuple[PromiseRecord, ...]
    carried_over: Opening


def reveal_of(game: Game, path: Sequence[str]) -> Reveal:
    """The passbook of a path that comes to an end, settled.

    Raises ``NotOffered`` for a choice that is not on offer, ``ValueError`` for a path without an end.
    """
    ended = replay(game, path)
    if not ended.ended:
        raise ValueError("the passbook stays closed until the meeting has ended")
    passbook, states = ended.passbook, ended.states
    settled_from = len(passbook.entries())
    settle(game, ended.scene, states, passbook)
    return Reveal(
        path=tuple(path),
        opening_credit=game.layout.opening.credit,
        entries=passbook.entries(),
        settled_from=settled_from,
        outcome=outcome(game, ended.scene, states),
        promises=promise_records(game, states),
        carried_over=opening_after(game, states),
    )
