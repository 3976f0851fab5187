"""Every state drawn once, in its own look: it looks as it is kept, and all that it says can be read."""

from unittest.mock import patch

import numpy as np
import pygame
import pytest

from game.screens import volume, widgets
from game.screens.colours import LEAST_CONTRAST, LEAST_SIGN, NORMAL, contrast_ratio
from game.screens.theme import Theme
from tests.gallery.contrasts import pairs_of
from tests.gallery.references import FOLDER, accept, compared, file_of
from tests.gallery.registry import states
from tests.gallery.watching import watching, window_of
from tests.screens.driving import FONTS, Driver

ALL = states()
HIGH_CONTRAST = 7


@pytest.fixture(params=ALL, ids=[each.name for each in ALL])
def one(request):
    return request.param


def test_it_looks_as_it_is_kept_every_letter_can_be_read_and_the_focus_seen(one, tmp_path):
    rings = []
    ring = widgets.focus_ring

    def noted(surface, theme, rect, *, on_wood=False):
        ring(surface, theme, rect, on_wood=on_wood)
        rings.append((theme.rect(rect).inflate(theme.px(8), theme.px(8)), on_wood))

    with (
        watching() as watch,
        patch.object(widgets, "focus_ring", noted),
        patch.object(volume, "focus_ring", noted),
    ):
        driver = one.drawn(tmp_path, one.reference, window_of)
        assert not (told := compared(one, driver.app.surface)), told
        palette = driver.app.theme.colours
        least = HIGH_CONTRAST if one.reference.contrast == "high" else LEAST_CONTRAST
        for pair in pairs_of(watch, palette) if not one.moving else ():
            assert pair.listed, pair
            assert pair.ratio >= least, pair
        for area, on_wood in rings[-1:]:
            colour = palette.on_wood if on_wood else palette.indigo
            assert contrast_ratio(colour, around(driver.app.surface, area)) >= LEAST_SIGN


@pytest.mark.parametrize(
    ("ink", "ground", "listed", "least"),
    [
        (NORMAL.ink, NORMAL.paper, True, 14),
        (NORMAL.ochre, NORMAL.paper, False, 3),
        (NORMAL.ink, (200, 40, 40), False, 2),
        (NORMAL.on_wood, NORMAL.rule, False, 1),
    ],
)
def test_what_is_written_is_read_off_the_pixels(tmp_path, ink, ground, listed, least):
    Driver(tmp_path, scenarios=0)
    with watching() as watch:
        surface = window_of((200, 60))
        surface.fill(ground)
        widgets.write(surface, Theme(FONTS), "約束", (20, 20), colour=ink)
    (pair,) = pairs_of(watch, NORMAL)
    assert pair.listed is listed
    assert least <= pair.ratio < least + 2
    assert pair.text == "約束"


def test_a_letter_painted_over_is_told(tmp_path):
    Driver(tmp_path, scenarios=0)
    with watching() as watch:
        surface = window_of((200, 60))
        surface.fill(NORMAL.paper)
        widgets.write(surface, Theme(FONTS), "約束", (20, 20))
        assert watch.covered() == []
        surface.fill(NORMAL.paper, (30, 20, 8, 20))
    assert [each.text for each in watch.covered()] == ["約束"]


def test_every_state_is_kept_and_nothing_else():
    assert {file.stem for file in FOLDER.glob("*.png")} == {each.name for each in ALL}
    assert sum(file.stat().st_size for file in FOLDER.glob("*.png")) < 8_000_000


def test_a_state_that_has_changed_is_told_shown_and_accepted(tmp_path, monkeypatch):
    (state,) = states(["shelf-empty"])
    monkeypatch.setattr("tests.gallery.references.FOLDER", tmp_path / "kept")
    monkeypatch.setenv("SHINYO_DIFFERENCES", str(tmp_path / "differences"))
    surface = state.drawn(tmp_path, state.reference).app.surface
    assert "--accept --only shelf-empty" in compared(state, surface)
    kept: list[str] = []
    accept([state], {state.name, "another"}, kept.append)
    assert kept == ["shelf-empty"]
    assert file_of(state).exists()
    assert compared(state, surface) == ""
    surface.fill((200, 30, 30), (100, 100, 60, 60))
    told = compared(state, surface)
    (shown,) = (tmp_path / "differences").glob("*.png")
    assert str(shown) in told
    accept([state], {"another"}, kept.append)
    assert not file_of(state).exists()


def around(surface, area):
    """The colour that is most common just outside a frame, as far as it is in the window."""
    wide = area.inflate(4, 4).clip(surface.get_rect())
    pixels = pygame.surfarray.array3d(surface)
    rows = [y for y in (wide.top, wide.bottom - 1) if not area.top <= y < area.bottom]
    columns = [x for x in (wide.left, wide.right - 1) if not area.left <= x < area.right]
    edge = [pixels[wide.left : wide.right, y] for y in rows] + [
        pixels[x, wide.top : wide.bottom] for x in columns
    ]
    return tuple(np.median(np.concatenate(edge), axis=0))
