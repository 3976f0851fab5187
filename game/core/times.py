"""Points in time as a scenario names them: "3 business days", "friday", a date, "30 days after signed".

Days are integers counted from the day on which the scenario begins (day 0). Which weekday and which
date day 0 is belongs to the scenario; both are plain values here, so nothing asks a clock.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int32]
"""Calendar days, one per playthrough, shape (n,)."""

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: Final[tuple[Weekday, ...]] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)

SATURDAY: Final = WEEKDAYS.index("saturday")

FAR: Final = 1_000_000_000
"""A day that never comes: stands for "not set". Every date there is lies below it (the year 9999 is
3,652,058 days off), and twice of it still fits 32 bits, so that days can be subtracted from it."""

LONGEST_DAYS: Final = 3_650
"""The longest single stretch of time a scenario may name, in days."""


@dataclass(frozen=True, slots=True)
class InDays:
    """So many calendar days from now; with ``business`` Saturdays and Sundays do not count."""

    days: int
    business: bool = False


@dataclass(frozen=True, slots=True)
class NextWeekday:
    """The next such weekday, never today: on a Friday, "friday" is a week away."""

    weekday: Weekday


@dataclass(frozen=True, slots=True)
class OnDate:
    """A calendar date; as a stretch of time that lies in the past it is today."""

    date: date


@dataclass(frozen=True, slots=True)
class AfterScene:
    """So many days after a scene was first entered; ``FAR`` until it has been."""

    days: int
    scene: str


Time = InDays | NextWeekday | OnDate | AfterScene


def weekday_of(day: int, begins: date) -> int:
    """The weekday of a day, 0 = Monday … 6 = Sunday."""
    return (begins.weekday() + day) % 7


def _offsets(time: InDays | NextWeekday) -> list[int]:
    """Days to add on a Monday, Tuesday … Sunday; business days skip week-ends, not holidays."""
    if isinstance(time, NextWeekday):
        target = WEEKDAYS.index(time.weekday)
        return [(target - today - 1) % 7 + 1 for today in range(7)]
    if not time.business:
        return [time.days] * 7
    offsets = []
    for today in range(7):
        weekday, passed, left = today, 0, time.days
        while left:
            weekday, passed = (weekday + 1) % 7, passed + 1
            left -= weekday < SATURDAY
        offsets.append(passed)
    return offsets


def resolve(time: Time, today: Days, begins: date, entered: Days | None = None) -> Days:
    """The day a time names, seen from ``today``.

    ``entered`` is the day on which the scene of an ``AfterScene`` was first entered (``FAR`` where it
    was not). Shapes (n,) in, (n,) out; the input is not changed.
    """
    match time:
        case OnDate(date=when):
            return np.full_like(today, (when - begins).days)
        case AfterScene(days=days):
            if entered is None:
                raise ValueError("an AfterScene needs the days on which its scene was entered")
            return np.where(entered < FAR, entered + days, FAR).astype(np.int32)
        case _:
            table = np.array(_offsets(time), dtype=np.int32)
            return (today + table[(today + begins.weekday()) % 7]).astype(np.int32)
