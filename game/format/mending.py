"""Faulty parts of a document left out or filled in, so that the rest of it can still be looked at.

What comes out is never played: it only lets one run of ``check`` tell everything. Filled-in ids are
``FILLER``, which no later check speaks of.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final, Literal, get_args, get_origin

from pydantic_core import ErrorDetails

from game.core.times import InDays
from game.format.annotations import bare, expected, fields_of, is_model
from game.format.condition_models import ConditionShape
from game.format.models import ChoiceShape, LineShape, ReplyShape
from game.format.move_models import AskShape, ConcedeShape, MoveShape

FILLER: Final = "---"
"""Stands for a text or an id that was missing or unreadable."""

_WHOLE_MODELS: Final[dict[Any, dict[str, str]]] = {
    MoveShape: {"chat": FILLER},
    ConditionShape: {"scarred": "false"},
    AskShape: {"count": "1"},
    ConcedeShape: {"percent": "1"},
    LineShape: {"narrator": FILLER},
    ReplyShape: {"narrator": FILLER},
}
"""What stands in for models that need one of several keys."""

_SCALARS: Final[dict[Any, str]] = {int: "0", bool: "false", InDays: "1 day"}

_LEADING_ON: Final = frozenset({"choices", "ending"})
"""The keys of a scene that say how it goes on."""

Key = str | int


def mended(data: dict[str, Any], errors: Sequence[ErrorDetails], muted: set[str]) -> dict[str, Any]:
    """A copy of the data without what the errors are about; ids that vanish are added to ``muted``."""
    data = deepcopy(data)
    for error in errors:
        if error["loc"]:
            _mend(data, error["loc"], error["type"], muted)
    return data


def _mend(data: dict[str, Any], path: tuple[Key, ...], kind: str, muted: set[str]) -> None:
    if path[-1] == "[key]":
        path, kind = path[:-1], "extra_forbidden"
        muted.add(str(path[-1]))
    if path[0] == "rulebook":
        data.pop("rulebook", None)
        return
    parent, path = _parent(data, path)
    if len(path) == 1 and isinstance(gone := data.get(str(path[0])), dict):
        # A section with a misspelt name: that its things are missing then says nothing new.
        muted |= set(map(str, gone))
    if path[0] == "scenes" and len(path) > 2 and (kind == "extra_forbidden" or path[2] in _LEADING_ON):  # noqa: PLR2004
        muted.add(str(path[1]))  # what a scene leads to is open
    want = expected(path)
    wanted = want.kind if want else str
    last = path[-1]
    if isinstance(parent, dict):
        # A condition that is wrong is not left out: it would tear the group it stands in apart. Nor is a
        # choice's id: it would be missed.
        stays = wanted in _WHOLE_MODELS or last == "id" or (want is not None and want.required)
        if kind == "extra_forbidden" or want is None or not stays:
            parent.pop(last, None)
        elif path == ("language",):
            parent[last] = "ja"
        else:
            parent[last] = _replacement(wanted, parent.get(last), kind)
    elif isinstance(last, int) and last < len(parent):
        parent[last] = _replacement(wanted, parent[last], kind)


def _parent(
    data: dict[str, Any], path: tuple[Key, ...]
) -> tuple[dict[Any, Any] | list[Any], tuple[Key, ...]]:
    """What holds the end of a path; of a short spelling the whole of it is the end."""
    parent: dict[Any, Any] | list[Any] = data
    for depth, step in enumerate(path[:-1]):
        inner: object = None
        if isinstance(parent, dict):
            inner = parent.get(step)
        elif isinstance(step, int) and step < len(parent):
            inner = parent[step]
        if not isinstance(inner, dict | list):
            return parent, path[: depth + 1]
        parent = inner
    return parent, path


def _replacement(kind: Any, written: object, error: str) -> object:  # noqa: ANN401 - any type there is
    """Something of the right shape: what was written where only one key is wrong, else a filler."""
    if kind is ChoiceShape and isinstance(written, dict):
        if error == "say-and-act":
            return {key: value for key, value in written.items() if key != "act"}
        return {**written, "say": FILLER}
    return filler(kind)


def filler(kind: Any) -> object:  # noqa: ANN401 - any type there is
    """The least data a type accepts."""
    if kind in _WHOLE_MODELS:
        return dict(_WHOLE_MODELS[kind])
    if is_model(kind):
        required = {key: field for key, field in fields_of(kind).items() if field.is_required()}
        filled = {key: filler(bare(field.annotation)) for key, field in required.items()}
        return filled | ({"say": FILLER} if kind is ChoiceShape else {})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is list:
        return [filler(bare(inner[0]))]
    if origin is dict:
        return {FILLER: filler(bare(inner[1]))}
    if origin is Literal:
        return str(inner[0])
    return _SCALARS.get(kind, FILLER)
