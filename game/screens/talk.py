"""The talk: a person across the table, a column of text that scrolls and greys, whole-sentence choices.

What is said when is the affair of ``TalkFlow``; here it is drawn and the hands are answered. Nothing of
the balance reaches this screen: it is given views only.
"""

from typing import TYPE_CHECKING, Final

import pygame

from game.core.play import NotOffered
from game.screens.entering import ask_to_leave
from game.screens.hands import Act, Deed
from game.screens.notes import NotebookScreen, calendar_words, card_notes
from game.screens.paper import calendar_leaf, notebook, paper_ground
from game.screens.people.cast import face_of
from game.screens.people.moods import Mood, blend, eased, mood_of
from game.screens.places.opposite import draw_opposite
from game.screens.stage import Host, Point, Screen
from game.screens.talk_column import TalkColumn
from game.screens.talk_flow import Stage, TalkFlow
from game.screens.trouble import Slip

if TYPE_CHECKING:
    from game.core.view import Notebook
    from game.screens.backstage import Play
    from game.screens.pen import Box
    from game.screens.theme import Theme

STAGE_WIDTH: Final = 668
"""Units of the sheet that the person and the room take; the column of text takes the rest."""

MOOD_SECONDS: Final = 0.45
"""How long a face takes from one mood to the next."""

SPOKEN_SECONDS: Final = 0.35
"""How long the picked sentence stays lit before the customer answers."""

USUAL_SPEED: Final = 30
"""The text speed of the settings at which lines are written at the usual pace."""

_FRAME: Final = 1 / 40
_CALENDAR: Final = (560.0, 26.0, 78.0, 92.0)
_NOTEBOOK: Final = (20.0, 20.0, 236.0)


class TalkScreen(Screen):
    """One meeting being played."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        play = app.backstage.play
        if play is None:
            raise RuntimeError("the talk needs a meeting")
        self.play: Play = play
        self.flow = TalkFlow(play.scenario, app.backstage.settings.trainee or app.backstage.words("You"))
        self.column = TalkColumn(app, play, self.flow)
        self._shown_mood: Mood = mood_of("neutral")
        self._from_mood: Mood = self._shown_mood
        self._to_mood = "neutral"
        self._mood_since = -1.0
        self._spoken: tuple[str, float] | None = None
        self._begun = False
        self._boxes: tuple[Box, ...] = ()

    # ── coming and going ────────────────────────────────────────────────────────────────────────

    def enter(self) -> None:
        """Begin, or take up again where the meeting is."""
        self.flow.speed = self.app.backstage.settings.text_speed / USUAL_SPEED
        if not self._begun:
            self._begun = True
            meeting = self.play.meeting
            self.flow.retold(meeting.exchanges, meeting.views)
            self.flow.begin(meeting.view, self.app.clock())
            self.column.to_end()
        self.app.wake()

    def relanguaged(self) -> None:
        """The same place in the other language: what was said is told again, the line is complete."""
        flow, meeting, now = self.flow, self.play.meeting, self.app.clock()
        was, left = flow.stage, len(flow.queue)
        self._spoken = None
        self.flow = TalkFlow(
            self.play.scenario, self.app.backstage.settings.trainee or self.app.backstage.words("You")
        )
        self.flow.retold(meeting.exchanges, meeting.views)
        self.flow.begin(meeting.view, now)
        while self.flow.stage is not was and self.flow.stage not in (Stage.CHOOSING, Stage.OVER):
            self.flow.hurry(now)
        while was in (Stage.WRITING, Stage.WRITTEN) and len(self.flow.queue) > left:
            self.flow.hurry(now)
        self.flow.speed = flow.speed
        self.column.flow = self.flow
        self.column.to_end()

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """A deed by keyboard or gamepad."""
        if deed.act is Act.BACK:
            self._leave_or_return()
        elif deed.act is Act.BACKLOG:
            self.column.toggle_reading()
        elif deed.act is Act.NOTEBOOK:
            self.app.lay_over(NotebookScreen(self.app, self._notes))
        elif deed.act is Act.PICK and not deed.repeated:
            self._pick(deed.number - 1)
        elif deed.act is Act.CONFIRM and not deed.repeated:
            self._confirm()
        elif deed.act is Act.HURRY:
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
        elif self._on_notebook(at):
            self.app.lay_over(NotebookScreen(self.app, self._notes))
        else:
            self._hurry()
        self.app.redraw()

    def turn(self, by: float, at: Point) -> None:  # noqa: ARG002 - there is one column
        """The wheel scrolls what was said; it cancels nothing."""
        if self.column.scroll(-by):
            self.app.redraw()

    def _on_notebook(self, at: Point) -> bool:
        left, top, width = _NOTEBOOK
        return left <= at[0] <= left + width and top <= at[1] <= top + self.column.card_height

    def _leave_or_return(self) -> None:
        if self.column.reading:
            self.column.toggle_reading()
            return
        ask_to_leave(self.app)

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
            self.app.go("settlement")
        elif self.flow.hurry(now):
            self.column.to_end()
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
        self.column.focus = index
        self.column.freeze()
        self._spoken = (choice, now + (0 if self.app.reduced_motion else SPOKEN_SECONDS))
        self.app.wake()
        self.app.redraw()

    def _answer(self, now: float) -> None:
        self._spoken = None
        self.column.thaw()
        meeting = self.play.meeting
        self.flow.go_on(meeting.exchanges[-1], meeting.view, now)
        self.column.to_end()
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
        """Lines are written, moods move, the picked sentence is answered."""
        if self._spoken is not None and now >= self._spoken[1]:
            self._answer(now)
        if self.flow.tick(now):
            if self.flow.stage is not Stage.WRITING:
                self.column.to_end()
            self.app.redraw()
        moving = self._move_mood(now)
        waits = self._spoken is not None or self.flow.stage is Stage.WRITING
        return now + _FRAME if moving or waits else None

    def _move_mood(self, now: float) -> bool:
        """The face moves towards its mood over a few frames; whether it still moves."""
        if self.flow.mood != self._to_mood:
            self._from_mood, self._to_mood, self._mood_since = self._shown_mood, self.flow.mood, now
        if self._mood_since < 0:
            return False
        share = 1.0 if self.app.reduced_motion else (now - self._mood_since) / MOOD_SECONDS
        if share >= 1:
            self._shown_mood, self._mood_since = mood_of(self._to_mood), -1.0
        else:
            self._shown_mood = blend(self._from_mood, mood_of(self._to_mood), eased(share))
        self.app.redraw()
        return self._mood_since >= 0

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    def boxes(self) -> "tuple[Box, ...]":
        """Where the texts of the last drawing stand."""
        return self._boxes

    def draw(self, surface: pygame.Surface, theme: "Theme") -> None:
        """The room, the person, what hangs on the wall; the column of text."""
        pen = self.app.pen.on(surface)
        clip = surface.get_clip()
        surface.set_clip(theme.rect((0, 0, STAGE_WIDTH, 720)).clip(clip))
        self._draw_stage(surface, theme)
        surface.set_clip(clip)
        paper_ground(surface, theme, (STAGE_WIDTH, 0, 1280 - STAGE_WIDTH, 720), margin=35)
        self.column.draw(pen)
        self._boxes = tuple(pen.boxes)

    def _draw_stage(self, surface: pygame.Surface, theme: "Theme") -> None:
        flow = self.flow
        place, hour = self._place(), self._hour()
        person = self.play.scenario.person(flow.face) if flow.face else None
        face = face_of(person.portrait, person.name) if person is not None else None
        draw_opposite(surface, theme, place, hour, face, self._shown_mood)
        words = calendar_words(self.app.backstage, flow.shown or self.play.meeting.view)
        calendar_leaf(surface, theme, _CALENDAR, words)
        title, groups = card_notes(self.app.backstage, self.play, self._notes())
        rect = notebook(surface, theme, _NOTEBOOK, title, groups)
        self.column.card_height = rect[3]

    def _place(self) -> str:
        """A person who is not in the room is seen through the phone."""
        face = self.flow.face
        person = self.play.scenario.person(face) if face else None
        if person is not None and self.flow.place == "office" and not person.ours:
            return "phone"
        return self.flow.place

    def _hour(self) -> float:
        shown = self.flow.shown
        if shown is None or shown.time is None:
            return 10.5
        return shown.time.hour + shown.time.minute / 60

    def _notes(self) -> "Notebook":
        """The notebook as it is once everything of the scene has been said; before, that of the last."""
        views = self.play.meeting.views
        return views[-1 if self.flow.told or len(views) == 1 else -2].notebook
