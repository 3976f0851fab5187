"""A playthrough, for a whole batch at once: start, what is offered, one step, replay of a path.

Every function takes states that are all in one scene; a step hands them back parted by the scene
they go to. Playing is a batch of one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.conditions import ALWAYS
from game.core.game import Game
from game.core.judging import holds
from game.core.moves import Learn
from game.core.passbook import Passbook
from game.core.principles import PHASES
from game.core.rules import any_may, calendar, run
from game.core.rules.turn import Turn
from game.core.scenario import Choice, Line
from game.core.states import HEARD, NONE, Mask, States
from game.core.times import FAR

TIMES_MOST: Final = 99


@dataclass(frozen=True, slots=True)
class Part:
    """States that go to the same scene (its index)."""

    scene: int
    states: States


class NotOffered(ValueError):  # noqa: N818 - it names what happened, and is told as such
    """A path names a choice that is not on offer: after how many choices, where, and what is."""

    def __init__(self, position: int, scene: str, choice: str | None, offered: tuple[str, ...]) -> None:
        super().__init__(f"choice {position}, scene {scene}: {choice!r} is not offered, only {offered}")
        self.position = position
        self.scene = scene
        self.choice = choice
        self.offered = offered


def start(game: Game, passbook: Passbook, n: int = 1) -> Part:
    """``n`` playthroughs in the start scene, its calendar and events done."""
    states = States.opening(game.layout, n)
    enter(game, game.start, states, passbook, came_from=game.start)
    return Part(game.start, states)


def offered(game: Game, scene: int, states: States) -> Mask:
    """Which choices are on offer, shape (n, choices), in the order of the file.

    A choice is on offer when its condition holds, at least one of its moves can apply, and, in a hub,
    it was not taken as often as it may be.
    """
    place = game.scenario.scenes[scene]
    turn = Turn(game, states, Passbook(keeps=False), place.id)
    table = np.zeros((len(states), len(place.choices)), dtype=np.bool_)
    for index, choice in enumerate(place.choices):
        able = holds(choice.when, states) & any_may(turn, choice.does)
        if place.hub:
            able &= states[f"taken:{place.id}.{choice.id}"] < choice.times
        table[:, index] = able
    return table


def step(  # noqa: PLR0917 - the strays are for the analysis alone
    game: Game,
    scene: int,
    choice_index: int,
    states: States,
    passbook: Passbook,
    strays: list[NDArray[np.int64]] | None = None,
) -> list[Part]:
    """All these states take one choice; ``states`` is changed and must not be used again.

    Order: the choice's moves → the first reply that holds, with its moves → where to go → the
    calendar → the events of the scene entered. Parts come in the order of the scenes.
    Where no ``goto`` holds the ``rows`` of those states are added to ``strays``; without it that
    raises ``ValueError`` (a checked scenario has no such state).
    """
    choice = game.scenario.scenes[scene].choices[choice_index]
    _reply(spoken(game, scene, choice_index, states, passbook), choice)
    parts = []
    for target, which in _targets(game, choice, states, strays):
        part = states if which.all() else states.take(which)
        enter(game, target, part, passbook, came_from=scene)
        parts.append(Part(target, part))
    return parts


def spoken(game: Game, scene: int, choice_index: int, states: States, passbook: Passbook) -> Turn:
    """The choice's own moves are done (``states`` is changed), the customer has not answered yet."""
    place = game.scenario.scenes[scene]
    choice = place.choices[choice_index]
    turn = Turn(game, states, passbook, place.id, choice.id)
    run(turn, choice.does, states.everywhere())
    taken = f"taken:{place.id}.{choice.id}"
    if taken in game.layout:
        states[taken] = np.minimum(states[taken] + 1, TIMES_MOST)
    return turn


def _reply(turn: Turn, choice: Choice) -> None:
    # All conditions are judged on the state after the choice's moves, before any reply's own.
    left = turn.states.everywhere()
    masks = []
    for reply in choice.replies:
        mask = left & holds(reply.when, turn.states)
        left = left & ~mask
        masks.append(mask)
    for reply, mask in zip(choice.replies, masks, strict=True):
        if mask.any():
            shown = shown_lines(reply.lines, turn.states) if has_news(reply.lines) else ()
            run(turn, reply.does, mask)
            _volunteered(turn, reply.lines, mask, shown)


def has_news(lines: tuple[Line, ...]) -> bool:
    """Whether any of these lines volunteers a fact."""
    return any(line.learn for line in lines)


def _volunteered(turn: Turn, lines: tuple[Line, ...], where: Mask, shown: tuple[Mask, ...]) -> None:
    for line, mask in zip(lines, shown, strict=False):
        run(turn, tuple(Learn(fact) for fact in line.learn), where & mask)


def shown_lines(lines: tuple[Line, ...], states: States) -> tuple[Mask, ...]:
    """For each line, in which states it shows, shape (n,) each.

    Of the lines of one group the first whose condition holds shows; a line without a group shows
    wherever its condition holds.
    """
    masks: list[Mask] = []
    taken: dict[int, Mask] = {}
    for line in lines:
        mask = holds(line.when, states)
        if line.group is not None:
            before = taken.get(line.group, ~states.everywhere())
            mask &= ~before
            taken[line.group] = before | mask
        masks.append(mask)
    return tuple(masks)


def _targets(
    game: Game, choice: Choice, states: States, strays: list[NDArray[np.int64]] | None
) -> list[tuple[int, Mask]]:
    if len(choice.gotos) == 1 and choice.gotos[0].when == ALWAYS:
        return [(game.index[choice.gotos[0].scene], states.everywhere())]
    left = states.everywhere()
    found: dict[int, Mask] = {}
    for goto in choice.gotos:
        mask = left & holds(goto.when, states)
        left = left & ~mask
        target = game.index[goto.scene]
        found[target] = found[target] | mask if target in found else mask
    if left.any():
        if strays is None:
            raise ValueError(f"choice {choice.id}: no goto holds in some state; the check should have told")
        strays.append(states.rows[left])
    return sorted((target, mask) for target, mask in found.items() if mask.any())


def enter(game: Game, scene: int, states: States, passbook: Passbook, *, came_from: int) -> None:
    """States arrive in a scene: the calendar, its events, and what its lines volunteer.

    ``after`` and ``enter`` happen on the first entry of a hub only. What falls due on the way is
    booked under the scene left.
    """
    place, left = game.scenario.scenes[scene], game.scenario.scenes[came_from]
    for fact in game.layout.heard:
        states[f"fact.known:{fact}"] = np.minimum(states[f"fact.known:{fact}"], 1)
    entered = f"entered:{place.id}"
    first = states[entered] == FAR if entered in game.layout else states.everywhere()
    if scene != came_from:
        for name in game.promises:
            states[f"promise.fresh:{name}"] = 0
    on_the_way = Turn(game, states, passbook, left.id)
    calendar.advance(on_the_way, game.resolve(place.after, states), first)
    turn = Turn(game, states, passbook, place.id)
    if place.phase is not None:
        calendar.begin_phase(turn, 1 + PHASES.index(place.phase), states.everywhere())
    calendar.set_waiting_dues(turn, place.id, first)
    run(turn, place.enter, first)
    if has_news(place.lines):
        for line, mask in zip(place.lines, shown_lines(place.lines, states), strict=True):
            for fact in line.learn:
                known = states[f"fact.known:{fact}"]
                states.put(f"fact.known:{fact}", mask & (known == NONE), HEARD)


def opened(lines: tuple[Line, ...], states: States) -> States:
    """The states as they were when the scene with these lines opened: what the lines tell, untold.

    So the lines a trainee sees are the lines that told them something, whenever they are asked for.
    """
    if not has_news(lines):
        return states
    before = states.copy()
    for fact in {fact for line in lines for fact in line.learn}:
        before.put(f"fact.known:{fact}", before[f"fact.known:{fact}"] == HEARD, NONE)
    return before


def settle(game: Game, scene: int, states: States, passbook: Passbook) -> None:
    """The settlement after an ending: changes the states, writes the last entries."""
    turn = Turn(game, states, passbook, game.scenario.scenes[scene].id)
    calendar.settle(turn, states.everywhere())


@dataclass(frozen=True, slots=True)
class Replayed:
    """Where a path leads: the scene it is in, its state (a batch of one) and its passbook.

    ``offered``: the ids on offer there. ``before[i]`` is the state and scene before choice ``i``.
    """

    scene: int
    states: States
    passbook: Passbook
    offered: tuple[str, ...]
    before: tuple[Part, ...]

    @property
    def ended(self) -> bool:
        """Whether the path has come to an ending."""
        game_scene = self.states.layout.scenario.scenes[self.scene]
        return game_scene.ending is not None


def replay(game: Game, path: Sequence[str]) -> Replayed:
    """The state and the passbook of a path of choice ids, from the start; not settled.

    Raises ``NotOffered`` for the first choice that is not on offer.
    """
    passbook = Passbook()
    part = start(game, passbook)
    before = []
    for position, choice in enumerate(path):
        ids = offered_ids(game, part)
        if choice not in ids:
            raise NotOffered(position, game.scenario.scenes[part.scene].id, choice, ids)
        before.append(Part(part.scene, part.states.copy()))
        choices = game.scenario.scenes[part.scene].choices
        index = next(i for i, each in enumerate(choices) if each.id == choice)
        (part,) = step(game, part.scene, index, part.states, passbook)
    return Replayed(part.scene, part.states, passbook, offered_ids(game, part), tuple(before))


def offered_ids(game: Game, part: Part) -> tuple[str, ...]:
    """The ids of the choices on offer to a batch of one, in the order of the file."""
    mask = offered(game, part.scene, part.states)[0]
    choices = game.scenario.scenes[part.scene].choices
    return tuple(choice.id for choice, able in zip(choices, mask, strict=True) if able)
