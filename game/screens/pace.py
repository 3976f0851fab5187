"""How fast the end of a meeting moves: the calendar's ninety days, the printer, the stamp.

Nothing here draws or knows a clock: a moment is seconds since the beginning, and every moment can be asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

TURN_SECONDS: Final = 4.2
"""How long all the leaves of the calendar take, the stops left out."""

_STOP_SECONDS: Final = 1.1
_MOST_STOPPED: Final = 4.4
"""Seconds the calendar rests at one thing that comes due, and at all of them together."""

_LEAST_SPAN: Final = 0.45
_LAST_REST: Final = 0.5

ROW_SECONDS: Final = 0.18
"""How long the printer takes for a row."""

MOST_PRINTING: Final = 9.0
"""Seconds a passbook of any length is printed in."""

_BEFORE_STAMP: Final = 0.35
_STAMP: Final = 0.22
_BEFORE_WORDS: Final = 0.45
_WORDS: Final = 0.6


def eased(share: float) -> float:
    """A way that begins and ends gently; 0…1 to 0…1, cut off outside."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


@dataclass(frozen=True, slots=True)
class Moment:
    """The calendar at a moment: ``day`` leaves turned (with the part of the present one), stops reached."""

    day: float
    stops: int
    over: bool


class Turning:
    """The calendar turning through ``days`` days and resting at each of the days in ``stops`` (rising)."""

    def __init__(self, days: int, stops: Sequence[int]) -> None:
        self.days = days
        self.stops = tuple(stops)
        marks = sorted({0, days, *stops})
        rest = min(_STOP_SECONDS, _MOST_STOPPED / max(1, len(self.stops)))
        self._spans: list[tuple[float, float, int, int]] = []
        at = 0.0
        for start, end in pairwise(marks):
            takes = max(_LEAST_SPAN, TURN_SECONDS * (end - start) / max(1, days))
            self._spans.append((at, takes, start, end))
            at += takes + (rest if end in self.stops else 0.0)
        self.seconds = at + _LAST_REST
        """How long it takes in all."""

    def at(self, elapsed: float) -> Moment:
        """Where the calendar is, ``elapsed`` seconds after it began."""
        day = 0.0
        for begins, takes, start, end in self._spans:
            if elapsed >= begins:
                day = start + (end - start) * eased((elapsed - begins) / takes)
        return Moment(day, sum(stop <= day for stop in self.stops), elapsed >= self.seconds)


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
        self._row = min(ROW_SECONDS, MOST_PRINTING / max(1, rows))
        self._stamp = rows * self._row + _BEFORE_STAMP
        self._words = self._stamp + _STAMP + _BEFORE_WORDS
        self.seconds = self._words + _WORDS
        """How long it takes in all."""

    def at(self, elapsed: float) -> Printed:
        """How far it is, ``elapsed`` seconds after it began."""
        return Printed(
            rows=min(float(self.rows), elapsed / self._row),
            stamp=min(1.0, max(0.0, (elapsed - self._stamp) / _STAMP)),
            words=eased((elapsed - self._words) / _WORDS),
            over=elapsed >= self.seconds,
        )
