"""The review of the meeting of ``backstage.play``: its pages turned by any hand."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.analysis.onward import crossroads
from game.core.reveal import reveal_of
from game.debrief.days import short_day
from game.debrief.over_time import compared_page, earlier, progress_page
from game.debrief.review.again import Once, first_and_last
from game.debrief.review.pages import Page, opens_at, pages_of
from game.debrief.review.told import Teller
from game.screens.charts import Chart
from game.screens.hands import Act, Deed
from game.screens.looking_back import looked_back
from game.screens.panel import Answer
from game.screens.review.curve import other_time, review_chart
from game.screens.review.past_meetings import PastMeetings
from game.screens.review.practice import PracticeScreen
from game.screens.review.printing import write_page
from game.screens.review.reflect import ReflectScreen
from game.screens.review.table import ReviewTable
from game.screens.stage import Host
from game.screens.trainers_desk.handing import Handing
from game.screens.trouble import tell

if TYPE_CHECKING:
    from game.debrief.progress import Past
    from game.debrief.review.moments import Moment
    from game.debrief.review.review import Review
    from game.screens.backstage import Play

_LOOK_SECONDS: Final = 0.25
"""How often is looked whether the analysis has come."""

_READ_ON: Final = 0.02
"""How soon the next of the earlier meetings is read, or looked for."""

BACK: Final = "back"
WRITE: Final = "write"
PRINT: Final = "print"
HAND_IN: Final = "hand_in"


class ReviewScreen(ReviewTable):
    """What the meeting turned on, once it has been revealed."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        play = app.backstage.play
        if play is None:
            raise RuntimeError("the review needs a meeting")
        self.play: Play = play
        self._reveal = play.reveal()
        self._review: Review | None = None
        self._pages: tuple[Page, ...] = ()
        self._chart: Chart | None = None
        self._open = ""
        self._waits = False
        self._handing = Handing(app)
        self._past: PastMeetings | None = None

    # ── what is told ────────────────────────────────────────────────────────────────────────────

    @property
    def review(self) -> "Review":
        """What is looked back on, in the language of the moment."""
        return self._look()

    def _look(self) -> "Review":
        if self._review is None:
            backstage, play = self.app.backstage, self.play
            play.reachable()
            self._waits = play.analysis is None and play.analysis_will_come
            self._review = looked_back(backstage, play)
            self._chart = None
            self._pages = (
                *pages_of(self._review, backstage.words, self._tried(self._review), waits=self._waits),
                *self._over_time(),
            )
        return self._review

    def _tried(self, review: "Review") -> dict[int, Once]:
        """What came of every decision that was tried again, the last time of each."""
        play, found = self.play, {}
        for position, choices in play.tried.items():
            path = (*review.path[:position], *choices)
            ways = None if play.analysis is None else crossroads(play.analysis, path)
            in_reach = None if ways is None else ways.best
            both = first_and_last(
                play.game, self._reveal, review.steps, position, choices, in_reach, self._teller()
            )
            found[position] = both.last
        return found

    def _over_time(self) -> tuple[Page, ...]:
        """The pages over several meetings, as far as those have been read."""
        past, review = self._past, self._review
        if past is None or review is None or not (past.found or past.waits):
            return ()
        words, before = self.app.backstage.words, self._before()
        last: tuple[Page, ...] = ()
        if before is not None:
            last = (compared_page(self.play.game, review, before, self._teller()),)
        return (*last, progress_page(past.found, words, waits=past.waits))

    def _before(self) -> "Past | None":
        own = "" if self.play.header is None else self.play.header.uid
        return None if self._past is None else earlier(self._past.found, self.play.game, own)

    def _teller(self) -> Teller:
        words = self.app.backstage.words
        return Teller(words, self.play.scenario, self.app.backstage.settings.trainee or words("You"))

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, the moments first."""
        self._look()
        return self._pages

    @property
    def page(self) -> Page:
        """The page that lies open: at first the moment in which most was lost."""
        found = next((each for each in self.pages if each.name == self._open), None)
        return found or opens_at(self.pages)

    def chart(self) -> Chart:
        """The curve with the moments numbered, and what the open page would have changed."""
        if self._chart is None:
            words, book = self.app.backstage.words, self.play.game.book
            later = words("{days} days", days=book.settlement.days)
            self._chart = review_chart(self.review, book.bands.thresholds(), later, self.page.moment)
            before = self._before() if self.page.name == "earlier" else None
            if before is not None:
                other = other_time(self.review, reveal_of(self.play.game, before.path))
                self._chart = replace(self._chart, other=other)
        return self._chart

    def heading(self) -> tuple[str, str]:
        """What the sheet is, and which meeting it looks back on."""
        return self.app.backstage.words("Looking back"), self.play.scenario.title

    def dashed(self) -> str:
        """What the dashed curve is: one other answer, or another time."""
        words = self.app.backstage.words
        return words("Last time") if self.page.name == "earlier" else words("With one other answer")

    def relanguaged(self) -> None:
        """The same page in the other language; the earlier meetings are read once more, with their titles."""
        self._review = None
        if self._past is not None:
            self._past.relanguaged()
            self.app.wake()

    # ── coming, going, time ─────────────────────────────────────────────────────────────────────

    def enter(self) -> None:
        """Look whether the analysis has come meanwhile, and what was tried again."""
        self._review = None
        self.app.wake()

    def tick(self, now: float) -> float | None:
        """Look for the analysis until it has come, and whether something opened the page."""
        self._look()
        handed = now + _LOOK_SECONDS if self._handing.look(now) else None
        if not self._waits:
            return self._read_on(now) or handed
        if self.play.reachable() is not None or not self.play.analysis_will_come:
            self._review = None
            self.app.redraw()
            return handed
        return now + _LOOK_SECONDS

    def _read_on(self, now: float) -> float | None:
        """Read one more of the earlier meetings; when to go on, None when all have been read."""
        if self._past is None:
            self._past = PastMeetings(self.app.backstage, self.play)
            changed = True
        elif not self._past.waits:
            return None
        else:
            changed = self._past.work()
        if changed:
            self._review = None
            self.app.redraw()
        return now + _READ_ON

    def back(self) -> None:
        """To the passbook, printed already."""
        self.app.go("reveal")

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def begin_with(self) -> str | None:
        """What the page offers, else the page itself."""
        offered = self.page_answers()
        return offered[0][0] if offered else self.page.name

    def open_page(self, name: str) -> None:
        """Turn to a page; where it lies below the index, it is brought into view."""
        if name != self.page.name:
            self._open, self._chart = name, None
            if self.wide:
                self.offset = 0.0
            self.app.redraw()
        self.to_page()

    def act(self, deed: Deed) -> None:
        """By keyboard the page under the focus lies open; the digits turn to the moments."""
        if deed.act is Act.PICK:
            if not deed.repeated and 1 <= deed.number <= len(self.review.moments):
                self.focus = f"moment:{deed.number}"
                self.open_page(self.focus)
            return
        before = self.focus
        super().act(deed)
        names = [page.name for page in self.pages]
        if self.wide and self.focus != before and self.focus in names and self.focus != self.page.name:
            self.open_page(self.focus)

    def page_answers(self) -> list[Answer]:
        """What can be done with the open page."""
        moment = self.moment
        if moment is None:
            return []
        day = short_day(moment.date, self.app.backstage.words)
        return [("try", self.app.backstage.words("Try again from {day}", day=day), self.try_again)]

    @property
    def moment(self) -> "Moment | None":
        """The moment of the open page; of any other page the one the review opens at, if there is one."""
        return self.page.moment or opens_at(self.pages).moment

    def try_again(self) -> None:
        """Take the meeting up again at that moment, as practice."""
        moment = self.moment
        if moment is not None:
            self.app.show(PracticeScreen(self.app, self.play, moment.position, self))

    def answers(self) -> list[Answer]:
        """The ways on."""
        words = self.app.backstage.words
        return [
            (WRITE, words("Reflect"), self.write),
            (PRINT, words("Print"), self.print),
            *([(HAND_IN, words("Hand in"), self.hand_in)] if self.play.finished_file is not None else []),
            (BACK, words("Passbook"), self.back),
        ]

    def hand_in(self) -> None:
        """Hand the meeting in, as a file or as a code."""
        from game.screens.hand_in import hand_in  # noqa: PLC0415 - few do, and it brings the codes

        hand_in(self.app, self.play)

    def print(self) -> None:
        """Write the page of this meeting and open it in the person's browser, from which it is printed."""
        backstage = self.app.backstage
        try:
            file = write_page(backstage, self.play, self.review)
        except backstage.troubles as trouble:
            tell(self.app, backstage.explainer(trouble))
        else:
            self._handing.open(file)

    def write(self) -> None:
        """Write down what stays."""
        self.app.show(ReflectScreen(self.app, self.play, self))
