"""A new scenario has the title that was typed and a file of its own, whatever was typed."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.deskwork.beginnings import begin, free_file
from game.library import Library
from game.screens.written_line import WrittenLine


def typed(text):
    line = WrittenLine("", 40)
    line.insert(text)
    return line.text


TITLES = st.text(max_size=60).map(typed).filter(bool)


@settings(max_examples=60, deadline=None)
@given(TITLES, st.sampled_from(["ja", "en"]))
def test_whatever_is_typed_is_the_title_of_a_scenario_that_plays(title, lang):
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder))
        file = free_file(library.own, title)
        assert file.parent == library.own
        assert begin(library, file, lang, title) is None
        opened = library.open_scenario(file, "en")
        assert not opened.faults, (opened.findings, title)
        assert opened.playable.title == title.replace("{", "(").replace("}", ")")
        assert free_file(library.own, title) != file


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("はじめての訪問", "はじめての訪問.yaml"),
        ("A First Visit!", "a-first-visit.yaml"),
        ("../../etc", "etc.yaml"),
        ("CON", "scenario-con.yaml"),
        ("2026", "scenario-2026.yaml"),
        ("🙂", "scenario.yaml"),
    ],
)
def test_a_file_is_called_by_its_title(tmp_path, title, name):
    assert free_file(tmp_path, title).name == name


def test_the_file_there_is_left_as_it_is(tmp_path):
    library = Library(tmp_path)
    file = free_file(library.own, "x")
    begin(library, file, "ja", "x")
    with pytest.raises(FileExistsError):
        begin(library, file, "ja", "y")
    assert 'title: "x"' in file.read_text("utf-8")
