"""When something shows, is offered or is taken: mappings in the file, values here, never a language.

``game.core.judging`` evaluates them over a batch of states.
"""

from dataclasses import dataclass
from typing import Literal

Happening = Literal[
    "knows",
    "promised",
    "kept",
    "broken",
    "lied",
    "blurred",
    "clarified",
    "complained",
    "recovered",
    "conceded",
    "helped",
    "granted",
    "refused",
]
"""What can be asked of one id. ``promised``, ``lied``, ``blurred``, ``complained`` mean *ever*; a promise
made good late stays ``broken``; ``refused`` and ``granted`` are the last answer."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something happened to the thing with this id."""

    what: Happening
    id: str


@dataclass(frozen=True, slots=True)
class Scarred:
    """A lie was found out."""


@dataclass(frozen=True, slots=True)
class GivenAway:
    """Something was given away for nothing: at all, or in answer to one demand."""

    demand: str | None = None


@dataclass(frozen=True, slots=True)
class Chose:
    """This choice was taken at least once on the path."""

    scene: str
    choice: str


@dataclass(frozen=True, slots=True)
class Between:
    """``at_least`` ≤ value < ``below``; either may be open (None).

    Credit and standing are −100…100; ``day`` counts from the day the scenario begins.
    """

    what: Literal["credit", "standing", "day"]
    at_least: int | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds (true when there is none)."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds (false when there is none)."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = Happened | Scarred | GivenAway | Chose | Between | All | Any | Not

ALWAYS = All(())
"""The condition of what has none."""
