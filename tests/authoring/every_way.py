"""Every way through a small scenario, one by one, and what a trainee meets on it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.core.conditions import All, Any, Between, Condition, Happened, Not
from game.core.game import Game
from game.core.judging import holds
from game.core.moves import Move
from game.core.outcome import Outcome, outcome
from game.core.passbook import Entry, Passbook
from game.core.play import NotOffered, Part, opened, replay, settle, spoken
from game.core.scenario import Choice, Line, Scenario, Scene
from game.core.states import States
from game.core.view import View, view


@dataclass(frozen=True)
class Way:
    """A path to an ending: what is seen in its scenes, the passbook after the settlement, the outcome."""

    path: tuple[str, ...]
    views: tuple[View, ...]
    entries: tuple[Entry, ...]
    outcome: Outcome


def ways(game: Game, path: tuple[str, ...] = ()) -> Iterator[Way]:
    """Every way that begins with this path."""
    there = replay(game, path)
    if there.ended:
        yield way(game, path)
    for choice in there.offered:
        yield from ways(game, (*path, choice))


def way(game: Game, path: tuple[str, ...]) -> Way:
    """The way of a path to an ending; raises ``NotOffered``."""
    there = replay(game, path)
    last = Part(there.scene, there.states)
    views = tuple(view(game, part) for part in (*there.before, last))
    settle(game, last.scene, last.states, there.passbook)
    return Way(path, views, there.passbook.entries(), outcome(game, last.scene, last.states))


# ── what a move does ────────────────────────────────────────────────────────────────────────────────


def kind(move: Move) -> str:
    """A move as it is called in a file: ``StartSmall`` is ``start_small``."""
    name = type(move).__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).removeprefix("_")


def moves(scenario: Scenario) -> Iterator[Move]:
    """Every move that stands somewhere in the scenario."""
    for scene in scenario.scenes:
        yield from scene.enter
        for choice in scene.choices:
            yield from choice.does
            for reply in choice.replies:
                yield from reply.does


def without(scenario: Scenario, name: str) -> Scenario:
    """The same scenario in which nobody makes moves of this kind; what they bring about never comes."""
    return replace(scenario, scenes=tuple(_scene_without(scene, name) for scene in scenario.scenes))


def _scene_without(scene: Scene, name: str) -> Scene:
    choices = tuple(_choice_without(choice, name) for choice in scene.choices)
    return replace(scene, enter=_others(scene.enter, name), choices=choices)


def _choice_without(choice: Choice, name: str) -> Choice:
    replies = tuple(
        replace(
            reply,
            does=_others(reply.does, name),
            lines=tuple(replace(line, learn=()) for line in reply.lines) if name == "learn" else reply.lines,
        )
        for reply in choice.replies
    )
    return replace(choice, does=_others(choice.does, name), replies=replies)


def _others(several: tuple[Move, ...], name: str) -> tuple[Move, ...]:
    return tuple(move for move in several if kind(move) != name)


def is_changed(game: Game, one: Way) -> bool:
    """Whether the way is another in this game: not to be gone, or with other views, entries or outcome."""
    try:
        return way(game, one.path) != one
    except (NotOffered, ValueError):
        return True


# ── on which sides of a condition one comes ─────────────────────────────────────────────────────────

Place = tuple[str, Condition]
"""A scene, and a condition that stands in it, whole or as a part of another one."""


def sides(game: Game, name: str) -> dict[Place, set[bool]]:
    """For each condition of this kind, whether it held and whether it did not on the ways there are."""
    met: dict[Place, set[bool]] = defaultdict(set)
    for one in ways(game):
        there = replay(game, one.path)
        for part, taken in zip(there.before, one.path, strict=True):
            scene = game.scenario.scenes[part.scene]
            at = next(index for index, choice in enumerate(scene.choices) if choice.id == taken)
            after = spoken(game, part.scene, at, part.states.copy(), Passbook(keeps=False)).states
            _look(met, name, scene.id, _in_scene(scene), opened(scene.lines, part.states))
            _look(met, name, scene.id, _in_choice(scene.choices[at]), after)
        last = game.scenario.scenes[there.scene]
        _look(met, name, last.id, _in_scene(last), there.states)
    return met


def _look(
    met: dict[Place, set[bool]], name: str, scene: str, conditions: Iterator[Condition], states: States
) -> None:
    for whole in conditions:
        for part in parts(whole):
            if condition_kind(part) == name:
                met[scene, part].add(bool(holds(part, states)[0]))


def _in_scene(scene: Scene) -> Iterator[Condition]:
    yield from _in_lines(scene.lines)
    yield from (choice.when for choice in scene.choices)


def _in_choice(choice: Choice) -> Iterator[Condition]:
    for reply in choice.replies:
        yield reply.when
        yield from _in_lines(reply.lines)
    yield from (goto.when for goto in choice.gotos)


def _in_lines(lines: tuple[Line, ...]) -> Iterator[Condition]:
    yield from (line.when for line in lines)


def conditions(scenario: Scenario) -> Iterator[Condition]:
    """Every condition that stands somewhere in the scenario."""
    for scene in scenario.scenes:
        yield from _in_scene(scene)
        for choice in scene.choices:
            yield from _in_choice(choice)


def parts(condition: Condition) -> Iterator[Condition]:
    """A condition and all it is made of."""
    yield condition
    match condition:
        case All(parts=inner) | Any(parts=inner):
            for one in inner:
                yield from parts(one)
        case Not(part=one):
            yield from parts(one)


def condition_kind(condition: Condition) -> str:
    """A condition as it is called in a file; "" for one that says nothing."""
    match condition:
        case Happened(what=what) | Between(what=what):
            return what
        case All(parts=()):
            return ""
    name = type(condition).__name__
    return "given_away" if name == "GivenAway" else name.lower()
