"""The keys, on one sheet of paper: read off the tables the hands go by, so that it tells nothing else."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.screens.bindings import USUAL, Bindings, Kind
from game.screens.hands import SAYING, Act
from game.screens.key_names import NO_KEY, all_named
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


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it does, by which keys, by which buttons of a gamepad."""

    what: str
    keys: str
    buttons: str


class Rows:
    """The rows of both tables, by the bindings that hold."""

    def __init__(self, words: "Words", bindings: Bindings = USUAL) -> None:
        self._words = words
        self._bindings = bindings

    def everywhere(self) -> list[Row]:
        """What is the same on every screen."""
        words, row = self._words, self.row
        full = row(words("Full screen"), Act.FULL_SCREEN)
        return [
            Row(words("Move"), words("Arrow keys, Tab"), words("D-pad, left stick")),
            row(words("Press"), Act.CONFIRM),
            row(words("Back"), Act.BACK),
            Row(
                words("Scroll by page"), self._keys(Act.BEFORE, Act.NEXT, Act.FIRST, Act.LAST),
                words("right stick"),
            ),
            row(words("Settings"), Act.SETTINGS),
            Row(words("Controls"), self._keys(Act.HELP), self._buttons(Act.HELP, Act.MENU)),
            row(words("日本語 / English"), Act.LANGUAGE),
            row(words("Sound on/off"), Act.MUTE),
            Row(full.what, f"{full.keys}  Alt+Enter", full.buttons),
        ]  # fmt: skip

    def at_the_table(self) -> list[Row]:
        """What there is in a talk beside that."""
        words, row = self._words, self.row
        slower = self._buttons(Act.SLOWER, Act.FASTER)
        own, saying = self._keys(*SAYING), (Act.CONFIRM, *SAYING)
        return [
            row(words("Finish line / next line"), Act.HURRY),
            Row(words("Pick a choice"), f"1–9  {own}".removesuffix(NO_KEY).strip(), self._buttons(*saying)),
            row(words("Conversation so far"), Act.BACKLOG),
            row(words("Notebook"), Act.NOTEBOOK),
            row(words("Auto-advance"), Act.AUTO),
            row(words("Skip what you've read (tap or hold)"), Act.SKIP),
            Row(
                words("Text speed"), self._keys(Act.SLOWER, Act.FASTER),
                words("in the menu") if slower == NO_KEY else slower,
            ),
            row(words("Menu"), Act.BACK, Act.MENU),
        ]  # fmt: skip

    def row(self, what: str, *acts: Act) -> Row:
        """One line with all the keys and all the buttons of these acts."""
        return Row(what, self._keys(*acts), self._buttons(*acts))

    def _keys(self, *acts: Act) -> str:
        return self._named("keys", acts)

    def _buttons(self, *acts: Act) -> str:
        return self._named("buttons", acts)

    def _named(self, kind: Kind, acts: tuple[Act, ...]) -> str:
        told = [all_named(self._bindings, kind, act, self._words) for act in acts]
        return "  ".join(each for each in told if each != NO_KEY) or NO_KEY


class HelpScreen(Panel):
    """What every key and every button of a gamepad does; F1 brings it up and takes it away."""

    wide = 1160

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("Controls")

    def answers(self) -> list[Answer]:
        """To close it, or to change what is on it."""
        words = self.app.backstage.words
        change = ("change", words("Change keys and buttons"), lambda: self.app.go_over("keys"))
        return [("close", words("Close"), self.back), change]

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """Two tables, side by side where there is room, and a sentence about the mouse."""
        tables = self.tables()
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
        soft = pen.theme.colours.soft_ink
        return y + GAP + pen.write(self.about_the_mouse(), "small", soft, (x, y + GAP), width)

    def tables(self) -> list[tuple[str, list[Row]]]:
        """The two tables, each with its title."""
        words = self.app.backstage.words
        rows = Rows(words, self.app.bindings)
        return [(words("Everywhere"), rows.everywhere()), (words("In a talk"), rows.at_the_table())]

    def about_the_mouse(self) -> str:
        """What the mouse does."""
        return self.app.backstage.words(
            "Everything can be clicked, and in a talk a click anywhere moves on. The wheel scrolls; "
            "in a talk, scrolling up shows the conversation so far. The right button goes back."
        )

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
