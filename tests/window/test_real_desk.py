"""The trainer's desk as a person has it: by real keys, with a clerk that is a process of its own."""

import json
import sys

import pytest

from tests.screens.driving import SCENARIO
from tests.window.real_window import Window, screen


class Desk:
    """A window that tells what is up in it; every key waits for what the one before it brought about."""

    def __init__(self, display, home, lang):
        self.told = home / "told.json"
        program = (sys.executable, "-m", "tests.window.telling", str(self.told))
        self.window = Window(display, home, lang, "--lang", lang, program=program)

    def until(self, *names, focus="", says="", hides=""):
        """Wait for one of these screens, with the focus on a spot, with a text and without another one."""

        def there():
            if not self.told.exists():
                return False
            now = json.loads(self.told.read_text("utf-8"))
            texts = "\n".join(now["texts"])
            return (
                now["screen"] in names
                and (now["focus"] or "").startswith(focus)
                and says in texts
                and not (hides and hides in texts)
            )

        self.window.until(there, lambda: None)
        return self

    def key(self, *keys):
        self.window.key(*keys)
        return self


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_file_is_mended_and_reported_by_keys(tmp_path, lang):
    home = tmp_path / "home"
    file = home / "scenarios" / "draft.yaml"
    file.parent.mkdir(parents=True)
    text = SCENARIO.format(id="draft", title="下書き", level="beginner")
    file.write_text(text.replace("goto: end", "goto: nowhere"), encoding="utf-8")
    report = home / "handouts" / "draft.report.html"
    with screen() as display:
        desk = Desk(display, home, lang)
        try:
            desk.until("WhoScreen").key("Return")
            desk.until("ShelfScreen", focus="scenario:").key(
                "shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab"
            )
            desk.until("ShelfScreen", focus="desk").key("Return")
            desk.until("DeskScreen", focus="file:").key("Return")
            desk.until("ManuscriptScreen", focus="edit", says="nowhere").key("Down", "Down")
            desk.until("ManuscriptScreen", focus="report").key("Return")
            desk.until("Slip", focus="well").key("Escape")  # refused, as long as the file has faults
            desk.until("ManuscriptScreen", focus="report")
            assert not report.exists()
            file.write_text(text, encoding="utf-8")
            # It is looked over when it is saved, and its teaching judged.
            desk.until("ManuscriptScreen", says="`promise`", hides="nowhere").key("Return")
            desk.until("Slip", focus="open")
            assert any((home / "cache").rglob("*.analysis"))
        finally:
            desk.window.stop()
    assert "下書き" in report.read_text("utf-8")
