"""A line of text that is typed on a sheet of paper, in any script, also by way of an input method."""

import unicodedata
from abc import abstractmethod
from typing import Final

import pygame

from game.screens import clipboard
from game.screens.breaking import glyphs_of
from game.screens.hands import Act, Deed
from game.screens.panel import Panel
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP, Rect

FIELD: Final = "name"
"""The spot of the line."""

_AFTER_COMPOSITION: Final = 0.1
"""Seconds after a composition in which its last key may still arrive: systems differ in the order."""


class WrittenLine:
    """A line of text being typed: glyphs, a caret between them, and what an input method composes.

    ``offered``: the text is a suggestion; the first thing typed takes its place. ``most`` glyphs have room.
    """

    def __init__(self, offered: str, most: int) -> None:
        self.most = most
        self.offer(offered)

    @property
    def text(self) -> str:
        """What has been entered, without spaces at its ends."""
        return "".join(self.glyphs).strip()

    def offer(self, text: str) -> None:
        """Put a suggestion in, the caret behind it."""
        self.offered = True
        self.glyphs: list[str] = list(glyphs_of(text))
        self.caret = len(self.glyphs)
        self.composition = ""
        self.inside = 0

    def insert(self, text: str) -> None:
        """Text typed or pasted: control characters are refused, what is too long is left out."""
        if self.offered:
            self.glyphs, self.caret, self.offered = [], 0, False
        clean = "".join(char for char in text if printable(char))
        # An accent may come by itself, after its letter: they are one glyph.
        before = unicodedata.normalize("NFC", "".join(self.glyphs[: self.caret]) + clean)
        after = self.glyphs[self.caret :]
        kept = list(glyphs_of(before))[: self.most - len(after)]
        self.glyphs, self.caret = kept + after, len(kept)

    def delete(self) -> None:
        """Take away the glyph before the caret; a suggestion goes whole."""
        if self.offered:
            self.glyphs, self.caret, self.offered = [], 0, False
        elif self.caret:
            self.caret -= 1
            del self.glyphs[self.caret]

    def move(self, to: int) -> None:
        """Put the caret before this glyph; a suggestion is taken as it stands."""
        self.offered = False
        self.caret = min(max(to, 0), len(self.glyphs))


def printable(char: str) -> bool:
    """Whether a character may stand in a line: letters, marks, signs and spaces, nothing that steers."""
    return unicodedata.category(char)[0] != "C" and unicodedata.category(char) not in ("Zl", "Zp")


class WritingPanel(Panel):
    """A sheet of paper with one line to be typed on; a subclass says what becomes of it."""

    typing = True

    def __init__(self, app: Host, field: WrittenLine) -> None:
        super().__init__(app)
        self.field = field
        self.here = FIELD
        """The spot of the line that is typed in."""
        self._composed_until = 0.0

    @abstractmethod
    def take_typed(self) -> None:
        """Enter on the line: what was typed is meant."""

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def line(self, pen: Pen, x: float, y: float, width: float) -> float:
        """Draw the text on a ruled line with its caret, what is composed underlined; the y where it ends."""
        colours, theme, field = pen.theme.colours, pen.theme, self.field
        role, tall = "title", pen.line("title")
        rect: Rect = (x, y, width, tall + GAP)
        focused = self.spot(FIELD, rect, self.take_typed, scrolled=True)
        before = "".join(field.glyphs[: field.caret])
        shown = before + field.composition + "".join(field.glyphs[field.caret :])
        start, share = self._fitted(pen, shown, role, width - 2 * GAP)
        left = x + GAP
        if field.offered and focused and shown:
            ground = theme.rect((left - 2, y + 0.5 * GAP, pen.width(shown, share) + 0.5 * GAP, tall))
            pygame.draw.rect(pen.surface, colours.focus_ground, ground)
        pen.write(shown or " ", share, colours.ink, (left, y + 0.5 * GAP + start), width - GAP, room=rect)
        line = theme.rect((x, y + tall + GAP, width, 2.4 if focused else 1.4))
        pen.surface.fill(colours.indigo if focused else colours.soft_ink, line)
        if focused:
            self._caret(pen, (left, y + 0.5 * GAP + start), before, share)
        return y + tall + GAP

    def _fitted(self, pen: Pen, text: str, role: str, width: float) -> tuple[float, str | float]:
        """The size in which a long text still fits its line, and how much lower it then begins."""
        own = pen.width(text, role)
        if own <= width:
            return 0.0, role
        size = pen.theme.em(role) / pen.theme.em(100.0) * 100.0 * width / own * 0.98
        return (pen.line(role) - pen.line(size)) / 2, size

    def _caret(self, pen: Pen, at: tuple[float, float], before: str, size: str | float) -> None:
        colours, theme, field = pen.theme.colours, pen.theme, self.field
        begin = at[0] + (pen.width(before, size) if before else 0)
        inside = field.composition[: field.inside]
        caret = begin + (pen.width(inside, size) if inside else 0)
        tall = pen.line(size)
        if field.composition:
            end = begin + pen.width(field.composition, size)
            pen.surface.fill(colours.indigo, theme.rect((begin, at[1] + tall * 0.88, end - begin, 1.6)))
        pen.surface.fill(colours.indigo, theme.rect((caret, at[1] + tall * 0.14, 2, tall * 0.72)))
        pygame.key.set_text_input_rect(theme.rect((caret, at[1], 2, tall)))

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """Keys of the line first; while an input method composes, all keys are its own."""
        field = self.field
        if field.composition or self.app.clock() < self._composed_until:
            if deed.act is Act.BACK and field.composition:
                self._drop_composition()
            return
        if deed.act is Act.DELETE:
            self.focus = self.here
            field.delete()
        elif deed.act is Act.PASTE:
            self.focus = self.here
            field.insert(clipboard.text())
        elif self.focus == self.here and deed.act in (Act.LEFT, Act.RIGHT, Act.FIRST, Act.LAST):
            field.move({
                Act.LEFT: field.caret - 1,
                Act.RIGHT: field.caret + 1,
                Act.FIRST: 0,
                Act.LAST: len(field.glyphs),
            }[deed.act])  # fmt: skip
        else:
            super().act(deed)
            return
        self.app.redraw()

    def typed(self, text: str) -> None:
        """Text goes into the line, wherever the focus was."""
        self._composed()
        self.focus = self.here
        self.field.insert(text)
        self.app.redraw()

    def composing(self, text: str, cursor: int) -> None:
        """An input method is at work: its text is shown in place, underlined."""
        if text and self.field.offered:
            self.field.delete()
        if not text:
            self._composed()
        self.focus = self.here
        self.field.composition = "".join(char for char in text if printable(char))
        self.field.inside = cursor
        self.app.redraw()

    def _composed(self) -> None:
        """A composition has ended. The key that ended it may come after it, and means nothing else."""
        if self.field.composition:
            self._composed_until = self.app.clock() + _AFTER_COMPOSITION
        self.field.composition = ""

    def _drop_composition(self) -> None:
        """Escape in a composition drops it, and nothing more; the input method is told."""
        self._composed()
        pygame.key.stop_text_input()
        pygame.key.start_text_input()
        self.app.redraw()

    def press(self, at: tuple[float, float]) -> None:
        """A click on the line only puts the focus there."""
        spot = self._spot_at(at)
        if spot is not None and spot.name == FIELD:
            self.focus = FIELD
            self.app.redraw()
        else:
            super().press(at)
