"""What is said when something went wrong, or has to be asked: a slip of paper with a plain sentence."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pygame

from game.screens.colours import NORMAL
from game.screens.desk import draw_wood
from game.screens.fonts import last_resort_font
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP, Theme

Said = Callable[[], str]
"""Gives a text in the language of the moment, so that a slip follows when the language is switched."""


class Slip(Panel):
    """A question or a message over the present screen.

    Args:
        app: The app.
        heading: The heading.
        sentences: One paragraph each.
        answers: Name, label, deed; the first one is the main one. Each puts the slip away first.
        otherwise: What leaving the slip means beyond putting it away.
    """

    wide = 700

    def __init__(
        self,
        app: Host,
        heading: Said,
        sentences: Sequence[Said],
        answers: Sequence[tuple[str, Said, Callable[[], None]]],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(app)
        self._heading = heading
        self._sentences = sentences
        self._answers = answers
        self._otherwise = otherwise

    def heading(self) -> str:
        """What stands at the top."""
        return self._heading()

    def begin_with(self) -> str | None:
        """The main answer."""
        return self._answers[0][0]

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """The sentences, one under another."""
        for sentence in self._sentences:
            y += pen.write(sentence(), "body", pen.theme.colours.ink, (x, y), width) + GAP
        return y

    def answers(self) -> list[Answer]:
        """What can be answered."""
        return [(name, label(), self._done(do)) for name, label, do in self._answers]

    def back(self) -> None:
        """Put the slip away."""
        self.app.lift()
        if self._otherwise is not None:
            self._otherwise()

    def _done(self, do: Callable[[], None]) -> Callable[[], None]:
        def put_away_and_do() -> None:
            self.app.lift()
            do()

        return put_away_and_do


class TroubleScreen(Slip):
    """A slip with nothing below it but the table: what stands in the way of the game itself."""

    def ground(self, surface: pygame.Surface, theme: Theme) -> None:
        """The table."""
        draw_wood(surface, theme)


def tell(app: Host, sentence: Said, *, then: Callable[[], None] | None = None) -> None:
    """Lay a slip over the present screen that tells what happened; ``then`` follows when it was read."""

    def nothing() -> None:
        if then is not None:
            then()

    words = app.backstage.said
    app.lay_over(Slip(app, words("That did not work"), [sentence], [("well", words("OK"), nothing)], nothing))


_FONT_SENTENCES: Final = (
    "Shinyo cannot write: the font file {name} is missing or damaged.",
    "Please install Shinyo again. Press any key to close this window.",
)


def draw_font_missing(surface: pygame.Surface, path: Path) -> None:
    """Say in Latin letters, with the font inside pygame, which font file is missing."""
    surface.fill(NORMAL.wood)
    em = max(20, surface.get_height() // 26)
    font = last_resort_font(em)
    y = surface.get_height() // 2 - 2 * em
    for sentence in _FONT_SENTENCES:
        text = sentence.format(name=path.name)
        ink = font.render(text, antialias=True, color=NORMAL.on_wood, wraplength=surface.get_width() - 4 * em)
        surface.blit(ink, ((surface.get_width() - ink.get_width()) // 2, y))
        y += ink.get_height() + em // 2
