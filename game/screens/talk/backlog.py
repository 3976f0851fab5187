"""What was said, to read again: every exchange of the meeting, from its first line to the present one.

It lies over the talk and changes nothing there: whoever puts it away is exactly where they were.
"""

from typing import TYPE_CHECKING, Final

from game.screens.colours import Colour
from game.screens.hands import Act, Deed
from game.screens.paint import across
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host, Point
from game.screens.talk.spoken import Spoken
from game.screens.talk.written import sentence
from game.screens.theme import GAP, Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.backstage import Play

_ENTRY: Final = "said:"
"""What the names of the spots of exchanges begin with."""

_NAMES: Final = 148.0
"""Units at the usual text size that the names take beside what they said."""

_BESIDE: Final = 620.0
"""Units at the usual text size below which names stand above what they said."""

_STEP: Final = 90.0
_END: Final = 1e6
"""An offset far beyond any text: it opens at its end."""


def exchanges_of(past: "Sequence[Spoken]") -> list[list[Spoken]]:
    """The things said, parted where the trainee picked."""
    parted: list[list[Spoken]] = [[]]
    for spoken in past:
        if spoken.chosen:
            parted.append([])
        parted[-1].append(spoken)
    return [said for said in parted if said]


class BacklogScreen(Panel):
    """The meeting up to now. ``past``: what was said; ``present``: the line that stands in the talk."""

    wide = 980

    def __init__(self, app: Host, play: "Play", past: "Sequence[Spoken]", present: Spoken | None) -> None:
        super().__init__(app)
        self.play = play
        self._exchanges = exchanges_of(past)
        self._present = present
        self.offset = _END

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("Conversation so far")

    def answers(self) -> list[Answer]:
        """Back to the talk."""
        return [("on", self.app.backstage.words("Back to the talk"), self.back)]

    def begin_with(self) -> str | None:
        """The latest exchange."""
        return f"{_ENTRY}{self._last}" if self._last >= 0 else "on"

    @property
    def _last(self) -> int:
        """The number of the last entry: the present line comes after all exchanges."""
        return len(self._exchanges) - (self._present is None)

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """Every exchange with a bar beside the one in hand, and last of all the present line."""
        for number, said in enumerate(self._exchanges):
            begin, left = y, x + 2 * GAP
            for spoken in said:
                y = self._said(pen, spoken, (left, y, width - 2 * GAP))
            y += GAP
            self._entry(pen, number, (x, begin, width, y - begin))
        if self._present is not None:
            begin, place = y, (x + 2 * GAP, y, width - 2 * GAP)
            y = self._divided(pen, self.app.backstage.words("Now"), pen.theme.colours.indigo, place)
            y = self._said(pen, self._present, (x + 2 * GAP, y, width - 2 * GAP)) + GAP
            self._entry(pen, len(self._exchanges), (x, begin, width, y - begin))
        return y

    def _entry(self, pen: Pen, number: int, rect: Rect) -> None:
        """Name the place of an exchange, and mark the one in hand by a bar."""
        if self.spot(f"{_ENTRY}{number}", rect, _nothing, scrolled=True):
            bar = (rect[0], rect[1] + GAP / 2, 4, rect[3] - 1.5 * GAP)
            pen.surface.fill(pen.theme.colours.indigo, pen.theme.rect(bar))

    def _said(self, pen: Pen, spoken: Spoken, place: tuple[float, float, float]) -> float:
        """One thing said; the y below it."""
        colours, backstage = pen.theme.colours, self.app.backstage
        x, y, width = place
        if spoken.today is not None:
            return self._divided(pen, backstage.date(spoken.today), colours.vermilion, place)
        if spoken.opens is not None and spoken.opens.title:
            y = self._divided(pen, spoken.opens.title, colours.soft_ink, place)
        text = sentence(
            spoken.text, act=spoken.act, quoted=spoken.speaker not in ("narrator", "trainee"),
            lang=self.play.scenario.language,
        )  # fmt: skip
        scale = pen.theme.text_percent / 100
        names = _NAMES * scale if width >= _BESIDE * scale else 0.0
        ink = colours.ink if spoken.name else colours.soft_ink
        if spoken.chosen:
            self._band(pen, spoken, text, (x, y, width), names)
        if spoken.name and names:
            pen.write(spoken.name, "small", self._colour(pen, spoken), (x, y + 2), names - GAP, face="bold")
        elif spoken.name:
            y += pen.write(spoken.name, "small", self._colour(pen, spoken), (x, y), width, face="bold")
        y += max(
            pen.write(text, "body", ink, (x + names, y), width - names),
            pen.height(spoken.name, "small", names - GAP, face="bold") if spoken.name and names else 0,
        )
        return y + 0.75 * GAP

    @staticmethod
    def _band(pen: Pen, spoken: Spoken, text: str, place: tuple[float, float, float], names: float) -> None:
        """The ground of what the trainee picked: it parts one exchange from the other."""
        x, y, width = place
        height = pen.height(text, "body", width - names)
        if not names:
            height += pen.height(spoken.name, "small", width, face="bold")
        area = pen.theme.rect((x - GAP, y - GAP / 4, width + GAP, height + GAP / 2))
        colours = pen.theme.colours
        pen.surface.blit(across(area.size, colours.focus_ground, colours.paper), area)

    def _colour(self, pen: Pen, spoken: Spoken) -> Colour:
        """Names of others in indigo, the trainee's own in ink."""
        colours = pen.theme.colours
        return colours.ink if spoken.speaker == "trainee" else colours.indigo

    @staticmethod
    def _divided(pen: Pen, text: str, colour: Colour, place: tuple[float, float, float]) -> float:
        """A line across with a word on it: a scene, a day, the present; the y below it."""
        x, y, width = place
        y += GAP
        wide = min(pen.width(text, "small") + 2 * GAP, width)
        height = pen.write(text, "small", colour, (x, y), wide)
        if wide < width:
            rule = pen.theme.rect((x + wide, y + pen.line("small") / 2, width - wide, 1))
            pen.surface.fill(pen.theme.colours.rule, rule)
        return y + height + 0.75 * GAP

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """Arrows go from exchange to exchange, through a long one by steps; its own key puts it away."""
        on_entry = self.focus is not None and self.focus.startswith(_ENTRY)
        if deed.act is Act.BACKLOG or (deed.act in (Act.CONFIRM, Act.HURRY) and on_entry):
            if not deed.repeated:
                self.back()
        elif deed.act in (Act.UP, Act.DOWN) and not deed.in_order and self._through(deed.act):
            pass
        elif deed.act in (Act.FIRST, Act.LAST) and self._last >= 0:
            self.focus = f"{_ENTRY}{0 if deed.act is Act.FIRST else self._last}"
            self.app.redraw()
            super().act(deed)
        else:
            super().act(deed)
            if deed.act in (Act.NEXT, Act.BEFORE):
                self._focus_on_seen()

    def turn(self, by: float, at: Point) -> None:
        """The wheel scrolls; turned on at the end, it puts the backlog away."""
        at_end = self._window is not None and self.offset >= self._content - self._window[3] - 1
        if by < 0 and at_end:
            self.back()
        else:
            super().turn(by, at)

    def press(self, at: Point) -> None:
        """A click on an exchange takes it in hand, and presses nothing."""
        spot = self._spot_at(at)
        if spot is not None and spot.name.startswith(_ENTRY):
            self.focus = spot.name
            self.app.redraw()
        else:
            super().press(at)

    def _through(self, act: Act) -> bool:
        """Scroll on in the exchange in hand, as long as some of it lies out of sight in that direction."""
        spot = next((spot for spot in self.spots if spot.name == self.focus), None)
        if spot is None or self._window is None or not spot.scrolled:
            return False
        top, height = self._window[1], self._window[3]
        hidden = spot.rect[1] + spot.rect[3] - top - height if act is Act.DOWN else top - spot.rect[1]
        if hidden <= GAP or spot.rect[3] < height:
            return False
        self.scroll(min(hidden, _STEP) if act is Act.DOWN else -min(hidden, _STEP))
        return True

    def _focus_on_seen(self) -> None:
        """After a page was turned: the first exchange of which most is seen now is in hand."""
        if self._window is None:
            return
        top, moved = self._window[1], self.offset - self._drawn_offset
        entries = [spot for spot in self.spots if spot.name.startswith(_ENTRY)]
        seen = [spot for spot in entries if spot.rect[1] + spot.rect[3] - moved > top + 3 * GAP]
        if seen:
            self.focus = seen[0].name


def _nothing() -> None:
    """An exchange is read, not pressed."""
