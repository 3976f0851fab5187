"""Signs the customer gave and the trainee went past."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from game.analysis.onward import NEAR_BEST
from game.analysis.result import Decision
from game.debrief.review.steps import Step
from game.debrief.review.told import Said, Teller


@dataclass(frozen=True, slots=True)
class MissedTell:
    """A line with a sign, what the sign meant, and the next choice, which gave up trust.

    ``position`` of that choice; ``regret``: the trust it gave up, more than ``NEAR_BEST``.
    """

    position: int
    date: date
    line: Said
    sign: str
    means: str
    then: str
    regret: int


def missed_tells(
    teller: Teller, steps: Sequence[Step], decisions: Sequence[Decision]
) -> tuple[MissedTell, ...]:
    """Every sign that was shown before a choice that was not near the best, in the order of the meeting."""
    return tuple(
        MissedTell(
            position=step.position,
            date=step.date,
            line=teller.line(line),
            sign=teller.named(line.tell.sign),
            means=teller.named(line.tell.means),
            then=teller.choice(step.choice),
            regret=decision.regret,
        )
        for step, decision in zip(steps, decisions, strict=True)
        for line in step.heard
        if line.tell is not None and decision.regret > NEAR_BEST
    )
