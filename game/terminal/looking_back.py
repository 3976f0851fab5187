"""The review at the terminal: an index of pages, each opened by its number, and the ways on."""

from collections.abc import Sequence
from typing import Final

from game.debrief.days import short_day
from game.debrief.over_time import compared_page, earlier, progress_page
from game.debrief.progress import Past, counting, past_of
from game.debrief.review.moments import Moment
from game.debrief.review.pages import Page, opens_at
from game.records import Kept, Trouble
from game.terminal.blocks_told import blocks_told, typed
from game.terminal.console import numbered
from game.terminal.handing_over import hand_in, write_page
from game.terminal.over import Over
from game.terminal.trying_again import try_again
from game.terminal.writing_down import write_down

_PASSED_OVER: Final = (Trouble, OSError, ValueError)
"""What an earlier meeting can be that does not replay: the list of records names it."""


def look_back(over: Over) -> None:
    """Until the trainee has seen enough. Raises ``Left`` at the end of the input."""
    _LookingBack(over).look()


class _LookingBack:
    def __init__(self, over: Over) -> None:
        self.over, self.table = over, over.table
        self._pages: tuple[Page, ...] = ()
        self._shown = 0
        self._moment: Moment | None = None
        self._waits = False

    def look(self) -> None:
        self._renew()
        self._index()
        while True:
            words = self.table.words
            answer = self.table.ask(words("Number (Enter: next page, ?: other keys, q: done):")).lower()
            if answer == "q":
                return
            self._look_for_analysis()
            if not answer:
                if self._shown >= len(self._pages):
                    return
                self._open(self._shown + 1)
            elif number := numbered(answer, len(self._pages)):
                self._open(number)
            else:
                self._other_key(answer)

    def _other_key(self, answer: str) -> None:
        table, over = self.table, self.over
        match answer:
            case "t":
                self._try_again()
            case "w":
                write_down(over)
            case "h":
                hand_in(over)
            case "p":
                write_page(over, over.review())
            case "m":
                self._over_time()
            case "l":
                over.relay()
                self._renew()
                self._index()
            case "?":
                self._index()
                table.say("\n".join(self._help()))
            case _:
                most = len(self._pages)
                table.say(
                    table.words("Please type a number from 1 to {most}, or ? for the other keys.", most=most)
                )

    def _help(self) -> list[str]:
        words = self.table.words
        return [
            words("A number: that page; only Enter: the next one"),
            words("t: try again from the moment you looked at last"),
            words("w: write down what stays with you"),
            words("m: all your meetings, and the last time beside this one"),
            words("p: write the page to print"),
            words("h: hand in this meeting"),
            words("l: Japanese or English"),
            words("q: done"),
        ]

    # ── pages ────────────────────────────────────────────────────────────────────────────────────

    def _renew(self) -> None:
        looked = self.over.review()
        self._pages = self.over.pages(looked)
        self._waits = self.over.compare()[1]
        first = opens_at(self._pages).moment
        was = self._moment.position if self._moment is not None else None
        self._moment = next((each for each in looked.moments if each.position == was), first)

    def _look_for_analysis(self) -> None:
        """Renew everything once the analysis has come, and say so: the numbers of pages may be other ones."""
        if self._waits and not self.over.compare()[1]:
            self._renew()
            if self.over.compare()[0] is not None:
                self.table.say(self.table.words("What else could have been reached is known by now."))
                self._index()

    def _index(self) -> None:
        table, words = self.table, self.table.words
        table.say()
        table.say(words("Looking back"))
        for number, page in enumerate(self._pages, 1):
            table.say(f"{number}. " + typed(words("{what} ({how})", what=page.label, how=page.beside)))
        if self._moment is not None:
            table.say(words("t: try again from {day}", day=short_day(self._moment.date, words)))

    def _open(self, number: int) -> None:
        table, page = self.table, self._pages[number - 1]
        self._shown = number
        self._say(page)
        if page.moment is not None:
            self._moment = page.moment
            table.say(table.words("t: try again from {day}", day=short_day(page.moment.date, table.words)))

    def _say(self, page: Page) -> None:
        table = self.table
        table.say("\n".join(blocks_told(page.blocks, table.trainee, table.words)))

    def _try_again(self) -> None:
        if self._moment is None:
            self.table.say(self.table.words("Nothing was decided in this meeting."))
            return
        try_again(self.over, self._moment.position)
        self._renew()
        self._index()

    # ── several meetings ─────────────────────────────────────────────────────────────────────────

    def _over_time(self) -> None:
        found, over = self._meetings(), self.over
        before = earlier(found, over.game(), over.uid)
        if before is not None:
            self._say(compared_page(over.game(), over.review(), before, over.teller))
        self._say(progress_page(found, self.table.words, waits=False))

    def _meetings(self) -> Sequence[Past]:
        """Those of the trainee that count, the oldest first."""
        table = self.table
        try:
            mine = table.records.of(table.trainee)
        except OSError as trouble:
            table.explain(trouble)
            return ()
        found = []
        for kept in reversed(counting(mine, self.over.uid)):
            try:
                found.append(self._past(kept))
            except _PASSED_OVER:
                continue
        return found

    def _past(self, kept: Kept) -> Past:
        library = self.table.library
        game = library.load_for_replay(kept, self.table.words.lang)
        return past_of(game, kept, library.cached_analysis(game))
