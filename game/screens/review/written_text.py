"""A text of several lines as it is typed: broken where it must be, the caret where the hand is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.theme import GAP, Rect

if TYPE_CHECKING:
    from game.screens.pen import Pen
    from game.screens.written_line import WrittenLine

ROLE: Final = "body"
"""The letters of what is typed."""

_LEAST_LINES: Final = 2
"""So many lines are ruled even where nothing is written yet."""

_NOT_FIRST: Final = frozenset(
    "、。，．・：；？！）」』】〉》〕”’,.;:?!)]}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
"""What does not begin a line: it takes the glyph before it along."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line of a text: its glyphs from ``start`` up to ``end``."""

    start: int
    end: int


def stretches(glyphs: Sequence[str], width_of: Callable[[str], int], room: int) -> tuple[Stretch, ...]:
    """The glyphs in lines no wider than ``room`` pixels: broken after a space where there is one.

    There is always a line, and every glyph is in exactly one.
    """
    found: list[Stretch] = []
    start, used, at = 0, 0, 0
    while at < len(glyphs):
        wide = width_of(glyphs[at])
        if used + wide > room and at > start:
            end = _break(glyphs, start, at)
            found.append(Stretch(start, end))
            start = at = end
            used = 0
            continue
        used += wide
        at += 1
    return (*found, Stretch(start, len(glyphs)))


def _break(glyphs: Sequence[str], start: int, at: int) -> int:
    """Where a line that is full before the glyph ``at`` ends."""
    if glyphs[at] == " ":
        return at + 1  # a space may hang over the edge
    for end in range(at, start, -1):
        if glyphs[end - 1] == " ":
            return end
        if not (_latin(glyphs[end - 1]) and _latin(glyphs[end])) and glyphs[end] not in _NOT_FIRST:
            return end
    return at


def _latin(glyph: str) -> bool:
    return glyph.isascii() and glyph != " "


def field_height(pen: "Pen", field: "WrittenLine", width: float) -> float:
    """Units the ruled lines of a field take in a column of this width."""
    return max(_LEAST_LINES, len(_set(pen, field, width)[1])) * pen.line(ROLE) + GAP


def draw_field(pen: "Pen", field: "WrittenLine", rect: Rect, *, focused: bool) -> None:
    """The text on its ruled lines; where it has the focus the caret, and what is composed underlined."""
    (x, y, width, height), colours, theme = rect, pen.theme.colours, pen.theme
    glyphs, lines = _set(pen, field, width)
    tall = pen.line(ROLE)
    for row in range(max(_LEAST_LINES, len(lines))):
        foot = y + (row + 1) * tall
        ink = colours.indigo if focused else colours.soft_ink
        pen.surface.fill(ink, theme.rect((x, foot, width, 1.6 if focused else 1.0)))
    for row, line in enumerate(lines):
        text = "".join(glyphs[line.start : line.end]).rstrip()
        if text:
            at = (x + 0.5 * GAP, y + row * tall - 1)
            pen.write(
                text, ROLE, colours.ink, at, 100_000, room=(x, y - 2, width + 2 * GAP, height + 0.5 * GAP)
            )
    if focused:
        _caret(pen, field, glyphs, lines, (x + 0.5 * GAP, y))


def _set(pen: "Pen", field: "WrittenLine", width: float) -> tuple[list[str], tuple[Stretch, ...]]:
    """Everything that is shown, what is being composed with it, and its lines."""
    glyphs = [*field.glyphs[: field.caret], *field.composition, *field.glyphs[field.caret :]]
    measure = pen.theme.measure("regular", pen.theme.em(ROLE))
    return glyphs, stretches(glyphs, measure, pen.theme.px(width - GAP))


def _caret(
    pen: "Pen",
    field: "WrittenLine",
    glyphs: Sequence[str],
    lines: Sequence[Stretch],
    at: tuple[float, float],
) -> None:
    colours, theme, tall = pen.theme.colours, pen.theme, pen.line(ROLE)
    caret = field.caret + (field.inside if field.composition else 0)

    def place(index: int) -> tuple[float, float]:
        row = max(n for n, line in enumerate(lines) if line.start <= index)
        before = "".join(glyphs[lines[row].start : index])
        return at[0] + (pen.width(before, ROLE) if before else 0), at[1] + row * tall

    for index in range(field.caret, field.caret + len(field.composition)):
        x, y = place(index)
        wide = pen.width(glyphs[index], ROLE)
        pen.surface.fill(colours.indigo, theme.rect((x, y + tall * 0.9, wide, 1.6)))
    x, y = place(caret)
    pen.surface.fill(colours.indigo, theme.rect((x, y + tall * 0.14, 2, tall * 0.72)))
    pygame.key.set_text_input_rect(theme.rect((x, y, 2, tall)))
