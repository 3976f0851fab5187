"""A new scenario: a title in any script, a language, and it lies open on the desk."""

import pygame
import pytest

from tests.screens.trainers_desk.at_desk import Desk


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path, lang="ja").desk().click("new")


def test_a_title_is_composed_and_the_file_lies_open(desk):
    desk.compose("ねびき").type("値引き").type("の日")
    desk.clock.now += 1
    desk.keys(pygame.K_RETURN).wait()
    assert desk.kind == "ManuscriptScreen"
    assert desk.screen.file == desk.library.own / "値引きの日.yaml"
    assert "値引きの日" in desk.texts
    assert desk.screen.found.playable
    assert desk.screen.found.language == "ja"


def test_the_enter_that_ends_a_composition_writes_nothing(desk):
    desk.compose("ねびき", 3).keys(pygame.K_RETURN)
    assert desk.kind == "NewScenarioScreen"
    assert not desk.library.own.exists()


def test_in_the_other_language(desk):
    desk.type("First").click("lang:en").click("write").wait()
    assert desk.screen.file.name == "first.yaml"
    assert desk.screen.found.language == "en"


def test_the_same_title_twice_is_two_files(desk):
    desk.type("Visit").keys(pygame.K_RETURN).wait().keys(pygame.K_ESCAPE).wait()
    desk.click("new").type("Visit").keys(pygame.K_RETURN).wait()
    assert desk.screen.file.name == "visit-2.yaml"
    assert sorted(each.name for each in desk.library.own.glob("*.yaml")) == ["visit-2.yaml", "visit.yaml"]


def test_without_a_title_nothing_is_written(desk):
    desk.keys(pygame.K_BACKSPACE).click("write")
    assert desk.kind == "NewScenarioScreen"
    assert not desk.library.own.exists()


def test_an_untouched_title_follows_the_language(desk):
    assert "はじめての訪問" in desk.texts
    desk.keys(pygame.K_F2)
    assert "The first visit" in desk.texts
    desk.click("write").wait()
    assert desk.screen.file.name == "the-first-visit.yaml"


def test_a_folder_that_cannot_be_written_is_told(desk):
    desk.library.own.write_text("a file where the folder should be")
    desk.type("Visit").click("write")
    assert desk.kind == "Slip"
    desk.keys(pygame.K_RETURN)
    assert desk.kind == "NewScenarioScreen"


def test_it_is_left_without_a_file(desk):
    desk.type("Visit").keys(pygame.K_ESCAPE)
    assert desk.kind == "DeskScreen"
    assert not desk.library.own.exists()
