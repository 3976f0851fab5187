"""What a stretch of the story still looks at: its moves, conditions and times (see ``looks``).

A state may forget what nobody reads again.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np

from game.analysis.looks import Reads, add_move, add_time
from game.core.conditions import All, Any, Between, Chose, Condition, GivenAway, Happened, Not
from game.core.game import Game
from game.core.judging import HAPPENED
from game.core.moves import Ask, Help, Inform, Keep, Learn, Move, TellRecord
from game.core.scenario import Choice, Line, Scene
from game.core.states import NEVER_HELPED, NONE
from game.core.times import FAR, InDays

STATUSES: Final = 10
"""Every status is below this number (statuses are small; see ``game.core.states``)."""


def choosing(game: Game, scene: Scene) -> Reads:
    """What is read between the decision in a scene and the way out of it."""
    reads = Reads()
    for choice in scene.choices:
        _condition(reads, choice.when)
        for move in choice.does:
            add_move(reads, game, move)
            if isinstance(move, Learn):
                # Knowing it already can be what keeps the choice from being offered.
                reads.test(f"fact.known:{move.fact}", NONE)
        _replies(reads, game, choice)
        if len(choice.gotos) != 1 or choice.gotos[0].when != All(()):
            for goto in choice.gotos:
                _condition(reads, goto.when)
        if scene.hub:
            reads.counts[f"taken:{scene.id}.{choice.id}"] = choice.times
    return reads


def entering(game: Game, scene: Scene) -> Reads:
    """What is read on the way into a scene: the calendar, its events, its lines' news."""
    reads = Reads()
    if scene.after != InDays(0):
        reads.advance = True
        add_time(reads, scene.after)
    if f"entered:{scene.id}" in game.layout:
        reads.test(f"entered:{scene.id}", FAR)
        reads.can.add(("enter", scene.id))
    for move in scene.enter:
        add_move(reads, game, move)
    _lines(reads, scene.lines)
    return reads


def tiring(scene: Scene) -> bool:
    """Whether a positive count of questions matters in a scene: somebody asks, or gives (and banks)."""
    for move in moves_in(scene):
        match move:
            case Ask(invited=False) | Inform() | TellRecord() | Help() | Keep():
                return True
            case _:
                continue
    return False


def moves_in(scene: Scene) -> Iterator[Move]:
    """The moves of a scene's choices and of the replies to them."""
    for choice in scene.choices:
        yield from choice.does
        for reply in choice.replies:
            yield from reply.does


def successors(game: Game, scene: Scene) -> frozenset[int]:
    """The scenes (indices) the choices of a scene lead to."""
    return frozenset(game.index[goto.scene] for choice in scene.choices for goto in choice.gotos)


def _replies(reads: Reads, game: Game, choice: Choice) -> None:
    # Replies that only speak change nothing, so nobody has to know which of them was spoken.
    if not any(reply.does or _news(reply.lines) for reply in choice.replies):
        return
    for reply in choice.replies:
        _condition(reads, reply.when)
        for move in reply.does:
            add_move(reads, game, move)
        _lines(reads, reply.lines)


def _lines(reads: Reads, lines: tuple[Line, ...]) -> None:
    if _news(lines):
        for line in lines:
            _condition(reads, line.when)


def _news(lines: tuple[Line, ...]) -> bool:
    return any(line.learn for line in lines)


def _condition(reads: Reads, condition: Condition) -> None:
    match condition:
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                _condition(reads, part)
        case Not(part=part):
            _condition(reads, part)
        case Between(what="day"):
            reads.date = True
        case GivenAway(demand=None):
            reads.test("given", 0)
        case GivenAway(demand=demand):
            reads.columns.add(f"demand.away:{demand}")
        case Chose(scene=scene, choice=choice):
            name = f"taken:{scene}.{choice}"
            reads.counts[name] = max(1, reads.counts.get(name, 0))
        case Happened(what="helped", id=name):
            reads.test(f"help.day:{name}", NEVER_HELPED)
        case Happened(what=what, id=name):
            kind, holds = HAPPENED[what]
            which = np.flatnonzero(holds(np.arange(STATUSES, dtype=np.int32)))
            reads.test(f"{kind}:{name}", *(int(value) for value in which))
        case _:
            pass  # credit, standing and the scar are always read


def gathered(parts: Iterable[Reads]) -> Reads:
    """Everything several stretches read."""
    whole = Reads()
    for part in parts:
        whole.add(part)
    return whole
