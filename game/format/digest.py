"""The two hashes of a scenario: what is played, and what is read.

Both are taken of values in a fixed order, so that layout, comments and the order of keys do not count.
A field that has its default is left out, so that a later addition to the core does not change them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from game.core.moves import Complain, Concede, Credit, Deflect, Formal, Lie, Move, Promise, Recover
from game.core.scenario import Choice, Line, Scenario, Scene
from game.format.notes import Passage


def structure_hash(scenario: Scenario) -> str:
    """SHA-256 (hex) of all that the rules read: no words, moods, tells, places, portraits or titles."""
    return _sha256({"structure": 1, **_structure(scenario)})


def words_hash(texts: Iterable[Passage]) -> str:
    """SHA-256 (hex) of all the words of a scenario by where they stand."""
    return _sha256(sorted((one.context, one.text) for one in texts))


def _sha256(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _structure(scenario: Scenario) -> dict[str, object]:
    return {
        "id": scenario.id,
        "start": scenario.start,
        "begins": scenario.begins.date().isoformat(),
        "persona": scenario.persona,
        "continues": scenario.continues,
        "price": scenario.offer.price if scenario.offer else None,
        "opening": _plain(scenario.opening),
        "facts": {fact.id: fact.public for fact in scenario.facts},
        "considerations": {one.id: [one.worth, one.years] for one in scenario.considerations},
        # What falls due on one day settles in the order declared: here the order is part of the play.
        "promises": [[one.id, _plain(one.due), one.size] for one in scenario.promises],
        "blurs": [[one.id, _plain(one.surfaces)] for one in scenario.blurs],
        "lies": [[one.id, _plain(one.comes_out)] for one in scenario.lies],
        "order": _order(scenario),
        "rulebook": dict(scenario.rulebook),
        "scenes": {scene.id: _scene(scene) for scene in scenario.scenes},
    }


def _order(scenario: Scenario) -> dict[str, list[object]]:
    """In which order bare things first appear, where the settlement goes by it."""
    kinds: dict[str, dict[str, object]] = {"lie": {}, "blur": {}, "complaint": {}, "bill": {}}
    for scene in scenario.scenes:
        for move in _moves(scene):
            match move:
                case Lie(lie=name):
                    kinds["lie"][name] = name
                case Promise(promise=name, vague=True):
                    kinds["blur"][name] = name
                case Complain(complaint=name) | Recover(complaint=name) | Formal(complaint=name):
                    kinds["complaint"][name] = name
                case Deflect(matter=name, of="complaint"):
                    kinds["complaint"][name] = name
                case Concede():
                    bill = _plain(move)
                    kinds["bill"][repr(bill)] = bill
    return {kind: list(found.values()) for kind, found in kinds.items()}


def _moves(scene: Scene) -> Iterable[Move]:
    yield from scene.enter
    for choice in scene.choices:
        yield from choice.does
        for reply in choice.replies:
            yield from reply.does


def _scene(scene: Scene) -> dict[str, object]:
    return {
        "phase": scene.phase,
        "after": _plain(scene.after),
        "enter": _plain(scene.enter),
        "ending": scene.ending,
        "lines": _news(scene.lines),
        "choices": [_choice(choice) for choice in scene.choices],
    }


def _choice(choice: Choice) -> dict[str, object]:
    return {
        "id": choice.id,
        "when": _plain(choice.when),
        "does": _plain(choice.does),
        "replies": _replies(choice),
        "gotos": _plain(choice.gotos),
        "times": choice.times,
    }


def _replies(choice: Choice) -> list[list[object]]:
    """The replies that do something, and those before them, which may be taken instead."""
    acting = [bool(one.does) or any(line.learn for line in one.lines) for one in choice.replies]
    last = max((index for index, acts in enumerate(acting) if acts), default=-1)
    return [[_plain(one.when), _plain(one.does), _news(one.lines)] for one in choice.replies[: last + 1]]


def _news(lines: tuple[Line, ...]) -> list[object]:
    """The lines that tell a fact, and those they are alternatives to; all others are only words."""
    telling = {line.group for line in lines if line.learn and line.group is not None}
    groups = {group: number for number, group in enumerate(sorted(telling))}
    return [
        [_plain(line.when), groups.get(line.group) if line.group is not None else None, list(line.learn)]
        for line in lines
        if line.learn or line.group in telling
    ]


def _plain(value: object) -> object:
    """A value of the core as JSON: dataclasses by name with the fields that are not their defaults."""
    if isinstance(value, Credit):
        value = replace(value, because="")
    if is_dataclass(value) and not isinstance(value, type):
        written = ((name, getattr(value, name), default) for name, default in _fields(type(value)))
        kept = {name: _plain(part) for name, part, default in written if part != default}
        return {"is": type(value).__name__, **kept}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The fields of a dataclass with their defaults (``MISSING`` where there is none)."""
    return tuple((spot.name, _default(spot)) for spot in fields(kind))


def _default(spot: Field[object]) -> object:
    if spot.default is not MISSING:
        return spot.default
    return spot.default_factory() if spot.default_factory is not MISSING else MISSING
