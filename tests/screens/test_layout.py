"""No text leaves its room, and no two lie on each other: every screen, size, text size and language."""

from itertools import combinations

import pygame
import pytest

from game.screens.entering import FindingsScreen, ask_to_leave
from game.screens.theme import GAP
from tests.screens.driving import SCENARIO, Driver
from tests.screens.talk.tables import at_the_table, until_choices

LEAST, LEAST_OF_A_CHOICE, LEAST_IN_THE_FOOT = 36.0, 48.0, 24.0
"""Units of what is pressed at the least, of 720; the keys of the foot do nothing that cannot be undone."""

LONG = SCENARIO.format(
    id="long", title="待機二時間と付帯作業のお支払いについてのご相談とその後の進め方", level="advanced"
).replace("company: 丸和商店", "company: 株式会社さくらフーズホールディングス東日本物流センター")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """One folder for all, so that the scenarios are read once."""
    return tmp_path_factory.mktemp("home")


def up(home, monkeypatch, way, *, lang="ja", size=(1280, 720), percent=100):
    driver = Driver(home, lang=lang, size=size, scenarios=3, trainee="長い名前の青い鉛筆と灯台守の人")
    driver.write("long", LONG)
    broken = driver.write("broken", LONG.replace("goto: end", "goto: nowhere"))
    driver.backstage.change(text_percent=percent, furigana=True)
    driver.app.take_settings()
    if way == "shelf":
        monkeypatch.setattr(driver.backstage, "stamp", lambda _: "partner")
    if way == "findings":
        opened = driver.library.open_scenario(broken, lang)
        driver.go("shelf")
        driver.app.lay_over(FindingsScreen(driver.app, broken, opened.findings))
    elif way in ("brief", "leave"):
        monkeypatch.setattr(driver.backstage, "last_resolve", lambda: "聞く前に、一つ渡す。" * 4)
        driver.backstage.open("long")
        driver.go("brief")
        if way == "leave":
            ask_to_leave(driver.app)
    elif way in ("settings", "help", "keys"):
        driver.go("shelf")
        driver.app.go_over(way)
    elif way == "trouble":
        driver.go("shelf")
        driver.screen.dropped(str(home))
    else:
        driver.go(way)
    return driver.round()


@pytest.mark.parametrize(
    ("size", "percent"),
    [((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200), ((1920, 1080), 125), ((2560, 1440), 200)],
)
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("way", ["who", "shelf", "brief", "settings", "help", "findings", "leave", "trouble"])
def test_every_text_has_its_own_place(home, monkeypatch, way, lang, *, size, percent):
    driver = up(home, monkeypatch, way, lang=lang, size=size, percent=percent)
    window = pygame.Rect((0, 0), size)
    for _ in range(8):
        boxes = driver.screen.boxes()
        assert boxes
        for box in boxes:
            assert box.room.inflate(2, 2).contains(box.rect), box
            assert window.contains(box.rect), box
        for one, other in combinations(boxes, 2):
            assert not one.rect.inflate(-2, -2).colliderect(other.rect.inflate(-2, -2)), (one, other)
        before = driver.screen.offset
        driver.keys(pygame.K_PAGEDOWN)
        if driver.screen.offset == before:
            break


def apart(one, other):
    """Units between two rectangles along the axis on which they are further apart."""
    across = max(one[0], other[0]) - min(one[0] + one[2], other[0] + other[2])
    down = max(one[1], other[1]) - min(one[1] + one[3], other[1] + other[3])
    return max(across, down)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("way", ["who", "shelf", "brief", "settings", "keys", "help", "findings", "leave"])
def test_what_is_pressed_is_large_enough_and_lies_apart(home, monkeypatch, way, percent):
    driver = up(home, monkeypatch, way, percent=percent)
    places = [spot.rect for spot in driver.screen.spots]
    assert places
    assert all(rect[2] >= LEAST and rect[3] >= LEAST for rect in places)
    assert all(apart(one, other) >= GAP - 0.5 for one, other in combinations(places, 2))


@pytest.mark.parametrize("percent", [100, 200])
def test_in_a_talk_too(tmp_path, percent):
    driver = Driver(tmp_path)
    driver.backstage.change(text_percent=percent)
    driver.app.take_settings()
    until_choices(at_the_table(driver, "s00"))
    rows = [row.rect for row in driver.screen.column._rows]
    buttons = list(driver.screen.foot.placed.values())
    assert len(rows) > 1 < len(buttons)
    assert all(rect[3] >= LEAST_OF_A_CHOICE for rect in rows)
    assert all(apart(one, other) > -0.5 for one, other in combinations(rows, 2))
    assert all(rect[2] >= LEAST and rect[3] >= LEAST_IN_THE_FOOT for rect in buttons)
    assert all(apart(one, other) >= 0.5 * GAP for one, other in combinations(buttons, 2))


@pytest.mark.parametrize("way", ["who", "shelf", "brief", "settings", "leave"])
def test_every_spot_can_be_seen_when_it_has_the_focus(home, monkeypatch, way):
    driver = up(home, monkeypatch, way, percent=200)
    for _ in range(len(driver.names)):
        spot = driver.spot(driver.focus)
        assert spot.seen[3] >= min(spot.rect[3], 300) - 1
        driver.keys(pygame.K_TAB)


@pytest.mark.parametrize("way", ["who", "shelf", "brief", "settings", "help", "findings", "leave"])
def test_the_focus_is_to_be_seen(home, monkeypatch, way):
    driver = up(home, monkeypatch, way)
    if len(driver.names) == 1:
        return
    pictures = set()
    for _ in driver.names:
        driver.keys(pygame.K_TAB)
        pictures.add(driver.pixels())
    assert len(pictures) == len(driver.names)
