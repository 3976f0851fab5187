"""Whether everything written has a place of its own, and everything that can be pressed is reached."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations, product
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch
from zlib import crc32

import pygame

from game.screens.paint import forget_pictures
from game.screens.scrolled import FADE
from game.screens.sheet import Sheet
from game.screens.theme import SHEET
from tests.gallery.booth import Look
from tests.gallery.registry import State
from tests.gallery.watching import Watch, Written, watching, window_of

SIZES: Final = ((1280, 720), (1920, 1080), (2560, 1440), (1024, 768), (3440, 1440))
PERCENTS: Final = (100, 125, 150, 175, 200)
_MOST_PAGES: Final = 12


def every_look() -> Iterator[Look]:
    """Every size of window and text, language, with and without furigana: 100 looks."""
    for size, percent, lang, furigana in product(SIZES, PERCENTS, ("ja", "en"), (True, False)):
        yield Look(size=size, percent=percent, lang=lang, furigana=furigana)


def some_looks(state: State) -> Iterator[Look]:
    """Two of them for each state, others for every state, of five sizes of windows and of text.

    Any two of size, text size, language and furigana come together in some state; the test of this file
    counts them.
    """
    turn = crc32(state.name.encode())
    for n in ((turn // 7 + 2 * each) % len(SIZES) for each in range(2)):
        size, percent = SIZES[n], PERCENTS[(n + turn) % len(PERCENTS)]
        lang = ("ja", "en")[(n + turn // 5) % 2]
        yield Look(size=size, percent=percent, lang=lang, furigana=bool((n // 2 + turn // 10) % 2))


def faults_of(state: State, home: Path, look: Look) -> list[str]:
    """What is wrong with a state in this look, page after page; each in a sentence."""
    with watching() as watch, _without_pictures():
        watch.paused, watch.grounds = True, False
        driver = state.drawn(home, look, window_of)
        found = dict.fromkeys(_faults(driver, watch, state))
        watch.paused = True
        if isinstance(driver.screen, Sheet):
            for _ in range(_MOST_PAGES):
                before = driver.screen.offset
                driver.keys(pygame.K_PAGEDOWN)
                if driver.screen.offset == before:
                    break
                found |= dict.fromkeys(_faults(driver, watch, state))
            composing = getattr(getattr(driver.screen, "field", None), "composition", "")
            if look.size == SIZES[0] and not composing:  # which size it is makes no difference to the keys
                found |= dict.fromkeys(_not_reached(driver))
    told = f"{state.name} {look.name} {look.percent}% {'with' if look.furigana else 'without'} furigana"
    return [f"{told}: {fault}" for fault in found]


@contextmanager
def _without_pictures() -> Iterator[None]:
    """Leave out what only looks well and takes most of the time: people, places, the blur of shadows."""

    def empty(_: object, size: tuple[int, int]) -> pygame.Surface:
        return pygame.Surface(size, pygame.SRCALPHA)

    def scaled(card: pygame.Surface, _: float, share: float) -> pygame.Surface:
        return pygame.transform.scale_by(card, share)

    with (
        patch.object(pygame.image, "load_sized_svg", empty),
        patch.object(pygame.transform, "gaussian_blur", lambda blot, _: blot),
        patch.object(pygame.transform, "rotozoom", scaled),
    ):
        yield
    forget_pictures()


def _faults(driver: Any, watch: Watch, state: State) -> Iterator[str]:
    watch.paused = False
    driver.app.draw()
    watch.paused = True
    window = driver.app.surface.get_rect()
    boxes = driver.screen.boxes()
    if state.texts and not boxes:
        yield "nothing is written"
    for box in boxes:
        if not box.room.inflate(2, 2).contains(box.rect):
            yield f"“{box.text}” leaves its room"
        if not window.contains(box.rect):
            yield f"“{box.text}” leaves the window"
    for one, other in combinations(boxes, 2):
        if one.rect.inflate(-2, -2).colliderect(other.rect.inflate(-2, -2)):
            yield f"“{one.text}” and “{other.text}” lie on each other"
    yield from _letters(watch, window)
    yield from _half_pressed(driver, boxes)


def _fades(each: Written, window: pygame.Rect) -> bool:
    """Whether letters lie at the edge of what scrolls, where the paper may fade over them."""
    far = round(FADE * window.height / SHEET[1]) + 1
    inside = each.clip.inflate(0, -2 * far)
    return each.clip != window and not (inside.top <= each.seen.top and each.seen.bottom <= inside.bottom)


def _letters(watch: Watch, window: pygame.Rect) -> Iterator[str]:
    """The same of the letters themselves, whoever has drawn them."""
    for each in watch.on_window:
        if each.seen.width < each.ink.width - 1:
            yield f"the letters “{each.text}” are cut off at the side"
        elif each.seen.height < each.ink.height - 1 and each.clip == window:  # what scrolls has its own clip
            yield f"the letters “{each.text}” leave the window"
    for one, other in combinations(watch.on_window, 2):
        near = one.seen.inflate(-2, -2).colliderect(other.seen.inflate(-2, -2))
        if near and _touch(one, other):
            yield f"the letters “{one.text}” and “{other.text}” lie on each other"
    for each in watch.covered():
        if _fades(each, window):
            continue
        yield f"the letters “{each.text}” are painted over"
    for each in watch.elsewhere:
        if not each.surface.get_rect().contains(each.ink):
            yield f"the letters “{each.text}” leave their card"


def _touch(one: Any, other: Any) -> bool:
    """Whether pixels of both lie on each other: rectangles alone would call furigana a fault."""
    both = one.seen.clip(other.seen)
    parts = [each.mask[_within(both, each.seen)] for each in (one, other)]
    return bool((parts[0] & parts[1]).any())


def _within(rect: pygame.Rect, whole: pygame.Rect) -> tuple[slice, slice]:
    x, y = rect.x - whole.x, rect.y - whole.y
    return slice(x, x + rect.width), slice(y, y + rect.height)


def _half_pressed(driver: Any, boxes: Any) -> Iterator[str]:
    """A text lies in a place to press, or outside of it."""
    theme = driver.app.theme
    spots = [each for each in getattr(driver.screen, "spots", ()) if each.seen[3] > 0]
    for spot in spots:
        area = theme.rect(spot.seen).inflate(4, 4)
        for box in boxes:
            if (
                area.colliderect(box.rect.inflate(-6, -6))
                and not area.contains(box.rect)
                and not box.scrolled
            ):
                yield f"“{box.text}” lies half on the place to press “{spot.name}”"


def _not_reached(driver: Any) -> Iterator[str]:
    """By the tabulator everything that can be pressed is come to, and then seen."""
    reached = set()
    names = driver.names
    for _ in names:
        driver.keys(pygame.K_TAB)
        reached.add(driver.focus)
        spot = driver.spot(driver.focus)
        if spot.seen[3] < min(spot.rect[3], 200) - 1:
            yield f"“{spot.name}” has the focus and is not seen"
    for name in sorted(set(names) - reached):
        yield f"“{name}” is not reached by Tab"
