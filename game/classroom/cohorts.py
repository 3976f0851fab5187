"""Hand-ins put together by what they were played with, and each put together replayed at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.classroom.hand_in import HandIn
from game.classroom.replays import Progress, Replays, replayed
from game.classroom.sources import Sources
from game.classroom.troubles import ClassTrouble
from game.core.game import Game
from game.format.codes import Lang
from game.library import DoesNotReplay
from game.records import Continues, Files, FileTrouble, VersionAltered, VersionMissing

Origin = tuple[Files, Continues | None]

Numbers = NDArray[np.int64]
"""The number of each meeting's seat, 0 for one that does not count, shape (n,)."""

_Arrived = tuple[int, HandIn]


@dataclass(frozen=True, slots=True, eq=False)
class Cohort:
    """Meetings under the same rules, replayed; they may begin differently where they go on from others.

    ``files``: from which the scenario is read in another language. ``games``: the different beginnings,
    ``which`` (n,): that of each meeting; ``arrived`` (n,): its place among all that were handed in.
    """

    files: Files
    games: tuple[Game, ...]
    which: NDArray[np.int64]
    hand_ins: tuple[HandIn, ...]
    arrived: NDArray[np.int64]
    replays: Replays

    @property
    def game(self) -> Game:
        """One of the games, for what is the same in all of them."""
        return self.games[0]


def cohorts(
    hand_ins: Iterable[HandIn], sources: Sources, lang: Lang, progress: Progress | None = None
) -> tuple[tuple[Cohort, ...], tuple[ClassTrouble, ...]]:
    """All hand-ins replayed, and those that cannot be: what they were played with is missing or altered."""
    origins: dict[Origin, list[_Arrived]] = {}
    for at, each in enumerate(hand_ins):
        origins.setdefault((each.files, each.continues), []).append((at, each))
    alike: dict[object, list[tuple[Game, list[_Arrived]]]] = {}
    troubles: list[ClassTrouble] = []
    for (files, continues), some in origins.items():
        try:
            game = sources.game(files, continues, some[0][1].file, lang)
        except FileTrouble as trouble:
            troubles += [_untold(each, trouble) for _, each in some]
        else:
            key = game.scenario.id, game.scenario.hash, game.book.hash, tuple(game.layout.columns)
            alike.setdefault(key, []).append((game, some))
    total, done, found = sum(map(len, origins.values())) - len(troubles), 0, []
    for groups in alike.values():
        found.append(_cohort(groups, _beyond(progress, done, total)))
        done += len(found[-1].hand_ins)
    return tuple(found), tuple(troubles)


def _cohort(groups: Sequence[tuple[Game, list[_Arrived]]], progress: Progress | None) -> Cohort:
    # The text of the largest group is the one that most have read.
    groups = sorted(groups, key=lambda group: -len(group[1]))
    games = tuple(game for game, _ in groups)
    hand_ins = tuple(each for _, some in groups for _, each in some)
    arrived = np.array([at for _, some in groups for at, _ in some])
    which = np.repeat(np.arange(len(groups)), [len(some) for _, some in groups])
    openings = None
    if len(games) > 1:
        openings = np.stack([game.layout.empty for game in games], axis=1)[:, which]
    paths = [each.path for each in hand_ins]
    replays = replayed(games[0], paths, openings=openings, progress=progress)
    return Cohort(hand_ins[0].files, games, which, hand_ins, arrived, replays)


def _beyond(progress: Progress | None, done: int, total: int) -> Progress | None:
    return None if progress is None else lambda now, _: progress(done + now, total)


def _untold(handed: HandIn, trouble: FileTrouble) -> ClassTrouble:
    match trouble:
        case VersionMissing():
            return handed.trouble("version_missing", version=trouble.file.name)
        case VersionAltered():
            return handed.trouble("version_altered", version=trouble.file.name)
        case DoesNotReplay():
            return handed.trouble("forged", position=str(trouble.position))
    return handed.trouble("unplayable")
