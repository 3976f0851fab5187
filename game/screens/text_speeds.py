"""The speeds at which lines are written, slow to at once, and what they are called."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.format.words import Words

SPEEDS: Final = (15, 30, 60, 0)
"""Characters a second: slow, normal, fast, and everything at once."""

USUAL_SPEED: Final = 30
"""The text speed of the settings at which lines are written at the usual pace."""


def nearest_speed(speed: int) -> int:
    """The speed on offer that is nearest to this one."""
    return 0 if not speed else min(SPEEDS[:3], key=lambda each: abs(each - speed))


def next_speed(speed: int, by: int, *, around: bool) -> int:
    """The next faster speed on offer (−1: slower); ``around``: the slowest follows the fastest."""
    at = SPEEDS.index(nearest_speed(speed)) + by
    return SPEEDS[at % len(SPEEDS) if around else min(max(0, at), len(SPEEDS) - 1)]


def speed_words(words: "Words") -> dict[int, str]:
    """The speeds on offer, each in a word."""
    return dict(zip(SPEEDS, (words("Slow"), words("Normal"), words("Fast"), words("At once")), strict=True))
