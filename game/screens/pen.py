"""Writing on a screen: texts set once and remembered, drawn where they are asked for, each place noted.

Places are design units. The notes (``Box``) are what the tests of the layout look at: no text may leave
the room it was given, and no two may lie on each other.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import pygame

from game.screens.colours import Colour
from game.screens.fonts import Face
from game.screens.paint import disc
from game.screens.theme import Rect, Theme
from game.screens.typeset import Layout, draw, layout

Align: TypeAlias = Literal["left", "centre", "right"]

_MOST_LAYOUTS: Final = 800


@dataclass(frozen=True, slots=True)
class Box:
    """A text as it was drawn: its rectangle in native pixels and the ``room`` it must stay in.

    ``scrolled``: it lies in a window that scrolls; the part that is seen is noted.
    """

    text: str
    rect: pygame.Rect
    room: pygame.Rect
    scrolled: bool


class Pen:
    """Sets and writes texts in one theme.

    Args:
        theme: Sizes, fonts, colours.
        furigana: Whether readings are written above the kanji that have some.
    """

    def __init__(self, theme: Theme, *, furigana: bool = False) -> None:
        self.theme = theme
        self.furigana = furigana
        self.boxes: list[Box] = []
        self.surface: pygame.Surface
        self._layouts: OrderedDict[tuple[str, str | float, int, Face, bool], Layout] = OrderedDict()
        self._window: pygame.Rect | None = None

    def on(self, surface: pygame.Surface) -> "Pen":
        """Begin a drawing on this surface; the notes of the last one are forgotten."""
        self.surface = surface
        self.boxes = []
        return self

    def set(
        self,
        text: str,
        role: str | float,
        width: float,
        *,
        face: Face = "regular",
        balance: bool = False,
    ) -> Layout:
        """``text`` set in a column of ``width`` units; the same question gets the same answer."""
        room = max(1, int(width * self.theme.scale))
        key = (text, role, room, face, balance)
        lay = self._layouts.get(key)
        if lay is None:
            em = self.theme.em(role)
            ruby = self.theme.measure(face, max(6, em // 2)) if self.furigana else None
            lay = layout(
                text, self.theme.measure(face, em), room, em=em, face=face, ruby_measure=ruby, balance=balance
            )
            if len(self._layouts) >= _MOST_LAYOUTS:
                self._layouts.popitem(last=False)
            self._layouts[key] = lay
        else:
            self._layouts.move_to_end(key)
        return lay

    def width(self, text: str, role: str | float, *, face: Face = "regular") -> float:
        """Units a text takes on one line."""
        return self.theme.units(self.set(text, role, 100_000, face=face).width) + 0.01

    def line(self, role: str | float) -> float:
        """Height of one line in units, leading included."""
        return self.theme.units(round(self.theme.em(role) * 1.5))

    def height(
        self, text: str, role: str | float, width: float, *, face: Face = "regular", balance: bool = False
    ) -> float:
        """Units of height a text takes in a column of ``width`` units."""
        return self.theme.units(self.set(text, role, width, face=face, balance=balance).height)

    def write(
        self,
        text: str,
        role: str | float,
        colour: Colour,
        at: tuple[float, float],
        width: float,
        *,
        face: Face = "regular",
        align: Align = "left",
        balance: bool = False,
        room: Rect | None = None,
    ) -> float:
        """Write a text with its top left at ``at`` in a column of ``width`` units; returns its height.

        ``room`` is what it must stay in, the column itself when None.
        """
        lay = self.set(text, role, width, face=face, balance=balance)
        left, top = self.theme.at(*at)
        spare = int(width * self.theme.scale) - lay.width
        self._draw(lay, (left, top), align, spare, colour=colour)
        rect = pygame.Rect(left + _shift(align, spare), top, lay.width, lay.height)
        column = pygame.Rect(left, top, round(width * self.theme.scale) + 1, lay.height)
        self._note(text, rect, self.theme.rect(room) if room else column)
        return self.theme.units(lay.height)

    def item(
        self, text: str, role: str | float, colour: Colour, at: tuple[float, float], width: float
    ) -> float:
        """Write one item of a list after its dot; returns its height."""
        indent = self.theme.units(self.theme.em(role))
        middle = self.theme.at(at[0] + indent * 0.36, at[1] + self.line(role) / 2)
        disc(self.surface, middle, max(2, self.theme.em(role) // 7), self.theme.colours.soft_ink)
        return self.write(text, role, colour, (at[0] + indent, at[1]), width - indent)

    def _draw(self, lay: Layout, at: tuple[int, int], align: Align, spare: int, *, colour: Colour) -> None:
        """Draw the lines, each shifted by itself; ``spare``: pixels the widest leaves free in its column."""
        clip, (left, top) = self.surface.get_clip(), at
        if top > clip.bottom or top + lay.height < clip.top:
            return
        if align == "left" or len(lay.lines) == 1:
            draw(self.surface, lay, (left + _shift(align, spare), top), colour, self.theme)
            return
        for line in lay.lines:
            alone = Layout(
                (line,), lay.em, lay.face, lay.line_height, line.width, lay.line_height, lay.glyphs
            )
            own = _shift(align, spare + lay.width - line.width)
            draw(self.surface, alone, (left + own, top), colour, self.theme)

    def note(self, text: str, rect: Rect, room: Rect) -> None:
        """Note a text that something else has drawn."""
        self._note(text, self.theme.rect(rect), self.theme.rect(room))

    def _note(self, text: str, rect: pygame.Rect, room: pygame.Rect) -> None:
        if self._window is not None:
            rect, room = rect.clip(self._window), room.clip(self._window)
            if not rect.width or not rect.height:
                return
        self.boxes.append(Box(text, rect, room, self._window is not None))

    @contextmanager
    def window(self, rect: Rect) -> Iterator[None]:
        """What is drawn inside shows in this rectangle only: a place whose content scrolls."""
        before = self.surface.get_clip()
        self._window = self.theme.rect(rect)
        self.surface.set_clip(self._window.clip(before))
        try:
            yield
        finally:
            self.surface.set_clip(before)
            self._window = None


def _shift(align: Align, spare: int) -> int:
    """How far a line that leaves ``spare`` pixels free begins from the left."""
    return {"left": 0, "centre": spare // 2, "right": spare}[align]
