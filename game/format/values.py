"""Typed words to values: whole numbers, yes and no, days and dates, in Japanese and English spellings.

Each function takes what a person typed and gives the value, or raises ``PydanticCustomError`` whose type
is a code of the table of findings.
"""

import re
from datetime import date, datetime
from datetime import time as daytime
from typing import Final
from unicodedata import normalize

from pydantic_core import PydanticCustomError

from game.core.times import LONGEST_DAYS, WEEKDAYS, AfterScene, InDays, NextWeekday, OnDate, Time
from game.format.tree import NOTHING

_INT: Final = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+|[+-]?\d[\d_]*")
_MOST_DIGITS: Final = 12
_YES: Final = frozenset({"true", "yes", "on", "y", "はい", "真"})
_NO: Final = frozenset({"false", "no", "off", "n", "いいえ", "偽"})
_UNITS: Final = {
    "day": (1, False),
    "business day": (1, True),
    "week": (7, False),
    "日": (1, False),
    "日間": (1, False),
    "営業日": (1, True),
    "週": (7, False),
    "週間": (7, False),
}
_SPAN: Final = r"(?P<count>\d{1,5}) *(?P<unit>business day|day|week|営業日|日間|日|週間|週)s?"
_IN_DAYS: Final = re.compile(rf"(?:in +)?{_SPAN} *(?:後|later)?")
_AFTER: Final = re.compile(rf"{_SPAN} +after +(?P<scene>[\w-]+)")
_AFTER_JA: Final = re.compile(rf"(?P<scene>[\w-]+?) *の *{_SPAN}後")
_DATE: Final = re.compile(r"(\d{4})(?:[-/]|年 ?)(\d{1,2})(?:[-/]|月 ?)(\d{1,2})日?")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_WEEKDAY_JA: Final = re.compile(r"(?:次の)?([月火水木金土日])曜日?")
_TODAY: Final = frozenset({"today", "same day", "今日", "当日", "同じ日"})


def typed(value: object) -> str:
    """The text a person typed, in half-width; anything else raises ``expected-text`` or ``empty-value``."""
    if value is NOTHING:
        raise PydanticCustomError("empty-value", "nothing")
    if not isinstance(value, str):
        raise PydanticCustomError("expected-text", "not a text")
    return normalize("NFKC", value).strip()


def whole(value: object) -> int:
    """A whole number: ``12``, ``-3``, ``012``, ``1,200``, ``1_200``, full-width digits."""
    text = typed(value)
    if not _INT.fullmatch(text) or len(text) > _MOST_DIGITS:
        raise PydanticCustomError("not-a-number", "not a number")
    return int(text.replace(",", "").replace("_", ""))


def yes_no(value: object) -> bool:
    """Yes or no: true or false, yes or no, on or off, はい or いいえ."""
    word = typed(value).lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise PydanticCustomError("not-yes-no", "neither yes nor no")


def time(value: object) -> Time:
    """A point in time, such as "3 business days", "friday", "2026-03-06" or "30 days after signed"."""
    text = typed(value)
    lower = " ".join(text.lower().split())
    if lower in _TODAY:
        return InDays(0)
    if lower.removeprefix("next ") in WEEKDAYS:
        return NextWeekday(WEEKDAYS[WEEKDAYS.index(lower.removeprefix("next "))])
    if match := _WEEKDAY_JA.fullmatch(text):
        return NextWeekday(WEEKDAYS["月火水木金土日".index(match[1])])
    if match := _DATE.fullmatch(text):
        return OnDate(_date(match))
    if match := _IN_DAYS.fullmatch(lower):
        return _span(match)
    # A scene's id is matched exactly, so it is taken from the text as typed.
    spaced = " ".join(text.split())
    if (match := re.compile(_AFTER.pattern, re.IGNORECASE).fullmatch(spaced)) or (
        match := _AFTER_JA.fullmatch(spaced)
    ):
        return AfterScene(_span(match).days, match["scene"])
    raise PydanticCustomError("bad-time", "no time")


def begins(value: object) -> datetime:
    """A date with a time of day, or a date alone (then ten in the morning)."""
    text = typed(value).replace("T", " ")
    day, _, clock = text.partition(" ")
    if not (match := _DATE.fullmatch(day)):
        raise PydanticCustomError("bad-begins", "no date and time")
    on = _date(match)
    if not clock.strip():
        return datetime(on.year, on.month, on.day, 10, 0)  # noqa: DTZ001 - story time has no zone
    if not (parts := _CLOCK.fullmatch(clock.strip())):
        raise PydanticCustomError("bad-begins", "no time of day")
    try:
        return datetime(on.year, on.month, on.day, int(parts[1]), int(parts[2]))  # noqa: DTZ001
    except ValueError as error:
        raise PydanticCustomError("bad-begins", "no time of day") from error


def clock(value: object) -> daytime:
    """A time of day, ``19:00``; anything else raises ``bad-clock``."""
    parts = _CLOCK.fullmatch(typed(value))
    try:
        return daytime(int(parts[1]), int(parts[2])) if parts else _no_clock()
    except ValueError as error:
        raise PydanticCustomError("bad-clock", "no time of day") from error


def _no_clock() -> daytime:
    raise PydanticCustomError("bad-clock", "no time of day")


def _date(match: re.Match[str]) -> date:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise PydanticCustomError("bad-date", "no such date") from error


def _span(match: re.Match[str]) -> InDays:
    each, business = _UNITS[match["unit"].lower()]
    days = int(match["count"]) * each
    if days > LONGEST_DAYS:
        raise PydanticCustomError("time-too-long", "too long", {"most": LONGEST_DAYS})
    return InDays(days, business)
