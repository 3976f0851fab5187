import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.screens.opening import BAD_INSTALL, furnish
from tests.screens.driving import FONTS, Driver, without_analysis

ROOT = Path(__file__).parents[2]
OPEN = """
import sys
from pathlib import Path
import pygame
from game.screens import app, opening
{before}
seen = []
def run(self):
    for _ in range(5):
        self.round()
    seen.append(type(self.screen).__name__)
    pygame.event.post(pygame.event.Event({event}))
    self.round()
    seen.append(self.running)
app.App.run = run
print(opening.run("en", {file!r}, Path({home!r})), *seen)
"""
KEY = "pygame.KEYDOWN, key=pygame.K_a, mod=0, unicode='a'"


def opened(home, *, before="", file=None, event="pygame.QUIT", driver="dummy"):
    """The game opened in a process of its own: what it prints (status, screen, whether it goes on)."""
    script = OPEN.format(before=before, event=event, file=file, home=str(home))
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "SDL_VIDEODRIVER": driver, "DISPLAY": ":9999", "PYTHONWARNINGS": "error"},
    )  # fmt: skip


def told(process):
    assert process.returncode == 0, process.stderr
    return process.stdout.split()


def test_without_a_display_it_is_one_typed_exception(tmp_path):
    process = opened(tmp_path, driver="x11")
    assert "NoDisplay" in process.stderr
    assert not (tmp_path / "settings.json").exists()


def test_a_missing_font_is_told_in_latin_letters_and_any_key_closes(tmp_path):
    before = f"opening.fonts_folder = lambda: Path({str(tmp_path)!r})"
    assert told(opened(tmp_path, before=before, event=KEY)) == [str(BAD_INSTALL), "TitleScreen", "False"]


def test_the_sentence_about_the_font_is_drawn(tmp_path):
    driver = Driver(tmp_path, fonts=tmp_path)
    driver.go("shelf")
    assert driver.app.font_missing
    assert len(set(driver.pixels())) > 3
    driver.keys(pygame.K_a)
    assert not driver.app.running


def test_one_face_missing_is_told_too(tmp_path):
    (tmp_path / "BIZUDPGothic-Bold.ttf").write_bytes((FONTS / "BIZUDPGothic-Bold.ttf").read_bytes())
    driver = Driver(tmp_path, fonts=tmp_path)
    driver.go("shelf")
    assert driver.app.font_missing


def test_a_first_start_asks_who_plays(tmp_path):
    assert told(opened(tmp_path)) == ["0", "WhoScreen", "False"]


def test_a_missing_part_of_the_program_is_a_sentence(tmp_path):
    before = "from game.library import places\nplaces.MARK = Path('nowhere.toml')"
    assert told(opened(tmp_path, before=before)) == [str(BAD_INSTALL), "TroubleScreen", "False"]


def test_spoilt_settings_are_told_and_the_game_goes_on(tmp_path):
    (tmp_path / "settings.json").write_text("{not json", encoding="utf-8")
    assert told(opened(tmp_path)) == ["0", "Slip", "False"]
    assert list(tmp_path.glob("settings.unreadable*"))


def test_an_unknown_scenario_is_told_over_the_first_screen(tmp_path):
    assert told(opened(tmp_path, file="friday-cheklist")) == ["0", "Slip", "False"]


def test_a_folder_instead_of_a_file(tmp_path):
    assert told(opened(tmp_path, file=str(tmp_path))) == ["0", "Slip", "False"]


def test_what_is_not_there_is_told_with_what_can_be_done_in_a_window(tmp_path):
    driver = furnished(tmp_path, file="no-such-thing-at-all")
    told = " ".join(driver.texts)
    assert "本棚から選ぶか" in told
    assert "shinyo list" not in told


def furnished(home, file=None, trainee="青い鉛筆"):
    driver = Driver(home, trainee=trainee)
    assert furnish(driver.app, "ja", file, home) == 0
    without_analysis(driver.app.backstage.library)
    return driver.round()


def test_a_file_on_the_command_line_opens_at_once(tmp_path):
    driver = furnished(tmp_path, str(tmp_path / "shipped" / "s00.yaml"))
    assert driver.kind == "BriefScreen"


def test_but_somebody_new_is_asked_who_they_are_first(tmp_path):
    driver = furnished(tmp_path, str(tmp_path / "shipped" / "s00.yaml"), trainee="")
    assert driver.kind == "WhoScreen"
    driver.keys(pygame.K_RETURN)
    assert driver.kind == "BriefScreen"


def test_a_read_only_home_is_told_and_one_can_play(tmp_path):
    home = tmp_path / "file"
    home.write_text("a file where a folder should be")
    driver = Driver(tmp_path)
    assert furnish(driver.app, "ja", None, home) == 0
    driver.round()
    assert driver.kind == "Slip"
    assert any("SHINYO_HOME" in text for text in driver.texts)
    driver.keys(pygame.K_RETURN)
    assert driver.kind == "WhoScreen"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_slip_follows_the_language(tmp_path, lang):
    driver = Driver(tmp_path, lang=lang).go("shelf")
    driver.screen.dropped(str(tmp_path))
    driver.round()
    before = driver.texts
    driver.keys(pygame.K_F2)
    assert driver.kind == "Slip"
    assert driver.texts != before
