"""The scenes of a story in rows: what comes later stands lower, and what goes past a row has a lane in it.

A layered drawing of a story that runs forward (Sugiyama, Tagawa and Toda 1981): scenes are layered by the
longest way there, ways that skip rows get a lane in each row they pass, and rows are ordered by the mean
place of what leads into them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.analysis.flows import SceneFlow


@dataclass(slots=True)
class Slot:
    """One place in a row: a scene, or a lane to the scene ``to`` further down.

    ``inflow``: share 0…1 by where it comes from, the slot's number in the row before and the choice's place
    there (−1: the whole of a lane).
    """

    scene: str | None
    to: str
    inflow: dict[tuple[int, int], float] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The share 0…1 that comes in."""
        return sum(self.inflow.values())


def layers(found: Sequence[SceneFlow], leads: Mapping[str, Sequence[str]], most: int) -> list[list[str]]:
    """The scenes in layers of at most ``most``, each below everything that leads to it.

    ``leads`` names the scenes each scene may lead to, itself not counted. Scenes nothing leads to, but for
    the first, come last.
    """
    order = [scene.scene for scene in found]
    waiting = dict.fromkeys(order, 0)
    for targets in leads.values():
        for target in set(targets):
            waiting[target] += 1
    least = dict.fromkeys(order, 0)
    placed: list[list[str]] = []
    ready = [scene for scene in order if not waiting[scene]]
    stray = set(ready[1:])
    ready = ready[:1] or order[:1]
    done: set[str] = set()
    while len(done) < len(order):
        if not ready:
            ready = [next(scene for scene in order if scene not in done and (scene in stray or not stray))]
        scene = min(ready, key=lambda each: (least[each], order.index(each)))
        ready.remove(scene)
        done.add(scene)
        at = least[scene] if scene not in stray else len(placed)
        while at < len(placed) and len(placed[at]) >= most:
            at += 1
        while len(placed) <= at:
            placed.append([])
        placed[at].append(scene)
        for target in dict.fromkeys(leads.get(scene, ())):
            least[target] = max(least[target], at + 1)
            waiting[target] -= 1
            if not waiting[target] and target not in done:
                ready.append(target)
    return [layer for layer in placed if layer]


def rows(found: Sequence[SceneFlow], placed: Sequence[Sequence[str]]) -> list[list[Slot]]:
    """The layers with their lanes, ordered from left to right so that ways cross little."""
    by_id = {scene.scene: scene for scene in found}
    at = {scene: row for row, layer in enumerate(placed) for scene in layer}
    made: list[list[Slot]] = []
    for row, layer in enumerate(placed):
        slots = [Slot(scene, scene) for scene in layer]
        passing = _passing(by_id, at, row)
        slots += [Slot(None, target) for target in passing]
        if made:
            _join(by_id, made[-1], slots)
            slots.sort(key=lambda slot: _middle(slot, len(made[-1])))
        made.append(slots)
    return made


def _passing(by_id: Mapping[str, SceneFlow], at: Mapping[str, int], row: int) -> list[str]:
    """The scenes further down to which something goes past this row."""
    found: dict[str, None] = {}
    for scene, flow in by_id.items():
        if at[scene] < row:
            for choice in flow.choices:
                found |= dict.fromkeys(to for to in choice.to if at[to] > row)
    return sorted(found, key=lambda to: (at[to], to))


def _join(by_id: Mapping[str, SceneFlow], above: Sequence[Slot], below: Sequence[Slot]) -> None:
    by_target = {slot.to: slot for slot in below}
    for number, slot in enumerate(above):
        if slot.scene is None:
            if slot.to in by_target:
                by_target[slot.to].inflow[number, -1] = slot.share
            continue
        for place, choice in enumerate(by_id[slot.scene].choices):
            for target, share in choice.to.items():
                if target != slot.scene and target in by_target:
                    by_target[target].inflow[number, place] = share


def _middle(slot: Slot, above: int) -> float:
    """The mean place in the row before of what comes in; the middle for what nothing comes into."""
    if not slot.share:
        return (above - 1) / 2
    return sum(number * share for (number, _), share in slot.inflow.items()) / slot.share
