"""A class that never was, for a trainer to practise with: people of different leanings who slip at times.

Everybody is part honest seller and part one habit (asking too much, giving in, pushing …), with a taste of
their own for every sentence. What they expect is mostly a little too much, and what they resolve is about
what cost them most. The same seed makes the same class.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.analysis.live import Reach
from game.analysis.policies import RANKED, leanings
from game.classroom.hand_in import HandIn
from game.classroom.replays import BLOCK, Progress, Replays, replayed
from game.classroom.resolves import resolve_about
from game.core import play
from game.core.game import Game
from game.core.passbook import Passbook
from game.core.principles import PRINCIPLES
from game.core.scenario import BANDS, MOST_DECISIONS, Band
from game.core.states import States
from game.format.words import Words
from game.records import Files
from game.records.pseudonyms import pseudonyms

Generator = np.random.Generator
Weights = NDArray[np.float64]

HONEST_PART: Final = (2.6, 2.0)
"""Beta distribution of how much of a trainee is honest seller: most in the middle, a few far off."""

HABITS: Final = {"interrogator": 0.34, "caver": 0.30, "pusher": 0.14, "forgetful": 0.14, "liar": 0.08}
"""How often each habit is a newcomer's own."""

STRONGEST: Final = 7.0
"""Weights of the policies count up to this: nobody shuns or seeks a thing as if nothing else mattered."""

TASTE: Final = 2.2
"""How much sentences please or displease for no reason, in the unit of the weights."""

TOO_HIGH: Final = 0.45
"""By how many bands a newcomer expects too much on average, with a deviation of ``UNSURE``."""

UNSURE: Final = 0.8
SILENT: Final = 0.07
"""The share that predicts nothing."""

RESOLVED: Final = 0.8
COACHED: Final = 0.04

FEELINGS: Final = {
    "confident": (0.02, 0.10, 0.30, 0.55, 0.70),
    "relieved": (0.08, 0.20, 0.30, 0.25, 0.20),
    "uneasy": (0.35, 0.35, 0.20, 0.08, 0.04),
    "regretful": (0.40, 0.20, 0.08, 0.04, 0.02),
    "unsure": (0.15, 0.15, 0.12, 0.08, 0.04),
}
"""How likely each feeling is before the reveal, by the band that is expected."""

STEP: Final = 500
"""People between two calls of a progress."""

ENOUGH_FOR_ONE_MORE: Final = 20
"""From this size on one more has begun and not finished: a trainer will meet that as well."""


def rehearsal(
    game: Game,
    size: int,
    seed: int,
    *,
    files: Files,
    words: Words,
    day: date,
    progress: Progress | None = None,
) -> tuple[HandIn, ...]:
    """A class of this size, handed in on a day; raises ``ValueError`` for a size below 1.

    ``files``: those of the scenario, as a record would name them. ``words``: the language they write in.
    """
    if size < 1:
        raise ValueError("a class has somebody in it")
    rng = np.random.default_rng(seed)
    more = size + (size >= ENOUGH_FOR_ONE_MORE)
    paths = tuple(_paths(game, _temperaments(rng, more), rng))
    replays = replayed(game, paths)
    names = _names(words.lang, more, rng)
    made = []
    for number, (name, path) in enumerate(zip(names, paths, strict=True)):
        made.append(_handed(number, name, path, replays, rng, words, files, day))
        if progress is not None and (number + 1) % STEP == 0:
            progress(number + 1, more)
    return tuple(made) if more == size else (*made[:-1], _left(made[-1]))


def _temperaments(rng: Generator, n: int) -> Weights:
    """How much of each ranked policy is in everybody, shape (n, policies)."""
    weights = np.zeros((n, len(RANKED)))
    part = rng.beta(*HONEST_PART, size=n)
    habit = rng.choice(list(HABITS), size=n, p=list(HABITS.values()))
    weights[:, RANKED.index("honest")] = part
    weights[np.arange(n), [RANKED.index(name) for name in habit.tolist()]] += 1 - part
    return weights


def _paths(game: Game, weights: Weights, rng: Generator) -> Iterator[tuple[str, ...]]:
    """What everybody chooses, all in one scene at once."""
    n = len(weights)
    steps = np.full((n, MOST_DECISIONS), -1, dtype=np.int32)
    taken = np.zeros(n, dtype=np.int64)
    ids = [(at, choice.id) for at, scene in enumerate(game.scenario.scenes) for choice in scene.choices]
    first = {at: number for number, (at, _) in reversed(list(enumerate(ids)))}
    order = Reach(game).order
    for start in range(0, n, BLOCK):
        states = play.start(game, Passbook(keeps=False), min(BLOCK, n - start))
        states.states.rows += start
        waiting = {states.scene: [states.states]}
        while waiting:
            scene = min(waiting, key=order.__getitem__)
            together = States.joined(waiting.pop(scene))
            if not game.scenario.scenes[scene].choices:
                continue
            together = together.take(taken[together.rows] < MOST_DECISIONS)
            picked = _pick(game, scene, together, weights, rng)
            rows = together.rows
            steps[rows, taken[rows]] = first[scene] + picked
            taken[rows] += 1
            for choice in np.unique(picked).tolist():
                some = together.take(picked == choice)
                for part in play.step(game, scene, choice, some, Passbook(keeps=False), []):
                    waiting.setdefault(part.scene, []).append(part.states)
    return (tuple(ids[step][1] for step in row if step >= 0) for row in steps.tolist())


def _pick(game: Game, scene: int, states: States, weights: Weights, rng: Generator) -> NDArray[np.int64]:
    """What each likes best among what is on offer."""
    offered = play.offered(game, scene, states)
    liked = np.clip(leanings(game, scene, states), -STRONGEST, STRONGEST)
    score = np.einsum("np,pnc->nc", weights[states.rows], liked)
    score += TASTE * rng.gumbel(size=score.shape)
    best: NDArray[np.int64] = np.where(offered, score, -np.inf).argmax(axis=1)
    return best


def _handed(  # noqa: PLR0917 - what makes one trainee of a class
    number: int,
    name: str,
    path: tuple[str, ...],
    replays: Replays,
    rng: Generator,
    words: Words,
    files: Files,
    day: date,
) -> HandIn:
    band = int(replays.outcomes[number, 2])
    expected = int(np.clip(round(band + rng.normal(TOO_HIGH, UNSURE)), 0, len(BANDS) - 1))
    likely = np.array([chances[expected] for chances in FEELINGS.values()])
    feeling = str(rng.choice(list(FEELINGS), p=likely / likely.sum()))
    silent, resolved, coached = (rng.random(3) < (SILENT, RESOLVED, COACHED)).tolist()
    days_before = int(rng.integers(0, 3))
    return HandIn(
        file=f"{number + 1:03}",
        folder="",
        meeting=f"{number}",
        name=name,
        language=words.lang,
        coached=coached,
        started=day - timedelta(days=days_before),
        files=files,
        continues=None,
        path=path,
        predicted=None if silent else _band(expected),
        feeling="" if silent else feeling,
        resolve=_resolve(replays, number, rng, words) if resolved else "",
    )


def _band(index: int) -> Band:
    return BANDS[index]


def _resolve(replays: Replays, row: int, rng: Generator, words: Words) -> str:
    """About what cost most; of those who lost nothing, about what brought nothing."""
    points = replays.points[row]
    worst = np.flatnonzero(points == points.min())
    return resolve_about(PRINCIPLES[int(rng.choice(worst))], int(rng.integers(0, 2)), words)


def _names(lang: str, n: int, rng: Generator) -> Sequence[str]:
    """Different names, with numbers where there are more people than names."""
    names = pseudonyms(lang)
    mixed = [names[at] for at in rng.permutation(len(names))]
    rounds = range(1, 2 + n // len(names))
    return [name if again == 1 else f"{name} {again}" for again in rounds for name in mixed][:n]


def _left(handed: HandIn) -> HandIn:
    """The same meeting, left half way."""
    return replace(handed, path=handed.path[: len(handed.path) // 2], predicted=None, feeling="", resolve="")
