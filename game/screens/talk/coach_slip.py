"""What a coach shows in the talk: a slip of the passbook on the table, with the balance and what moved it.

It is drawn in meetings begun with a coach and in no other. An entry is printed when the answer to it has
been read; until then the slip shows the balance as it was.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import pygame

from game.debrief.coach_told import Booked, booked, welcome_told
from game.debrief.numbers_told import with_minus
from game.screens.paper import paper_ground
from game.screens.pen import Box, Pen
from game.screens.shadow import soft_shadow
from game.screens.theme import GAP, SHEET, Rect

if TYPE_CHECKING:
    from game.core.coached import Coached
    from game.core.passbook import Entry
    from game.screens.backstage import Play
    from game.screens.colours import Colour
    from game.screens.stage import Host
    from game.screens.talk.flow import TalkFlow
    from game.screens.theme import Theme

_LEFT: Final = 20.0
_WIDE: Final = 628.0
_END: Final = 708.0
_HIGHEST: Final = 424.0
"""The slip never reaches higher: there the chin of whoever sits opposite is."""

_PAD: Final = 14.0
_AREA: Final = (0.0, _HIGHEST - 3 * GAP, 668.0, SHEET[1] - _HIGHEST + 3 * GAP)
"""Where it can lie, its shadow included."""

_COLUMN: Final = 0.4
"""The most of a line the names of principles may take beside reasons that stand below what happened."""

_BETWEEN: Final = 2 * GAP
"""Units between two columns."""

_Style = Literal["row", "below", "bare"]
"""Where principle and reason of an entry stand: behind what happened, below it, or nowhere."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """What stands on the slip: the balance, the entries, how many questions are welcome (None: not told)."""

    balance: int
    entries: "tuple[Entry, ...]"
    questions: int | None


@dataclass(frozen=True, slots=True)
class _Plan:
    """How much there is room for: ``style`` of the entries, the last line, how many of the entries."""

    style: _Style
    welcome: bool
    count: int


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths in units: what happened, principles, reasons in a row, points."""

    text: float
    principle: float
    reason: float
    points: float


class CoachSlip:
    """The slip of one meeting; ``play`` is coached."""

    def __init__(self, app: "Host", play: "Play") -> None:
        self.app = app
        self.play = play
        self._pen: Pen | None = None
        self._known: tuple[object, Coached] | None = None
        self._shown: _Printed | None = None
        self._layout: tuple[object, tuple[list[Booked], _Plan, float]] | None = None

    def seen(self) -> "tuple[int, tuple[Entry, ...]]":
        """The balance and the entries as they were drawn last."""
        shown = self._shown
        return (self._coached().before, ()) if shown is None else (shown.balance, shown.entries)

    def boxes(self) -> tuple[Box, ...]:
        """Where the texts of the last drawing stand."""
        return () if self._pen is None else tuple(self._pen.boxes)

    def listen(self, flow: "TalkFlow", *, waiting: bool) -> None:
        """Ask to be drawn when something else is to be seen; ``waiting``: a choice is not answered yet."""
        if self._printed(flow, waiting=waiting) != self._shown:
            self.app.redraw(_AREA)

    def draw(self, surface: pygame.Surface, theme: "Theme", flow: "TalkFlow", *, waiting: bool) -> None:
        """The slip at the foot of the stage, as high as what stands on it."""
        if not theme.rect(_AREA).colliderect(surface.get_clip()):
            return
        if self._pen is None or self._pen.theme is not theme:
            self._pen = Pen(theme)
        pen = self._pen.on(surface)
        self._shown = printed = self._printed(flow, waiting=waiting)
        rows, plan, tall = self._laid_out(pen, printed)
        rect: Rect = (_LEFT, _END - tall, _WIDE, tall)
        soft_shadow(surface, theme.rect(rect), theme.px(7), 110, theme.px(4))
        paper_ground(surface, theme, rect)
        surface.fill(theme.colours.indigo, theme.rect((_LEFT, rect[1], 4, tall)))
        self._write(pen, printed, rows, plan, rect)

    # ── what is to be seen ──────────────────────────────────────────────────────────────────────

    def _printed(self, flow: "TalkFlow", *, waiting: bool) -> _Printed:
        now = self._coached()
        if flow.told and not waiting:
            return _Printed(now.balance, (*now.chosen, *now.since), now.questions_left)
        if waiting or flow.shown is not self.play.meeting.view:
            return _Printed(now.before, (), None)
        balance = now.chosen[-1].balance if now.chosen else now.before
        return _Printed(balance, now.chosen, None)

    def _coached(self) -> "Coached":
        """What the coach knows now, asked once for every choice."""
        meeting = self.play.meeting
        key = (id(meeting), len(meeting.path))
        if self._known is None or self._known[0] != key:
            self._known = (key, meeting.coach())
        return self._known[1]

    def _laid_out(self, pen: Pen, printed: _Printed) -> tuple[list[Booked], _Plan, float]:
        """The entries in words, how much of them there is room for, and the height; found once."""
        words = self.app.backstage.words
        key = (pen, printed, words)
        if self._layout is None or self._layout[0] != key:
            rows = [booked(entry, self.play.game, words) for entry in printed.entries]
            plan = self._plan(pen, printed, rows)
            self._layout = (key, (rows, plan, self._height(pen, printed, rows, plan)))
        return self._layout[1]

    # ── how high it is ──────────────────────────────────────────────────────────────────────────

    def _plan(self, pen: Pen, printed: _Printed, rows: list[Booked]) -> _Plan:
        """As much as there is room for: the last line goes first, then the reasons, then older entries."""
        room, count = _END - _HIGHEST, len(rows)
        plans = [_Plan(style, welcome, count) for style in ("row", "below") for welcome in (True, False)]
        plans += [_Plan("bare", False, fewer) for fewer in range(count, 0, -1)]
        if not self._in_a_row(pen, rows):
            plans = [plan for plan in plans if plan.style != "row"]
        fitting = (plan for plan in plans if self._height(pen, printed, rows, plan) <= room)
        return next(fitting, plans[-1])

    def _in_a_row(self, pen: Pen, rows: list[Booked]) -> bool:
        """Whether every entry has room on a line of its own, principle and reason included."""
        columns = self._columns(pen, rows)
        return self._reason_room(columns) >= columns.reason

    def _columns(self, pen: Pen, rows: list[Booked]) -> _Columns:
        return _Columns(
            max((pen.width(row.text, "body") for row in rows), default=0.0),
            max((pen.width(row.principle, "hint", face="bold") for row in rows), default=0.0),
            max((pen.width(row.reason, "hint") for row in rows), default=0.0),
            max((pen.width(row.points, "body", face="bold") for row in rows), default=0.0),
        )

    def _reason_room(self, columns: _Columns) -> float:
        return self._room - columns.text - columns.principle - columns.points - 3 * _BETWEEN

    def _height(self, pen: Pen, printed: _Printed, rows: list[Booked], plan: _Plan) -> float:
        tall = self._head_height(pen) + 2 * _PAD
        if not rows and self._first_words():
            tall += GAP + pen.height(self._first_words(), "hint", self._room)
        columns = self._columns(pen, rows)
        for row in _weightiest(rows, plan.count):
            tall += GAP + self._row_height(pen, row, columns, plan)
        if not self._more_beside(pen, printed, len(rows) - plan.count):
            tall += GAP + pen.height(self._more(len(rows) - plan.count), "hint", self._room)
        if plan.welcome and printed.questions is not None:
            tall += GAP + pen.height(self._welcome(printed), "hint", self._room)
        return tall

    @property
    def _room(self) -> float:
        return _WIDE - 2 * _PAD - GAP

    def _head_height(self, pen: Pen) -> float:
        return pen.line("title")

    def _row_height(self, pen: Pen, row: Booked, columns: _Columns, plan: _Plan) -> float:
        if plan.style == "row":
            return pen.line("body")
        tall = pen.height(row.text, "body", self._room - columns.points - _BETWEEN)
        if plan.style == "bare":
            return tall
        return tall + pen.height(row.reason, "hint", self._room - self._below(columns))

    def _below(self, columns: _Columns) -> float:
        """Where reasons begin that stand below: behind the principles."""
        return min(columns.principle, _COLUMN * self._room) + 1.5 * GAP

    # ── writing ─────────────────────────────────────────────────────────────────────────────────

    def _write(self, pen: Pen, printed: _Printed, rows: list[Booked], plan: _Plan, rect: Rect) -> None:
        colours = pen.theme.colours
        x, y = rect[0] + _PAD + GAP, rect[1] + _PAD
        self._head(pen, printed, len(rows) - plan.count, (x, y))
        y += self._head_height(pen)
        if not rows and self._first_words():
            y += GAP
            y += pen.write(self._first_words(), "hint", colours.soft_ink, (x, y), self._room)
        columns = self._columns(pen, rows)
        for row in _weightiest(rows, plan.count):
            pen.surface.fill(colours.rule, pen.theme.rect((x, y + GAP / 2, self._room, 1)))
            y += GAP
            self._row(pen, row, columns, plan, (x, y))
            y += self._row_height(pen, row, columns, plan)
        missing = len(rows) - plan.count
        if not self._more_beside(pen, printed, missing):
            pen.write(self._more(missing), "hint", colours.soft_ink, (x, y + GAP), self._room)
        if plan.welcome and printed.questions is not None:
            pen.surface.fill(colours.rule, pen.theme.rect((x, y + GAP / 2, self._room, 1)))
            pen.write(self._welcome(printed), "hint", colours.soft_ink, (x, y + GAP), self._room)

    def _head(self, pen: Pen, printed: _Printed, missing: int, at: tuple[float, float]) -> None:
        """The name of the book at the left, the balance at the right; between them what had no room."""
        words, colours, (x, y) = self.app.backstage.words, pen.theme.colours, at
        number, label = with_minus(str(printed.balance)), words("Balance")
        wide, beside = pen.width(number, "title", face="bold"), pen.width(label, "small")
        right = x + self._room - wide
        pen.write(number, "title", colours.ink, (right, y), wide, face="bold")
        y += (pen.line("title") - pen.line("small")) * 0.6
        right -= GAP + beside
        pen.write(label, "small", colours.soft_ink, (right, y), beside)
        title = words("Passbook of credit")
        pen.write(title, "small", colours.indigo, (x, y), right - x - GAP, face="bold")
        if missing and self._more_beside(pen, printed, missing):
            x += pen.width(title, "small", face="bold") + _BETWEEN
            y += (pen.line("small") - pen.line("hint")) * 0.62
            pen.write(self._more(missing), "hint", colours.soft_ink, (x, y), right - x - GAP)

    def _more(self, missing: int) -> str:
        return self.app.backstage.words("+{count} in the notebook", count=missing)

    def _more_beside(self, pen: Pen, printed: _Printed, missing: int) -> bool:
        """Whether it can be said in the head that entries had no room; also when none are missing."""
        words = self.app.backstage.words
        used = pen.width(words("Passbook of credit"), "small", face="bold") + pen.width(
            words("Balance"), "small"
        )
        used += pen.width(with_minus(str(printed.balance)), "title", face="bold") + _BETWEEN + 2 * GAP
        return not missing or used + pen.width(self._more(missing), "hint") <= self._room

    def _row(self, pen: Pen, row: Booked, columns: _Columns, plan: _Plan, at: tuple[float, float]) -> None:
        """What happened and its points; behind it or below, if there is room, principle and reason."""
        (x, y), colours = at, pen.theme.colours
        room = self._room - columns.points - _BETWEEN
        tall = pen.write(row.text, "body", colours.ink, (x, y), room)
        points = (x + self._room - columns.points, y)
        pen.write(
            row.points, "body", _colour_of(row, pen.theme), points, columns.points, face="bold", align="right"
        )
        if plan.style == "row":
            left = x + columns.text + _BETWEEN
            y += (pen.line("body") - pen.line("hint")) * 0.62
            pen.write(row.principle, "hint", colours.indigo, (left, y), columns.principle, face="bold")
            left += columns.principle + _BETWEEN
            pen.write(row.reason, "hint", colours.soft_ink, (left, y), self._reason_room(columns))
        elif plan.style == "below":
            column, y = self._below(columns), y + tall
            pen.write(row.principle, "hint", colours.indigo, (x, y), column, face="bold")
            pen.write(row.reason, "hint", colours.soft_ink, (x + column, y), self._room - column)

    def _welcome(self, printed: _Printed) -> str:
        return welcome_told(printed.questions or 0, self.app.backstage.words)

    def _first_words(self) -> str:
        """What the slip is for, as long as nothing was ever said."""
        if self.play.meeting.path:
            return ""
        return self.app.backstage.words("What you say and do is entered here, after the reply.")


def _weightiest(rows: list[Booked], count: int) -> list[Booked]:
    """So many of the entries in their order: those that moved nothing are left out first, then the older."""
    kept = sorted(range(len(rows)), key=lambda index: (rows[index].amount != 0, index))[len(rows) - count :]
    return [rows[index] for index in sorted(kept)]


def _colour_of(row: Booked, theme: "Theme") -> "Colour":
    """Deposits and withdrawals are told apart by their sign first, by their colour second."""
    if row.amount == 0:
        return theme.colours.soft_ink
    return theme.colours.moss if row.amount > 0 else theme.colours.vermilion
