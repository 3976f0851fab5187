"""How far a class is read stands in its window, and reading can be stopped and gone on with."""

import gc

import pygame

from game.format import uncollected
from tests.screens.class_room.leading import Class, Slowly


def test_how_far_it_is_stands_there_while_it_is_read_and_it_can_be_stopped(tmp_path):
    driver = Slowly(tmp_path)
    driver.far_as("finding", 12_345, 0)
    assert "Looking for records …" in driver.said
    assert "12,345 found" in driver.said
    driver.far.found(100_000, 100_000)
    driver.far_as("reading", 40_000, 100_000)
    assert "Reading the records …" in driver.said
    assert "40,000 of 100,000" in driver.said
    driver.keys(pygame.K_ESCAPE)
    assert {"on", "stop", "close"} <= set(driver.names)
    driver.click("stop")
    assert driver.far._stopped.is_set()
    driver.far.found(100_000, 60_000)
    driver.gate.set()
    driver.settle()
    assert "40,000 of 100,000 read  ·  1 of 10" in driver.said
    driver.keys(pygame.K_ESCAPE).click("on")
    assert not driver.far._stopped.is_set()
    driver.far.found(100_000, 0)
    driver.later()
    assert "100,000 of 100,000" not in driver.said
    assert "1 of 10" in driver.said
    assert "Everything has been read" in driver.said


def test_a_class_that_is_made_up_cannot_be_stopped_half_way(tmp_path):
    driver = Slowly(tmp_path)
    driver.far_as("inventing", 500, 1_000)
    assert "Making up a class …" in driver.said
    driver.keys(pygame.K_ESCAPE)
    assert "stop" not in driver.names
    driver.gate.set()


def test_that_the_best_ways_are_still_being_worked_out_is_said_until_they_are_there(tmp_path):
    driver = Slowly(tmp_path)
    driver.gate.set()
    driver.far.analysing = True
    driver.settle()
    assert "best ways: being worked out  ·  1 of 10" in driver.said
    driver.far.analysing = False
    driver.later()
    assert "being worked out" not in driver.said
    assert "The best ways have been worked out" in driver.said


def test_what_came_in_is_said_in_the_place_of_the_keys_and_over_nothing(tmp_path):
    driver = Slowly(tmp_path)
    driver.gate.set()
    driver.far.analysing = True
    driver.settle()
    before = {box.text for box in driver.screen.boxes()}
    assert {"page", "plan"} <= before
    driver.far.analysing = False
    driver.later()
    now = {box.text for box in driver.screen.boxes()}
    assert "The best ways have been worked out" in now
    assert driver.app._notice is None
    assert before - now <= {"←→", "page", "P", "plan", "best ways: being worked out  ·  1 of 10"}
    driver.later().later()
    assert "worked out" not in driver.said
    assert {"page", "plan"} <= {box.text for box in driver.screen.boxes()}


def test_no_search_for_garbage_among_what_was_read_holds_up_the_window(tmp_path, monkeypatch):
    monkeypatch.setattr(uncollected, "MANY", 0)
    seen: list[bool] = []

    class Watched(Class):
        def load(self, lang):
            seen.append(gc.isenabled())
            return super().load(lang)

    gc.collect()
    before = gc.get_freeze_count()
    try:
        Watched(tmp_path)
        assert seen == [False]
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
