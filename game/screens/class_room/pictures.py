"""The pages of a class as files, for a hand-out or a report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.screens.class_room.branches import pair_of
from game.screens.class_room.drawing import Drawer
from game.screens.class_room.shown import Shown
from game.screens.class_room.slides import Slide, pages_of
from game.screens.class_room.tally import Tally
from game.screens.theme import Theme

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure
    from game.format.words import Words


@dataclass(frozen=True, slots=True)
class _Shot:
    """One picture: which page, what of it, and what its file is called without a number."""

    slide: Slide
    shown: Shown
    name: str


def draw_pictures(
    figure: "ClassFigure",
    words: "Words",
    folder: Path,
    size: tuple[int, int],
    *,
    fonts: Path,
    thresholds: tuple[int, ...],
) -> tuple[Path, ...]:
    """Draw every page into ``folder``; the files in order. Raises ``OSError``."""
    pygame.font.init()
    folder.mkdir(parents=True, exist_ok=True)
    drawer = Drawer(Theme.for_window(fonts, size), furigana=False, thresholds=thresholds)
    files = []
    for number, shot in enumerate(_shots(figure, words), start=1):
        surface = pygame.Surface(size)
        drawer.draw(surface, shot.slide, words, shot.shown, names={})
        file = folder / f"{number:02}-{shot.name}.png"
        try:
            pygame.image.save(surface, file)
        except pygame.error as error:
            raise OSError(f"{file}: {error}") from error
        files.append(file)
    return tuple(files)


def _shots(figure: "ClassFigure", words: "Words") -> Iterator[_Shot]:
    for slide in pages_of(Tally(figure), words):
        name = re.sub(r"[^\w-]+", "-", slide.key)
        if slide.decision is None:
            for step in range(slide.steps):
                yield _Shot(slide, Shown(step), f"{name}-{step + 1}" if slide.steps > 1 else name)
            continue
        yield _Shot(slide, Shown(min(1, slide.steps - 1)), name)
        if pair_of(slide.decision, 0) is not None:
            yield _Shot(slide, Shown(1, branches=True), f"{name}-branches")
