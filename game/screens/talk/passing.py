"""A mood passing into another over a few frames, each known before it is shown: values only, no pixels."""

from dataclasses import dataclass

from game.screens.motion import MOOD, MOOD_FRAMES, eased
from game.screens.people.moods import Mood, blend, mood_of


@dataclass(frozen=True, slots=True)
class Passing:
    """The way from ``start`` to the mood called ``to``, begun ``since`` (seconds of any clock)."""

    start: Mood
    to: str
    since: float

    def frame(self, now: float) -> int:
        """How many frames have come: 0 as it begins to ``MOOD_FRAMES`` as it ends."""
        return min(MOOD_FRAMES, int((now - self.since) / MOOD * MOOD_FRAMES + 1e-6))

    def mood(self, frame: int) -> Mood:
        """The mood of a frame of 0 to ``MOOD_FRAMES``."""
        return blend(self.start, mood_of(self.to), eased(frame / MOOD_FRAMES))

    def comes(self, frame: int) -> float:
        """When a frame comes."""
        return self.since + frame * MOOD / MOOD_FRAMES
