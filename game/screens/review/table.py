"""How a review lies on the table: the page at the left, the curve and the index of pages at the right.

With large letters one stands below the other and all of it scrolls.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.button_rows import rows_height
from game.screens.charts import Chart, draw_chart, faint_colour
from game.screens.desk import draw_paper, draw_wood
from game.screens.review.blocks import USUAL, Column, Setting, fitting, height_of
from game.screens.sheet import Sheet
from game.screens.stage import Host
from game.screens.theme import GAP, SHEET, Rect
from game.screens.widgets import focus_ring, rule

if TYPE_CHECKING:
    from game.debrief.review.pages import Page
    from game.screens.fonts import Face
    from game.screens.panel import Answer
    from game.screens.pen import Pen

_PAGE: Final[Rect] = (32, 28, 712, 664)
_RIGHT: Final[Rect] = (780, 28, 468, 664)
_INSET: Final = 32.0
_EDGE: Final = 32.0
_LEAST_CURVE: Final = 150.0
_TALL_CURVE: Final = 300.0
_SAMPLE: Final = 26.0
_ROW_PAD: Final = 5.0


class ReviewTable(Sheet):
    """Base of the review: the picture. A subclass has the pages and answers the hands."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        self.wide = True
        """Whether the page lies beside the curve, as it was last drawn."""
        self._page_at = 0.0
        self._to_page = False

    @property
    @abstractmethod
    def pages(self) -> "tuple[Page, ...]":
        """All pages, in the language of the moment."""

    @property
    @abstractmethod
    def page(self) -> "Page":
        """The one that lies open."""

    @abstractmethod
    def chart(self) -> Chart:
        """The curve, with what belongs to the page."""

    @abstractmethod
    def heading(self) -> tuple[str, str]:
        """The title, and what it is the review of."""

    @abstractmethod
    def dashed(self) -> str:
        """What the dashed curve is."""

    @abstractmethod
    def open_page(self, name: str) -> None:
        """Turn to a page."""

    @abstractmethod
    def page_answers(self) -> "list[Answer]":
        """What can be done with the page that lies open; the first one is the main one."""

    @abstractmethod
    def answers(self) -> "list[Answer]":
        """The ways on."""

    def to_page(self) -> None:
        """Where everything scrolls, bring the page into view."""
        self._to_page = True

    def _settle(self) -> bool:
        if self._to_page:
            self._to_page = False
            if not self.wide:
                self.offset = self._page_at - 2 * GAP
                self._follow = False
                super()._settle()
                return True
        return super()._settle()

    def compose(self, pen: "Pen") -> None:
        """Side by side where everything has room, else one below the other."""
        draw_wood(pen.surface, pen.theme)
        curve = _RIGHT[3] - self._beside_height(pen, _RIGHT[2])
        self.wide = curve >= _LEAST_CURVE
        if self.wide:
            self._compose_wide(pen, curve)
        else:
            self._compose_tall(pen)

    # ── side by side ────────────────────────────────────────────────────────────────────────────

    def _beside_height(self, pen: "Pen", width: float) -> float:
        """What stands around the curve takes so much of the height."""
        foot = rows_height(pen, [label for _, label, _ in self.answers()], width)
        index = sum(self._row_height(pen, page, width) for page in self.pages)
        # With every line a curve can have, so that no page lies otherwise than the one before.
        legend = self._legend(pen, None, width, self._samples(every=True))
        return self._head_height(pen, width) + legend + index + foot + 6 * GAP

    def _compose_wide(self, pen: "Pen", curve: float) -> None:
        x, y, width, height = _PAGE
        draw_paper(pen.surface, pen.theme, _PAGE)
        answers, inner = self.page_answers(), width - 2 * _INSET
        foot = rows_height(pen, [label for _, label, _ in answers], inner) + 3 * GAP if answers else 0.0
        window = (x + _INSET - GAP, y + 2 * GAP, inner + 3 * GAP, height - foot - 4 * GAP)
        setting = USUAL
        if self.page.moment is not None:  # what would have worked stands at its end, and is to be seen
            setting = fitting(pen, self.page.blocks, inner, window[3] - 2 * GAP)
        with self.scrolling(pen, window) as top:
            self.content_ends(self._blocks(pen, x + _INSET, top + GAP, inner, setting) + GAP)
        end = y + height - foot
        if answers:
            if self._content > window[3]:
                rule(pen.surface, pen.theme, x + _INSET, end - GAP, inner)
            self.row_of_buttons(pen, answers, (x + _INSET, end, inner), main=answers[0][0])
        self._right(pen, curve)

    def _right(self, pen: "Pen", curve: float) -> None:
        x, y, width, height = _RIGHT
        bottom = y + height
        y += self._head(pen, (x, y), width) + GAP
        draw_chart(pen.surface, pen.theme, (x, y, width, curve), self.chart())
        y += curve + GAP
        y += self._legend(pen, (x, y), width) + 2 * GAP
        self._index(pen, (x, y), width, scrolled=False)
        foot = rows_height(pen, [label for _, label, _ in self.answers()], width)
        self.row_of_buttons(pen, self.answers(), (x, bottom - foot, width), on_wood=True)

    # ── one below the other ─────────────────────────────────────────────────────────────────────

    def _compose_tall(self, pen: "Pen") -> None:
        room = SHEET[0] - 2 * _EDGE
        answers = [*self.page_answers(), *self.answers()]
        main = answers[0][0] if self.page_answers() else ""
        foot = rows_height(pen, [label for _, label, _ in answers], room)
        window = (0.0, 0.0, float(SHEET[0]), SHEET[1] - foot - 4 * GAP)
        with self.scrolling(pen, window, on_wood=True) as top:
            y = top + 3 * GAP
            y += self._head(pen, (_EDGE, y), room) + GAP
            draw_chart(pen.surface, pen.theme, (_EDGE, y, room, _TALL_CURVE), self.chart())
            y += _TALL_CURVE + GAP
            y += self._legend(pen, (_EDGE, y), room) + 2 * GAP
            y = self._index(pen, (_EDGE, y), room, scrolled=True) + 3 * GAP
            self._page_at = y + self.offset
            inner = room - 2 * _INSET
            tall = height_of(pen, self.page.blocks, inner) + 4 * GAP
            pen.surface.fill(pen.theme.colours.paper, pen.theme.rect((_EDGE, y, room, tall)))
            self._blocks(pen, _EDGE + _INSET, y + 3 * GAP, inner)
            self.content_ends(y + tall + 3 * GAP)
        rule(pen.surface, pen.theme, 0, window[3], SHEET[0], colour=pen.theme.colours.deep_wood)
        self.row_of_buttons(pen, answers, (_EDGE, window[3] + 2 * GAP, room), main=main, on_wood=True)

    # ── the parts ───────────────────────────────────────────────────────────────────────────────

    def _blocks(self, pen: "Pen", x: float, y: float, width: float, setting: Setting = USUAL) -> float:
        column = Column(pen, (x, y), width, setting=setting)
        for block in self.page.blocks:
            column.add(block)
        return column.y

    def _head_height(self, pen: "Pen", width: float) -> float:
        title, of = self.heading()
        if self._head_beside(pen, width):
            return pen.line("title")
        return pen.height(title, "title", width, face="bold") + pen.height(of, "hint", width)

    def _head_beside(self, pen: "Pen", width: float) -> bool:
        title, of = self.heading()
        return pen.width(title, "title", face="bold") + 3 * GAP + pen.width(of, "hint") <= width

    def _head(self, pen: "Pen", at: tuple[float, float], width: float) -> float:
        (x, y), (title, of), colours = at, self.heading(), pen.theme.colours
        tall = pen.write(title, "title", colours.on_wood, at, width, face="bold")
        if self._head_beside(pen, width):
            used = pen.width(title, "title", face="bold") + 3 * GAP
            drop = (pen.line("title") - pen.line("hint")) * 0.62
            pen.write(of, "hint", colours.soft_on_wood, (x + used, y + drop), width - used, align="right")
            return tall
        return tall + pen.write(of, "hint", colours.soft_on_wood, (x, y + tall), width)

    def _samples(self, *, every: bool = False) -> "Sequence[tuple[str, str]]":
        words, chart = self.app.backstage.words, self.chart()
        found = [("line", words("Balance"))]
        if chart.faint or every:
            found.append(("faint", words("Best trust still in reach")))
        if chart.other or every:
            found.append(("dashed", self.dashed()))
        return found

    def _legend(
        self,
        pen: "Pen",
        at: tuple[float, float] | None,
        width: float,
        samples: "Sequence[tuple[str, str]] | None" = None,
    ) -> float:
        """What each line of the curve is; the height it takes. Nothing is drawn without a place."""
        line, left, row = pen.line("hint"), 0.0, 0
        for kind, label in samples or self._samples():
            wide = _SAMPLE + GAP + pen.width(label, "hint")
            if left and left + wide > width:
                left, row = 0.0, row + 1
            if at is not None:
                x, y = at[0] + left, at[1] + row * line
                self._sample(pen, kind, (x, y + line / 2))
                room = min(pen.width(label, "hint") + 1, width - _SAMPLE - GAP)
                pen.write(label, "hint", pen.theme.colours.soft_on_wood, (x + _SAMPLE + GAP, y), room)
            left += wide + 2.5 * GAP
        return (row + 1) * line

    def _sample(self, pen: "Pen", kind: str, at: tuple[float, float]) -> None:
        colours, theme = pen.theme.colours, pen.theme
        if kind == "dashed":
            for n in range(3):
                dash = theme.rect((at[0] + n * 10, at[1] - 1, 6, 2))
                pen.surface.fill(colours.soft_on_wood, dash)
            return
        ink, thick = (colours.on_wood, 3.2) if kind == "line" else (faint_colour(colours), 2.4)
        pen.surface.fill(ink, theme.rect((at[0], at[1] - thick / 2, _SAMPLE, thick)))

    def _row_height(self, pen: "Pen", page: "Page", width: float) -> float:
        # In bold as when it lies open: no row grows under the hand that opens it.
        return pen.height(page.label, "body", self._label_room(pen, width), face="bold") + 2 * _ROW_PAD

    def _label_room(self, pen: "Pen", width: float) -> float:
        numbers, beside = self._number_room(pen), max(pen.width(one.beside, "body") for one in self.pages)
        return width - numbers - beside - 4 * GAP

    def _number_room(self, pen: "Pen") -> float:
        return pen.line("small") + 2 * GAP

    def _index(self, pen: "Pen", at: tuple[float, float], width: float, *, scrolled: bool) -> float:
        """The pages there are, one a row; the y where they end."""
        x, y = at
        for page in self.pages:
            height = self._row_height(pen, page, width)
            self._row(pen, page, (x, y, width, height), scrolled=scrolled)
            y += height
        return y

    def _row(self, pen: "Pen", page: "Page", rect: Rect, *, scrolled: bool) -> None:
        (x, y, width, height), colours, theme = rect, pen.theme.colours, pen.theme
        chosen = page.name == self.page.name
        focused = self.spot(page.name, rect, self._opener(page.name), scrolled=scrolled)
        if chosen:
            pygame.draw.rect(pen.surface, colours.card, theme.rect(rect), border_radius=theme.px(4))
        ink, soft = (colours.indigo, colours.soft_ink) if chosen else (colours.on_wood, colours.soft_on_wood)
        numbers, room = self._number_room(pen), self._label_room(pen, width)
        top = y + _ROW_PAD
        if page.number:
            self._number(pen, page.number, (x + GAP + pen.line("small") / 2, top + pen.line("body") / 2))
        face: Face = "bold" if chosen else "regular"
        pen.write(page.label, "body", ink, (x + numbers + GAP, top), room + 1, face=face)
        beside = width - numbers - room - 2.5 * GAP
        pen.write(page.beside, "body", soft, (x + width - beside - GAP, top), beside, align="right")
        if focused and chosen:
            focus_ring(
                pen.surface, theme, (x + 0.75 * GAP, y + 0.75 * GAP, width - 1.5 * GAP, height - 1.5 * GAP)
            )
        elif focused:
            focus_ring(
                pen.surface, theme, (x + 0.5 * GAP, y + 0.5 * GAP, width - GAP, height - GAP), on_wood=True
            )

    def _number(self, pen: "Pen", number: int, middle: tuple[float, float]) -> None:
        """The disc that stands on the curve, too."""
        colours, theme = pen.theme.colours, pen.theme
        radius, at = theme.px(pen.line("small") * 0.44), theme.at(*middle)
        pygame.draw.circle(pen.surface, colours.on_wood, at, radius)
        pygame.draw.circle(pen.surface, colours.indigo, at, radius - theme.px(2))
        ink = theme.render("bold", theme.em("hint"), str(number), colours.card)
        pen.surface.blit(ink, ink.get_rect(center=at))

    def _opener(self, name: str) -> Callable[[], None]:
        return lambda: self.open_page(name)
