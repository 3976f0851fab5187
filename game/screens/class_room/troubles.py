"""What was handed in and is not, or not wholly, in the class: each file with what is wrong with it."""

from typing import TYPE_CHECKING, Final

from game.classroom.troubles_told import trouble_told, whose
from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure

A_SHEET: Final = 4
"""Troubles on one sheet of the page."""


def sheets_of_troubles(figure: "ClassFigure") -> int:
    """How many sheets they fill."""
    return max(1, -(-len(figure.troubles) // A_SHEET))


def draw_troubles(page: Page, figure: "ClassFigure") -> None:
    """Draw the sheet that is up."""
    words, count = page.words, len(figure.troubles)
    headline = words.plural(
        "{count} hand-in needs checking",
        "{count} hand-ins need checking",
        count,
    )
    top = page.head([(figure.title, False), (words("what to check"), False)], headline) + 2 * GAP
    shown = figure.troubles[page.shown.step * A_SHEET :][:A_SHEET]
    high = min(15 * GAP, (END - top) / A_SHEET)
    line = page.pen.line(LEAST)
    room = high - line - 2 * GAP
    page.rule(top, strong=True)
    for at, trouble in enumerate(shown):
        y = top + at * high
        told = trouble_told(trouble, words)
        page.need(page.height(told, "body", WIDE), room)
        file = page.shortened(whose(trouble, words), "small", WIDE, face="bold")
        page.pen.write(file, LEAST, page.look.vermilion, (EDGE, y + GAP), WIDE, face="bold")
        most = max(1, int(room / page.line("body") + 0.05))
        page.write(told, "body", (EDGE, y + GAP + line), WIDE, most=most)
        page.rule(y + high)
