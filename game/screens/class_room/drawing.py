"""Draws a page of a class with the largest letters that have room on it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import pygame

from game.screens.class_room.page import LADDER, NoRoom, Page
from game.screens.class_room.shown import Shown
from game.screens.pen import Box, Pen
from game.screens.theme import Theme

if TYPE_CHECKING:
    from game.format.words import Words
    from game.screens.class_room.slides import Slide

Foot = Callable[[Page], None]


class Drawer:
    """Draws pages in the look of one window.

    Args:
        theme: Of the window; its size of text is what is wished, and followed as far as there is room.
        furigana: Whether readings stand above kanji.
        thresholds: The least trust of each band above the lowest, rising.
    """

    def __init__(self, theme: Theme, *, furigana: bool, thresholds: tuple[int, ...]) -> None:
        self.theme = Theme(theme.fonts, theme.scale, 100, theme.contrast, theme.origin, safe=theme.safe)
        self._wished = theme.text_percent / 100
        self._pen = Pen(self.theme, furigana=furigana)
        self._thresholds = thresholds
        self._shares: dict[tuple[str, str, bool], float] = {}
        """Which size of letters had room, by key of a page, language and whether branches are shown."""

    def knows(self, slide: "Slide", words: "Words") -> bool:
        """Whether a page was drawn before, so that the size of its letters is known."""
        return (slide.key, words.lang, False) in self._shares

    def measure(self, slide: "Slide", words: "Words", shown: Shown, *, names: Mapping[int, str]) -> None:
        """Find out how large the letters of a page can be, without making a picture of any of them."""
        self.draw(pygame.Surface((1, 1)), slide, words, shown, names=names, blind=True)

    def draw(
        self,
        surface: pygame.Surface,
        slide: "Slide",
        words: "Words",
        shown: Shown,
        *,
        names: Mapping[int, str],
        foot: Foot | None = None,
        blind: bool = False,
    ) -> tuple[Box, ...]:
        """Draw a page; where its texts stand. ``blind``: its texts only."""
        key = (slide.key, words.lang, shown.branches)
        wished = [share for share in LADDER if share <= self._wished]
        pages: list[Page] = []

        def fits(at: int) -> bool:
            pen = self._pen.on(surface)
            surface.fill(self.theme.colours.paper)
            last = at == len(wished) - 1
            pages[:] = [Page(pen, words, shown, wished[at], self._thresholds, names, last=last, blind=blind)]
            with suppress(NoRoom):
                slide.draw(pages[0])
                return last or _apart(pen.boxes)
            return False

        known = self._shares.get(key)
        self._shares[key] = wished[_first(fits, len(wished), None if known is None else wished.index(known))]
        if foot is not None:
            foot(pages[0])
        return tuple(self._pen.boxes)


def _first(fits: Callable[[int], bool], count: int, known: int | None) -> int:
    """The first of ``count`` sizes that fits, tried last of all; the last one always does.

    Where none is ``known`` to fit, the first is tried and then the middle of those that are left, again and
    again, because each trial sets all the texts of the page.
    """
    if known is not None:
        return next(at for at in range(known, count) if fits(at))
    if fits(0):
        return 0
    small, large, tried = count - 1, 0, 0
    while small - large > 1:
        tried = (small + large) // 2
        small, large = (tried, large) if fits(tried) else (small, tried)
    if tried != small:
        fits(small)
    return small


def _apart(boxes: Sequence[Box]) -> bool:
    """Whether every text stays in its room and none lies on another one."""
    rects = [box.rect.inflate(-2, -2) for box in boxes]
    return all(box.room.inflate(2, 2).contains(box.rect) for box in boxes) and not any(
        rect.collidelist(rects[at + 1 :]) >= 0 for at, rect in enumerate(rects)
    )
