"""One moment tried again at the terminal: the same choices, a hint, the solution, first against last.

Nothing that is chosen here belongs to the meeting.
"""

from game.analysis.onward import Crossroads, crossroads
from game.core.view import Offered
from game.debrief.review.again import first_and_last, hint_told
from game.debrief.review.answered import MOST_HELP, OUT, SOLUTION, answered, help_beside, tried_told
from game.debrief.review.blocks import Heading, Pair, Words
from game.debrief.review.steps import steps_of
from game.session import Meeting
from game.terminal.blocks_told import blocks_told, typed
from game.terminal.console import numbered
from game.terminal.over import Over
from game.terminal.telling import choice_told, heading, lines_told


def try_again(over: Over, position: int) -> None:
    """From the decision at ``position`` on, as often as wanted. Raises ``Left`` at the end of the input."""
    while True:
        tried = _Attempt(over, position)
        tried.go_through()
        if not tried.choices:
            return
        over.keep_retry(position, tried.choices)
        tried.compare()
        if not over.table.yes(over.table.words("Once more from here?"), usual=False):
            return


class _Attempt:
    def __init__(self, over: Over, position: int) -> None:
        self.over, self.table, self.position = over, over.table, position
        self._meeting = Meeting.resumed(over.game(), over.reveal().path[:position])
        self._helped = 0

    @property
    def choices(self) -> tuple[str, ...]:
        """What has been chosen since it was taken up."""
        return self._meeting.path[self.position :]

    def _ways(self, path: tuple[str, ...]) -> Crossroads | None:
        analysis, _ = self.over.compare()
        return None if analysis is None else crossroads(analysis, path)

    # ── a decision ───────────────────────────────────────────────────────────────────────────────

    def go_through(self) -> None:
        """Decision after decision, until its end or until the trainee has had enough."""
        self._show()
        while not self._meeting.ended:
            choice = self._decided()
            if choice is None:
                return
            self._meeting.choose(choice.id)
            self._helped = 0
            if not self._goes_on(choice):
                return
            self._show()

    def _show(self) -> None:
        table, meeting, words = self.table, self._meeting, self.table.words
        scenario = self.over.game().scenario
        table.say()
        if not self.choices:
            table.say(words("Once more from here"))
        table.say(heading(meeting.view, words))
        before = () if self.choices or not meeting.exchanges else meeting.exchanges[-1].reply[-1:]
        for line in lines_told((*before, *meeting.view.lines), scenario, table.trainee, words):
            table.say(line)
        self._list()

    def _list(self) -> None:
        table, ways = self.table, self._ways(self._meeting.path)
        for number, choice in enumerate(self._meeting.view.choices, 1):
            told = choice_told(choice, table.trainee, table.words)
            if beside := help_beside(ways, choice.id, self._helped, table.words):
                told = table.words("{what} ({how})", what=told, how=typed(beside))
            table.say(f"{number}. {told}")

    def _decided(self) -> Offered | None:
        """What is chosen; None to stop."""
        table = self.table
        while True:
            words, choices = table.words, self._meeting.view.choices
            answer = table.ask(words("Your choice (h: hint, s: solution, q: stop here):")).lower()
            if number := numbered(answer, len(choices)):
                return choices[number - 1]
            match answer:
                case "q":
                    return None
                case "h":
                    self._help(min(self._helped + 1, MOST_HELP))
                case "s":
                    self._help(SOLUTION)
                case "l":
                    self._relay()
                    self._show()
                case _:
                    table.say(words("Please type a number from 1 to {most}.", most=len(choices)))

    def _help(self, much: int) -> None:
        words, ways = self.table.words, self._ways(self._meeting.path)
        if ways is None:
            self.table.say(
                words("What else could have been reached is still being calculated.")
                if self.over.compare()[1]
                else words("What it gives up is not known here.")
            )
            return
        self._helped = much
        if much < OUT:
            told = hint_told(self.over.game(), self._meeting.path, ways, words)
            self.table.say(words("{label}: {value}", label=words("Hint"), value=told))
        else:
            self._list()

    def _goes_on(self, choice: Offered) -> bool:
        """Tell what the choice came to; False to stop here."""
        ways = self._ways(self._meeting.path[:-1])
        self._say_answer(choice, ways)
        fits = ways is None or ways.near_best(choice.id)
        table = self.table
        while True:
            words = table.words
            if fits:
                answer = table.ask(words("Enter: go on, u: choose again, q: stop here:")).lower() or "g"
            else:
                answer = table.ask(words("Enter: choose again, g: go on, q: stop here:")).lower() or "u"
            match answer:
                case "g":
                    return True
                case "u":
                    self._go_to(self._meeting.path[:-1])
                    return True
                case "q":
                    return False
                case "l":
                    self._relay()
                    self._say_answer(choice, ways)

    def _say_answer(self, choice: Offered, ways: Crossroads | None) -> None:
        table, exchange = self.table, self._meeting.exchanges[-1]
        scene = self.over.game().scenario.scene(exchange.scene)
        made = next(each for each in scene.choices if each.id == choice.id)
        told = answered(made, exchange.reply, ways, self.over.teller)
        table.say("\n".join(blocks_told(told, table.trainee, table.words)))

    def _go_to(self, path: tuple[str, ...]) -> None:
        self._meeting = Meeting.resumed(self.over.game(), path)

    def _relay(self) -> None:
        self.over.relay()
        self._go_to(self._meeting.path)

    # ── first against last ───────────────────────────────────────────────────────────────────────

    def compare(self) -> None:
        """The first time beside the last; the result of the meeting stays what it was."""
        over, table, words = self.over, self.table, self.table.words
        game, reveal, ways = over.game(), over.reveal(), self._ways(self._meeting.path)
        in_reach = None if ways is None else ways.best
        both = first_and_last(
            game, reveal, steps_of(game, reveal.path), self.position, self.choices, in_reach, over.teller
        )
        blocks = (
            Heading(words("The first time, and the last")),
            Pair(words("The first time"), tried_told(both.first, words)),
            Pair(words("This time"), tried_told(both.last, words)),
            Words(words("The result of the meeting stays the first one.")),
        )
        table.say("\n".join(blocks_told(blocks, table.trainee, words)))
