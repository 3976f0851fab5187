"""A word laid over the window for a moment: that something was switched which cannot be seen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from game.screens.hands import Act
from game.screens.key_names import named
from game.screens.pen import Pen
from game.screens.shadow import soft_shadow
from game.screens.theme import GAP, SHEET

if TYPE_CHECKING:
    from game.screens.stage import Host

NOTICE_SECONDS: Final = 2.0
"""How long it is to be read; nothing waits for it, and presses go through it."""

_TOP: Final = 2 * GAP


def sound_told(app: "Host") -> str:
    """That sound is off, with the key that brings it back, or that it is on."""
    words = app.backstage.words
    if not app.backstage.settings.mute:
        return words("Sound is on.")
    return words("Sound is off. {key} brings it back.", key=named(app.bindings, "keys", Act.MUTE, words))


def notice(text: str, now: float) -> "Notice":
    """A word that is shown from now on, as long as it is to be read."""
    return Notice(text, now + NOTICE_SECONDS)


@dataclass(frozen=True, slots=True)
class Notice:
    """What it says, and until when (seconds of the app's clock)."""

    text: str
    until: float

    def draw(self, pen: Pen) -> None:
        """Draw it on a slip of paper in the middle of the upper edge."""
        theme, colours = pen.theme, pen.theme.colours
        wide = min(pen.width(self.text, "body"), SHEET[0] - 8 * GAP)
        tall = pen.height(self.text, "body", wide)
        left = (SHEET[0] - wide) / 2
        slip = theme.rect((left - 2 * GAP, _TOP, wide + 4 * GAP, tall + 1.5 * GAP))
        soft_shadow(pen.surface, slip, theme.px(7), 110, theme.px(3))
        pygame.draw.rect(pen.surface, colours.card, slip, border_radius=theme.px(4))
        pygame.draw.rect(pen.surface, colours.rule, slip, max(1, theme.px(1)), border_radius=theme.px(4))
        pen.write(self.text, "body", colours.ink, (left, _TOP + 0.75 * GAP), wide)
