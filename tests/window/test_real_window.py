"""The game as a person has it: a window on a screen, pressed by real keys and a real mouse."""

import json
import time

import pytest

from tests.window.real_window import Window, play_by_keys, screen


@pytest.fixture
def display():
    with screen() as name:
        yield name


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_whole_meeting_by_keys(display, tmp_path, lang):
    window = Window(display, tmp_path / "home", lang)
    try:
        play_by_keys(window)
        assert window.lines[0]["scenario"] == "friday-checklist"
        assert len(window.path) >= 10
    finally:
        window.stop()


def test_a_whole_meeting_by_mouse(display, tmp_path):
    window = Window(display, tmp_path / "home", "ja")

    def press():
        window.click(507, 645)  # in the talk: hurry; before the reveal: go on without a prediction
        window.click(1000, 100)
        window.click(1000, 100)
        time.sleep(0.3)
        window.click(1000, 640)

    try:
        window.until(lambda: window.lines, lambda: window.click(718, 677))
        window.until(lambda: "closed" in window.lines[-1], press)
    finally:
        window.stop()


def test_a_held_key_says_nothing_and_a_window_pulled_about_plays_on(tmp_path):
    with screen("1920x1080") as display:
        window = Window(display, tmp_path / "home", "ja")
        try:
            window.until(lambda: window.lines, lambda: window.key("Return"))
            for key in ("Return", "space", "1", "s", "a"):
                window.xdotool("keydown", key)
                time.sleep(1.2)
                window.xdotool("keyup", key)
                # What was pressed first may have said something; what the system repeated has not.
                assert len(window.path) <= 1
            for size in ((1024, 768), (1720, 720), (700, 400), (1600, 900)):
                window.xdotool("getwindowfocus", "windowsize", *size)
                time.sleep(0.3)
                window.key("Escape", "Escape", "l", "l")
            said = len(window.path)
            window.until(lambda: len(window.path) >= said + 3, lambda: window.key("space", "space", "2", "1"))
        finally:
            window.stop()


@pytest.mark.parametrize("full", [True, False])
def test_the_whole_screen_is_filled_without_a_window_manager_too(tmp_path, full):
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"settings": 1, "trainee": "tester", "fullscreen": full}))
    with screen("1600x900") as display:
        window = Window(display, home, "en")
        filled, small = (0, 0, 1600, 900), (160, 90, 1280, 720)

        def press():  # before the new window has the keyboard a key is lost: then it is pressed again
            window.key("F11")
            time.sleep(2)

        try:
            window.until(lambda: window.place == (filled if full else small), lambda: None, seconds=60)
            for place in (small, filled) if full else (filled, small):
                window.until(lambda place=place: window.place == place, press, seconds=60)
        finally:
            window.stop()
