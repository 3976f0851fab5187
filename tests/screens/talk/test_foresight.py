"""Preparing what will be seen soon: nothing that is seen changes by it, and it is ready in time."""

import random
import threading

import pygame
import pytest

from game.screens.motion import MOOD_FRAMES
from game.screens.paint import forget_pictures
from game.screens.pictures import PICTURES
from game.screens.talk.flow import Stage
from tests.screens.driving import Driver

STORY = """\
format: 1
id: moods
language: ja
title: 顔色
begins: 2026-03-03 10:20
customer: {name: 田辺 由紀, role: 総務課長, portrait: tanabe}
people: {boss: {name: 江口 正, role: 部長, portrait: eguchi}}
start: desk
scenes:
  desk:
    place: meeting_room
    lines:
      - {customer: どういうご用件でしょう。, mood: cold}
      - {boss: まあ、座って。, mood: warm}
      - {customer: では、伺います。, mood: neutral}
    choices:
      - {id: ask, say: 締め日には何日かかりますか。, reply: [{customer: 三日です。, mood: hurt}], goto: call}
      - {id: give, say: 手順をまとめてきました。, reply: [{customer: まあ。, mood: pleased}], goto: call}
  call:
    place: phone
    after: 2 days
    lines: [{customer: もしもし。, mood: puzzled}]
    choices:
      - {id: back, say: またお電話します。, goto: end}
      - {id: come, say: 伺います。, goto: end}
  end: {place: shop, ending: {deal: open}, lines: [{customer: 考えさせてください。, mood: thoughtful}]}
"""


def talk_in(home):
    """A talk at its first line."""
    driver = Driver(home, scenarios=0)
    driver.write("moods", STORY)
    driver.backstage.begin(driver.backstage.open("moods"))
    return driver.go("talk")


@pytest.fixture
def talk(tmp_path):
    return talk_in(tmp_path)


def prepare(driver):
    """Let the loop be idle until there is nothing to prepare."""
    while driver.screen.prepare():
        pass


def played(home, seed, *, ahead):
    """All that is seen of a whole talk played by chance, as hashes."""
    home.mkdir()
    driver, chance, idle, seen = talk_in(home), random.Random(seed), random.Random(seed), []
    forget_pictures()
    while driver.app.up[0].flow.stage is not Stage.OVER:
        keys = (pygame.K_SPACE, pygame.K_SPACE, pygame.K_1, pygame.K_2, pygame.K_l, pygame.K_F2)
        driver.keys(chance.choice(keys))
        for _ in range(chance.randrange(12)):
            driver.clock.now += 0.04
            driver.app.round()
            if ahead and idle.random() < 0.7:
                prepare(driver)
            seen.append(hash(driver.pixels()))
    return seen


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_seen_is_the_same_whether_it_was_prepared_or_not(tmp_path, seed):
    unprepared = played(tmp_path / "one", seed, ahead=False)
    assert len(set(unprepared)) > 20
    assert played(tmp_path / "other", seed, ahead=True) == unprepared


@pytest.fixture
def drawn_now(monkeypatch):
    """What SVG the first thread has to draw itself, because nobody has drawn it before."""
    found, load = [], pygame.image.load_sized_svg

    def noted(*parts):
        if threading.current_thread() is threading.main_thread():
            found.append(parts)
        return load(*parts)

    monkeypatch.setattr(pygame.image, "load_sized_svg", noted)
    return found


def prepared(driver):
    """Let the loop be idle for so long that everything is prepared, also by the second thread."""
    prepare(driver)
    for coming in list(PICTURES._expected.values()):
        coming.result()


def test_no_frame_of_a_passing_mood_is_drawn_by_the_first_thread(talk, drawn_now):
    talk.keys(*[pygame.K_SPACE] * 6)
    talk.clock.now += 1
    talk.keys(pygame.K_1)  # she will be hurt
    talk.clock.now += 1
    talk.round()
    assert (talk.screen.flow.mood, talk.screen.sight._frame) == ("hurt", 0)
    prepared(talk)
    del drawn_now[:]
    moods = set()
    for _ in range(400):
        talk.clock.now += 0.02
        talk.app.round()
        prepared(talk)
        moods.add(talk.screen.sight._mood)
    assert len(moods) == MOOD_FRAMES + 1
    assert not drawn_now


def test_a_new_place_is_drawn_before_it_is_seen(talk, drawn_now):
    talk.keys(*[pygame.K_SPACE] * 6)
    talk.clock.now += 1
    talk.keys(pygame.K_2)
    for _ in range(4):
        talk.clock.now += 0.5
        talk.round()
        prepared(talk)
    assert talk.screen.sight.place() == "meeting_room"
    del drawn_now[:]
    talk.keys(pygame.K_SPACE)
    assert talk.screen.sight.place() == "phone"
    assert not drawn_now


def test_foreseeing_changes_nothing(talk):
    flow = talk.screen.flow
    before = (list(flow.past), list(flow.queue), dict(flow.moods), flow.current, flow.stage, set(flow.read))
    then = flow.foreseen(None, talk.screen.play.meeting.view)
    assert (then.face, then.mood) == ("boss", "warm")
    assert before == (
        list(flow.past), list(flow.queue), dict(flow.moods), flow.current, flow.stage, set(flow.read)
    )  # fmt: skip
    flow.hurry(talk.clock.now)
    flow.hurry(talk.clock.now)
    assert (flow.past, flow.current, flow.queue) == (then.past, then.current, then.queue)
