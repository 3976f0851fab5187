"""From anywhere on a path: what each choice on offer would lose, and the best way on from there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.analysis.graph import NOWHERE, ROOT, group_of
from game.analysis.result import Analysis

NEAR_BEST: Final = 2
"""Points of reachable trust a choice may lose and still be taken for a good one.

One band is 25 points or more wide, and two points are what a bare hint of a result earns: nobody is told
that they were wrong for less. It judges what is tried again and never moves the balance, so it stands
beside the rulebook and not in it.
"""


@dataclass(frozen=True, slots=True)
class Crossroads:
    """What can be chosen after a path: its scene, and the best trust still reachable after each choice.

    ``after`` is in the order of the file. ``best``: the highest of them, what was reachable before.
    """

    scene: str
    best: int
    after: dict[str, int]

    def loses(self, choice: str) -> int:
        """Trust that this choice gives up, 0 or more; ``KeyError`` for one that is not on offer."""
        return self.best - self.after[choice]

    def near_best(self, choice: str) -> bool:
        """Whether a choice loses so little that it is as good as the best."""
        return self.loses(choice) <= NEAR_BEST


def crossroads(analysis: Analysis, path: Sequence[str]) -> Crossroads | None:
    """What can be chosen after this path; None at an end, and where the analysis is not exact.

    Raises ``KeyError`` for a path that is none.
    """
    place = _place(analysis, path)
    return None if place is None else _crossroads(analysis, place)


def best_onward(analysis: Analysis, path: Sequence[str]) -> tuple[str, ...]:
    """The choices from the end of this path to the best trust from there, () at an end.

    Of equal trust the higher value, then the order of the file, as on the best line of all.
    """
    return tuple(choice for _, choice in kept_onward(analysis, path, ()))


def kept_onward(
    analysis: Analysis, path: Sequence[str], wanted: Sequence[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """The decisions from the end of this path to an end, keeping to those ``wanted`` where one still can.

    Both as (scene id, choice id), in order; each of those wanted counts once, in its scene. Elsewhere the
    best is taken.
    """
    graph, reach = analysis.graph, analysis.reach
    place = _place(analysis, path)
    if graph is None or reach is None or place is None:
        return ()
    left, taken = list(wanted), []
    while (group := group_of(graph, place)) is not None:
        children = group.child[place - group.first]
        scene, ids = analysis.scene_ids[group.scene], analysis.choice_ids[group.scene]
        kept = next((each for each in left if each[0] == scene), None)
        at = -1
        if kept is not None:
            left.remove(kept)
            at = ids.index(kept[1]) if kept[1] in ids else -1
        if at < 0 or children[at] == NOWHERE:
            there = children != NOWHERE
            along = there & (reach.best[children] == reach.best[place])
            along &= reach.value[children] == reach.value[place]
            at = int(along.argmax())
        taken.append((scene, ids[at]))
        place = int(children[at])
    return tuple(taken)


def _place(analysis: Analysis, path: Sequence[str]) -> int | None:
    if analysis.graph is None:
        return None
    place = ROOT
    for choice in path:
        group = group_of(analysis.graph, place)
        ids = () if group is None else analysis.choice_ids[group.scene]
        if group is None or choice not in ids:
            raise KeyError(choice)
        child = int(group.child[place - group.first][ids.index(choice)])
        if child == NOWHERE:
            raise KeyError(choice)
        place = child
    return place


def _crossroads(analysis: Analysis, place: int) -> Crossroads | None:
    assert analysis.graph is not None
    assert analysis.reach is not None
    group = group_of(analysis.graph, place)
    if group is None:
        return None
    children = group.child[place - group.first]
    after = {
        name: int(analysis.reach.best[child])
        for name, child in zip(analysis.choice_ids[group.scene], children, strict=True)
        if child != NOWHERE
    }
    return Crossroads(analysis.scene_ids[group.scene], int(analysis.reach.best[place]), after)
