"""The sign of the game, drawn for every size an icon is asked for."""

import pygame
import pytest

from game.screens.emblem import SMALL, icon
from tests.screens.driving import Driver

SIDES = (16, 20, 24, 32, 40, 48, 64, 128, 256, 512, 1024)


def light(surface, x, y):
    """How bright a point is, 0–255; the point in shares of the side."""
    side = surface.get_width()
    return sum(surface.get_at((int(x * side), int(y * side)))[:3]) / 3


@pytest.mark.parametrize("side", SIDES)
def test_it_is_square_and_its_sign_stands_out_in_the_middle(side):
    drawn = icon(side)
    assert drawn.get_size() == (side, side)
    assert drawn.get_at((0, 0)).a < 128  # round corners
    assert drawn.get_at((side // 2, side // 2)).a == 255
    assert light(drawn, 0.5, 0.5) > 180  # the shared part
    assert light(drawn, 0.5, 0.2) < 135  # the cloth above it


@pytest.mark.parametrize("side", SIDES)
def test_both_circles_are_there_and_mirror_each_other(side):
    drawn = icon(side)
    across = [light(drawn, (x + 0.5) / side, 0.5) for x in range(side)]
    assert max(across[: side // 3]) > 150  # the left rim
    assert max(across[-(side // 3) :]) > 150  # the right one
    assert across == pytest.approx(across[::-1], abs=26)


def test_small_ones_go_without_the_frame_and_show_a_larger_sign():
    def reach(side):
        """How much of the side the sign takes."""
        drawn = icon(side)
        bright = [x for x in range(side) if light(drawn, (x + 0.5) / side, 0.5) > 175]
        return (bright[-1] - bright[0]) / side

    assert reach(SMALL - 8) > reach(SMALL + 8) > 0.5


def test_the_window_has_it(monkeypatch, tmp_path):
    given: list[pygame.Surface] = []
    monkeypatch.setattr(pygame.display, "set_icon", given.append)
    (tmp_path / "home").mkdir()
    Driver(tmp_path / "home").app.close()
    assert [each.get_size() for each in given] == [(128, 128)]
