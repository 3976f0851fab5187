"""A monkey at the window: any hand does anything at any moment, and nothing may break.

It is told everything by a seed, so that what it finds is found again. ``python -m tests.screens.monkey``
leads it to every screen there is.
"""

import errno
import os
import random
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pygame

from game.deskwork.bench import Bench
from game.screens.hands import KEYS
from game.screens.sheet import Sheet
from game.screens.stage import Way
from game.screens.waiting import Waiting
from tests.screens.driving import SCENARIO, Driver
from tests.screens.meetings import DUE
from tests.screens.monkey_glyphs import Glyphs
from tests.screens.trainers_desk.at_desk import AtOnce, put, staying_in

SIZES = ((1280, 720), (1024, 768), (1366, 768), (1920, 1080), (1280, 1024))
TOO_SMALL = ((300, 200), (640, 360), (700, 900))
"""Sizes at which nothing may break, though not everything has to have room."""

PERCENTS = (80, 100, 125, 150, 200)
TEXTS = ("あ", "青い鉛筆", "x", "👩‍👩‍👧", "e\u0301", "\u202e", "\x00", "\n", "が" * 40, " ", "‍", "ｶﾞ")
WANTED = (pygame.K_RETURN, pygame.K_SPACE, pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_DOWN)
OTHERS = (*KEYS, pygame.K_F2, pygame.K_F1, pygame.K_F11, pygame.K_TAB, pygame.K_5, pygame.K_9, pygame.K_z)
AT_ONCE = (1, 2, 4, 8, 16, 32, 64)
"""How much is done before the window comes to answer it."""
MODS = (0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT)
BUTTONS = range(pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_DPAD_RIGHT + 1)
AXES = range(pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_TRIGGERRIGHT + 1)
BROKEN = "format: 1\nid: broken\nlanguage: ja\ntitle: 壊れた台本\nbegins: [\n"


class Monkey:
    """One monkey, the window it is at, and a list of the last things it did.

    ``begin`` brings up the first screen again after the window was closed. ``spoiled``: files of which one is
    mended or spoilt now and then, each with the texts it may have.
    """

    def __init__(
        self,
        driver: Driver,
        chance: random.Random,
        begin: Callable[[], object],
        *,
        spoiled: tuple[tuple[Path, tuple[str, ...]], ...] = (),
        glyphs: Glyphs | None = None,
    ) -> None:
        self.driver = driver
        self.chance = chance
        self.begin = begin
        self.spoiled = spoiled
        self.glyphs = glyphs or Glyphs()
        self.did: deque[str] = deque(maxlen=60)
        self.events = 0
        self.seen: Counter[str] = Counter()
        self.faults: list[str] = []
        self.at_desk = False
        """Whether it is led back to the desk when it has come to the shelf."""
        self._full = self._slow = False
        self._disk()
        if "bench" not in driver.backstage.__dict__:  # no process is started, wherever it strays
            driver.backstage.bench = Bench(driver.library, AtOnce)
        self.driver.backstage.patience = Waiting(self.driver.app)

    def run(self, events: int) -> None:
        """Do so many things."""
        until = self.events + events
        with staying_in(self.driver.library.home), self.glyphs.watched():
            self._do_until(until)
        self.faults += self.glyphs.faults()

    def _do_until(self, until: int) -> None:
        self._note()
        while self.events < until:
            for _ in range(min(self.chance.choice(AT_ONCE), until - self.events)):
                self._one()
            self.driver.app.round()
            self.driver.clock.now += self.chance.choice((0.01, 0.03, 0.1, 0.3, 1.5))
            self.driver.app.round()
            self._note()
            self._look()
            if not self.driver.app.running:  # somebody closes it, and starts it again
                self.driver.backstage.close()
                self.driver.app.running = True
                self.begin()
            elif self.at_desk and self.driver.kind == "ShelfScreen":
                self.driver.go("desk")

    def _note(self) -> None:
        for screen in self.driver.app.up:
            self.seen[type(screen).__name__] += 1

    # ── what it does ────────────────────────────────────────────────────────────────────────────

    def _one(self) -> None:
        deeds: tuple[tuple[int, Callable[[], None]], ...] = (
            (60, self._wanted_key), (25, self._any_key), (25, self._click), (8, self._point),
            (8, self._wheel), (5, self._type), (3, self._compose), (14, self._pad), (8, self._stick),
            (2, self._plug), (2, self._drop), (3, self._attend), (1, self._resize), (1, self._settings),
            (1, self._trouble),
        )  # fmt: skip
        (deed,) = self.chance.choices([each for _, each in deeds], [weight for weight, _ in deeds])
        self.events += 1
        self.did.append(f"{self.driver.kind} {deed.__name__}")
        deed()

    def _post(self, kind: int, **parts: Any) -> None:
        pygame.event.post(pygame.event.Event(kind, parts))

    def _key(self, key: int) -> None:
        mod = self.chance.choice(MODS)
        self._post(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)
        if self.chance.random() < 0.9:  # a key may stay down
            self._post(pygame.KEYUP, key=key, mod=mod, unicode="", scancode=0)

    def _wanted_key(self) -> None:
        self._key(self.chance.choice(WANTED))

    def _any_key(self) -> None:
        self._key(self.chance.choice(OTHERS))

    def _anywhere(self) -> tuple[int, int]:
        spots = getattr(self.driver.screen, "spots", ())
        if spots and self.chance.random() < 0.7:
            x, y, wide, tall = self.chance.choice(spots).seen
            return self.driver.app.theme.at(x + wide / 2, y + tall / 2)
        wide, tall = self.driver.app.surface.get_size()
        return self.chance.randrange(-5, wide + 5), self.chance.randrange(-5, tall + 5)

    def _click(self) -> None:
        at = self._anywhere()
        self._post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self._post(pygame.MOUSEBUTTONDOWN, pos=at, button=self.chance.choice((1, 1, 1, 1, 2, 3, 8)))

    def _point(self) -> None:
        self._post(pygame.MOUSEMOTION, pos=self._anywhere(), rel=(1, 1), buttons=(0, 0, 0))

    def _wheel(self) -> None:
        by = self.chance.choice((-3, -1, 1, 3, 400))
        self._post(pygame.MOUSEWHEEL, x=0, y=by, precise_y=float(by))

    def _type(self) -> None:
        self._post(pygame.TEXTINPUT, text=self.chance.choice(TEXTS))

    def _compose(self) -> None:
        text = self.chance.choice(("", "k", "か", "かんじ", "漢字"))
        self._post(pygame.TEXTEDITING, text=text, start=self.chance.randrange(0, 9), length=0)

    def _pad(self) -> None:
        button, pad = self.chance.choice(BUTTONS), self.chance.randrange(2)
        self._post(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=pad)
        if self.chance.random() < 0.8:
            self._post(pygame.CONTROLLERBUTTONUP, button=button, instance_id=pad)

    def _stick(self) -> None:
        value = self.chance.choice((-32768, -20000, -400, 0, 0, 0, 20000, 32767))
        self._post(pygame.CONTROLLERAXISMOTION, axis=self.chance.choice(AXES), value=value, instance_id=0)

    def _plug(self) -> None:
        if self.chance.random() < 0.5:
            self._post(pygame.CONTROLLERDEVICEREMOVED, instance_id=self.chance.randrange(2))
        else:
            self._post(pygame.AUDIODEVICEREMOVED, which=self.chance.randrange(2), iscapture=0)

    def _drop(self) -> None:
        shelf = self.driver.library.shipped
        records = self.driver.library.home / "records"
        files = [*shelf.iterdir(), shelf, shelf / "none.yaml", *sorted(records.glob("*.jsonl"))[:2]]
        self._post(pygame.DROPFILE, file=str(self.chance.choice(files)))

    def _attend(self) -> None:
        kinds = (
            pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSGAINED,
            pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED, pygame.WINDOWEXPOSED,
        )  # fmt: skip
        self._post(self.chance.choice(kinds))

    def _resize(self) -> None:
        size = self.chance.choice(SIZES + TOO_SMALL)
        self.did.append(f"size {size}")
        self.driver.app.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        self._post(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1])

    def _settings(self) -> None:
        percent = self.chance.choice(PERCENTS)
        self.did.append(f"letters {percent}")
        yes = [self.chance.random() < 0.5 for _ in range(5)]
        self.driver.backstage.change(
            text_percent=percent, furigana=yes[0], contrast=yes[1], reduced_motion=yes[2],
            safe_colours=yes[3], mono=yes[4], text_speed=self.chance.choice((0, 30, 200)),
            keys={}, buttons={},
        )  # fmt: skip
        self.driver.app.take_settings()

    def _trouble(self) -> None:
        """The disk is full or slow for a while; or a file is mended, or spoilt."""
        self._full = not self._full and self.chance.random() < 0.5
        self._slow = not self._slow and self.chance.random() < 0.1
        if self.spoiled and self.chance.random() < 0.2:
            file, texts = self.chance.choice(self.spoiled)
            file.write_text(self.chance.choice(texts), encoding="utf-8")

    def _disk(self) -> None:
        disk = self.driver.library._disk
        write, read = disk.write, disk.read

        def found(file: Path, most: int) -> bytes:
            if self._slow:
                time.sleep(0.02)
            return read(file, most)

        def written(fd: int, content: memoryview) -> int:
            if self._full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return write(fd, content)

        setattr(disk, "read", found)  # noqa: B010 (a method is replaced)
        setattr(disk, "write", written)  # noqa: B010 (a method is replaced)
        setattr(disk, "sync", lambda _: None)  # noqa: B010 (the drive of the machine is not what is tried)

    # ── what may never be ───────────────────────────────────────────────────────────────────────

    def _look(self) -> None:
        app, screen = self.driver.app, self.driver.screen
        if isinstance(screen, Sheet) and screen.spots and not app._dirty:
            assert screen.focus in self.driver.names, (screen.focus, self.driver.names)
        play = self.driver.backstage.play
        if play is not None and play.kept and play.record is not None:
            assert play.record.path == play.meeting.path
            assert self.driver.backstage.records.read(play.record.file).path == play.meeting.path
        size = app.surface.get_size()
        if self.chance.random() < 0.1 and size in SIZES:
            app.draw()
            self.faults += [
                f"{self.driver.kind} {size} {app.text_percent} %: {fault}" for fault in self._misplaced()
            ]

    def _misplaced(self) -> Iterator[str]:
        window = self.driver.app.surface.get_rect()
        boxes = self.driver.screen.boxes()
        for box in boxes:
            if not box.room.inflate(2, 2).contains(box.rect) or not window.contains(box.rect):
                yield f"“{box.text}” leaves its room"
        for one, other in combinations(boxes, 2):
            if one.rect.inflate(-2, -2).colliderect(other.rect.inflate(-2, -2)):
                yield f"“{one.text}” and “{other.text}” lie on each other"


def at_home(home: Path, seed: int, *, at_desk: bool = False) -> Monkey:
    """A monkey where somebody plays who has scenarios, one broken, one with faults; or at the desk."""
    driver = Driver(home, scenarios=2)
    driver.backstage.bench = Bench(driver.library, AtOnce)
    driver.write("due", DUE)
    broken = driver.write("broken", BROKEN)
    whole = SCENARIO.format(id="broken", title="直した台本", level="advanced")
    faulty = SCENARIO.format(id="faulty", title="欠けた台本", level="standard").replace("goto: end", "")
    driver.write("faulty", faulty)
    begins: Way = "who"
    if at_desk:
        begins = "desk"
        for file in driver.library.shipped.glob("*.yaml"):
            text = file.read_text("utf-8").replace("id: ", "id: own-", 1)
            put(driver.library.own / f"own-{file.name}", text)
    driver.go(begins)
    spoiled = ((broken, (BROKEN, whole)),)
    monkey = Monkey(driver, random.Random(seed), lambda: driver.go(begins), spoiled=spoiled)
    monkey.at_desk = at_desk
    return monkey
