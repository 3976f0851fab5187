"""How buttons are parted into lines where one line is too short for them all."""

from collections.abc import Sequence
from typing import TypeAlias

from game.screens.pen import Pen
from game.screens.theme import GAP

Placed: TypeAlias = tuple[str, str, float]
"""Name, label and width in units of a button."""


def button_width(pen: Pen, label: str, *, bold: bool) -> float:
    """Units a button with this label is wide."""
    return pen.width(label, "body", face="bold" if bold else "regular") + 3.5 * GAP


def button_height(pen: Pen) -> float:
    """Units a button is high."""
    return pen.line("body") + 1.5 * GAP


def lines_of_buttons(
    pen: Pen, buttons: Sequence[tuple[str, str]], room: float, bold: set[str]
) -> list[list[Placed]]:
    """The buttons (name, label) in lines no wider than ``room``; ``bold``: the names of those in bold."""
    lines: list[list[Placed]] = [[]]
    for name, label in buttons:
        width = button_width(pen, label, bold=name in bold)
        if lines[-1] and sum(each + 1.5 * GAP for *_, each in lines[-1]) + width > room:
            lines.append([])
        lines[-1].append((name, label, width))
    return lines


def height_of_lines(pen: Pen, count: int) -> float:
    """Units so many lines of buttons take."""
    return count * button_height(pen) + (count - 1) * 1.5 * GAP


def rows_height(pen: Pen, labels: Sequence[str], room: float) -> float:
    """The height buttons with these labels take, the widest way: all of them bold."""
    names = [(label, label) for label in labels]
    return height_of_lines(pen, len(lines_of_buttons(pen, names, room, set(labels))))
