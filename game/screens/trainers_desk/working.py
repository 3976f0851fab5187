"""A paper that lies over the desk while something is made: what, how far it is, and a way to stop it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from game.deskwork.chores import Counting, Walking
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP
from game.screens.trainers_desk.progress import TALL, draw_bar
from game.screens.trainers_desk.told import trouble_told
from game.screens.trouble import Said, tell

if TYPE_CHECKING:
    from game.deskwork.clerk import Task
    from game.format.words import Words

LOOK: Final = 0.05
"""Seconds between two looks at the work."""

WALKED: Final = 0.85
"""Share of the work that is done when all ways were walked; then they are weighed."""


def share_of(step: object) -> float:
    """How far work is by what it told last, 0 to 1."""
    match step:
        case Walking(decisions=made, most=most) if most:
            return WALKED * min(1.0, made / most)
        case Counting(done=done, of=of) if of:
            return done / of
    return 0.0


def step_told(step: object, words: "Words") -> str:
    """What is being done, by what was told last."""
    match step:
        case Walking(decisions=made, states=states):
            return words("Walking every way: {decisions} decisions deep, {states} states", decisions=made, states=f"{states:,}")  # fmt: skip # noqa: E501
        case Counting(done=done, of=of):
            return words("{done} of {total} done", done=done, total=of)
    return words("Reading …")


class Working(Panel):
    """Waits for a task of the maker; ``then`` gets what came of it, once this paper is away again."""

    wide = 640

    def __init__(
        self,
        app: Host,
        heading: Said,
        task: "Task",
        then: Callable[[object], None],
    ) -> None:
        super().__init__(app)
        self._heading = heading
        self._task = task
        self._then = then
        self._now: object = None

    def heading(self) -> str:
        """What is being made."""
        return self._heading()

    def answers(self) -> list[Answer]:
        """It can be given up."""
        return [("stop", self.app.backstage.words("Stop"), self.back)]

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """The bar, and what is being done."""
        draw_bar(pen, (x, y + GAP, width, TALL), share_of(self._now))
        y += TALL + 2 * GAP
        told = step_told(self._now, self.app.backstage.words)
        return y + pen.write(told, "small", pen.theme.colours.soft_ink, (x, y), width) + GAP

    def back(self) -> None:
        """Give the work up."""
        self.app.backstage.bench.maker.stop()
        self.app.lift()

    def leave(self) -> None:
        """Whatever takes this paper away ends the work."""
        if not self._task.done:
            self.app.backstage.bench.maker.stop()

    def tick(self, now: float) -> float | None:
        """Look how far it is."""
        self.app.backstage.bench.maker.look()
        for step in self._task.news():
            self._now = step
            self.app.redraw()
        if not self._task.done:
            return now + LOOK
        self.app.lift()
        trouble, words = self._task.trouble, self.app.backstage.words
        if trouble is None:
            self._then(self._task.result)
        else:
            tell(self.app, lambda: trouble_told(trouble, words))
        return None
