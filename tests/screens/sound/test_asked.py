"""A whole short meeting, played with hands: every sound is asked for when its thing happens, and no other."""

import pygame

from game.screens.hands import GUARD_SECONDS
from game.screens.talk.flow import Stage
from tests.screens.driving import Driver


def talking(tmp_path):
    driver = Driver(tmp_path)
    driver.backstage.begin(driver.backstage.open("s00"))
    return driver.go("talk")


def let_pass(driver, seconds):
    for _ in range(int(seconds / 0.025)):
        driver.clock.now += 0.025
        driver.app.wake()
        driver.round()


def test_somebody_who_speaks_is_heard_and_the_narrator_is_not(tmp_path):
    driver = talking(tmp_path)
    let_pass(driver, 2)
    assert driver.heard.of("room") == ["meeting_room"]
    voices = driver.heard.of("voice")
    assert voices
    assert {name.split("/")[0] for name in voices} == {"tanabe"}
    driver.heard.clear()
    driver.clock.now += GUARD_SECONDS
    driver.keys(pygame.K_1)
    let_pass(driver, 3)
    assert driver.screen.flow.stage is Stage.CHOOSING
    assert driver.heard.of("thing") == ["pick", "leaf", "pen"]
    assert driver.heard.of("voice") == []
