"""The promises of a class: how many made each, and what became of them."""

from typing import TYPE_CHECKING, Final

from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
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
    top = page.head(kicker, headline) + 1.75 * GAP
    rows = _made(figure)[page.shown.step * A_SHEET :][:A_SHEET]
    heights = [_height(page, each) for each in rows]
    spare = END - top - sum(heights)
    page.need(-spare, 0)
    air = min(34.0, spare / len(rows)) if rows else 0.0
    y = top
    page.rule(y, strong=True)
    for each, height in zip(rows, heights, strict=True):
        _row(page, figure, each, (y, height + air))
        y += height + air
        page.rule(y)


def _height(page: Page, each: "PromiseFigure") -> float:
    text = page.height(each.text, "sentence", _TEXT, most=2)
    return max(text + page.pen.line(LEAST), _BAR_HIGH) + 2 * _PAD


def _row(page: Page, figure: "ClassFigure", each: "PromiseFigure", place: tuple[float, float]) -> None:
    words, (y, height), line = page.words, place, page.pen.line(LEAST)
    text = page.height(each.text, "sentence", _TEXT, most=2)
    top = y + (height - text - line) / 2
    page.write(each.text, "sentence", (EDGE, top), _TEXT, most=2)
    notes = [words("made by {made} of {all}", made=each.made, all=len(figure.seats))]
    if each.renegotiated:
        notes.append(words("{count} asked for a new date", count=each.renegotiated))
    notes += _bar(page, figure, each, y + (height - _BAR_HIGH) / 2)
    told = page.shortened(words(", ").join(notes), "small", _TEXT)
    page.pen.write(told, LEAST, page.look.soft_ink, (EDGE, top + text), _TEXT)


def _bar(page: Page, figure: "ClassFigure", each: "PromiseFigure", y: float) -> list[str]:
    """What became of it as a bar; what is too narrow for its number is given back, to be told beside."""
    words, look, x = page.words, page.look, _BAR_LEFT
    left_out = []
    for count, name, ground, letters in (
        (each.kept, words("kept"), look.indigo, look.card),
        (each.open, words("not due yet"), look.shut_out, look.ink),
        (each.broken, words("broken"), look.vermilion, look.card),
    ):
        wide = _BAR_WIDE * count / max(1, len(figure.seats))
        if not count:
            continue
        area = page.pen.theme.rect((x, y, wide, _BAR_HIGH))
        area.width -= page.pen.theme.px(1)
        page.surface.fill(ground, area)
        labels = (f"{name} {count}", f"{count}")
        label = next((one for one in labels if page.pen.width(one, LEAST) + GAP <= wide), "")
        if label:
            at = (x, y + (_BAR_HIGH - page.pen.line(LEAST)) / 2)
            page.pen.write(label, LEAST, letters, at, wide, align="centre")
        else:
            left_out.append(labels[0])
        x += wide
    return left_out
