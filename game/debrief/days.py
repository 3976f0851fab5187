"""Days as a person writes them, in their language; no locale of the machine is asked."""

from collections.abc import Callable
from datetime import date, time
from typing import Final

from game.format.words import Words

_Name = Callable[[Words], str]

_WEEKDAYS: Final[tuple[_Name, ...]] = (
    lambda words: words("Mon"),
    lambda words: words("Tue"),
    lambda words: words("Wed"),
    lambda words: words("Thu"),
    lambda words: words("Fri"),
    lambda words: words("Sat"),
    lambda words: words("Sun"),
)

_MONTHS: Final[tuple[_Name, ...]] = (
    lambda words: words("January"),
    lambda words: words("February"),
    lambda words: words("March"),
    lambda words: words("April"),
    lambda words: words("May"),
    lambda words: words("June"),
    lambda words: words("July"),
    lambda words: words("August"),
    lambda words: words("September"),
    lambda words: words("October"),
    lambda words: words("November"),
    lambda words: words("December"),
)

_SHORT_MONTHS: Final[tuple[_Name, ...]] = (
    lambda words: words("Jan", context="a short day"),
    lambda words: words("Feb", context="a short day"),
    lambda words: words("Mar", context="a short day"),
    lambda words: words("Apr", context="a short day"),
    lambda words: words("May", context="a short day"),
    lambda words: words("Jun", context="a short day"),
    lambda words: words("Jul", context="a short day"),
    lambda words: words("Aug", context="a short day"),
    lambda words: words("Sep", context="a short day"),
    lambda words: words("Oct", context="a short day"),
    lambda words: words("Nov", context="a short day"),
    lambda words: words("Dec", context="a short day"),
)


def month_told(day: date, words: Words) -> str:
    """The month of a day: "March", 「3月」."""
    return _MONTHS[day.month - 1](words)


def weekday_told(day: date, words: Words) -> str:
    """The weekday of a day in its short form: "Tue", 「火」."""
    return _WEEKDAYS[day.weekday()](words)


def day_told(day: date, words: Words) -> str:
    """A day with its weekday: "Tue 3 March", 「3月3日（火）」."""
    return words(
        "{weekday} {day} {month}",
        weekday=_WEEKDAYS[day.weekday()](words),
        day=day.day,
        month=month_told(day, words),
    )


def moment_told(day: date, at: time | None, words: Words) -> str:
    """A day, and the time of day where it is known."""
    if at is None:
        return day_told(day, words)
    return words("{day}, {time}", day=day_told(day, words), time=f"{at:%H:%M}")


def short_day(day: date, words: Words) -> str:
    """A day as a passbook prints it: "4 Mar", 「3/4」; in English 3/4 is two days to two readers."""
    return words(
        "{day} {month}", context="a short day", day=day.day, month=_SHORT_MONTHS[day.month - 1](words)
    )


def days_passed_told(days: int, words: Words) -> str:
    """How much time went by between two scenes; ``days`` ≥ 1."""
    return words("(The next day)") if days == 1 else words("({days} days later)", days=days)


def days_left_told(days: int, words: Words) -> str:
    """How long until something is due, whole days; negative once it has passed."""
    if days < 0:
        return words("overdue")
    if days == 0:
        return words("today")
    return words("tomorrow") if days == 1 else words("in {days} days", days=days)
