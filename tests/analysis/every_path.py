"""Playing every path without merging anything: slow, plain, and the measure of the exact analysis."""

from dataclasses import dataclass

import numpy as np

from game.analysis.policies import RANKED, share, tops
from game.analysis.walk import Touches, outcomes
from game.core import play

MOST = 30_000


class TooManyPathsError(Exception):
    pass


@dataclass
class Path:
    """``way``: (scene, choice, ids offered) at each decision. ``odds``: probability by policy."""

    way: tuple[tuple[int, int, tuple[int, ...]], ...]
    end: tuple[int, ...] | None
    odds: np.ndarray
    touched: int


def every_path(game):
    """All paths, in no particular order; ``TooManyPathsError`` where there are more than ``MOST``."""
    passbook = Touches(1)
    part = play.start(game, passbook)
    waiting = [(part.scene, part.states, [()], np.ones((1, 1 + len(RANKED))), passbook.bits)]
    found: list[Path] = []
    while waiting:
        scene, states, ways, odds, bits = waiting.pop()
        if len(found) + len(ways) > MOST:
            raise TooManyPathsError
        n = len(states)
        states.rows = np.arange(n)
        if not game.scenario.scenes[scene].choices:
            passbook = Touches(n)
            play.settle(game, scene, states, passbook)
            ends = outcomes(game, scene, states)
            touched = bits | passbook.bits
            found += [
                Path(*row)
                for row in zip(ways, map(tuple, ends.tolist()), odds, touched.tolist(), strict=True)
            ]
            continue
        offered = play.offered(game, scene, states)
        ranked = np.concatenate([tops(game, scene, states, offered), offered[None]])
        parts = share(ranked)  # (policies, n, choices)
        found += [Path(ways[i], None, odds[i], 0) for i in np.flatnonzero(~offered.any(axis=1))]
        for choice in range(offered.shape[1]):
            rows = np.flatnonzero(offered[:, choice])
            if not len(rows):
                continue
            passbook = Touches(n)
            strays: list[np.ndarray] = []
            for after in play.step(game, scene, choice, states.take(rows), passbook, strays):
                at = after.states.rows
                on = [(*ways[i], (scene, choice, tuple(np.flatnonzero(offered[i]).tolist()))) for i in at]
                waiting.append(
                    (
                        after.scene,
                        after.states,
                        on,
                        odds[at] * parts[:, at, choice].T,
                        bits[at] | passbook.bits[at],
                    )
                )
            for at in strays:
                found += [Path((*ways[i], (scene, choice, ())), None, odds[i], 0) for i in at]
    return found
