"""A class in the window: keys and clicker lead through its pages; late records are taken in as they come."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import pygame

from game.classroom.figures import ClassFigure
from game.format.codes import Lang
from game.format.uncollected import uncollected
from game.screens.aside import Aside, short_turns
from game.screens.class_room.deck import Deck
from game.screens.class_room.drawing import Drawer
from game.screens.class_room.feet import foot_of, keys_of
from game.screens.class_room.leaving import closing_slip, reading_slip
from game.screens.class_room.passing import Passing
from game.screens.class_room.plan_page import plan_slide
from game.screens.class_room.shown import Shown
from game.screens.class_room.slides import slides_of
from game.screens.class_room.tally import Tally
from game.screens.class_room.waiting import Waited, waiting_foot, waiting_slide
from game.screens.hands import Act, Deed
from game.screens.pen import Box
from game.screens.stage import Host, Point, Screen

if TYPE_CHECKING:
    from game.classroom.reading import Reading
    from game.screens.theme import Theme

Load: TypeAlias = Callable[[Lang], Sequence[ClassFigure]]
"""Gives the figures of the moment in a language. It is asked again and again, in a thread of its own; where
nothing has changed it should give what it gave before, and soon."""

LOOK: Final = 2.0
"""Seconds between two looks for late records."""

_WAIT: Final = 0.05
"""Seconds between two looks whether reading has come to its end."""

_OFTEN: Final = 0.5
"""Seconds between two drawings of a page because more was read."""

_GOING: Final = frozenset({Act.RIGHT, Act.LEFT, Act.UP, Act.DOWN, Act.NEXT, Act.BEFORE})
"""What a held key repeats."""


class ClassScreen(Screen):
    """The pages of a class, one at a time.

    Args:
        app: The app.
        load: Where the figures come from.
        reading: Tells how far they are, and can be stopped.
        begin: The key of the page to begin with, "" the first.
    """

    has_menu = True

    def __init__(self, app: Host, load: Load, *, reading: "Reading | None" = None, begin: str = "") -> None:
        super().__init__(app)
        self._far = reading
        self._waited, self._waited_at = Waited(), 0.0
        """How far the reading was when it was last drawn, and when that was."""
        self._passing: Final = Passing(app)
        self._partly = False
        """Whether what is shown is only a part of what lies there."""
        self._load = load
        self._figures: Sequence[ClassFigure] | None = None
        """What was read last."""
        self._reading: Aside[tuple[Tally, ...] | None] | None = None
        self._language: Lang = app.backstage.lang
        """Of what is being read, or was read last."""
        self._due = 0.0
        self._trouble: Exception | None = None
        self.deck = Deck(lambda figures, chosen: slides_of(figures, chosen, app.backstage.words))
        self._begin = begin
        self._drawer: Drawer | None = None
        self._look: tuple[object, bool] = (None, False)
        self._boxes: tuple[Box, ...] = ()
        self._size = (1, 1)
        """Of the window, when it was last drawn on."""
        self._ahead: tuple[str, Shown] | None = None
        """What was drawn ahead."""

    # ── reading ─────────────────────────────────────────────────────────────────────────────────

    def enter(self) -> None:
        """Begin to read."""
        self.app.wake()

    def tick(self, now: float) -> float | None:
        """Take in what was read, and read again when it is time."""
        self._passing.tick(now)
        if self._reading is None and now >= self._due:
            self._language = self.app.backstage.lang
            lang = self._language
            self._reading = Aside(lambda: self._read(lang))
        if self._reading is not None and (self._reading.done or self._reading.wait(_WAIT / 5)):
            self._take(self._reading)
            waited = Waited.of(self._far)
            self._reading, self._due = None, now if waited.left and not waited.stopped else now + LOOK
            if self._language != self.app.backstage.lang:
                self._due = now
        self._show_how_far(now)
        return now + _WAIT if self._reading is not None else max(self._due, now + _WAIT)

    def _show_how_far(self, now: float) -> None:
        """Draw it anew, now and then, while there is more to come."""
        waited, before = Waited.of(self._far), self._waited
        if waited == before or now < self._waited_at + (_OFTEN if self.deck.slides else _WAIT):
            return
        self._waited, self._waited_at = waited, now
        if self._partly or not self.deck.slides or waited.analysing != before.analysing:
            self.app.redraw()
        if before.analysing and not waited.analysing:
            self._passing.say(self.app.backstage.words("The best ways have been worked out"))

    def _read(self, lang: Lang) -> tuple[Tally, ...] | None:
        """Read and count, in a thread of its own; None where nothing is other than it was."""
        with short_turns(), uncollected(staying=True):
            return self._counted(self._load(lang))

    def _counted(self, figures: Sequence[ClassFigure]) -> tuple[Tally, ...] | None:
        if figures is self._figures or (self._figures is not None and list(figures) == list(self._figures)):
            return None
        self._figures = figures
        if self._far is not None:
            self._far.telling("counting")(0, 0)
        tallies = tuple(Tally(figure) for figure in figures)
        for tally in tallies:
            tally.fill()
        if self._far is not None:
            self._far.rest()
        return tallies

    def _take(self, reading: Aside[tuple[Tally, ...] | None]) -> None:
        try:
            tallies = reading.result()
        except self.app.backstage.troubles as trouble:
            if not self.deck.slides:
                self._trouble = trouble
                self.app.redraw()
            return
        partly, self._partly = self._partly, bool(Waited.of(self._far).left)
        if partly and not self._partly:
            self._passing.say(self.app.backstage.words("Everything has been read"))
        if tallies is not None:
            before, self._trouble = self._people(), None
            self.deck.take(tallies)
            self._passing.say_late_ones(self._people() - before if before and not partly else 0)
            self.deck.begin_with(self._begin)
            self._begin, self._drawer, self._ahead = "", None, None
            self.app.redraw()

    def _people(self) -> int:
        return sum(len(tally.figure.seats) for tally in self.deck.tallies)

    def relanguaged(self) -> None:
        """Read anew: the sentences of a scenario come with the figures."""
        self._due = 0.0
        self.deck.take(self.deck.tallies)
        self.app.wake()
        self.app.redraw()

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def draw(self, surface: pygame.Surface, theme: "Theme") -> None:
        """Draw the page that is up, with the line of keys below it."""
        words, deck = self.app.backstage.words, self.deck
        drawer, self._size = self._drawer_for(theme), surface.get_size()
        if deck.slides:
            slide, shown, waited = deck.slide, deck.shown, Waited.of(self._far)
            so_far = waited.told(words) if self._partly else ""
            foot = foot_of(
                deck, words, keys_of(self.app), so_far, waited.aside(words), passing=self._passing.text
            )
            if deck.planning is not None:
                slide, shown = plan_slide(deck, words), Shown()
        else:
            slide, shown = waiting_slide(words, self._told(), Waited.of(self._far)), Shown()
            foot = waiting_foot(words)
        self._boxes = drawer.draw(surface, slide, words, shown, names=self._names(), foot=foot)

    def _told(self) -> str:
        """What is said while there is nothing to show: what went wrong, or "" while it is being read."""
        return "" if self._trouble is None else self.app.backstage.explain(self._trouble)

    def _names(self) -> dict[int, str]:
        tally = self.deck.tally
        return {} if tally is None else tally.names

    def boxes(self) -> tuple[Box, ...]:
        """Where the texts of the last drawing stand."""
        return self._boxes

    def _drawer_for(self, theme: "Theme") -> Drawer:
        look = (theme, self.app.furigana)
        if self._drawer is None or self._look != look:
            thresholds = self.app.backstage.rulebook.bands.thresholds()
            self._drawer = Drawer(theme, furigana=self.app.furigana, thresholds=thresholds)
            self._look = look
        return self._drawer

    def prepare(self) -> bool:
        """Draw what comes after one step on where nobody sees it, so that nobody waits for it.

        After that, find out one by one how large the letters of the other pages can be.
        """
        deck, drawer = self.deck, self._drawer
        if drawer is None or deck.planning is not None or not deck.slides:
            return False
        words, names = self.app.backstage.words, self._names()
        slide, shown = deck.coming
        if self._ahead != (slide.key, shown):
            self._ahead = (slide.key, shown)
            drawer.draw(pygame.Surface(self._size), slide, words, shown, names=names)
            return True
        others = (*deck.slides, plan_slide(deck, words))
        unknown = next((each for each in others if not drawer.knows(each, words)), None)
        if unknown is not None and unknown.decision is None:  # with its chart, which takes longest
            drawer.draw(pygame.Surface(self._size), unknown, words, Shown(), names=names)
        elif unknown is not None:
            drawer.measure(unknown, words, Shown(1), names=names)
        return unknown is not None

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """Keys, a clicker's buttons, a gamepad."""
        deck = self.deck
        if deed.repeated and deed.act not in _GOING:
            return
        if deed.act in (Act.MENU, Act.BACK):
            self._leave()
        elif deed.act is Act.RESTART:
            self.app.toggle_full_screen()
        elif deck.slides:
            does = (self._deeds() if deck.planning is None else self._while_planning()).get(deed.act)
            if does is not None:
                does()
                self.app.redraw()

    def _deeds(self) -> dict[Act, Callable[[], None]]:
        deck = self.deck
        return {
            Act.RIGHT: lambda: deck.go(deck.at + 1),
            Act.LEFT: lambda: deck.go(deck.at - 1),
            Act.NEXT: deck.next,
            Act.CONFIRM: deck.next,
            Act.BEFORE: deck.before,
            Act.FIRST: lambda: deck.go(0),
            Act.LAST: lambda: deck.go(len(deck.slides) - 1),
            Act.DOWN: lambda: deck.another(1),
            Act.UP: lambda: deck.another(-1),
            Act.HURRY: deck.hold,
            Act.HOLD: deck.hold,
            Act.NOTEBOOK: deck.name,
            Act.BRANCHES: deck.part,
            Act.PLAN: deck.plan,
        }

    def _while_planning(self) -> dict[Act, Callable[[], None]]:
        """A clicker's next one points at the next plan, so that it never takes one by chance."""
        on, back = (lambda: self.deck.point(1)), (lambda: self.deck.point(-1))
        go_on = dict.fromkeys((Act.RIGHT, Act.DOWN, Act.NEXT), on)
        go_back = dict.fromkeys((Act.LEFT, Act.UP, Act.BEFORE), back)
        ends = {Act.FIRST: lambda: self.deck.point_at(0), Act.LAST: lambda: self.deck.point_at(-1)}
        takes = (Act.HURRY, Act.HOLD, Act.CONFIRM, Act.PLAN)
        return go_on | go_back | ends | dict.fromkeys(takes, self.deck.plan)

    def press(self, at: Point) -> None:  # noqa: ARG002 - a click anywhere goes on
        """A click goes on, as a clicker does."""
        self.act(Deed(Act.NEXT))

    def _leave(self) -> None:
        """Away from the plans; out of the full screen, as a clicker's first button does; else ask."""
        if self.deck.planning is not None:
            self.deck.stay()
            self.app.redraw()
            return
        waited = Waited.of(self._far)
        if waited.going and (self._partly or not self.deck.slides):
            self.app.lay_over(reading_slip(self.app, waited, self._stop))
        elif self.app.backstage.settings.fullscreen:
            self.app.toggle_full_screen()
        else:
            self.app.lay_over(closing_slip(self.app, waited, self._go_on))

    def _stop(self) -> None:
        if self._far is not None:
            self._far.stop()

    def _go_on(self) -> None:
        if self._far is not None:
            self._far.go_on()
            self._due = 0.0
            self.app.wake()
