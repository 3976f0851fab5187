"""One choice menu in three programs: ours, Ren'Py's, and a bare pygame window as a measure of the least.

The same words in the same letters in a window of 1280 × 720, side by side in one run on a screen of their
own (Xvfb), all drawn by the processor: Ren'Py by its own software renderer (``RENPY_RENDERER=sw``), the
others by SDL's surfaces. Nobody moves in any of them. Ours has more to draw: the customer, her room, the
notebook. Ren'Py comes from Debian (``apt-get install renpy``); where it is missing that is said.
"""

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import psutil

from benchmarks.own_screen import OwnScreen, ended, missing
from benchmarks.row import Row

ROOT: Final = Path(__file__).parents[1]
FONT: Final = ROOT / "assets" / "fonts" / "BIZUDPGothic-Regular.ttf"
MENU: Final = {
    "who": "Megumi Yamamoto",
    "line": "And what brings you here today?",
    "choices": [
        "I have put on one page how a wholesaler of your size closes the month in half a day.",
        "May I ask how many you are, and when you close?",
        "We will support you in every way we can.",
        "May I show you our system for five minutes?",
    ],
}
"""What is said, and the four answers, in every one of them."""

STARTS, PRESSES, IDLE = 5, 40, 15.0
"""Starts of each, presses of a key in each, seconds each is left alone."""

_BARE: Final = """
import json, os, sys
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
import pygame
menu, font = json.loads(sys.argv[1]), sys.argv[2]
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1280, 720))
letters, focus, clock = pygame.font.Font(font, 22), 0, pygame.time.Clock()
def draw():
    window.fill((0, 0, 0))
    for at, text in enumerate((menu["who"], menu["line"])):
        window.blit(letters.render(text, True, (255, 255, 255)), (700, 150 + 30 * at))
    for at, text in enumerate(menu["choices"]):
        shown = letters.render(text, True, (255, 255, 255), (36, 65, 95) if at == focus else None, 540)
        window.blit(shown, (700, 300 + 70 * at))
    pygame.display.update()
draw()
while True:
    for event in pygame.event.get():
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_DOWN, pygame.K_UP):
            focus = (focus + (1 if event.key == pygame.K_DOWN else -1)) % 4
            draw()
    clock.tick(60)
"""


class Told(NamedTuple):
    """What one of the programs came to: milliseconds, per cent of a core, megabytes."""

    first: float
    idle: float
    memory: float
    key: float
    slowest: float


Start = Callable[[OwnScreen, str], "subprocess.Popen[bytes]"]


class Program(NamedTuple):
    """One of the three: how it is started in a home of its own, by itself, and with the menu."""

    name: str
    bare: Start
    start: Start
    to_the_menu: Callable[[OwnScreen], None]


def against_renpy() -> list[Row]:
    """The game beside Ren'Py and the bare window: ratios of the game to Ren'Py, and each figure."""
    renpy = _renpy()
    lacking = missing() or ("" if renpy else "Ren'Py is not installed (on Debian: apt-get install renpy)")
    what = "a choice menu, the game against Ren'Py"
    if lacking or renpy is None:
        return [Row(what, None, "×", most=1, note=f"not measured: {lacking}")]
    version = subprocess.run([renpy, "--version"], check=False, capture_output=True, text=True).stdout.split()
    name = f"Ren'Py {'.'.join(version[-1].split('.')[:3])}" if version else "Ren'Py"
    try:
        ours, theirs, bare = measured((_game(), _their_game(name, renpy), _bare()))
    except (TimeoutError, OSError, psutil.Error) as trouble:  # a measure never fails: it says why
        return [Row(what, None, "×", most=1, note=f"not measured: {trouble}")]
    return _rows(name, ours, theirs, bare)


def _rows(name: str, ours: Told, theirs: Told, bare: Told) -> list[Row]:
    beside = {
        "first picture": ("first", "ms", 1, "ours: the title; theirs: the menu itself"),
        "nobody touches it": ("idle", "% of a core", 1, ""),
        "memory": ("memory", "MB", 1, "what is shared is shared out (PSS)"),
        "from a key to the next picture": (
            "key", "ms", None, "theirs looks for keys each millisecond, and draws nobody beside the choices",
        ),
    }  # fmt: skip
    rows = []
    for what, (field, unit, most, note) in beside.items():
        one, other, least = (getattr(each, field) for each in (ours, theirs, bare))
        rows += [
            Row(f"a choice menu, {what}: the game against {name}", one / other, "×", most=most, note=note),
            Row(
                f"a choice menu, {what}: the game",
                one,
                unit,
                note=_beside(name, other, least),
            ),
        ]
    slowest = _beside(name, theirs.slowest, bare.slowest)
    what = "a choice menu, from a key to the next picture: the slowest"
    return [*rows, Row(what, ours.slowest, "ms", note=f"of {PRESSES}; {slowest}")]


def _beside(name: str, theirs: float, bare: float) -> str:
    told = [f"{each:,.0f}" if each >= 100 else f"{each:.3g}" for each in (theirs, bare)]
    return f"{name} {told[0]}, a bare window {told[1]}"


def measured(programs: tuple[Program, ...]) -> list[Told]:
    """What each comes to; they take turns, so that whatever else the machine does meets all."""
    with tempfile.TemporaryDirectory() as folder:
        homes = {each.name: str(Path(folder, str(at))) for at, each in enumerate(programs)}
        firsts: Mapping[str, list[float]] = {each.name: [] for each in programs}
        for turn in range(STARTS + 1):
            for each in programs:
                Path(homes[each.name]).mkdir(exist_ok=True)
                took = _first_picture(each, homes[each.name])
                if turn:  # the first time, what is compiled once is compiled
                    firsts[each.name].append(took)
        return [
            Told(1000 * statistics.median(firsts[each.name]), *_at_the_menu(each, homes[each.name]))
            for each in programs
        ]


def _first_picture(program: Program, home: str) -> float:
    with OwnScreen() as screen:
        begun = time.perf_counter()
        process = program.bare(screen, home)
        try:
            screen.first_picture()
            return time.perf_counter() - begun
        finally:
            ended(process)


def _at_the_menu(program: Program, home: str) -> tuple[float, float, float, float]:
    """Per cent of a core, megabytes, and milliseconds from a key to the next picture: median and slowest."""
    chance = random.Random(0)
    with OwnScreen() as screen:
        process = program.start(screen, home)
        try:
            screen.first_picture()
            program.to_the_menu(screen)
            time.sleep(8)  # what can be made ahead is made
            before, begun = _used(process.pid), time.monotonic()
            time.sleep(IDLE)
            idle = 100 * (_used(process.pid) - before) / (time.monotonic() - begun)
            memory = sum(each.memory_full_info().pss for each in _all(process.pid)) / 1e6
            took = []
            print(f"  {program.name}: at its menu", file=sys.stderr, flush=True)
            for number in range(PRESSES):
                time.sleep(0.3 + chance.random() / 10)  # at no time that suits anybody's clock
                took.append(1000 * screen.changed_after(("Down", "Up")[number % 2]))
        finally:
            ended(process)
    return idle, memory, statistics.median(took), max(took)


def _all(pid: int) -> list[psutil.Process]:
    process = psutil.Process(pid)
    return [process, *process.children(recursive=True)]


def _used(pid: int) -> float:
    """Seconds of processor a program and what it has started have used."""
    return sum(sum(each.cpu_times()[:2]) for each in _all(pid))


# ── the three programs ─────────────────────────────────────────────────────────────────────────────────────


def _bare() -> Program:
    def start(screen: OwnScreen, home: str) -> "subprocess.Popen[bytes]":
        return _started([sys.executable, "-c", _BARE, json.dumps(MENU), str(FONT)], screen, home)

    return Program("bare", start, start, OwnScreen.until_still)


def _game() -> Program:
    def bare(screen: OwnScreen, home: str) -> "subprocess.Popen[bytes]":
        return _started([sys.executable, "-m", "game"], screen, home)

    def start(screen: OwnScreen, home: str) -> "subprocess.Popen[bytes]":
        file = Path(home, "menu.yaml")
        if not file.exists():
            file.write_text(_scenario(), "utf-8")
            settings = {
                "settings": 1,
                "lang": "en",
                "trainee": "Aki",
                "text_speed": 0,
                "reduced_motion": True,
            }
            Path(home, "settings.json").write_text(json.dumps(settings), "utf-8")
        return _started([sys.executable, "-m", "game", "play", str(file)], screen, home)

    def to_the_menu(screen: OwnScreen) -> None:
        screen.until_still()
        screen.press_until_changed("Return")  # the title knows no keys; the brief does
        for key in ("space", "space"):
            screen.until_still()
            screen.press(key)
        screen.until_still()
        screen.press_until_changed("Down")  # the first press gives the focus to the first choice
        screen.until_still()

    return Program("game", bare, start, to_the_menu)


def _scenario() -> str:
    choices = "".join(
        f"      - {{id: c{at}, say: {json.dumps(text)}, goto: end}}\n"
        for at, text in enumerate(MENU["choices"])
    )
    return (
        "format: 1\nid: menu\nlanguage: en\ntitle: A menu\nstart: one\n"
        f"customer: {{name: {MENU['who']}, portrait: woman}}\nscenes:\n  one:\n    lines:\n"
        f"      - customer: {json.dumps(MENU['line'])}\n    choices:\n{choices}"
        "  end:\n    ending: open\n    lines:\n      - customer: I see.\n"
    )


def _renpy() -> str | None:
    return shutil.which("renpy", path=f"{os.environ.get('PATH', '')}:/usr/games")


def _their_game(name: str, renpy: str) -> Program:
    def start(screen: OwnScreen, home: str) -> "subprocess.Popen[bytes]":
        game = Path(home, "menu", "game")
        if not game.exists():
            game.mkdir(parents=True)
            shutil.copy(ROOT / "benchmarks" / "menu" / "script.rpy", game)
            shutil.copy(FONT, game / "menu.ttf")
            (game / "menu.json").write_text(json.dumps(MENU), "utf-8")
        return _started([renpy, str(game.parent)], screen, home, RENPY_RENDERER="sw")

    def to_the_menu(screen: OwnScreen) -> None:
        screen.until_still()
        screen.press_until_changed("Down")
        screen.until_still()

    return Program(name, start, start, to_the_menu)


def _started(command: list[str], screen: OwnScreen, home: str, **more: str) -> "subprocess.Popen[bytes]":
    settings = {**screen.environment(home), "SHINYO_HOME": home, **more}
    return subprocess.Popen(
        command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
