"""Meetings played to their end for the tests of settlement and reveal, in a window driven by a test."""

import random
import shutil
from pathlib import Path

from game.analysis.exact import analyse
from tests.screens.driving import Driver

SHIPPED = Path(__file__).parents[2] / "scenarios"

DUE = """\
format: 1
id: due
language: ja
title: 期日の来るもの
level: standard
minutes: 8
teaches: [promise]
begins: 2026-03-03 10:20
seller: {company: クロックワークス, role: 新人営業}
customer: {name: 田辺 由紀, role: 総務課長, company: 丸和商店, portrait: tanabe}
offer: {product: 勤怠管理クラウド, price: 1200000, per: year, currency: JPY}
promises:
  sheet: {text: '二十日以内に{trainee}が一覧を送る', due: 20 days}
  visit: {text: 一年後に伺う, due: 365 days}
blurs: {support: {said: しっかり支援します, heard: 全部無料でやってくれる}}
lies: {ready: もう二百社で使われている}
complaints: {slow: 画面が遅い}
demands: {cheaper: 二割引いてほしい}
topics: {steps: 締めの手順を一枚に}
start: desk
scenes:
  desk:
    phase: approach
    place: meeting_room
    lines: [{customer: 今日はどういうご用件でしょう。}]
    choices:
      - id: loose
        say: しっかり支援します。もう二百社で使われております。{trainee}が一覧もお送りします。
        does: [{blur: support}, {lie: ready}, {promise: sheet}]
        understood: 全部やってくれる会社らしい。
        better: できることと、できないことを分けて言う。
        goto: price
      - id: careful
        say: 締めの手順を一枚にまとめてきました。どうぞお使いください。
        does: [{inform: steps}]
        understood: 自分たちのために作ってきた。
        goto: price
      - {id: silent, act: 黙って待つ。, goto: price}
  price:
    phase: negotiation
    after: 5 days
    enter: [{demand: {id: cheaper, percent: 20}}, {complain: {id: slow, severity: minor}}]
    lines: [{customer: 二割引いてもらえませんか。画面も遅いですし。}]
    choices:
      - id: cave
        say: かしこまりました。二割、お引きします。
        does: [{concede: {demand: cheaper, percent: 20}}]
        goto: end
      - id: both
        say: 二割はお引きできません。使う部署を一つに絞ってはいかがでしょう。一年後にまた伺います。
        does:
          - hold: {demand: cheaper, reason: true, alternative: true}
          - recover: {complaint: slow, how: visit, deed: true}
          - promise: visit
        understood: 断られたのに、考えてくれている。
        better: 絞ったあとの金額まで、その場で言う。
        goto: end
  end: {ending: {deal: signed}, lines: [{customer: では、それで。}]}
"""

CAVED = ("loose", "cave")
"""Everything comes due afterwards: promise, misunderstanding, lie, bill, complaint."""

QUIET = ("careful", "both")
"""Nothing comes due."""


def ended(home, path, *, begun=True, **driver_parts):
    """A window with a meeting that has ended on this path; ``begun``: its record is being kept."""
    driver = Driver(home, scenarios=1, **driver_parts)
    driver.write("due", DUE)
    play = driver.backstage.open("due")
    if begun:
        driver.backstage.begin(play)
    for choice in path:
        play.choose(choice)
    return driver


def let_pass(driver, seconds, *, frame=1 / 40):
    """Time passes in steps of a frame, as it does in a window; of longer ones where only the end is seen."""
    end = driver.clock.now + seconds
    while driver.clock.now < end:
        driver.clock.now += frame
        driver.round()


class Working:
    """Stands in for the process that makes the analysis; done at the ``after``-th time it is asked."""

    failed = False

    def __init__(self, play, after):
        self.play, self.left = play, after

    def poll(self):
        self.left -= 1
        return analyse(self.play.game) if self.left <= 0 else None

    def stop(self):
        pass


def analysed(driver, after=1):
    """Let the exact analysis come when it has been asked for so many times."""
    driver.backstage.play._background = Working(driver.backstage.play, after)
    return driver


def ended_at_random(home, seed, **driver_parts):
    """The same with the shipped first scenario, in both languages, on a path of its own for each seed."""
    driver = Driver(home, scenarios=1, **driver_parts)
    for file in SHIPPED.glob("friday-checklist*"):
        shutil.copy(file, driver.library.shipped / file.name)
    play = driver.backstage.open("friday-checklist")
    chance = random.Random(seed)
    while not play.meeting.ended:
        play.choose(chance.choice(play.meeting.view.choices).id)
    return driver
