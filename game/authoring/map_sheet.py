"""What is on the map of a story, as values: scenes, ways, lanes, phases and days, in points of a sheet."""

from dataclasses import dataclass
from typing import Final

from game.core.principles import Phase

A3: Final = (1190.55, 841.89)
"""Width and height of the sheet, lying."""

TEXT: Final = 7.5
TITLE: Final = 9.0
"""Heights of letters."""

MARGIN: Final = 24.0
HEAD: Final = 50.0
FOOT: Final = 30.0
BETWEEN: Final = 18.0
"""Space between columns."""

PHASE: Final = 15.0
DAY: Final = 46.0
"""Widths of the two axes left of a column: phases, and days."""

GUTTER: Final = 25.0
"""Height between rows, in which ways run."""

ROW: Final = 11.5
"""Height of a choice in a box."""

BOX_HEAD: Final = 17.0
BREAK: Final = 15.0
FLOW: Final = 24.0
"""Width of the way of all playthroughs."""

LEAST_FLOW: Final = 0.8


@dataclass(frozen=True, slots=True)
class Box:
    """A scene on the sheet: left, top, width, height; ``share`` 0…1 of playthroughs that come to it."""

    scene: str
    x: float
    y: float
    width: float
    height: float
    share: float


@dataclass(frozen=True, slots=True)
class Way:
    """A way from (x0, y0) down to (x1, y1), its ``width`` by its share.

    ``regret``: mean trust given up by going it, None where that is not known.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    regret: float | None
    choice: str
    to: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A way that passes a row on its way to the scene ``to``; ``fold``: the column ends or begins here."""

    x: float
    y: float
    width: float
    height: float
    regret: float | None
    to: str
    fold: bool


@dataclass(frozen=True, slots=True)
class PhaseBand:
    """A phase behind the rows it takes."""

    phase: Phase
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class DayMark:
    """The days of a row, at its height on the axis; ``first`` ≤ ``last`` from the beginning of the story."""

    first: int
    last: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class StoryMap:
    """A sheet and everything on it."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    lanes: tuple[Lane, ...]
    bands: tuple[PhaseBand, ...]
    days: tuple[DayMark, ...]
