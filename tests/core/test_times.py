"""Points in time: weekdays, business days, dates, days after a scene."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.times import FAR, WEEKDAYS, AfterScene, InDays, NextWeekday, OnDate, resolve, weekday_of

TUESDAY = date(2026, 3, 3)


def days(*values: int):
    return np.array(values, dtype=np.int32)


@pytest.mark.parametrize(
    ("time", "today", "day"),
    [
        (InDays(0), 4, 4),
        (InDays(14), 4, 18),
        (InDays(0, business=True), 4, 4),
        (InDays(3, business=True), 0, 3),  # Tuesday → Friday
        (InDays(4, business=True), 0, 6),  # → Monday
        (InDays(5, business=True), 0, 7),
        (InDays(1, business=True), 3, 6),  # Friday → Monday
        (InDays(1, business=True), 4, 6),  # Saturday → Monday
        (InDays(1, business=True), 5, 6),  # Sunday → Monday
        (InDays(12, business=True), 4, 21),
        (NextWeekday("friday"), 0, 3),
        (NextWeekday("friday"), 3, 10),  # on a Friday, a week away
        (NextWeekday("friday"), 4, 10),
        (NextWeekday("tuesday"), 0, 7),
        (NextWeekday("monday"), 0, 6),
        (OnDate(date(2026, 3, 6)), 0, 3),
        (OnDate(date(2026, 3, 6)), 9, 3),
        (OnDate(date(2026, 2, 27)), 9, -4),
    ],
)
def test_the_day_a_time_names(time, today: int, day: int):
    assert resolve(time, days(today), TUESDAY).tolist() == [day]


def test_days_after_a_scene_wait_until_it_was_entered():
    found = resolve(AfterScene(30, "signed"), days(50, 50), TUESDAY, entered=days(20, FAR))
    assert found.tolist() == [50, FAR]
    with pytest.raises(ValueError, match="AfterScene"):
        resolve(AfterScene(30, "signed"), days(50), TUESDAY)


@given(
    begins=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    today=st.integers(0, 4000),
    weekday=st.sampled_from(WEEKDAYS),
    business=st.integers(1, 60),
)
def test_weekdays_are_those_of_the_calendar(begins: date, today: int, weekday, business: int):
    now = begins + timedelta(days=today)
    assert weekday_of(today, begins) == now.weekday()
    later = int(resolve(NextWeekday(weekday), days(today), begins)[0])
    assert 1 <= later - today <= 7
    assert weekday_of(later, begins) == WEEKDAYS.index(weekday)
    end = int(resolve(InDays(business, business=True), days(today), begins)[0])
    working = [day for day in range(today + 1, end + 1) if weekday_of(day, begins) < 5]
    assert len(working) == business
    assert working[-1] == end
