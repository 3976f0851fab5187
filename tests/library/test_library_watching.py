"""A file that is being written is shown when it was saved, however the editor saves."""

import os

import pytest

from game.library.watching import Watched


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "story.yaml"
    made.write_text("one", "utf-8")
    return made


def test_saving_in_place_is_told_once(file):
    watched = Watched([file])
    assert not watched.changed()
    file.write_text("another", "utf-8")
    assert watched.changed()
    assert not watched.changed()


def test_saving_by_renaming_over_it_is_told(file):
    watched = Watched([file])
    other = file.with_name("story.yaml.tmp")
    other.write_text("two", "utf-8")
    os.utime(other, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))  # even of the same age and size
    other.replace(file)
    assert watched.changed()
    assert not watched.changed()


def test_a_file_that_is_gone_or_empty_for_a_moment_has_not_changed(file):
    watched = Watched([file])
    file.unlink()
    assert not watched.changed()
    file.write_text("", "utf-8")
    assert not watched.changed()
    file.write_text("three", "utf-8")
    assert watched.changed()


def test_any_of_several_counts(file):
    other = file.with_name("story.en.po")
    watched = Watched([file, other])
    assert not watched.changed()
    other.write_text("x", "utf-8")
    assert watched.changed()
