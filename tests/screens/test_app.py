import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.screens import app as apps
from game.screens.app import RESTS
from game.screens.hands import Act, Deed
from game.screens.stage import Screen
from game.screens.title import TitleScreen
from game.screens.window import LEAST_SIZE, fitting
from tests.screens.driving import FONTS, Clock, Driver

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "yaml", "pydantic", "polib", "budoux", "game.library", "game.core")


class Still(Screen):
    """Notes what it is asked."""

    def __init__(self, app, wish=None):
        super().__init__(app)
        self.asked = []
        self.wish = wish
        self.ticks = []

    def draw(self, _surface, _theme):
        self.asked.append("draw")

    def enter(self):
        self.asked.append("enter")

    def leave(self):
        self.asked.append("leave")

    def act(self, deed):
        self.asked.append(deed.act)

    def tick(self, now):
        self.ticks.append(now)
        return self.wish

    def relanguaged(self):
        self.asked.append("relanguaged")


@pytest.fixture
def app():
    app = apps.App(FONTS, clock=Clock())
    app.open("test")
    pygame.event.clear()
    return app


def test_the_first_frame_needs_nothing_heavy():
    script = (
        "import os, sys; os.environ['SDL_VIDEODRIVER'] = 'dummy'\n"
        "from game.screens.opening import App, TitleScreen, WINDOW_TITLE, fonts_folder, screen_of\n"
        "app = App(fonts_folder(), ways=screen_of)\n"
        "app.open(WINDOW_TITLE); app.show(TitleScreen(app)); app.round()\n"
        f"print(*[module for module in {HEAVY} if module in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == ""


def test_nothing_is_drawn_twice_and_nothing_while_nothing_changes(app):
    screen = Still(app)
    app.show(screen)
    app.round()
    app.round()
    app.round()
    assert screen.asked.count("draw") == 1
    app.redraw()
    app.round()
    assert screen.asked.count("draw") == 2


def test_a_screen_is_woken_when_it_asked_for_it(app):
    screen = Still(app, wish=105.0)
    app.show(screen)
    app.round()
    for app.clock.now in (101.0, 104.9, 105.0):
        app.round()
    assert screen.ticks == [100.0, 105.0]


def test_a_loop_at_rest_sleeps_and_longer_when_nobody_touches_it(app, monkeypatch):
    slept: list[float] = []
    monkeypatch.setattr("game.screens.app.time.sleep", slept.append)
    app.show(Still(app))
    app.round()
    app.clock.now += 100
    app.round(wait=True)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_z, mod=0, unicode="z"))
    app.round(wait=True)
    app.round(wait=True)
    assert slept[0] == pytest.approx(RESTS[-1][2])
    assert slept[-1] == pytest.approx(1 / 120)


def test_a_key_pressed_after_long_thought_is_answered_at_the_next_look(app, monkeypatch):
    slept: list[float] = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 2:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0, unicode=""))

    monkeypatch.setattr("game.screens.app.time.sleep", sleep)
    screen = Still(app)
    app.show(screen)
    app.round()
    app.clock.now += 100
    app.round(wait=True)
    assert screen.asked[-1] is Act.DOWN
    assert sum(slept) <= 2 * RESTS[-1][2]
    assert RESTS[-1][2] <= 1 / 25


@pytest.mark.parametrize("since", [1, 7, 100])
def test_a_rest_is_as_long_as_it_is_told_and_looks_are_few(app, monkeypatch, since):
    slept: list[float] = []
    monkeypatch.setattr("game.screens.app.time.sleep", slept.append)
    app.show(Still(app))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_z, mod=0, unicode="z"))
    app.round()
    app.clock.now += since
    app.round(wait=True)
    rest, look = next(each[1:] for each in RESTS if since < each[0])
    assert sum(slept) == pytest.approx(rest)
    assert max(slept) <= look
    assert len(slept) <= rest / look + 1


def test_the_loop_never_sleeps_past_a_wish(app, monkeypatch):
    slept: list[float] = []
    monkeypatch.setattr("game.screens.app.time.sleep", slept.append)
    app.show(Still(app, wish=100.005))
    app.round()
    app.round(wait=True)
    assert slept == [pytest.approx(0.005)]


def test_what_lies_over_a_screen_answers_and_goes(app):
    below, over = Still(app), Still(app)
    app.show(below)
    app.lay_over(over)
    app.deed(Deed(Act.CONFIRM))
    assert Act.CONFIRM in over.asked
    assert Act.CONFIRM not in below.asked
    app.lift()
    assert over.asked[-1] == "leave"
    assert app.screen is below
    app.lift()
    assert app.screen is below


def test_another_screen_takes_all_that_lay_there_away(app):
    below, over, after = Still(app), Still(app), Still(app)
    app.show(below)
    app.lay_over(over)
    app.show(after)
    assert below.asked[-1] == over.asked[-1] == "leave"
    assert app.screen is after


def test_a_window_made_too_small_grows_back(app):
    app.surface = pygame.display.set_mode((300, 200), pygame.RESIZABLE)
    app.handle(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=300, y=200))
    assert app.surface.get_size() == LEAST_SIZE


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (2560, 1440), (1280, 800), (1600, 720)])
def test_another_size_is_laid_out_anew_at_native_pixels(tmp_path, size):
    driver = Driver(tmp_path).go("shelf")
    pygame.display.set_mode(size, pygame.RESIZABLE)
    driver.round(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1]))
    assert driver.app.theme.scale == pytest.approx(min(size[0] / 1280, size[1] / 720))
    assert all(box.room.contains(box.rect) for box in driver.screen.boxes())


def test_the_title_is_one_closed_passbook_with_both_names(app):
    app.show(TitleScreen(app))
    app.round()
    assert [box.text for box in app.screen.boxes()] == ["信用貯金", "SHINYO"]
    assert all(box.room.contains(box.rect) for box in app.screen.boxes())


def test_closing_the_window_lets_the_record_go(tmp_path):
    driver = Driver(tmp_path)
    play = driver.backstage.open("s00")
    driver.backstage.begin(play)
    play.choose("give")
    driver.round(pygame.event.Event(pygame.QUIT))
    assert not driver.app.running
    driver.app.close()
    again = Driver(tmp_path)
    (kept,) = again.backstage.unfinished()
    assert again.backstage.resume(kept.file).meeting.path == ("give",)
    again.backstage.close()


def test_the_language_is_switched_under_what_lies_over(tmp_path):
    driver = Driver(tmp_path)
    driver.backstage.open("s00")
    driver.go("brief").keys(pygame.K_F3, pygame.K_F2)
    assert "Settings" in driver.texts
    driver.keys(pygame.K_ESCAPE)
    assert "Begin" in driver.texts


def test_full_screen_and_back_is_kept(tmp_path):
    driver = Driver(tmp_path).go("shelf")
    driver.keys(pygame.K_F11)
    assert driver.app.full
    assert driver.backstage.settings.fullscreen
    driver.keys(pygame.K_F11)
    assert driver.app.surface.get_size() == (1280, 720)


def test_keys_that_need_the_backstage_wait_for_it(app):
    screen = Still(app)
    app.show(screen)
    for act in (Act.LANGUAGE, Act.SETTINGS, Act.HELP):
        app.deed(Deed(act))
    assert app.screen is screen
    with pytest.raises(RuntimeError):
        app.backstage  # noqa: B018 - reading it is what is tried


def test_an_app_without_ways_says_so(app):
    with pytest.raises(LookupError):
        app.go("shelf")


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1080), (1280, 720)),
        ((1366, 768), (1194, 672)),
        ((1280, 720), (1109, 624)),
        ((1024, 768), (1008, 567)),
        ((640, 480), LEAST_SIZE),
    ],
)
def test_a_window_opens_no_larger_than_the_screen_has_room_for(screen, size):
    assert fitting((1280, 720), screen) == pytest.approx(size, abs=1)
