"""The keys, on one sheet of paper: read off the tables the hands go by, so that it tells nothing else."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.hands import KEYS, PAD, TRIGGERS, Act
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.format.words import Words

_TWO_TABLES: Final = 1000.0
"""Units at the usual text size from which the two tables stand side by side."""

_SIDE_BY_SIDE: Final = 480.0
"""Units at the usual text size from which a table has its columns side by side."""

_BETWEEN: Final = 5 * GAP

KEY_NAMES: Final[dict[int, str]] = {
    pygame.K_RETURN: "Enter",
    pygame.K_ESCAPE: "Esc",
    pygame.K_BACKSPACE: "Backspace",
    pygame.K_PAGEUP: "PgUp",
    pygame.K_PAGEDOWN: "PgDn",
    pygame.K_HOME: "Home",
    pygame.K_END: "End",
    pygame.K_l: "L",
    pygame.K_n: "N",
    pygame.K_a: "A",
    pygame.K_s: "S",
    pygame.K_h: "H",
    pygame.K_m: "M",
    pygame.K_MINUS: "−",
    pygame.K_PLUS: "+",
    pygame.K_F1: "F1",
    pygame.K_F2: "F2",
    pygame.K_F3: "F3",
    pygame.K_F10: "F10",
    pygame.K_F11: "F11",
}
"""What is written on keys that bear the same letters everywhere."""

BUTTON_NAMES: Final[dict[int, str]] = {
    pygame.CONTROLLER_BUTTON_A: "A",
    pygame.CONTROLLER_BUTTON_B: "B",
    pygame.CONTROLLER_BUTTON_X: "X",
    pygame.CONTROLLER_BUTTON_Y: "Y",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "LB",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "RB",
    pygame.CONTROLLER_BUTTON_BACK: "Back",
    pygame.CONTROLLER_BUTTON_START: "Start",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "L3",
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: "R3",
}
TRIGGER_NAMES: Final = {
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: "LT",
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: "RT",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it does, by which keys, by which buttons of a gamepad."""

    what: str
    keys: str
    buttons: str


def _keys(*acts: Act, more: str = "") -> str:
    names = [KEY_NAMES[key] for key, act in KEYS.items() if act in acts and key in KEY_NAMES]
    return "  ".join([*names, more] if more else names)


def _buttons(*acts: Act) -> str:
    names = [BUTTON_NAMES[button] for button, act in PAD.items() if act in acts and button in BUTTON_NAMES]
    names += [TRIGGER_NAMES[axis] for axis, act in TRIGGERS.items() if act in acts]
    return "  ".join(names) or "–"


def rows_everywhere(words: "Words") -> list[Row]:
    """What is the same on every screen."""
    return [
        Row(words("Move"), words("Arrow keys, Tab"), words("D-pad, left stick")),
        Row(words("Press"), _keys(Act.CONFIRM), _buttons(Act.CONFIRM)),
        Row(words("Back"), _keys(Act.BACK), _buttons(Act.BACK)),
        Row(
            words("Turn pages"), _keys(Act.BEFORE, Act.NEXT, Act.FIRST, Act.LAST), words("right stick")
        ),
        Row(words("Settings"), _keys(Act.SETTINGS), _buttons(Act.SETTINGS)),
        Row(words("Keys and buttons"), _keys(Act.HELP), _buttons(Act.HELP, Act.MENU)),
        Row(words("日本語 / English"), _keys(Act.LANGUAGE), _buttons(Act.LANGUAGE)),
        Row(words("Sound off, on"), _keys(Act.MUTE), _buttons(Act.MUTE)),
        Row(words("Full screen"), _keys(Act.FULL_SCREEN, more="Alt+Enter"), _buttons(Act.FULL_SCREEN)),
    ]  # fmt: skip


def rows_at_the_table(words: "Words") -> list[Row]:
    """What there is in a talk beside that."""
    return [
        Row(words("Finish the line, next line"), words("Space"), _buttons(Act.HURRY)),
        Row(words("Say a choice"), "1–9", _buttons(Act.CONFIRM)),
        Row(words("What was said"), _keys(Act.BACKLOG), _buttons(Act.BACKLOG)),
        Row(words("Notebook"), _keys(Act.NOTEBOOK), _buttons(Act.NOTEBOOK)),
        Row(words("Go on by itself"), _keys(Act.AUTO), _buttons(Act.AUTO)),
        Row(words("Skip what was read before: tap or hold"), _keys(Act.SKIP), _buttons(Act.SKIP)),
        Row(words("Text speed"), _keys(Act.SLOWER, Act.FASTER), words("in the menu")),
        Row(words("Menu"), _keys(Act.BACK, Act.MENU), _buttons(Act.BACK, Act.MENU)),
    ]


class HelpScreen(Panel):
    """What every key and every button of a gamepad does; F1 brings it up and takes it away."""

    wide = 1160

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("Keys and buttons")

    def answers(self) -> list[Answer]:
        """Nothing but to close it."""
        return [("close", self.app.backstage.words("Close"), self.back)]

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """Two tables, side by side where there is room, and a sentence about the mouse."""
        words = self.app.backstage.words
        tables = [
            (words("Everywhere"), rows_everywhere(words)),
            (words("In a talk"), rows_at_the_table(words)),
        ]
        if width >= _TWO_TABLES * pen.theme.text_percent / 100:
            each = (width - _BETWEEN) / 2
            ends = [
                self._table(pen, title, rows, (x + place * (each + _BETWEEN), y, each))
                for place, (title, rows) in enumerate(tables)
            ]
            y = max(ends)
        else:
            for title, rows in tables:
                y = self._table(pen, title, rows, (x, y, width)) + 2 * GAP
        mouse = words(
            "Everything can be pressed with the mouse, and in a talk a click anywhere goes on. "
            "The wheel scrolls; turned up in a talk it shows what was said. The right button goes back."
        )
        return y + GAP + pen.write(mouse, "small", pen.theme.colours.soft_ink, (x, y + GAP), width)

    def _table(self, pen: Pen, title: str, rows: list[Row], place: tuple[float, float, float]) -> float:
        """What it does, the keys, the buttons, side by side, or on two lines; the y where it ends."""
        words, (x, y, width) = self.app.backstage.words, place
        wide = width >= _SIDE_BY_SIDE * pen.theme.text_percent / 100
        for number, row in enumerate([Row(title, words("Keyboard"), words("Gamepad")), *rows]):
            y = self._line(pen, row, (x, y, width), wide=wide, head=number == 0)
        return y

    @staticmethod
    def _line(pen: Pen, row: Row, place: tuple[float, float, float], *, wide: bool, head: bool) -> float:
        colours, (x, y, width) = pen.theme.colours, place
        first, second, third = (
            (0.44 * width, 0.3 * width, 0.26 * width) if wide else (width, 0.6 * width, 0.4 * width)
        )
        role = "small" if head else "body"
        ink, soft = (colours.indigo, colours.indigo) if head else (colours.ink, colours.soft_ink)
        what = pen.write(row.what, role, ink, (x, y), first - GAP, face="bold" if head else "regular")
        left = x + first if wide else x
        if not wide:
            y += what
        y += 0.5 * GAP + max(
            pen.write(row.keys, role, soft, (left, y), second - GAP),
            pen.write(row.buttons, role, soft, (left + second, y), third - GAP / 2),
            what if wide else 0.0,
        )
        rule = pen.theme.rect((x, y - 0.25 * GAP, width, 1.5 if head else 1))
        pen.surface.fill(colours.indigo if head else colours.rule, rule)
        return y
