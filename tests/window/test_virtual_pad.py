"""A gamepad as SDL sees one: plugged in while one plays, played with, pulled out in the middle."""

import ctypes
from pathlib import Path

import pygame
import pytest

from game.screens.talk.flow import Stage
from tests.screens.talk.tables import at_the_table, later, shipped, until_choices

GAMEPAD, AXES, BUTTONS = 1, 6, 21


class VirtualPad:
    """A device of SDL's own making: its presses come by the way a real one's come."""

    def __init__(self):
        maps = Path("/proc/self/maps").read_text("utf-8").split()
        self.sdl = ctypes.CDLL(next(part for part in maps if "libSDL2-2" in part))
        self.sdl.SDL_JoystickOpen.restype = ctypes.c_void_p
        self.index = self.sdl.SDL_JoystickAttachVirtual(GAMEPAD, AXES, BUTTONS, 0)
        assert self.index >= 0
        self.device = ctypes.c_void_p(self.sdl.SDL_JoystickOpen(self.index))
        for trigger in (pygame.CONTROLLER_AXIS_TRIGGERLEFT, pygame.CONTROLLER_AXIS_TRIGGERRIGHT):
            self.sdl.SDL_JoystickSetVirtualAxis(self.device, trigger, -32768)

    def button(self, driver, number):
        for down in (1, 0):
            self.sdl.SDL_JoystickSetVirtualButton(self.device, number, down)
            driver.round()

    def axis(self, driver, number, value):
        self.sdl.SDL_JoystickSetVirtualAxis(self.device, number, value)
        driver.round()

    def pull_out(self):
        if self.index >= 0:
            self.sdl.SDL_JoystickDetachVirtual(self.index)
        self.index = -1


@pytest.fixture
def playing(tmp_path):
    """A meeting begun, and the window listening to gamepads of which there is none yet."""
    driver = at_the_table(shipped(tmp_path))
    driver.app.open_pads()
    return driver


@pytest.fixture
def pad(playing):
    """A gamepad plugged in now."""
    pad = VirtualPad()
    playing.round()
    yield pad
    pad.pull_out()


def choices_by(pad, driver, count):
    """So many choices said with this gamepad alone."""
    path = driver.backstage.play.meeting
    for _ in range(400):
        if len(path.path) >= count or driver.screen.flow.stage is Stage.OVER:
            break
        later(driver, 0.4, step=0.2)
        if driver.screen.flow.stage is Stage.CHOOSING and not driver.screen.picking.waiting:
            pad.axis(driver, pygame.CONTROLLER_AXIS_LEFTY, 32767)
            pad.axis(driver, pygame.CONTROLLER_AXIS_LEFTY, 0)
            pad.button(driver, pygame.CONTROLLER_BUTTON_A)
        else:
            pad.button(driver, pygame.CONTROLLER_BUTTON_X)


def test_one_that_is_plugged_in_later_plays_a_meeting_to_its_end(playing, pad):
    choices_by(pad, playing, 99)
    assert playing.app.hand == "pad"
    assert playing.screen.flow.stage is Stage.OVER
    assert len(playing.backstage.play.meeting.path) >= 10
    pad.button(playing, pygame.CONTROLLER_BUTTON_A)
    assert playing.kind == "PredictionScreen"


def test_one_that_is_pulled_out_loses_nothing_and_may_come_back(playing, pad):
    choices_by(pad, playing, 2)
    path = playing.backstage.play.meeting.path
    pad.axis(playing, pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 32767)
    pad.pull_out()
    later(playing, 1)
    assert playing.backstage.play.meeting.path == path
    until_choices(playing).keys(pygame.K_1)
    assert len(playing.backstage.play.meeting.path) == 3
    again = VirtualPad()
    try:
        playing.round()
        choices_by(again, playing, 4)
        assert len(playing.backstage.play.meeting.path) == 4
    finally:
        again.pull_out()


def test_two_play_side_by_side(playing, pad):
    other = VirtualPad()
    try:
        playing.round()
        choices_by(pad, playing, 1)
        choices_by(other, playing, 2)
        assert len(playing.backstage.play.meeting.path) == 2
    finally:
        other.pull_out()
