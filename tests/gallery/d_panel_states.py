"""What is laid over any screen: settings, help, troubles; and the window that cannot write."""

from unittest.mock import patch

import pygame

from game.screens.trouble import TroubleScreen
from tests.gallery.b_talk_states import choosing
from tests.gallery.registry import state


@state("settings")
def settings(booth):
    driver = booth.shipped().go("shelf")
    driver.app.go_over("settings")
    return driver.round()


@state("settings")
def settings_at_their_end(booth):
    driver = settings(booth)
    return driver.keys(*[pygame.K_TAB] * (len(driver.names) - 2))


@state("settings")
def settings_that_cannot_be_kept(booth):
    driver = settings(booth)
    with patch.object(driver.library, "save_settings", side_effect=OSError(28, "No space left on device")):
        driver.keys(pygame.K_RIGHT, pygame.K_LEFT)
        driver.click(next(name for name in driver.names if name == "furigana:True"))
    return driver.round()


@state("help")
def help_over_the_shelf(booth):
    driver = booth.shipped().go("shelf")
    return driver.keys(pygame.K_F1)


@state("help")
def help_over_the_talk(booth):
    return choosing(booth, 3).keys(pygame.K_F1)


@state("keys")
def keys_to_change(booth):
    driver = booth.shipped().go("shelf")
    driver.app.go_over("keys")
    return driver.round()


@state("keys")
def keys_waiting_for_a_button(booth):
    driver = keys_to_change(booth)
    driver.screen.focus = "buttons:SKIP"
    return driver.keys(pygame.K_UP, pygame.K_DOWN, pygame.K_RETURN)


@state("keys")
def keys_that_changed_places(booth):
    driver = keys_to_change(booth)
    driver.screen.focus = "keys:NOTEBOOK"
    return driver.keys(pygame.K_UP, pygame.K_DOWN, pygame.K_RETURN, pygame.K_s)


@state("troubles", meaning=True)
def trouble_with_a_file(booth):
    driver = booth.shipped().go("shelf")
    driver.screen.dropped(booth.text("/研修/どこにもない.yaml", "/training/nowhere.yaml"))
    return driver.round()


@state("troubles")
def trouble_keeping_a_choice(booth):
    driver = choosing(booth, 3)
    failing = patch.object(
        type(driver.backstage.play.record), "keep", side_effect=OSError(28, "No space left on device")
    )
    with failing:
        return driver.keys(pygame.K_2)


@state("troubles")
def trouble_beginning(booth):
    driver = booth.shipped()
    driver.backstage.open("friday-checklist")
    driver.go("brief")
    failing = patch.object(
        type(driver.backstage), "begin", side_effect=PermissionError(13, "Permission denied", "/records")
    )
    with failing:
        return driver.keys(pygame.K_RETURN)


@state("troubles")
def trouble_starting(booth):
    driver = booth.window()
    words = driver.backstage.words
    driver.app.show(
        TroubleScreen(
            driver.app,
            lambda: words("Shinyo cannot start"),
            [lambda: driver.backstage.explain(PermissionError(13, "Permission denied", "rulebook.toml"))],
            [("close", lambda: words("Close"), driver.app.quit)],
        )
    )
    return driver.round()


@state("troubles", texts=False)
def font_missing(booth):
    driver = booth.window()
    driver.app.fonts = booth.home
    driver.app.retheme()
    return driver.go("shelf")
