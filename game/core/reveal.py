"""Everything that was hidden in one meeting, as one value."""

from dataclasses import dataclass

from game.core.outcome import Outcome, PromiseRecord
from game.core.passbook import Entry
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
