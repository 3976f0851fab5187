"""The reveal: the passbook is opened, printed line by line and stamped; then every line can be asked.

What it looks like is the affair of ``OpenedPassbook``; here time passes and hands are answered.
"""

from typing import TYPE_CHECKING, Final

from game.screens.entering import open_or_tell
from game.screens.hands import GUARD_SECONDS, Act, Deed
from game.screens.looking_back import begin_to_look_back
from game.screens.motion import FRAME, LONGEST_FRAME
from game.screens.opened_passbook import ROW, OpenedPassbook, row_of
from game.screens.pace import Printed, Printing
from game.screens.panel import Answer
from game.screens.reveal_told import RevealTold, tell_reveal
from game.screens.stage import Host, Point
from game.screens.trouble import Slip

if TYPE_CHECKING:
    from game.screens.backstage import Play

_THE_END: Final = 1e6
"""Units: further down than any passbook reaches."""

_LOOK_SECONDS: Final = 0.25
"""How often is looked whether the analysis has come."""


class RevealScreen(OpenedPassbook):
    """The reveal of ``backstage.play``, whose meeting has ended."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        play = app.backstage.play
        if play is None:
            raise RuntimeError("the reveal needs a meeting")
        self.play: Play = play
        self.reveal = play.reveal()
        self.elapsed = 0.0
        """Seconds of the paced part that have passed."""
        self._told: RevealTold | None = None
        self._last: float | None = None
        self._deaf_until = 0.0
        self._last_row = len(self.reveal.entries)
        self._closing_tried = False

    # ── what is told ────────────────────────────────────────────────────────────────────────────

    @property
    def told(self) -> RevealTold:
        """Everything that is shown, in the language of the moment."""
        if self._told is None:
            backstage = self.app.backstage
            trainee = backstage.settings.trainee or backstage.words("You")
            self._told = tell_reveal(self.play, self.reveal, backstage.words, trainee)
        return self._told

    def relanguaged(self) -> None:
        """The same place in the other language."""
        self._told = None

    @property
    def now(self) -> Printed:
        """How far the paced part is."""
        return self._printing.at(self.elapsed)

    @property
    def _printing(self) -> Printing:
        return Printing(self.told.lines)

    # ── coming, going, time ─────────────────────────────────────────────────────────────────────

    def enter(self) -> None:
        """Close the record before anything shows; print."""
        self._last = None
        if (self.app.reduced_motion or self.play.revealed) and not self.now.over:
            self._finish(quietly=self.play.revealed)
        if not self._closing_tried:
            self._closing_tried = True
            self._close_record()
        self.app.wake()

    def tick(self, now: float) -> float | None:
        """Print on; later look for the analysis until it has come."""
        if not self.now.over:
            passed = 0.0 if self._last is None else min(now - self._last, LONGEST_FRAME)
            self._last = now
            before = self.now
            self.elapsed += passed
            self._sound(before)
            if self.elapsed >= self._printing.seconds:
                self._finish()
            self.app.redraw()
            return now + FRAME
        if any(figure.waits for figure in self.told.figures):
            if self.play.reachable() is not None or not self.play.analysis_will_come:
                self._told = None
                self.app.redraw()
                return None
            return now + _LOOK_SECONDS
        return None

    def prepare(self) -> bool:
        """Begin to look back, aside, once everything is printed."""
        return self.now.over and begin_to_look_back(self.app.backstage, self.play)

    def _finish(self, *, quietly: bool = False) -> None:
        """All of it at once, and a moment in which nothing is pressed by mistake."""
        before = self.now
        self.elapsed = self._printing.seconds
        self.play.revealed = True
        if before.stamp < 1 and not quietly:
            self.app.sound.play("stamp")
        self._deaf_until = self.app.clock() + GUARD_SECONDS
        self.to_sentence()
        self.offset = _THE_END
        self.focus = "review"
        self.app.wake()
        self.app.redraw()

    def _sound(self, before: Printed) -> None:
        """The printer's head over every row, then the stamp that lands."""
        now = self.now
        if int(now.rows) > int(before.rows):
            self.app.sound.play("printer")
        if before.stamp < 1 <= now.stamp:
            self.app.sound.play("stamp")

    def _close_record(self) -> None:
        """Write that the meeting has ended. What was kept before is kept whatever becomes of this."""
        backstage, said = self.app.backstage, self.app.backstage.said
        try:
            self.play.end()
        except backstage.troubles as trouble:
            self.app.lay_over(
                Slip(
                    self.app,
                    said("The end of this meeting could not be saved"),
                    [
                        backstage.explainer(trouble),
                        said("Every choice is saved. The meeting stays on the shelf, just before its end."),
                    ],
                    [
                        ("again", said("Try again"), self._close_record),
                        ("on", said("Open the passbook anyway"), lambda: None),
                    ],
                )
            )

    def back(self) -> None:
        """To the shelf."""
        self.app.backstage.close()
        self.app.go("shelf")

    def again(self) -> None:
        """The same scenario from its beginning."""
        backstage, wanted = self.app.backstage, self.play.scenario.id
        on_shelf = next((one for one in backstage.listing() if one.id == wanted), None)
        # A meeting that was gone on with has no file of its own: the shelf knows where today's is.
        open_or_tell(self.app, str(on_shelf.path if on_shelf is not None else self.play.opened.path))

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """While it prints everything but leaving hurries it; then as on every sheet."""
        if not self.now.over and deed.act is not Act.BACK:
            if not deed.repeated:
                self._finish()
        elif deed.act is Act.HURRY:
            return  # whoever hurried the printing has not asked to begin again
        elif deed.act is Act.CONFIRM and self.app.clock() < self._deaf_until:
            return
        else:
            if not self._step_across(deed.act):
                super().act(deed)
            self._choose_focused()

    def _step_across(self, act: Act) -> bool:
        """Left from the buttons to the rows, right from a row to the buttons; whether that was asked."""
        row, rows = row_of(self.focus), len(self.told.rows)
        if act is Act.LEFT and row is None and self.focus == "review" and rows:
            self.focus = f"{ROW}{min(self._last_row, rows - 1)}"
        elif act is Act.RIGHT and row is not None:
            self._last_row = row
            self.focus = "review"
        else:
            return False
        self._follow = True
        self.app.redraw()
        return True

    def point(self, at: Point) -> None:
        """A row under the mouse is asked about; where asking unfolds rows, a press is wanted for that."""
        if not self.now.over:
            return
        spot = self._spot_at(at)
        if self.wide or spot is None or not spot.name.startswith(ROW):
            super().point(at)
            if self.wide:
                self._choose_focused()

    def press(self, at: Point) -> None:
        """While it prints a click hurries it."""
        if not self.now.over:
            self._finish()
        elif self.app.clock() >= self._deaf_until:
            super().press(at)

    def _choose_focused(self) -> None:
        row = row_of(self.focus)
        if row != self.chosen and (row is not None or self.wide):
            self.chosen = row
            self.app.redraw()

    def begin_with(self) -> str | None:
        """Looking back, when everything is there."""
        return "review"

    def answers(self) -> list[Answer]:
        """The ways on."""
        words = self.app.backstage.words
        return [
            ("review", words("Review"), lambda: self.app.go("review")),
            ("again", words("Play again"), self.again),
            ("shelf", words("Back to the shelf"), self.back),
        ]
