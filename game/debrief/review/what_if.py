"""One changed answer, and everything after it computed anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.onward import kept_onward
from game.analysis.result import Analysis
from game.core.game import Game
from game.core.reveal import Reveal, reveal_of
from game.debrief.review.steps import Step


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would have come of ``choice`` in the place of the one made at ``position``.

    ``reveal`` is the whole other meeting, settled; ``kept``: how many of the later choices are the ones that
    were made, ``later`` how many there are.
    """

    position: int
    choice: str
    reveal: Reveal
    kept: int
    later: int


def what_if(game: Game, analysis: Analysis, steps: Sequence[Step], position: int, choice: str) -> WhatIf:
    """The meeting with one answer changed: later answers stay where they are still on offer.

    Where they are not, the best from there is taken. Needs an exact analysis; raises ``KeyError`` for a
    choice that was not on offer.
    """
    changed = (*(step.choice.id for step in steps[:position]), choice)
    wanted = [(step.scene.id, step.choice.id) for step in steps[position + 1 :]]
    after = kept_onward(analysis, changed, wanted)
    path = (*changed, *(each for _, each in after))
    kept = sum(each in wanted for each in after)
    return WhatIf(position, choice, reveal_of(game, path), kept, len(after))
