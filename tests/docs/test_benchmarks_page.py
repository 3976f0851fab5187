"""The page of benchmarks: what is on it is what the measures give, and a part of it can be measured anew."""

import re

import pytest

from benchmarks import run
from benchmarks.page import HEAD, Line, Page, line_of, read, renewed, table, written
from benchmarks.row import Row
from tests.docs.written import commands, text_of

PAGE = "docs/benchmarks.md"
ORDER = ("one", "two", "three")
LINES = (
    line_of("one", Row("first", 1.5, "s", most=2)),
    line_of("two", Row("second", 30, "ms", note="a note")),
    line_of("two", Row("second against first", 12, "×", least=20)),
    line_of("two", Row("a count of nothing", 0, "", most=0)),
    line_of("three", Row("third", None, "MB", most=60, note="not measured: nothing was built")),
)
OLD = Page("2026-01-02", "a machine", LINES)


def test_what_is_written_can_be_read_again():
    page = read(written(OLD))
    assert page.machine == OLD.machine
    assert page.day == OLD.day
    assert table(page.lines) == table(LINES)
    assert written(page) == written(OLD), "to the letter, also where a figure has no unit"
    assert next(line.cells[0] for line in page.lines) == "second against first", "ratios first"
    partly = OLD._replace(left_out="Not measured this time: inkjs.\n\n")
    assert read(written(partly)).left_out == partly.left_out


def test_a_row_tells_what_is_met_and_what_is_not():
    met = [line.cells[3] for line in LINES]
    assert met == ["yes", "–", "**no**", "yes", "–"]


def test_renewed_rows_stand_where_they_stood_and_tell_their_day():
    found = {"two": [Row("second", 20, "ms")]}
    page = renewed(OLD, found, ORDER, "2026-03-04", "a machine")
    assert [(line.measure, line.day) for line in page.lines] == [
        ("one", ""),
        ("two", "2026-03-04"),
        ("three", ""),
    ]
    assert "| second | 20.0 ms | – | – |  | two, 2026-03-04 |" in written(page)
    assert read(written(page)).lines == page.lines
    again = renewed(page, {"two": [Row("second", 10, "ms")]}, ORDER, OLD.day, "a machine")
    assert [line.day for line in again.lines] == ["", "", ""], "on the page's own day none is told"


def test_figures_of_two_machines_never_stand_together():
    with pytest.raises(ValueError, match="measure all of it"):
        renewed(OLD, {"one": [Row("first", 9, "s")]}, ORDER, "2026-03-04", "another machine")


def test_a_measure_is_measured_and_written(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(run, "OUT", tmp_path / "benchmarks.md")
    fake = {"one": lambda: [Row("first", 3.0, "s", most=2)], "two": lambda: [Row("second", 1, "ms")]}
    monkeypatch.setattr(run, "MEASURES", fake)

    def typed(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["run.py", *arguments])
        return run.main()

    assert typed() == 1, "a demand is not met"
    whole = run.OUT.read_text("utf-8")
    assert "| first | 3.00 s | ≤ 2 s | **no** |  | one |" in whole
    assert typed("two", "--no-write") == typed("two") == 0
    assert run.OUT.read_text("utf-8") == whole, "with names only what is to be renewed is written"
    fake["two"] = lambda: [Row("second", 5, "ms")]
    assert typed("two", "--renew") == 0
    assert "| second | 5.00 ms |" in run.OUT.read_text("utf-8")
    assert "| first | 3.00 s |" in run.OUT.read_text("utf-8")
    monkeypatch.setattr(run, "machine", lambda: "another machine")
    assert typed("two", "--renew") == 2
    assert "Nothing was written" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        typed("--renew")
    with pytest.raises(SystemExit):
        typed("nothing")


def test_every_row_of_the_page_has_a_measure_and_every_measure_a_row():
    page = read(text_of(PAGE))
    assert text_of(PAGE) == written(page)
    assert {line.measure for line in page.lines} == set(run.MEASURES)
    assert all(re.fullmatch(r"|\d{4}-\d\d-\d\d", line.day) for line in page.lines)
    assert HEAD.split("\n", maxsplit=1)[0] == "# Benchmarks"


def test_every_demand_on_the_page_is_met_or_told():
    missed = [line.cells for line in read(text_of(PAGE)).lines if line.cells[3] == "**no**"]
    assert [cells for cells in missed if not cells[4]] == [], "a miss needs a remark that says why"


def test_the_measures_that_pages_name_are_there():
    named = {
        word
        for one in commands()
        if "bench" in one.words
        for word in one.words[one.words.index("bench") + 1 :]
    }
    assert {"class", "redraw"} <= named
    assert named - {"NAME", "--renew"} <= set(run.MEASURES)


def test_a_line_is_a_ratio_by_its_figure_or_by_what_is_demanded():
    assert Line("m", "", ("what", "–", "≥ 50 ×", "–", "not measured")).is_ratio
    assert not Line("m", "", ("2 × 2", "3 s", "–", "–", "")).is_ratio
