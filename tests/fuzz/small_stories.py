"""The smallest files in order, from which what is led is grown: a story for each move, condition, thing."""

from collections.abc import Iterator
from functools import cache

import yaml

from game.format import catalogs
from game.format.reader import read
from tests.fuzz.answers import ROOT

DECLARED = frozenset(
    {"facts", "promises", "blurs", "lies", "complaints", "demands", "considerations", "topics", "records",
     "favours", "helps", "people", "opening", "epilogue", "debrief", "rulebook", "offer", "seller"}
)  # fmt: skip
"""What is declared at the top of a scenario."""


@cache
def tree(text: str) -> object:
    return yaml.load(text, yaml.CBaseLoader)


TINY = """\
format: 1
id: a
language: ja
title: あ
customer: {name: あ}
start: a
scenes:
  a: {lines: [{customer: あ}], choices: [{id: c, say: あ, goto: b}]}
  b: {ending: open, lines: [{customer: あ}]}
"""
"""The shortest story there is: reading it takes half a millisecond."""


def small(kind: str) -> list[bytes]:
    """Small files in order, from which what is led is grown: a story for each move, condition, thing."""
    if kind == "catalog":
        return [catalogs.update(read(TINY.encode(), "s.yaml", lang="ja"), "en").encode()]
    if kind != "scenario":
        return []
    files = sorted((ROOT / "scenarios" / "examples" / "ja").glob("*.yaml"))
    parts: dict[object, str] = {}
    for file in files:
        for key, value in _parts(tree(file.read_text("utf-8"))):
            shape = (key, tuple(value) if isinstance(value, dict) else type(value), repr(_first(value))[:12])
            parts.setdefault(shape, _tiny(key, _cut(value)))
    return [TINY.encode(), *(text.encode() for text in parts.values())]


def _parts(part: object) -> Iterator[tuple[str, object]]:
    """What a small story can be made of: moves, conditions, waits, replies, and what is declared."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in {"does", "enter"}:
                yield from (("does", move) for move in value)
            elif key in {"when", "reply", "after", "tell", "again"} or key in DECLARED:
                yield key, value
            yield from _parts(value)
    elif isinstance(part, list):
        for one in part:
            yield from _parts(one)


def _first(value: object) -> object:
    return next(iter(value.values()), "") if isinstance(value, dict) else value


def _tiny(key: str, value: object) -> str:
    written = yaml.dump(
        value,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=True,
        width=9_999,
    )
    written = str(written).removesuffix("\n...\n").strip()
    if key in DECLARED:
        return TINY.replace("start: a\n", f"{key}: {written}\nstart: a\n")
    if key == "after":
        return TINY.replace("  b: {", f"  b: {{after: {written}, ")
    if key == "tell":
        return TINY.replace("customer: あ}], choices", f"customer: あ, tell: {written}}}], choices")
    inside = f"[{written}]" if key == "does" else written
    return TINY.replace("goto: b}", f"{key}: {inside}, goto: b}}")


def _cut(part: object) -> object:
    """A part of a scenario with hardly any words."""
    if isinstance(part, dict):
        return {key: _cut(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_cut(one) for one in part]
    return part if str(part).isascii() and len(str(part)) < 30 else "あ"
