"""Random playthroughs, many at once; and what a sample says where the exact analysis does not fit.

The number of paths is estimated without bias by weighing each random playthrough with the product of
the choices it had (Knuth, "Estimating the efficiency of backtrack programs", 1975).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.analysis.graph import Leaves
from game.analysis.live import Reach
from game.analysis.policies import RANKED, Policy, tops
from game.analysis.result import Analysis, ChoiceNote, Errors, Line, PolicyNote, note_of
from game.analysis.walk import Stuck, outcomes
from game.core import play
from game.core.game import Game
from game.core.passbook import Passbook
from game.core.scenario import BANDS, MOST_DECISIONS
from game.core.states import Mask, States

SAMPLES: Final = 65_536
"""Playthroughs of a sample."""

BLOCK: Final = 65_536
"""Playthroughs played at once: many, because a scene costs the same overhead for few and for many."""

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Played:
    """A batch of playthroughs that came to their ends; arrays of shape (n,) unless told otherwise.

    ``ended`` is False for those that came to no end (a fault of the scenario); their outcome is
    nothing. ``outcomes`` as in the exact analysis, one a playthrough. ``decisions``: how many each
    took. ``weight``: the product of the numbers of choices each had. ``steps`` (if kept): the choice
    taken at each decision, shape (``MOST_DECISIONS``, n), −1 after the end, and ``scenes`` likewise.
    """

    outcomes: Leaves
    ended: Mask
    decisions: NDArray[np.int16]
    weight: NDArray[np.float64]
    scenes: NDArray[np.int16] | None
    steps: NDArray[np.int16] | None

    def __len__(self) -> int:
        return len(self.ended)

    def way(self, row: int) -> tuple[tuple[int, int], ...]:
        """The path of one playthrough as (scene, choice) indices; it must have been kept."""
        assert self.scenes is not None
        assert self.steps is not None
        n = int(self.decisions[row])
        pairs = zip(self.scenes[:n, row].tolist(), self.steps[:n, row].tolist(), strict=True)
        return tuple(pairs)


def random_play(
    game: Game,
    n: int,
    rng: np.random.Generator,
    *,
    policy: Policy = "random",
    keep_paths: bool = False,
    watch: Callable[[int, States], None] | None = None,
) -> Played:
    """Play ``n`` times to the end, each choice drawn with equal weight from what the policy would take.

    ``policy``: ``random`` or a ranked one. All playthroughs waiting in one scene are played together;
    ``watch`` is shown each such batch when it comes to the scene, and may not change it.
    """
    table = np.zeros((n, 5), dtype=np.int64)
    ended, decisions = np.zeros(n, dtype=np.bool_), np.zeros(n, dtype=np.int16)
    shape = (MOST_DECISIONS, n) if keep_paths else (0, 0)
    scenes, steps = np.full(shape, -1, dtype=np.int16), np.full(shape, -1, dtype=np.int16)
    weight = np.ones(n)
    run = _Run(game, rng, policy, Reach(game).order, decisions, weight, scenes, steps, watch)
    for start in range(0, n, BLOCK):
        states = play.start(game, Passbook(keeps=False), min(BLOCK, n - start))
        states.states.rows += start
        for scene, done in run.to_the_end(states):
            play.settle(game, scene, done, Passbook(keeps=False))
            table[done.rows] = outcomes(game, scene, done)
            ended[done.rows] = True
    paths = (scenes, steps) if keep_paths else (None, None)
    return Played(Leaves.of(table), ended, decisions, weight, *paths)


@dataclass(slots=True)
class _Run:
    game: Game
    rng: np.random.Generator
    policy: Policy
    order: Sequence[tuple[int, bool, int]]
    decisions: NDArray[np.int16]
    weight: NDArray[np.float64]
    scenes: NDArray[np.int16]
    steps: NDArray[np.int16]
    watch: Callable[[int, States], None] | None

    def to_the_end(self, part: play.Part) -> list[tuple[int, States]]:
        """Play a batch on; gives those that ended, by their ending."""
        waiting: dict[int, list[States]] = {part.scene: [part.states]}
        done = []
        while waiting:
            scene = min(waiting, key=self.order.__getitem__)
            states = States.joined(waiting.pop(scene))
            if self.watch is not None:
                self.watch(scene, states)
            if self.game.scenario.scenes[scene].choices:
                for after in self._decide(scene, states):
                    waiting.setdefault(after.scene, []).append(after.states)
            else:
                done.append((scene, states))
        return done

    def _decide(self, scene: int, states: States) -> list[play.Part]:
        offered = play.offered(self.game, scene, states)
        picked = self._pick(scene, states, offered)
        picked[self.decisions[states.rows] >= MOST_DECISIONS] = -1
        if len(self.steps):
            going = np.flatnonzero(picked >= 0)
            rows = states.rows[going]
            self.scenes[self.decisions[rows], rows] = scene
            self.steps[self.decisions[rows], rows] = picked[going]
        self.decisions[states.rows] += picked >= 0
        parts, strays = [], list[Places]()
        for choice in range(offered.shape[1]):
            some = np.flatnonzero(picked == choice)
            if len(some):
                part = states if len(some) == len(states) else states.take(some)
                parts += play.step(self.game, scene, choice, part, Passbook(keeps=False), strays)
        return parts

    def _pick(self, scene: int, states: States, offered: Mask) -> NDArray[np.int16]:
        """One choice a playthrough, −1 where nothing is on offer."""
        if self.policy in RANKED:
            offered = tops(self.game, scene, states, offered)[RANKED.index(self.policy)]
        upto = offered.cumsum(axis=1, dtype=np.int16)
        several = upto[:, -1]
        self.weight[states.rows] *= np.maximum(several, 1)
        drawn = (self.rng.random(len(states)) * several).astype(np.int16)
        picked = (upto > drawn[:, None]).argmax(axis=1).astype(np.int16)
        return np.where(several > 0, picked, -1).astype(np.int16)


def sampled(game: Game, rng: np.random.Generator, samples: int) -> Analysis:
    """The analysis of a scenario too large to walk: what a sample of random playthroughs says.

    Raises ``ValueError`` for fewer than two samples, from which no error can be told.
    """
    if samples < 2:  # noqa: PLR2004 - two is what a standard error needs
        raise ValueError("a sample needs at least two playthroughs")
    played = random_play(game, samples, rng, keep_paths=True)
    ended = np.flatnonzero(played.ended)
    trust = played.outcomes.trust[ended]
    weights = {
        band: played.weight * (played.ended & (played.outcomes.band == at)) for at, band in enumerate(BANDS)
    }
    policies = _policies(game, rng, samples, played)
    scenes = game.scenario.scenes
    best = int(ended[trust.argmax()]) if len(ended) else None
    worst = int(ended[trust.argmin()]) if len(ended) else None
    priced = best is not None and game.scenario.offer is not None
    return Analysis(
        exact=False,
        paths=_whole(played.weight * played.ended),
        states=0,
        decisions_max=int(played.decisions[ended].max(initial=0)),
        best=_line(game, played, best),
        worst=_line(game, played, worst),
        best_value=int(played.outcomes.value[best]) if priced and best is not None else None,
        bands={band: _whole(weight) for band, weight in weights.items()},
        policies={name: note for name, (note, _) in policies.items()},
        choices=_choices(game, played),
        touched={},
        stuck=_stuck(game, played),
        errors=Errors(
            samples,
            _error(played.weight * played.ended),
            {band: _error(weight) for band, weight in weights.items()},
            {name: error for name, (_, error) in policies.items()},
        ),
        scene_ids=tuple(scene.id for scene in scenes),
        choice_ids=tuple(tuple(choice.id for choice in scene.choices) for scene in scenes),
        graph=None,
        reach=None,
    )


def _whole(weight: NDArray[np.float64]) -> int:
    return round(float(weight.mean()))


def _error(values: NDArray[np.float64] | NDArray[np.int32]) -> float:
    return float(values.std(ddof=1)) / math.sqrt(len(values)) if len(values) > 1 else math.nan


def _policies(
    game: Game, rng: np.random.Generator, samples: int, random: Played
) -> Mapping[Policy, tuple[PolicyNote, float]]:
    """Each policy's note from a sample of its own, with the standard error of its mean trust."""
    names: tuple[Policy, ...] = (*RANKED, "random")
    found: dict[Policy, tuple[PolicyNote, float]] = {}
    for name in names:
        played = random if name == "random" else random_play(game, samples, rng, policy=name, keep_paths=True)
        found[name] = _note(game, played), _error(played.outcomes.trust[played.ended])
    return found


def _note(game: Game, played: Played) -> PolicyNote:
    assert played.scenes is not None
    seen = {int(at) for at in np.unique(played.scenes) if at >= 0}
    seen |= {int(at) for at in np.unique(played.outcomes.scene[played.ended])}
    visits = frozenset(game.scenario.scenes[at].id for at in seen)
    ends = played.ended.astype(np.float64)
    return note_of(ends, played.outcomes, visits, priced=game.scenario.offer is not None)


def _ids(game: Game, way: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(game.scenario.scenes[scene].choices[choice].id for scene, choice in way)


def _line(game: Game, played: Played, row: int | None) -> Line | None:
    if row is None:
        return None
    return Line(int(played.outcomes.trust[row]), _ids(game, played.way(row)))


def _choices(game: Game, played: Played) -> tuple[ChoiceNote, ...]:
    assert played.scenes is not None
    assert played.steps is not None
    notes = []
    for index, scene in enumerate(game.scenario.scenes):
        here = played.steps[played.scenes == index]
        for at, choice in enumerate(scene.choices):
            notes.append(ChoiceNote(scene.id, choice.id, bool((here == at).any()), None, None, None))
    return tuple(notes)


def _stuck(game: Game, played: Played) -> tuple[Stuck, ...]:
    """A playthrough that came to no end, if there is one; which reason it was is left to ``why``."""
    lost = np.flatnonzero(~played.ended)
    if not len(lost):
        return ()
    way = played.way(int(lost[0]))
    scene = game.scenario.scenes[way[-1][0] if way else game.start].id
    return (Stuck(scene, _ids(game, way), "too_long" if len(way) >= MOST_DECISIONS else "no_choice"),)
