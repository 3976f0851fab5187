"""Very many values that are made and stay are walked by no search for garbage, others as ever."""

import gc

import pytest

from game.format import uncollected as module
from game.format.uncollected import MANY, uncollected


@pytest.fixture
def thawed():
    gc.collect()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_stays_is_not_walked_afterwards():
    before = gc.get_freeze_count()
    with uncollected(staying=True):
        made: list[list[int]] = [[] for _ in range(MANY + 1000)]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(made)
    assert gc.get_count()[0] < MANY


@pytest.mark.usefixtures("thawed")
@pytest.mark.parametrize(("count", "staying"), [(100, True), (MANY + 1000, False)])
def test_little_and_what_does_not_stay_is_looked_through_as_ever(count, staying):
    before = gc.get_freeze_count()
    with uncollected(staying=staying):
        made: list[list[int]] = [[] for _ in range(count)]
    assert len(made) == count
    assert gc.get_freeze_count() == before


@pytest.mark.usefixtures("thawed")
def test_one_within_another_changes_nothing(monkeypatch):
    monkeypatch.setattr(module, "MANY", 0)
    with uncollected():
        with uncollected(staying=True):
            pass
        assert not gc.isenabled()
        assert not gc.get_freeze_count()
    assert gc.isenabled()
