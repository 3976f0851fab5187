"""The settlement: a calendar sheds its leaves through the days after, and rests at what comes due.

Said is what happened, never what it costs: that stands in the passbook, which is opened next.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from game.debrief.scorecard import passbook_rows
from game.screens.button_rows import rows_height
from game.screens.desk import draw_wood
from game.screens.hands import GUARD_SECONDS, Act, Deed
from game.screens.hints import going_on
from game.screens.motion import FRAME, LONGEST_FRAME
from game.screens.notes import date_words
from game.screens.pace import Moment, Turning
from game.screens.paint import disc
from game.screens.reveal_told import USUAL_DAYS, quiet_told
from game.screens.sheet import Sheet
from game.screens.stage import Host, Point
from game.screens.tear_off import BAND, LEAF, LeafWords, TearOffCalendar
from game.screens.theme import GAP, SHEET, Rect

if TYPE_CHECKING:
    from game.screens.backstage import Play
    from game.screens.pen import Align, Pen

_TOP: Final = 176.0
_ASIDE: Final = 130.0
"""Left edge of the calendar where something is written beside it."""

_BETWEEN: Final = 72.0

_ROOMY: Final = 130
"""Up to this text size (percent) what came due is written in the letters of spoken lines."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that came due: on which day after the last scene, the day and what happened in words."""

    day: int
    date: str
    text: str
    subject: str


class SettlementScreen(Sheet):
    """The days after the meeting of ``backstage.play``, which has ended."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        play = app.backstage.play
        if play is None:
            raise RuntimeError("the settlement needs a meeting")
        self.play: Play = play
        self._dues: tuple[Due, ...] | None = None
        self.turning = Turning(self.days, sorted({due.day for due in self.dues}))
        self.elapsed = 0.0
        """Seconds of the turning that have passed."""
        self._last: float | None = None
        self._deaf_until = 0.0
        self._calendar = TearOffCalendar(self._leaf_words)

    @property
    def days(self) -> int:
        """How many days time runs on."""
        return self.play.game.book.settlement.days

    @property
    def dues(self) -> tuple[Due, ...]:
        """What comes due, in order, in the language of the moment."""
        if self._dues is None:
            backstage = self.app.backstage
            last = self.play.meeting.view.date
            trainee = backstage.settings.trainee or backstage.words("You")
            rows = passbook_rows(self.play.game, self.play.reveal(), backstage.words)
            self._dues = tuple(
                Due(
                    (row.date - last).days, backstage.date(row.date), row.text,
                    row.subject.replace("{trainee}", trainee),
                )
                for row in rows
                if row.settlement
            )  # fmt: skip
        return self._dues

    @property
    def moment(self) -> Moment:
        """Where the calendar is."""
        return self.turning.at(self.elapsed)

    def relanguaged(self) -> None:
        """The same day in the other language."""
        self._dues = None

    # ── time and hands ──────────────────────────────────────────────────────────────────────────

    def enter(self) -> None:
        """Begin to turn, or go on."""
        self._last = None
        if self.app.reduced_motion and not self.moment.over:
            self._finish()
        self.app.wake()

    def tick(self, now: float) -> float | None:
        """Turn on; asleep when the last leaf lies there."""
        if self.moment.over:
            return None
        before = self.moment.top
        self.elapsed += 0.0 if self._last is None else min(now - self._last, LONGEST_FRAME)
        self._last = now
        if self.moment.top > before:
            self.app.sound.play("leaf")
        if self.elapsed >= self.turning.seconds:
            self._finish()
        self.app.redraw()
        return now + FRAME

    def _finish(self) -> None:
        """To the last day at once, and a moment in which nothing is pressed by mistake."""
        self.elapsed = self.turning.seconds
        self._deaf_until = self.app.clock() + GUARD_SECONDS
        self.app.redraw()

    def _open(self) -> None:
        self.app.go("reveal")

    def back(self) -> None:
        """Leaving is going on to the shelf; the passbook can be opened another time."""
        self.app.backstage.close()
        self.app.go("shelf")

    def act(self, deed: Deed) -> None:
        """While it turns everything but leaving hurries it."""
        if not self.moment.over and deed.act is not Act.BACK:
            if not deed.repeated:
                self._finish()
        elif deed.act in (Act.CONFIRM, Act.HURRY) and self.app.clock() < self._deaf_until:
            return
        else:
            super().act(deed)

    def press(self, at: Point) -> None:
        """A click hurries it, then opens the passbook, wherever it is."""
        if not self.moment.over:
            self._finish()
        elif self.app.clock() >= self._deaf_until:
            scrolls = self._window is not None and self._content > self._window[3] + 1
            if self._spot_at(at) is None and not (scrolls and at[0] > SHEET[0] - 8 * GAP):
                self._open()
            else:
                super().press(at)

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    @property
    def _axis(self) -> float:
        """Where all that is written begins when it stands beside the calendar; 0: it stands in the middle."""
        return _ASIDE + LEAF[0] + _BETWEEN + 3 * GAP if self.dues else 0.0

    def compose(self, pen: "Pen") -> None:
        """The calendar in the middle; or to the left, where something is written beside it."""
        draw_wood(pen.surface, pen.theme)
        moment, words = self.moment, self.app.backstage.words
        x = _ASIDE if self.dues else (SHEET[0] - LEAF[0]) / 2
        large = (pen.theme.text_percent - 100) / 100
        begin = 7 * GAP - 4 * GAP * large
        top = max(_TOP - 56 * large, begin + self._heading(pen, begin) + BAND + 1.5 * GAP)
        self._calendar.draw(pen, (x, top, *LEAF), moment, self.days)
        count = words("Day {day} of {days}", day=min(self.days, int(moment.day)), days=self.days)
        below = top + LEAF[1] + 5 * GAP
        soft = pen.theme.colours.soft_on_wood
        middle = x + LEAF[0] / 2
        room = min(2 * middle - 2 * GAP, 600.0)
        below += pen.write(count, "small", soft, (middle - room / 2, below), room, align="centre")
        foot = rows_height(pen, [words("Open the passbook")], SHEET[0])
        end = SHEET[1] - foot - 5 * GAP
        if self.dues:
            left = x + LEAF[0] + _BETWEEN
            self._list(pen, (left, top - GAP, SHEET[0] - left - 5 * GAP, end - top - GAP))
        elif moment.over:
            told = quiet_told(self.days, words)
            wide = SHEET[0] - 10 * GAP
            on = pen.theme.colours.on_wood
            pen.write(told, "title", on, (5 * GAP, below + 2 * GAP), wide, align="centre", balance=True)
        self._foot(pen, end + 2 * GAP)

    def _heading(self, pen: "Pen", y: float) -> float:
        words, colours = self.app.backstage.words, pen.theme.colours
        text = (
            words("The next ninety days")
            if self.days == USUAL_DAYS
            else words("The next {days} days", days=self.days)
        )
        left = self._axis or 5 * GAP
        align: Align = "left" if self._axis else "centre"
        return pen.write(text, "title", colours.on_wood, (left, y), SHEET[0] - left - 5 * GAP, align=align)

    def _foot(self, pen: "Pen", y: float) -> None:
        words, left = self.app.backstage.words, self._axis or 5 * GAP
        if self.moment.over:
            label = words("Open the passbook")
            wide = pen.width(label, "body", face="bold") + 3.5 * GAP
            at = (self._axis or (SHEET[0] - wide) / 2, y)
            self.button(pen, "open", label, at, self._open, main=True, on_wood=True)
        else:
            hint = words("{key}: skip to the last day", key=going_on(self.app))
            soft = pen.theme.colours.soft_on_wood
            align: Align = "left" if self._axis else "centre"
            pen.write(hint, "hint", soft, (left, y + GAP), SHEET[0] - left - 5 * GAP, align=align)

    def _leaf_words(self, day: int) -> LeafWords:
        """What stands on the leaf of so many days after the last scene."""
        date = self.play.meeting.view.date + timedelta(days=day)
        return date_words(self.app.backstage, date)

    def _list(self, pen: "Pen", window: Rect) -> None:
        """What has come due so far, each with its day; the newest is brought into view."""
        moment = self.moment
        room = window[2] - 5 * GAP
        roles = ("spoken", "choice", "body") if pen.theme.text_percent <= _ROOMY else ("choice", "body")
        fitting = [role for role in roles if self._tall(pen, role, room) <= window[3]]
        if not moment.over:
            self.offset = max(0.0, self._content - window[3])
        with self.scrolling(pen, window, on_wood=True) as top:
            y = top
            for due in self.dues:
                if due.day <= moment.day or moment.over:
                    y = self._due(pen, due, (fitting or roles[-1:])[0], (window[0], y, room))
            self.content_ends(y)

    def _tall(self, pen: "Pen", role: str, room: float) -> float:
        """Units everything that comes due takes."""
        texts = [(due.date, "small") for due in self.dues] + [(due.text, role) for due in self.dues]
        texts += [(due.subject, "small") for due in self.dues if due.subject]
        return sum(pen.height(text, each, room) for text, each in texts) + 3 * GAP * len(self.dues)

    def _due(self, pen: "Pen", due: Due, role: str, column: tuple[float, float, float]) -> float:
        """One thing that came due, after a dot; the y where it ends."""
        left, y, room = column
        x, colours = left + 3 * GAP, pen.theme.colours
        y += GAP
        dot = pen.theme.at(left + GAP, y + pen.line("small") * 0.5)
        disc(pen.surface, dot, pen.theme.px(5), colours.alarm_on_wood)
        y += pen.write(due.date, "small", colours.soft_on_wood, (x, y), room)
        y += pen.write(due.text, role, colours.on_wood, (x, y), room)
        if due.subject:
            y += pen.write(due.subject, "small", colours.soft_on_wood, (x, y), room)
        return y + 2 * GAP
