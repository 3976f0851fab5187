"""What they want to do differently next time, in their own words and without names."""

from typing import TYPE_CHECKING, Final

from game.screens.class_room.page import EDGE, END, WIDE, Page
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure

A_SHEET: Final = 6
"""Resolves on one sheet of the page, in two columns."""

_BETWEEN: Final = 24.0
_PAD: Final = 18.0


def resolves_of(figure: "ClassFigure") -> tuple[str, ...]:
    """All resolves, each once and in the order of their letters: in that of the seats they had an owner."""
    return tuple(sorted({seat.resolve.strip() for seat in figure.seats} - {""}))


def sheets_of(figure: "ClassFigure") -> int:
    """How many sheets they fill."""
    return max(1, -(-len(resolves_of(figure)) // A_SHEET))


def draw_resolves(page: Page, figure: "ClassFigure") -> None:
    """Draw the sheet that is up."""
    words, found = page.words, resolves_of(figure)
    kicker = [
        (figure.title, False),
        (words("resolves"), False),
        (words.plural("{count} resolve", "{count} resolves", len(found)), bool(found)),
    ]
    top = page.head(kicker, words("One thing to do differently next time")) + 2.5 * GAP
    if not found:
        told = words("There is none to be shown: nobody wrote one, or they were not asked to be shown.")
        page.write(told, "sentence", (EDGE, top), 900, colour=page.look.soft_ink)
        return
    shown = found[page.view.step * A_SHEET :][:A_SHEET]
    rows = A_SHEET // 2
    wide, high = (WIDE - _BETWEEN) / 2, (END - top - (rows - 1) * _BETWEEN) / rows
    page.need(2 * page.line("sentence") + 2 * _PAD, high)
    for at, text in enumerate(shown):
        x = EDGE + (at // rows) * (wide + _BETWEEN)
        y = top + (at % rows) * (high + _BETWEEN)
        _slip(page, text, (x, y, wide, high))


def _slip(page: Page, text: str, rect: tuple[float, float, float, float]) -> None:
    """One resolve on a slip of paper."""
    x, y, wide, high = rect
    theme, look = page.pen.theme, page.look
    page.surface.fill(look.card, theme.rect(rect))
    page.surface.fill(look.indigo, theme.rect((x, y, 5, high)))
    room = wide - 2 * _PAD - 0.5 * GAP
    most = max(1, int((high - 2 * _PAD + 0.5 * GAP) / page.line("sentence")))
    tall = page.height(text, "sentence", room, most=most)
    page.write(text, "sentence", (x + _PAD + 0.5 * GAP, y + (high - tall) / 2), room, most=most)
