"""The window driven by a test: real events, a clock that stands still, a library of its own."""

import os
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame

from game.library import Library
from game.screens.app import App
from game.screens.backstage import Backstage
from game.screens.sheet import Sheet
from game.screens.sound.heard import Heard
from game.screens.ways import screen_of
from tests.screens import drawn_once

drawn_once.remember()

FONTS = Path(__file__).parents[2] / "assets" / "fonts"

SCENARIO = """\
format: 1
id: {id}
language: ja
title: {title}
level: {level}
minutes: 8
teaches: [promise, usefulness]
summary: 勤怠管理サービスを、紙のタイムカードの会社へ初めて訪ねる。
stakes: 年額百二十万円の契約と、その先の三年。
known: [去年、同業の会社で使われた。]
begins: 2026-03-03 10:20
seller: {{company: クロックワークス, role: 新人営業}}
customer: {{name: 田辺 由紀, role: 総務課長, company: 丸和商店, portrait: tanabe}}
people: {{boss: {{name: 江口 正, role: 部長}}, mentor: {{name: 佐々木 亮, role: 上司, ours: true}}}}
offer: {{product: 勤怠管理クラウド, price: 1200000, per: year, currency: JPY}}
facts: {{headcount: {{text: 従業員は六十名, public: true}}, closing: 締め日に三日かけて集計している}}
start: reception
scenes:
  reception:
    phase: approach
    place: meeting_room
    lines: [{{customer: 今日はどういうご用件でしょう。}}]
    choices:
      - {{id: ask, say: 締め日の集計には何日かかりますか。, does: [{{ask: closing}}], goto: week_end}}
      - {{id: give, say: 手順を一枚にまとめてきました。, does: [{{inform: steps}}], goto: week_end}}
  week_end:
    after: 2 days
    lines: [{{narrator: 木曜の夜。}}]
    choices:
      - {{id: call, say: 明日お電話します。, goto: end}}
      - {{id: wait, act: 何もしない。, goto: end}}
  end: {{ending: {{deal: open}}, lines: [{{customer: 少し考えさせてください。}}]}}
"""


class NoAnalysis:
    """Stands in for the process that would make the analysis."""

    failed = True

    def poll(self):
        return None

    def stop(self):
        pass


def without_analysis(library):
    """Let no process be started for the meetings of this library."""
    setattr(library, "analyse_in_background", lambda *_: NoAnalysis())  # noqa: B010 - a method is replaced


class Clock:
    """Seconds that pass when they are told to."""

    now = 100.0

    def __call__(self):
        return self.now


class Driver:
    """A window of a size, with scenarios of its own, and hands for it."""

    def __init__(self, home, *, lang="ja", size=(1280, 720), scenarios=2, trainee="青い鉛筆", fonts=FONTS):
        self.clock = Clock()
        self.app = App(fonts, size, clock=self.clock, ways=screen_of)
        self.app.open("test")
        pygame.event.clear()
        self.library = Library(home)
        self.library.shipped = home / "shipped"
        self.library.shipped.mkdir(exist_ok=True)
        without_analysis(self.library)
        levels = ("beginner", "standard", "advanced")
        for n in range(scenarios):
            title, level = f"初回訪問と約束 {n:02}", levels[3 * n // scenarios]  # as the shelf orders them
            self.write(f"s{n:02}", SCENARIO.format(id=f"s{n:02}", title=title, level=level))
        self.backstage = Backstage(self.library, self.library.records(), self.library.load_settings(), lang)
        if trainee:
            self.backstage.change(trainee=trainee)
        self.app.backstage = self.backstage
        self.app.sound = self.heard = Heard(self.clock)
        self.app.take_settings()

    def write(self, name, text):
        """A scenario's file on the shelf."""
        file = self.library.shipped / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def go(self, way):
        self.app.go(way)
        return self.round()

    def round(self, *events):
        """Let these events happen, and everything that follows at once from them."""
        for event in events:
            pygame.event.post(event)
        self.app.round()
        self.app.round()
        return self

    def keys(self, *keys, mod=0):
        """Press keys and let them go, one after another."""
        for key in keys:
            self.hold(key, mod=mod).let_go(key)
        return self

    def hold(self, key, *, mod=0):
        """Press a key; pressed again before it was let go, it is a repeat, as in pygame."""
        return self.round(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0))

    def let_go(self, key):
        return self.round(pygame.event.Event(pygame.KEYUP, key=key, mod=0, unicode="", scancode=0))

    def pad(self, *buttons, number=0):
        """Press buttons of a gamepad and let them go."""
        for button in buttons:
            self.round(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=number))
            self.round(pygame.event.Event(pygame.CONTROLLERBUTTONUP, button=button, instance_id=number))
        return self

    def lean(self, axis, share, *, number=0):
        """Move a stick or a trigger of a gamepad to a share of its way, −1 to 1."""
        value = round(share * 32767)
        event = pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=number)
        return self.round(event)

    def type(self, text):
        return self.round(pygame.event.Event(pygame.TEXTINPUT, text=text))

    def compose(self, text, start=0):
        return self.round(pygame.event.Event(pygame.TEXTEDITING, text=text, start=start, length=0))

    def click(self, name):
        """Press the middle of what can be seen of a spot."""
        x, y, width, height = self.spot(name).seen
        assert height > 0, f"{name} is scrolled out of sight"
        at = self.app.theme.at(x + width / 2, y + height / 2)
        return self.round(
            pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)),
            pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1),
        )

    def wheel(self, notches):
        return self.round(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notches, precise_y=float(notches)))

    # ── what is to be seen ──────────────────────────────────────────────────────────────────────

    @property
    def screen(self):
        return self.app.screen

    @property
    def kind(self):
        """The name of the class of the topmost screen."""
        return type(self.app.screen).__name__

    @property
    def focus(self):
        assert isinstance(self.screen, Sheet)
        return self.screen.focus

    def spot(self, name):
        found = [spot for spot in self.screen.spots if spot.name == name]
        assert found, f"no {name} among {[spot.name for spot in self.screen.spots]}"
        return found[0]

    @property
    def names(self):
        return [spot.name for spot in self.screen.spots]

    @property
    def texts(self):
        """Everything that is written on the topmost screen, in the order drawn."""
        return [box.text for box in self.screen.boxes()]

    def pixels(self):
        return pygame.image.tobytes(self.app.surface, "RGB")
