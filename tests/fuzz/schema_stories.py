"""Files made of the JSON Schema alone: whatever it allows, and its own examples, is answered by the reader.

Editors complete from the schema, so this is what somebody gets who takes every suggestion.
"""

import random
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import yaml

from game.format.fields import ID_PATTERN
from game.format.schema import _ID, schema
from tests.fuzz.answers import book
from tests.fuzz.mutations import text_changed

IDS: Final = ("a", "b", "one", "two", "end", "customer", "a.go")
TEXTS: Final = ("どうも。", "x", "12", "{trainee}さん", "｜漢字《かんじ》", "-", "はい?", "a: b", "", "no")
SHALLOW: Final = 8
"""How deep a file is filled with what need not be there."""


@cache
def whole() -> dict[str, Any]:
    """The schema as editors get it."""
    return schema(tuple(book().personas))


def made(rng: random.Random) -> bytes:
    """A file that the schema allows, now and then with a slip of the hand in it."""
    text = yaml.dump(
        value(whole(), rng, 0), allow_unicode=True, sort_keys=False, width=200, Dumper=yaml.CSafeDumper
    )
    if rng.random() < 0.2:
        text = text_changed(text, rng)
    return text.encode("utf-8", "replace")


def value(part: Mapping[str, Any], rng: random.Random, deep: int) -> Any:
    """Something that this part of the schema allows."""
    if "$ref" in part:
        return value(whole()["$defs"][part["$ref"].rpartition("/")[2]], rng, deep)
    if "anyOf" in part:
        return value(rng.choice(part["anyOf"]), rng, deep)
    if "const" in part:
        return part["const"]
    if "enum" in part:
        return rng.choice(part["enum"])
    if "examples" in part:
        return rng.choice(part["examples"])
    kinds = part.get("type", "string")
    kind = rng.choice(kinds) if isinstance(kinds, list) else kinds
    if kind == "object":
        return _mapping(part, rng, deep)
    if kind == "array":
        least = part.get("minItems", 0)
        most = min(part.get("maxItems", 4), 4)
        count = least if deep > SHALLOW else rng.randint(least, max(least, most))
        return [value(part.get("items", {}), rng, deep + 1) for _ in range(count)]
    return _scalar(kind, part, rng)


def _mapping(part: Mapping[str, Any], rng: random.Random, deep: int) -> dict[Any, Any]:
    needed = part.get("required", ())
    share = 0.05 if deep > SHALLOW else 0.25
    found = {
        name: value(inside, rng, deep + 1)
        for name, inside in part.get("properties", {}).items()
        if name in needed or rng.random() < share
    }
    least, most = part.get("minProperties", 0), part.get("maxProperties", 99)
    names = list(part.get("properties", {}))
    rng.shuffle(names)
    for name in names:
        if len(found) >= least:
            break
        found.setdefault(name, value(part["properties"][name], rng, deep + 1))
    while len(found) > most:
        found.popitem()
    for inside in (*part.get("patternProperties", {}).values(), part.get("additionalProperties")):
        if isinstance(inside, Mapping):
            for name in rng.sample(IDS[:5], 0 if deep > SHALLOW else rng.randint(0, 3)):
                found[name] = value(inside, rng, deep + 1)
    return found


def _scalar(kind: str, part: Mapping[str, Any], rng: random.Random) -> Any:
    if kind in {"integer", "number"}:
        least, most = part.get("minimum", -5), part.get("maximum", 200)
        return rng.choice((least, most, rng.randint(least, most)))
    if kind == "boolean":
        return rng.random() < 0.5
    if kind == "null":
        return None
    if part.get("pattern") in {_ID, ID_PATTERN}:
        return rng.choice(IDS)
    return rng.choice(TEXTS) or "x"
