"""A small share of ``python -m tests.faults``, which harms the program in every way for half an hour."""

import os

import pytest

from game.library import Library
from tests.faults.killing import Killing
from tests.faults.kills import terminal
from tests.faults.phases import PHASES
from tests.faults.power import after_every_change, looked_at
from tests.faults.rows import Row, summary, table
from tests.faults.running import chance_of
from tests.faults.slow_disk import SlowDisk
from tests.screens.meetings import CAVED, DUE

pytestmark = pytest.mark.linux  # processes are asked by their files, and killed by signals


def test_killed_in_the_window_and_gone_on_with(tmp_path):
    """While it is answered, then on the way to the disk; each time the program says where it goes on."""
    killing = Killing(tmp_path / "home", seed=1, asking=1)
    for phase in ("an answer being given", "between choosing and saved"):
        killing.once(phase, PHASES[phase])
        assert killing.rows[phase].wrong == []
    assert killing.rows["an answer being given"].answered >= 1


def test_killed_in_a_terminal(tmp_path):
    killing = Killing(tmp_path / "home", seed=2)
    terminal(killing)
    (row,) = killing.rows.values()
    assert row.wrong == []


def test_the_power_goes_after_any_change_of_a_meeting(tmp_path, monkeypatch):
    """The same as in the command, without the window: a meeting is begun, kept, closed and reflected on."""
    home = tmp_path / "home"
    disk = SlowDisk(lambda **_: None, {"home": str(tmp_path), "notes": True})
    for name, call in disk.calls().items():
        monkeypatch.setattr(os, name, call)
    library = Library(home)
    library.save_settings(library.load_settings())
    (library.own).mkdir()
    (library.own / "due.yaml").write_text(DUE, encoding="utf-8")
    opened = library.open_scenario("due", "ja")
    record = library.records().begin(library.beginning(opened, "青い鉛筆", "ja"))
    for scene, choice in zip(("desk", "price"), CAVED, strict=True):
        record.keep(scene, choice)
        disk.note(said="answered", what=choice)
    record.predict("wary")
    disk.note(said="predicted", what="")
    record.close("ended")
    record.reflect("先に渡せた", "")
    disk.note(said="reflected", what="")
    monkeypatch.undo()
    row = Row("power lost")
    for how, found, promised in after_every_change(home, disk.notes, tmp_path / "found", chance_of(1)):
        looked_at(row, how, found, promised)
    assert row.wrong == []
    assert row.times > 200
    assert row.answered > 100


def test_what_was_found_is_told():
    row = Row("killed", times=3, answered=2, lost=1)
    row.expect(1 > 2, "one is not more than two")  # noqa: PLR0133
    assert "| killed | 3 | 2 | 1 | – | **wrong** |" in table([row])
    assert "one is not more than two" in table([row])
    assert summary([row], 7) == "1 faults, 3 times: 2 decisions answered, 1 lost, 1 things wrong (seed 7)"
