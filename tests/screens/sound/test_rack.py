"""Sounds are made behind the window, once, and kept within bounds."""

import threading

import pytest

from game.screens.sound.rack import Rack


class Maker:
    """Makes bytes when it is let; notes for whom."""

    def __init__(self):
        self.go = threading.Event()
        self.made = []

    def __call__(self, key):
        self.go.wait()
        self.made.append(key)
        return bytes(100)


@pytest.fixture
def maker():
    return Maker()


@pytest.fixture
def rack(maker):
    rack = Rack(maker, len, most_bytes=250)
    yield rack
    maker.go.set()
    rack.close()


def made(rack, key):
    """Wait until it is there."""
    rack.want(key)
    rack._coming[key].result()
    return rack.take(key)


def test_nobody_waits_for_a_sound_that_is_being_made(rack, maker):
    assert rack.take("stamp") is None
    assert rack.take("stamp") is None
    maker.go.set()
    assert made(rack, "stamp") == 100
    assert rack.take("stamp") == 100
    assert maker.made == ["stamp"]


def test_the_longest_unused_goes_first(rack, maker):
    maker.go.set()
    made(rack, "a")
    made(rack, "b")
    assert rack.take("a") == 100
    made(rack, "c")
    assert [key for key, _ in rack.each()] == ["a", "c"]
    assert rack.bytes == 200


def test_one_that_is_larger_than_the_bound_is_kept_alone(maker):
    rack = Rack(maker, len, most_bytes=10)
    maker.go.set()
    made(rack, "a")
    made(rack, "b")
    assert [key for key, _ in rack.each()] == ["b"]
    rack.close()


def test_what_is_not_wanted_any_more_is_not_made(rack, maker):
    for key in "abc":
        rack.want(key)
    rack.clear()
    maker.go.set()
    assert made(rack, "d") == 100
    assert set(maker.made) <= {"a", "d"}
    assert [key for key, _ in rack.each()] == ["d"]
