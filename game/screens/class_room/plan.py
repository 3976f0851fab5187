"""A way through the pages in a quarter or in three quarters of an hour: which of them, and how long each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.screens.class_room.slides import Slide

SHORT, LONG = 15, 45
"""Minutes of the two plans."""

_AROUND: Final = {
    SHORT: {"overview": 2, "promises": 2, "resolves": 3},
    LONG: {"overview": 4, "curves": 4, "principles": 4, "promises": 4, "predictions": 4, "resolves": 5},
}
"""Minutes of the pages that are no decision. What is over is for the decisions, the heart of it."""

_EACH: Final = {SHORT: 4, LONG: 5}
"""Minutes a decision is given at the least: to read, to guess, to see and to talk about it."""

_ASKED: Final = 0.3
"""By how much a decision goes before others when the scenario has a question about it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One page of a plan: its key, its title, and how many minutes."""

    key: str
    title: str
    minutes: int


def plan_of(slides: "Sequence[Slide]", minutes: int) -> tuple[Stop, ...]:
    """The pages to be shown in ``minutes`` (``SHORT`` or ``LONG``), in their order.

    The decisions at which the class parted most come first, those with a question before others; the
    minutes always add up, as long as there is a decision at all.
    """
    around = {slide.key: _AROUND[minutes].get(slide.key, 0) for slide in slides if slide.decision is None}
    left = minutes - sum(around.values())
    decisions = sorted((slide for slide in slides if slide.decision is not None), key=_weight, reverse=True)
    picked = [slide.key for slide in decisions[: max(0, left // _EACH[minutes])]]
    each = dict(zip(picked, _shared(left, len(picked)), strict=True))
    given = around | each
    return tuple(Stop(slide.key, slide.title, given[slide.key]) for slide in slides if given.get(slide.key))


def _weight(slide: "Slide") -> float:
    decision = slide.decision
    if decision is None:
        return 0.0
    return decision.spread + (_ASKED if decision.ask else 0.0)


def _shared(total: int, among: int) -> Iterable[int]:
    """A number of minutes shared evenly, the first ones getting what is over."""
    return (total // among + (at < total % among) for at in range(among)) if among else ()
