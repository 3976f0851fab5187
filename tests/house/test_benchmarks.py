"""The measures still measure: one whose script has lost its footing would only leave a gap in the table."""

import os

import pytest

from benchmarks import authors, menus, window
from benchmarks.own_screen import OwnScreen, ended
from benchmarks.row import Row

pytestmark = pytest.mark.usefixtures("no_screen")


@pytest.fixture
def no_screen(monkeypatch):
    monkeypatch.setitem(os.environ, "SDL_VIDEODRIVER", "dummy")


def all_measured(rows: list[Row]) -> bool:
    return bool(rows) and all(row.value is not None and row.value > 0 for row in rows)


def test_the_first_frame_is_seen():
    assert all_measured(window.first_frame(times=1))


def test_the_preview_is_seen_after_a_save(monkeypatch):
    monkeypatch.setattr(authors, "SAVES", 2)
    assert all_measured(authors.preview())


@pytest.mark.linux
def test_a_picture_and_what_a_key_changes_are_seen_on_a_screen_of_its_own(tmp_path):
    bare = menus._bare()
    with OwnScreen() as screen:
        process = bare.start(screen, str(tmp_path))
        try:
            assert screen.first_picture() > 0
            bare.to_the_menu(screen)
            assert screen.changed_after("Down") > 0
            with pytest.raises(TimeoutError):
                screen.changed_after("x", most=0.2)
        finally:
            ended(process)


def test_without_renpy_it_is_said_and_nothing_fails(monkeypatch):
    monkeypatch.setattr(menus, "_renpy", lambda: None)
    (row,) = menus.against_renpy()
    assert row.value is None
    assert row.met is None
    assert row.note.startswith("not measured: ")
