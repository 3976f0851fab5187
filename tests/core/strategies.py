"""What the property tests draw: moves, times, conditions, whole stories, and accounts in any state."""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Final

import numpy as np
from hypothesis import strategies as st

from game.core import moves as m
from game.core.conditions import (
    ALWAYS,
    All,
    Any,
    Between,
    Chose,
    Condition,
    GivenAway,
    Happened,
    Happening,
    Not,
    Scarred,
)
from game.core.game import Game
from game.core.layout import NEVER_HELPED
from game.core.moves import Move
from game.core.principles import PHASES
from game.core.scenario import (
    BlurTerms,
    Choice,
    ConsiderationTerms,
    Fact,
    LieTerms,
    Line,
    Opening,
    PromiseTerms,
    Reply,
    Scenario,
    Scene,
)
from game.core.states import States
from game.core.times import FAR, AfterScene, InDays, NextWeekday, OnDate, Time
from tests.core.build import BOOK, CREDITS, PERSONAS, choice, end, goes, line, reply, scenario, scene

EVERY_MOVE: Final[Mapping[type, tuple[Move, ...]]] = {
    m.Ask: (
        m.Ask(("f", "g")), m.Ask(("g", "h"), why=True), m.Ask(("f", "g", "h"), invited=True),
        m.Ask(("f",), count=12), m.Ask((), count=2),
    ),
    m.Learn: (m.Learn("f"),),
    m.Inform: (m.Inform("t"), m.Inform("u")),
    m.TellRecord: (m.TellRecord("r"), m.TellRecord("r", told=False)),
    m.Help: (m.Help("h"), m.Help("i")),
    m.Propose: (m.Propose(True), m.Propose(True, ("f", "g", "h", "j")), m.Propose(False)),
    m.StartSmall: (m.StartSmall("s"),),
    m.Promise: (m.Promise("p"), m.Promise("q", vague=True), m.Promise("r"), m.Promise("s")),
    m.Keep: (m.Keep("p"), m.Keep("q"), m.Keep("r"), m.Keep("s")),
    m.Break: (m.Break("p"), m.Break("q")),
    m.Renegotiate: (
        m.Renegotiate("p", InDays(9)), m.Renegotiate("q", AfterScene(3, "s2")),
        m.Renegotiate("q", AfterScene(1, "s4")), m.Renegotiate("r", NextWeekday("monday")),
    ),
    m.Lie: (m.Lie("l"), m.Lie("k")),
    m.Correct: (m.Correct("l"), m.Correct("k")),
    m.Expose: (m.Expose("l"),),
    m.Blur: (m.Blur("b"), m.Blur("c")),
    m.Clarify: (m.Clarify("b"), m.Clarify("q")),
    m.Surface: (m.Surface("b"), m.Surface("q")),
    m.Own: (m.Own("b", "visit"), m.Own("b", "mail"), m.Own("q")),
    m.Deflect: (m.Deflect("b", "blur"), m.Deflect("o", "complaint")),
    m.Complain: (m.Complain("o"), m.Complain("n", "major")),
    m.Recover: (m.Recover("o", "visit", deed=True), m.Recover("o"), m.Recover("n", "mail", deed=True)),
    m.Formal: (m.Formal("o"), m.Formal("n")),
    m.Demand: (m.Demand("d", 20), m.Demand("e", 5)),
    m.Concede: (
        m.Concede("d", 20), m.Concede("d", 20, considerations=("x", "y"), months=12),
        m.Concede("e", work="large"), m.Concede(None, 5, unlisted=True),
        m.Concede("e", 5, considerations=("x", "x")),
    ),
    m.Hold: (m.Hold("d"), m.Hold("e", reason=True), m.Hold("d", reason=True, alternative=True)),
    m.Stand: (m.Stand("below"), m.Stand("level"), m.Stand("above")),
    m.Request: (m.Request("v"),),
    m.Celebrate: (m.Celebrate("z"),),
    m.FollowUp: (m.FollowUp("z"),),
    m.Chat: (m.Chat("z"),),
    m.Wait: (
        m.Wait(InDays(2)), m.Wait(InDays(70)), m.Wait(NextWeekday("friday")),
        m.Wait(InDays(3, business=True)), m.Wait(OnDate(date(2026, 3, 20))), m.Wait(AfterScene(4, "s1")),
    ),
    m.Credit: (m.Credit(7, "brave", "enthusiasm"), m.Credit(-5, "late", "promise")),
}  # fmt: skip
"""Samples of every move there is; a test holds that no kind of move is missing."""

MOVES: Final[tuple[Move, ...]] = tuple(move for moves in EVERY_MOVE.values() for move in moves)
EVENTS: Final[tuple[Move, ...]] = tuple(move for move in MOVES if isinstance(move, m.EVENTS))

TERMS: Final = {
    "facts": (Fact("f", "f"), Fact("g", "g", public=True), Fact("h", "h"), Fact("j", "j")),
    "promises": (
        PromiseTerms("p", "p", NextWeekday("friday")),
        PromiseTerms("q", "q", InDays(6), "medium"),
        PromiseTerms("r", "r", AfterScene(5, "s3"), "large"),
        PromiseTerms("s", "s", OnDate(date(2026, 3, 20))),
    ),
    "blurs": (BlurTerms("b", "b", "b", InDays(10)), BlurTerms("c", "c", "c", AfterScene(2, "s3"))),
    "lies": (LieTerms("l", "l", AfterScene(7, "s2")), LieTerms("k", "k", InDays(12, business=True))),
    "considerations": (ConsiderationTerms("x", "x", "large", years=3),),
}
"""Things with every kind of due day."""

_IDS: Final[Mapping[Happening, str]] = {
    "knows": "fghj", "promised": "pqrs", "kept": "pqrs", "broken": "pqrs", "lied": "lk", "blurred": "bcq",
    "clarified": "bc", "complained": "on", "recovered": "on", "conceded": "de", "helped": "hi",
    "granted": "v", "refused": "v",
}  # fmt: skip
HAPPENINGS: Final[tuple[Condition, ...]] = tuple(
    Happened(what, name) for what, names in _IDS.items() for name in names
)
SECRETS: Final[tuple[Condition, ...]] = (Scarred(), Between("credit", 10), Between("standing", -10, 15))
OPENLY: Final[tuple[Condition, ...]] = (
    *HAPPENINGS, GivenAway(), GivenAway("d"), Between("day", 5), Between("day", None, 20), Chose("s0", "c0"),
)  # fmt: skip


def some_condition(chance: Random, secret: bool) -> Condition:
    """A condition of up to three parts; ``secret``: it may read what the trainee never sees."""
    pool = OPENLY + SECRETS if secret else OPENLY
    parts = tuple(chance.choice(pool) for _ in range(chance.randint(1, 3)))
    return chance.choice((parts[0], Not(parts[0]), All(parts), Any(parts)))


def some_time(chance: Random, here: int) -> Time:
    earlier = AfterScene(chance.randint(0, 9), f"s{chance.randint(0, here)}")
    times = (InDays(0), InDays(0), InDays(1), InDays(33), InDays(2, business=True), NextWeekday("monday"))
    return chance.choice((*times, OnDate(date(2026, 3, 20)), earlier))


def some_moves(chance: Random, most: int) -> tuple[Move, ...]:
    return tuple(chance.choice(MOVES) for _ in range(chance.randint(0, most)))


def some_lines(chance: Random, secret: bool) -> tuple[Line, ...]:
    return (
        line("always"),
        line("first", group=1, when=some_condition(chance, secret), learn=(chance.choice("fghj"),)),
        line("else", group=1),
        line("aside", when=some_condition(chance, secret)),
    )


def some_reply(chance: Random, secret: bool) -> Reply:
    when = some_condition(chance, secret) if chance.random() < 0.7 else ALWAYS
    return reply(*some_moves(chance, 2), when=when, lines=some_lines(chance, secret))


def some_choice(chance: Random, id: str, here: int, last: int, *, hub: bool, secret: bool) -> Choice:
    ahead = [f"s{number}" for number in range(here + 1, last + 1)]
    gotos = [(chance.choice(ahead), some_condition(chance, secret)) for _ in range(chance.randint(0, 2))]
    final = f"s{here}" if hub else chance.choice(ahead[:2])
    return choice(
        id,
        *some_moves(chance, 3),
        to=goes(*gotos, final),
        when=some_condition(chance, secret) if chance.random() < 0.3 else ALWAYS,
        replies=tuple(some_reply(chance, secret) for _ in range(chance.randint(0, 2))),
        times=chance.randint(1, 3) if hub else 1,
    )


def some_scene(chance: Random, here: int, last: int, *, secret: bool) -> Scene:
    hub = chance.random() < 0.4
    choices = [
        some_choice(chance, f"c{number}", here, last, hub=hub and number < 2, secret=secret)
        for number in range(chance.randint(1, 2))
    ]
    # One way out that is always open, so that every playthrough comes to an ending.
    choices.append(choice("on", to=f"s{here + 1}"))
    return scene(
        f"s{here}",
        *choices,
        hub=hub,
        after=some_time(chance, here),
        enter=tuple(chance.choice(EVENTS) for _ in range(chance.randint(0, 2))),
        phase=chance.choice((None, *PHASES)),
        lines=some_lines(chance, secret),
    )


@st.composite
def stories(draw: st.DrawFn, secret: bool = True) -> Scenario:
    """A whole scenario: branches, hubs, conditions, events, waits, and every kind of due day."""
    chance = draw(st.randoms(use_true_random=True))
    last = draw(st.integers(5, 8))
    scenes = [some_scene(chance, here, last, secret=secret) for here in range(last)]
    opening = Opening(
        credit=draw(st.sampled_from((-95, *CREDITS, 97))),
        standing=draw(st.sampled_from((-60, 0, 35))),
        favours={"i": 20, "elsewhere": 3},
        promises={"s": 4},
        considerations=("brought",),
        facts=("j", "unheard"),
        given_percent=draw(st.sampled_from((0, 10))),
    )
    return scenario(
        *scenes,
        end(f"s{last}", phase="aftercare"),
        persona=draw(st.sampled_from(PERSONAS)),
        opening=opening,
        **TERMS,
    )


def everything() -> Game:
    """A game in whose scenario every sample of every move is made, with every kind of due day."""
    scenes = [scene("s0", choice("all", *MOVES, to="s1"), hub=True)]
    scenes += [scene(f"s{number}", choice("on", to=f"s{number + 1}"), hub=True) for number in range(1, 5)]
    return Game(scenario(*scenes, end("s5"), persona="formal", **TERMS), BOOK)


_RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "credit": (-100, 100), "standing": (-100, 100), "questions": (-3, 9), "silent": (0, 3),
    "hushed": (0, 3), "scar": (0, 1),
    "phase": (0, 6), "celebrated": (0, 127), "followed_up": (0, 127), "given": (0, 60), "conceded": (0, 100),
    "complaints": (0, 3), "expects": (0, 1), "expansion": (0, 1), "fact.known": (0, 2),
    "promise.status": (0, 4),
    "promise.cost": (0, 40), "promise.moved": (0, 4), "promise.fresh": (0, 1), "promise.made": (0, 20),
    "blur.status": (0, 6), "blur.cost": (0, 8), "lie.status": (0, 3), "lie.times": (0, 4),
    "consideration.got": (0, 1), "topic.told": (0, 1), "record.times": (0, 4), "start.done": (0, 1),
    "complaint.status": (0, 3), "complaint.cost": (0, 36), "complaint.opened": (-36, 36),
    "demand.status": (0, 3), "demand.spoiled": (0, 1), "demand.away": (0, 1), "bill.amount": (0, 30),
    "bill.times": (0, 3),
    "favour.status": (0, 2), "credit.times": (0, 4), "taken": (0, 3), "proposed": (0, 4),
}  # fmt: skip
_PAST: Final = ("last_contact", "blur.day", "complaint.day")


def column_values(name: str, day: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Any value a column may hold, given the day it is."""
    kind, n = name.split(":", maxsplit=1)[0], len(day)
    some = chance.integers(0, 2, n) == 1
    if kind in _RANGES:
        low, high = _RANGES[kind]
        return chance.integers(low, high + 1, n)
    if kind in _PAST:
        return day - chance.integers(0, 12, n)
    if kind == "entered":
        return np.where(some, day - chance.integers(0, 12, n), FAR)
    if kind == "help.day":
        return np.where(some, day - chance.integers(0, 200, n), NEVER_HELPED)
    assert kind.endswith(".due"), f"no values known for column {name}"
    return np.where(some, day + chance.integers(-3, 40, n), FAR)


@st.composite
def accounts(draw: st.DrawFn, game: Game, n: int = 16) -> States:
    """A batch of accounts in any state at all, also such as no story leads to."""
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    states = States.opening(game.layout, n)
    states["day"] = chance.integers(0, 120, n).astype(np.int32)
    for name in game.layout.columns:
        if name != "day":
            states[name] = column_values(name, states["day"], chance).astype(np.int32)
    return states
