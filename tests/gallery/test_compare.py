"""The comparison of pictures: it sees what a person would see, and nothing that only another build draws."""

import numpy as np
import pygame
import pytest

from game.screens.widgets import button, rule, write
from tests.gallery.booth import Look
from tests.gallery.compare import areas_off, averaged, kept, same, side_by_side
from tests.gallery.registry import states


@pytest.fixture(scope="module")
def picture(tmp_path_factory):
    """A screen full of text, as it is drawn."""
    (state,) = states(["talk-with-3-choices"])
    return state.drawn(tmp_path_factory.mktemp("home"), Look()).app


@pytest.fixture
def drawn(picture):
    """A copy of it to change, and the theme to change it with."""
    return picture.surface.copy(), picture.theme


def box_of(picture, beginning):
    """Where the text that begins so stands, in pixels."""
    return next(box.rect for box in picture.screen.boxes() if box.text.startswith(beginning))


def differs(picture, surface):
    """Whether the changed picture is told from the one that was kept."""
    return not same(averaged(kept(averaged(picture.surface))), averaged(surface))


def test_a_picture_is_the_same_as_what_was_kept_of_it(picture):
    assert not differs(picture, picture.surface)


@pytest.mark.parametrize("seed", range(5))
def test_noise_of_two_passes(picture, drawn, seed):
    surface, _ = drawn
    pixels = pygame.surfarray.pixels3d(surface)
    noise = np.random.default_rng(seed).integers(-2, 3, pixels.shape)
    pixels[:] = np.clip(pixels.astype(int) + noise, 0, 255)
    del pixels
    assert not differs(picture, surface)


def test_edges_smoothed_otherwise_pass(picture, drawn):
    surface, _ = drawn
    soft = pygame.transform.box_blur(surface, 1)
    soft.set_alpha(30)
    surface.blit(soft, (0, 0))
    assert not differs(picture, surface)


@pytest.mark.parametrize("shift", [(0, 3), (0, -3), (3, 0)])
def test_a_shifted_line_fails(picture, drawn, shift):
    surface, theme = drawn
    line = box_of(picture, "今日はどういうご用件でしょう。").inflate(8, 2)
    part = surface.subsurface(line).copy()
    surface.fill(theme.colours.paper, line)
    surface.blit(part, line.move(shift))
    assert differs(picture, surface)


def test_a_missing_widget_fails(picture, drawn):
    surface, theme = drawn
    number = box_of(picture, "導入はしっかり").move(-46, 0)
    surface.fill(theme.colours.paper, (*number.topleft, 40, number.height))
    assert differs(picture, surface)


def test_a_missing_word_fails(picture, drawn):
    surface, theme = drawn
    surface.fill(theme.colours.paper, (*box_of(picture, "同じ規模").topleft, 60, 30))
    assert differs(picture, surface)


def test_an_added_widget_fails(picture, drawn):
    surface, theme = drawn
    button(surface, theme, (900, 200, 60, 30), "設定")
    assert differs(picture, surface)


def test_an_added_line_fails(picture, drawn):
    surface, theme = drawn
    rule(surface, theme, 740, 330, 400)
    assert differs(picture, surface)


def test_a_changed_colour_fails(picture, drawn):
    surface, theme = drawn
    name = box_of(picture, "丸和商店")
    surface.fill(theme.colours.paper, name)
    text, at = "丸和商店  最初の訪問", theme.on_sheet((name.x, name.y + 4))
    write(surface, theme, text, at, "small", colour=theme.colours.vermilion)
    assert differs(picture, surface)


def test_a_changed_ground_fails(picture, drawn):
    surface, theme = drawn
    red, green, blue = theme.colours.paper
    pixels = pygame.surfarray.pixels3d(surface)
    pixels[(pixels == (red, green, blue)).all(axis=2)] = (red - 18, green, blue)
    del pixels
    assert differs(picture, surface)


def test_the_difference_is_written_as_a_picture(picture, drawn, tmp_path):
    surface, theme = drawn
    surface.fill(theme.colours.vermilion, (40, 40, 100, 100))
    expected, got = averaged(picture.surface), averaged(surface)
    side_by_side(expected, got, tmp_path / "deep" / "difference.png")
    written = pygame.image.load(tmp_path / "deep" / "difference.png")
    assert written.get_size() == (3 * 480 + 12, 270)
    assert written.get_at((2 * 486 + 30, 30))[:3] == (255, 255, 255)
    assert written.get_at((2 * 486 + 300, 200))[0] < 32
    side_by_side(None, got, tmp_path / "new.png")
    assert (tmp_path / "new.png").exists()


def test_averages_are_those_of_the_areas():
    surface = pygame.Surface((6, 3))
    surface.fill((90, 30, 0), (0, 0, 3, 3))
    pixels = averaged(surface, (4, 2))
    assert pixels[:, 0] == pytest.approx(np.array([[90, 30, 0]] * 2))
    assert pixels[:, 1] == pytest.approx(np.array([[90, 30, 0]] * 2))
    assert pixels[:, 2:] == pytest.approx(0)
    assert averaged(surface, (1, 1))[0, 0] == pytest.approx(np.array([45, 15, 0]))
    assert areas_off(pixels, pixels) == 0
