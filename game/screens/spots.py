"""Places to press, and which of them is the next one in a direction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.screens.theme import GAP, Rect


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to press. ``rect`` in units where it lies now, ``seen`` the part of it that can be pressed.

    ``scrolled``: it lies in the scrolling window and moves with it.
    """

    name: str
    rect: Rect
    do: Callable[[], None]
    seen: Rect
    scrolled: bool = False


def neighbour(here: Spot, spots: Sequence[Spot], step: tuple[int, int]) -> Spot | None:
    """The nearest spot in a direction, None at the edge; straight ahead is nearer than aside."""
    best: tuple[float, Spot] | None = None
    for spot in spots:
        if spot is here:
            continue
        ahead, aside = _distances(here.rect, spot.rect, step)
        if ahead < -GAP or (step[0] and aside):
            continue  # left and right stay in their row
        cost = max(0.0, ahead) + 4 * aside + (0.01 * _askew(here.rect, spot.rect, step))
        if best is None or cost < best[0]:
            best = (cost, spot)
    return best[1] if best else None


def _distances(here: Rect, there: Rect, step: tuple[int, int]) -> tuple[float, float]:
    """How far ``there`` begins ahead of where ``here`` ends, and how far it lies aside."""
    (x, y, w, h), (u, v, s, t) = here, there
    if step[0]:
        ahead = u - (x + w) if step[0] > 0 else x - (u + s)
        aside = max(0.0, v - (y + h), y - (v + t))
        return ahead, aside
    ahead = v - (y + h) if step[1] > 0 else y - (v + t)
    return ahead, max(0.0, u - (x + w), x - (u + s))


def _askew(here: Rect, there: Rect, step: tuple[int, int]) -> float:
    """How far apart they begin across the direction: of two as near, the one in line is taken."""
    axis = 1 if step[0] else 0
    return abs(here[axis] - there[axis])
