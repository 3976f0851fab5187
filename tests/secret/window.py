"""A meeting in a window from the brief to the end of the settlement, and everything that came out of it.

Two meetings that differ in what is hidden only must leave the same trace: pictures, sounds, texts, the
times at which the window wants to be woken, what is written to disk, printed, and told to the system.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

import pygame

from game.core.game import Game
from game.core.scenario import Opening, Scenario
from game.screens.hands import GUARD_SECONDS
from game.screens.talk.flow import Stage
from game.session import Meeting
from tests.core.build import BOOK
from tests.screens.driving import Driver
from tests.screens.meetings import DUE, let_pass

MOST_LINES = 40
CHANGING = ("at", "started", "uid")
"""What a record holds of the moment and of chance."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One moment: which step it is and when, what is seen and heard by then, when something will move."""

    step: str
    at: float
    screen: str
    picture: str
    texts: tuple[str, ...]
    heard: tuple[object, ...]
    wake: float | None
    title: str


@dataclass(frozen=True, slots=True)
class Trace:
    """All moments of a meeting, and what lies on the disk afterwards."""

    glimpses: tuple[Glimpse, ...]
    files: dict[str, object]


def trace(home: Path, story: Scenario, opening: Opening, seed: int, *, lang="ja") -> Trace:
    """Play a story from an opening, picking by chance of a seed; everything that came out of it."""
    driver = Driver(home, scenarios=0, lang=lang)
    driver.write("due", DUE)
    play = driver.backstage.open("due")
    # The window plays the story itself; only the record's header speaks of the file.
    play.opening, play.game = opening, Game(story, BOOK, opening)
    play.meeting = Meeting(play.game, play._keep)
    glimpses = tuple(_played(driver, Random(seed)))
    driver.backstage.close()
    driver.app.close()
    return Trace(glimpses, {_name(path): _content(path) for path in _written(home)})


def first_difference(one: Trace, other: Trace) -> tuple[str, ...]:
    """Where two traces part: the step, the screen, and in what; () where they do not."""
    for mine, theirs in zip(one.glimpses, other.glimpses, strict=False):
        if mine != theirs:
            told = [name for name in Glimpse.__slots__ if getattr(mine, name) != getattr(theirs, name)]
            return (mine.step, mine.screen, *told)
    if len(one.glimpses) != len(other.glimpses):
        return ("length",)
    return () if one.files == other.files else ("files",)


def _played(driver: Driver, chance: Random) -> Iterator[Glimpse]:
    driver.go("brief")
    yield _seen(driver, "brief")
    driver.keys(pygame.K_RETURN)
    yield _seen(driver, "talk begins")
    while driver.kind == "TalkScreen":
        yield from _scene(driver, chance)
    yield _seen(driver, "asked what to expect")
    driver.clock.now += GUARD_SECONDS
    driver.keys(pygame.K_RIGHT, pygame.K_RETURN)
    yield _seen(driver, "felt")
    driver.clock.now += GUARD_SECONDS
    driver.keys(pygame.K_4)
    for moment in range(4):
        yield _seen(driver, f"settlement {moment}")
        let_pass(driver, 0.6)
    driver.keys(pygame.K_RETURN)
    yield _seen(driver, "settlement over")


def _scene(driver: Driver, chance: Random) -> Iterator[Glimpse]:
    """One scene: its lines as they are written and hurried, sometimes what lies beside, then a choice."""
    screen = driver.screen
    yield _seen(driver, "scene opens")
    _wait(driver, lambda: screen.flow.stage is not Stage.WRITING)
    if screen.flow.stage is Stage.WRITTEN and chance.random() < 0.5:
        said = screen.flow.current
        driver.keys(pygame.K_a)
        _wait(driver, lambda: screen.flow.current is not said)
        driver.keys(pygame.K_a)
        yield _seen(driver, "gone on by itself")
    for number in range(MOST_LINES):
        yield _seen(driver, f"line {number}")
        let_pass(driver, 0.1)
        if screen.flow.told:
            break
        driver.keys(pygame.K_SPACE)
    if chance.random() < 0.5:
        yield from _beside(driver)
    let_pass(driver, 0.5)
    yield _seen(driver, "at rest")
    view = screen.play.meeting.view
    if view.ending is not None:
        driver.keys(pygame.K_RETURN)
        return
    driver.clock.now += GUARD_SECONDS
    driver.keys(pygame.K_1 + chance.randrange(len(view.choices)))
    yield _seen(driver, "picked")
    _wait(driver, lambda: not screen.picking.waiting)
    yield _seen(driver, "answered")


def _wait(driver: Driver, done: Callable[[], bool]) -> None:
    """Let time pass, frame by frame, until something happens by itself: when it does is part of the trace."""
    for _ in range(200):
        if done():
            return
        let_pass(driver, 1 / 40)


def _beside(driver: Driver) -> Iterator[Glimpse]:
    for key, name in ((pygame.K_l, "backlog"), (pygame.K_n, "notebook"), (pygame.K_F1, "help"),
                      (pygame.K_F3, "settings"), (pygame.K_ESCAPE, "menu")):  # fmt: skip
        driver.keys(key)
        yield _seen(driver, name)
        driver.keys(pygame.K_ESCAPE)
        yield _seen(driver, f"back from the {name}")


def _seen(driver: Driver, step: str) -> Glimpse:
    return Glimpse(
        step=step,
        at=round(driver.clock.now, 3),
        screen=driver.kind,
        picture=sha256(driver.pixels()).hexdigest(),
        texts=tuple(driver.texts),
        heard=tuple(driver.heard.all),
        wake=driver.app._wake,
        title=" ".join(pygame.display.get_caption()),
    )


def _written(home: Path) -> list[Path]:
    """Every file but locks and the shelf's index, which holds when each scenario's file was written."""
    files = [path for path in home.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return sorted(path for path in files if not path.name.startswith("shelf-"))


def _name(path: Path) -> str:
    """The name of a file without what is of chance in the name of a record."""
    return "record" if path.suffix == ".jsonl" else path.name


def _content(path: Path) -> object:
    content = path.read_bytes()
    if path.suffix != ".jsonl":
        return content
    lines = [json.loads(line) for line in content.splitlines()]
    return [{key: value for key, value in line.items() if key not in CHANGING} for line in lines]
