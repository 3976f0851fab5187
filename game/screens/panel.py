"""A sheet of paper laid over what is there: a heading, a body that scrolls when it must, buttons below."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Final

import pygame

from game.screens.button_rows import rows_height
from game.screens.desk import dim, draw_paper
from game.screens.pen import Pen
from game.screens.sheet import Sheet
from game.screens.stage import Host
from game.screens.theme import GAP, SHEET, Rect, Theme
from game.screens.widgets import rule

Answer = tuple[str, str, Callable[[], None]]
"""Name, label, and what it does."""

_PAD: Final = 5 * GAP
_EDGE: Final = 3 * GAP


class Panel(Sheet):
    """Base of settings, help, questions and troubles: a subclass says what stands on the paper."""

    wide: float = 760
    """Units at the usual text size; larger text gets a wider paper, as far as there is room."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self._tall = 0.0

    @abstractmethod
    def heading(self) -> str:
        """What stands at the top."""

    def note(self) -> str:
        """A sentence that stays below the heading while the body scrolls, "" for none."""
        return ""

    @abstractmethod
    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """Draw the body in a column from ``y`` down; returns the y where it ends."""

    @abstractmethod
    def answers(self) -> list[Answer]:
        """The buttons below; the first one is the main one."""

    def back(self) -> None:
        """Leaving the paper puts it away."""
        self.app.lift()

    def ground(self, surface: pygame.Surface, theme: Theme) -> None:  # noqa: ARG002 - others need it
        """What lies below the paper: the present screen, with the light taken off it."""
        dim(surface)

    def draw(self, surface: pygame.Surface, theme: Theme) -> None:
        """Draw the ground, then the paper."""
        self.ground(surface, theme)
        super().draw(surface, theme)

    def compose(self, pen: Pen) -> None:
        """The paper, as high as its text, in the middle."""
        width = min(SHEET[0] - 2 * _EDGE, self.wide * (0.35 + 0.65 * pen.theme.text_percent / 100))
        inner = width - 2 * _PAD
        head = pen.height(self.heading(), "title", inner, face="bold") + 1.5 * GAP
        said, title = self.note(), head
        head += pen.height(said, "body", inner, face="bold") + GAP if said else 0
        answers = self.answers()
        foot = rows_height(pen, [label for _, label, _ in answers], inner)
        room = SHEET[1] - 2 * _EDGE - head - foot - 2 * _PAD - 3 * GAP
        tall = min(self._tall, room)
        height = head + tall + foot + 2 * _PAD + 3 * GAP
        left, top = (SHEET[0] - width) / 2, (SHEET[1] - height) / 2
        self.sheet_of_paper(pen, (left, top, width, height))
        pen.write(
            self.heading(), "title", pen.theme.colours.indigo, (left + _PAD, top + _PAD), inner, face="bold"
        )
        if said:
            at = (left + _PAD, top + _PAD + title - 0.5 * GAP)
            pen.write(said, "body", pen.theme.colours.indigo, at, inner, face="bold")
        y = top + _PAD + head
        # The window is a little larger than the text, so that the ring of a focus at its edge is seen whole.
        window = (left + _PAD - GAP, y - GAP, inner + 4 * GAP, tall + 2 * GAP)
        with self.scrolling(pen, window) as begin:
            self.content_ends(self.body(pen, left + _PAD, begin + GAP, inner) + GAP)
        if self._tall > room:
            rule(pen.surface, pen.theme, left + _PAD, y + tall + GAP, inner)
        self.row_of_buttons(pen, answers, (left + _PAD, y + tall + 3 * GAP, inner), main=answers[0][0])

    def sheet_of_paper(self, pen: Pen, rect: Rect) -> None:
        """The paper itself."""
        draw_paper(pen.surface, pen.theme, rect)

    def _settle(self) -> bool:
        """Also the height of the paper follows its text."""
        tall = self._content - 2 * GAP
        if abs(self._tall - tall) > 0.01:  # noqa: PLR2004 - less is rounding
            self._tall = tall
            super()._settle()
            return True
        return super()._settle()
