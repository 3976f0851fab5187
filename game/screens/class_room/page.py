"""A page before a class: its frame, its letters, and whether everything has room on it.

Letters are never below ``LEAST`` units (28 pixels of a projector's 1080), so that the back row can read
them; within that a page is drawn as large as a person wished and as its texts leave room for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.class_room.shown import Shown
from game.screens.colours import Colour, Palette
from game.screens.fonts import Face
from game.screens.furigana import without_ruby
from game.screens.paint import document, picture
from game.screens.pen import Align, Pen
from game.screens.theme import GAP, SHEET, Rect
from game.screens.typeset import Layout

if TYPE_CHECKING:
    from game.format.words import Words

LEAST: Final = 19.0
"""Units of the smallest letters at any time: 28.5 pixels of 1080."""

EDGE: Final = 64.0
"""Units of paper left free on both sides."""

WIDE: Final = SHEET[0] - 2 * EDGE
TOP: Final = 36.0
FOOT: Final = 672.0
"""The y of the line that names the keys; the body of a page ends above it."""

END: Final = FOOT - 1.75 * GAP

SIZES: Final = {
    "headline": 34.0,
    "question": 26.0,
    "sentence": 24.0,
    "kicker": 21.0,
    "body": 22.0,
    "small": LEAST,
    "number": 40.0,
    "large": 64.0,
}
"""Role → units of its letters where the page is neither enlarged nor crowded."""

_HEADLINES: Final = (1.0, 0.92, 0.84, 0.76, 0.68)
"""Shares of the size of a headline that are tried for a long one."""

LADDER: Final = (2.0, 1.75, 1.5, 1.25, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.7)
"""Shares of those sizes that are tried, the largest that was wished first."""


_ROUNDING: Final = 0.5
"""Units that may be lacking."""


class NoRoom(Exception):  # noqa: N818 - it is what was found, and no error
    """The letters of this drawing are too large for the page."""


@dataclass
class Page:
    """One drawing of one page.

    Args:
        pen: Writes at 100 % text; the size of letters is the page's.
        words: The language of the moment.
        shown: What of the page is to be seen.
        share: Of ``LADDER``: how large its letters are.
        thresholds: The least trust of each band above the lowest, rising.
        names: By the number of a seat, for pages that show names.
    """

    pen: Pen
    words: "Words"
    shown: Shown
    share: float = 1.0
    thresholds: tuple[int, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    last: bool = True
    """Whether no smaller letters will be tried: what has no room is then cut short with dots."""
    blind: bool = False
    """Whether only its texts matter: shapes are left out."""

    @property
    def look(self) -> Palette:
        """The colours."""
        return self.pen.theme.colours

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""
        return self.pen.surface

    # ── letters ─────────────────────────────────────────────────────────────────────────────────

    def size(self, role: str | float) -> float:
        """Units of the letters of a role on this page; small ones, and units, stay as they are."""
        if not isinstance(role, str):
            return max(LEAST, role)
        return LEAST if role == "small" else max(LEAST, SIZES[role] * self.share)

    def line(self, role: str | float) -> float:
        """Units of one line of a role."""
        return self.pen.line(self.size(role))

    def width(self, text: str, role: str | float, *, face: Face = "regular") -> float:
        """Units a text takes on one line."""
        return self.pen.width(text, self.size(role), face=face)

    def height(
        self, text: str, role: str | float, width: float, *, face: Face = "regular", most: int = 0
    ) -> float:
        """Units of height a text takes in a column; of ``most`` lines at most, if that is above 0."""
        lay = self.pen.set(text, self.size(role), width, face=face)
        lines = min(len(lay.lines), most) if most else len(lay.lines)
        return self.pen.theme.units(lines * lay.line_height)

    def write(
        self,
        text: str,
        role: str | float,
        at: tuple[float, float],
        width: float,
        *,
        colour: Colour | None = None,
        face: Face = "regular",
        align: Align = "left",
        most: int = 0,
    ) -> float:
        """Write a text with its top left at ``at``; returns its height.

        ``most``: lines at the most. Where it needs more, smaller letters are tried, and in the end it is cut.
        """
        if most:
            self.need(self.height(text, role, width, face=face), most * self.line(role))
            text = self.shortened(text, role, width, face=face, most=most)
        colour = self.look.ink if colour is None else colour
        return self.pen.write(text, self.size(role), colour, at, width, face=face, align=align)

    def shortened(
        self, text: str, role: str | float, width: float, *, face: Face = "regular", most: int = 1
    ) -> str:
        """As much of a text as stands on ``most`` lines, with dots where that is not all of it."""

        def lines(part: str) -> int:
            return len(self.pen.set(part, self.size(role), width, face=face).lines)

        if lines(text) <= most:
            return text
        plain = without_ruby(text)
        low, high = 0, len(plain)
        while low < high:
            middle = (low + high + 1) // 2
            if lines(f"{plain[:middle].rstrip()}…") <= most:
                low = middle
            else:
                high = middle - 1
        return f"{plain[:low].rstrip()}…"

    def need(self, units: float, room: float) -> None:
        """Something needs so many units where there is so much room.

        Raises ``NoRoom`` where that is too little and smaller letters are still to be tried.
        """
        if units - room > _ROUNDING and not self.last:
            raise NoRoom

    # ── the frame ───────────────────────────────────────────────────────────────────────────────

    def head(
        self,
        kicker: Sequence[tuple[str, bool]],
        headline: str,
        *,
        most: int = 2,
        tag: tuple[str, Colour] | None = None,
    ) -> float:
        """The small line at the top (each part soft or in ink) and the headline; the y below them.

        Soft parts that have no room are left out.
        ``tag``: a word before all of it, in bold and in its colour.
        """
        x, y = EDGE, TOP
        if tag is not None and tag[0]:
            wide = self.width(tag[0], "kicker", face="bold")
            self.write(tag[0], "kicker", (x, y), wide + 1, colour=tag[1], face="bold")
            x += wide + 1.4 * self.size("kicker")
        for text, inked in kicker:
            room, wide = SHEET[0] - EDGE - x, self.width(text, "kicker") if text else 0.0
            if inked:
                self.need(wide, room)
            if text and (wide <= room or (inked and room > 2 * self.size("kicker"))):
                colour = self.look.ink if inked else self.look.soft_ink
                said = self.shortened(text, "kicker", room)
                self.write(said, "kicker", (x, y), room, colour=colour)
                x += wide + 1.4 * self.size("kicker")
        y += self.line("kicker") + 2
        if headline:
            size = self.headline_size(headline, most)
            y += self.write(headline, size, (EDGE, y), WIDE, face="bold", most=most)
        return y

    def headline_size(self, text: str, most: int = 2) -> float:
        """Units of the letters of a headline: the largest of which it needs no more than ``most`` lines.

        It makes itself smaller, so that a long one costs the rest of the page nothing.
        """
        sizes = [SIZES["headline"] * self.share * part for part in _HEADLINES]
        fitting = (size for size in sizes if len(self._set_headline(text, size).lines) <= most)
        return max(LEAST, next(fitting, sizes[-1]))

    def _set_headline(self, text: str, size: float) -> Layout:
        return self.pen.set(text, max(LEAST, size), WIDE, face="bold")

    def foot(self, keys: Sequence[tuple[str, str]], right: str, aside: str = "") -> None:
        """What each key does, and where one is; the keys that have no room are left out.

        ``aside`` stands before where one is, if it costs no key its room.
        """
        colour = self.look.soft_ink
        said = f"{aside}  ·  {right}" if aside else right
        needed = sum(
            self.pen.width(key, LEAST, face="bold") + self.pen.width(does, LEAST) + 4 * GAP
            for key, does in keys
        )
        if aside and needed + self.pen.width(said, LEAST) > WIDE:
            said = right
        right, where = said, self.pen.width(said, LEAST)
        end = SHEET[0] - EDGE - where
        self.pen.write(right, LEAST, colour, (end, FOOT), where + 1)
        x = EDGE
        for key, does in keys:
            bold = self.pen.width(key, LEAST, face="bold")
            wide = bold + GAP + self.pen.width(does, LEAST)
            if x + wide > end - 3 * GAP:
                break
            self.pen.write(key, LEAST, self.look.indigo, (x, FOOT), bold + 1, face="bold")
            self.pen.write(does, LEAST, colour, (x + bold + GAP, FOOT), wide)
            x += wide + 3 * GAP

    def rule(self, y: float, *, x: float = EDGE, width: float = WIDE, strong: bool = False) -> None:
        """A thin line across the page."""
        left, top = self.pen.theme.at(x, y)
        colour = self.look.soft_ink if strong else self.look.rule
        size = self.pen.theme.px(width), self.pen.theme.px(1.5 if strong else 1)
        self.surface.fill(colour, (left, top, *size))

    def card(self, y: float, tag: str, text: str, *, tint: Colour) -> None:
        """A white card across the page with a coloured edge: what the trainer asks. ``tag`` in its colour."""
        height = self.card_height(tag, text)
        area = self.pen.theme.rect((EDGE, y, WIDE, height))
        self.surface.fill(self.look.card, area)
        edge = self.pen.theme.rect((EDGE, y, 8, height))
        self.surface.fill(tint, edge)
        lead = self._tag_width(tag)
        if tag:
            drop = (self.line("question") - self.line("kicker")) * 0.62
            self.write(
                tag, "kicker", (EDGE + 3.5 * GAP, y + 1.75 * GAP + drop), lead, colour=tint, face="bold"
            )
        self.write(text, "question", (EDGE + 3.5 * GAP + lead, y + 1.75 * GAP), WIDE - 7 * GAP - lead)

    def card_height(self, tag: str, text: str) -> float:
        """Units a card with this text is high."""
        return self.height(text, "question", WIDE - 7 * GAP - self._tag_width(tag)) + 3.5 * GAP

    def _tag_width(self, tag: str) -> float:
        return self.width(tag, "kicker", face="bold") + 2.75 * GAP if tag else 0.0

    # ── shapes ──────────────────────────────────────────────────────────────────────────────────

    def shapes(self, rect: Rect, body: str) -> None:
        """SVG shapes in units of a rectangle of the page, drawn smooth at the window's own pixels."""
        if self.blind:
            return
        area = self.pen.theme.rect(rect)
        self.surface.blit(picture(document(body, (0, 0, rect[2], rect[3])), area.size), area)


Draw = Callable[[Page], None]
"""Draws all of a page but its foot."""
