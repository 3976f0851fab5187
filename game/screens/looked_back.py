"""A review that is being made aside, or has been."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.core.game import Game
    from game.debrief.review.review import Review
    from game.screens.aside import Aside


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What is being made, and what it is made of: another language or an analysis that came make it anew."""

    game: "Game"
    of: tuple[str, tuple[str, ...], bool]
    review: "Aside[Review]"
