"""The notebook: what a seller would really know. A card on the wall, and the whole of it on one key."""

from datetime import date
from typing import TYPE_CHECKING, Final

from game.debrief.days import month_told, weekday_told
from game.screens.furigana import without_ruby
from game.screens.hands import Act, Deed
from game.screens.panel import Answer, Panel
from game.screens.paper import LEFT_OUT, Note
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.core.view import Notebook, PromiseNote, View
    from game.screens.backstage import Backstage, Play

FACTS_ON_CARD: Final = 3
PROMISES_ON_CARD: Final = 3
_MONTHS: Final = "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月".split()  # noqa: SIM905 - a list of twelve


def date_words(backstage: "Backstage", today: date) -> tuple[str, str, str]:
    """Month, day and weekday for a leaf of a calendar."""
    words = backstage.words
    weekdays = (
        words("Monday"), words("Tuesday"), words("Wednesday"), words("Thursday"),
        words("Friday"), words("Saturday"), words("Sunday"),
    )  # fmt: skip
    month = _MONTHS[today.month - 1] if backstage.lang == "ja" else month_told(today, words)
    return month, str(today.day), weekdays[today.weekday()]


def calendar_words(backstage: "Backstage", view: "View") -> tuple[str, str, str]:
    """Month, day and weekday (with the hour, where it is known) for the leaf on the wall."""
    month, day, weekday = date_words(backstage, view.date)
    if view.time is None:
        return month, day, weekday
    if backstage.lang != "ja":  # the long name and the hour would both have to be tiny
        weekday = weekday_told(view.date, backstage.words)
    return month, day, f"{weekday} {view.time:%H:%M}"


def card_notes(backstage: "Backstage", play: "Play", notes: "Notebook") -> tuple[str, list[list[Note]]]:
    """The title and the notes of the card: who it is, the latest facts, the promises that are open."""
    words = backstage.words
    customer = play.scenario.customer
    about = [Note(f"{customer.name}  {customer.role}".rstrip())]
    facts = [Note(backstage.named(without_ruby(text))) for text in notes.facts[-FACTS_ON_CARD:]]
    if len(notes.facts) > FACTS_ON_CARD:
        facts.insert(0, LEFT_OUT)
    waiting = [promise for promise in notes.promises if promise.status == "open"]
    promises = [_promise_note(backstage, promise) for promise in waiting[:PROMISES_ON_CARD]]
    groups = [about + facts, promises, _terms(backstage, notes)]
    return words("Notebook"), [group for group in groups if group]


def _promise_note(backstage: "Backstage", promise: "PromiseNote") -> Note:
    words = backstage.words
    return Note(backstage.named(without_ruby(promise.text)), words("Promise"), due_words(backstage, promise))


def due_words(backstage: "Backstage", promise: "PromiseNote") -> str:
    """Until when, and how long that is: "by Fri 6 Mar, 3 days left"."""
    words = backstage.words
    if promise.due is None or promise.days_left is None:
        return words("no date set yet")
    day = backstage.date(promise.due)
    if promise.days_left == 0:
        return words("by {day}: today", day=day)
    if promise.days_left == 1:
        return words("by {day}: tomorrow", day=day)
    if promise.days_left > 1:
        return words("by {day}, {days} days left", day=day, days=promise.days_left)
    return words("was due on {day}", day=day)


def _terms(backstage: "Backstage", notes: "Notebook") -> list[Note]:
    words = backstage.words
    found = []
    if notes.conceded_percent:
        found.append(Note(words("{percent} % off the price", percent=notes.conceded_percent), words("Terms")))
    found += [Note(without_ruby(text), words("In return")) for text in notes.considerations]
    return found


class NotebookScreen(Panel):
    """The whole notebook on a sheet of paper."""

    wide = 720

    def __init__(self, app: Host, notes: "Callable[[], Notebook]") -> None:
        super().__init__(app)
        self._notes = notes

    def heading(self) -> str:
        """Whose notebook it is."""
        return self.app.backstage.words("Notebook")

    def answers(self) -> list[Answer]:
        """Nothing but to put it away."""
        return [("close", self.app.backstage.words("Close"), self.back)]

    def act(self, deed: Deed) -> None:
        """The key that brings it up takes it away again."""
        if deed.act is Act.NOTEBOOK and not deed.repeated:
            self.back()
        else:
            super().act(deed)

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """Facts, promises with their days and what became of them, terms."""
        backstage, notes = self.app.backstage, self._notes()
        words = backstage.words
        facts = [backstage.named(fact) for fact in notes.facts]
        y = self._list(pen, (x, y, width), words("What you have learned"), facts)
        statuses = {
            "kept": words("kept"), "broken": words("broken"), "kept_late": words("kept late"),
        }  # fmt: skip
        promises = [
            f"{backstage.named(promise.text)}  ({became})"
            for promise in notes.promises
            for became in [statuses.get(promise.status) or due_words(backstage, promise)]
        ]
        y = self._list(pen, (x, y, width), words("Promises made"), promises)
        terms = [f"{note.tag}: {note.text}" for note in _terms(backstage, notes)]
        return self._list(pen, (x, y, width), words("Terms on the table"), terms)

    def _list(self, pen: Pen, column: tuple[float, float, float], heading: str, items: list[str]) -> float:
        x, y, width = column
        colours = pen.theme.colours
        y += pen.write(heading, "small", colours.indigo, (x, y), width, face="bold") + GAP / 2
        for item in items:
            y += pen.item(item, "body", colours.ink, (x, y), width) + GAP / 2
        if not items:
            y += pen.write(self.app.backstage.words("none yet"), "body", colours.soft_ink, (x, y), width)
        return y + 1.5 * GAP
