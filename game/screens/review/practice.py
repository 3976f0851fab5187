"""A moment tried again: the customer across the table, the same choices, and what each of them gives up.

Nothing that is chosen here belongs to the meeting. On leaving, the first time stands beside the last.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from game.core.scenario import Line
from game.debrief.days import day_told
from game.debrief.review.again import hint_told, out_of_question
from game.debrief.review.answered import OUT, PRINCIPLE, SOLUTION, answered, help_beside, speech
from game.debrief.review.blocks import Aside, Block, Heading
from game.debrief.review.told import Teller
from game.screens.hands import GUARD_SECONDS, Act, Deed
from game.screens.panel import Answer
from game.screens.review.attempt import Attempt
from game.screens.review.compared import ComparedScreen
from game.screens.review.seat import Seat
from game.screens.stage import Host, Point, Screen
from game.screens.theme import GAP
from game.screens.widgets import ChoiceRow, choice_row, number_space, rule, set_text

if TYPE_CHECKING:
    from game.core.view import Offered
    from game.screens.backstage import Play
    from game.screens.pen import Pen

CHOICE: Final = "choice:"
"""Begins the names of the spots of choices; the id follows."""

_PAD: Final = 11.0


class PracticeScreen(Seat):
    """One moment of the meeting of ``backstage.play``, from its decision at ``position`` on."""

    def __init__(self, app: Host, play: "Play", position: int, back_to: Screen) -> None:
        super().__init__(app, play)
        self.attempt = Attempt(play, position)
        self.answered = False
        """Whether the answer to the last choice is shown, and not yet the next choice."""
        self._back_to = back_to
        self._deaf_until = 0.0

    # ── coming and going ────────────────────────────────────────────────────────────────────────

    def enter(self) -> None:
        """For a moment nothing is picked by the press that brought it up."""
        self._be_deaf()

    def relanguaged(self) -> None:
        """The same place in the other language."""
        self.attempt.relanguaged()

    def back(self) -> None:
        """Away from the table: the first time is shown beside the last, if anything was tried."""
        if not self.attempt.choices:
            self.app.show(self._back_to)
            return
        backstage = self.app.backstage
        try:
            self.play.keep_retry(self.attempt.position, self.attempt.choices)
        except backstage.troubles:
            self.app.notify(backstage.words("What you tried could not be saved."))
        self.app.show(ComparedScreen(self.app, self.attempt, self._once_more, self._back_to))

    def _once_more(self) -> None:
        self.app.show(PracticeScreen(self.app, self.play, self.attempt.position, self._back_to))

    def _be_deaf(self) -> None:
        self._deaf_until = self.app.clock() + GUARD_SECONDS

    # ── what can be done ────────────────────────────────────────────────────────────────────────

    def pick(self, choice: str) -> None:
        """Say or do it; the customer answers."""
        self.attempt.choose(choice)
        self.answered = True
        self._turned()

    def take_back(self) -> None:
        """Choose again where the last choice was made."""
        self.attempt.take_back()
        self.answered = False
        self._turned()

    def go_on(self) -> None:
        """To the next decision; at an end, to what has come of it."""
        if self.attempt.meeting.ended:
            self.back()
            return
        self.answered = False
        self._turned()

    def help(self) -> None:
        """Give a little more away: the principle, then what is out of question, then the solution."""
        self.attempt.helped = min(self.attempt.helped + 1, SOLUTION)
        self.app.redraw()

    def solve(self) -> None:
        """Give it away whole."""
        self.attempt.helped = SOLUTION
        self.app.redraw()

    def _turned(self) -> None:
        self.focus, self.offset = None, 0.0
        self._be_deaf()
        self.app.redraw()

    def answers(self) -> list[Answer]:
        """The buttons at the foot; the first one is the main one where an answer is shown."""
        words, attempt = self.app.backstage.words, self.attempt
        leave: Answer = ("leave", words("Stop here"), self.back)
        if not self.answered:
            helped, judged = attempt.helped, attempt.ways is not None
            return [
                *([("hint", words("Hint"), self.help)] if judged and helped < OUT else []),
                *([("solution", words("Solution"), self.solve)] if judged and helped < SOLUTION else []),
                leave,
            ]
        on = words("See what came of it") if attempt.meeting.ended else words("To the next scene")
        ways: list[Answer] = [("on", on, self.go_on), ("undo", words("Take it back"), self.take_back)]
        before = attempt.ways_before
        if before is not None and not before.near_best(attempt.choices[-1]):
            ways.reverse()
        return [*ways, leave]

    def main(self) -> str:
        """The way on, where an answer is shown."""
        return self.answers()[0][0] if self.answered else ""

    def begin_with(self) -> str | None:
        """The first choice; where an answer is shown, the main way on."""
        offered = self.attempt.meeting.view.choices
        return self.answers()[0][0] if self.answered else f"{CHOICE}{offered[0].id}"

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """The digits pick; the rest as on every sheet."""
        picks = deed.act in (Act.PICK, Act.CONFIRM, Act.HURRY)
        if picks and (deed.repeated or self.app.clock() < self._deaf_until):
            return
        if deed.act is Act.PICK:
            offered = self.attempt.meeting.view.choices
            if not self.answered and 1 <= deed.number <= len(offered):
                self.pick(offered[deed.number - 1].id)
        elif deed.act is Act.HURRY and not self.answered:
            return  # skipping is never picking
        else:
            super().act(deed)

    def press(self, at: Point) -> None:
        """What lies there, once a press counts."""
        if self.app.clock() >= self._deaf_until:
            super().press(at)

    # ── what is on the paper ────────────────────────────────────────────────────────────────────

    def lines(self) -> tuple[Line, ...]:
        """Everything that has been said and is seen: of the next scene nothing while an answer is read."""
        said, attempt = self.attempt.lines, self.attempt
        if self.answered:
            said = said[: len(said) - len(attempt.meeting.view.lines)]
        return said

    def place(self) -> str:
        """Where one sits."""
        return self.attempt.place

    def _teller(self) -> Teller:
        words = self.app.backstage.words
        return Teller(words, self.play.scenario, self.app.backstage.settings.trainee or words("You"))

    def blocks(self) -> list[Block]:
        """What is read: the scene as it stands, or the answer with what it gives up."""
        return self._answer() if self.answered else self._scene()

    def _scene(self) -> list[Block]:
        words, meeting, teller = self.app.backstage.words, self.attempt.meeting, self._teller()
        view = meeting.view
        when = day_told(view.date, words)
        found: list[Block] = [
            Heading(
                words("Once more from here") if not self.attempt.choices else words("And then"),
                words("{day}  {what}", day=when, what=teller.named(view.title)) if view.title else when,
            )
        ]
        if not self.attempt.choices and meeting.exchanges:
            found += [speech(teller, line) for line in meeting.exchanges[-1].reply[-1:]]
        found += [speech(teller, line) for line in view.lines]
        ways = self.attempt.ways
        if ways is not None and self.attempt.helped >= PRINCIPLE:
            hint = hint_told(self.play.game, meeting.path, ways, words)
            found.append(Aside(words("Hint"), hint))
        return found

    def _answer(self) -> list[Block]:
        attempt = self.attempt
        exchange = attempt.meeting.exchanges[-1]
        scene = self.play.scenario.scene(exchange.scene)
        choice = next(each for each in scene.choices if each.id == exchange.said.id)
        return list(answered(choice, exchange.reply, attempt.ways_before, self._teller()))

    def choices(self, pen: "Pen", x: float, y: float, width: float) -> float:
        """The choices on offer, as in a talk; what was given away stands at their right."""
        if self.answered:
            return y
        rule(pen.surface, pen.theme, x, y + GAP, width)
        y += GAP
        for number, offered in enumerate(self.attempt.meeting.view.choices, start=1):
            y += self._choice(pen, number, offered, (x, y, width))
        return y + GAP

    def _choice(self, pen: "Pen", number: int, offered: "Offered", at: tuple[float, float, float]) -> float:
        (x, y, width), theme = at, pen.theme
        text, beside = self.app.backstage.named(offered.text), self._beside(offered.id)
        notes = pen.width(beside, "small") + 2 * GAP if beside else 0.0
        numbers = number_space(theme)
        lay = set_text(theme, text, width - numbers - 1.75 * GAP - notes, "choice", ruby=self.app.furigana)
        tall = theme.units(lay.height)
        rect = (x, y, width, tall + 2 * _PAD)
        focused = self.spot(f"{CHOICE}{offered.id}", rect, self._picker(offered.id), scrolled=True)
        out = self.attempt.helped >= OUT and self._is_out(offered.id)
        choice_row(
            pen.surface, theme, ChoiceRow(number, rect, lay), "focused" if focused else "normal", faded=out
        )
        pen.note(text, (x + numbers, y + _PAD, theme.units(lay.width), tall), rect)
        if beside:
            ink = theme.colours.soft_ink if out else theme.colours.indigo
            top = y + (rect[3] - pen.line("small")) / 2
            pen.write(beside, "small", ink, (x + width - notes + GAP, top), notes - GAP, align="right")
        return rect[3]

    def _beside(self, choice: str) -> str:
        return help_beside(self.attempt.ways, choice, self.attempt.helped, self.app.backstage.words)

    def _is_out(self, choice: str) -> bool:
        ways = self.attempt.ways
        return ways is not None and choice in out_of_question(ways)

    def _picker(self, choice: str) -> Callable[[], None]:
        return lambda: self.pick(choice)
