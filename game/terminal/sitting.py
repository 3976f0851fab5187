"""One meeting at the terminal: scene, numbered choices, answer, until an ending is opened and told."""

from typing import Final

from game.core.game import Game
from game.core.view import Offered, View
from game.debrief.coach_told import coach_lines, since_lines
from game.debrief.days import days_passed_told
from game.debrief.scorecard import reachable_on
from game.records import Prediction, Record, Trouble
from game.session import Exchange, Meeting
from game.terminal.console import Left, numbered
from game.terminal.expecting import ask_expectation
from game.terminal.laid import Comparison, Lay
from game.terminal.opened_passbook import outcome_told, passbook_told, settlement_told
from game.terminal.table import Table
from game.terminal.telling import brief_told, choice_told, heading, lines_told, notebook_told, plain

HELP: Final = "?"
LEAVE: Final = "q"


class Sitting:
    """One trainee at one meeting.

    ``record`` None: nothing is kept, as the trainee chose. ``path``: choices made before. ``coach``: the
    balance is told as it moves.
    """

    def __init__(
        self,
        table: Table,
        lay: Lay,
        record: Record | None,
        path: tuple[str, ...] = (),
        *,
        coach: bool = False,
    ) -> None:
        self.table = table
        self.record = record
        self._uid = "" if record is None else record.header.uid
        self._lay = lay
        self._laid = lay(table.words.lang)
        self._meeting = Meeting.resumed(self._laid.game, path, self._keep, coach=coach)
        self._prediction = record.prediction if record is not None else None
        self._comparison = Comparison(table.library)

    @property
    def _game(self) -> Game:
        return self._laid.game

    def play(self) -> bool:
        """Play on to the end, or until the trainee leaves (False); what was decided stays kept."""
        try:
            self._begin()
            while not self._meeting.ended:
                self._show()
                choice = self._decided()
                if choice is None or not self._made(choice):
                    self.table.say(self._left_words())
                    return False
            self._show()
            if not self._expect():
                self.table.say(self._left_words())
                return False
            self._close()
            self._reveal()
            self._look_back()
            return True
        finally:
            self._comparison.stop()
            if self.record is not None:
                self.record.release()

    def _left_words(self) -> str:
        words = self.table.words
        if self.record is None:
            return words("You left the meeting. Nothing of it was saved.")
        return words("You left the meeting. It is saved up to here; you can continue it another time.")

    def _begin(self) -> None:
        table, scenario = self.table, self._game.scenario
        self._comparison.begin(self._laid)
        if self._meeting.exchanges:
            table.say(table.words("You continue where you left off. So far:"))
            self._backlog()
            self._say_booked()
        else:
            resolve = table.last_resolve()
            table.say("\n".join(brief_told(scenario, table.trainee, table.words, resolve=resolve)))
            table.say(
                table.words("Type the number of what you say or do. {help} lists the other keys.", help=HELP)
            )

    # ── a scene ──────────────────────────────────────────────────────────────────────────────────

    def _show(self) -> None:
        table, view = self.table, self._meeting.view
        table.say()
        table.say(heading(view, table.words))
        self._say_lines(view)
        if self._meeting.coached:
            table.say("\n".join(since_lines(self._meeting.coach(), self._game, table.words)))
        self._list(view)

    def _say_lines(self, view: View) -> None:
        table = self.table
        for line in lines_told(view.lines, self._game.scenario, table.trainee, table.words):
            table.say(line)

    def _list(self, view: View) -> None:
        table = self.table
        for number, choice in enumerate(view.choices, 1):
            table.say(f"{number}. {choice_told(choice, table.trainee, table.words)}")

    def _decided(self) -> Offered | None:
        """The choice the trainee takes; None to leave."""
        table = self.table
        while True:
            choices = self._meeting.view.choices
            answer = table.ask(table.words("Your choice:")).lower()
            if answer == LEAVE:
                return None
            if number := numbered(answer, len(choices)):
                return choices[number - 1]
            self._other_key(answer, len(choices))

    def _other_key(self, answer: str, choices: int) -> None:
        table = self.table
        match answer:
            case "n":
                table.say("\n".join(notebook_told(self._meeting.view, table.trainee, table.words)))
            case "b":
                self._backlog()
            case "l":
                self._switch_language()
            case "?":
                table.say("\n".join(self._help()))
            case _:
                table.say(
                    table.words(
                        "Please type a number from 1 to {most}, or ? for the other keys.", most=choices
                    )
                )

    def _help(self) -> list[str]:
        words = self.table.words
        return [
            words("A number: say or do that"),
            words("n: your notebook (what you know, your promises, the terms)"),
            words("b: the conversation so far"),
            words("l: Japanese or English"),
            words("q: leave; the meeting is saved and can be continued"),
        ]

    def _backlog(self) -> None:
        views = self._meeting.views
        for view, exchange in zip(views, self._meeting.exchanges, strict=False):
            self.table.say(heading(view, self.table.words))
            self._say_lines(view)
            self._say_exchange(exchange)
        self.table.say(self.table.words("(That is the conversation so far.)"))

    def _switch_language(self) -> None:
        if self._relaid():
            self._show()

    def _relaid(self) -> bool:
        """The other language; False where the scenario stays in the one it is in, and that is said."""
        table = self.table
        table.switch_language()
        try:
            self._laid = self._lay(table.words.lang)
        except (Trouble, OSError) as trouble:
            table.explain(trouble)
            return False
        meeting = self._meeting
        self._meeting = Meeting.resumed(self._game, meeting.path, self._keep, coach=meeting.coached)
        return True

    # ── a choice ─────────────────────────────────────────────────────────────────────────────────

    def _keep(self, scene: str, choice: str) -> None:
        if self.record is not None:
            self.record.keep(scene, choice)

    def _made(self, choice: Offered) -> bool:
        """Keep the choice and let it happen; False if the trainee rather leaves than play on unkept."""
        while True:
            try:
                exchange = self._meeting.choose(choice.id)
            except (Trouble, OSError) as trouble:
                if not self._unkept(trouble):
                    return False
            else:
                self._say_exchange(exchange)
                self._say_booked()
                return True

    def _say_booked(self) -> None:
        """What the last choice did to the balance; only where a coach shows it."""
        if self._meeting.coached:
            told = coach_lines(self._meeting.coach(), self._game, self.table.words)
            self.table.say("\n".join(told))

    def _say_exchange(self, exchange: Exchange) -> None:
        table = self.table
        said = choice_told(exchange.said, table.trainee, table.words)
        by_name = table.words("{name}: {text}", name=table.trainee, text=said)
        table.say(by_name if exchange.said.kind == "say" else said)
        for line in lines_told(exchange.reply, self._game.scenario, table.trainee, table.words):
            table.say(line)
        if exchange.days_passed:
            table.say(days_passed_told(exchange.days_passed, table.words))

    def _unkept(self, trouble: Exception) -> bool:
        """Something could not be kept: True to try again (perhaps without a record), False to leave."""
        answer = self.table.after_trouble(trouble)
        if answer == "without" and self.record is not None:
            self.record.release()
            self.record = None
        return answer != "leave"

    # ── the end ──────────────────────────────────────────────────────────────────────────────────

    def _expect(self) -> bool:
        """Ask what the trainee expects, unless they have said so; False if they leave instead."""
        if self._prediction is not None:
            return True
        try:
            answer = ask_expectation(
                self.table,
                lambda: plain(self._game.scenario.customer.name, self.table.trainee),
                self._switch_language,
            )
        except Left:  # nobody is there to expect anything; what was decided is told all the same
            return True
        if isinstance(answer, Prediction):
            return self._expected(answer)
        return answer != "leave"

    def _expected(self, prediction: Prediction) -> bool:
        """Keep what is expected; False if the trainee rather leaves than go on without that."""
        answer = "again"
        while answer == "again":
            try:
                if self.record is not None:
                    self.record.predict(prediction.band, feeling=prediction.feeling)
            except (Trouble, OSError) as trouble:
                answer = self.table.after_trouble(trouble)
            else:
                break
        self._prediction = prediction
        return answer != "leave"

    def _close(self) -> None:
        while self.record is not None:
            try:
                self.record.close("ended")
            except (Trouble, OSError) as trouble:
                if not self._unkept(trouble):
                    return
            else:
                return

    def _reveal(self) -> None:
        table, game, reveal = self.table, self._game, self._meeting.reveal()
        table.say()
        table.say("\n".join(settlement_told(game, reveal, table.words, priced=False)))
        table.pause()
        table.say("\n".join(passbook_told(game, reveal, table.trainee, table.words)))
        table.pause()
        reachable = reachable_on(self._comparison.now()[0], reveal.path)
        told = outcome_told(game, reveal, table.trainee, table.words, reachable, prediction=self._prediction)
        table.say("\n".join(told))

    def _look_back(self) -> None:
        from game.terminal.looking_back import look_back  # noqa: PLC0415 - a talk does without
        from game.terminal.over import Over  # noqa: PLC0415

        over = Over(
            self.table, lambda: self._game, self._meeting.reveal, self.record, self._prediction,
            self._comparison.now, self._relaid, self._uid,
        )  # fmt: skip
        look_back(over)
