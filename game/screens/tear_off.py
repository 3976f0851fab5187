"""A tear-off calendar: a pad that gets thinner, held by a metal band, and the leaf that falls from it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

import pygame

from game.screens.colours import mix
from game.screens.motion import eased
from game.screens.pace import Moment
from game.screens.paint import disc, round_card
from game.screens.paper import calendar_leaf
from game.screens.shadow import soft_shadow
from game.screens.theme import Rect

if TYPE_CHECKING:
    from game.screens.pen import Pen

LeafWords: TypeAlias = tuple[str, str, str]
"""Month, day, weekday."""

LEAF: Final = (252.0, 296.0)
"""Width and height of a leaf in units."""

BAND: Final = 26.0
"""Height of the metal band above the leaves."""

_EDGES: Final = 9
"""How many edges of leaves are seen below the top one when all are there."""

_THIN: Final = 2.2
_TILT: Final = 12.0
"""Degrees a leaf has turned when it has fallen."""


class TearOffCalendar:
    """Draws the pad on any day; ``words`` gives what stands on the leaf of a day."""

    def __init__(self, words: Callable[[int], LeafWords]) -> None:
        self._words = words
        self._leaf: tuple[object, pygame.Surface] | None = None
        """The leaf in the air, kept while it falls."""

    def draw(self, pen: "Pen", rect: Rect, moment: Moment, days: int) -> None:
        """The pad of ``days`` leaves with its top leaf in ``rect``, and the bundle falling from it."""
        theme, surface = pen.theme, pen.surface
        x, y, width, height = rect
        board = theme.rect((x - 12, y - BAND, width + 24, height + BAND + 12 + _EDGES * _THIN))
        soft_shadow(surface, board, theme.px(10), 120, theme.px(6))
        round_card(surface, board, theme.colours.deep_wood, radius=theme.px(6))
        for edge in range(round(_EDGES * (days - moment.day) / max(1, days)), 0, -1):
            area = theme.rect((x, y + edge * _THIN, width, height))
            pygame.draw.rect(
                surface, mix(theme.colours.card, theme.colours.rule, 0.35 + 0.45 * (edge % 2)), area
            )
        calendar_leaf(surface, theme, rect, self._words(moment.top))
        if moment.fallen:
            self._torn(pen, rect, moment.falling, eased(moment.fallen))
        self._band(pen, rect)

    def _torn(self, pen: "Pen", rect: Rect, day: int, share: float) -> None:
        """The leaf of a day ``share`` (0…1) of its way down from the pad."""
        theme, area = pen.theme, pen.theme.rect(rect)
        key = (self._words(day), area.size, theme.colours)
        if self._leaf is None or self._leaf[0] != key:
            leaf = pygame.Surface(area.size, pygame.SRCALPHA)
            calendar_leaf(leaf, theme, (*theme.on_sheet((0, 0)), rect[2], rect[3]), key[0])
            self._leaf = (key, leaf)
        falling = pygame.transform.rotozoom(self._leaf[1], -_TILT * share, 1)
        falling.set_alpha(round(255 * (1 - share)))
        centre = (area.centerx + area.width * share * 0.2, area.centery + area.height * share * share * 0.4)
        pen.surface.blit(falling, falling.get_rect(center=centre))

    @staticmethod
    def _band(pen: "Pen", rect: Rect) -> None:
        """The metal band over the head of the pad, with two rings through it."""
        theme, (x, y, width, _) = pen.theme, rect
        dark = mix(theme.colours.deep_wood, theme.colours.ink, 0.5)
        round_card(
            pen.surface, theme.rect((x - 12, y - BAND, width + 24, BAND - 2)), dark, radius=theme.px(5)
        )
        shine = mix(dark, theme.colours.soft_on_wood, 0.3)
        pen.surface.fill(shine, theme.rect((x - 8, y - BAND + 4, width + 16, 1.4)))
        soft = theme.colours.soft_on_wood
        for share in (0.24, 0.76):
            centre = theme.at(x + width * share, y - BAND / 2)
            disc(pen.surface, centre, theme.px(7), theme.colours.wood, soft, width=theme.px(2))
