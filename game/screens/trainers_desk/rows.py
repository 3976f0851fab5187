"""A row for each file on the desk: its title, its state, its translations, and when it was saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.screens.pen import Pen
from game.screens.theme import GAP, Rect
from game.screens.trainers_desk.putting import put
from game.screens.trainers_desk.told import Ink
from game.screens.widgets import focus_ring

_PAD: Final = 1.25 * GAP
_WIDE: Final = 900.0
"""Units at the usual text size from which everything stands side by side."""

SHARES: Final = (0.47, 0.25, 0.15, 0.13)
"""Of the width: title, state, translations, when it was saved."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """What is said of one file."""

    title: str
    where: str
    state: str
    ink: Ink
    translations: Sequence[str]
    saved: str


def in_columns(pen: Pen, width: float) -> bool:
    """Whether everything of a row stands side by side."""
    return width >= _WIDE * pen.theme.text_percent / 100


def row_height(pen: Pen, row: FileRow, width: float) -> float:
    """Units a row needs."""
    return _write(pen, row, (0.0, 0.0, width), seen=False) + 2 * _PAD


def draw_row(pen: Pen, row: FileRow, rect: Rect, *, focused: bool) -> None:
    """Draw a row in its rectangle."""
    x, y, width, height = rect
    area = pen.theme.rect(rect)
    if focused:
        pen.surface.fill(pen.theme.colours.card, area)
        pen.surface.fill(pen.theme.colours.indigo, (area.x, area.y, pen.theme.px(5), area.height))
    _write(pen, row, (x, y + _PAD, width), seen=True)
    pen.surface.fill(pen.theme.colours.rule, pen.theme.rect((x, y + height - 1, width, 1)))
    if focused:
        focus_ring(pen.surface, pen.theme, (x + 0.25 * GAP, y + 0.5 * GAP, width - 0.5 * GAP, height - GAP))


def _write(pen: Pen, row: FileRow, place: tuple[float, float, float], *, seen: bool) -> float:
    """Write a row, or only find out its height without the space around it."""
    x, y, width = place
    x, width = x + 2 * GAP, width - 3 * GAP
    wide = in_columns(pen, width + 3 * GAP)

    def written(
        text: str, role: str, ink: Ink, at: tuple[float, float], room: float, *, bold: bool = False
    ) -> float:
        return put(pen, text, role, ink, (*at, room), seen=seen, bold=bold) if text else 0.0

    columns = [share * width for share in SHARES] if wide else [width] * 4
    first = columns[0] - 2 * GAP
    tall = written(row.title, "choice", "ink", (x, y), first, bold=True)
    tall += written(row.where, "small", "soft_ink", (x, y + tall), first)
    left, top = (x + columns[0], y + 0.25 * GAP) if wide else (x, y + tall)
    bold = row.ink != "soft_ink"
    state = written(row.state, "body", row.ink, (left, top), columns[1] - 2 * GAP, bold=bold)
    if not wide:
        tall += state
        facts = "　".join([*row.translations, row.saved]).strip("　")
        return tall + written(facts, "small", "soft_ink", (x, y + tall), width)
    left += columns[1]
    told = 0.0
    for each in row.translations:
        told += written(each, "small", "soft_ink", (left, top + told), columns[2] - GAP)
    left += columns[2]
    saved = written(row.saved, "small", "soft_ink", (left, top), columns[3])
    return max(tall, state + 0.25 * GAP, told + 0.25 * GAP, saved + 0.25 * GAP)
