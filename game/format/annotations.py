# ruff: noqa: ANN401 - types are what this module handles, and they have no common type
"""What the models expect at a place of a document: for "did you mean", hints, and filling in."""

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.format.codes import Lang
from game.format.models import Document
from game.format.tree import Path


@dataclass(frozen=True, slots=True)
class Expected:
    """The type expected somewhere (bare, without metadata), and the field it is of, if it is of one."""

    kind: Any
    field: FieldInfo | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the mapping expected here, in the order of the model; () for anything else."""
        return tuple(fields_of(self.kind)) if is_model(self.kind) else ()

    @property
    def values(self) -> tuple[str, ...]:
        """The words that can stand here, where there is a fixed list of them."""
        return tuple(map(str, get_args(self.kind))) if get_origin(self.kind) is Literal else ()

    @property
    def required(self) -> bool:
        """Whether something has to stand here."""
        return self.field is None or self.field.is_required()

    def description(self, lang: Lang) -> str:
        """What the field is, in one language; "" where the name says it."""
        text = (self.field.description or "") if self.field else ""
        ja, _, en = text.partition("\n\n")
        return ja if lang == "ja" else en


def expected(path: Path) -> Expected | None:
    """What is expected at a path of the document; None where nothing is."""
    if path and path[-1] == "[key]":
        mapping = expected(path[:-2])
        return Expected(bare(get_args(mapping.kind)[0])) if mapping else None
    here: Expected | None = Expected(Document)
    for step in path:
        if here is None:
            return None
        here = _step(here.kind, step)
    return here


def is_model(kind: Any) -> bool:
    """Whether a type is one of the models."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


@cache
def fields_of(kind: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the key they are written with."""
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def bare(kind: Any) -> Any:
    """A type without metadata and without the "or absent" of an optional field."""
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            kind = get_args(kind)[0]
        elif origin in {Union, UnionType}:
            kind = next(part for part in get_args(kind) if part is not type(None))
        else:
            return kind


def _step(kind: Any, step: str | int) -> Expected | None:
    if is_model(kind):
        field = fields_of(kind).get(str(step))
        return Expected(bare(field.annotation), field) if field else None
    origin, inner = get_origin(kind), get_args(kind)
    if origin is dict:
        return Expected(bare(inner[1]))
    if origin is list:
        return Expected(bare(inner[0]))
    return None
