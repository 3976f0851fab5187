"""Findings as cards: where, what is wrong, the line itself, how to mend it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.pen import Pen
from game.screens.theme import GAP, Rect
from game.screens.widgets import focus_ring

if TYPE_CHECKING:
    from game.deskwork.checking import Checked, Noted
    from game.format.words import Words

_PAD: Final = 1.5 * GAP
_TAG: Final = 1.0 * GAP
_PER_SPACE: Final = 0.42
"""Letters' heights a space at the beginning of a line of a file takes."""


def line_indent(text: str) -> int:
    """How many spaces a line of a file begins with."""
    return len(text) - len(text.lstrip(" "))


def excerpt_height(pen: Pen, lines: Sequence[tuple[int, str]], width: float, role: str = "hint") -> float:
    """Units the lines of a file need."""
    return sum(_line(pen, number, text, (0.0, 0.0, width), role, seen=False) for number, text in lines) + GAP


def draw_excerpt(
    pen: Pen,
    lines: Sequence[tuple[int, str]],
    meant: int,
    place: tuple[float, float, float],
    role: str = "hint",
) -> float:
    """Draw lines of a file with their numbers, the one that is meant marked; the height."""
    colours, (x, y, width) = pen.theme.colours, place
    tall = excerpt_height(pen, lines, width, role)
    pygame.draw.rect(
        pen.surface, colours.card, pen.theme.rect((x, y, width, tall)), border_radius=pen.theme.px(3)
    )
    pygame.draw.rect(
        pen.surface,
        colours.rule,
        pen.theme.rect((x, y, width, tall)),
        pen.theme.px(1),
        border_radius=pen.theme.px(3),
    )
    top = y + 0.5 * GAP
    for number, text in lines:
        high = _line(pen, number, text, (0.0, 0.0, width), role, seen=False)
        if number == meant and len(lines) > 1:
            pen.surface.fill(colours.due_ground, pen.theme.rect((x + 1, top, width - 2, high)))
            pen.surface.fill(colours.vermilion, pen.theme.rect((x + 1, top, 3, high)))
        top += _line(pen, number, text, (x, top, width), role, seen=True)
    return tall


def _line(
    pen: Pen, number: int, text: str, place: tuple[float, float, float], role: str, *, seen: bool
) -> float:
    """One line: its number, and the text after it as far to the right as it stands in the file."""
    colours, (x, y, width) = pen.theme.colours, place
    em = pen.theme.units(pen.theme.em(role))
    gutter = pen.width("0000", role) + 1.5 * GAP
    indent = min(line_indent(text) * _PER_SPACE * em, 0.4 * width)
    shown = text.strip() or " "
    room = width - gutter - indent - 2 * GAP
    tall = pen.height(shown, role, room)
    if seen:
        pen.write(str(number), role, colours.soft_ink, (x + 0.5 * GAP, y), gutter - 1.5 * GAP, align="right")
        if text.strip():
            pen.write(shown, role, colours.ink, (x + gutter + indent, y), room)
    return tall


class Card:
    """One finding, to be drawn in a column of ``width`` units."""

    def __init__(self, pen: Pen, one: "Noted", own: Path, words: "Words", width: float) -> None:
        self._pen = pen
        self._one = one
        self._width = width
        finding = one.finding
        self._fault = finding.severity == "fault"
        self._tag = words("Fault") if self._fault else words("Advice", context="a tag")
        self._place = words("line {line}", line=finding.line)
        if finding.file != str(own):
            self._place = f"{Path(finding.file).name}　{self._place}"
        self._meant = [(number, text) for number, text in one.lines if number == finding.line]

    @property
    def height(self) -> float:
        """Units it needs."""
        pen, inner, finding = self._pen, self._width - 2 * _PAD, self._one.finding
        tall = self._top() + 0.5 * GAP + pen.height(finding.message, "body", inner)
        if self._meant:
            tall += 0.5 * GAP + excerpt_height(pen, self._meant, inner) + 0.5 * GAP
        if finding.hint:
            tall += pen.height(finding.hint, "small", inner)
        return tall + 2 * _PAD

    def _top(self) -> float:
        pen = self._pen
        room = self._width - 2 * _PAD - pen.width(self._tag, "hint", face="bold") - 2 * _TAG - GAP
        return max(pen.line("hint"), pen.height(self._place, "hint", room))

    def draw(self, rect: Rect, *, focused: bool) -> None:
        """Draw it in its rectangle."""
        pen, (x, y, width, _) = self._pen, rect
        theme, colours, finding = pen.theme, pen.theme.colours, self._one.finding
        area = theme.rect(rect)
        pygame.draw.rect(
            pen.surface, colours.focus_ground if focused else colours.paper, area, border_radius=theme.px(4)
        )
        pygame.draw.rect(pen.surface, colours.rule, area, theme.px(1.2), border_radius=theme.px(4))
        ink = colours.vermilion if self._fault else colours.indigo
        pen.surface.fill(ink, (area.x, area.y + theme.px(4), theme.px(4), area.height - 2 * theme.px(4)))
        x, y, inner = x + _PAD, y + _PAD, width - 2 * _PAD
        wide = pen.width(self._tag, "hint", face="bold") + 2 * _TAG
        tag: Rect = (x, y, wide, pen.line("hint"))
        pygame.draw.rect(pen.surface, ink, theme.rect(tag), border_radius=theme.px(3))
        pen.write(self._tag, "hint", colours.card, (x + _TAG, y), wide - _TAG, face="bold", room=tag)
        pen.write(self._place, "hint", colours.soft_ink, (x + wide + GAP, y), inner - wide - GAP)
        y += self._top() + 0.5 * GAP
        y += pen.write(finding.message, "body", colours.ink, (x, y), inner)
        if self._meant:
            y += (
                0.5 * GAP
                + draw_excerpt(pen, self._meant, finding.line, (x, y + 0.5 * GAP, inner))
                + 0.5 * GAP
            )
        if finding.hint:
            pen.write(finding.hint, "small", colours.soft_ink, (x, y), inner)
        if focused:
            focus_ring(pen.surface, theme, rect)


def findings_copied(found: "Checked") -> str:
    """All findings as text, as the command prints them, to be sent to somebody."""
    from game.format.frames import as_text  # noqa: PLC0415 (only when somebody copies)

    parts = []
    for one in found.noted:
        lines = dict(one.lines)
        whole = [lines.get(number, "") for number in range(1, one.finding.line + 1)]
        parts.append(as_text(one.finding, whole))
    return "\n\n".join(parts)
