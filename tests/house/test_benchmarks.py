"""The measures still measure: one whose script has lost its footing would only leave a gap in the table."""

import os

import pytest

from benchmarks import authors, window
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
