"""The brief before a meeting: whom one meets and where, what is at stake, what one knows already."""

from typing import TYPE_CHECKING, Final

from game.debrief.coach_told import coach_told
from game.debrief.outcome_told import money
from game.screens.button_rows import rows_height
from game.screens.entering import begin_or_ask
from game.screens.paper import paper_ground
from game.screens.pen import Pen
from game.screens.people.cast import face_of_person
from game.screens.people.moods import mood_of
from game.screens.places.opposite import draw_opposite
from game.screens.shadow import soft_shadow
from game.screens.sheet import Sheet
from game.screens.stage import Host
from game.screens.theme import GAP, SHEET, Rect

if TYPE_CHECKING:
    from game.core.scenario import Person
    from game.screens.backstage import Play

_PAPER: Final = 620.0
"""Left edge of the paper at the usual text size; larger letters get more of the sheet."""

_MARGIN_LINE: Final = 28.0
_TEXT: Final = 58.0
_EDGE: Final = 40.0


class BriefScreen(Sheet):
    """The brief of ``backstage.play``; the record begins when the trainee begins."""

    def __init__(self, app: Host) -> None:
        super().__init__(app)
        play = app.backstage.play
        assert play is not None, "a scenario was opened before its brief is shown"
        self.play: Play = play
        self._resolve = app.backstage.last_resolve()
        self._may_be_coached = not play.coached and app.backstage.has_finished(play.scenario.id)

    def begin_with(self) -> str | None:
        """Beginning is what one is here for."""
        return "begin"

    def back(self) -> None:
        """Back to the shelf; nothing was begun yet."""
        self.app.backstage.close()
        self.app.go("shelf")

    def _begin_coached(self) -> None:
        self.play.begin_with_coach()
        self._may_be_coached = False
        begin_or_ask(self.app, self.play)

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def compose(self, pen: Pen) -> None:
        """Left the person in their place, with their card; right the paper."""
        left = _PAPER - 150 * (pen.theme.text_percent - 100) / 100
        self._picture(pen, left)
        paper: Rect = (left, 0, SHEET[0] - left, SHEET[1])
        soft_shadow(pen.surface, pen.theme.rect(paper), pen.theme.px(9), 90)
        paper_ground(pen.surface, pen.theme, paper, margin=_MARGIN_LINE)
        self._card(pen, left)
        words = self.app.backstage.words
        buttons = [
            ("begin", words("Begin"), lambda: begin_or_ask(self.app, self.play)),
            *([("coach", words("Begin with a coach"), self._begin_coached)] if self._may_be_coached else []),
            ("back", words("Back to the shelf"), self.back),
        ]
        x, inner = left + _TEXT, SHEET[0] - left - _TEXT - _EDGE
        foot = rows_height(pen, [label for _, label, _ in buttons], inner)
        end = SHEET[1] - foot - 4 * GAP
        with self.scrolling(pen, (x - GAP, 3 * GAP, inner + 4 * GAP, end - 5 * GAP)) as y:
            self.content_ends(self._text(pen, x, y, inner))
        pen.surface.fill(pen.theme.colours.rule, pen.theme.rect((x, end - GAP, inner, 1)))
        self.row_of_buttons(pen, buttons, (x, end + GAP, inner), main="begin")

    def _picture(self, pen: Pen, width: float) -> None:
        scenario, theme = self.play.scenario, pen.theme
        view = self.play.meeting.view
        hour = scenario.begins.hour + scenario.begins.minute / 60
        face, mood = face_of_person(scenario.customer), mood_of("neutral")
        eyes = (width * 0.54, 268.0)
        with pen.window((0, 0, width, SHEET[1])):
            place = view.place or "meeting_room"
            draw_opposite(pen.surface, theme, place, hour, face, mood, eyes=eyes)

    def _card(self, pen: Pen, room: float) -> None:
        """The customer's business card on the table."""
        colours, customer = pen.theme.colours, self.play.scenario.customer
        most = room - 8 * GAP
        lines: list[tuple[str, str, bool]] = [
            (text, role, bold)
            for text, role, bold in (
                (customer.company, "small", False),
                (customer.role, "hint", False),
                (customer.name, "choice", True),
            )
            if text
        ]
        widest = max(pen.width(text, role, face="bold" if bold else "regular") for text, role, bold in lines)
        wide = min(most, max(250.0, widest + 6 * GAP))
        inner = wide - 5 * GAP
        tall = sum(pen.height(text, role, inner) for text, role, _ in lines) + 4 * GAP
        card: Rect = (4 * GAP, SHEET[1] - tall - 3 * GAP, wide, tall)
        soft_shadow(pen.surface, pen.theme.rect(card), pen.theme.px(6), 110, pen.theme.px(3))
        pen.surface.fill(colours.card, pen.theme.rect(card))
        pen.surface.fill(colours.indigo, pen.theme.rect((card[0], card[1], 5, tall)))
        y = card[1] + 2 * GAP
        for text, role, bold in lines:
            y += pen.write(
                text, role, colours.ink if bold else colours.soft_ink, (card[0] + 3 * GAP, y), inner,
                face="bold" if bold else "regular", room=card,
            )  # fmt: skip

    def _text(self, pen: Pen, x: float, y: float, width: float) -> float:
        colours, scenario = pen.theme.colours, self.play.scenario
        words = self.app.backstage.words
        when = words(
            "{date}, {time}",
            date=self.app.backstage.date(scenario.begins.date()),
            time=f"{scenario.begins:%H:%M}",
        )
        y += pen.write(when, "small", colours.soft_ink, (x, y), width)
        y += pen.write(scenario.title, "title", colours.ink, (x, y), width, face="bold", balance=True)
        if scenario.summary:
            y += pen.write(scenario.summary, "body", colours.ink, (x, y + 0.5 * GAP), width) + 0.5 * GAP
        if self._resolve:
            y = self._note(pen, x, y + 2 * GAP, width)
        for heading, lines in self._sections():
            if lines:
                y += 2 * GAP
                y += pen.write(heading, "small", colours.indigo, (x, y), width, face="bold")
                for line in lines:
                    y = self._item(pen, line, x, y, width, bulleted=len(lines) > 1)
        return y + GAP

    def _item(self, pen: Pen, line: str, x: float, y: float, width: float, *, bulleted: bool) -> float:
        ink = pen.theme.colours.ink
        if bulleted:
            return y + pen.item(line, "body", ink, (x, y), width)
        return y + pen.write(line, "body", ink, (x, y), width)

    def _note(self, pen: Pen, x: float, y: float, width: float) -> float:
        """What the trainee meant to do next time, on a slip of its own."""
        colours, words = pen.theme.colours, self.app.backstage.words
        inner = width - 4 * GAP
        head = words("What you meant to do this time")
        tall = (
            pen.height(head, "small", inner, face="bold") + pen.height(self._resolve, "body", inner) + 2 * GAP
        )
        slip: Rect = (x, y, width, tall)
        pen.surface.fill(colours.due_ground, pen.theme.rect(slip))
        pen.surface.fill(colours.vermilion, pen.theme.rect((x, y, 4, tall)))
        y += GAP
        y += pen.write(head, "small", colours.vermilion, (x + 2 * GAP, y), inner, face="bold", room=slip)
        y += pen.write(self._resolve, "body", colours.ink, (x + 2 * GAP, y), inner, room=slip)
        return y + GAP

    def _sections(self) -> list[tuple[str, list[str]]]:
        scenario, words = self.play.scenario, self.app.backstage.words
        told = "".join(scenario.known).casefold()
        public = [each.text for each in scenario.facts if each.public and each.text.casefold() not in told]
        seller = scenario.seller
        here = [text for text in (seller.company, seller.role) if text]
        coached = self._may_be_coached or self.play.coached
        coach = [coach_told(words, tutorial=scenario.coach)] if coached else []
        return [
            (words("What is at stake"), [scenario.stakes] if scenario.stakes else self._offer()),
            (words("What you already know"), [*scenario.known, *public, *self._carried()]),
            (words("With a coach"), coach),
            (words("Who else may be there"), [self._person(one) for one in scenario.people]),
            (words("You"), [words(", ").join([self.app.backstage.settings.trainee, *here])]),
        ]

    def _offer(self) -> list[str]:
        offer, words = self.play.scenario.offer, self.app.backstage.words
        if offer is None:
            return []
        price = money(offer.price, offer.currency, words)
        return [
            words("{product}, {price} a {per}", product=offer.product, price=price, per=self._per(offer.per))
        ]

    def _per(self, per: str) -> str:
        words = self.app.backstage.words
        known = {"year": words("year"), "month": words("month")}
        return known.get(per, per)

    def _carried(self) -> list[str]:
        """Facts learned in the meeting this one goes on from."""
        notes = self.play.meeting.views[0].notebook.facts
        public = {fact.text for fact in self.play.scenario.facts if fact.public}
        return [fact for fact in notes if fact not in public and fact not in self.play.scenario.known]

    def _person(self, one: "Person") -> str:
        words = self.app.backstage.words
        if one.ours:
            return words("{name}, {role} (your side)", name=one.name, role=one.role) if one.role else one.name
        return words("{name}, {role}", name=one.name, role=one.role) if one.role else one.name

    def relanguaged(self) -> None:
        """The play has been put into the other language already; everything here is taken from it."""
