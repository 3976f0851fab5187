"""Where a monkey is led: every state of every screen of the gallery, and what that has no picture of."""

import os
import random
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NamedTuple
from zipfile import ZipFile

import pygame

import game.screens
from game.classroom.classes import Classes
from game.classroom.rehearsal import rehearsal
from game.classroom.sources import Sources
from game.core.game import Game
from game.library import Library
from game.screens.class_room.class_screen import ClassScreen
from game.screens.previewing import way_of_a_preview
from game.screens.stage import Screen
from tests.gallery.booth import Look, still_days
from tests.gallery.registry import State, states
from tests.screens.driving import SCENARIO, Driver
from tests.screens.meetings import let_pass
from tests.screens.preview.test_preview import Previewing
from tests.screens.trainers_desk.at_desk import BROKEN, Desk, put

GROUNDS = frozenset(
    {
        "Screen", "Sheet", "Panel", "WritingPanel", "DeskSheet", "OpenedPassbook", "Seat", "ReviewTable",
    }
)  # fmt: skip
"""Screens that others are made of, and that nobody comes to."""

SIZES = ((1280, 720), (1024, 768), (1366, 768), (1920, 1080), (1280, 1024))
PERCENTS = (80, 100, 125, 150, 200)

Spoiled = tuple[tuple[Path, tuple[str, ...]], ...]


class Place(NamedTuple):
    """Where a monkey begins: how the window is set up in a folder, and the files it may spoil there."""

    name: str
    make: Callable[[Path, random.Random], tuple[Driver, Spoiled]]


def every_screen() -> frozenset[str]:
    """The names of all screens there are, read off the code."""
    for module in walk_packages(game.screens.__path__, "game.screens."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    ours = (one for one in _below(Screen) if one.__module__.startswith("game."))  # type: ignore[type-abstract]
    return frozenset(one.__name__ for one in ours) - GROUNDS


def _below(kind: type[Screen]) -> Iterator[type[Screen]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def places() -> tuple[Place, ...]:
    """All of them."""
    shown = [Place(each.name, partial(_state, each)) for each in states()]
    more = [
        Place(name.removeprefix("_").replace("_", "-"), make)
        for name, make in globals().items()
        if name.startswith(("_preview", "_pack", "_rehearsed"))
    ]
    return (*shown, *more)


def some_look(chance: random.Random) -> Look:
    """A window, a language, a theme and a size of text."""
    return Look(
        size=chance.choice(SIZES),
        lang=chance.choice(("ja", "en")),
        contrast=chance.choice(("normal", "high")),
        safe=chance.random() < 0.3,
        percent=chance.choice(PERCENTS),
        furigana=chance.random() < 0.5,
    )


def _state(state: State, home: Path, chance: random.Random) -> tuple[Driver, Spoiled]:
    return state.drawn(home, some_look(chance)), ()


# ── what the gallery has no picture of ─────────────────────────────────────────────────────────────────────

TEXT = SCENARIO.format(id="draft", title="下書き", level="beginner")
SAVES = (TEXT, TEXT.replace("goto: end", "goto: nowhere"), "", TEXT.replace("木曜の夜。", "金曜の朝。"))
"""What is saved while a file is previewed."""


def _with_a_preview(home: Path, chance: random.Random) -> tuple[Previewing, Spoiled]:
    home.mkdir(parents=True, exist_ok=True)
    look = some_look(chance)
    driver = Previewing(home, TEXT, lang=look.lang, size=look.size)
    driver.app._make = lambda way: way_of_a_preview(way, driver.desk)(driver.app)
    driver.backstage.change(text_percent=look.percent, contrast=look.contrast == "high")
    driver.app.take_settings()
    return driver.round(), ((driver.file, SAVES),)


def _preview(home: Path, chance: random.Random) -> tuple[Driver, Spoiled]:
    return _with_a_preview(home, chance)


def _preview_of_a_state(home: Path, chance: random.Random) -> tuple[Driver, Spoiled]:
    driver, spoiled = _with_a_preview(home, chance)
    return driver.keys(pygame.K_F6), spoiled


def _preview_of_scenes(home: Path, chance: random.Random) -> tuple[Driver, Spoiled]:
    driver, spoiled = _with_a_preview(home, chance)
    return driver.keys(pygame.K_F7), spoiled


def _preview_of_a_broken_file(home: Path, chance: random.Random) -> tuple[Driver, Spoiled]:
    driver, spoiled = _with_a_preview(home, chance)
    return driver.save("goto: end", "goto: nowhere"), spoiled


def _preview_left_while_the_file_is_broken(home: Path, chance: random.Random) -> tuple[Driver, Spoiled]:
    driver, spoiled = _with_a_preview(home, chance)
    driver.choose(2).choose(1)
    driver.go("reveal")
    driver.save("goto: end", "goto: nowhere")
    let_pass(driver, 20)
    return driver.keys(pygame.K_ESCAPE), spoiled


def _pack_with_faults(home: Path, chance: random.Random) -> tuple[Driver, Spoiled]:
    home.mkdir(parents=True, exist_ok=True)
    look = some_look(chance)
    driver = Desk(home, lang=look.lang, size=look.size)
    pack = put(home / "mail" / "faulty.zip", b"")
    with ZipFile(pack, "w") as made:
        made.writestr("draft.yaml", BROKEN)
    driver.desk().round(pygame.event.Event(pygame.DROPFILE, file=os.fspath(pack)))
    return driver.wait(), ()


def _rehearsed_class(home: Path, chance: random.Random) -> tuple[Driver, Spoiled]:
    home.mkdir(parents=True, exist_ok=True)
    look = some_look(chance)
    driver = Driver(home, lang=look.lang, size=look.size, scenarios=0)
    library = Library(home / "trainer")
    sources = Sources(library)
    files = sources.keep(library.open_scenario("first-steps", "ja").played(library.rulebook_bytes()))
    words = library.words(look.lang)
    seats = rehearsal(
        sources.game(files, None, "first-steps", "ja"), chance.choice((5, 40, 150)), chance.randrange(99),
        files=files, words=words, day=date(2026, 4, 10),
    )  # fmt: skip
    analyses: dict[str, object] = {}

    def analysed(of: Game):
        return analyses.setdefault(of.scenario.hash, library.analysis(of))

    with still_days():
        figures = {
            lang: Classes(seats, sources, lang=lang).figures(library.words(lang), analysed)
            for lang in ("ja", "en")
        }
        driver.app.show(ClassScreen(driver.app, lambda lang: figures[lang]))
    let_pass(driver, 1)
    return driver, ()
