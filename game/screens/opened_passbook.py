"""The open passbook on the table, as it is drawn: beside what it means, or above it.

Where there is room the passbook lies left and what it means stands right of it; with large letters one
stands below the other and all of it scrolls, and a row that is asked about unfolds.
"""

from abc import abstractmethod
from typing import TYPE_CHECKING, Final

from game.screens.button_rows import rows_height
from game.screens.colours import mix
from game.screens.desk import draw_paper, draw_wood
from game.screens.hints import going_on
from game.screens.panel import Answer
from game.screens.reveal_beside import Beside, Plan, paper_inks, wood_inks
from game.screens.reveal_columns import Passbook, row_height, set_passbook
from game.screens.reveal_paper import (
    TITLE,
    closing_height,
    draw_closing,
    draw_elements,
    draw_headings,
    headings_height,
)
from game.screens.sheet import Sheet
from game.screens.stage import Host
from game.screens.theme import GAP, SHEET, TEXT_SIZES, Rect
from game.screens.widgets import rule

if TYPE_CHECKING:
    from game.screens.pace import Printed
    from game.screens.pen import Pen
    from game.screens.reveal_told import RevealTold

ROW: Final = "row:"
"""Begins the names of the spots of rows; the row's number follows."""

_PAGE: Final[Rect] = (32, 28, 712, 664)
_BESIDE: Final[Rect] = (780, 26, 468, 666)
_INSET: Final = 28.0
_EDGE: Final = 32.0
_SENTENCE: Final = TEXT_SIZES["choice"]
_SAID: Final = TEXT_SIZES["body"]
_REST: Final = TEXT_SIZES["printed"]
_CURVE: Final = 300.0
"""Letters and the height of the curve where the parts stand below each other."""


def row_of(name: str | None) -> int | None:
    """The row a spot is about, None for any other spot."""
    return int(name.removeprefix(ROW)) if name is not None and name.startswith(ROW) else None


class OpenedPassbook(Sheet):
    """Base of the reveal: the picture of what is told, as far as it has been printed."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self.chosen: int | None = None
        """The row that is asked about."""
        self.wide = True
        """Whether the passbook and what it means stand side by side, as they were last drawn."""
        self._set: tuple[Pen, RevealTold, float, Passbook] | None = None
        self._planned: tuple[Pen, RevealTold, Plan | None] | None = None
        self._sentence_at = 0.0
        self._to_sentence = False

    @property
    @abstractmethod
    def told(self) -> "RevealTold":
        """Everything that is shown, in the language of the moment."""

    @property
    @abstractmethod
    def now(self) -> "Printed":
        """How far the paced part is."""

    @abstractmethod
    def answers(self) -> list[Answer]:
        """The buttons; the first one is the main one."""

    def ask(self, index: int) -> None:
        """A row is pressed: ask about it; where rows unfold, fold it again the second time."""
        self.chosen = None if not self.wide and self.chosen == index else index
        self._follow = True

    def to_sentence(self) -> None:
        """Where everything scrolls, bring what the customer does next into view."""
        self._to_sentence = True

    def _settle(self) -> bool:
        if self._to_sentence and self.now.over:
            self._to_sentence = False
            if not self.wide and self._window is not None:
                self.offset = self._sentence_at - self._window[3] * 0.4
                super()._settle()
                return True
        return super()._settle()

    def compose(self, pen: "Pen") -> None:
        """Side by side where everything has room, else one below the other."""
        draw_wood(pen.surface, pen.theme)
        plan = self._plan(pen)
        self.wide = plan is not None
        if plan is not None:
            self._compose_wide(pen, plan)
        else:
            self._compose_tall(pen)

    def _plan(self, pen: "Pen") -> Plan | None:
        if self._planned is None or self._planned[0] is not pen or self._planned[1] is not self.told:
            foot = self._foot_height(pen, _BESIDE[2]) + 3 * GAP
            plan = Beside(pen, self.told, _BESIDE[2]).plan(_BESIDE[3] - foot)
            self._planned = (pen, self.told, plan)
        return self._planned[2]

    def _book(self, pen: "Pen", width: float) -> Passbook:
        known = self._set
        if known is None or known[0] is not pen or known[1] is not self.told or known[2] != width:
            book = set_passbook(pen, self.told, self.app.backstage.words, width)
            self._set = known = (pen, self.told, width, book)
        return known[3]

    def _compose_wide(self, pen: "Pen", plan: Plan) -> None:
        now = self.now
        x, y, width, height = _PAGE
        draw_paper(pen.surface, pen.theme, _PAGE)
        book = self._book(pen, width - 2 * _INSET)
        left, end = x + _INSET, y + height
        y += self._title(pen, left, y + 2 * GAP, book.width) + 2 * GAP
        y += draw_headings(pen, book, left, y)
        foot = closing_height(pen, self.told, book.width) + 0.5 * GAP
        # Whole rows are seen: what is left over goes to the balance below.
        rows = int((end - foot - y) / row_height(pen)) * row_height(pen)
        window = (x + 0.5 * GAP, y, width - GAP, rows)
        if not self.now.over:
            self.offset = book.beginning_after(book.height(now.rows) - rows)
        with self.scrolling(pen, window) as top:
            self.content_ends(top + book.beginning_after(book.height() - rows) + rows)
            first = top + self.offset - book.snapped(self.offset)
            # Nor is a row cut in half at the foot, where one of several lines has moved the others.
            whole = book.whole_within(book.snapped(self.offset), rows)
            with pen.window((x + 0.5 * GAP, y, width - GAP, whole)):
                draw_elements(
                    pen, book, (left, first), printed=now.rows, chosen=self.chosen, spot=self._row_spot
                )
        printed = now.rows >= len(book.elements)
        self._fold(pen, y + rows)
        foot = end - y - rows
        draw_closing(pen, book, (left, y + rows), height=foot, balanced=printed, stamped=now.stamp)
        self._beside(pen, plan, now.words, self._curve_shown())

    def _fold(self, pen: "Pen", y: float) -> None:
        """The fold between the rows and the balance: a shade above, a light edge below."""
        colours, (x, _, width, _) = pen.theme.colours, _PAGE
        for drop, share in ((-3, 0.25), (-2, 0.5), (-1, 0.9)):
            shade = mix(colours.paper, colours.rule, share)
            pen.surface.fill(shade, pen.theme.rect((x, y + drop, width, 1)))
        pen.surface.fill(colours.card, pen.theme.rect((x, y, width, 1.5)))

    def _title(self, pen: "Pen", x: float, y: float, width: float) -> float:
        colours = pen.theme.colours
        title = self.app.backstage.words("Passbook of credit")
        tall = pen.write(title, TITLE, colours.indigo, (x, y), width, face="bold")
        used = pen.width(title, TITLE, face="bold") + 3 * GAP
        if self._title_height(pen, width) == pen.line(TITLE) + GAP:
            drop = (tall - pen.line("hint")) * 0.62
            pen.write(
                self.told.holder, "hint", colours.soft_ink, (x + used, y + drop), width - used, align="right"
            )
            return tall + GAP
        return tall + pen.write(self.told.holder, "hint", colours.soft_ink, (x, y + tall), width) + GAP

    def _title_height(self, pen: "Pen", width: float) -> float:
        title = self.app.backstage.words("Passbook of credit")
        used = pen.width(title, TITLE, face="bold") + 3 * GAP
        if used + pen.width(self.told.holder, "hint") <= width:
            return pen.line(TITLE) + GAP
        return pen.line(TITLE) + pen.height(self.told.holder, "hint", width) + GAP

    def _curve_shown(self) -> float:
        """The curve follows the printer in quarters of a row: every step of it is a picture of its own."""
        now = self.now
        return 1.0 if now.over else min(0.999, int(now.rows * 4) / 4 / max(1, self.told.lines))

    def _row_spot(self, index: int, rect: Rect) -> None:
        if self.now.over:
            self.spot(f"{ROW}{index}", (rect[0] - GAP, rect[1], rect[2] + 2 * GAP, rect[3]),
                      lambda: self.ask(index), scrolled=True)  # fmt: skip

    def _beside(self, pen: "Pen", plan: Plan, words: float, printed: float) -> None:
        told, (x, y, width, height) = self.told, _BESIDE
        beside = Beside(pen, told, width)
        inks = wood_inks(pen).at(words)
        behind = None if self.chosen is None else told.behind[self.chosen]
        if words > 0:
            if behind is None:
                beside.head(told.next_time, told.sentence, plan.sentence, (x, y), inks)
            else:
                beside.head(behind.heading, behind.said, plan.said, (x, y), inks)
        y += plan.top + 2 * GAP
        beside.curve((x, y, width, plan.curve), chosen=self.chosen, shown=printed)
        y += plan.curve + 2 * GAP
        if words > 0:
            if behind is None:
                beside.outcome((x, y), plan.rest, inks)
            else:
                beside.pairs(behind.pairs, (x, y), plan.rest, inks)
        self._foot(pen, (x, _BESIDE[1] + height - self._foot_height(pen, width), width))

    def _foot_height(self, pen: "Pen", width: float) -> float:
        return rows_height(pen, [label for _, label, _ in self.answers()], width)

    def _foot(self, pen: "Pen", area: tuple[float, float, float]) -> None:
        """The ways on; while it prints, how to hurry it."""
        words = self.app.backstage.words
        if self.now.over:
            self.row_of_buttons(pen, self.answers(), area, main="review", on_wood=True)
        else:
            hint = words("{key}: finish printing", key=going_on(self.app))
            pen.write(hint, "hint", pen.theme.colours.soft_on_wood, (area[0], area[1] + GAP), area[2])

    # ── one below the other ─────────────────────────────────────────────────────────────────────

    def _compose_tall(self, pen: "Pen") -> None:
        room = SHEET[0] - 2 * _EDGE
        foot = self._foot_height(pen, room)
        window = (0.0, 0.0, float(SHEET[0]), SHEET[1] - foot - 4 * GAP)
        book = self._book(pen, room - 2 * _INSET)
        head = self._title_height(pen, book.width) + 5 * GAP + headings_height(pen)
        if not self.now.over:
            self.offset = max(0.0, head + book.height(self.now.rows) - window[3])
        with self.scrolling(pen, window, on_wood=True) as top:
            y = self._paper(pen, book, top + 2 * GAP, head - 2 * GAP) + 4 * GAP
            self._sentence_at = y + self.offset
            self.content_ends(self._below(pen, y, room) + 3 * GAP)
        rule(pen.surface, pen.theme, 0, window[3], SHEET[0], colour=pen.theme.colours.deep_wood)
        self._foot(pen, (_EDGE, window[3] + 2 * GAP, room))

    def _paper(self, pen: "Pen", book: Passbook, top: float, head: float) -> float:
        """The passbook from ``top`` down; the y where its paper ends."""
        told, now, x = self.told, self.now, _EDGE + _INSET
        unfolded = 0.0 if self.chosen is None else self._unfolded_height(pen, book, self.chosen)
        foot = closing_height(pen, told, book.width) + GAP
        tall = head + book.height() + unfolded + foot
        paper = pen.theme.rect((_EDGE, top, book.width + 2 * _INSET, tall))
        pen.surface.fill(pen.theme.colours.paper, paper)
        y = top + 2 * GAP
        y += self._title(pen, x, y, book.width) + GAP
        y += draw_headings(pen, book, x, y)
        y = draw_elements(
            pen, book, (x, y), printed=now.rows, chosen=self.chosen, spot=self._row_spot,
            unfold=lambda index, at: self._unfold(pen, book, index, at),
        )  # fmt: skip
        y = top + tall - foot
        printed = now.rows >= len(book.elements)
        draw_closing(pen, book, (x, y), height=foot, balanced=printed, stamped=now.stamp)
        return y + foot

    def _unfolded_height(self, pen: "Pen", book: Passbook, index: int) -> float:
        behind, beside = self.told.behind[index], Beside(pen, self.told, book.width - 2 * GAP)
        if not behind.quoted:
            return beside.pairs_height(behind.pairs, _REST) + 2 * GAP
        return (
            beside.head_height(behind.heading, behind.said, _SAID)
            + beside.pairs_height(behind.pairs, _REST)
            + 3 * GAP
        )

    def _unfold(self, pen: "Pen", book: Passbook, index: int, y: float) -> float:
        x, tall = _EDGE + _INSET, self._unfolded_height(pen, book, index)
        colours, behind = pen.theme.colours, self.told.behind[index]
        pen.surface.fill(colours.due_ground, pen.theme.rect((x - GAP, y, book.width + 2 * GAP, tall)))
        pen.surface.fill(colours.indigo, pen.theme.rect((x - GAP, y, 4, tall)))
        beside, inks = Beside(pen, self.told, book.width - 2 * GAP), paper_inks(pen)
        y += GAP
        if behind.quoted:
            y += beside.head(behind.heading, behind.said, _SAID, (x + GAP, y), inks) + GAP
        beside.pairs(behind.pairs, (x + GAP, y), _REST, inks)
        return tall

    def _below(self, pen: "Pen", y: float, width: float) -> float:
        """What the passbook means, below it; the y where it ends."""
        told, now = self.told, self.now
        beside, inks = Beside(pen, told, width), wood_inks(pen).at(now.words)
        if now.words > 0:
            beside.head(told.next_time, told.sentence, _SENTENCE, (_EDGE, y), inks)
        y += beside.head_height(told.next_time, told.sentence, _SENTENCE) + 2 * GAP
        beside.curve((_EDGE, y, width, _CURVE), chosen=self.chosen, shown=self._curve_shown())
        y += _CURVE + 2 * GAP
        if now.words > 0:
            beside.outcome((_EDGE, y), _REST, inks)
        return y + beside.outcome_height(_REST)
