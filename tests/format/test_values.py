from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from game.core.times import LONGEST_DAYS, WEEKDAYS, AfterScene, InDays, NextWeekday, OnDate
from game.format import values
from game.format.codes import CODES
from game.format.tree import NOTHING

TIMES = {
    "3 days": InDays(3),
    "1 day": InDays(1),
    "0 days": InDays(0),
    "in 3 days": InDays(3),
    "3 days later": InDays(3),
    "3 business days": InDays(3, business=True),
    "1 business day": InDays(1, business=True),
    "2 weeks": InDays(14),
    "Friday": NextWeekday("friday"),
    "next friday": NextWeekday("friday"),
    "2026-03-06": OnDate(date(2026, 3, 6)),
    "2026/3/6": OnDate(date(2026, 3, 6)),
    "2026年3月6日": OnDate(date(2026, 3, 6)),
    "30 days after signed": AfterScene(30, "signed"),
    "2 weeks after Visit_2": AfterScene(14, "Visit_2"),
    "signedの30日後": AfterScene(30, "signed"),
    "signed の 30日後": AfterScene(30, "signed"),
    "3日": InDays(3),
    "３日後": InDays(3),
    "3日間": InDays(3),
    "3営業日": InDays(3, business=True),
    "3営業日後": InDays(3, business=True),
    "2週間": InDays(14),
    "2週間後": InDays(14),
    "金曜": NextWeekday("friday"),
    "金曜日": NextWeekday("friday"),
    "次の金曜": NextWeekday("friday"),
    "今日": InDays(0),
    "today": InDays(0),
}


@pytest.mark.parametrize("text", TIMES)
def test_times_in_both_languages(text):
    assert values.time(text) == TIMES[text]


def test_every_weekday_has_its_name_in_both():
    for kanji, name in zip("月火水木金土日", WEEKDAYS, strict=True):
        assert values.time(f"{kanji}曜") == values.time(name) == NextWeekday(name)


@given(st.integers(0, LONGEST_DAYS), st.booleans())
@settings(deadline=None)
def test_days_up_to_ten_years(days, business):
    assert values.time(f"{days} {'business ' * business}days") == InDays(days, business)
    assert values.time(f"{days}{'営業' * business}日") == InDays(days, business)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("soon", "bad-time"),
        ("3", "bad-time"),
        ("-3 days", "bad-time"),
        ("3 months", "bad-time"),
        ("2026-02-30", "bad-date"),
        ("2026年13月1日", "bad-date"),
        ("3651 days", "time-too-long"),
        ("9999 weeks after x", "time-too-long"),
        (NOTHING, "empty-value"),
        (["3 days"], "expected-text"),
    ],
)
def test_what_is_no_time_is_told(text, code):
    with pytest.raises(PydanticCustomError) as raised:
        values.time(text)
    assert raised.value.type == code
    assert code in CODES


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("+4", 4),
        ("012", 12),
        ("1,200,000", 1_200_000),
        ("1_200", 1200),
        ("１２", 12),
        (" 7 ", 7),
    ],
)
def test_whole_numbers(text, value):
    assert values.whole(text) == value


@pytest.mark.parametrize("text", ["1.5", "1,20", "0x10", "", "十二", "9" * 13, "1e3", "--1"])
def test_what_is_no_whole_number(text):
    with pytest.raises(PydanticCustomError, match="not a number"):
        values.whole(text)


def test_yes_and_no():
    assert [values.yes_no(word) for word in ("true", "Yes", "on", "はい")] == [True] * 4
    assert [values.yes_no(word) for word in ("false", "NO", "off", "いいえ")] == [False] * 4
    with pytest.raises(PydanticCustomError):
        values.yes_no("maybe")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-03-03 10:20", datetime(2026, 3, 3, 10, 20)),  # noqa: DTZ001
        ("2026-03-03T10:20:30", datetime(2026, 3, 3, 10, 20)),  # noqa: DTZ001
        ("2026年3月3日 9:05", datetime(2026, 3, 3, 9, 5)),  # noqa: DTZ001
        ("2026-03-03", datetime(2026, 3, 3, 10, 0)),  # noqa: DTZ001
    ],
)
def test_beginnings(text, value):
    assert values.begins(text) == value


@given(st.text())
@settings(deadline=None)
def test_any_text_is_a_value_or_a_code(text):
    for read in (values.time, values.whole, values.yes_no, values.begins):
        told = ""
        try:
            read(text)
        except PydanticCustomError as error:
            told = error.type
        assert told in {"", *CODES}
