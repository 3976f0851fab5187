"""The trainer's desk as a person has it: by real keys, with a clerk that is a process of its own."""

import time

import pytest

from tests.screens.driving import SCENARIO
from tests.window.real_window import Window, screen


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_file_is_mended_and_reported_by_keys(tmp_path, lang):
    home = tmp_path / "home"
    file = home / "scenarios" / "draft.yaml"
    file.parent.mkdir(parents=True)
    text = SCENARIO.format(id="draft", title="下書き", level="beginner")
    file.write_text(text.replace("goto: end", "goto: nowhere"), encoding="utf-8")
    report = home / "handouts" / "draft.report.html"
    with screen() as display:
        window = Window(display, home, lang, "--lang", lang)

        def wait():
            """Nothing is pressed meanwhile."""

        try:
            time.sleep(5)
            window.key("Return")
            time.sleep(3)
            # The shelf begins at its first passbook; the desk is four places before it.
            window.key("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab", "Return")
            time.sleep(4)
            window.key("Return")
            time.sleep(4)
            window.key("Down", "Down", "Return", "Escape")  # refused, as long as the file has faults
            assert not report.exists()
            file.write_text(text, encoding="utf-8")
            # It is looked over when it is saved; what its teaching was judged by is kept.
            window.until(lambda: any((home / "cache").rglob("*.analysis")), wait, seconds=120)
            time.sleep(3)
            window.key("Return")
            window.until(report.exists, wait, seconds=120)
        finally:
            window.stop()
    assert "下書き" in report.read_text("utf-8")
