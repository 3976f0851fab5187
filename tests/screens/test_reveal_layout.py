"""At the end of a meeting no text leaves its room, and no two lie on each other, however large they are."""

from itertools import combinations

import pygame
import pytest

from game.screens.hands import GUARD_SECONDS
from tests.screens.meetings import CAVED, QUIET, ended, ended_at_random, let_pass

SIZES = [((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200), ((1920, 1080), 125), ((2560, 1440), 200)]


def hold(driver):
    """Whether every text has its own place in the window."""
    boxes = driver.screen.boxes()
    window = driver.app.surface.get_rect()
    assert boxes
    for box in boxes:
        assert box.room.inflate(2, 2).contains(box.rect), box
        assert window.contains(box.rect), box
    for one, other in combinations(boxes, 2):
        assert not one.rect.inflate(-2, -2).colliderect(other.rect.inflate(-2, -2)), (one, other)


def meeting(tmp_path, path, lang, size, percent):
    parts = {"lang": lang, "size": size, "trainee": "長い名前の青い鉛筆と灯台守の人"}
    driver = (
        ended_at_random(tmp_path, path, **parts) if isinstance(path, int) else ended(tmp_path, path, **parts)
    )
    driver.backstage.change(text_percent=percent, furigana=True)
    driver.app.take_settings()
    return driver


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("path", [CAVED, QUIET, 11], ids=["caved", "quiet", "shipped"])
def test_in_the_settlement(tmp_path, path, lang, size, percent):
    driver = meeting(tmp_path, path, lang, size, percent).go("settlement")
    for _ in range(5):
        hold(driver)
        let_pass(driver, 0.7, frame=0.2)
    driver.keys(pygame.K_RETURN)
    hold(driver)


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("path", [CAVED, QUIET, 11], ids=["caved", "quiet", "shipped"])
def test_in_the_reveal(tmp_path, path, lang, size, percent):
    driver = meeting(tmp_path, path, lang, size, percent).go("reveal")
    for _ in range(4):
        hold(driver)
        let_pass(driver, 0.9, frame=0.2)
    if not driver.screen.now.over:
        driver.keys(pygame.K_RETURN)
    driver.clock.now += GUARD_SECONDS
    hold(driver)
    driver.keys(pygame.K_UP)
    for _ in driver.screen.told.rows:
        hold(driver)
        spot = driver.spot(driver.focus)
        assert spot.seen[3] >= min(spot.rect[3], 60) - 1
        driver.keys(pygame.K_UP)
    driver.keys(pygame.K_END)
    hold(driver)


def test_at_the_usual_size_everything_stands_side_by_side(tmp_path):
    for lang in ("ja", "en"):
        for path in (CAVED, QUIET, *range(6)):
            driver = meeting(tmp_path, path, lang, (1280, 720), 100).go("reveal")
            assert driver.screen.wide, (lang, path)
