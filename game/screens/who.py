"""Who is playing: a name of the trainee's own choosing, typed in any script, or one that is offered."""

from collections.abc import Callable
from typing import Final

import pygame

from game.records.pseudonyms import pseudonym
from game.screens.desk import draw_cover, draw_wood
from game.screens.panel import Answer
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP, Rect, Theme
from game.screens.title import spaced
from game.screens.written_line import FIELD, WritingPanel, WrittenLine

MOST_GLYPHS: Final = 20
"""Length of a name; the records would take more, a passbook's cover does not."""


_NAME: Final = 6.5 * GAP
"""Units of cloth above the page, where the game's name has room; without room for them none is seen."""


class WhoScreen(WritingPanel):
    """The trainee's name for the records; earlier trainees of this computer are one press away."""

    wide = 720

    def __init__(self, app: Host) -> None:
        self._before = app.backstage.settings
        self._known = app.backstage.trainees()
        offered = pseudonym(app.backstage.lang, frozenset(self._known))
        super().__init__(app, WrittenLine(offered, MOST_GLYPHS))

    def ground(self, surface: pygame.Surface, theme: Theme) -> None:
        """The table."""
        draw_wood(surface, theme)

    def sheet_of_paper(self, pen: Pen, rect: Rect) -> None:
        """The first page of the passbook that lay closed in the title."""
        x, y, wide, tall = rect
        above = _NAME if y > _NAME + GAP else 1.75 * GAP
        cover = (x - 1.75 * GAP, y - above, wide + 3.75 * GAP, tall + above + 2.25 * GAP)
        draw_cover(pen.surface, pen.theme, cover, pen.theme.colours.indigo, framed=False)
        if above == _NAME:
            self._name(pen, x + wide / 2, y - _NAME / 2)
        super().sheet_of_paper(pen, rect)

    def heading(self) -> str:
        """What stands at the top."""
        return self.app.backstage.words("Who is playing?")

    def answers(self) -> list[Answer]:
        """Take the name, or look at another suggestion."""
        words = self.app.backstage.words
        return [
            ("begin", words("Start with this name"), self.take_typed),
            ("other", words("Suggest another"), self._suggest),
            ("language", words("日本語 / English"), self.app.switch_language),
        ]

    def begin_with(self) -> str | None:
        """Whoever played last, if anybody did."""
        last = self.app.backstage.settings.trainee
        return f"known:{last}" if last in self._known else FIELD

    def back(self) -> None:
        """There is nothing behind this screen but the shelf, once somebody has a name."""
        if self.app.backstage.settings.trainee:
            self.app.go("shelf")
        else:
            self.app.quit()

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """The line for the name, the earlier trainees, and what becomes of it."""
        colours, words = pen.theme.colours, self.app.backstage.words
        y += pen.write(
            words("Name for your passbook (it need not be your real one)"),
            "small",
            colours.soft_ink,
            (x, y),
            width,
        )
        y = self.line(pen, x, y, width) + 2 * GAP
        if self._known:
            y += pen.write(words("Played here before"), "small", colours.soft_ink, (x, y), width) + 0.5 * GAP
            chips = [(f"known:{name}", name, self._taker(name)) for name in self._known]
            y += self.row_of_buttons(pen, chips, (x, y, width), scrolled=True) + 2 * GAP
        purpose = self.app.backstage.purpose()
        return y + pen.write(purpose, "small", colours.soft_ink, (x, y), width)

    @staticmethod
    def _name(pen: Pen, middle: float, y: float) -> None:
        """Both names of the game on the cloth, as they stood on the cover in the title."""
        theme = pen.theme
        for text, off, size, air in (("信用貯金", -62, 21, 6), ("SHINYO", 66, 13, 5)):
            pen.boxes.append(spaced(pen.surface, theme, text, (middle + off, y), size=size, air=air))

    def relanguaged(self) -> None:
        """A suggestion nobody has touched is made anew in the other language."""
        if self.field.offered:
            self._suggest()

    def _suggest(self) -> None:
        self.field.offer(pseudonym(self.app.backstage.lang, frozenset({*self._known, self.field.text})))
        self.app.redraw()

    def take_typed(self) -> None:
        """Take the name; without one, another is offered."""
        if self.field.text:
            self._take(self.field.text)
        else:
            self._suggest()

    def _taker(self, name: str) -> Callable[[], None]:
        return lambda: self._take(name)

    def _take(self, name: str) -> None:
        self.app.backstage.be(name, self._before)
        self.app.take_settings()
        self.app.go("brief" if self.app.backstage.play is not None else "shelf")
