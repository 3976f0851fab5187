"""``time`` of a scene: light and calendar, no part of the play."""

from datetime import time

import pytest

from game.format.reader import read

FILE = """\
format: 1
id: hours
language: ja
title: 時刻
customer: {{name: 田辺 由紀}}
start: evening
scenes:
  evening:
    {line}
    lines: [{{customer: こんばんは。}}]
    ending: {{deal: open}}
"""


def reading(line):
    return read(FILE.format(line=line).encode(), "hours.yaml", lang="en")


@pytest.mark.parametrize(
    ("written", "meant"), [("19:00", time(19)), ('"7:05"', time(7, 5)), ("１９:００", time(19))]
)
def test_a_time_of_day_is_read_as_typed(written, meant):
    found = reading(f"time: {written}")
    assert not found.findings
    assert found.scenario.scenes[0].time == meant


@pytest.mark.parametrize("written", ["25:00", "evening", "19", "12:60"])
def test_what_is_no_time_of_day_is_told_at_its_place(written):
    (finding,) = reading(f"time: {written}").findings
    assert (finding.code, finding.line, finding.column) == ("bad-clock", 9, 11)


def test_it_is_no_part_of_the_play():
    assert reading("time: 19:00").scenario.hash == reading("place: office").scenario.hash
