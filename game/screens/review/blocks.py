"""How the blocks of a page of the review lie on paper, each as high as its text needs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.debrief.review.blocks import Aside, Block, Heading, Own, Pair, Speech, Stroke, Words
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.screens.colours import Colour
    from game.screens.fonts import Face
    from game.screens.pen import Pen

_LABELS: Final = 146.0
"""Units at the usual text size of the column in which labels and the names of speakers stand."""

_BESIDE: Final = 3.6
"""Names and labels stand beside their text where the page is this many times as wide, else above it."""

_BAR: Final = 4.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How close blocks stand: the roles of their texts, and what is left of the air between them, 0…1."""

    own: str
    text: str
    note: str
    air: float


USUAL: Final = Setting("choice", "body", "small", 1.0)
SETTINGS: Final = (
    USUAL,
    Setting("choice", "body", "hint", 0.4),
    Setting("body", "body", "hint", 0.25),
    Setting("choice", "small", "hint", 0.7),
    Setting("body", "small", "hint", 0.25),
)
"""From the usual one to the closest: a page takes the first in which it need not scroll."""


class Column:
    """Writes blocks into a column, or only finds out how high they are (``seen`` false)."""

    def __init__(
        self,
        pen: "Pen",
        at: tuple[float, float],
        width: float,
        *,
        seen: bool = True,
        setting: Setting = USUAL,
    ) -> None:
        self.pen, (self.x, self.y), self.width, self.seen = pen, at, width, seen
        self._colours, self._set = pen.theme.colours, setting
        self._gap = GAP * setting.air

    def add(self, block: Block) -> None:
        """Write one block below what is there."""
        match block:
            case Heading():
                self._heading(block)
            case Speech():
                self._speech(block)
            case Own():
                self._own(block)
            case Pair():
                self._pair(block)
            case Aside():
                self._aside(block)
            case Words():
                colour = self._colours.soft_ink if block.soft else self._colours.ink
                self.y += self._write(block.text, self._set.text, colour) + self._gap
            case Stroke():
                self.y += 0.25 * self._gap
                self._fill(self._colours.rule, (self.x, self.y, self.width, 1))
                self.y += 0.5 * GAP + 0.5 * self._gap

    # ── each kind ───────────────────────────────────────────────────────────────────────────────

    def _heading(self, block: Heading) -> None:
        pen, soft = self.pen, self._colours.soft_ink
        note = pen.width(block.note, "hint") if block.note else 0.0
        text = pen.width(block.text, "choice", face="bold")
        beside = bool(block.note) and text + 3 * GAP + note <= self.width
        if beside:
            drop = (pen.line("choice") - pen.line("hint")) * 0.62
            self._write(block.note, "hint", soft, down=drop, right=self.width - note, room=note + 1)
        self.y += self._write(block.text, "choice", self._colours.indigo, face="bold", balance=True)
        if block.note and not beside:
            self.y += self._write(block.note, "hint", soft)
        self.y += 0.5 * GAP
        self._fill(self._colours.indigo, (self.x, self.y, self.width, 1.6))
        self.y += 0.75 * GAP + 0.5 * self._gap

    def _speech(self, block: Speech) -> None:
        ink = self._colours.ink if block.who else self._colours.soft_ink
        self._labelled(block.who, block.text, ink)

    def _pair(self, block: Pair) -> None:
        ink = self._colours.vermilion if block.alarm else self._colours.ink
        self._labelled(block.label, block.text, ink)

    def _labelled(self, label: str, text: str, ink: "Colour") -> None:
        """A label with its text beside it, or below it where letters are large."""
        labels = _LABELS * self.pen.theme.text_percent / 100
        soft = self._colours.soft_ink
        if labels * _BESIDE <= self.width and self.pen.width(label, "hint") <= labels - GAP:
            drop = (self.pen.line(self._set.text) - self.pen.line("hint")) * 0.62
            self._write(label, "hint", soft, down=drop, room=labels)
            self.y += self._write(text, self._set.text, ink, right=labels)
        else:
            if label:
                self.y += self._write(label, "hint", soft)
            self.y += self._write(text, self._set.text, ink)
        self.y += 0.5 * self._gap

    def _own(self, block: Own) -> None:
        """On a ground of its own, with a bar at its left and the points at its right."""
        colours, pen, inner = self._colours, self.pen, 2 * GAP
        points = pen.width(block.points, "title", face="bold") if block.points else 0.0
        room = self.width - 2 * inner - (points + 3 * GAP if points else 0.0)
        tall = pen.line("hint") + pen.height(block.text, self._set.own, room) + 1.25 * GAP + 0.75 * self._gap
        bar = colours.vermilion if block.lost else colours.indigo
        self._fill(colours.due_ground, (self.x, self.y, self.width, tall))
        self._fill(bar, (self.x, self.y, _BAR, tall))
        self._write(block.label, "hint", colours.soft_ink, down=0.75 * GAP, right=inner, room=room)
        below = 0.75 * GAP + pen.line("hint")
        self._write(block.text, self._set.own, colours.ink, down=below, right=inner, room=room)
        if block.points:
            ink = colours.vermilion if block.lost else colours.ink
            self._write(
                block.points, "title", ink, face="bold", down=(tall - pen.line("title")) / 2,
                right=self.width - inner - points, room=points + 1,
            )  # fmt: skip
        self.y += tall + 0.5 * GAP + 0.5 * self._gap

    def _aside(self, block: Aside) -> None:
        """On a card with a dashed edge, as its curve is dashed."""
        colours, pen, inner = self._colours, self.pen, 2 * GAP
        room = self.width - 2 * inner
        tall = pen.height(block.heading, "hint", room) + pen.height(block.text, self._set.text, room)
        tall += 1.25 * GAP + self._gap
        tall += pen.height(block.note, self._set.note, room) + 0.5 * self._gap if block.note else 0.0
        self.y += 0.5 * GAP
        self._fill(colours.card, (self.x, self.y, self.width, tall))
        self._dashed(self.x, self.y, self.width, tall)
        y = 0.5 * GAP + 0.5 * self._gap
        y += self._write(block.heading, "hint", colours.soft_ink, down=y, right=inner, room=room)
        y += self._write(block.text, self._set.text, colours.ink, down=y, right=inner, room=room)
        if block.note:
            y += 0.5 * self._gap
            self._write(block.note, self._set.note, colours.soft_ink, down=y, right=inner, room=room)
        self.y += tall + 0.25 * GAP + self._gap

    def _dashed(self, x: float, y: float, width: float, tall: float) -> None:
        step, ink, thick = 10.0, self._colours.soft_ink, 1.4
        at = 0.0
        while at < width:
            dash = min(step * 0.6, width - at)
            self._fill(ink, (x + at, y, dash, thick))
            self._fill(ink, (x + at, y + tall - thick, dash, thick))
            at += step
        at = 0.0
        while at < tall:
            dash = min(step * 0.6, tall - at)
            self._fill(ink, (x, y + at, thick, dash))
            self._fill(ink, (x + width - thick, y + at, thick, dash))
            at += step

    # ── drawing, or not ─────────────────────────────────────────────────────────────────────────

    def _write(
        self,
        text: str,
        role: str,
        colour: "Colour",
        *,
        face: "Face" = "regular",
        balance: bool = False,
        down: float = 0.0,
        right: float = 0.0,
        room: float | None = None,
    ) -> float:
        width = self.width - right if room is None else room
        if not self.seen:
            return self.pen.height(text, role, width, face=face, balance=balance)
        at = (self.x + right, self.y + down)
        return self.pen.write(text, role, colour, at, width, face=face, balance=balance)

    def _fill(self, colour: "Colour", rect: tuple[float, float, float, float]) -> None:
        if self.seen:
            self.pen.surface.fill(colour, self.pen.theme.rect(rect))


def height_of(pen: "Pen", blocks: tuple[Block, ...], width: float, setting: Setting = USUAL) -> float:
    """Units these blocks take in a column of this width."""
    column = Column(pen, (0, 0), width, seen=False, setting=setting)
    for block in blocks:
        column.add(block)
    return column.y


def fitting(pen: "Pen", blocks: tuple[Block, ...], width: float, room: float) -> Setting:
    """The widest setting in which these blocks have room; the usual one, scrolled, where they never have."""
    fit = (each for each in SETTINGS if height_of(pen, blocks, width, each) <= room)
    return next(fit, USUAL)
