"""The talk: a person across the table, a column of text that scrolls and greys, whole-sentence choices.

What is said when is the affair of ``TalkFlow``; here it is drawn and the hands are answered. Nothing of
the balance reaches this screen: it is given views only. Where a meeting was begun with a coach, a slip of
its own shows it.
"""

from typing import TYPE_CHECKING, Final

import pygame

from game.screens.entering import go_to_the_end
from game.screens.hands import Act, Deed
from game.screens.motion import FRAME, SPOKEN
from game.screens.paper import paper_ground
from game.screens.stage import Host, Point, Screen
from game.screens.talk.backlog import BacklogScreen
from game.screens.talk.coach_slip import CoachSlip
from game.screens.talk.coached_notebook import notebook_screen
from game.screens.talk.column import TalkColumn
from game.screens.talk.flow import Stage, TalkFlow
from game.screens.talk.foot import ACTS, Foot
from game.screens.talk.foresight import Foresight
from game.screens.talk.going import Going
from game.screens.talk.menu import MenuScreen
from game.screens.talk.picking import Picking
from game.screens.talk.sight import WIDTH, Sight
from game.screens.talk.sounds import TalkSounds
from game.screens.talk.speed import Speed

if TYPE_CHECKING:
    from game.screens.backstage import Play
    from game.screens.pen import Box
    from game.screens.theme import Theme

_ONCE: Final = frozenset({
    Act.BACK, Act.MENU, Act.BACKLOG, Act.NOTEBOOK, Act.AUTO, Act.SKIP, Act.PICK, Act.CONFIRM, Act.HURRY,
})  # fmt: skip
"""What a held key does not do again."""

_PAPER: Final = (WIDTH, 0, 1280 - WIDTH, 720)


class TalkScreen(Screen):
    """One meeting being played."""

    has_menu = True

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        play = app.backstage.play
        if play is None:
            raise RuntimeError("the talk needs a meeting")
        self.play: Play = play
        self.flow = TalkFlow(play.scenario, self._trainee, read=play.read)
        self.going = Going()
        self.foot = Foot(app, self.going)
        self.speed = Speed(app, self.foot)
        self.column = TalkColumn(app, play, self.flow, self.foot)
        self.picking = Picking(app, play, self.column)
        self.sight = Sight(app, play, self.flow)
        self.foresight = Foresight(app, play, self.sight, self.column)
        self.sounds = TalkSounds(app, play.scenario)
        self.slip = CoachSlip(app, play) if play.coached else None
        self._begun = False
        self._attended = True
        self._boxes: tuple[Box, ...] = ()

    # ── coming and going ────────────────────────────────────────────────────────────────────────

    def enter(self) -> None:
        """Begin, or take up again where the meeting is."""
        settings, now = self.app.backstage.settings, self.app.clock()
        self.flow.speed = self.speed.now
        self.going.pace = settings.auto_pace
        self.going.look(now)
        self.flow.look(now)
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
        shown = self.picking.answered
        self.flow = self.flow.in_language(
            self.play.scenario, self._trainee, meeting.exchanges[:shown], meeting.views[: shown + 1]
        )
        self.column.flow = self.sight.flow = self.flow
        if self.picking.waiting:
            self.column.freeze()
        self.column.written.to_end()

    @property
    def _trainee(self) -> str:
        return self.app.backstage.settings.trainee or self.app.backstage.words("You")

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """A deed by keyboard or gamepad, or by a button at the foot."""
        if deed.act in _ONCE and not deed.repeated:
            self._once(deed)
        elif deed.act in (Act.SLOWER, Act.FASTER):
            self.change_speed(1 if deed.act is Act.FASTER else -1)
        elif deed.act not in _ONCE:
            self._move(deed)
        self.app.redraw()

    def _once(self, deed: Deed) -> None:
        """What a key does once, however long it is held."""
        match deed.act:
            case Act.BACK | Act.MENU:
                self.app.lay_over(MenuScreen(self))
            case Act.BACKLOG:
                self._look_back()
            case Act.NOTEBOOK:
                self._open_notebook()
            case Act.AUTO:
                self.going.toggle_auto(self.app.clock())
                self.app.wake()
            case Act.SKIP:
                self._skip()
            case Act.PICK:
                self._pick(deed.number - 1)
            case Act.CONFIRM:
                self._confirm()
            case Act.HURRY:
                self._hurry()

    def _move(self, deed: Deed) -> None:
        """Up and down go through the choices, left and right through the buttons, the tabulator all."""
        back = deed.act in (Act.UP, Act.LEFT, Act.BEFORE)
        if deed.act in (Act.BEFORE, Act.NEXT):
            if not self.column.written.scroll(-240 if back else 240) and back:
                self._look_back()
        elif deed.in_order:
            self.column.tab(-1 if back else 1)
        elif deed.act in (Act.LEFT, Act.RIGHT):
            self.column.focus = None
            self.foot.step(-1 if back else 1)
        elif deed.act in (Act.UP, Act.DOWN):
            self.foot.focus = None
            self.column.step(-1 if back else 1)

    def point(self, at: Point) -> None:
        """The choice under the mouse has the focus; a button under it is taken up."""
        over = self.foot.at(at)
        if self.column.point(at) or over != self.foot.over:
            self.foot.over = over
            self.app.redraw()

    def press(self, at: Point) -> None:
        """On a choice: it is said. On a button: it is pressed. Anywhere else: go on."""
        number, button = self.column.choice_at(at), self.foot.at(at)
        if button is not None:
            self._once(Deed(ACTS[button]))
        elif number is not None:
            self._pick(number)
        elif self.sight.on_card(at):
            self._open_notebook()
        else:
            self._hurry()
        self.app.redraw()

    def turn(self, by: float, at: Point) -> None:
        """The wheel scrolls what is too long for its room; turned up otherwise, it looks back."""
        moved = self.column.turn(by, at)
        if not moved and by > 0:
            self._look_back()
        self.app.redraw()

    def _open_notebook(self) -> None:
        self.app.lay_over(notebook_screen(self.app, self.sight.notes, self.slip))

    def _look_back(self) -> None:
        self.app.lay_over(BacklogScreen(self.app, self.play, self.flow.past, self.flow.current))

    def _skip(self) -> None:
        if not self.picking.waiting:
            self.going.press_skip(self.flow, self.app.clock())
            self._tell_if_new()
        self.app.wake()

    def let_go(self, act: Act) -> None:
        """Skipping by a key that is held ends with it."""
        if act is Act.SKIP:
            self.going.release_skip(self.app.clock())
            self.app.redraw()

    def _confirm(self) -> None:
        if self.foot.focus is not None:
            self._once(Deed(ACTS[self.foot.focus]))
        elif self.flow.stage is not Stage.CHOOSING:
            self._hurry()
        elif self.column.focus is None:
            self.column.focus = 0
        else:
            self._pick(self.column.focus)

    def _hurry(self) -> None:
        now = self.app.clock()
        if self.picking.waiting:
            self.picking.answer(now)
        elif self.flow.stage is Stage.OVER:
            go_to_the_end(self.app)
        elif self.flow.hurry(now):
            self.column.written.to_end()
        self.app.wake()

    def _pick(self, index: int) -> None:
        self.picking.pick(index, lit=0 if self.app.reduced_motion else SPOKEN)

    # ── how fast ────────────────────────────────────────────────────────────────────────────────

    def change_speed(self, by: int, *, around: bool = False) -> None:
        """Lines are written faster (−1: slower), from now on; ``around``: the slowest follows the fastest."""
        self.speed.change(by, around=around)
        self.flow.speed = self.speed.now
        self.app.wake()

    # ── time ────────────────────────────────────────────────────────────────────────────────────

    def tick(self, now: float) -> float | None:
        """Lines are written, the talk goes on by itself, moods move, the picked sentence is answered."""
        if self.picking.until is not None and now >= self.picking.until:
            self.picking.answer(now)
        if self.flow.tick(now) or self._go_on(now):
            if self.flow.stage is Stage.WRITING:
                self.app.redraw(_PAPER)
            else:
                self.column.written.to_end()
                self.app.redraw()
        if self.slip is not None:
            self.slip.listen(self.flow, waiting=self.picking.waiting)
        if not self.picking.waiting:
            self.sounds.listen(self.flow, self.sight.place(), self.sight.notes())
        if self.flow.told:
            self._keep_read()
        waits = self.picking.waiting or self.flow.stage is Stage.WRITING
        due = self.going.due(self.flow) if self._attended else None
        frame = now + FRAME if waits else None
        wanted = (self.sight.tick(now), self.foot.tick(now), frame, due)
        return min((at for at in wanted if at is not None), default=None)

    def prepare(self) -> bool:
        """Make what will be seen next."""
        return self.foresight.step(self.flow, answering=self.picking.waiting)

    def _go_on(self, now: float) -> bool:
        """Go on by auto or skip, as long as somebody looks; whether that changed the picture."""
        if self.app.attended and not self._attended:
            self.going.look(now)
        self._attended = self.app.attended
        if not self._attended or self.picking.waiting:
            return False
        before = self.going.skip
        went = self.going.tick(self.flow, now)
        if before and not self.going.skip:
            self._tell_if_new()
        return went or self.going.skip is not before

    def _tell_if_new(self) -> None:
        """Say why skipping has stopped."""
        if self.going.stopped:
            self.foot.notice(self.app.backstage.words("New from here on"))

    def _keep_read(self) -> None:
        if self.flow.newly_read:
            self.app.backstage.keep_read(self.play, self.flow.newly_read)
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
            self.slip.draw(surface, theme, self.flow, waiting=self.picking.waiting)
