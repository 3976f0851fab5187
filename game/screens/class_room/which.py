"""Several scenarios, or several versions of one: which of them is looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from game.screens.class_room.page import EDGE, END, LEAST, WIDE, Page
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure

_HASH: Final = 6
"""Signs of a version that are shown, where two versions of one scenario are there."""


def draw_which(page: Page, figures: "Sequence[ClassFigure]", chosen: int) -> None:
    """Draw the list; what does not fit on it is scrolled to where the chosen one is."""
    words = page.words
    everybody = sum(len(figure.seats) for figure in figures)
    kicker = [(words.plural("{count} meeting", "{count} meetings", everybody), True)]
    top = page.head(kicker, words("Which meetings do we look at?")) + 2.25 * GAP
    high = page.line("sentence") + page.pen.line(LEAST) + 2.75 * GAP
    most = max(1, int((END - top) / high))
    first = min(max(0, chosen - most // 2), max(0, len(figures) - most))
    y = top
    page.rule(y, strong=True)
    titles = [figure.title for figure in figures]
    for at, figure in list(enumerate(figures))[first : first + most]:
        if at == chosen:
            theme = page.pen.theme
            page.surface.fill(page.look.focus_ground, theme.rect((EDGE, y + 1, WIDE, high - 1)))
            page.surface.fill(page.look.indigo, theme.rect((EDGE, y + 1, 6, high - 1)))
        version = words("version {hash}", hash=figure.hash[:_HASH]) if titles.count(figure.title) > 1 else ""
        _row(page, figure, version, y + GAP, bold=at == chosen)
        y += high
        page.rule(y)


def _row(page: Page, figure: "ClassFigure", version: str, y: float, *, bold: bool) -> None:
    words, look = page.words, page.look
    people = words.plural("{count} meeting", "{count} meetings", len(figure.seats))
    right = page.width(people, "body")
    room = WIDE - right - 7.5 * GAP
    page.write(
        figure.title, "sentence", (EDGE + 3 * GAP, y), room, face="bold" if bold else "regular", most=1
    )
    page.write(people, "body", (EDGE + WIDE - right - 2.5 * GAP, y + 2), right + 1)
    told = "  ·  ".join(filter(None, (figure.customer, version)))
    told = page.shortened(told, "small", room)
    page.pen.write(told, LEAST, look.soft_ink, (EDGE + 3 * GAP, y + page.line("sentence")), room)
