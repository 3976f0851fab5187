"""What was promised to the customer, and what became of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from game.core.game import Game
from game.core.reveal import Reveal
from game.debrief.names import promise_status_name
from game.debrief.review.told import Teller


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise: its words, when it was made and due, and what became of it when.

    ``status`` as in ``PromiseRecord``, ``told`` its name. ``due`` None: it waited for a day that never came.
    ``ended`` None while it is open. ``renegotiated``: another day was asked for in time.
    """

    id: str
    text: str
    made: date
    due: date | None
    status: str
    told: str
    ended: date | None
    renegotiated: bool


_ENDS = frozenset({"keep", "keep.late", "break", "break.due"})


def promises(game: Game, reveal: Reveal, teller: Teller) -> tuple[Promised, ...]:
    """Every promise made, in the order in which they were made."""
    found = []
    for made in sorted(reveal.promises, key=lambda each: each.made_day):
        about = [entry for entry in reveal.entries if entry.reason.about.get("promise") == made.id]
        ends = [entry.day for entry in about if entry.reason.rule in _ENDS]
        found.append(
            Promised(
                id=made.id,
                text=teller.named(game.promises[made.id].text),
                made=game.begins + timedelta(days=made.made_day),
                due=None if made.due_day is None else game.begins + timedelta(days=made.due_day),
                status=made.status,
                told=promise_status_name(made.status, teller.words),
                ended=game.begins + timedelta(days=ends[-1]) if ends else None,
                renegotiated=any(entry.reason.rule == "renegotiate" for entry in about),
            )
        )
    return tuple(found)
