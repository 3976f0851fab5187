"""Before anything is revealed: how the trainee feels, and what they expect the customer to do next time.

One press answers either question, and one press goes on without an answer. The digits are always the
expectation; skipping is never the press that hurried the talk.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from game.core.scenario import BANDS
from game.debrief.names import band_name
from game.debrief.prediction import FEELINGS, expectation, feeling_told, question
from game.screens.button_rows import button_height, height_of_lines, lines_of_buttons, rows_height
from game.screens.colours import mix
from game.screens.desk import cover_colour, draw_cover, draw_emblem, draw_paper, draw_wood
from game.screens.entering import ask_to_leave
from game.screens.hands import GUARD_SECONDS, Act, Deed
from game.screens.sheet import Sheet
from game.screens.stage import Host, Point
from game.screens.theme import GAP, SHEET, Rect
from game.screens.trouble import Slip
from game.screens.widgets import ChoiceRow, choice_row, number_space, rule, set_text

if TYPE_CHECKING:
    from game.core.scenario import Band
    from game.debrief.prediction import Feeling
    from game.screens.backstage import Play
    from game.screens.pen import Pen

FEELING: Final = "feeling:"
BAND: Final = "band:"
"""Begin the names of the spots of the two answers; the id follows."""

SKIP: Final = "skip"

_COVER: Final[Rect] = (54, 152, 292, 416)
_PAPER: Final = 400.0
"""Left edge of the paper where the closed passbook lies beside it."""

_ROOMY: Final = 120
"""Up to this text size (percent) the passbook has room beside the paper."""

_NAMES_SHARE: Final = 0.2
"""The most of a row the name of a band may take beside what it means; else it stands below."""

_EDGE: Final = 32.0
_INSET: Final = 34.0
_PAD: Final = 11.0


class PredictionScreen(Sheet):
    """The two questions about the meeting of ``backstage.play``, which has ended."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        play = app.backstage.play
        if play is None:
            raise RuntimeError("the prediction needs a meeting")
        self.play: Play = play
        self.feeling: Feeling | None = None
        self._deaf_until = 0.0

    def enter(self) -> None:
        """For a moment nothing is answered by a press that was meant for the talk."""
        self._deaf_until = self.app.clock() + GUARD_SECONDS

    def relanguaged(self) -> None:
        """Everything is worded when it is drawn."""

    def begin_with(self) -> str | None:
        """The first question."""
        return FEELING + FEELINGS[0]

    def back(self) -> None:
        """Leave the meeting, after asking; here one comes back to."""
        ask_to_leave(self.app)

    # ── the answers ─────────────────────────────────────────────────────────────────────────────

    def feel(self, feeling: "Feeling") -> None:
        """Answer the first question (the same answer again takes it back), and go on to the second."""
        self.feeling = None if self.feeling == feeling else feeling
        if self.feeling is not None:
            self.focus = BAND + BANDS[len(BANDS) // 2]
            self._follow = True
        self._deaf_until = self.app.clock() + GUARD_SECONDS
        self.app.redraw()

    def expect(self, band: "Band") -> None:
        """Answer the second question: it is kept, then time passes."""
        try:
            self.play.predict(band, self.feeling or "")
        except self.app.backstage.troubles as trouble:
            self._not_kept(band, trouble)
            return
        self.skip()

    def skip(self) -> None:
        """Go on; without an answer if none was given."""
        self.app.go("settlement")

    def _not_kept(self, band: "Band", trouble: Exception) -> None:
        backstage, said = self.app.backstage, self.app.backstage.said

        def go_on() -> None:
            self.play.predict(band, self.feeling or "", keep=False)
            self.skip()

        self.app.lay_over(
            Slip(
                self.app,
                said("Your prediction could not be saved"),
                [
                    backstage.explainer(trouble),
                    said("Every choice is saved. Nothing saved before is lost."),
                ],
                [
                    ("again", said("Try again"), lambda: self.expect(band)),
                    ("on", said("Continue without saving"), go_on),
                ],
            )
        )

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def _deaf(self) -> bool:
        """Whether a press does not count yet. Whoever is still hurrying the talk is waited for."""
        now = self.app.clock()
        if now < self._deaf_until:
            self._deaf_until = now + GUARD_SECONDS
            return True
        return False

    def act(self, deed: Deed) -> None:
        """The digits expect, hurrying goes on without; the rest as on every sheet."""
        if deed.act not in (Act.PICK, Act.CONFIRM, Act.HURRY):
            super().act(deed)
        elif deed.repeated or self._deaf():
            return
        elif deed.act is Act.HURRY:
            self.skip()
        elif deed.act is Act.CONFIRM:
            super().act(deed)
        elif 1 <= deed.number <= len(BANDS):
            self.expect(BANDS[deed.number - 1])

    def press(self, at: Point) -> None:
        """What lies there, once a press counts."""
        if not self._deaf():
            super().press(at)

    # ── the picture ─────────────────────────────────────────────────────────────────────────────

    def compose(self, pen: "Pen") -> None:
        """The closed passbook, and beside it (with large letters over it) the paper with the questions."""
        draw_wood(pen.surface, pen.theme)
        left = _EDGE
        if pen.theme.text_percent <= _ROOMY:
            self._passbook(pen)
            left = _PAPER
        paper: Rect = (left, _EDGE, SHEET[0] - left - _EDGE, SHEET[1] - 2 * _EDGE)
        draw_paper(pen.surface, pen.theme, paper)
        x, inner = left + _INSET, paper[2] - 2 * _INSET
        foot = self._foot_height(pen, inner)
        end = paper[1] + paper[3] - foot - 2 * GAP
        window = (x - GAP, paper[1] + 2 * GAP, inner + 3 * GAP, end - paper[1] - 3 * GAP)
        with self.scrolling(pen, window) as y:
            self.content_ends(self._questions(pen, x, y + GAP, inner))
        rule(pen.surface, pen.theme, x, end, inner)
        self._foot(pen, x, end + 2 * GAP, inner)

    def _passbook(self, pen: "Pen") -> None:
        """What is about to be opened, closed yet; whose it is stands on it."""
        theme, scenario = pen.theme, self.play.scenario
        cloth = cover_colour(scenario.level, theme.colours)
        draw_cover(pen.surface, theme, _COVER, cloth)
        x, y, wide, tall = _COVER
        foil = theme.colours.on_wood
        inner, left = wide - 8 * GAP, x + 4 * GAP
        draw_emblem(pen.surface, theme, (x + wide / 2, y + 150), 34, mix(cloth, foil, 0.8))
        title = self.app.backstage.words("Passbook of credit")
        pen.write(title, "title", foil, (left, y + 216), inner, face="bold", align="centre", balance=True)
        customer = scenario.customer
        low = y + tall - 5 * GAP
        for text, role in ((customer.name, "body"), (customer.company, "small")):
            if text:
                low -= pen.height(text, role, inner)
                pen.write(text, role, foil, (left, low), inner, align="centre")

    def _questions(self, pen: "Pen", x: float, y: float, width: float) -> float:
        colours, words = pen.theme.colours, self.app.backstage.words
        heading = words("Before the passbook is opened")
        y += pen.write(heading, "title", colours.indigo, (x, y), width, face="bold") + 1.5 * GAP
        y += pen.write(words("How do you feel now?"), "body", colours.ink, (x, y), width) + GAP
        y += self._feelings(pen, x, y, width) + 4 * GAP
        asked = question(self.play.scenario.customer.name, words)
        y += pen.write(asked, "body", colours.ink, (x, y), width) + GAP
        rule(pen.surface, pen.theme, x, y, width)
        for number, band in enumerate(BANDS, start=1):
            y += self._row(pen, number, band, (x, y, width))
        return y + GAP

    def _feelings(self, pen: "Pen", x: float, y: float, width: float) -> float:
        """The answers to the first question, as wide chosen as not, so that none jumps; their height."""
        labels = [feeling_told(each, self.app.backstage.words) for each in FEELINGS]
        lines = lines_of_buttons(pen, list(zip(FEELINGS, labels, strict=True)), width, set(FEELINGS))
        for number, line in enumerate(lines):
            left = x
            for name, label, wide in line:
                at = (left, y + number * (button_height(pen) + 1.5 * GAP))
                feeling = next(each for each in FEELINGS if each == name)
                self.button(
                    pen, FEELING + name, label, at, self._feeler(feeling),
                    chosen=self.feeling == name, width=wide, scrolled=True,
                )  # fmt: skip
                left += wide + 1.5 * GAP
        return height_of_lines(pen, len(lines))

    def _feeler(self, feeling: "Feeling") -> Callable[[], None]:
        return lambda: self.feel(feeling)

    def _row(self, pen: "Pen", number: int, band: "Band", at: tuple[float, float, float]) -> float:
        """One band as what the customer will do, its name at the right or below; the height it takes."""
        (x, y, width), words = at, self.app.backstage.words
        told, name, numbers = expectation(band, words), band_name(band, words), number_space(pen.theme)
        names = max(pen.width(band_name(each, words), "small") for each in BANDS)
        beside = names <= _NAMES_SHARE * width
        room = width - numbers - 1.75 * GAP - (names + 2 * GAP if beside else 0)
        lay = set_text(pen.theme, told, room, self._role(pen, room), balance=True)
        tall = pen.theme.units(lay.height)
        height = tall + 2 * _PAD + (0 if beside else pen.line("small"))
        rect = (x, y, width, height)
        focused = self.spot(BAND + band, rect, lambda: self.expect(band), scrolled=True)
        choice_row(pen.surface, pen.theme, ChoiceRow(number, rect, lay), "focused" if focused else "normal")
        pen.note(told, (x + numbers, y + _PAD, pen.theme.units(lay.width), tall), rect)
        soft = pen.theme.colours.soft_ink
        if beside:
            place = (x + width - names - GAP, y + (height - pen.line("small")) / 2)
            pen.write(name, "small", soft, place, names, align="right")
        else:
            pen.write(name, "small", soft, (x + numbers, y + _PAD + tall), room)
        return height

    def _role(self, pen: "Pen", room: float) -> str:
        """The letters of choices where every row then has one line, else those of other texts."""
        told = [expectation(band, self.app.backstage.words) for band in BANDS]
        return "choice" if all(pen.width(each, "choice") <= room for each in told) else "body"

    def _foot_height(self, pen: "Pen", width: float) -> float:
        words = self.app.backstage.words
        button = rows_height(pen, [words("Continue without answering")], width)
        hint = pen.height(self._hint(), "hint", width) if self._hint() else 0
        return button + 3 * GAP + (0 if self._hint_beside(pen, width) else hint + GAP)

    def _hint_beside(self, pen: "Pen", width: float) -> bool:
        label = self.app.backstage.words("Continue without answering")
        used = pen.width(label, "body", face="bold") + 3.5 * GAP + 3 * GAP
        return not self._hint() or used + pen.width(self._hint(), "hint") <= width

    def _hint(self) -> str:
        """The keys or buttons of the hand that plays; a mouse needs none."""
        words = self.app.backstage.words
        match self.app.hand:
            case "keys":
                return words("1–5 answer   Space skip   Esc leave")
            case "pad":
                return words("A answer   X skip   B leave")
        return ""

    def _foot(self, pen: "Pen", x: float, y: float, width: float) -> None:
        label = self.app.backstage.words("Continue without answering")
        tall = button_height(pen)
        placed = self.button(pen, SKIP, label, (x, y), self.skip)
        soft, hint = pen.theme.colours.soft_ink, self._hint()
        if not hint:
            return
        if self._hint_beside(pen, width):
            left = placed[0] + placed[2] + 3 * GAP
            middle = y + (tall - pen.line("hint")) / 2
            pen.write(hint, "hint", soft, (left, middle), x + width - left, align="right")
        else:
            pen.write(hint, "hint", soft, (x, y + tall + GAP), width)
