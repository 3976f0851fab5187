"""What a trainee writes of themselves after the review."""

from dataclasses import dataclass
from typing import Final

MOST_GLYPHS: Final = 200
"""Of each of the three: what one can say of oneself in a breath, and a projector can show."""


@dataclass(frozen=True, slots=True)
class Written:
    """Plus, delta, and one thing for next time, each "" where nothing was written."""

    plus: str = ""
    delta: str = ""
    resolve: str = ""
