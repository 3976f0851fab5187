"""A sentence is picked: it is kept, stays lit for a moment, and is answered."""

from typing import TYPE_CHECKING

from game.core.play import NotOffered
from game.screens.trouble import Slip

if TYPE_CHECKING:
    from game.screens.backstage import Play
    from game.screens.stage import Host
    from game.screens.talk.column import TalkColumn


class Picking:
    """What was picked and is not answered yet; ``until``: when the answer comes, None when nothing waits."""

    def __init__(self, app: "Host", play: "Play", column: "TalkColumn") -> None:
        self.app = app
        self.play = play
        self.column = column
        self.until: float | None = None

    @property
    def waiting(self) -> bool:
        """Whether a picked sentence is still to be answered."""
        return self.until is not None

    @property
    def answered(self) -> int:
        """How many exchanges have been answered."""
        return len(self.play.meeting.exchanges) - self.waiting

    def pick(self, index: int, *, lit: float) -> None:
        """Say the choice of this index, if it may be said now; it stays lit for so many seconds."""
        now, view = self.app.clock(), self.play.meeting.view
        if self.waiting or not self.column.flow.may_pick(now) or not 0 <= index < len(view.choices):
            return
        try:
            self.play.choose(view.choices[index].id)
        except OSError as trouble:
            self._not_kept(index, trouble, lit)
            return
        except NotOffered:  # a click that came twice: the first one counted
            return
        self.app.sound.play("pick")
        self.column.focus = index
        self.column.freeze()
        self.until = now + lit
        self.app.wake()
        self.app.redraw()

    def answer(self, now: float) -> None:
        """The customer answers what was picked."""
        self.until = None
        self.column.thaw()
        meeting = self.play.meeting
        self.column.flow.go_on(meeting.exchanges[-1], meeting.view, now)
        self.column.written.to_end()
        self.app.wake()
        self.app.redraw()

    def _not_kept(self, index: int, trouble: OSError, lit: float) -> None:
        backstage, said = self.app.backstage, self.app.backstage.said

        def go_on() -> None:
            self.play.kept = False
            self.pick(index, lit=lit)

        self.app.lay_over(
            Slip(
                self.app,
                said("This choice could not be saved"),
                [
                    backstage.explainer(trouble),
                    said("You have not said it yet. Nothing saved before is lost."),
                ],
                [
                    ("again", said("Try again"), lambda: self.pick(index, lit=lit)),
                    ("on", said("Continue without saving"), go_on),
                ],
            )
        )
