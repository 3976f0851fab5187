"""The talk: a person across the table, a column of text that scrolls and greys, whole-sentence choices.

What is said when is the affair of ``TalkFlow``; here it is drawn and the hands are answered. Nothing of
the balance reaches this screen: it is given views only. Where a meeting was begun with a coach, a slip of
its own shows it.
"""

from typing import TYPE_CHECKING, Final

import pygame

from game.core.play import NotOffered
from game.screens.entering import ask_to_leave, go_to_the_end
from game.screens.hands import Act, Deed
from game.screens.motion import FRAME, SPOKEN
from game.screens.paper import paper_ground
from game.screens.stage import Host, Point, Screen
from game.screens.talk.coach_slip import CoachSlip
from game.screens.talk.coached_notebook import notebook_screen
from game.screens.talk.column import TalkColumn
from game.screens.talk.flow import Stage, TalkFlow
from game.screens.talk.going import Going
from game.screens.talk.sight import WIDTH, Sight
from game.screens.talk.sounds import TalkSounds
from game.screens.trouble import Slip

if TYPE_CHECKING:
    from game.screens.backstage import Play
    from game.screens.pen import Box
    from game.screens.theme import Theme

USUAL_SPEED: Final = 30
"""The text speed of the settings at which lines are written at the usual pace."""

_PAPER: Final = (WIDTH, 0, 1280 - WIDTH, 720)


class TalkScreen(Screen):
    """One meeting being played."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        play = app.backstage.play
        if play is None:
            raise RuntimeError("the talk needs a meeting")
        self.play: Play = play
        self.flow = TalkFlow(play.scenario, self._trainee, read=play.read)
        self.going = Going()
        self.column = TalkColumn(app, play, self.flow)
        self.sight = Sight(app, play, self.flow)
        self.sounds = TalkSounds(app, play.scenario)
        self.slip = CoachSlip(app, play) if play.coached else None
        self._spoken: tuple[str, float] | None = None
        self._begun = False
        self._attended = True
        self._boxes: tuple[Box, ...] = ()

    # ── coming and going ────────────────────────────────────────────────────────────────────────

    def enter(self) -> None:
        """Begin, or take up again where the meeting is."""
        settings, now = self.app.backstage.settings, self.app.clock()
        self.flow.speed = settings.text_speed / USUAL_SPEED
        self.going.pace = settings.auto_pace
        self.going.look(now)
        if not self._begun:
            self._begun = True
            self.flow.begin(self.play.meeting.exchanges, self.play.meeting.views, now)
            self.column.written.to_end()
        self.app.wake()

    def leave(self) -> None:
        """What was read is kept, however one goes."""
        self._keep_read()

    def relanguaged(self) -> None:
        """The same moment in the other language."""
        meeting = self.play.meeting
        shown = len(meeting.exchanges) - (self._spoken is not None)
        self.flow = self.flow.in_language(
            self.play.scenario, self._trainee, meeting.exchanges[:shown], meeting.views[: shown + 1]
        )
        self.column.flow = self.sight.flow = self.flow
        if self._spoken is not None:
            self.column.freeze()
        self.column.written.to_end()

    @property
    def _trainee(self) -> str:
        return self.app.backstage.settings.trainee or self.app.backstage.words("You")

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """A deed by keyboard or gamepad."""
        if deed.act is Act.BACK:
            self._leave_or_return()
        elif deed.act is Act.BACKLOG:
            self.column.toggle_reading()
        elif deed.act is Act.NOTEBOOK:
            self.app.lay_over(notebook_screen(self.app, self.sight.notes, self.slip))
        elif deed.act is Act.AUTO and not deed.repeated:
            self.going.toggle_auto(self.app.clock())
            self.app.wake()
        elif deed.act is Act.SKIP and not deed.repeated:
            self._skip(released=deed.released)
        elif deed.act is Act.PICK and not deed.repeated:
            self._pick(deed.number - 1)
        elif deed.act is Act.CONFIRM and not deed.repeated:
            self._confirm()
        elif deed.act is Act.HURRY and not deed.repeated:
            self._hurry()
        else:
            self.column.move(deed)
        self.app.redraw()

    def point(self, at: Point) -> None:
        """The choice under the mouse has the focus."""
        if self.column.point(at):
            self.app.redraw()

    def press(self, at: Point) -> None:
        """On a choice: it is said. On a button: it is pressed. Anywhere else: go on."""
        number = self.column.choice_at(at)
        if self.column.reading:
            self.column.toggle_reading()
        elif number is not None:
            self._pick(number)
        elif self.sight.on_card(at):
            self.app.lay_over(notebook_screen(self.app, self.sight.notes, self.slip))
        else:
            self._hurry()
        self.app.redraw()

    def turn(self, by: float, at: Point) -> None:  # noqa: ARG002 - there is one column
        """The wheel scrolls what was said; it cancels nothing."""
        if self.column.written.scroll(-by):
            self.app.redraw()

    def _leave_or_return(self) -> None:
        if self.column.reading:
            self.column.toggle_reading()
            return
        ask_to_leave(self.app)

    def _skip(self, *, released: bool) -> None:
        now = self.app.clock()
        if released:
            self.going.release_skip(now)
        elif self._spoken is None:
            self.going.press_skip(self.flow, now)
        self.app.wake()

    def _confirm(self) -> None:
        if self.flow.stage is Stage.CHOOSING and not self.column.reading:
            if self.column.focus is None:
                self.column.focus = 0
            else:
                self._pick(self.column.focus)
        else:
            self._hurry()

    def _hurry(self) -> None:
        now = self.app.clock()
        if self._spoken is not None:
            self._answer(now)
        elif self.flow.stage is Stage.OVER:
            go_to_the_end(self.app)
        elif self.flow.hurry(now):
            self.column.written.to_end()
        self.app.wake()

    def _pick(self, index: int) -> None:
        now = self.app.clock()
        view = self.play.meeting.view
        if self._spoken is not None or not self.flow.may_pick(now) or not 0 <= index < len(view.choices):
            return
        choice = view.choices[index].id
        try:
            self.play.choose(choice)
        except OSError as trouble:
            self._not_kept(index, trouble)
            return
        except NotOffered:  # a click that came twice: the first one counted
            return
        self.app.sound.play("pick")
        self.column.focus = index
        self.column.freeze()
        self._spoken = (choice, now + (0 if self.app.reduced_motion else SPOKEN))
        self.app.wake()
        self.app.redraw()

    def _answer(self, now: float) -> None:
        self._spoken = None
        self.column.thaw()
        meeting = self.play.meeting
        self.flow.go_on(meeting.exchanges[-1], meeting.view, now)
        self.column.written.to_end()
        self.app.wake()
        self.app.redraw()

    def _not_kept(self, index: int, trouble: OSError) -> None:
        backstage, said = self.app.backstage, self.app.backstage.said

        def go_on() -> None:
            self.play.kept = False
            self._pick(index)

        self.app.lay_over(
            Slip(
                self.app,
                said("This choice could not be kept"),
                [
                    backstage.explainer(trouble),
                    said("It has not been said yet. Nothing that was kept before is lost."),
                ],
                [
                    ("again", said("Try again"), lambda: self._pick(index)),
                    ("on", said("Go on without keeping"), go_on),
                ],
            )
        )

    # ── time ────────────────────────────────────────────────────────────────────────────────────

    def tick(self, now: float) -> float | None:
        """Lines are written, the talk goes on by itself, moods move, the picked sentence is answered."""
        if self._spoken is not None and now >= self._spoken[1]:
            self._answer(now)
        if self.flow.tick(now) or self._go_on(now):
            if self.flow.stage is Stage.WRITING:
                self.app.redraw(_PAPER)
            else:
                self.column.written.to_end()
                self.app.redraw()
        if self.slip is not None:
            self.slip.listen(self.flow, waiting=self._spoken is not None)
        if self._spoken is None:
            self.sounds.listen(self.flow, self.sight.place(), self.sight.notes())
        if self.flow.told:
            self._keep_read()
        waits = self._spoken is not None or self.flow.stage is Stage.WRITING
        due = self.going.due(self.flow) if self._attended else None
        wanted = [at for at in (self.sight.tick(now), now + FRAME if waits else None, due) if at is not None]
        return min(wanted, default=None)

    def _go_on(self, now: float) -> bool:
        """Go on by auto or skip, as long as somebody looks; whether that changed the picture."""
        if self.app.attended and not self._attended:
            self.going.look(now)
        self._attended = self.app.attended
        if not self._attended or self._spoken is not None:
            return False
        before = self.going.skip
        return self.going.tick(self.flow, now) or self.going.skip is not before

    def _keep_read(self) -> None:
        if self.flow.newly_read:
            self.app.backstage.keep_read(self.flow.newly_read)
            self.flow.newly_read = []

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    def boxes(self) -> "tuple[Box, ...]":
        """Where the texts of the last drawing stand."""
        return self._boxes if self.slip is None else (*self._boxes, *self.slip.boxes())

    def draw(self, surface: pygame.Surface, theme: "Theme") -> None:
        """The room, the person, what hangs on the wall; the column of text."""
        self.sight.draw(surface, theme)
        if theme.rect(_PAPER).colliderect(surface.get_clip()):
            pen = self.app.pen.on(surface)
            paper_ground(surface, theme, _PAPER, margin=35)
            self.column.draw(pen)
            self._boxes = tuple(pen.boxes)
        if self.slip is not None:
            self.slip.draw(surface, theme, self.flow, waiting=self._spoken is not None)
