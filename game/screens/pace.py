"""How fast the end of a meeting moves: the calendar's ninety days, the printer, the stamp.

Nothing here draws or knows a clock: a moment is seconds since the beginning, and every moment can be asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.screens import motion
from game.screens.motion import eased


@dataclass(frozen=True, slots=True)
class Moment:
    """The calendar at a moment: ``day`` of all (with the part of the present one), stops reached.

    ``top`` is the day on the leaf that lies uppermost, ``falling`` the day on the bundle of leaves in the
    air, which is ``fallen`` (0…1) of its way down; where nothing falls both are the same and it is 0.
    """

    day: float
    stops: int
    over: bool
    top: int
    falling: int
    fallen: float


class Turning:
    """The calendar turning through ``days`` days and resting at each of the days in ``stops`` (rising)."""

    def __init__(self, days: int, stops: Sequence[int]) -> None:
        self.days = days
        self.stops = tuple(stops)
        marks = sorted({0, days, *stops})
        rest = min(motion.STOP, motion.MOST_STOPPED / max(1, len(self.stops)))
        self._spans: list[tuple[float, float, int, int]] = []
        at = 0.0
        for start, end in pairwise(marks):
            takes = max(motion.LEAST_SPAN, motion.TURN * (end - start) / max(1, days))
            self._spans.append((at, takes, start, end))
            at += takes + (rest if end in self.stops else 0.0)
        self.seconds = at + motion.LAST_REST
        """How long it takes in all."""

    def at(self, elapsed: float) -> Moment:
        """Where the calendar is, ``elapsed`` seconds after it began."""
        day, top, falling, fallen = 0.0, 0, 0, 0.0
        for begins, takes, start, end in self._spans:
            if elapsed >= begins:
                way = eased((elapsed - begins) / takes)
                day = start + (end - start) * way
                falls = min(end - start, max(1, int(takes * motion.FALLS)))
                fall = min(falls, int(way * falls))
                falling = start + (end - start) * fall // falls
                fallen = way * falls - fall
                top = start + (end - start) * (fall + 1) // falls if fallen else falling
        stops = sum(stop <= day for stop in self.stops)
        return Moment(day, stops, elapsed >= self.seconds, top, falling, fallen)


@dataclass(frozen=True, slots=True)
class Printed:
    """The passbook at a moment: rows printed (with the part of the present one).

    ``stamp`` is the stamp's way down, ``words`` how far the words beside it have come up; 0…1 each.
    """

    rows: float
    stamp: float
    words: float
    over: bool


class Printing:
    """A passbook of so many rows being printed, stamped, and spoken about."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self._row = min(motion.ROW, motion.MOST_PRINTING / max(1, rows))
        self._stamp = rows * self._row + motion.BEFORE_STAMP
        self._words = self._stamp + motion.STAMP + motion.BEFORE_WORDS
        self.seconds = self._words + motion.WORDS
        """How long it takes in all."""

    def at(self, elapsed: float) -> Printed:
        """How far it is, ``elapsed`` seconds after it began."""
        return Printed(
            rows=min(float(self.rows), elapsed / self._row),
            stamp=min(1.0, max(0.0, (elapsed - self._stamp) / motion.STAMP)),
            words=eased((elapsed - self._words) / motion.WORDS),
            over=elapsed >= self.seconds,
        )
