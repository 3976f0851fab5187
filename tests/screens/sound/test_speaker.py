"""The speaker: with a device, without one, with one that goes; it never makes the window wait or fail."""

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.library import Settings
from game.screens.sound import device as devices
from game.screens.sound.device import FIRST_PATIENCE
from game.screens.sound.speaker import LATE_SECONDS, Speaker
from game.screens.sound.voice import SAMPLE
from tests.screens.driving import Clock

ROOT = Path(__file__).parents[3]
AT_REST = (10.0, None)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def speaker(clock):
    speaker = Speaker(clock)
    speaker.follow(Settings())
    yield speaker
    speaker.close()


@pytest.fixture
def attempts(monkeypatch, clock):
    """No device: when one was tried."""
    tried = []

    def refuse(*_, **__):
        tried.append(clock())
        raise pygame.error("no such device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    return tried


def until(speaker, true):
    """Rounds of the window until something is so; the sounds are made in the meantime."""
    for _ in range(3000):
        speaker.round(*AT_REST)
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("it never came to that")


def busy():
    """The sounds that are being played just now."""
    channels = [pygame.mixer.Channel(number) for number in range(pygame.mixer.get_num_channels())]
    return [channel.get_sound() for channel in channels if channel.get_busy()]


def in_the_room(speaker):
    """What is played on the channel of the present room."""
    sound = pygame.mixer.Channel(speaker._side).get_sound()
    assert sound is not None
    return sound


def opened(speaker):
    speaker.play("focus")
    speaker.round(*AT_REST)
    assert speaker.device.open
    return speaker


# ── when it opens ───────────────────────────────────────────────────────────────────────────────


def test_nothing_is_opened_before_something_is_to_be_heard(speaker):
    for _ in range(5):
        speaker.round(*AT_REST)
    assert pygame.mixer.get_init() is None
    speaker.play("paper")
    assert pygame.mixer.get_init() is None
    speaker.round(*AT_REST)
    assert pygame.mixer.get_init() is not None


@pytest.mark.parametrize(("still", "free"), [(0.0, None), (0.1, None), (10.0, 0.025), (0.05, 0.02)])
def test_it_is_not_opened_while_hands_or_pictures_move(speaker, still, free):
    speaker.play("paper")
    speaker.round(still, free)
    assert not speaker.device.open


def test_it_is_opened_while_somebody_only_breathes(speaker):
    speaker.play("paper")
    speaker.round(10.0, 0.09)
    assert speaker.device.open


@pytest.mark.parametrize(
    "silent", [{"mute": True}, {"volume": 0, "volume_voices": 0, "volume_room": 0}], ids=["mute", "nothing"]
)
def test_where_nothing_is_to_be_heard_nothing_is_opened(speaker, silent):
    speaker.follow(Settings(**silent))
    speaker.play("paper")
    speaker.speak(SAMPLE, "あ")
    speaker.room("office")
    speaker.round(*AT_REST)
    assert pygame.mixer.get_init() is None


def test_the_first_frame_has_neither_a_mixer_nor_sounds():
    script = (
        "import os, sys; os.environ['SDL_VIDEODRIVER'] = os.environ['SDL_AUDIODRIVER'] = 'dummy'\n"
        "import pygame\n"
        "from game.screens.opening import App, TitleScreen, WINDOW_TITLE, fonts_folder, screen_of\n"
        "app = App(fonts_folder(), ways=screen_of)\n"
        "app.open(WINDOW_TITLE); app.show(TitleScreen(app)); app.round()\n"
        "made = [name for name in sys.modules if name.startswith('game.screens.sound')]\n"
        "print(pygame.mixer.get_init(), type(app.sound).__name__, *sorted(made))"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "None Sound game.screens.sound game.screens.sound.sound"


# ── with a device ───────────────────────────────────────────────────────────────────────────────


def test_things_voices_and_rooms_are_played(speaker):
    opened(speaker)
    for ask in (lambda: speaker.play("phone"), lambda: speaker.speak(SAMPLE, "あ")):
        speaker.clock.now += 1
        before = len(busy())
        ask()
        until(speaker, lambda: len(busy()) > before)  # noqa: B023 - called at once
    speaker.room("office")
    until(speaker, lambda: pygame.mixer.Channel(speaker._side).get_busy())
    first = in_the_room(speaker)
    speaker.room("street")
    until(speaker, lambda: pygame.mixer.Channel(speaker._side).get_sound() is not first)
    both = {pygame.mixer.Channel(side).get_sound() for side in (0, 1)}
    assert len(both) == 2, "one goes while the other comes"


def test_no_thing_is_ever_played_where_rooms_are(speaker):
    opened(speaker)
    for number in range(20):
        speaker.clock.now += 1
        speaker.play("phone")
        until(speaker, lambda: speaker._late is None)
        assert not pygame.mixer.Channel(0).get_busy(), number
        assert not pygame.mixer.Channel(1).get_busy(), number
    assert len(busy()) == pygame.mixer.get_num_channels() - 2


def test_a_sound_that_is_made_too_late_is_not_heard(speaker):
    opened(speaker)
    speaker._rack.clear()
    speaker.play("phone")
    assert speaker._late is not None
    speaker.clock.now += 1.01 * LATE_SECONDS
    until(speaker, lambda: speaker._late is None)
    assert busy() == []


def test_volumes_hold_at_once_also_for_what_is_being_played(speaker):
    opened(speaker)
    speaker.room("office")
    until(speaker, lambda: len(busy()) > 0)
    room = in_the_room(speaker)
    heard = []
    for volume in (100, 75, 50, 25):
        speaker.follow(Settings(volume_room=volume))
        heard.append(room.get_volume())
    assert heard[0] == 1
    assert all(louder > softer for louder, softer in pairwise(heard))


def test_mute_gives_the_device_back_and_sound_comes_again(speaker):
    opened(speaker)
    speaker.room("office")
    until(speaker, lambda: len(busy()) > 0)
    speaker.follow(Settings(mute=True))
    assert pygame.mixer.get_init() is None
    speaker.follow(Settings())
    until(speaker, lambda: speaker.device.open and len(busy()) > 0)


def test_mono_holds_at_once_also_for_the_room(speaker):
    opened(speaker)
    speaker.room("street")
    until(speaker, lambda: len(busy()) > 0)
    speaker.follow(Settings(mono=True))
    until(speaker, lambda: speaker._room_heard is not None and speaker._room_heard.mono)
    raw = memoryview(in_the_room(speaker).get_raw()).cast("h")
    assert raw[0::2] == raw[1::2]
    assert any(raw)


def test_what_is_kept_stays_within_bounds(speaker):
    opened(speaker)
    for place in ("office", "street", "phone", "shop", "factory", "clinic", "warehouse"):
        speaker.room(place)
        until(speaker, lambda: speaker._room_heard == speaker._room_wanted)
    assert speaker._rack.bytes <= 6 * 2**20


# ── without one ─────────────────────────────────────────────────────────────────────────────────


def ask_for_everything(speaker):
    speaker.play("stamp")
    speaker.speak(SAMPLE, "あ")
    speaker.room("office")
    speaker.sample("voice")
    speaker.sample("room")
    speaker.round(*AT_REST)
    speaker.room(None)
    speaker.attend(attended=False)
    speaker.attend(attended=True)
    speaker.follow(Settings(mono=True))
    speaker.lost()


def test_without_a_device_every_call_does_nothing_and_it_is_seldom_tried(speaker, clock, attempts):
    for _ in range(4000):
        clock.now += 1
        ask_for_everything(speaker)
    assert 2 <= len(attempts) <= 6
    assert all(later - one >= FIRST_PATIENCE for one, later in pairwise(attempts))


def test_a_machine_without_sound_stays_quiet_in_the_terminal_too(clock, monkeypatch, capfd):
    def complain(*_, **__):
        os.write(2, b"ALSA lib: cannot find card 0\n")
        raise pygame.error("no such device")

    monkeypatch.setattr(pygame.mixer, "init", complain)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not devices.Device(44_100, clock).try_to_open()
    os.write(2, b"this is told\n")
    assert capfd.readouterr().err == "this is told\n"


def test_a_driver_that_does_not_exist_is_silence(speaker, monkeypatch):
    monkeypatch.setenv("SDL_AUDIODRIVER", "nowhere")
    ask_for_everything(speaker)
    assert not speaker.device.open


# ── one that goes ───────────────────────────────────────────────────────────────────────────────


def test_a_mixer_that_is_gone_is_silence_and_then_another_one(speaker):
    opened(speaker)
    speaker.room("office")
    until(speaker, lambda: len(busy()) > 0)
    pygame.mixer.quit()
    ask_for_everything(speaker)
    speaker.room("shop")
    until(speaker, lambda: speaker.device.open and len(busy()) > 0)


def test_a_device_that_fails_while_it_is_played_on_is_silence(speaker, monkeypatch):
    opened(speaker)

    def fail(*_, **__):
        raise pygame.error("the device has gone")

    monkeypatch.setattr(pygame.mixer, "Channel", fail)
    speaker.clock.now += 1
    speaker.play("phone")
    until(speaker, lambda: not speaker.device.open)
    speaker.play("stamp")
    speaker.room("office")


def test_another_device_is_looked_for_when_one_is_pulled_out(speaker):
    opened(speaker)
    speaker.room("office")
    until(speaker, lambda: len(busy()) > 0)
    speaker.lost()
    assert pygame.mixer.get_init() is None
    until(speaker, lambda: speaker.device.open and len(busy()) > 0)
