"""What was said and what is being said, in the column of the talk: from the bottom up, the past in grey."""

from typing import TYPE_CHECKING, Final

from game.format.wording import quoted as quotation
from game.screens.colours import Colour
from game.screens.pen import Pen
from game.screens.talk.flow import Stage
from game.screens.talk.spoken import Spoken
from game.screens.talk.whole_lines import first_whole_line
from game.screens.theme import GAP, Rect
from game.screens.typeset import Layout, draw
from game.screens.widgets import set_text

if TYPE_CHECKING:
    from game.screens.backstage import Play
    from game.screens.stage import Host
    from game.screens.talk.flow import TalkFlow

LEFT: Final = 732.0
RIGHT: Final = 1246.0
_FIRST_CJK: Final = 0x2E80


_BEFORE_CHOICES: Final = 24.0
_EYE_LEVEL: Final = 408.0
"""Units between a short text and the choices, and how far down the sheet it ends at most."""


class Written:
    """The text of the talk. ``back``: units it is scrolled back from its end."""

    def __init__(self, app: "Host", play: "Play", flow: "TalkFlow") -> None:
        self.app = app
        self.play = play
        self.flow = flow
        self.back = 0.0
        self._most_back = 0.0

    def to_end(self) -> None:
        """Show the newest text."""
        self.back = 0.0

    def scroll(self, by: float) -> bool:
        """Scroll the present line, where it is longer than its room; whether anything moved.

        ``by``: units towards its end, negative ones back. What was said before is the backlog's affair.
        """
        before = self.back
        self.back = min(max(0.0, self.back - by), self._most_back)
        return self.back != before

    def draw(self, pen: Pen, room: Rect) -> None:
        """Past and present from the bottom up, as far as there is room; scrolled back by ``back``."""
        flow = self.flow
        blocks = [(spoken, False) for spoken in flow.past]
        if flow.current is not None:
            blocks.append((flow.current, True))
        placed: list[tuple[Spoken, bool, float]] = []
        heights = [self.height(pen, spoken, current=current) for spoken, current in blocks]
        total = sum(heights)
        tall = heights[-1] if flow.current is not None else 0.0
        self._most_back = max(0.0, tall - room[3])
        self.back = min(self.back, self._most_back)
        y = self._first(room, total) + self.back
        for (spoken, current), height in zip(blocks, heights, strict=True):
            placed.append((spoken, current, y))
            y += height
        with pen.window(self._from_whole_line(pen, room, placed)):
            for (spoken, current, top), height in zip(placed, heights, strict=True):
                # At the end of the text no line is cut in half by the upper edge: it has been read.
                whole = self.back > 0 or top >= room[1] - 1 or current
                if whole and top + height >= room[1] and top <= room[1] + room[3]:
                    self._block(pen, spoken, (top, height), current=current)
        if self._most_back:
            self.bar(pen, room, tall, 1 - self.back / self._most_back)

    @staticmethod
    def _first(room: Rect, total: float) -> float:
        """Where the text begins: a short one near the choices below it, a long one scrolled to its end."""
        if total > room[3]:
            return room[1] + room[3] - total
        return max(room[1], min(room[1] + room[3] - _BEFORE_CHOICES, _EYE_LEVEL) - total)

    def _from_whole_line(self, pen: Pen, room: Rect, placed: list[tuple[Spoken, bool, float]]) -> Rect:
        """The room from where a whole line of a long present text begins: none is cut in half."""
        if self.back or not placed or placed[-1][2] >= room[1]:
            return room
        spoken, current, y = placed[-1]
        parts = self._parts(pen, spoken, current=current)
        y += sum(before for *_, before in parts) + sum(pen.theme.units(lay.height) for lay, *_ in parts[:-1])
        top = first_whole_line(y, pen.theme.units(parts[-1][0].line_height), room[1])
        return room[0], top, room[2], room[1] + room[3] - top

    @staticmethod
    def bar(pen: Pen, room: Rect, total: float, share: float) -> None:
        """A bar beside what scrolls: ``share`` (0…1) of the way down."""
        top = room[1] + (room[3] - (length := max(24.0, room[3] * room[3] / total))) * share
        pen.surface.fill(pen.theme.colours.soft_ink, pen.theme.rect((RIGHT + 1.25 * GAP, top, 4, length)))

    def _parts(self, pen: Pen, spoken: Spoken, *, current: bool) -> list[tuple[Layout, Colour, float]]:
        """A spoken thing as set texts with their colour and the space before each."""
        theme, colours = pen.theme, pen.theme.colours
        ruby = self.app.furigana
        width = RIGHT - LEFT
        if spoken.speaker == "calendar" and spoken.today is not None:
            day = self.app.backstage.date(spoken.today)
            return [(set_text(theme, f"──  {day}  ──", width, "small"), colours.vermilion, 14)]
        text = sentence(spoken.text, act=spoken.act, quoted=spoken.speaker not in ("narrator", "trainee"),
                         lang=self.play.scenario.language)  # fmt: skip
        if current:
            role = "spoken" if spoken.name else "choice"
            colour = colours.ink if spoken.name else colours.soft_ink
            said = (set_text(theme, text, width, role, ruby=ruby), colour, 4.0)
            if not spoken.name:
                return [(said[0], said[1], 14.0)]
            person = self.play.scenario.person(spoken.speaker)
            label = f"{spoken.name}  {person.role}" if person is not None and person.role else spoken.name
            return [(set_text(theme, label, width, "small"), colours.indigo, 18.0), said]
        label = f"{spoken.name}  {text}" if spoken.name else text
        return [(set_text(theme, label, width, "body", ruby=ruby), colours.soft_ink, 8.0)]

    def height(self, pen: Pen, spoken: Spoken, *, current: bool) -> float:
        """Units of height it takes, the space before it included."""
        parts = self._parts(pen, spoken, current=current)
        return sum(pen.theme.units(lay.height) + before for lay, _, before in parts)

    def _block(self, pen: Pen, spoken: Spoken, at: tuple[float, float], *, current: bool) -> None:
        theme, flow = pen.theme, self.flow
        y = at[0]
        parts = self._parts(pen, spoken, current=current)
        for number, (lay, colour, before) in enumerate(parts):
            y += before
            reveal = None
            if current and number == len(parts) - 1 and flow.stage is Stage.WRITING:
                reveal = int(flow.glyphs) + (1 if lay.glyphs > spoken.glyphs else 0)
            draw(pen.surface, lay, theme.at(LEFT, y), colour, theme, reveal=reveal)
            height = theme.units(lay.height)
            pen.note(spoken.text, (LEFT, y, theme.units(lay.width), height), (LEFT, y, RIGHT - LEFT, height))
            y += height


def sentence(text: str, *, act: bool, quoted: bool = False, lang: str = "ja") -> str:
    """Acts stand in brackets, what people say in quotation marks, the trainee's own words as they are."""
    if act:
        return f"（{text}）" if any(ord(glyph) >= _FIRST_CJK for glyph in text) else f"({text})"
    if quoted and not text.startswith(("（", "(")):
        return quotation(text, lang)
    return text
