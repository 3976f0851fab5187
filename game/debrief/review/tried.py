"""What a record says was tried again, replayed: none of it is believed, and what does not fit is named so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from game.analysis.onward import crossroads
from game.analysis.result import Analysis
from game.core.game import Game
from game.core.play import NotOffered
from game.core.reveal import Reveal
from game.debrief.review.again import FirstAndLast, first_and_last
from game.debrief.review.steps import steps_of
from game.debrief.review.told import Teller
from game.records import Retry


@dataclass(frozen=True, slots=True)
class Tried:
    """One time a moment was tried again; ``choices`` from the decision at ``position`` (from 0) on.

    ``day`` and ``scene`` of that decision; ``both``: the first time beside it. All three are None where the
    line does not fit the meeting: somebody has changed it.
    """

    position: int
    choices: tuple[str, ...]
    day: date | None = None
    scene: str | None = None
    both: FirstAndLast | None = None


def tried_of(
    game: Game, reveal: Reveal, retries: Iterable[Retry], analysis: Analysis | None, teller: Teller
) -> tuple[Tried, ...]:
    """Every time a moment was tried again, in the order it was done; ``analysis`` None: unknown."""
    steps = steps_of(game, reveal.path)
    found = []
    for retry in retries:
        position, choices = retry.position, tuple(retry.choices)
        if position >= len(steps) or not choices:
            found.append(Tried(position, choices))
            continue
        path = (*reveal.path[:position], *choices)
        try:
            steps_of(game, path)
        except (NotOffered, IndexError):
            found.append(Tried(position, choices))
            continue
        ways = None if analysis is None else crossroads(analysis, path)
        in_reach = None if ways is None else ways.best
        both = first_and_last(game, reveal, steps, position, choices, in_reach, teller)
        found.append(Tried(position, choices, steps[position].date, steps[position].scene.id, both))
    return tuple(found)
