"""Windows of any shape: the sheet lies whole on the table, and stays playable while the window is pulled."""

import pygame
import pytest

from game.screens.theme import SHEET
from tests.screens.driving import Driver
from tests.screens.talk.tables import at_the_table, later, until_choices

SHAPES = [(1024, 768), (1600, 1200), (1720, 720), (2560, 1080), (1366, 768), (640, 360), (800, 1200)]


def pulled(driver, size):
    """The person has pulled the window to another size."""
    pygame.display.set_mode(size, pygame.RESIZABLE)
    return driver.round(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1]))


def sheet(driver):
    return driver.app.theme.rect((0, 0, *SHEET))


@pytest.mark.parametrize("size", SHAPES)
def test_the_sheet_lies_in_the_middle_and_the_table_around_it(tmp_path, size):
    driver = until_choices(at_the_table(Driver(tmp_path, size=size), "s00"))
    lies, surface = sheet(driver), driver.app.surface
    assert surface.get_rect().contains(lies)
    assert abs(lies.centerx - size[0] / 2) <= 1
    assert abs(lies.centery - size[1] / 2) <= 1
    assert all(lies.contains(box.rect) for box in driver.screen.boxes())
    wood = driver.app.theme.colours.wood
    for x, y in ((0, 0), (size[0] - 1, size[1] - 1)):
        if not lies.collidepoint(x, y):
            shown = surface.get_at((x, y))[:3]
            assert sum(abs(one - other) for one, other in zip(shown, wood, strict=True)) < 90


@pytest.mark.parametrize("size", SHAPES)
def test_what_lives_is_drawn_in_part_as_it_is_whole(tmp_path, size, monkeypatch):
    driver = until_choices(at_the_table(Driver(tmp_path, size=size), "s00"))
    parts: list[pygame.Rect] = []
    update = pygame.display.update

    def and_again_whole(rect):
        update(rect)
        part = driver.pixels()
        if rect != driver.app.surface.get_rect():
            parts.append(rect)
            driver.app.draw()
            assert driver.pixels() == part

    monkeypatch.setattr(pygame.display, "update", and_again_whole)
    later(driver, 4)
    assert parts


def test_a_window_pulled_about_in_the_middle_of_a_meeting_loses_nothing(tmp_path):
    driver = until_choices(at_the_table(Driver(tmp_path), "s00"))
    flow = driver.screen.flow
    for size in SHAPES:
        pulled(driver, size)
        assert driver.screen.flow is flow
        rows = driver.screen.column._rows
        assert [row.number for row in rows] == [1, 2]
        assert all(sheet(driver).contains(driver.app.theme.rect(row.rect)) for row in rows)
    x, y, width, height = driver.screen.column._rows[1].rect
    at = driver.app.theme.at(x + width / 2, y + height / 2)
    driver.round(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    assert driver.backstage.play.meeting.path == ("give",)


def test_full_screen_comes_and_goes_by_every_hand_and_is_kept(tmp_path):
    driver = until_choices(at_the_table(Driver(tmp_path), "s00"))
    ways = (
        lambda: driver.keys(pygame.K_F11),
        lambda: driver.keys(pygame.K_RETURN, mod=pygame.KMOD_LALT),
        lambda: driver.pad(pygame.CONTROLLER_BUTTON_RIGHTSTICK),
    )
    for number, toggle in enumerate(ways):
        toggle()
        assert driver.app.full == (number % 2 == 0)
        assert driver.library.load_settings().fullscreen == driver.app.full
        assert driver.kind == "TalkScreen"
