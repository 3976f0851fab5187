"""Which scenes can still come after which, and so which canonical form the states of a scene have."""

from collections.abc import Sequence

from game.analysis.form import Form
from game.analysis.reads import choosing, entering, gathered, successors, tiring
from game.core.game import Game
from game.core.principles import PHASES
from game.core.scenario import MOST_DECISIONS, Scene
from game.core.times import InDays, NextWeekday


class Reach:
    """Which scenes can still come after which, for every scene of a game (indices).

    ``next``: those a scene leads to; ``later``: all that can follow; ``order``: sorts scenes so that
    each comes before those it leads to (a hub and what returns to it apart).
    """

    def __init__(self, game: Game) -> None:
        scenes = game.scenario.scenes
        self.next: tuple[frozenset[int], ...] = tuple(successors(game, scene) for scene in scenes)
        self.later: tuple[frozenset[int], ...] = tuple(self._later(i) for i in range(len(scenes)))
        self.tired = self._tired(scenes)
        # Whoever can come before has more scenes after it, but for ties with a hub, which waits.
        self.order = tuple((-len(self.later[i]), scene.hub, i) for i, scene in enumerate(scenes))

    def _later(self, scene: int) -> frozenset[int]:
        found: set[int] = set()
        waiting = list(self.next[scene])
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting.extend(self.next[at])
        return frozenset(found)

    def _tired(self, scenes: Sequence[Scene]) -> tuple[bool, ...]:
        """From where questions asked today can still matter before a new day forgives them."""
        tired = [tiring(scene) for scene in scenes]
        changed = True
        while changed:
            changed = False
            for at, following in enumerate(self.next):
                if not tired[at] and any(tired[t] and not _new_day(scenes[t]) for t in following):
                    tired[at] = changed = True
        return tuple(tired)


def _new_day(scene: Scene) -> bool:
    # A hub moves the calendar on its first entry only, and a date may have passed: neither is sure.
    after = scene.after
    return not scene.hub and (
        isinstance(after, NextWeekday) or (isinstance(after, InDays) and after.days > 0)
    )


def most_decisions(game: Game) -> int:
    """No way through a game has more decisions; the longest may have fewer, where conditions forbid it."""
    scenes = game.scenario.scenes
    ways = [successors(game, scene) - {at} for at, scene in enumerate(scenes)]
    own = [sum(c.times for c in scene.choices) if scene.hub else bool(scene.choices) for scene in scenes]
    most: dict[int, int] = {}
    waiting = [game.index[game.scenario.start]]
    while waiting:
        at = waiting[-1]
        left = [to for to in ways[at] if to not in most]
        if left:
            waiting += left
        else:
            most[waiting.pop()] = own[at] + max((most[to] for to in ways[at]), default=0)
    return min(most[game.index[game.scenario.start]], MOST_DECISIONS)


class Forms:
    """The canonical forms of a game's scenes, made when first asked for; ``order`` as in ``Reach``."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._reach = Reach(game)
        self._choosing = [choosing(game, scene) for scene in game.scenario.scenes]
        self._entering = [entering(game, scene) for scene in game.scenario.scenes]
        self._made: dict[int, Form] = {}
        self.order = self._reach.order

    def __getitem__(self, scene: int) -> Form:
        if scene not in self._made:
            self._made[scene] = self._make(scene)
        return self._made[scene]

    def _make(self, scene: int) -> Form:
        later = self._reach.later[scene]
        parts = [self._choosing[scene]]
        parts += [part[at] for at in sorted(later) for part in (self._entering, self._choosing)]
        scenes = self._game.scenario.scenes
        phases = {1 + PHASES.index(p) for at in later if (p := scenes[at].phase) is not None}
        endings = {scenes[at].ending for at in (*later, scene)} - {None}
        pays = self._game.scenario.offer is not None and bool(endings - {"lost"})
        return Form(self._game, gathered(parts), phases, pays=pays, tired=self._reach.tired[scene])
