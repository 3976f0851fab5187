"""A slow disk never stops the window without a word, and a drive that is gone is told once."""

import threading

import pygame
import pytest

from game.screens import waiting
from game.screens.notice import Notice
from game.screens.waiting import Waiting
from tests.screens.driving import Driver
from tests.screens.meetings import QUIET, ended

SAID = "少々お待ちください。"
LONG_SAID = "いつもより時間がかかっています。ドライブの応答が遅れているようです。"


@pytest.fixture
def driver(tmp_path):
    driver = Driver(tmp_path)
    driver.backstage.patience = Waiting(driver.app)
    return driver


@pytest.fixture
def said(monkeypatch):
    """What the window has said while it waited."""
    told, draw = [], Notice.draw

    def drawn(notice, pen):
        draw(notice, pen)
        told.append(notice.text)

    monkeypatch.setattr(Notice, "draw", drawn)
    return told


def slow_once(monkeypatch, driver, name, said, words=1):
    """Let the disk do this only when so many words have been said about it."""
    disk = driver.library._disk
    real, slow = getattr(disk, name), threading.Event()

    def slowly(*args):
        if not slow.is_set():
            slow.set()
            for _ in range(6000):
                if len(said) >= words:
                    break
                threading.Event().wait(0.01)
        return real(*args)

    monkeypatch.setattr(disk, name, slowly)


def shelf(driver):
    driver.go("shelf")


def brief(driver):
    driver.go("shelf")
    driver.keys(pygame.K_RETURN)


def talk(driver):
    brief(driver)
    driver.keys(pygame.K_RETURN)


def change(driver):
    driver.go("shelf")
    driver.keys(pygame.K_F2, pygame.K_F2)


@pytest.mark.parametrize(
    ("way", "call", "kind"),
    [
        (shelf, "read", "ShelfScreen"),
        (brief, "read", "BriefScreen"),
        (talk, "sync", "TalkScreen"),
        (change, "sync", "ShelfScreen"),
    ],
)
def test_a_slow_disk_is_told_and_then_it_goes_on(driver, monkeypatch, said, *, way, call, kind):
    slow_once(monkeypatch, driver, call, said)
    way(driver)
    assert set(said) <= {SAID, "One moment, please."}
    assert said
    assert driver.kind == kind


def test_so_it_is_when_the_end_of_a_meeting_is_kept(tmp_path, monkeypatch, said):
    driver = ended(tmp_path, QUIET)
    driver.backstage.patience = driver.backstage.play.patience = Waiting(driver.app)
    slow_once(monkeypatch, driver, "sync", said)
    driver.go("reveal")
    assert said == [SAID]
    assert driver.backstage.play.record.closed == "ended"


def test_what_is_pressed_meanwhile_means_nothing(driver, monkeypatch, said):
    driver.go("shelf")
    draw = Notice.draw

    def drawn(notice, pen):
        for key in (pygame.K_ESCAPE, pygame.K_RETURN):
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        draw(notice, pen)

    monkeypatch.setattr(Notice, "draw", drawn)
    slow_once(monkeypatch, driver, "read", said)
    driver.keys(pygame.K_RETURN)
    assert driver.kind == "BriefScreen"
    assert said == [SAID]


def test_a_key_that_is_held_meanwhile_presses_nothing_afterwards(driver, monkeypatch, said):
    driver.go("shelf")
    draw = Notice.draw

    def drawn(notice, pen):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_KP_ENTER, mod=0, unicode=""))
        draw(notice, pen)

    monkeypatch.setattr(Notice, "draw", drawn)
    slow_once(monkeypatch, driver, "read", said)
    driver.keys(pygame.K_RETURN)
    driver.hold(pygame.K_KP_ENTER)  # which the keyboard repeats
    assert driver.kind == "BriefScreen"
    driver.let_go(pygame.K_KP_ENTER).keys(pygame.K_KP_ENTER)
    assert driver.kind == "TalkScreen"


def test_closing_the_window_meanwhile_is_not_forgotten(driver, monkeypatch, said):
    driver.go("shelf")
    slow_once(monkeypatch, driver, "read", said)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    driver.round()
    assert said
    assert not driver.app.running


def test_many_short_waits_before_the_next_picture_are_one_long_one(driver, monkeypatch, said):
    monkeypatch.setattr(waiting, "UNNOTICED", 600.0)
    driver.go("shelf")
    patience = driver.backstage.patience
    patience(lambda: None)
    assert 0 < patience._waited < waiting.UNNOTICED
    patience._waited = waiting.UNNOTICED  # as if there had been many
    slow_once(monkeypatch, driver, "read", said)
    driver.backstage.listing()
    assert said
    driver.round()
    patience(lambda: None)
    assert patience._waited < waiting.UNNOTICED


def test_it_is_told_when_it_takes_long(driver, monkeypatch, said):
    monkeypatch.setattr(waiting, "LONG", waiting.UNNOTICED + 0.05)
    slow_once(monkeypatch, driver, "read", said, words=2)
    driver.go("shelf")
    assert said == [SAID, LONG_SAID]


def test_the_word_goes_again_and_leaves_nothing_behind(driver, monkeypatch, said):
    before = driver.go("shelf").pixels()
    slow_once(monkeypatch, driver, "read", said)
    assert driver.go("shelf").pixels() == before
    assert said


def test_trouble_comes_out_of_what_was_waited_for(driver, monkeypatch):
    driver.go("shelf")

    def gone(*_):
        raise OSError(5, "Input/output error", "E:/shinyo")

    monkeypatch.setattr(driver.library._disk, "read", gone)
    driver.keys(pygame.K_RETURN)
    assert driver.kind == "Slip"
    assert any("応答しません" in text for text in driver.texts)


# ── a drive that is gone ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def away(tmp_path):
    """A window whose home lies on a stick, and where the stick's folder is while it is unplugged."""
    (tmp_path / "stick").mkdir()
    return Driver(tmp_path / "stick"), tmp_path / "unplugged"


def test_a_drive_that_is_gone_is_told_once_each_time_it_goes(away):
    driver, unplugged = away
    home = driver.library.home
    driver.go("shelf")
    assert driver.kind == "ShelfScreen"
    for _ in range(2):
        home.rename(unplugged)
        driver.go("shelf")
        assert driver.kind == "Slip"
        assert any("応答しません" in text for text in driver.texts)
        driver.keys(pygame.K_RETURN)
        assert driver.kind == "ShelfScreen"
        assert driver.go("shelf").kind == "ShelfScreen"
        unplugged.rename(home)
        assert driver.go("shelf").kind == "ShelfScreen"


def test_what_was_kept_is_there_again_when_the_drive_is(away):
    driver, unplugged = away
    play = driver.backstage.open("s00")
    driver.backstage.begin(play)
    play.choose("give")
    driver.backstage.close()
    before = driver.go("shelf").names
    driver.library.home.rename(unplugged)
    assert not any(name.startswith("record:") for name in driver.go("shelf").keys(pygame.K_RETURN).names)
    unplugged.rename(driver.library.home)
    assert driver.go("shelf").names == before
