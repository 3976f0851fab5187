"""Whether a condition holds, over a whole batch of states."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from game.core.conditions import (
    All,
    Any,
    Between,
    Chose,
    Condition,
    GivenAway,
    Happened,
    Happening,
    Not,
    Scarred,
)
from game.core.states import (
    BROKEN,
    CLARIFIED,
    CONCEDED,
    GRANTED,
    KEPT,
    KEPT_LATE,
    NEVER_HELPED,
    NONE,
    RECOVERED,
    REFUSED,
    Ints,
    Mask,
    States,
)

HAPPENED: Final[Mapping[Happening, tuple[str, Callable[[Ints], Mask]]]] = {
    "knows": ("fact.known", lambda known: known != NONE),
    "promised": ("promise.status", lambda status: status != NONE),
    "kept": ("promise.status", lambda status: status == KEPT),
    "broken": ("promise.status", lambda status: (status == BROKEN) | (status == KEPT_LATE)),
    "lied": ("lie.times", lambda times: times > 0),
    "blurred": ("blur.status", lambda status: status != NONE),
    "clarified": ("blur.status", lambda status: status == CLARIFIED),
    "complained": ("complaint.status", lambda status: status != NONE),
    "recovered": ("complaint.status", lambda status: status == RECOVERED),
    "conceded": ("demand.status", lambda status: status == CONCEDED),
    "helped": ("help.day", lambda day: day != NEVER_HELPED),
    "granted": ("favour.status", lambda status: status == GRANTED),
    "refused": ("favour.status", lambda status: status == REFUSED),
}
"""The column each happening is read from, and how."""


def holds(condition: Condition, states: States) -> Mask:
    """In which states the condition holds, shape (n,). What no move can bring about never holds."""
    match condition:
        case All(parts=parts):
            result = states.everywhere()
            for part in parts:
                result &= holds(part, states)
            return result
        case Any(parts=parts):
            result = ~states.everywhere()
            for part in parts:
                result |= holds(part, states)
            return result
        case Not(part=part):
            return ~holds(part, states)
        case Between(what=what, at_least=at_least, below=below):
            value = states[what]
            least = states.everywhere() if at_least is None else value >= at_least
            return least if below is None else least & (value < below)
    return _fact_of(condition, states)


def _fact_of(condition: Happened | Scarred | GivenAway | Chose, states: States) -> Mask:
    match condition:
        case Scarred():
            return states["scar"] == 1
        case GivenAway(demand=None):
            return states["given"] > 0
        case GivenAway(demand=demand):
            return _column(f"demand.away:{demand}", states, lambda away: away == 1)
        case Chose(scene=scene, choice=choice):
            return _column(f"taken:{scene}.{choice}", states, lambda taken: taken > 0)
    kind, test = HAPPENED[condition.what]
    return _column(f"{kind}:{condition.id}", states, test)


def _column(name: str, states: States, test: Callable[[Ints], Mask]) -> Mask:
    if name not in states.layout:
        return ~states.everywhere()
    return np.asarray(test(states[name]), dtype=np.bool_)


def columns_read(condition: Condition) -> set[str]:
    """The columns a condition looks at (for the analysis, which forgets what nobody reads again)."""
    match condition:
        case All(parts=parts) | Any(parts=parts):
            return set().union(*(columns_read(part) for part in parts))
        case Not(part=part):
            return columns_read(part)
        case Between(what=what):
            return {what}
        case Scarred():
            return {"scar"}
        case GivenAway(demand=demand):
            return {"given"} if demand is None else {f"demand.away:{demand}"}
        case Chose(scene=scene, choice=choice):
            return {f"taken:{scene}.{choice}"}
    return {f"{HAPPENED[condition.what][0]}:{condition.id}"}
