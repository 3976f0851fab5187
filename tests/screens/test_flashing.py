"""Nothing in the window flashes, from the first frame to the last: what would be dangerous is measured."""

import pygame
import pytest

from tests.screens.driving import Driver
from tests.screens.flashes import DARK, QUARTER, Flashes
from tests.screens.meetings import CAVED, DUE, analysed

FRAME = 1 / 30


@pytest.mark.parametrize(("hertz", "dangerous"), [(1, False), (3, False), (5, True), (15, True)])
@pytest.mark.parametrize("share", [0.2, 1.0])
def test_the_measure_finds_a_flashing_picture(hertz, dangerous, share):
    picture = pygame.Surface((1280, 720))
    seen = Flashes()
    for frame in range(int(3 / FRAME)):
        bright = int(frame * FRAME * 2 * hertz) % 2
        picture.fill((40, 40, 40))
        picture.fill((200, 200, 200) if bright else (40, 40, 40), (0, 0, 1280 * share, 720))
        seen.see(picture, frame * FRAME)
    assert (seen.worst > QUARTER) is dangerous


def test_the_measure_passes_over_what_only_fades_or_is_small():
    picture = pygame.Surface((1280, 720))
    fading, dot = Flashes(), Flashes()
    for frame in range(90):
        picture.fill((frame * 2,) * 3)
        fading.see(picture, frame * FRAME)
        picture.fill((20, 20, 20))
        pygame.draw.circle(picture, (250 * (frame % 2),) * 3, (640, 360), 60)
        dot.see(picture, frame * FRAME)
    assert fading.worst == 0
    assert 0 < dot.worst < QUARTER
    assert 0 < DARK < 1


@pytest.mark.parametrize(("contrast", "reduced"), [(False, False), (True, False), (False, True)])
def test_a_whole_meeting_does_not_flash(tmp_path, contrast, reduced):
    driver = Driver(tmp_path, scenarios=1, size=(1280, 720))
    driver.write("due", DUE)
    driver.backstage.change(contrast=contrast, reduced_motion=reduced, text_speed=60)
    driver.app.take_settings()
    seen, on_the_way = Flashes(), []

    def watch(seconds):
        """Let time pass and look at every frame."""
        end = driver.clock.now + seconds
        while driver.clock.now < end:
            driver.clock.now += FRAME
            driver.round()
            seen.see(driver.app.surface, driver.clock.now)
        if driver.kind not in on_the_way:
            on_the_way.append(driver.kind)

    driver.go("shelf")
    watch(1)
    play = driver.backstage.open("due")
    driver.go("brief")
    watch(1)
    driver.keys(pygame.K_RETURN)
    watch(1)
    for _ in range(60):
        if driver.kind == "RevealScreen":
            break
        driver.keys(pygame.K_SPACE)
        watch(0.6)
        if driver.kind == "TalkScreen" and len(play.meeting.path) < len(CAVED):
            driver.keys(pygame.K_1)
            watch(0.6)
        elif driver.kind == "SettlementScreen":
            watch(13)
            driver.keys(pygame.K_RETURN)
        elif driver.kind not in ("TalkScreen", "RevealScreen"):
            driver.keys(pygame.K_RETURN)
            watch(1)
    analysed(driver)
    watch(12)
    assert [kind for kind in on_the_way if kind in ("TalkScreen", "RevealScreen")] == [
        "TalkScreen",
        "RevealScreen",
    ]
    assert play.meeting.path == CAVED
    assert seen.frames > 500
    assert seen.changes > 100  # it was not a still picture that was looked at
    assert seen.worst < QUARTER
