"""What they want to do differently next time, in their own words and without names."""

from typing import Final

from game.screens.class_room.page import EDGE, END, WIDE, Page
from game.screens.class_room.tally import Tally
from game.screens.theme import GAP

A_SHEET: Final = 6
"""Resolves on one sheet of the page, in two columns."""

_BETWEEN: Final = 24.0
_PAD: Final = 18.0


def sheets_of(tally: Tally) -> int:
    """How many sheets the resolves fill."""
    return max(1, -(-len(tally.resolves) // A_SHEET))


def draw_resolves(page: Page, tally: Tally) -> None:
    """Draw the sheet that is up."""
    words, found = page.words, tally.resolves
    kicker = [
        (tally.figure.title, False),
        (words("resolves"), False),
        (words.plural("{count} resolve", "{count} resolves", len(found)), bool(found)),
    ]
    top = page.head(kicker, words("One thing to do differently next time")) + 2.5 * GAP
    if not found:
        told = words("There is none to be shown: nobody wrote one, or they were not asked to be shown.")
        page.write(told, "sentence", (EDGE, top), 900, colour=page.look.soft_ink)
        return
    shown = found[page.shown.step * A_SHEET :][:A_SHEET]
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
