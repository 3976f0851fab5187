"""Plus, delta, and one thing for next time: written by the trainee after the review, in their own words."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from game.debrief.review.written import MOST_GLYPHS
from game.screens.desk import draw_wood
from game.screens.hands import Deed
from game.screens.panel import Answer
from game.screens.review.written_text import draw_field, field_height
from game.screens.stage import Host, Screen
from game.screens.theme import GAP
from game.screens.trouble import Slip
from game.screens.written_line import WritingPanel, WrittenLine

if TYPE_CHECKING:
    import pygame

    from game.screens.backstage import Play
    from game.screens.pen import Pen
    from game.screens.theme import Theme

PLUS, DELTA, RESOLVE = "plus", "delta", "resolve"
FIELDS: Final = (PLUS, DELTA, RESOLVE)

PAUSE: Final = 2.0
"""Seconds without a key after which what was typed so far is kept."""


class ReflectScreen(WritingPanel):
    """The three lines of the meeting of ``backstage.play``; ``back_to`` is where one came from."""

    wide = 860

    def __init__(self, app: Host, play: "Play", back_to: Screen) -> None:
        self.play = play
        self._back_to = back_to
        written = (play.plus, play.delta, play.resolve)
        self.fields = {name: WrittenLine("", MOST_GLYPHS) for name in FIELDS}
        for name, text in zip(FIELDS, written, strict=True):
            self.fields[name].offer(text)
            self.fields[name].offered = False
        super().__init__(app, self.fields[PLUS])
        self.here = PLUS
        self._keep_at: float | None = None
        """When what was typed is kept, None where nothing was typed since."""

    def ground(self, surface: "pygame.Surface", theme: "Theme") -> None:
        """The table."""
        draw_wood(surface, theme)

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("In your own words")

    def begin_with(self) -> str | None:
        """The first of the three."""
        return PLUS

    def back(self) -> None:
        """Where one came from; what was typed is kept all the same."""
        self._kept_or_told(self.back, lambda: self.app.show(self._back_to))

    def leave(self) -> None:
        """Whichever way one goes, what was typed is kept; a window that closes has nobody to tell."""
        self._keep_quietly()

    def tick(self, now: float) -> float | None:
        """Keep what was typed, once there is a pause."""
        if self._keep_at is not None and now >= self._keep_at:
            self._keep_at = None
            self._keep_quietly()
        return self._keep_at

    def answers(self) -> list[Answer]:
        """Keep it, or go back."""
        words = self.app.backstage.words
        return [
            ("keep", words("Write it down"), self.keep),
            ("later", words("Back to the review"), self.back),
        ]

    def relanguaged(self) -> None:
        """What was typed stays as it is."""

    # ── what is written ─────────────────────────────────────────────────────────────────────────

    def body(self, pen: "Pen", x: float, y: float, width: float) -> float:
        """Three questions, each with its ruled lines."""
        colours, words = pen.theme.colours, self.app.backstage.words
        asked = {
            PLUS: words("What went well? Something you would do again."),
            DELTA: words("What would you do differently?"),
            RESOLVE: words("One thing next time. You will read it before your next meeting."),
        }
        for name in FIELDS:
            ink = colours.indigo if name == RESOLVE else colours.ink
            y += pen.write(asked[name], "body", ink, (x, y), width, face="bold") + 0.5 * GAP
            tall = field_height(pen, self.fields[name], width)
            rect = (x, y, width, tall)
            focused = self.spot(name, rect, self.take_typed, scrolled=True)
            draw_field(pen, self.fields[name], rect, focused=focused)
            y += tall + 1.5 * GAP
        purpose = words("It stays with the record of this meeting. It is handed in only if you say so.")
        return y + pen.write(purpose, "small", colours.soft_ink, (x, y), width)

    def take_typed(self) -> None:
        """Enter goes on to the next of the three, and from the last to keeping them."""
        at = FIELDS.index(self.here)
        if at + 1 < len(FIELDS):
            self._turn_to(FIELDS[at + 1])
        else:
            self.focus = "keep"
        self._follow = True
        self.app.redraw()

    def keep(self) -> None:
        """Write down what was written; an empty line is no line."""

        def kept() -> None:
            play = self.play
            if (play.plus or play.delta or play.resolve) and play.record is not None and play.kept:
                self.app.notify(self.app.backstage.words("Written down."))
            self.app.show(self._back_to)

        self._kept_or_told(self.keep, kept)

    def _kept_or_told(self, again: Callable[[], None], then: Callable[[], None]) -> None:
        """Keep it and go on; where that fails it is said, and nothing typed is lost."""
        backstage, said = self.app.backstage, self.app.backstage.said
        try:
            self._keep()
        except backstage.troubles as trouble:
            self.app.lay_over(
                Slip(
                    self.app,
                    said("This could not be saved"),
                    [backstage.explainer(trouble), said("Nothing saved before is lost.")],
                    [
                        ("again", said("Try again"), again),
                        ("back", said("Back"), lambda: None),
                        ("later", said("Back to the review"), lambda: self.app.show(self._back_to)),
                    ],
                )
            )
            return
        then()

    def _keep(self) -> None:
        """Keep what stands in the three; also where that fails they stay for as long as the meeting is up."""
        self.play.keep_reflection(*(self.fields[name].text for name in FIELDS))

    def _keep_quietly(self) -> None:
        # It is tried again at the next pause and on leaving, where it can be told.
        with suppress(*self.app.backstage.troubles):
            self._keep()

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """The field that has the focus is the one that is typed in."""
        super().act(deed)
        if self.focus in FIELDS:
            self._turn_to(self.focus)
        self._await_pause()

    def typed(self, text: str) -> None:
        """Text goes into the line, and is kept at the next pause."""
        super().typed(text)
        self._await_pause()

    def _await_pause(self) -> None:
        if tuple(self.fields[name].text for name in FIELDS) != (
            self.play.plus,
            self.play.delta,
            self.play.resolve,
        ):
            self._keep_at = self.app.clock() + PAUSE
            self.app.wake(self._keep_at)

    def press(self, at: tuple[float, float]) -> None:
        """A click on a field puts the focus there."""
        spot = self._spot_at(at)
        if spot is not None and spot.name in FIELDS:
            self._turn_to(spot.name)
            self.app.redraw()
        else:
            super().press(at)

    def point(self, at: tuple[float, float]) -> None:
        """The mouse over a field does not take the hand away from another; over a button it shows it."""
        spot = self._spot_at(at)
        if spot is None or spot.name not in FIELDS:
            super().point(at)

    def _turn_to(self, name: str) -> None:
        if name != self.here:
            self.field.composition = ""
        self.here = self.focus = name
        self.field = self.fields[name]
