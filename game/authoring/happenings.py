"""What can have happened by a point of the story, and what surely has, over every way that leads there.

Each happening is a bit, so that the ways to a scene are joined by one "or" and one "and". What *can* have
happened is never too little, and what *surely* has never too much: whatever is called impossible here is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from game.core.times import FAR, AfterScene, InDays, NextWeekday, OnDate, Time

Truth = int
"""``NEVER`` < ``MAYBE`` < ``ALWAYS``: "and" is the least of several, "or" the greatest."""

NEVER: Final = 0
MAYBE: Final = 1
ALWAYS: Final = 2

_WEEK: Final = 7
_WORKING_DAYS: Final = 5


@dataclass(slots=True)
class Known:
    """What is known at one point: happenings that may have been, that must have been, and the day.

    ``first`` and ``last`` are the earliest and the latest day it can be (``FAR``: no bound is known).
    """

    may: int = 0
    must: int = 0
    first: int = 0
    last: int = 0

    def copy(self) -> "Known":
        """The same, to be changed apart."""
        return Known(self.may, self.must, self.first, self.last)

    def join(self, other: "Known") -> None:
        """Another way leads here too."""
        self.may |= other.may
        self.must &= other.must
        self.first = min(self.first, other.first)
        self.last = max(self.last, other.last)

    def can(self, bit: int) -> bool:
        """Whether it may have happened."""
        return bool(self.may & bit)

    def sure(self, bit: int) -> bool:
        """Whether it has happened on every way here."""
        return bool(self.must & bit)

    def truth(self, bit: int) -> Truth:
        """Whether it has happened."""
        return ALWAYS if self.sure(bit) else MAYBE if self.can(bit) else NEVER

    def not_yet(self, bit: int) -> Truth:
        """Whether it has *not* happened: what is done once can be done if so."""
        return ALWAYS - self.truth(bit)

    def happen(self, bit: int, *, certain: bool) -> None:
        """It may happen now; ``certain``: it does."""
        self.may |= bit
        if certain:
            self.must |= bit

    def let_pass(self, time: Time, begins: date) -> None:
        """The calendar moves; the bounds stay bounds, however the weekdays fall."""
        if isinstance(time, OnDate):
            day = (time.date - begins).days
            self.first, self.last = max(self.first, day), max(self.last, day)
            return
        least, most = _stretch(time)
        self.first = min(self.first + least, FAR)
        self.last = min(self.last + most, FAR)


def _stretch(time: InDays | NextWeekday | AfterScene) -> tuple[int, int]:
    """The fewest and the most days the calendar moves, whatever the weekday."""
    match time:
        case InDays(days=days, business=True):
            return days, days + 2 * (days // _WORKING_DAYS + 1)
        case InDays(days=days):
            return days, days
        case NextWeekday():
            return 1, _WEEK
    return 0, time.days


class Happenings:
    """Numbers happenings by what happened and to which thing: ``("promised", "checklist")``."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self.in_vain: dict[str, str] = {}
        """Moves that were found to lack what they need (``keep:checklist``), each with the id it is about."""

    def bit(self, what: str, id: str = "") -> int:
        """The bit of a happening; the same for the same, whoever asks."""
        return 1 << self._numbers.setdefault((what, id), len(self._numbers))

    def bits(self, what: str, ids: Iterable[str]) -> int:
        """The bits of the same happening to several things."""
        together = 0
        for one in ids:
            together |= self.bit(what, one)
        return together
