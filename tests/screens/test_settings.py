import errno
import json

import pygame
import pytest

from game.screens.colours import PALETTES
from tests.screens.driving import Driver


@pytest.fixture
def settings(tmp_path):
    return Driver(tmp_path).go("shelf").keys(pygame.K_F3)


def seen(driver, option):
    """Turn the wheel until an option is in sight."""
    while driver.spot(option).seen[3] < driver.spot(option).rect[3]:
        driver.wheel(-1)
    return driver


def kept(driver):
    return json.loads((driver.library.home / "settings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("text_percent:150", 150), ("text_percent:200", 200), ("text_speed:15", 15), ("text_speed:0", 0),
        ("furigana:False", False), ("contrast:True", True), ("reduced_motion:True", True),
        ("fullscreen:True", True),
    ],
)  # fmt: skip
def test_one_press_takes_an_option_and_keeps_it(settings, option, value):
    name = option.split(":")[0]
    settings.click(option)
    assert getattr(settings.backstage.settings, name) == value
    assert kept(settings)[name] == value
    assert settings.kind == "SettingsScreen"
    assert settings.focus == option


def test_the_window_follows_at_once(settings):
    em = settings.app.theme.em("body")
    paper = settings.app.theme.colours.paper
    settings.click("text_percent:150")
    assert settings.app.theme.em("body") == pytest.approx(1.5 * em, abs=1)
    settings.click("contrast:True")
    assert settings.app.theme.colours.paper != paper
    settings.wheel(20)
    settings.click("furigana:False")
    assert not settings.app.furigana
    seen(settings, "reduced_motion:True").click("reduced_motion:True")
    assert settings.app.reduced_motion
    seen(settings, "fullscreen:True").click("fullscreen:True")
    assert settings.app.full
    seen(settings, "fullscreen:False").click("fullscreen:False")
    assert not settings.app.full


def test_the_language_changes_everywhere_at_once(settings):
    settings.click("lang:en")
    assert "Text size" in settings.texts
    settings.click("lang:en")
    assert settings.backstage.lang == "en"
    settings.keys(pygame.K_ESCAPE)
    assert "Who are you meeting today?" in settings.texts
    assert kept(settings)["lang"] == "en"


def test_every_option_is_reached_by_arrows_alone(settings):
    wanted = {name for name in settings.names if ":" in name}
    seen = set()
    for _ in range(len({name.split(":")[0] for name in wanted})):
        seen.add(settings.focus)
        for _ in range(6):
            settings.keys(pygame.K_RIGHT)
            seen.add(settings.focus)
        for _ in range(6):
            settings.keys(pygame.K_LEFT)
        settings.keys(pygame.K_DOWN)
    assert wanted <= seen


def test_the_key_that_brings_it_up_takes_it_away(settings):
    settings.keys(pygame.K_F3)
    assert settings.kind == "ShelfScreen"
    settings.pad(pygame.CONTROLLER_BUTTON_BACK)
    assert settings.kind == "SettingsScreen"
    settings.pad(pygame.CONTROLLER_BUTTON_B)
    assert settings.kind == "ShelfScreen"


def test_help_does_not_pile_up_over_settings(settings):
    settings.keys(pygame.K_F1)
    assert settings.kind == "SettingsScreen"
    settings.keys(pygame.K_ESCAPE, pygame.K_F1)
    assert settings.kind == "HelpScreen"
    settings.keys(pygame.K_h)
    assert settings.kind == "ShelfScreen"


def test_settings_that_cannot_be_kept_hold_and_say_so(settings, monkeypatch):
    def refuse(_):
        raise OSError(errno.ENOSPC, "full", "settings.json")

    monkeypatch.setattr(settings.library, "save_settings", refuse)
    settings.click("text_percent:125")
    assert settings.app.text_percent == 125
    assert any("settings.json" in text for text in settings.texts)
    monkeypatch.undo()
    settings.click("text_percent:100")
    assert not any("settings.json" in text for text in settings.texts)


def test_the_next_window_begins_as_this_one_was_left(settings, tmp_path):
    settings.click("text_percent:175")
    again = Driver(tmp_path)
    assert again.app.text_percent == 175


def test_a_text_speed_of_another_version_shows_as_the_nearest(settings):
    settings.backstage.change(text_speed=55)
    settings.app.redraw()
    settings.round()
    assert settings.kind == "SettingsScreen"
    settings.click("text_speed:60")
    assert settings.backstage.settings.text_speed == 60


def test_the_colours_for_any_colour_vision_hold_at_once_and_are_kept(settings):
    usual = settings.app.theme.colours
    seen(settings, "safe_colours:True").click("safe_colours:True")
    assert settings.app.theme.colours == PALETTES["normal", True] != usual
    assert kept(settings)["safe_colours"] is True
    settings.click("safe_colours:False")
    assert settings.app.theme.colours == usual
