"""Controls: buttons, choices, columns of text that scroll, the ring that shows the focus.

They draw, and say where they are; what a press means is the screen's affair.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias
from weakref import WeakKeyDictionary

import pygame

from game.screens.colours import Colour
from game.screens.fonts import Face
from game.screens.paint import across, disc, round_card
from game.screens.theme import GAP, Rect, Theme
from game.screens.typeset import RUBY_SHARE, Layout, column_width, draw, layout

State: TypeAlias = Literal["normal", "focused", "pressed", "spoken"]
"""``focused``: the keyboard is on it or the mouse over it; ``spoken``: it was chosen, others are faded."""

_ROW_PAD: Final = 11
_MOST_SET: Final = 400
_NUMBER_SPACE: Final = 56
_LEFT_OF_NUMBER: Final = 10


_set: WeakKeyDictionary[Theme, dict[Hashable, Layout]] = WeakKeyDictionary()


def set_text(
    theme: Theme,
    text: str,
    width: float,
    role: str | float = "body",
    *,
    face: Face = "regular",
    balance: bool = False,
    ruby: bool = False,
) -> Layout:
    """Text set in this theme, ``width`` units wide and never more than 40 Japanese glyphs; remembered."""
    kept = _set.setdefault(theme, {})
    key = (text, width, role, face, balance, ruby)
    lay = kept.pop(key, None)
    if lay is None:
        lay = _set_anew(theme, text, width, role, face, balance, ruby)
        if len(kept) >= _MOST_SET:
            del kept[next(iter(kept))]
    kept[key] = lay
    return lay


def _set_anew(  # noqa: PLR0917 - the parts of the key, in its order
    theme: Theme, text: str, width: float, role: str | float, face: Face, balance: bool, ruby: bool
) -> Layout:
    em = theme.em(role)
    return layout(
        text,
        theme.measure(face, em),
        column_width(theme, role, width),
        em=em,
        face=face,
        ruby_measure=theme.measure(face, round(em * RUBY_SHARE)) if ruby else None,
        balance=balance,
    )


def write(
    surface: pygame.Surface,
    theme: Theme,
    text: str,
    pos: tuple[float, float],
    role: str | float = "body",
    *,
    colour: Colour | None = None,
    face: Face = "regular",
    anchor: float = 0.0,
) -> pygame.Rect:
    """One line of text with its top at ``pos`` on the sheet; where it lies in native pixels.

    ``anchor`` 0: ``pos`` is its left, 0.5 its middle, 1 its right.
    """
    ink = theme.render(face, theme.em(role), text, colour or theme.colours.ink)
    x, y = theme.at(*pos)
    return surface.blit(ink, (x - round(ink.get_width() * anchor), y))


def rule(
    surface: pygame.Surface, theme: Theme, x: float, y: float, width: float, *, colour: Colour | None = None
) -> None:
    """A horizontal line, one design unit thick."""
    left, top = theme.at(x, y)
    surface.fill(colour or theme.colours.rule, (left, top, theme.px(width), theme.px(1)))


def focus_ring(surface: pygame.Surface, theme: Theme, rect: Rect, *, on_wood: bool = False) -> None:
    """The frame around what the keyboard is on: three units wide, outside the thing itself."""
    colour = theme.colours.on_wood if on_wood else theme.colours.indigo
    area = theme.rect(rect).inflate(theme.px(8), theme.px(8))
    pygame.draw.rect(surface, colour, area, theme.px(3), theme.px(5))


def button(
    surface: pygame.Surface,
    theme: Theme,
    rect: Rect,
    label: str,
    *,
    state: State = "normal",
    key: str = "",
    main: bool = False,
    on_wood: bool = False,
) -> None:
    """A button; ``main`` is filled, the others are outlined; ``key`` is shown beside the label, softer."""
    look, area = theme.colours, theme.rect(rect)
    if main:
        ground, letters = (look.card, look.indigo) if on_wood else (look.indigo, look.card)
        edge = ground
        soft = look.soft_ink if on_wood else look.card
    else:
        ground = look.wood if on_wood else look.card
        letters = look.on_wood if on_wood else look.ink
        edge = look.soft_on_wood if on_wood else look.soft_ink
        soft = look.soft_on_wood if on_wood else look.soft_ink
    if state == "pressed":
        area = area.move(0, theme.px(1))
    round_card(surface, area, ground, edge, radius=theme.px(4), width=theme.px(2))
    em = theme.em("body")
    ink = theme.render("bold" if main else "regular", em, label, letters)
    hint = theme.render("regular", theme.em("hint"), key, soft) if key else None
    space = theme.px(10) if hint else 0
    x = area.centerx - (ink.get_width() + space + (hint.get_width() if hint else 0)) // 2
    surface.blit(ink, (x, area.centery - ink.get_height() // 2))
    if hint:
        surface.blit(hint, (x + ink.get_width() + space, area.centery - hint.get_height() // 2))
    if state == "focused":
        focus_ring(surface, theme, rect, on_wood=on_wood)


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One choice, set and placed: ``number`` from 1, ``rect`` on the sheet (also what a press must hit)."""

    number: int
    rect: Rect
    text: Layout


def _number_radius(theme: Theme) -> int:
    """Native pixels of the ring around a choice's number."""
    return max(theme.px(15), round(theme.em("small") * 0.95))


def number_space(theme: Theme) -> float:
    """Units from the left of a choice to its text: the number and its ring stand there, however large."""
    return max(_NUMBER_SPACE, _LEFT_OF_NUMBER + theme.units(2 * _number_radius(theme)) + 1.75 * GAP)


def choice_rows(
    theme: Theme, sentences: Sequence[str], left: float, top: float, width: float
) -> tuple[ChoiceRow, ...]:
    """Whole sentences one under another from ``top``, each row as high as its text needs."""
    rows, y = [], top
    for number, sentence in enumerate(sentences, start=1):
        text = set_text(theme, sentence, width - number_space(theme) - 1.75 * GAP, "choice")
        height = theme.units(text.height) + 2 * _ROW_PAD
        rows.append(ChoiceRow(number, (left, y, width, height), text))
        y += height
    return tuple(rows)


def choice_row(
    surface: pygame.Surface, theme: Theme, row: ChoiceRow, state: State = "normal", *, faded: bool = False
) -> None:
    """Draw a choice with its number and the line under it; ``faded`` when another one was spoken."""
    look, area = theme.colours, theme.rect(row.rect)
    chosen = state != "normal"
    if chosen:
        if theme.contrast == "high":
            surface.fill(look.focus_ground, area)
        else:
            surface.blit(across(area.size, look.focus_ground, look.paper), area)
        surface.fill(look.indigo, (area.x, area.y, theme.px(8 if state == "pressed" else 5), area.height))
    first = area.y + theme.px(_ROW_PAD) + row.text.line_height // 2
    radius = _number_radius(theme)
    centre = (area.x + theme.px(_LEFT_OF_NUMBER) + radius, first)
    ring = look.soft_ink
    disc(
        surface,
        centre,
        radius,
        look.indigo if chosen else None,
        None if chosen else ring,
        width=theme.px(1.6),
    )
    numeral = theme.render(
        "bold" if chosen else "regular", theme.em("small"), str(row.number), look.card if chosen else ring
    )
    surface.blit(numeral, numeral.get_rect(center=centre))
    nudge = theme.px(2) if state == "pressed" else 0
    colour = look.soft_ink if faded else look.ink
    draw(
        surface,
        row.text,
        (area.x + theme.px(number_space(theme)) + nudge, area.y + theme.px(_ROW_PAD)),
        colour,
        theme,
    )
    surface.fill(look.rule, (area.x, area.bottom - theme.px(1), area.width, theme.px(1)))


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a column: its text, its colour, and the space before it in design units."""

    text: Layout
    colour: Colour
    before: float = 8


@dataclass
class Column:
    """Text that scrolls inside ``rect``: ``offset`` native pixels of it are above the top edge."""

    theme: Theme
    rect: Rect
    blocks: list[Block] = field(default_factory=list)
    offset: int = 0

    @property
    def height(self) -> int:
        """Native pixels of all blocks together."""
        return sum(block.text.height + self.theme.px(block.before) for block in self.blocks)

    @property
    def most(self) -> int:
        """The greatest offset: the end of the text lies at the bottom edge."""
        return max(0, self.height - self.theme.rect(self.rect).height)

    def scroll(self, pixels: int) -> bool:
        """Scroll down by so many pixels (up: negative), as far as there is text; whether anything moved."""
        before = self.offset
        self.offset = min(self.most, max(0, self.offset + pixels))
        return self.offset != before

    def to_end(self) -> None:
        """Show the newest text."""
        self.offset = self.most

    def tops(self) -> tuple[int, ...]:
        """The native y in the window at which each block begins, wherever it is scrolled to."""
        y, found = self.theme.rect(self.rect).y - self.offset, []
        for block in self.blocks:
            y += self.theme.px(block.before)
            found.append(y)
            y += block.text.height
        return tuple(found)

    def draw(self, surface: pygame.Surface, *, reveal: int | None = None) -> None:
        """Draw what is in sight; ``reveal`` limits the glyphs of the last block. A bar shows where one is."""
        area = self.theme.rect(self.rect)
        held = surface.get_clip()
        surface.set_clip(area.clip(held))
        for number, (block, y) in enumerate(zip(self.blocks, self.tops(), strict=True)):
            if y < area.bottom and y + block.text.height > area.top:
                last = number == len(self.blocks) - 1
                draw(
                    surface,
                    block.text,
                    (area.x, y),
                    block.colour,
                    self.theme,
                    reveal=reveal if last else None,
                )
        surface.set_clip(held)
        if self.most:
            self._bar(surface, area)

    def _bar(self, surface: pygame.Surface, area: pygame.Rect) -> None:
        theme = self.theme
        length = max(theme.px(24), area.height * area.height // self.height)
        y = area.y + (area.height - length) * self.offset // self.most
        surface.fill(theme.colours.rule, (area.right + theme.px(6), y, theme.px(4), length))
