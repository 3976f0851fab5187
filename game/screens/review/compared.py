"""The first time beside the last: what was said, what came of it, and both curves."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.debrief.review.again import FirstAndLast, first_and_last
from game.debrief.review.answered import once_told
from game.debrief.review.blocks import Heading, Words
from game.debrief.review.line import beside, curve_points
from game.debrief.review.steps import Step, steps_of
from game.debrief.review.told import Teller
from game.screens.balance_curve import balance_curve
from game.screens.button_rows import rows_height
from game.screens.charts import Chart, draw_chart
from game.screens.desk import draw_paper, draw_wood
from game.screens.panel import Answer
from game.screens.review.attempt import Attempt
from game.screens.review.blocks import Column
from game.screens.sheet import Sheet
from game.screens.stage import Host, Screen
from game.screens.theme import GAP, SHEET, Rect

if TYPE_CHECKING:
    from game.screens.pen import Pen

_EDGE: Final = 32.0
_TOP: Final = 28.0
_INSET: Final = 32.0
_CURVE: Final = 330.0
_APART: Final = 28.0


class ComparedScreen(Sheet):
    """Shown on leaving what was tried again; the meeting's own result stays what it was."""

    def __init__(self, app: Host, attempt: Attempt, once_more: Callable[[], None], back_to: Screen) -> None:
        super().__init__(app)
        self.attempt = attempt
        self._once_more = once_more
        self._back_to = back_to
        self._reveal = attempt.play.reveal()
        self._told: FirstAndLast | None = None
        self._steps: tuple[Step, ...] = ()

    @property
    def told(self) -> FirstAndLast:
        """Both, in the language of the moment."""
        if self._told is None:
            backstage, attempt = self.app.backstage, self.attempt
            play, words = attempt.play, backstage.words
            in_reach = None if attempt.ways is None else attempt.ways.best
            teller = Teller(words, play.scenario, backstage.settings.trainee or words("You"))
            self._steps = steps_of(play.game, self._reveal.path)
            self._told = first_and_last(
                play.game, self._reveal, self._steps, attempt.position, attempt.choices, in_reach, teller
            )
        return self._told

    def relanguaged(self) -> None:
        """Both in the other language."""
        self.attempt.relanguaged()
        self._told = None

    def back(self) -> None:
        """To the review."""
        self.app.show(self._back_to)

    def answers(self) -> list[Answer]:
        """The ways on."""
        words = self.app.backstage.words
        return [
            ("again", words("Once more from here"), self._once_more),
            ("back", words("Back to the review"), self.back),
        ]

    def begin_with(self) -> str | None:
        """Back to the review."""
        return "back"

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    def compose(self, pen: "Pen") -> None:
        """A sheet of paper: both ways side by side, the curves below them."""
        draw_wood(pen.surface, pen.theme)
        room = SHEET[0] - 2 * _EDGE
        foot = rows_height(pen, [label for _, label, _ in self.answers()], room)
        paper: Rect = (_EDGE, _TOP, room, SHEET[1] - _TOP - foot - 5 * GAP)
        draw_paper(pen.surface, pen.theme, paper)
        inner = room - 2 * _INSET
        window = (_EDGE + _INSET - GAP, _TOP + 2 * GAP, inner + 3 * GAP, paper[3] - 4 * GAP)
        with self.scrolling(pen, window) as top:
            self.content_ends(self._both(pen, (_EDGE + _INSET, top + GAP), inner) + GAP)
        at = (_EDGE, paper[1] + paper[3] + 2.5 * GAP, room)
        self.row_of_buttons(pen, self.answers(), at, main="back", on_wood=True)

    def _both(self, pen: "Pen", at: tuple[float, float], width: float) -> float:
        words, told = self.app.backstage.words, self.told
        column = Column(pen, at, width)
        column.add(Heading(words("The first time, and the last")))
        first = once_told(words("The first time"), told.first, words)
        last = once_told(words("This time"), told.last, words)
        half = (width - _APART) / 2
        if pen.theme.text_percent <= 125:  # noqa: PLR2004 - above it two columns have no room
            ends = []
            for number, block in enumerate((first, last)):
                part = Column(pen, (at[0] + number * (half + _APART), column.y), half)
                part.add(block)
                ends.append(part.y)
            column.y = max(ends)
        else:
            column.add(first)
            column.add(last)
        chart = self._chart()
        draw_chart(pen.surface, pen.theme, (at[0], column.y, width, _CURVE), chart)
        column.y += _CURVE + 1.5 * GAP
        column.add(Words(words("The result of the meeting stays the first one."), soft=True))
        return column.y

    def _chart(self) -> Chart:
        reveal, game = self._reveal, self.attempt.play.game
        words = self.app.backstage.words
        points = curve_points(reveal)
        later = words("{days} days", days=game.book.settlement.days)
        chart = balance_curve(points, game.book.bands.thresholds(), reveal.settled_from, later)
        last = self.told.last.reveal
        if last is None:
            return chart
        booked = self._steps[self.attempt.position].booked
        other = beside(points, reveal.settled_from, last, booked)
        return replace(chart, other=other, other_label=words("This time"))
