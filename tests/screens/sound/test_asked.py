"""A whole short meeting, played with hands: every sound is asked for when its thing happens, and no other."""

from itertools import pairwise

import pygame
import pytest

from game.screens.hands import GUARD_SECONDS
from game.screens.sound.sound import BREATH_SECONDS, STOPS
from game.screens.talk.flow import Stage
from tests.screens.driving import Driver
from tests.screens.meetings import CAVED, ended, let_pass

STORY = """\
format: 1
id: sounds
language: ja
title: 音のする商談
level: beginner
minutes: 8
teaches: [promise]
begins: 2026-03-03 10:20
seller: {company: クロックワークス, role: 新人営業}
customer: {name: 田辺 由紀, role: 総務課長, company: 丸和商店, portrait: tanabe}
people: {boss: {name: 江口 正, role: 部長}}
offer: {product: 勤怠管理クラウド, price: 1200000, per: year, currency: JPY}
facts: {closing: 締め日に三日かけて集計している}
promises: {sheet: {text: 一覧を送る, due: 2 days}}
start: visit
scenes:
  visit:
    phase: approach
    place: meeting_room
    lines:
      - {narrator: 応接室に通された。}
      - {customer: 今日はどういうご用件でしょう。先日のお話の続きでしたら、もう少しお時間をください。}
    choices:
      - id: ask
        say: 締め日の集計には何日かかりますか。
        does: [{ask: closing}]
        reply: [{lines: [{customer: 三日です。}]}]
        goto: call
      - {id: silent, act: 黙って待つ。, goto: call}
  call:
    after: 2 days
    place: phone
    lines: [{boss: 部長の江口です。お電話代わりました。}]
    choices:
      - {id: promise, say: 一覧をお送りします。, does: [{promise: sheet}], goto: end}
      - {id: wait, act: 何もしない。, goto: end}
  end: {place: office, ending: {deal: open}, lines: [{narrator: 受話器を置いた。}]}
"""


def talking(tmp_path, **settings):
    driver = Driver(tmp_path, scenarios=1)
    driver.write("sounds", STORY)
    driver.backstage.change(**settings)
    driver.app.take_settings()
    driver.backstage.begin(driver.backstage.open("sounds"))
    return driver.go("talk")


def written(driver):
    """Let the line be written to its end."""
    while driver.screen.flow.stage is Stage.WRITING:
        let_pass(driver, 0.1)
    let_pass(driver, GUARD_SECONDS + 0.1)


def heard(driver):
    """What was heard since the last time, in a row each once: things and rooms by name, voices by whose."""
    names = [f"{each.kind} {each.name.split('/')[0]}".removeprefix("thing ") for each in driver.heard.all]
    driver.heard.clear()
    return [name for before, name in pairwise(["", *names]) if name != before]


def test_a_meeting_as_it_is_heard(tmp_path):
    driver = talking(tmp_path)
    written(driver)
    assert heard(driver) == ["page", "room meeting_room"]
    driver.keys(pygame.K_SPACE)
    written(driver)
    assert heard(driver) == ["voice tanabe"]
    driver.keys(pygame.K_DOWN, pygame.K_RETURN)
    assert heard(driver) == ["focus", "pick"]
    let_pass(driver, 0.5)
    written(driver)
    assert heard(driver) == ["voice tanabe"]
    driver.keys(pygame.K_SPACE)
    written(driver)
    assert heard(driver) == ["room phone", "phone", "leaf", "voice 江口 正", "pen"]
    driver.keys(pygame.K_1)
    let_pass(driver, 0.5)
    written(driver)
    assert heard(driver) == ["pick", "room office", "pen"]
    driver.keys(pygame.K_n)
    driver.keys(pygame.K_ESCAPE)
    assert "paper" in heard(driver)
    let_pass(driver, 1)
    driver.keys(pygame.K_SPACE)
    assert heard(driver)[:2] == ["room ", "page"]


def test_nobody_speaks_faster_than_is_calm_and_everybody_takes_breath(tmp_path):
    driver = talking(tmp_path)
    written(driver)
    driver.keys(pygame.K_SPACE)
    flow, seen = driver.screen.flow, []
    while flow.stage is Stage.WRITING:
        let_pass(driver, 0.02)
        seen.append((driver.clock.now, "".join(flow.current.text)[: int(flow.glyphs)]))
    voices = [each.at for each in driver.heard.all if each.kind == "voice"]
    assert len(voices) > 5
    assert all(later - one >= 1 / 12 for one, later in pairwise(voices))
    stop = next(at for at, text in seen if text[-1:] in STOPS)
    assert not [at for at in voices if stop < at < stop + BREATH_SECONDS - 0.01]


def test_text_at_once_has_no_voice(tmp_path):
    driver = talking(tmp_path, text_speed=0)
    for _ in range(4):
        let_pass(driver, 1)
        driver.keys(pygame.K_SPACE)
    assert driver.heard.of("voice") == []
    assert "room meeting_room" in heard(driver)


def test_a_line_that_is_hurried_is_silent_at_once(tmp_path):
    driver = talking(tmp_path)
    driver.keys(pygame.K_SPACE, pygame.K_SPACE)
    let_pass(driver, 0.3)
    driver.keys(pygame.K_SPACE)
    driver.heard.clear()
    let_pass(driver, 2)
    assert driver.heard.of("voice") == []


def test_the_same_meeting_sounds_the_same_twice(tmp_path):
    lists = []
    for home in ("one", "two"):
        (tmp_path / home).mkdir()
        driver = talking(tmp_path / home)
        for _ in range(3):
            written(driver)
            driver.keys(pygame.K_SPACE)
        lists.append([(each.kind, each.name) for each in driver.heard.all])
    assert lists[0] == lists[1]


def test_a_language_that_is_switched_makes_no_sound(tmp_path):
    driver = talking(tmp_path)
    for _ in range(2):
        written(driver)
        driver.keys(pygame.K_SPACE)
    driver.heard.clear()
    driver.keys(pygame.K_F2)
    let_pass(driver, 1)
    assert driver.heard.all == []


def test_a_room_hums_to_nobody(tmp_path):
    driver = talking(tmp_path)
    let_pass(driver, 0.2)
    driver.heard.clear()
    driver.round(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert driver.heard.of("room") == [""]
    driver.round(pygame.event.Event(pygame.WINDOWFOCUSGAINED))
    assert driver.heard.of("room") == ["", "meeting_room"]


def test_leaves_are_torn_and_rows_printed_one_after_another_and_the_stamp_lands_once(tmp_path):
    driver = ended(tmp_path, CAVED).go("settlement")
    driver.heard.clear()
    let_pass(driver, 12)
    leaves = [each.at for each in driver.heard.all if each.name == "leaf"]
    assert 5 < len(leaves) < 90
    assert all(later - one > 0.15 for one, later in pairwise(leaves))
    driver.go("reveal")
    driver.heard.clear()
    rows = driver.screen.told.lines
    let_pass(driver, 15)
    assert heard(driver) == ["printer", "stamp"]
    assert rows > 2


@pytest.mark.parametrize("reduced_motion", [False, True])
def test_a_passbook_that_is_there_at_once_is_stamped_once(tmp_path, reduced_motion):
    driver = ended(tmp_path, CAVED)
    driver.backstage.change(reduced_motion=reduced_motion)
    driver.app.take_settings()
    driver.go("reveal")
    if not reduced_motion:
        driver.keys(pygame.K_RETURN)
    let_pass(driver, 3)
    assert driver.heard.of("thing").count("stamp") == 1
    assert "printer" not in driver.heard.of("thing")


def test_a_device_that_is_pulled_out_is_told_to_the_speaker(tmp_path, monkeypatch):
    driver = Driver(tmp_path).go("shelf")
    lost = []
    monkeypatch.setattr(driver.heard, "lost", lambda: lost.append(1))
    for which, iscapture in ((0, 0), (2, 1), (2, 0)):
        driver.round(pygame.event.Event(pygame.AUDIODEVICEREMOVED, which=which, iscapture=iscapture))
    assert lost == [1]
