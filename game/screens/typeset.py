"""Setting text: lines as data, furigana above them, drawn letter by letter without setting them again.

Lines are broken between phrases; where that would leave a line less than 70 % full, before a word that does
not begin in hiragana; then wherever the kinsoku rules allow; where a word is longer than a line, anywhere.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

import pygame

from game.screens.breaking import decent, fair_breaks, glyphs_of, good_breaks, kinsoku
from game.screens.colours import Colour
from game.screens.fonts import Face
from game.screens.furigana import Ruby, parse_ruby
from game.screens.theme import Theme

Measure: TypeAlias = Callable[[str], int]
"""From one glyph to its width in native pixels."""

LEADING: Final = 1.5
RUBY_SHARE: Final = 0.5
LEAST_FILL: Final = 0.7
_FAIR_FILL: Final = 0.6
_LEAST_FILL_EVEN: Final = 0.45
_WIDOW: Final = 0.25
_EVEN_TRIES: Final = 32
MOST_WIDE_GLYPHS: Final = 40
"""Japanese glyphs a line at most (the rule of ``screens.md``)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line drawn at once. ``x`` in native pixels from the layout's left.

    ``edges`` are the right edges of its glyphs, from ``x``.
    ``start`` is how many glyphs of the layout are drawn before it.
    """

    text: str
    x: int
    start: int
    edges: tuple[int, ...]
    reading: str = ""
    reading_x: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces, its width, and ``y``, the top of its box of ``Layout.line_height``."""

    pieces: tuple[Piece, ...]
    y: int
    width: int

    @property
    def text(self) -> str:
        """What the line says, without furigana."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Layout:
    """Set text, in native pixels.

    ``glyphs`` counts what the typewriter shows; spaces at line ends are left out.
    """

    lines: tuple[Line, ...]
    em: int
    face: Face
    line_height: int
    width: int
    height: int
    glyphs: int


class _Setter:
    """One paragraph being set: the widths of its glyphs, and where it may be broken."""

    def __init__(
        self, glyphs: tuple[str, ...], rubies: Sequence[Ruby], measure: Measure, ruby_measure: Measure
    ) -> None:
        self.glyphs = glyphs
        self.rubies = rubies
        self.own = [measure(glyph) for glyph in glyphs]
        self.readings = [sum(ruby_measure(glyph) for glyph in glyphs_of(one.reading)) for one in rubies]
        widths = list(self.own)
        for one, reading in zip(rubies, self.readings, strict=True):
            # A reading wider than its base gives the base air on both sides.
            lacking = max(0, reading - sum(self.own[one.start : one.end]))
            widths[one.start] += lacking // 2
            widths[one.end - 1] += lacking - lacking // 2
        self.least_fill = LEAST_FILL
        self.sums = [0, *accumulate(widths)]
        inside = {at for one in rubies for at in range(one.start + 1, one.end)}
        self.allowed = sorted(kinsoku(glyphs) - inside)
        self.good = sorted(good_breaks(glyphs) - inside)
        self.inside = inside
        # How far the glyphs up to each place reach without the spaces at their end; it never falls.
        self.reach = [0]
        for glyph, end in zip(glyphs, self.sums[1:], strict=True):
            self.reach.append(self.reach[-1] if glyph.isspace() else end)

    @cached_property
    def fair(self) -> list[int]:
        """Where a line may end when between phrases it would be too short."""
        return sorted(fair_breaks(self.glyphs) - self.inside)

    @cached_property
    def decent(self) -> list[int]:
        """Where a line may end when nothing better is to be had; it is seldom asked for."""
        return [at for at in range(1, len(self.glyphs)) if at not in self.inside and decent(self.glyphs, at)]

    def span(self, start: int, end: int) -> int:
        """Width of the glyphs ``start`` to ``end``, without the spaces at its end."""
        return max(0, self.reach[end] - self.sums[start])

    def next_break(self, start: int, width: int) -> int:
        """Where the line begun at ``start`` ends; at least one glyph is taken."""
        limit = max(start + 1, bisect_right(self.reach, self.sums[start] + width) - 1)
        if limit >= len(self.glyphs):
            return len(self.glyphs)
        good = _last_within(self.good, start, limit)
        if good and self.span(start, good) >= self.least_fill * width:
            return good
        fair = _last_within(self.fair, start, limit)
        if fair and self.span(start, fair) >= _FAIR_FILL * width:
            return fair
        allowed = _last_within(self.allowed, start, limit)
        full = self.span(start, allowed) >= self.least_fill * width
        if allowed and (full or not self._too_long_from(allowed, width)):
            return allowed
        return _last_within(self.decent, start, limit) or limit

    def _too_long_from(self, start: int, width: int) -> bool:
        """Whether the word that follows is longer than a line anyway: it then begins here and is broken."""
        following = bisect_right(self.allowed, start)
        end = self.allowed[following] if following < len(self.allowed) else len(self.glyphs)
        return self.span(start, end) > width

    def lines(self, width: int) -> list[tuple[int, int]]:
        """First glyph and end of each line, the spaces where lines part left out."""
        found, start = [], 0
        while start < len(self.glyphs):
            end = self.next_break(start, width)
            following = end
            while end > start and self.glyphs[end - 1].isspace():
                end -= 1
            while following < len(self.glyphs) and self.glyphs[following].isspace():
                following += 1
            found.append((start, end))
            start = following
        return found or [(0, 0)]

    def pieces(self, start: int, end: int, shown: int) -> tuple[Piece, ...]:
        """The line of the glyphs ``start`` to ``end`` as pieces; ``shown`` glyphs come before it."""
        cuts = {start, end}
        for one in self.rubies:
            cuts |= {at for at in (one.start, one.end) if start < at < end}
        places = sorted(cuts)
        made = []
        for left, right in pairwise(places):
            over = next((n for n, one in enumerate(self.rubies) if one.start == left), None)
            box_x, box = self.sums[left] - self.sums[start], self.sums[right] - self.sums[left]
            own = sum(self.own[left:right])
            reading = "" if over is None else self.rubies[over].reading
            made.append(
                Piece(
                    text="".join(self.glyphs[left:right]),
                    x=box_x + (box - own) // 2,
                    start=shown + left - start,
                    edges=tuple(accumulate(self.own[left:right])),
                    reading=reading,
                    reading_x=box_x + (box - self.readings[over]) // 2 if over is not None else 0,
                )
            )
        return tuple(made)


def _last_within(places: Sequence[int], start: int, limit: int) -> int:
    """The last of the sorted places after ``start`` and not after ``limit``; 0 when there is none."""
    at = bisect_right(places, limit) - 1
    return places[at] if at >= 0 and places[at] > start else 0


def layout(
    text: str,
    measure: Measure,
    width: int,
    *,
    em: int,
    face: Face = "regular",
    ruby_measure: Measure | None = None,
    balance: bool = False,
) -> Layout:
    """Text set into lines no wider than ``width`` native pixels; a single glyph wider than that stands alone.

    Pure: it knows only what ``measure`` says. ``em`` is the height of the letters in native pixels.
    Furigana is drawn when ``ruby_measure`` (widths at half the size) is given and left out otherwise. With
    ``balance`` lines are evened out, at most one line longer, for a few short lines that stand by themselves.
    A newline begins a paragraph.
    """
    line_height = round(em * LEADING)
    lines: list[Line] = []
    shown = 0
    setters = []
    for paragraph in text.split("\n"):
        plain, rubies = parse_ruby(paragraph)
        kept = rubies if ruby_measure else ()
        setters.append(_Setter(glyphs_of(plain), kept, measure, ruby_measure or measure))
    for setter in setters:
        for start, end in _lines(setter, width, balance=balance):
            lines.append(
                Line(setter.pieces(start, end, shown), len(lines) * line_height, setter.span(start, end))
            )
            shown += end - start
    return Layout(
        lines=tuple(lines),
        em=em,
        face=face,
        line_height=line_height,
        width=max(line.width for line in lines),
        height=len(lines) * line_height,
        glyphs=shown,
    )


def _lines(setter: _Setter, width: int, *, balance: bool) -> list[tuple[int, int]]:
    """The lines of a paragraph: evened out when asked for, or when the last would be a word all alone."""
    lines = setter.lines(width)
    if len(lines) > 1 and (balance or setter.span(*lines[-1]) < _WIDOW * width):
        # Even lines are ragged on purpose: a phrase kept whole counts for more than a line well filled.
        setter.least_fill = _LEAST_FILL_EVEN
        lines = _even(setter, width, lines, most=len(lines) + balance, balance=balance)
    return lines


def _even(
    setter: _Setter, width: int, lines: list[tuple[int, int]], *, most: int, balance: bool
) -> list[tuple[int, int]]:
    """``lines`` set anew, ``most`` of them at most: few parted phrases, few lines.

    With ``balance`` the longest one is as short as can be; else only as short as keeps the last word company.
    """
    good = {*setter.good, len(setter.glyphs)}

    def cost(lines: list[tuple[int, int]]) -> tuple[bool, int, int, int]:
        # Spaces after the end of a line are not part of it, and phrases begin behind them.
        starts = [start for start, _ in lines[1:]]
        parted = sum(start not in good for start in starts)
        longest = max(setter.span(*line) for line in lines)
        alone = not balance and setter.span(*lines[-1]) < _WIDOW * width
        return alone, parted, len(lines), longest if balance else -longest

    shares = range(_EVEN_TRIES // most, _EVEN_TRIES + 1)
    widths = {width * share // _EVEN_TRIES for share in shares}
    tried = (setter.lines(one) for one in sorted(widths))
    return min([lines, *(one for one in tried if len(one) <= most)], key=cost)


def column_width(theme: Theme, role: str | float, available: float) -> int:
    """Native pixels of a column of ``available`` units, at most 40 Japanese glyphs of this size wide."""
    return min(theme.px(available), MOST_WIDE_GLYPHS * theme.em(role))


def draw(
    surface: pygame.Surface,
    lay: Layout,
    pos: tuple[int, int],
    colour: Colour,
    theme: Theme,
    *,
    reveal: int | None = None,
) -> None:
    """Draw set text with its top left at ``pos`` (native pixels).

    ``reveal`` is how many glyphs are shown so far, the whole text when None; nothing is set again for it.
    Furigana reaches a quarter em above the first line's box.
    """
    ruby_em = round(lay.em * RUBY_SHARE)
    drop = (lay.line_height - lay.em) // 2
    for line in lay.lines:
        for piece in line.pieces:
            count = len(piece.edges) if reveal is None else min(reveal - piece.start, len(piece.edges))
            if count <= 0 or not piece.text:
                continue
            at = (pos[0] + piece.x, pos[1] + line.y + drop)
            ink = theme.render(lay.face, lay.em, piece.text, colour)
            whole = count == len(piece.edges)
            surface.blit(ink, at, None if whole else (0, 0, piece.edges[count - 1], ink.get_height()))
            if piece.reading and whole:
                over = theme.render(lay.face, ruby_em, piece.reading, colour)
                surface.blit(over, (pos[0] + piece.reading_x, at[1] - ruby_em))
