"""A monkey is led to every screen there is, and does whatever hands can do; nothing may break.

    python -m tests.screens.monkey --events 100000 --seed 1

It goes through all states of the gallery, previews, packs and a rehearsed class, again and again, in windows
and looks drawn by chance; the first half is for warming up. It fails where anything raises, a text leaves its
place, the focus is lost, a sign has no glyph, anything is written outside, the memory grows, or a screen was
never seen.
"""

import argparse
import ctypes
import gc
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import nullcontext, suppress
from pathlib import Path

import psutil
import pygame

from game.screens.heap import return_large_blocks
from game.screens.paint import forget_pictures
from game.screens.window import LEAST_SIZE
from tests.fuzz.outside import nothing_outside
from tests.gallery.booth import a_home
from tests.screens import drawn_once
from tests.screens.driving import Driver
from tests.screens.monkey_glyphs import Glyphs
from tests.screens.monkey_hands import TEXTS, Monkey
from tests.screens.monkey_places import Place, every_screen, places
from tests.screens.sketching import without_pictures

ROUNDS = 4
"""How often it goes to every place."""

MOST_GROWTH = 12.0
"""Megabytes by which memory may have grown from the middle to the end."""


class Tour:
    """One long way of one monkey, and what came of it."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.seed = seed
        self.glyphs = Glyphs("".join(TEXTS))
        self.events = 0
        self.seen: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()

    def visit(self, place: Place, events: int, turn: int) -> None:
        """Let it do so many things beginning at one place, in a folder that goes again."""
        chance = random.Random(f"{self.seed} {place.name} {turn}")
        home = self.home / "visited"
        home.mkdir()
        monkey = None
        try:
            with a_home(home):
                driver, spoiled = place.make(home, chance)
                monkey = Monkey(driver, chance, lambda: driver.go("who"), spoiled=spoiled, glyphs=self.glyphs)
                with nothing_outside(self.home.resolve()):
                    monkey.run(events)
            _leave(driver)
        except Exception as error:  # noqa: BLE001 (whatever it is: that is what is looked for)
            did = " · ".join(list(monkey.did)[-8:]) if monkey else "setting up"
            where = traceback.extract_tb(error.__traceback__)[-1]
            self.faults[f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})"] += 1
            say(f"{place.name}, round {turn}: {traceback.format_exc()}  after {did}")
        if monkey is not None:
            self.events += monkey.events
            self.seen += monkey.seen
            for fault in monkey.faults:
                if not self.faults[fault]:
                    say(f"{place.name}, round {turn}: {fault}")
                self.faults[fault] += 1
        shutil.rmtree(home, ignore_errors=True)


def _leave(driver: Driver) -> None:
    """Close the window's screens, as its end does."""
    for screen in reversed(driver.app.up):
        screen.leave()
    driver.backstage.close()
    driver.backstage.leave_desk()


def say(text: str) -> None:
    """A line of what is told."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def megabytes() -> float:
    """What this process holds now in a small window, without the pictures it may remember.

    The game's are bounded by the last window; those that tests remember are up to 96 MB, in pieces that leave
    the heap full of holes. Whole pages that are free in it are returned first, so that none of that counts.
    """
    drawn_once.forget()
    forget_pictures()
    pygame.display.set_mode(LEAST_SIZE)
    gc.collect()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library has no such thing
            ctypes.CDLL(None).malloc_trim(0)
    return float(psutil.Process().memory_info().rss / 1e6)


def main() -> int:
    """Lead it round; 1 where something was found."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.screens.monkey",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--events", type=int, default=100_000, help="how many things it does (100,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at", default="", help="only places with this in their names")
    parser.add_argument("--pictures", action="store_true", help="draw people and places too")
    wanted = parser.parse_args()
    where = [each for each in places() if wanted.at in each.name]
    each = -(-wanted.events // (ROUNDS * len(where)))
    held: list[float] = []
    return_large_blocks()  # as the game does: what is freed goes back, and does not count
    with tempfile.TemporaryDirectory() as home, nullcontext() if wanted.pictures else without_pictures():
        tour = Tour(Path(home).resolve(), wanted.seed)
        for turn in range(ROUNDS):
            begun = time.process_time()
            for place in where:
                tour.visit(place, each, turn)
            held.append(megabytes())
            say(
                f"round {turn + 1}: {tour.events:,} events, {time.process_time() - begun:.0f} s of processor,"
                f" {held[-1]:.1f} MB, {len(gc.get_objects()):,} objects, "
                f"{tour.glyphs.drawn:,} texts drawn, {len(tour.faults)} faults"
            )
    warm = held[ROUNDS // 2 - 1]
    if held[-1] - warm > MOST_GROWTH:
        tour.faults[f"memory grew from {warm:.1f} to {held[-1]:.1f} MB"] += 1
    for name in sorted(every_screen()):
        say(f"{tour.seen[name]:>7,} × {name}")
        if not tour.seen[name] and not wanted.at:
            tour.faults[f"{name} was never seen"] += 1
    for fault, count in tour.faults.most_common():
        say(f"{count:>7,} × {fault}")
    say(
        f"{tour.events:,} events of seed {wanted.seed} at {len(where)} places: {len(tour.faults)} faults; "
        f"{warm:.1f} MB when warm, {held[-1]:.1f} MB at the end"
    )
    return 1 if tour.faults else 0


if __name__ == "__main__":
    sys.exit(main())
