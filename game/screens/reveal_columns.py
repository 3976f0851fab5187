"""The passbook set for a width: its columns as wide as what stands in them, its rows as high."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from game.screens.balance_curve import number_told
from game.screens.reveal_told import RevealTold
from game.screens.theme import TEXT_SIZES

if TYPE_CHECKING:
    from game.format.words import Words
    from game.screens.pen import Pen

TEXT: Final = TEXT_SIZES["printed"]
SMALL: Final = TEXT_SIZES["column"]
"""Heights of the letters of the texts and numbers, and of headings and principles."""

PAD: Final = 5.6
"""Units above and below the text of a row."""

_GAP: Final = 16.0
_LEAST_TEXT: Final = 9
"""Letters' heights the column of texts has at least; else the principle goes below the text."""

NUMBERS: Final = ("withdrawn", "deposited", "balance")
"""The columns that end at their right edge."""

Name = Literal["date", "text", "principle", "withdrawn", "deposited", "balance"]
Kind = Literal["opening", "row", "ninety", "quiet"]


@dataclass(frozen=True, slots=True)
class Element:
    """One thing the printer prints: a row (``index`` into the rows) or a line between rows; its height."""

    kind: Kind
    index: int
    height: float


@dataclass(frozen=True, slots=True)
class Passbook:
    """A passbook set for one width: where the columns are, and everything that is printed, in order.

    ``columns``: left and width of each, from the left of the rows; ``below``: the principle stands under
    the text.
    """

    told: RevealTold
    width: float
    headings: dict[Name, str]
    columns: dict[Name, tuple[float, float]]
    below: bool
    elements: tuple[Element, ...]

    def snapped(self, offset: float) -> float:
        """The offset at which a row begins that is nearest to this one."""
        best, edge = 0.0, 0.0
        for element in self.elements:
            edge += element.height
            if abs(edge - offset) < abs(best - offset):
                best = edge
        return best

    def whole_within(self, offset: float, room: float) -> float:
        """Units of ``room`` that whole rows take from this offset on, where one begins."""
        edge = fitting = 0.0
        for element in self.elements:
            edge += element.height
            if edge - offset > room + 0.01:
                break
            fitting = edge
        return min(room, max(0.0, fitting - offset))

    def beginning_after(self, offset: float) -> float:
        """The first offset from this one on at which a row begins."""
        edge = 0.0
        for element in self.elements:
            if edge >= offset - 0.01:
                break
            edge += element.height
        return edge

    def height(self, printed: float | None = None) -> float:
        """Units of what is printed so far, begun rows included; of everything when None."""
        count = len(self.elements) if printed is None else min(len(self.elements), int(printed) + 1)
        return sum(each.height for each in self.elements[:count])


def set_passbook(pen: "Pen", told: RevealTold, words: "Words", width: float) -> Passbook:
    """Set a passbook in rows ``width`` units wide."""
    headings: dict[Name, str] = {
        "date": words("Date"),
        "text": words("What happened"),
        "principle": words("Principle"),
        "withdrawn": words("Out"),
        "deposited": words("In"),
        "balance": words("Balance"),
    }
    widths = {name: _widest(pen, told, name, heading) for name, heading in headings.items() if name != "text"}
    gaps = 5 * _GAP
    text = width - sum(widths.values()) - gaps
    below = text < _LEAST_TEXT * pen.theme.units(pen.theme.em(TEXT))
    if below:
        text += widths.pop("principle") + _GAP
    columns: dict[Name, tuple[float, float]] = {}
    x = 0.0
    for name in headings:
        if name == "principle" and below:
            continue
        columns[name] = (x, text if name == "text" else widths[name])
        x += columns[name][1] + _GAP
    book = Passbook(told, width, headings, columns, below, ())
    return Passbook(told, width, headings, columns, below, _elements(pen, book))


def _widest(pen: "Pen", told: RevealTold, name: Name, heading: str) -> float:
    role = SMALL if name == "principle" else TEXT
    cells = {cells_of(told, index)[name] for index in range(len(told.rows))} | {number_told(told.opening)}
    return max([pen.width(heading, SMALL), *(pen.width(cell, role) for cell in cells)])


def cells_of(told: RevealTold, index: int) -> "dict[Name, str]":
    """What is printed in the cells of one row."""
    row = told.rows[index]
    moved = row.withdrawal is not None or row.deposit is not None
    return {
        "date": row.day,
        "text": row.text,
        "principle": row.principle,
        "withdrawn": "" if row.withdrawal is None else str(row.withdrawal),
        "deposited": ("" if moved else "–") if row.deposit is None else str(row.deposit),
        "balance": number_told(row.balance),
    }


def row_height(pen: "Pen") -> float:
    """Units a row of one line takes."""
    return pen.line(TEXT) + 2 * PAD


def _elements(pen: "Pen", book: Passbook) -> tuple[Element, ...]:
    told, line = book.told, row_height(pen)
    found = [Element("opening", -1, line)] if told.opening else []
    for index, row in enumerate(told.rows):
        if index == told.settled_from:
            found.append(Element("ninety", -1, line))
        room = book.columns["text"][1]
        height = pen.height(row.text, TEXT, room) + 2 * PAD
        if book.below:
            height += pen.height(row.principle, SMALL, room)
        found.append(Element("row", index, height))
    if told.settled_from >= len(told.rows):
        found += [Element("ninety", -1, line), Element("quiet", -1, line)]
    return tuple(found)
