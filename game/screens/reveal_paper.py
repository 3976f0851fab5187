"""The open passbook, printed letter by letter and stamped."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal

from game.screens.balance_curve import number_told
from game.screens.paper import stamp
from game.screens.reveal_columns import NUMBERS, PAD, SMALL, TEXT, Element, Passbook, cells_of
from game.screens.theme import GAP
from game.screens.typeset import draw
from game.screens.widgets import rule

if TYPE_CHECKING:
    from game.screens.colours import Colour
    from game.screens.pen import Pen
    from game.screens.reveal_told import RevealTold
    from game.screens.theme import Rect

TITLE: Final = "choice"
"""Letters of the title."""

STAMP: Final = 122.0
"""Diameter of the stamp in units at the usual text size."""


def headings_height(pen: "Pen") -> float:
    """Units the names of the columns take, with the line below them."""
    return pen.line(SMALL) + PAD + 1


def draw_headings(pen: "Pen", book: Passbook, x: float, y: float) -> float:
    """The names of the columns over a line; the height they take."""
    colours, height = pen.theme.colours, headings_height(pen) - 1
    for name, (left, width) in book.columns.items():
        align: Literal["left", "right"] = "right" if name in NUMBERS else "left"
        pen.write(book.headings[name], SMALL, colours.indigo, (x + left, y), width, align=align)
    area = pen.theme.rect((x, y + height - 1, book.width, 1))
    pen.surface.fill(colours.indigo, (*area.topleft, area.width, pen.theme.px(2)))
    return height + 1


def draw_elements(
    pen: "Pen",
    book: Passbook,
    at: tuple[float, float],
    *,
    printed: float,
    chosen: int | None,
    spot: "Callable[[int, Rect], None]",
    unfold: Callable[[int, float], float] | None = None,
) -> float:
    """Print the elements, ``printed`` of them (with a part of the next); the y where they end.

    ``spot`` is told of every row that is printed whole and where it lies; the row ``chosen`` is marked.
    ``unfold`` may draw something below a row from a y down, and says how high that is.
    """
    (x, y), colours, clip = at, pen.theme.colours, pen.surface.get_clip()
    for number, element in enumerate(book.elements):
        share = printed - number
        if share <= 0:
            break
        rect = (x, y, book.width, element.height)
        area = pen.theme.rect(rect)
        if element.kind == "row" and share >= 1:
            spot(element.index, rect)
        if area.bottom >= clip.top and area.top <= clip.bottom:
            newest = number + 1 >= printed and printed < len(book.elements)
            _draw_element(
                pen, book, element, rect, share=share, lit=newest, chosen=chosen == element.index >= 0
            )
        y += element.height
        if unfold is not None and element.kind == "row" and chosen == element.index:
            y += unfold(element.index, y)
            rule(pen.surface, pen.theme, x, y - 1, book.width, colour=colours.rule)
    return y


def _draw_element(
    pen: "Pen", book: Passbook, element: Element, rect: "Rect", *, share: float, lit: bool, chosen: bool
) -> None:
    colours, told = pen.theme.colours, book.told
    x, y, width, height = rect
    if lit or chosen:
        pen.surface.fill(colours.due_ground, pen.theme.rect((x - GAP, y, width + 2 * GAP, height)))
    if chosen:
        pen.surface.fill(colours.indigo, pen.theme.rect((x - GAP, y, 4, height)))
    rule(pen.surface, pen.theme, x, y + height - 1, width)
    if element.kind == "row":
        _draw_row(pen, book, element.index, rect, share)
        return
    left, room = book.columns["text"]
    if element.kind == "opening":
        _cell(pen, told.carried, TEXT, colours.soft_ink, (x + left, y + PAD, room), share=share)
        left, room = book.columns["balance"]
        if share >= 1:
            _cell(pen, number_told(told.opening), TEXT, colours.ink, (x + left, y + PAD, room), right=True)
    elif element.kind == "ninety":
        drop = (pen.line(TEXT) - pen.line(SMALL)) / 2
        wide = width - left
        _cell(pen, told.ninety, SMALL, colours.indigo, (x + left, y + PAD + drop, wide), share=share)
    else:
        _cell(pen, told.quiet, TEXT, colours.soft_ink, (x + left, y + PAD, width - left), share=share)


def _draw_row(pen: "Pen", book: Passbook, index: int, rect: "Rect", share: float) -> None:
    colours, (x, y) = pen.theme.colours, rect[:2]
    cells, rows = cells_of(book.told, index), book.told.rows
    again = index > 0 and rows[index].date == rows[index - 1].date
    drop = (pen.line(TEXT) - pen.line(SMALL)) / 2
    total = sum(map(len, cells.values()))
    left = total if share >= 1 else int(total * share)
    for name, text in cells.items():
        shown, left = min(left, len(text)), left - len(text)
        if shown <= 0 or not text:
            continue
        colour = colours.ink
        if name == "withdrawn":
            colour = colours.vermilion
        elif name == "principle" or (name == "date" and again) or text == "–":
            colour = colours.soft_ink
        if name == "principle" and book.below:
            column, top = (
                book.columns["text"],
                y + PAD + pen.height(cells["text"], TEXT, book.columns["text"][1]),
            )
        else:
            column, top = book.columns[name], y + PAD + (drop if name == "principle" else 0)
        role = SMALL if name == "principle" else TEXT
        place = (x + column[0], top, column[1])
        _cell(pen, text, role, colour, place, right=name in NUMBERS, share=shown / len(text))


def _cell(
    pen: "Pen",
    text: str,
    role: float,
    colour: "Colour",
    place: tuple[float, float, float],
    *,
    right: bool = False,
    share: float = 1.0,
) -> None:
    """A text in a cell (left, top, width), its first ``share`` of glyphs."""
    lay = pen.set(text, role, place[2])
    theme = pen.theme
    x, y = theme.at(place[0], place[1])
    if right:
        x = theme.at(place[0] + place[2], 0)[0] - lay.width
    draw(pen.surface, lay, (x, y), colour, theme, reveal=None if share >= 1 else round(lay.glyphs * share))
    own = ((x - theme.origin[0]) / theme.scale, place[1], theme.units(lay.width), theme.units(lay.height))
    pen.note(text, own, (place[0] - 1, place[1], place[2] + 2, own[3]))


def closing_height(pen: "Pen", told: "RevealTold", width: float) -> float:
    """Units the balance and the stamp below the rows take."""
    note = pen.height(told.trust_note, SMALL, _note_room(pen, width)) if told.trust_note else 0.0
    return max(stamp_size(pen) + 1.5 * GAP, pen.line("title") + note + 2.5 * GAP)


def stamp_size(pen: "Pen") -> float:
    """Diameter of the stamp in units; it grows half as fast as the letters."""
    return STAMP * (1 + (pen.theme.text_percent - 100) / 200)


def _note_room(pen: "Pen", width: float) -> float:
    return width * 0.5 - stamp_size(pen) / 2 - 1.5 * GAP


def draw_closing(
    pen: "Pen", book: Passbook, at: tuple[float, float], *, height: float, balanced: bool, stamped: float
) -> None:
    """Below the rows: the balance, when everything is printed, and the stamp on its way down (0…1)."""
    (x, y), colours, told = at, pen.theme.colours, book.told
    left, room = book.columns["text"]
    if balanced:
        number = number_told(told.balance)
        wide = pen.width(number, "title", face="bold")
        top = y + 1.5 * GAP
        label = (pen.line("title") - pen.line(TEXT)) * 0.6
        pen.write(book.headings["balance"], TEXT, colours.ink, (x + left, top + label), room, face="bold")
        pen.write(number, "title", colours.ink, (x + book.width - wide, top), wide + 1, face="bold")
        if told.trust_note:
            room = _note_room(pen, book.width)
            place = (x + book.width - room, top + pen.line("title"))
            pen.write(told.trust_note, SMALL, colours.soft_ink, place, room, align="right")
    centre = (x + book.width * 0.5, y + height * 0.5)
    stamp(pen.surface, pen.theme, centre, told.band, diameter=stamp_size(pen), landed=stamped)
