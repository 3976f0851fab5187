"""The promises of a class: how many made each, and what became of them."""

from typing import TYPE_CHECKING, Final

from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.colours import Colour
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure, PromiseFigure

A_SHEET: Final = 5
"""Promises on one sheet of the page."""

_TEXT: Final = 500.0
_BAR_LEFT: Final = EDGE + _TEXT + 5 * GAP
_BAR_WIDE: Final = EDGE + WIDE - _BAR_LEFT
_BAR_HIGH: Final = 40.0
_PAD: Final = 10.0
_CHIP: Final = 18.0


def sheets_of_promises(figure: "ClassFigure") -> int:
    """How many sheets the promises fill."""
    return max(1, -(-len(_made(figure)) // A_SHEET))


def _made(figure: "ClassFigure") -> "list[PromiseFigure]":
    return [each for each in figure.promises if each.made]


def draw_promises(page: Page, figure: "ClassFigure") -> None:
    """Draw the page: a bar for each promise, as long as many made it."""
    words = page.words
    made = sum(each.made for each in figure.promises)
    kept = sum(each.kept for each in figure.promises)
    headline = (
        words("{kept} of {made} promises were kept", kept=kept, made=made)
        if made
        else words("Nobody made a promise")
    )
    kicker = [(figure.title, False), (words("promises of the class"), False)]
    top = page.head(kicker, headline) + 0.5 * GAP
    if made:
        _key(page, top)
    top += page.pen.line(LEAST) + 0.75 * GAP
    rows = _made(figure)[page.shown.step * A_SHEET :][:A_SHEET]
    heights = [_height(page, figure, each) for each in rows]
    spare = END - top - sum(heights)
    page.need(-spare, 0)
    air = min(34.0, spare / len(rows)) if rows else 0.0
    y = top
    page.rule(y, strong=True)
    for each, height in zip(rows, heights, strict=True):
        _row(page, figure, each, (y, height + air))
        y += height + air
        page.rule(y)


def _height(page: Page, figure: "ClassFigure", each: "PromiseFigure") -> float:
    text = page.height(each.text, "sentence", _TEXT, most=2)
    return max(text + page.height(_notes(page, figure, each), "small", _TEXT, most=2), _BAR_HIGH) + 2 * _PAD


def _row(page: Page, figure: "ClassFigure", each: "PromiseFigure", place: tuple[float, float]) -> None:
    y, height = place
    text, notes = page.height(each.text, "sentence", _TEXT, most=2), _notes(page, figure, each)
    high = page.height(notes, "small", _TEXT, most=2)
    top = y + (height - text - high) / 2
    page.write(each.text, "sentence", (EDGE, top), _TEXT, most=2)
    page.write(notes, "small", (EDGE, top + text), _TEXT, colour=page.look.soft_ink, most=2)
    _bar(page, figure, each, y + (height - _BAR_HIGH) / 2)


def _fates(page: Page, each: "PromiseFigure | None" = None) -> list[tuple[int, str, Colour, Colour]]:
    """What can become of a promise: how often it did, what it is called, its ground and its letters."""
    words, look = page.words, page.look
    return [
        (each.kept if each else 0, words("kept"), look.indigo, look.card),
        (each.open if each else 0, words("not due yet"), look.shut_out, look.ink),
        (each.broken if each else 0, words("broken"), look.vermilion, look.card),
    ]


def _wide(count: int, figure: "ClassFigure") -> float:
    """Units of a bar of so many: the whole class is as wide as there is room."""
    return _BAR_WIDE * count / max(1, len(figure.seats))


def _label(page: Page, name: str, count: int, wide: float) -> str:
    """What stands in a part of a bar: its name and number, or the number alone, or nothing."""
    labels = (f"{name} {count}", f"{count}")
    return next((one for one in labels if page.pen.width(one, LEAST) + GAP <= wide), "")


def _notes(page: Page, figure: "ClassFigure", each: "PromiseFigure") -> str:
    """Below a promise: how many made it, and what has no room in its bar."""
    words = page.words
    notes = [words("made by {made} of {all}", made=each.made, all=len(figure.seats))]
    if each.renegotiated:
        notes.append(words("{count} asked for a new date", count=each.renegotiated))
    for count, name, *_ in _fates(page, each):
        if count and not _label(page, name, count, _wide(count, figure)):
            notes.append(f"{name} {count}")
    return words(", ").join(notes)


def _bar(page: Page, figure: "ClassFigure", each: "PromiseFigure", y: float) -> None:
    """What became of it, in a frame as long as the class is large."""
    theme, x = page.pen.theme, _BAR_LEFT
    page.surface.fill(page.look.rule, theme.rect((x, y + _BAR_HIGH - 1, _BAR_WIDE, 1)))
    for count, name, ground, letters in _fates(page, each):
        if not count:
            continue
        wide = _wide(count, figure)
        area = theme.rect((x, y, wide, _BAR_HIGH))
        area.width -= theme.px(1)
        page.surface.fill(ground, area)
        label = _label(page, name, count, wide)
        if label:
            at = (x, y + (_BAR_HIGH - page.pen.line(LEAST)) / 2)
            page.pen.write(label, LEAST, letters, at, wide, align="centre")
        x += wide


def _key(page: Page, y: float) -> None:
    """What each colour of the bars is, and how long they would be if all had promised."""
    theme, x = page.pen.theme, _BAR_LEFT
    for _, name, ground, _ in _fates(page):
        drop = (page.pen.line(LEAST) - _CHIP) / 2 + 1
        page.surface.fill(ground, theme.rect((x, y + drop, _CHIP, _CHIP)))
        wide = page.pen.width(name, LEAST)
        page.pen.write(name, LEAST, page.look.ink, (x + _CHIP + 0.75 * GAP, y), wide + 1)
        x += _CHIP + 0.75 * GAP + wide + 2.5 * GAP
    whole = page.words("full width: the whole class")
    wide = page.pen.width(whole, LEAST)
    if x + wide <= EDGE + WIDE:
        page.pen.write(whole, LEAST, page.look.soft_ink, (EDGE + WIDE - wide, y), wide + 1)
