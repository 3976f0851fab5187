"""Compact builders of scenarios from moves: straight stories, and parts for branches and hubs.

What moves name (facts, promises, blurs) is declared as the moves are found, unless it is given.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from game.core.conditions import ALWAYS, Condition
from game.core.game import Game
from game.core.moves import (
    Ask,
    Blur,
    Break,
    Clarify,
    Deflect,
    Keep,
    Learn,
    Move,
    Own,
    Promise,
    Propose,
    Renegotiate,
    Size,
    Surface,
)
from game.core.outcome import Outcome, outcome
from game.core.passbook import Entry
from game.core.play import Replayed, replay, settle
from game.core.rulebook import Rulebook
from game.core.scenario import (
    BlurTerms,
    Choice,
    Deal,
    Fact,
    Goto,
    Line,
    Offer,
    Opening,
    Person,
    PromiseTerms,
    Reply,
    Scenario,
    Scene,
)
from game.core.states import States
from game.core.times import InDays, Time

ROOT: Final = Path(__file__).parents[2]


@cache
def default_book() -> Rulebook:
    """The rulebook as shipped."""
    return Rulebook.from_mapping(tomllib.loads((ROOT / "assets/rulebook.toml").read_text("utf-8")))


BOOK: Final = default_book()
PERSONAS: Final = tuple(BOOK.personas)
CREDITS: Final = (-30, 0, 30, 60, 88)
TUESDAY: Final = datetime(2026, 3, 3, 10, 20)  # noqa: DTZ001 - scenarios have no time zone

Step = Move | tuple[Move, ...] | int | str
"""One step of a straight story: a move or the moves of one choice; an int: so many days pass; a str:
the phase the next scene names."""


def spoiled(book: Rulebook, **numbers: int) -> Rulebook:
    """The book with numbers replaced; ``__`` stands for the dot."""
    return book.laid_over({name.replace("__", "."): value for name, value in numbers.items()})


def line(text: str = "…", **parts: Any) -> Line:
    return Line(parts.pop("speaker", "customer"), text, **parts)


def goes(*to: str | tuple[str, Condition]) -> tuple[Goto, ...]:
    return tuple(Goto(each) if isinstance(each, str) else Goto(*each) for each in to)


def choice(
    id: str, *does: Move, to: str | tuple[Goto, ...] = "end", when: Condition = ALWAYS, **parts: Any
) -> Choice:
    gotos = goes(to) if isinstance(to, str) else to
    return Choice(id, gotos, say=id, when=when, does=does, **parts)


def reply(*does: Move, when: Condition = ALWAYS, lines: tuple[Line, ...] = ()) -> Reply:
    return Reply(lines or (line(),), does, when)


def scene(id: str, *choices: Choice, **parts: Any) -> Scene:
    after = parts.pop("after", 0)
    time: Time = InDays(after) if isinstance(after, int) else after
    return Scene(id, parts.pop("lines", (line(),)), choices, after=time, **parts)


def end(id: str = "end", deal: Deal = "signed", **parts: Any) -> Scene:
    return scene(id, ending=deal, **parts)


def moves_in(scenes: Iterable[Scene]) -> list[Move]:
    found: list[Move] = []
    for each in scenes:
        found += each.enter
        for option in each.choices:
            found += option.does
            for answer in option.replies:
                found += answer.does
    return found


def _declared(moves: list[Move]) -> tuple[dict[str, None], dict[str, None], dict[str, None]]:
    facts: dict[str, None] = {}
    promises: dict[str, None] = {}
    blurs: dict[str, None] = {}
    for move in moves:
        match move:
            case Ask(facts=named) | Propose(needs=named):
                facts |= dict.fromkeys(named)
            case Learn(fact=fact):
                facts[fact] = None
            case Promise() | Keep() | Break() | Renegotiate():
                promises[move.promise] = None
            case Blur() | Clarify() | Surface() | Own():
                blurs[move.blur] = None
            case Deflect(matter=matter, of="blur"):
                blurs[matter] = None
    return facts, promises, blurs


def scenario(*scenes: Scene, **parts: Any) -> Scenario:
    """A scenario that begins in its first scene, with what its moves name declared.

    ``parts`` are fields of ``Scenario``; ``credit`` and ``standing`` stand for an opening, ``due`` and
    ``size`` for the terms of every promise that is not given.
    """
    opening = parts.pop("opening", Opening())
    opening = replace(
        opening, credit=parts.pop("credit", opening.credit), standing=parts.pop("standing", opening.standing)
    )
    due: Time = parts.pop("due", InDays(5))
    size: Size = parts.pop("size", "small")
    facts, promises, blurs = _declared(moves_in(scenes))
    given = {kind: parts.pop(kind, ()) for kind in ("facts", "promises", "blurs")}
    for terms in given["facts"]:
        facts.pop(terms.id, None)
    for terms in given["promises"]:
        promises.pop(terms.id, None)
    for terms in given["blurs"]:
        blurs.pop(terms.id, None)
    return Scenario(
        id="story",
        title="story",
        language="ja",
        customer=Person("customer", "田辺 由紀"),
        start=parts.pop("start", scenes[0].id),
        scenes=scenes,
        begins=parts.pop("begins", TUESDAY),
        hash="structure",
        text_hash="words",
        offer=parts.pop("offer", Offer("勤怠管理クラウド", 1_200_000)),
        opening=opening,
        facts=(*given["facts"], *(Fact(name, name) for name in facts)),
        promises=(*given["promises"], *(PromiseTerms(name, name, due, size) for name in promises)),
        blurs=(*given["blurs"], *(BlurTerms(name, name, name) for name in blurs)),
        **parts,
    )


def straight(*steps: Step, deal: Deal = "signed", **parts: Any) -> Scenario:
    """A story without a fork: one scene and one choice (``go``) a step, then the end."""
    scenes: list[Scene] = []
    after, phase = 0, None
    for step in steps:
        if isinstance(step, int):
            after += step
            continue
        if isinstance(step, str):
            phase = step
            continue
        does = step if isinstance(step, tuple) else (step,)
        here = len(scenes)
        scenes.append(scene(f"s{here}", choice("go", *does, to=f"s{here + 1}"), after=after, phase=phase))
        after, phase = 0, None
    scenes.append(end(f"s{len(scenes)}", deal, after=after, phase=phase))
    return scenario(*scenes, **parts)


@dataclass(frozen=True)
class Played:
    """A straight story played to its end. ``credit`` before the settlement, ``outcome`` after it."""

    game: Game
    states: States
    before: Mapping[str, int]
    entries: tuple[Entry, ...]
    settled: tuple[Entry, ...]
    outcome: Outcome

    @property
    def credit(self) -> int:
        return self.before["credit"]

    @property
    def moved(self) -> int:
        """What the story did to the balance, settlement not counted."""
        return sum(entry.amount for entry in self.entries)

    @property
    def amounts(self) -> list[int]:
        return [entry.amount for entry in self.entries]

    @property
    def trust(self) -> int:
        return self.outcome.trust


def read(states: States, row: int = 0) -> dict[str, int]:
    """One row of a batch as a mapping from column to number."""
    return {name: int(states[name][row]) for name in states.layout.columns}


def play(*steps: Step, book: Rulebook = BOOK, **parts: Any) -> Played:
    """Play a straight story; ``parts`` as for ``scenario``."""
    return play_through(Game(straight(*steps, **parts), book))


def play_through(game: Game, path: Iterable[str] | None = None) -> Played:
    """Play a path (of a straight story: the only one) to its ending and settle it."""
    choices = tuple(path) if path is not None else ("go",) * (len(game.scenario.scenes) - 1)
    replayed = replay(game, choices)
    before, entries = read(replayed.states), replayed.passbook.entries()
    settled = settled_entries(game, replayed)[len(entries) :]
    return Played(
        game, replayed.states, before, entries, settled, outcome(game, replayed.scene, replayed.states)
    )


def settled_entries(game: Game, replayed: Replayed) -> tuple[Entry, ...]:
    settle(game, replayed.scene, replayed.states, replayed.passbook)
    return replayed.passbook.entries()


def batch(game: Game, rows: list[Mapping[str, int]]) -> States:
    """A batch with one row a mapping; columns that are not named are as at the opening."""
    states = States.opening(game.layout, len(rows))
    for at, row in enumerate(rows):
        for name, value in row.items():
            states[name][at] = value
    return states


def same(left: States, right: States) -> bool:
    return left.cells.shape == right.cells.shape and bool(np.array_equal(left.cells, right.cells))
