"""At the table once more: the person in their place at the left, the paper with what is said at the right."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Final

from game.core.scenario import Line
from game.debrief.review.blocks import Block
from game.screens.button_rows import rows_height
from game.screens.paper import paper_ground
from game.screens.people.cast import face_of_person
from game.screens.people.moods import mood_of
from game.screens.places.opposite import draw_opposite
from game.screens.review.blocks import Column
from game.screens.shadow import soft_shadow
from game.screens.sheet import Sheet
from game.screens.stage import Host
from game.screens.theme import GAP, SHEET, Rect
from game.screens.widgets import rule

if TYPE_CHECKING:
    from game.core.scenario import Person
    from game.screens.backstage import Play
    from game.screens.panel import Answer
    from game.screens.pen import Pen

_PAPER: Final = 560.0
"""Left edge of the paper at the usual text size; larger letters get more of the sheet."""

_MORE: Final = 260.0
"""Units more it gets at twice the text size."""

_MARGIN_LINE: Final = 28.0
_TEXT: Final = 52.0
_EDGE: Final = 36.0


class Seat(Sheet):
    """Base of what is tried again: the picture. A subclass says what is on the paper."""

    def __init__(self, app: Host, play: "Play") -> None:
        super().__init__(app)
        self.play = play

    @abstractmethod
    def lines(self) -> tuple[Line, ...]:
        """Everything that has been said; the last of it shows who is there, and how they feel."""

    @abstractmethod
    def place(self) -> str:
        """Where one sits."""

    @abstractmethod
    def blocks(self) -> list[Block]:
        """What is read."""

    @abstractmethod
    def choices(self, pen: "Pen", x: float, y: float, width: float) -> float:
        """Draw what can be chosen below it; the y where it ends."""

    @abstractmethod
    def answers(self) -> "list[Answer]":
        """The buttons at the foot."""

    def compose(self, pen: "Pen") -> None:
        """Left the person in their place; right the paper."""
        left = _PAPER - _MORE * (pen.theme.text_percent - 100) / 100
        self._picture(pen, left)
        paper: Rect = (left, 0, SHEET[0] - left, SHEET[1])
        soft_shadow(pen.surface, pen.theme.rect(paper), pen.theme.px(9), 90)
        paper_ground(pen.surface, pen.theme, paper, margin=_MARGIN_LINE)
        x, inner = left + _TEXT, SHEET[0] - left - _TEXT - _EDGE
        answers = self.answers()
        foot = rows_height(pen, [label for _, label, _ in answers], inner)
        end = SHEET[1] - foot - 4 * GAP
        with self.scrolling(pen, (x - GAP, 2 * GAP, inner + 4 * GAP, end - 4 * GAP)) as top:
            column = Column(pen, (x, top + GAP), inner)
            for block in self.blocks():
                column.add(block)
            self.content_ends(self.choices(pen, x, column.y, inner) + GAP)
        rule(pen.surface, pen.theme, x, end - GAP, inner)
        self.row_of_buttons(pen, answers, (x, end + GAP, inner), main=self.main())

    def main(self) -> str:
        """The button to press, "" where there is none."""
        return ""

    def _picture(self, pen: "Pen", width: float) -> None:
        person, mood = self._opposite()
        scenario = self.play.scenario
        hour = scenario.begins.hour + scenario.begins.minute / 60
        face = None if person is None else face_of_person(person)
        eyes = (width * 0.54, 268.0)
        with pen.window((0, 0, width, SHEET[1])):
            draw_opposite(pen.surface, pen.theme, self.place(), hour, face, mood_of(mood), eyes=eyes)

    def _opposite(self) -> "tuple[Person | None, str]":
        """Who spoke last, and how they looked when they last showed something."""
        scenario = self.play.scenario
        person: Person | None = scenario.customer
        moods: dict[str, str] = {}
        for line in self.lines():
            spoken = scenario.person(line.speaker)
            if spoken is not None and not spoken.ours:
                person = spoken
                moods[spoken.id] = line.mood or moods.get(spoken.id, "neutral")
        return person, "neutral" if person is None else moods.get(person.id, "neutral")
