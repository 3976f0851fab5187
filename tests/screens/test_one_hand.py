"""A whole meeting with one hand alone: from the title to the passbook, and back to the shelf."""

from collections import Counter

import pygame
import pytest

from game.core.scenario import BANDS
from game.screens.prediction import BAND
from game.screens.talk.flow import Stage
from game.screens.title import TitleScreen
from tests.screens.talk.tables import later, shipped

WAY = [
    "TitleScreen", "WhoScreen", "ShelfScreen", "BriefScreen", "TalkScreen", "PredictionScreen",
    "SettlementScreen", "RevealScreen", "ShelfScreen",
]  # fmt: skip

WANTED = {
    "WhoScreen": "begin",
    "ShelfScreen": "scenario:",
    "BriefScreen": "begin",
    "PredictionScreen": BAND + BANDS[2],
    "SettlementScreen": "open",
    "RevealScreen": "shelf",
}
"""What is pressed on which screen: the spot whose name begins so."""


class Keys:
    """The keyboard alone: the tabulator leads to everything."""

    posted = frozenset({pygame.KEYDOWN, pygame.KEYUP, pygame.TEXTINPUT})

    def __init__(self, driver):
        self.driver = driver

    def press(self, name):
        for _ in range(60):
            if self.driver.focus == name:
                break
            self.driver.keys(pygame.K_TAB)
        assert self.driver.focus == name
        self.driver.keys(pygame.K_RETURN)

    def call_oneself(self):
        self.driver.type("つばめ")
        self.press("begin")

    def go_on(self):
        self.driver.keys(pygame.K_SPACE)

    def finish(self):
        self.driver.keys(pygame.K_RETURN)

    def say(self, index):
        self.driver.keys(pygame.K_1 + index)


class TwoKeys(Keys):
    """Tab and Enter and nothing else, as with two switches."""

    def call_oneself(self):
        self.press("begin")

    def go_on(self):
        self.driver.keys(pygame.K_RETURN)

    def say(self, index):
        column = self.driver.screen.column
        for _ in range(60):
            if column.focus == index:
                break
            self.driver.keys(pygame.K_TAB)
        assert column.focus == index
        self.driver.keys(pygame.K_RETURN)


class Mouse:
    """The mouse alone."""

    posted = frozenset({pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL})

    def __init__(self, driver):
        self.driver = driver

    def press(self, name):
        for _ in range(20):
            if self.driver.spot(name).seen[3] > 0:
                break
            self.driver.wheel(-2)
        self.driver.click(name)

    def call_oneself(self):
        self.press("begin")

    def at(self, x, y):
        pos = self.driver.app.theme.at(x, y)
        self.driver.round(
            pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(5, 5), buttons=(0, 0, 0)),
            pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1),
            pygame.event.Event(pygame.MOUSEBUTTONUP, pos=pos, button=1),
        )

    def go_on(self):
        self.at(1000, 60)

    finish = go_on

    def say(self, index):
        x, y, width, height = self.driver.screen.column._rows[index].rect
        self.at(x + width / 2, y + height / 2)


class Pad:
    """The gamepad alone: the D-pad finds its way as somebody does who tries what they have not tried yet."""

    posted = frozenset({pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP, pygame.CONTROLLERAXISMOTION})
    steps = (
        pygame.CONTROLLER_BUTTON_DPAD_DOWN,
        pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
        pygame.CONTROLLER_BUTTON_DPAD_UP,
        pygame.CONTROLLER_BUTTON_DPAD_LEFT,
    )

    def __init__(self, driver):
        self.driver = driver

    def press(self, name):
        tried: Counter[tuple[str, int]] = Counter()
        for _ in range(120):
            here = self.driver.focus
            if here == name:
                break
            step = min(self.steps, key=lambda each: tried[here, each])
            tried[here, step] += 1
            self.driver.pad(step)
        assert self.driver.focus == name
        self.driver.pad(pygame.CONTROLLER_BUTTON_A)

    def call_oneself(self):
        self.press("begin")

    def go_on(self):
        self.driver.pad(pygame.CONTROLLER_BUTTON_X)

    def finish(self):
        self.driver.pad(pygame.CONTROLLER_BUTTON_A)

    def say(self, index):
        for _ in range(index + 1):
            self.driver.lean(pygame.CONTROLLER_AXIS_LEFTY, 1.0)
            self.driver.lean(pygame.CONTROLLER_AXIS_LEFTY, 0.0)
        self.driver.pad(pygame.CONTROLLER_BUTTON_A)


def one_step(hand, driver, choice):
    """Whatever this screen wants of somebody who goes on."""
    match driver.kind:
        case "WhoScreen":
            hand.call_oneself()
        case "TalkScreen":
            stage = driver.screen.flow.stage
            if stage is Stage.CHOOSING and not driver.screen.picking.waiting:
                hand.say(min(choice, driver.screen.column.count - 1))
            elif stage is Stage.OVER:
                hand.finish()
            else:
                hand.go_on()
        case "SettlementScreen" if not driver.screen.moment.over:
            hand.go_on()
        case "RevealScreen" if not driver.screen.now.over:
            hand.go_on()
        case kind:
            hand.press(next(name for name in driver.names if name.startswith(WANTED[kind])))


@pytest.fixture
def watched(monkeypatch):
    """The kinds of every event that is posted."""
    kinds = set()
    post = pygame.event.post

    def and_note(event):
        kinds.add(event.type)
        return post(event)

    monkeypatch.setattr(pygame.event, "post", and_note)
    return kinds


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("with_hand", [Keys, TwoKeys, Mouse, Pad])
def test_a_whole_meeting_with_one_hand_alone(tmp_path, watched, with_hand, lang):
    driver = shipped(tmp_path, lang=lang, trainee="")
    driver.app.show(TitleScreen(driver.app))
    seen = [driver.round().kind]
    driver.go("who")
    hand = with_hand(driver)
    for _ in range(500):
        if driver.kind != seen[-1]:
            seen.append(driver.kind)
        if len(seen) == len(WAY):
            break
        later(driver, 0.6, step=0.2)
        one_step(hand, driver, choice=1)
    assert seen == WAY
    assert watched <= with_hand.posted
    (kept,) = driver.backstage.records.of(driver.backstage.settings.trainee)
    assert kept.closed == "ended"
    assert len(kept.path) >= 10
    assert kept.prediction is not None
    assert driver.backstage.lang == lang
