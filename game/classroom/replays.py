"""Many paths replayed at once, through the same rules as one: what each came to, and where each parted.

All playthroughs waiting in one scene are taken together; those that choose the same there take one step
together. Nothing a record says of itself is used but the ids of its choices.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.analysis.live import Reach
from game.analysis.walk import outcomes
from game.classroom.hearing import Heard, Hearing
from game.classroom.ledger import Curves, Ledger, Places
from game.core import play
from game.core.game import Game
from game.core.principles import PRINCIPLES
from game.core.scenario import MOST_DECISIONS
from game.core.states import Ints, Mask, States

BLOCK: Final = 16_384
"""Playthroughs replayed at once: enough for speed, few enough to stay near the processor."""

Indices = NDArray[np.int16]
Progress = Callable[[int, int], None]
"""Called with how many of how many are done."""

TRIED: Final = 32
"""States in which a choice nobody took is tried, to see what it would have moved."""

_NONE: Final = -1


class Fate(IntEnum):
    """What became of a path: it came to an end, it stops before one, or it names what was not on offer."""

    ENDED = 0
    UNFINISHED = 1
    FORGED = 2


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """Playthroughs that were in one scene together, and what each chose there; k of them.

    ``rows`` (k,): which ones. ``picked`` (k,): the index of the choice, −1 for a path that stops here.
    ``offered`` (k, choices). ``first`` (k,): those never here before. ``day`` (k,). ``heard`` (k,): the last
    line of theirs before the choice, a number of ``Heard``, −1 where there was none.
    """

    scene: int
    rows: Places
    picked: Indices
    offered: Mask
    first: Mask
    day: Ints
    heard: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Replays:
    """What ``n`` paths came to; arrays of shape (n,) or (n, …), nothing in them where ``fate`` is not ENDED.

    ``stopped``: how many choices were taken. ``outcomes``: as in the analysis (ending, trust, band, deal,
    value). ``statuses`` and ``moved`` (n, promises): the status of each promise in the order declared, and
    whether a new date was asked for. ``points`` (n, principles). ``weight``: by (scene id, choice id), the
    points of each principle that choice moved in all of them together, without sign; of one that was on
    offer and nobody took, what it would have moved.
    """

    game: Game
    fate: NDArray[np.int8]
    stopped: NDArray[np.int32]
    outcomes: NDArray[np.int64]
    given: NDArray[np.int32]
    statuses: NDArray[np.int8]
    moved: Mask
    points: NDArray[np.int32]
    weight: Mapping[tuple[str, str], NDArray[np.int64]]
    curves: Curves
    visits: tuple[Visit, ...]
    heard: tuple[Heard, ...]

    def __len__(self) -> int:
        return len(self.fate)


def replayed(
    game: Game,
    paths: Sequence[Sequence[str]],
    *,
    openings: Ints | None = None,
    progress: Progress | None = None,
) -> Replays:
    """Replay these paths of choice ids from the beginning, settlement included.

    ``openings`` (columns, n): the state each begins in, where they go on from different meetings; without it
    all begin as the game does.
    """
    run = _Run(game, _Paths(game, paths), openings)
    for start in range(0, len(paths), BLOCK):
        run.to_the_end(start, min(BLOCK, len(paths) - start))
        if progress is not None:
            progress(min(start + BLOCK, len(paths)), len(paths))
    return run.found()


class _Paths:
    """The choices of all paths as numbers, and which choice of a scene each number is."""

    def __init__(self, game: Game, paths: Sequence[Sequence[str]]) -> None:
        scenes = game.scenario.scenes
        ids = dict.fromkeys(choice.id for scene in scenes for choice in scene.choices)
        codes = {name: at for at, name in enumerate(ids)}
        stranger = len(codes)
        # One more than there may be, so that a path that goes on beyond is still seen to do so.
        longest = min(max(map(len, paths), default=0), MOST_DECISIONS + 1)
        self.codes = np.full((len(paths), longest + 1), _NONE, dtype=np.int16)
        for row, path in enumerate(paths):
            found = [codes.get(name, stranger) for name in path[:longest]]
            self.codes[row, : len(found)] = found
        self.choice = np.full((len(scenes), stranger + 1), _NONE, dtype=np.int16)
        for at, scene in enumerate(scenes):
            for index, choice in enumerate(scene.choices):
                self.choice[at, codes[choice.id]] = index

    def next(self, rows: Places, taken: NDArray[np.int32]) -> Indices:
        """The number of the next choice of these rows, which took so many already; −1 at the end."""
        found: Indices = self.codes[rows, np.minimum(taken, self.codes.shape[1] - 1)]
        return found


class _Run:
    def __init__(self, game: Game, paths: _Paths, openings: Ints | None) -> None:
        n = len(paths.codes)
        self._game, self._paths, self._openings = game, paths, openings
        self._order = Reach(game).order
        self._hearing = Hearing(game)
        self._ledger = Ledger(n)
        self._fate = np.full(n, Fate.UNFINISHED, dtype=np.int8)
        self._taken = np.zeros(n, dtype=np.int32)
        self._outcomes = np.zeros((n, 5), dtype=np.int64)
        self._given = np.zeros(n, dtype=np.int32)
        self._statuses = np.zeros((n, len(game.promises)), dtype=np.int8)
        self._moved = np.zeros((n, len(game.promises)), dtype=np.bool_)
        self._been = np.zeros((len(game.scenario.scenes), n), dtype=np.bool_)
        self._said = np.full(n, _NONE, dtype=np.int32)
        self._visits: list[Visit] = []
        self._tried: dict[tuple[str, str], NDArray[np.int64]] = {}

    def to_the_end(self, start: int, n: int) -> None:
        states = States.opening(self._game.layout, n)
        states.rows += start
        if self._openings is not None:
            states.cells = self._openings[:, start : start + n].copy()
        play.enter(self._game, self._game.start, states, self._ledger, came_from=self._game.start)
        waiting = {self._game.start: [states]}
        while waiting:
            scene = min(waiting, key=self._order.__getitem__)
            together = States.joined(waiting.pop(scene))
            if self._game.scenario.scenes[scene].choices:
                for part in self._decide(scene, together):
                    waiting.setdefault(part.scene, []).append(part.states)
            else:
                self._end(scene, together)

    def _decide(self, scene: int, states: States) -> list[play.Part]:
        rows = states.rows
        code = self._paths.next(rows, self._taken[rows])
        picked = self._paths.choice[scene, code]
        picked[code == _NONE] = _NONE
        offered = play.offered(self._game, scene, states)
        able = (picked != _NONE) & offered[np.arange(len(rows)), picked]
        self._fate[rows[(code != _NONE) & ~able]] = Fate.FORGED
        picked[~able] = _NONE
        heard = self._hearing.before(scene, states, self._said[rows])
        self._visits.append(
            Visit(scene, rows, picked, offered, ~self._been[scene, rows], states["day"].copy(), heard)
        )
        self._been[scene, rows] = True
        self._taken[rows] += able
        parts = []
        for choice in range(offered.shape[1]):
            some = np.flatnonzero(picked == choice)
            if not len(some):
                self._try(scene, choice, states, offered[:, choice])
            else:
                part = states.take(some)
                self._said[part.rows] = self._hearing.answer(scene, choice, part)
                parts += play.step(self._game, scene, choice, part, self._ledger, [])
        return parts

    def _try(self, scene: int, choice: int, states: States, offered: Mask) -> None:
        here = self._game.scenario.scenes[scene]
        name = here.id, here.choices[choice].id
        able = np.flatnonzero(offered)[:TRIED]
        if name in self._tried or not len(able):
            return
        some = states.take(able)
        some.rows = np.arange(len(able), dtype=np.int64)
        ledger = Ledger(len(able))
        play.step(self._game, scene, choice, some, ledger, [])
        self._tried[name] = ledger.moved.get(name, np.zeros(len(PRINCIPLES), dtype=np.int64))

    def _end(self, scene: int, states: States) -> None:
        rows = states.rows
        beyond = self._paths.next(rows, self._taken[rows]) != _NONE
        self._fate[rows] = np.where(beyond, Fate.FORGED, Fate.ENDED)
        play.settle(self._game, scene, states, self._ledger)
        self._outcomes[rows] = outcomes(self._game, scene, states)
        self._given[rows] = states["given"]
        for at, name in enumerate(self._game.promises):
            self._statuses[rows, at] = states[f"promise.status:{name}"]
            self._moved[rows, at] = states[f"promise.moved:{name}"] > 0

    def found(self) -> Replays:
        return Replays(
            game=self._game,
            fate=self._fate,
            stopped=self._taken,
            outcomes=self._outcomes,
            given=self._given,
            statuses=self._statuses,
            moved=self._moved,
            points=self._ledger.points,
            weight=self._tried | self._ledger.moved,
            curves=self._ledger.curves(),
            visits=tuple(self._visits),
            heard=self._hearing.found,
        )
