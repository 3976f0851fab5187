"""How loud: mute, volumes and mono hold everywhere and at once; a volume is heard while it is chosen."""

import json

import pygame
import pytest

from game.screens.hands import Act, Deed
from game.screens.notice import NOTICE_SECONDS
from tests.screens.driving import Driver


@pytest.fixture
def driver(tmp_path):
    driver = Driver(tmp_path).go("shelf")
    driver.heard.clear()
    return driver


def let_pass(driver, seconds):
    for _ in range(int(seconds / 0.05)):
        driver.clock.now += 0.05
        driver.round()


def kept(driver):
    return json.loads((driver.library.home / "settings.json").read_text(encoding="utf-8"))


def test_one_key_mutes_everything_and_brings_it_back(driver):
    driver.keys(pygame.K_RIGHT)
    assert driver.heard.of("thing") == ["focus"]
    driver.keys(pygame.K_m)
    assert kept(driver)["mute"] is True
    driver.heard.clear()
    let_pass(driver, 1)
    driver.keys(pygame.K_LEFT, pygame.K_F3)
    assert driver.heard.all == []
    assert [name for name in driver.names if name.startswith("mute:")] == ["mute:True", "mute:False"]
    driver.keys(pygame.K_m)
    assert kept(driver)["mute"] is False
    driver.keys(pygame.K_ESCAPE, pygame.K_F3)
    assert "paper" in driver.heard.of("thing")


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("percent", [100, 200])
def test_muting_is_said_for_a_moment(tmp_path, lang, percent):
    driver = Driver(tmp_path, lang=lang)
    driver.backstage.change(text_percent=percent)
    driver.app.take_settings()
    driver.go("shelf")
    before = driver.pixels()
    driver.keys(pygame.K_m)
    assert driver.pixels() != before
    (box,) = driver.app.pen.boxes
    assert driver.app.surface.get_rect().contains(box.rect)
    let_pass(driver, NOTICE_SECONDS + 0.1)
    assert driver.pixels() == before


def test_a_held_key_mutes_once(driver):
    driver.app.deed(Deed(Act.MUTE))
    driver.app.deed(Deed(Act.MUTE, repeated=True))
    assert driver.backstage.settings.mute


def test_m_is_a_letter_while_a_name_is_typed(tmp_path):
    driver = Driver(tmp_path, trainee="").go("who")
    driver.keys(pygame.K_m)
    assert not driver.backstage.settings.mute


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("volume", "thing", ["paper"]),
        ("volume_voices", "voice", ["sample/0", "sample/1", "sample/3", "sample/2", "sample/4", "sample/0"]),
        ("volume_room", "room", ["meeting_room", ""]),
    ],
)
def test_a_volume_is_heard_when_it_is_chosen(driver, name, kind, said):
    driver.keys(pygame.K_F3)
    driver.screen.focus = f"{name}:50"
    let_pass(driver, 1)
    driver.heard.clear()
    driver.keys(pygame.K_RETURN)
    let_pass(driver, 5)
    assert getattr(driver.backstage.settings, name) == 50
    assert [each for each in driver.heard.of(kind) if each != "pick"] == said


@pytest.mark.parametrize("name", ["volume", "volume_voices", "volume_room"])
def test_a_volume_of_nothing_is_silence(driver, name):
    driver.backstage.change(**{name: 0})
    driver.app.take_settings()
    kind = {"volume": "thing", "volume_voices": "voice", "volume_room": "room"}[name]
    driver.app.sound.room("office")
    driver.app.sound.sample(kind)
    let_pass(driver, 5)
    assert [each for each in driver.heard.of(kind) if each] == []


def test_a_room_comes_back_when_its_volume_does(driver):
    driver.app.sound.room("shop")
    for volume in (0, 50, 100):
        driver.backstage.change(volume_room=volume)
        driver.app.take_settings()
    assert driver.heard.of("room") == ["shop", "", "shop"]


def test_settings_of_before_there_was_sound_are_taken(tmp_path):
    (tmp_path / "settings.json").write_text('{"settings": 1, "volume": 70, "mute": true}', encoding="utf-8")
    settings = Driver(tmp_path).backstage.settings
    assert (settings.volume, settings.volume_voices, settings.volume_room) == (70, 75, 75)
    assert settings.mute
