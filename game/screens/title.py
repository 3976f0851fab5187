"""The first frame: a closed passbook on the table. Nothing heavy is needed to draw it."""

from typing import TYPE_CHECKING, Final

import pygame

from game.screens.desk import draw_cover, draw_emblem, draw_wood
from game.screens.pen import Box
from game.screens.stage import Point, Screen

if TYPE_CHECKING:
    from game.screens.theme import Theme

WINDOW_TITLE: Final = "信用貯金 Shinyo"
_COVER: Final = (360, 168, 560, 372)


class TitleScreen(Screen):
    """The title. It answers nothing: it stands while the rest is fetched."""

    def draw(self, surface: pygame.Surface, theme: "Theme") -> None:
        """Draw the passbook; both names of the game, so that no language has to be known yet."""
        draw_wood(surface, theme)
        cloth = theme.colours.indigo
        draw_cover(surface, theme, _COVER, cloth, lifted=True)
        draw_emblem(surface, theme, (640, 284), 27, theme.colours.soft_on_wood)
        self._boxes = (
            spaced(surface, theme, "信用貯金", (640, 364), size=50, air=16),
            spaced(surface, theme, "SHINYO", (640, 436), size=17, air=9),
        )

    def boxes(self) -> tuple[Box, ...]:
        """Where the two names stand."""
        return self._boxes


def spaced(
    surface: pygame.Surface, theme: "Theme", text: str, middle: "Point", *, size: float, air: float
) -> Box:
    """A name of the game on a cover, with air between its letters; ``middle``: of it, in units.

    Its size does not follow the size of texts: it is a picture more than a text.
    """
    letters = [theme.render("bold", theme.px(size), char, theme.colours.on_wood) for char in text]
    whole = sum(each.get_width() for each in letters) + theme.px(air) * (len(letters) - 1)
    x, y = theme.at(*middle)
    tall = letters[0].get_height()
    rect = pygame.Rect(x - whole // 2, y - tall // 2, whole, tall)
    left = rect.left
    for each in letters:
        surface.blit(each, (left, rect.top))
        left += each.get_width() + theme.px(air)
    return Box(text, rect, rect.inflate(2, 2), scrolled=False)
