"""Handing in from the window: the file with or without a person's own words, and the code."""

import errno
from unittest.mock import patch

import pygame
import pytest

from game.library.result_codes import CodeBook
from game.records import read_export
from game.screens.hand_in import HandIn, lines_of_code
from game.screens.trouble import Slip
from tests.screens.meetings import CAVED, ended


@pytest.fixture
def driver(tmp_path):
    driver = ended(tmp_path, CAVED)
    play = driver.backstage.play
    play.predict("credited", "sure")
    play.end()
    records = driver.library.records(play.record.file.parent)
    driver.app.show(HandIn(driver.app, records.read(play.record.file)))
    return driver.round()


def handed(driver):
    (file,) = driver.library.handouts.glob("*.shinyo")
    return read_export(file).kept


def test_the_code_on_the_screen_is_the_meeting(driver):
    book = CodeBook([driver.backstage.play.scenario], driver.library.rulebook())
    told = book.told(driver.screen.code)
    assert told.meeting.path == driver.backstage.play.meeting.path
    assert driver.screen.code in "-".join(lines_of_code(driver.app.pen, driver.screen.code, 900))


def test_the_file_leaves_out_what_was_written_freely_unless_asked(driver):
    driver.keys(pygame.K_RETURN, pygame.K_ESCAPE)
    assert handed(driver).prediction.feeling == ""
    driver.keys(pygame.K_UP, pygame.K_RIGHT, pygame.K_RETURN)
    assert driver.screen.free_text
    driver.keys(pygame.K_DOWN, pygame.K_LEFT, pygame.K_LEFT, pygame.K_RETURN)
    assert isinstance(driver.screen, Slip)
    assert handed(driver).prediction.feeling == "sure"


def test_a_full_disk_is_told_and_the_paper_stays(driver):
    full = OSError(errno.ENOSPC, "full")
    with patch("game.screens.hand_in.export", side_effect=full):
        driver.keys(pygame.K_RETURN)
    assert isinstance(driver.screen, Slip)
    driver.keys(pygame.K_RETURN)
    assert isinstance(driver.screen, HandIn)


def test_long_codes_are_broken_between_groups(driver):
    code = "-".join(["ABCDE"] * 8)
    lines = lines_of_code(driver.app.pen, code, 300)
    assert len(lines) > 1
    assert "-".join(lines) == code


def test_a_meeting_too_long_for_a_code_still_has_its_file(driver):
    kept = driver.screen.kept
    with patch("game.screens.hand_in.code_of", return_value=None):
        driver.app.show(HandIn(driver.app, kept))
    driver.round()
    assert [name for name, *_ in driver.screen.answers()] == ["file", "close"]
    driver.keys(pygame.K_RETURN)
    assert handed(driver).path == kept.path


def test_it_is_reached_from_the_review_and_leads_back_there(tmp_path):
    driver = ended(tmp_path, CAVED)
    driver.go("reveal")
    driver.go("review")
    review = driver.screen
    driver.click("hand_in")
    assert isinstance(driver.screen, HandIn)
    driver.keys(pygame.K_ESCAPE)
    assert driver.screen is review


def test_a_meeting_that_was_not_kept_is_not_handed_in(tmp_path):
    driver = ended(tmp_path, CAVED, begun=False)
    driver.go("reveal")
    driver.go("review")
    assert "hand_in" not in [name for name, *_ in driver.screen.answers()]


def test_a_record_that_is_gone_is_told_of(tmp_path):
    driver = ended(tmp_path, CAVED)
    driver.go("reveal")
    driver.go("review")
    driver.backstage.play.record.file.unlink()
    driver.click("hand_in")
    assert isinstance(driver.screen, Slip)
