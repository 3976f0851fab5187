"""A finished meeting decision by decision: what was heard, what was chosen, what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from game.core.game import Game
from game.core.judging import holds
from game.core.passbook import Passbook
from game.core.play import NotOffered, Part, offered, opened, shown_lines, spoken, start, step
from game.core.scenario import Choice, Line, Scene
from game.core.states import States


@dataclass(frozen=True, slots=True)
class Step:
    """One decision of a path; ``position`` counts from 0.

    ``booked``: how many entries the passbook had before it, ``balance`` what stood in it then.
    ``offered``: the choices on offer, in the order of the file. ``heard``: what was said since the choice
    before (its reply, then the scene's lines), ``reply`` the answer to this one; signs with their meaning.
    """

    position: int
    scene: Scene
    choice: Choice
    day: int
    date: date
    balance: int
    booked: int
    offered: tuple[Choice, ...]
    heard: tuple[Line, ...]
    reply: tuple[Line, ...]


def steps_of(game: Game, path: Sequence[str]) -> tuple[Step, ...]:
    """The decisions of a path; raises ``NotOffered`` for a choice that is not on offer."""
    passbook = Passbook()
    part = start(game, passbook)
    found: list[Step] = []
    reply: tuple[Line, ...] = ()
    for position, choice in enumerate(path):
        made = _step(game, part, position, choice, reply, booked=len(passbook))
        found.append(made)
        reply = made.reply
        index = made.scene.choices.index(made.choice)
        (part,) = step(game, part.scene, index, part.states, passbook)
    return tuple(found)


def _step(
    game: Game, part: Part, position: int, choice: str, before: tuple[Line, ...], *, booked: int
) -> Step:
    scene, states = game.scenario.scenes[part.scene], part.states
    able = offered(game, part.scene, states)[0]
    on_offer = tuple(each for each, may in zip(scene.choices, able, strict=True) if may)
    chosen = next((each for each in on_offer if each.id == choice), None)
    if chosen is None:
        raise NotOffered(position, scene.id, choice, tuple(each.id for each in on_offer))
    day = int(states["day"][0])
    return Step(
        position=position,
        scene=scene,
        choice=chosen,
        day=day,
        date=game.begins + timedelta(days=day),
        balance=int(states["credit"][0]),
        booked=booked,
        offered=on_offer,
        heard=(*before, *_shown(scene.lines, opened(scene.lines, states))),
        reply=_reply(game, part, scene.choices.index(chosen)),
    )


def _reply(game: Game, part: Part, index: int) -> tuple[Line, ...]:
    choice = game.scenario.scenes[part.scene].choices[index]
    after = spoken(game, part.scene, index, part.states.copy(), Passbook(keeps=False)).states
    for reply in choice.replies:
        if holds(reply.when, after)[0]:
            return _shown(reply.lines, after)
    return ()


def _shown(lines: tuple[Line, ...], states: States) -> tuple[Line, ...]:
    return tuple(line for line, mask in zip(lines, shown_lines(lines, states), strict=True) if mask[0])
