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


def short_day(day: date) -> str:
    """A day as a passbook prints it: month and day, "3/4"."""
    return f"{day.month}/{day.day}"


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
