"""Advice on what was begun and left: things declared that never come up, promises that nothing keeps.

They are often a misspelt id on the other side, and the scenario plays all the same.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from game.authoring.culprits import Culprit, culprit
from game.core.layout import moves_of
from game.core.moves import (
    Ask,
    Blur,
    Complain,
    Concede,
    Demand,
    Help,
    Inform,
    Keep,
    Learn,
    Lie,
    Move,
    Promise,
    Request,
    TellRecord,
    Wait,
)
from game.core.scenario import Line, Scenario
from game.core.times import AfterScene, InDays, NextWeekday, OnDate, Time
from game.format.models import Document

_BY: Final = {
    "facts": "learn", "promises": "promise", "blurs": "blur", "lies": "lie", "considerations": "concede",
    "topics": "inform", "records": "tell_record", "complaints": "complain", "demands": "demand",
    "favours": "request", "helps": "help",
}  # fmt: skip
"""The sections of things that come up by a move, each with the move to write."""

_ID: Final[dict[type, tuple[str, str]]] = {
    Learn: ("facts", "fact"), Promise: ("promises", "promise"), Blur: ("blurs", "blur"), Lie: ("lies", "lie"),
    Inform: ("topics", "topic"), TellRecord: ("records", "record"), Complain: ("complaints", "complaint"),
    Demand: ("demands", "demand"), Concede: ("demands", "demand"), Request: ("favours", "favour"),
    Help: ("helps", "id"),
}  # fmt: skip
"""Which section a move brings something of up, and the move's field with its id."""

_CARRIED_OVER: Final = frozenset({"facts", "promises", "considerations", "helps"})
"""The sections of things that a scenario which continues another may begin with."""


def loose_ends(document: Document, scenario: Scenario, settled: int) -> Iterator[Culprit]:
    """What is declared and never comes up, and promises that can be given but not kept, in file order.

    ``settled``: days from the last scene to the end of the settlement; what falls due later is neither kept
    nor broken.
    """
    used, kept = _used(scenario)
    for section, move in _BY.items():
        if scenario.continues is not None and section in _CARRIED_OVER:
            continue  # the story before may bring them along
        for id in getattr(document, section):
            if id not in used[section]:
                yield culprit("never-comes-up", (section, id), section=section, id=id, move=move)
    last = _last_day(scenario, settled)
    for id, promise in document.promises.items():
        falls_due = not (isinstance(promise.due, OnDate) and promise.due.date > last)
        if id in used["promises"] and id not in kept and falls_due:
            yield culprit("promise-never-kept", ("promises", id), id=id)


def _last_day(scenario: Scenario, settled: int) -> date:
    """A day by which the story and its settlement are surely over."""
    times = [scene.after for scene in scenario.scenes]
    times += [move.time for move in moves_of(scenario) if isinstance(move, Wait)]
    dates = [scenario.begins.date(), *(time.date for time in times if isinstance(time, OnDate))]
    days = sum(_most_days(time) for time in times) + settled
    return max(dates) + timedelta(days=min(days, (date.max - max(dates)).days))


def _most_days(time: Time) -> int:
    match time:
        case InDays(days=days, business=business):
            return days + 2 * (days // 5 + 1) if business else days
        case AfterScene(days=days):
            return days
        case NextWeekday():
            return 7
        case OnDate():
            return 0


def _used(scenario: Scenario) -> tuple[dict[str, set[str]], set[str]]:
    """The ids that come up, by section, and the promises that are kept somewhere."""
    opening = scenario.opening
    used: dict[str, set[str]] = {section: set() for section in _BY}
    used["facts"] |= {*opening.facts, *(fact for line in _lines(scenario) for fact in line.learn)}
    used["promises"] |= {*opening.promises}
    used["considerations"] |= {*opening.considerations}
    used["helps"] |= {*opening.favours}
    kept: set[str] = set()
    for move in moves_of(scenario):
        if isinstance(move, Keep):
            kept.add(move.promise)
        for section, id in _brought_up(move):
            used[section].add(id)
    return used, kept


def _brought_up(move: Move) -> Iterator[tuple[str, str]]:
    """What comes up by a move: the section it is declared in, and its id."""
    match move:
        case Ask():
            yield from (("facts", fact) for fact in move.facts)
        case Concede():
            yield from (("considerations", one) for one in move.considerations)
        case Promise(vague=True):  # then it is a blur of the same name as well
            yield from (("promises", move.promise), ("blurs", move.promise))
    if type(move) in _ID:
        section, key = _ID[type(move)]
        yield section, getattr(move, key)


def _lines(scenario: Scenario) -> Iterator[Line]:
    for scene in scenario.scenes:
        yield from scene.lines
        for choice in scene.choices:
            for reply in choice.replies:
                yield from reply.lines
