"""Finds every sentence that the program says, where it is said."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from game.format.words import CONTEXT_END


class Said(NamedTuple):
    """A sentence in the program: its key in a catalog, its English wordings, and where it stands."""

    key: str
    english: tuple[str, ...]
    place: str


def sentences(folder: Path) -> Iterator[Said]:
    """All ``words("…")`` and ``words.plural("…", "…", n)`` under a folder; fails for one that is made up."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _said(node, f"{file}:{node.lineno}")


def _said(call: ast.Call, place: str) -> Iterator[Said]:
    func = call.func
    if isinstance(func, ast.Attribute) and func.attr == "plural" and _names_words(func.value):
        one, many = (_literal(arg, place) for arg in call.args[:2])
        yield Said(one, (one, many), place)
    elif _names_words(func) and not _opens_a_language(call):
        text = _literal(call.args[0], place)
        contexts = [_literal(given.value, place) for given in call.keywords if given.arg == "context"]
        yield Said(CONTEXT_END.join([*contexts, text]), (text,), place)


def _names_words(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name):
            return name in {"words", "said"}
        case ast.Attribute(attr=name):
            return name in {"words", "_words", "said"}
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):  # words made on the spot
            return name in {"words", "_words", "said"}
    return False


def _opens_a_language(call: ast.Call) -> bool:
    # library.words("ja") makes the words of a language, and says nothing.
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value not in {"ja", "en"}:
        return False
    return "library" in name or name == "self"


def _literal(node: ast.expr, place: str) -> str:
    assert isinstance(node, ast.Constant), f"{place}: a sentence is written out where it is said"
    assert isinstance(node.value, str), f"{place}: a sentence is text"
    return node.value
