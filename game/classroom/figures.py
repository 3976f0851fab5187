"""What a class did in one scenario, as values: seats, decisions, curves, promises, and what is wrong.

Everything is recomputed from the paths. One figure is about one version of one scenario. No time of a
decision is in it, and free text only where it was asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from game.classroom.troubles import ClassTrouble
from game.core.principles import Principle
from game.core.scenario import Band, Deal

FEWEST: Final = 5
"""A class under this many is not broken down: whoever knows the class would know who each one is."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One meeting of the class.

    ``number`` (from 1) is what it is called while names are off, ``name`` the pseudonym. ``value``: of
    three years, None without an offer. ``share``: of the reachable trust, whole percent, None without an
    exact analysis. ``predicted``, ``feeling`` and ``resolve`` are None or "" where nothing was said; free
    text is in them only where it was asked for. ``curve``: (day, balance), the opening first.
    ``principles``: the points each principle moved, those that moved none left out. ``promises``:
    (promise id, status as in ``PromiseRecord``).
    """

    number: int
    name: str
    language: str
    path: tuple[str, ...]
    trust: int
    band: Band
    deal: Deal
    value: int | None
    given_percent: int
    share: int | None
    coached: bool
    predicted: Band | None
    feeling: str
    resolve: str
    curve: tuple[tuple[int, int], ...]
    principles: Mapping[Principle, int]
    promises: tuple[tuple[str, str], ...]
    started: date


@dataclass(frozen=True, slots=True)
class Taken:
    """One choice of a decision and those who took it.

    ``text``: the exact sentence, or with ``act`` the deed. ``seats``: the numbers of those who took it when
    they first came here; ``bands``: where these ended, those nobody ended in left out. ``mean_trust`` is
    None where nobody took it. ``best``: it loses nothing, by the exact analysis, in at least half of the
    states the class came here in. ``principle``: the name of the one it moved most points of, "" if none.
    """

    choice: str
    text: str
    act: bool
    seats: tuple[int, ...]
    bands: Mapping[Band, int]
    mean_trust: float | None
    best: bool
    principle: str
    understood: str


@dataclass(frozen=True, slots=True)
class DecisionFigure:
    """One decision, and how the class parted there.

    ``when``: its date as told, "" where it differs. ``line``: the last line of the customer's side before it,
    as most heard it, and of others where nobody of theirs spoke; ``speaker``: the name of whose it is, "" for
    the narrator. ``came``: how many came here. ``choices`` in the order of the file. ``see``, ``ask``,
    ``then``: the trainer's question of the scenario, "" where there is none. ``spread`` 0…1: how much the
    class parted here, for the order of a plan.
    """

    scene: str
    title: str
    when: str
    line: str
    speaker: str
    came: int
    choices: tuple[Taken, ...]
    see: str
    ask: str
    then: str
    spread: float


@dataclass(frozen=True, slots=True)
class Outline:
    """The curves of all as one: on each of ``days``, the quartiles of the balance."""

    days: tuple[int, ...]
    low: tuple[float, ...]
    median: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PromiseFigure:
    """What became of one promise in the class.

    ``made`` = ``kept`` (in time or late) + ``broken`` + ``open``; ``renegotiated`` tells how many of them
    asked in time for a new date, whatever came of it.
    """

    promise: str
    text: str
    made: int
    kept: int
    broken: int
    renegotiated: int
    open: int


@dataclass(frozen=True, slots=True)
class ClassFigure:
    """One class in one version of one scenario.

    ``best_line``: trust and value of the best way through, None without an exact analysis. ``decisions``
    in the order of the story. ``principles``: the columns of the heat map. ``small``: fewer than
    ``FEWEST``, so it is not broken down. ``troubles``: what was handed in and is not (wholly) in it.
    """

    scenario_id: str
    title: str
    customer: str
    hash: str
    seats: tuple[Seat, ...]
    best_line: tuple[int, int | None] | None
    outline: Outline
    decisions: tuple[DecisionFigure, ...]
    principles: tuple[Principle, ...]
    promises: tuple[PromiseFigure, ...]
    currency: str
    small: bool
    troubles: tuple[ClassTrouble, ...]
