"""Things of paper: the notebook, the calendar leaf, the stamp."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import shake_256
from typing import Final
from weakref import WeakKeyDictionary

import pygame

from game.screens.colours import Colour
from game.screens.fonts import Face
from game.screens.paint import fast, remembered
from game.screens.shadow import soft_shadow
from game.screens.theme import Rect, Theme
from game.screens.typeset import Layout, draw
from game.screens.widgets import set_text

_PAD: Final = 18
_TILT: Final = 1.4
_LEAST_BESIDE: Final = 10.5
"""Letters' heights a note has beside its tag at least; else it stands below it."""
_BLOTS: Final = 28
"""Side of the grid of uneven ink on a stamp."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the notebook; ``tag`` stands before it in colour (a promise), ``due`` under it, softer."""

    text: str
    tag: str = ""
    due: str = ""


LEFT_OUT: Final = Note("……")
"""Stands where older notes were left out."""


def notebook(
    surface: pygame.Surface,
    theme: Theme,
    place: tuple[float, float, float],
    title: str,
    groups: Sequence[Sequence[Note]],
    *,
    least: float = 120,
    most: float | None = None,
    tilted: bool = True,
) -> Rect:
    """A card of notes with its left, top and width at ``place``, as high as its notes need; where it lies.

    Groups are parted by a line. Where they need more than ``most`` units the older notes are left out. The
    card is set upright at twice the size and then turned a little, so that its letters stay sharp.
    """
    x, y, width = place
    fine = _fine(theme) if tilted else theme
    while most is not None and _set_notes(fine, fine.px(width), title, groups)[1] > fine.px(most):
        fewer = _shed(groups)
        if list(fewer) == list(groups):
            break
        groups = fewer
    height = max(least, fine.units(_set_notes(fine, fine.px(width), title, groups)[1]))
    rect = (x, y, width, height)
    held = tuple(map(tuple, groups))
    key = ("notebook", width, title, held, least, theme.text_percent, theme.colours, theme.scale, tilted)
    card = remembered(key, lambda: _card(fine, rect, title, groups, tilted=tilted))
    surface.blit(card, card.get_rect(center=theme.rect(rect).center))
    return rect


def _shed(groups: Sequence[Sequence[Note]]) -> Sequence[Sequence[Note]]:
    """The groups without the oldest note of the longest one; the first note of all says whose they are.

    Where notes are left out stand dots. The last note of a group goes only when all others have gone, and
    the last one of the second group, the promises, never.
    """
    kept = [[note for note in group if note != LEFT_OUT] for group in groups]
    spare = [len(group) - (2 if at == 0 else 1) for at, group in enumerate(kept)]
    longest = spare.index(max(spare))
    if spare[longest] <= 0:
        if len(kept[0]) > 1:
            return [[kept[0][0], LEFT_OUT], *groups[1:]]
        return groups[:2]
    oldest = 1 if longest == 0 else 0
    kept[longest][oldest : oldest + 1] = [LEFT_OUT]
    return [*groups[:longest], kept[longest], *groups[longest + 1 :]]


_finer: WeakKeyDictionary[Theme, Theme] = WeakKeyDictionary()


def _fine(theme: Theme) -> Theme:
    """The same theme at twice the scale."""
    if theme not in _finer:
        _finer[theme] = theme.enlarged(2)
    return _finer[theme]


def _card(
    fine: Theme, rect: Rect, title: str, groups: Sequence[Sequence[Note]], *, tilted: bool
) -> pygame.Surface:
    spread = fine.px(7)
    width, height = fine.px(rect[2]), fine.px(rect[3])
    sheet = pygame.Surface((width + 6 * spread, height + 6 * spread), pygame.SRCALPHA)
    area = pygame.Rect(3 * spread, 3 * spread, width, height)
    soft_shadow(sheet, area, spread, 80, drop=spread // 2)
    sheet.fill(fine.colours.card, area)
    for lay, x, y, colour in _set_notes(fine, width, title, groups)[0]:
        if lay is None:
            sheet.fill(colour, (area.x + x, area.y + y, width - 2 * x, fine.px(1)))
        else:
            draw(sheet, lay, (area.x + x, area.y + y), colour, fine)
    return fast(pygame.transform.rotozoom(sheet, _TILT, 0.5) if tilted else sheet)


def _set_notes(
    theme: Theme, width: int, title: str, groups: Sequence[Sequence[Note]]
) -> tuple[list[tuple[Layout | None, int, int, Colour]], int]:
    """What stands on a card ``width`` pixels wide: texts (None: a line), where, colour; its height."""
    look, left = theme.colours, theme.px(_PAD)
    inner = theme.units(width - 2 * left)
    head = set_text(theme, title, inner, "small", face="bold")
    found: list[tuple[Layout | None, int, int, Colour]] = [(head, left, left - theme.px(4), look.indigo)]
    y = left + head.height
    for at, group in enumerate(groups):
        if at:
            found.append((None, left, y + theme.px(5), look.rule))
            y += theme.px(12)
        for nth, note in enumerate(group):
            y += theme.px(4) if nth else 0  # or two notes of several lines would read as one
            x = left
            if note.tag:
                tag = set_text(theme, note.tag, inner, "hint", face="bold")
                found.append((tag, left, y, look.vermilion))
                beside = x + tag.width + theme.px(9)
                if width - left - beside >= _LEAST_BESIDE * tag.em:
                    x = beside
                else:  # large letters: the text begins below its tag
                    y += tag.height
            for text, colour in ((note.text, look.ink), (note.due, look.soft_ink)):
                if text:
                    lay = set_text(theme, text, theme.units(width - left - x), "hint")
                    found.append((lay, x, y, colour))
                    y += lay.height
    return found, y + left - theme.px(6)


def calendar_leaf(surface: pygame.Surface, theme: Theme, rect: Rect, words: tuple[str, str, str]) -> None:
    """A leaf of a tear-off calendar, its letters as large as ``rect`` lets them be.

    ``words`` are the month, the day and what stands below it (weekday and time).
    """
    area, look = theme.rect(rect), theme.colours
    soft_shadow(surface, area, theme.px(5), 70, drop=theme.px(2))
    leaf = pygame.Surface(area.size, pygame.SRCALPHA)
    leaf.fill(look.card)
    head = area.height * 26 // 100
    leaf.fill(look.vermilion, (0, 0, area.width, head))
    for share, text, colour, centre, face in _leaf_words(theme, *words):
        em = round(area.height * share)
        ink = theme.render(face, em, text, colour)
        if ink.get_width() > area.width - theme.px(8):
            ink = theme.render(face, max(6, em * (area.width - theme.px(8)) // ink.get_width()), text, colour)
        leaf.blit(ink, ink.get_rect(center=(area.width // 2, round(area.height * centre))))
    surface.blit(leaf, area.topleft)


def _leaf_words(
    theme: Theme, month: str, day: str, below: str
) -> tuple[tuple[float, str, Colour, float, Face], ...]:
    """The words of a leaf: height of letters, text, colour, middle of the line, face; shares of the leaf."""
    look = theme.colours
    return (
        (0.145, month, look.card, 0.13, "regular"),
        (0.42, day, look.ink, 0.545, "bold"),
        (0.13, below, look.soft_ink, 0.85, "regular"),
    )


def stamp(
    surface: pygame.Surface,
    theme: Theme,
    centre: tuple[float, float],
    word: str,
    *,
    diameter: float = 150,
    landed: float = 1.0,
) -> None:
    """A round seal with a word, turned a little, its ink uneven; ``landed`` 0–1 is its way down."""
    if landed <= 0:
        return
    key = ("stamp", word, theme.px(diameter), theme.colours)
    seal = remembered(key, lambda: _seal(theme, word, theme.px(diameter)))
    if landed < 1:
        seal = pygame.transform.smoothscale_by(seal, 1 + 0.6 * (1 - landed))
        seal.set_alpha(round(255 * landed))
    surface.blit(seal, seal.get_rect(center=theme.at(*centre)))


def _seal(theme: Theme, word: str, size: int) -> pygame.Surface:
    side, ink = size * 2, theme.colours.vermilion
    seal = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.circle(seal, ink, (side // 2, side // 2), side // 2 - 2, max(2, side * 46 // 1000))
    letters = _seal_letters(theme, word, side)
    seal.blit(letters, letters.get_rect(center=(side // 2, side // 2)))
    # The blots come from the word itself, so that the same seal always looks the same.
    grey = shake_256(word.encode()).digest(_BLOTS * _BLOTS)
    blots = pygame.Surface((_BLOTS, _BLOTS), pygame.SRCALPHA)
    for at, value in enumerate(grey):
        blots.set_at((at % _BLOTS, at // _BLOTS), (255, 255, 255, 255 - value * value // 560))
    seal.blit(pygame.transform.smoothscale(blots, (side, side)), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return fast(pygame.transform.rotozoom(seal, 8, 0.5))


def _seal_letters(theme: Theme, word: str, side: int) -> pygame.Surface:
    """The word as large as the ring lets it be; two words stand on two lines."""
    lines = word.split(" ") if word.count(" ") == 1 else [word]
    room, most = side * (72 if len(lines) > 1 else 68) // 100, side * (26 if len(lines) > 1 else 36) // 100

    def width(em: int) -> int:
        font = theme.font("bold", em)
        return max(font.size(line)[0] for line in lines)

    em = 6 + bisect_right(range(7, most + 1), room, key=width)
    font = theme.font("bold", em)
    inks = [font.render(line, antialias=True, color=theme.colours.vermilion) for line in lines]
    whole = pygame.Surface((max(ink.get_width() for ink in inks), em * len(inks)), pygame.SRCALPHA)
    for number, ink in enumerate(inks):
        whole.blit(ink, ink.get_rect(center=(whole.get_width() // 2, round(em * (number + 0.5)))))
    return whole


def paper_ground(surface: pygame.Surface, theme: Theme, rect: Rect, *, margin: float | None = None) -> None:
    """A sheet of paper; ``margin`` units from its left runs the red line of a notebook page."""
    area, look = theme.rect(rect), theme.colours
    surface.fill(look.paper, area)
    if margin is not None:
        surface.fill(look.margin_line, (area.x + theme.px(margin), area.y, theme.px(2), area.height))
