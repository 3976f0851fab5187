"""A list of codes from a stranger is read line by line, however it is written."""

import pytest

from game.classroom import typed_codes
from game.classroom.intake import MOST_WRONG, Intake
from game.classroom.typed_codes import LONGEST_LINE, lines_of
from game.library import Library
from game.records.result_code import read_code


@pytest.fixture
def asked(monkeypatch):
    """Every text that was looked at as a code."""
    found: list[str] = []

    def remembering(text):
        found.append(text)
        return read_code(text)

    monkeypatch.setattr(typed_codes, "read_code", remembering)
    return found


@pytest.mark.parametrize("line", ["a " * 100_000, "a," * 100_000, "a" * 200_000, "ﷺ " * 50_000])
def test_a_line_without_end_holds_no_code(asked, line):
    (read,) = lines_of(line)
    assert read.name == ""
    assert sum(map(len, asked)) <= len(line)


@pytest.mark.parametrize("piece", ["a ", "aaaa ", "a, ", "ﷺ "])
def test_what_is_tried_of_a_line_is_as_long_as_a_code(asked, piece):
    line = (piece * LONGEST_LINE)[:LONGEST_LINE].strip()
    list(lines_of(line))
    assert sum(map(len, asked)) < 50 * LONGEST_LINE


def test_of_a_list_that_is_none_the_first_wrong_lines_are_told(tmp_path):
    file = tmp_path / "list.txt"
    file.write_text("no code\n" * 5 * MOST_WRONG)
    intake = Intake([str(file)], Library(tmp_path / "home"))
    intake.look()
    assert len(intake.troubles) == MOST_WRONG
