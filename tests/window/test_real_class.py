"""A class before a projector as a trainer has it: in a real window, by real keys."""

import json
import sys
import time

from tests.window.real_window import Window, screen

PROGRAM = (sys.executable, "-m", "tests.window.show_a_class")


def test_a_class_is_led_through_by_keys_and_closed(tmp_path):
    with screen() as display:
        window = Window(display, tmp_path / "home", "ja", "class", program=PROGRAM)
        try:
            window.until(lambda: window.place, lambda: None)
            time.sleep(5)
            window.key("space", "Next", "b", "Down", "Prior", "n", "period", "p", "Escape", "End", "Home")
            window.key("F2")
            time.sleep(4)
            assert window.game.poll() is None
            window.key("Escape")
            time.sleep(1)
            window.key("Right", "Return")
            status = window.game.wait(60)
            told = window.game.communicate()[0].decode()
        finally:
            window.stop()
    assert status == 0, told
    asked = json.loads(told.strip().splitlines()[-1])
    assert asked[0] == "ja"
    assert "en" in asked
    assert len(asked) > 2
