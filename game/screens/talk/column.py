"""The right half of the talk: what was said, what is being said, and the choices."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from game.screens.pen import Pen
from game.screens.stage import Point
from game.screens.talk.flow import Stage
from game.screens.talk.foot import ACTS
from game.screens.talk.whole_lines import window_of_rows
from game.screens.talk.written import LEFT, RIGHT, Written, sentence
from game.screens.theme import GAP
from game.screens.widgets import ChoiceRow, State, choice_row, choice_rows, number_space, rule

if TYPE_CHECKING:
    from game.core.view import Offered
    from game.screens.backstage import Play
    from game.screens.stage import Host
    from game.screens.talk.flow import TalkFlow
    from game.screens.talk.foot import Foot
    from game.screens.theme import Theme

_ROWS_LEFT: Final = 720.0
_TOP: Final = 30.0
_FOOT: Final = 688.0
_GAP: Final = 22.0
_LEAST_TEXT: Final = 120.0
_MOST_TEXT: Final = 0.5
"""Units of height, and share of it, that the text keeps when the choices are long; they scroll then.

Between the two it is what the line needs that the choices answer.
"""
_STEP: Final = 48.0


class TalkColumn:
    """Text that scrolls, and the rows of choices below it.

    ``focus`` is the index of the choice the keyboard or mouse is on, None before anybody looked at one.
    """

    def __init__(self, app: "Host", play: "Play", flow: "TalkFlow", foot: "Foot") -> None:
        self.app = app
        self.play = play
        self._flow = flow
        self.foot = foot
        self.focus: int | None = None
        self.written = Written(app, play, flow)
        self._rows: tuple[ChoiceRow, ...] = ()
        self._frozen: tuple[Offered, ...] | None = None
        self._rows_offset = 0.0
        self._rows_over = 0.0
        """Units the choices are higher than their room."""

    @property
    def flow(self) -> "TalkFlow":
        """The flow that is shown."""
        return self._flow

    @flow.setter
    def flow(self, flow: "TalkFlow") -> None:
        self._flow = self.written.flow = flow

    # ── what is asked of it ─────────────────────────────────────────────────────────────────────

    def freeze(self) -> None:
        """Keep showing the choices of the scene that was just left, until the answer comes."""
        views = self.play.meeting.views
        self._frozen = views[-2].choices

    def thaw(self) -> None:
        """The answer comes: the next choices are new ones."""
        self._frozen = None
        self.focus = None
        self._rows_offset = 0.0

    @property
    def count(self) -> int:
        """How many choices are on offer."""
        return 0 if self._frozen is not None else len(self._choices())

    def step(self, by: int) -> None:
        """The focus goes to the next choice (−1: the one before), in a circle; without choices, scroll."""
        if not self.count:
            self.written.scroll(by * _STEP)
            return
        at = self.focus if self.focus is not None else (-1 if by > 0 else 0)
        self.focus = (at + by) % self.count
        self.app.sound.play("focus")

    def tab(self, by: int) -> None:
        """The focus goes to the next thing in reading order: the choices, the buttons, and from the first."""
        names = [*range(self.count), *ACTS]
        here = self.foot.focus if self.foot.focus is not None else self.focus
        # What was just said keeps its light, and is no place to go to any more.
        at = names.index(here) if here in names else (-1 if by > 0 else 0)
        to = names[(at + by) % len(names)]
        if self._frozen is None:
            self.focus = to if isinstance(to, int) else None
        self.foot.focus = to if isinstance(to, str) else None
        self.app.sound.play("focus")

    def turn(self, by: float, at: Point) -> bool:
        """Scroll by so many units (back: above 0): the choices over which the mouse is, else the text."""
        top = self._rows[0].rect[1] if self._rows else _FOOT
        if at[1] >= top and self._rows_over > 0:
            before = self._rows_offset
            self._rows_offset = min(max(0.0, self._rows_offset - by), self._rows_over)
            self.focus = None
            return self._rows_offset != before or by < 0
        return self.written.scroll(-by)

    def point(self, at: Point) -> bool:
        """Focus follows the mouse; whether it changed."""
        number = self.choice_at(at)
        if number is None or number == self.focus or self._frozen is not None:
            return False
        self.focus = number
        return True

    def choice_at(self, at: Point) -> int | None:
        """The index of the choice at this point."""
        for row in self._rows:
            x, y, width, height = row.rect
            if x <= at[0] < x + width and y <= at[1] < y + height and at[1] < _FOOT:
                return row.number - 1
        return None

    def _choices(self) -> "tuple[Offered, ...]":
        if self._frozen is not None:
            return self._frozen
        flow = self.flow
        return flow.view.choices if flow.view is not None and flow.stage is Stage.CHOOSING else ()

    def to_come(self, coming: "TalkFlow") -> Iterator[Callable[[], object]]:
        """Texts to be set before they are wanted: those of the talk as it will be in a moment."""
        pen = self.app.pen
        for spoken in (self.flow.current, coming.current):
            if spoken is not None:
                for current in (True, False):
                    yield partial(self.written.height, pen, spoken, current=current)
        for choice in coming.view.choices if coming.view is not None else ():
            yield partial(self._set_rows, pen.theme, (choice,))

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    def draw(self, pen: Pen) -> None:
        """Heading, text, choices, hints."""
        theme = pen.theme
        head = self._heading(pen)
        foot = min(_FOOT, self.foot.draw(pen, self.flow, self.count) - 1.25 * GAP)
        rows_top = self._place_rows(pen, head, foot)
        text_end = rows_top - _GAP
        if not self._rows and self.flow.current is not None:
            # A long line grows into the room that is kept for the choices, or its speaker would not be seen.
            tall = self.written.height(pen, self.flow.current, current=True)
            text_end = min(foot - _GAP, max(text_end, head + tall))
        self.written.draw(pen, (LEFT, head, RIGHT - LEFT, text_end - head))
        if self._rows:
            top, end = window_of_rows(theme, self._rows, rows_top, foot)
            with pen.window((_ROWS_LEFT, top, RIGHT - _ROWS_LEFT, end - top)):
                rule(pen.surface, theme, _ROWS_LEFT, self._rows[0].rect[1], RIGHT - _ROWS_LEFT)
                for row in self._rows:
                    self._row(pen, row)
            tall, room = sum(row.rect[3] for row in self._rows), foot - rows_top
            if tall > room + 1:
                self.written.bar(
                    pen, (_ROWS_LEFT, rows_top, 0, room), tall, self._rows_offset / (tall - room)
                )

    def _row(self, pen: Pen, row: ChoiceRow) -> None:
        focused = self.focus == row.number - 1
        spoken = self._frozen is not None
        state: State = "spoken" if focused and spoken else "focused" if focused else "normal"
        choice_row(pen.surface, pen.theme, row, state, faded=spoken and not focused)
        x, y, width, height = row.rect
        text = self.app.backstage.named(self._choices()[row.number - 1].text)
        pen.note(
            text,
            (x + number_space(pen.theme), y, pen.theme.units(row.text.width), height),
            (x, y, width, height),
        )

    def _heading(self, pen: Pen) -> float:
        play = self.play
        company = play.scenario.customer.company
        title = self.flow.shown.title if self.flow.shown is not None else ""
        text = "  ".join(part for part in (company, title) if part)
        colour = pen.theme.colours.soft_ink
        return _TOP + pen.write(text, "small", colour, (LEFT, _TOP), RIGHT - LEFT) + 1.25 * GAP

    def _place_rows(self, pen: Pen, head: float, foot: float) -> float:
        """Set the choices so that they end at ``foot``; returns where they begin."""
        choices = self._choices()
        # The room of the coming choices is kept free while lines are written, so that nothing jumps.
        coming = choices or (self.flow.view.choices if self.flow.view is not None else ())
        if not coming:
            self._rows = ()
            return foot
        rows = self._set_rows(pen.theme, coming)
        height = sum(row.rect[3] for row in rows)
        room = foot - head - _GAP - self._least_text(pen, (foot - head) * _MOST_TEXT)
        top = foot - min(height, room)
        self._rows_over = max(0.0, height - room)
        if self.focus is not None and self.focus < len(rows):
            focused = rows[self.focus].rect
            self._rows_offset = min(self._rows_offset, focused[1])
            self._rows_offset = max(self._rows_offset, focused[1] + focused[3] - room)
        self._rows_offset = min(max(0.0, self._rows_offset), self._rows_over)
        shift = top - self._rows_offset
        if not choices:
            self._rows = ()
            return top
        self._rows = tuple(
            ChoiceRow(row.number, (row.rect[0], row.rect[1] + shift, *row.rect[2:]), row.text) for row in rows
        )
        return top

    def _set_rows(self, theme: "Theme", choices: "Sequence[Offered]") -> tuple[ChoiceRow, ...]:
        """The rows of these choices, from 0 down."""
        named = self.app.backstage.named
        sentences = [sentence(named(choice.text), act=choice.kind == "act") for choice in choices]
        return choice_rows(theme, sentences, _ROWS_LEFT, 0, RIGHT - _ROWS_LEFT)

    def _least_text(self, pen: Pen, most: float) -> float:
        """Units the text keeps: what the last line of the scene needs, as far as it may."""
        last = self.flow.queue[-1] if self.flow.queue else self.flow.current
        needed = self.written.height(pen, last, current=True) if last is not None else 0.0
        return min(most, max(_LEAST_TEXT, needed))
