"""Where a class is: which pages there are, which one is up, and what of it is to be seen. No pixels."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from game.screens.class_room.plan import LONG, SHORT, Stop, plan_of
from game.screens.class_room.shown import Shown
from game.screens.class_room.slides import Slide
from game.screens.class_room.tally import Tally

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure

Build: TypeAlias = Callable[[Sequence[Tally], int], tuple[Slide, ...]]
"""From the figures and which of them is chosen to its pages."""

PLANS: tuple[int, ...] = (0, SHORT, LONG)
"""Minutes of the plans there are; 0 is no plan: all pages."""

WHICH = "which"
"""The key of the page on which one of several figures is chosen."""


class Deck:
    """The pages of a class, and the place in them.

    Args:
        build: Makes the pages; asked again whenever the figures or the language have changed.
    """

    def __init__(self, build: Build) -> None:
        self._build = build
        self.tallies: Sequence[Tally] = ()
        self.chosen = 0
        """Which of the figures is looked at."""
        self.all: tuple[Slide, ...] = ()
        """Every page there is."""
        self.slides: tuple[Slide, ...] = ()
        """The pages one is led through: those of the plan, where there is one."""
        self.at = 0
        self.minutes = 0
        """Of the plan that is followed, one of ``PLANS``."""
        self.planning: int | None = None
        """Which of ``PLANS`` is pointed at while one is being chosen."""
        self._names = False
        self._branches = False
        self._other = 0
        self._steps: dict[str, int] = {}
        """How far each page was told when it was last up."""

    # ── what is there ───────────────────────────────────────────────────────────────────────────

    def take(self, tallies: Sequence[Tally]) -> None:
        """Other figures, or the same in another language; the place is kept as far as it is still there."""
        known = self._known(self.figure)
        self.tallies = tallies
        ids = [self._known(tally.figure) for tally in tallies]
        self.chosen = ids.index(known) if known in ids else min(self.chosen, max(0, len(tallies) - 1))
        self._rebuild()

    @staticmethod
    def _known(figure: "ClassFigure | None") -> tuple[str, str] | None:
        return None if figure is None else (figure.scenario_id, figure.hash)

    def choose(self, by: int) -> None:
        """Look at another one of the figures."""
        if self.tallies:
            self.chosen = (self.chosen + by) % len(self.tallies)
            self._steps = {}
            self._rebuild()

    def _rebuild(self) -> None:
        key, at = (self.slide.key, self.at) if self.slides else ("", 0)
        self.all = self._build(self.tallies, self.chosen)
        stops = {stop.key for stop in self.stops}
        self.slides = tuple(slide for slide in self.all if slide.key in stops) or self.all
        keys = [slide.key for slide in self.slides]
        self.at = keys.index(key) if key in keys else min(at, max(0, len(keys) - 1))

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The pages of the plan that is followed; none where there is none."""
        return plan_of(self.all, self.minutes) if self.minutes else ()

    @property
    def figure(self) -> "ClassFigure | None":
        """The figure that is looked at, None where there is none."""
        return self.tally.figure if self.tally is not None else None

    @property
    def tally(self) -> Tally | None:
        """What is counted of it."""
        return self.tallies[self.chosen] if self.tallies else None

    @property
    def slide(self) -> Slide:
        """The page that is up; ``IndexError`` before there is one."""
        return self.slides[self.at]

    @property
    def shown(self) -> Shown:
        """What of it is to be seen."""
        return self._shown(self.slide, branches=self._branches)

    def _shown(self, slide: Slide, *, branches: bool = False) -> Shown:
        step = min(self._steps.get(slide.key, 0), slide.steps - 1)
        return Shown(step, self._names, branches and slide.decision is not None, self._other)

    @property
    def coming(self) -> tuple[Slide, Shown]:
        """The page and what of it will be seen after one step on."""
        shown = self.shown
        if shown.step < self.slide.steps - 1:
            return self.slide, Shown(shown.step + 1, shown.names, shown.branches, shown.other)
        slide = self.slides[min(self.at + 1, len(self.slides) - 1)]
        return slide, self._shown(slide)

    # ── going on ────────────────────────────────────────────────────────────────────────────────

    def go(self, at: int) -> None:
        """Bring up a page by its place, the nearest where there is none."""
        to = min(max(at, 0), len(self.slides) - 1)
        if to != self.at:
            self.at, self._branches, self._other = to, False, 0

    def begin_with(self, key: str) -> None:
        """Bring up the page of this key, if there is one."""
        keys = [slide.key for slide in self.slides]
        if key in keys:
            self.go(keys.index(key))

    def next(self) -> None:
        """One step on: what is held back is revealed, and then comes the next page."""
        if self.shown.step < self.slide.steps - 1:
            self._steps[self.slide.key] = self.shown.step + 1
        else:
            self.go(self.at + 1)

    def before(self) -> None:
        """One step back."""
        if self.shown.step > 0:
            self._steps[self.slide.key] = self.shown.step - 1
        else:
            self.go(self.at - 1)

    def hold(self) -> None:
        """Reveal a decision, or hold it back again; elsewhere one step on, and from the last to the first."""
        shown, slide = self.shown, self.slide
        to = int(not shown.step) if slide.decision is not None else (shown.step + 1) % slide.steps
        self._steps[slide.key] = to
        if not to:
            self._branches = False

    def part(self) -> None:
        """Two branches of the decision side by side, or all of it again; revealed by it."""
        if self.slide.decision is not None:
            self._branches, self._other = not self._branches, 0
            self._steps[self.slide.key] = max(1, self.shown.step)

    def another(self, by: int) -> None:
        """Up and down: another branch on the right, or another of several figures."""
        if self.slide.key == WHICH:
            self.choose(by)
        elif self._branches:
            self._other += by

    def name(self) -> None:
        """With names or without."""
        self._names = not self._names

    # ── plans ───────────────────────────────────────────────────────────────────────────────────

    def plan(self) -> None:
        """Begin to choose a plan, pointing at the one that is followed; or take the one pointed at."""
        if self.planning is None:
            self.planning = PLANS.index(self.minutes)
            return
        self.minutes, self.planning = PLANS[self.planning], None
        self._rebuild()

    def point(self, by: int) -> None:
        """Point at another plan."""
        if self.planning is not None:
            self.planning = (self.planning + by) % len(PLANS)

    def point_at(self, which: int) -> None:
        """Point at one of the plans by its place, from the end where it is negative."""
        if self.planning is not None:
            self.planning = which % len(PLANS)

    def stay(self) -> None:
        """Choose none: everything stays as it was."""
        self.planning = None
