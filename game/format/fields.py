"""The kinds of values the models are made of, each with how it is read and how the schema tells it.

Short spellings (``ask: closing`` for ``ask: {facts: [closing]}``) are opened before the models look, so
that every model knows one form only; the schema offers both.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import time as daytime
from typing import Annotated, Final

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.annotated_handlers import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from game.core.times import Time
from game.format import values
from game.format.tree import NOTHING

LONGEST_TEXT: Final = 4_000
"""Characters in one text; a long sentence of a meeting has some 120."""


class Shape(BaseModel):
    """A mapping in the file. Unknown keys are findings; values are never changed after reading."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, populate_by_name=True, defer_build=True
    )


def doc(ja: str, en: str) -> str:
    """A description for editors, in both languages."""
    return f"{ja}\n\n{en}"


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT),
    WithJsonSchema({"type": ["string", "number", "boolean"], "maxLength": LONGEST_TEXT}),
]
"""Words to be shown. Editors read ``12`` or ``true`` as something else; here they are what was typed."""

ID_PATTERN: Final = r"^[\w\-]{1,80}$"
Id = Annotated[str, StringConstraints(strip_whitespace=True, pattern=ID_PATTERN)]
"""A name for a thing: letters of any script, digits, ``_`` and ``-``."""

Ref = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""The id of a thing that stands elsewhere; whether it is there is looked up later."""

Whole = Annotated[int, BeforeValidator(values.whole, json_schema_input_type=int)]
"""A whole number."""

YesNo = Annotated[bool, BeforeValidator(values.yes_no, json_schema_input_type=bool)]
"""true or false."""

Percent = Annotated[Whole, Field(ge=0, le=100)]
"""A whole percentage, 0…100."""

TimeOfDay = Annotated[
    daytime,
    PlainValidator(values.clock),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}:\d{2}$", "examples": ["10:20", "19:00"]}),
]
"""A time of day; see ``values.clock``."""

When = Annotated[
    Time,
    PlainValidator(values.time),
    WithJsonSchema(
        {
            "type": "string",
            "examples": [
                "3 days",
                "3 business days",
                "2 weeks",
                "friday",
                "2026-03-06",
                "30 days after signed",
            ],
            "description": doc(
                "いつ：3 days、3 business days、2 weeks、friday、日付、30 days after 場面。"
                "3日、3営業日、2週間、金曜 とも書けます。",
                "When: 3 days, 3 business days, 2 weeks, friday, a date, 30 days after SCENE.",
            ),
        }
    ),
]
"""A point in time; see ``values.time``."""

Beginning = Annotated[
    datetime,
    PlainValidator(values.begins),
    WithJsonSchema({"type": "string", "examples": ["2026-03-03 10:20"]}),
]
"""The date and time of day at which the story begins."""


@dataclass(frozen=True)
class Short:
    """A mapping that may be written as the one text under ``key`` (and, with ``many``, as a list of them)."""

    key: str
    many: bool = False

    def open(self, value: object) -> object:
        """The long spelling of a short one; anything else unchanged."""
        if isinstance(value, str):
            return {self.key: value}
        if self.many and isinstance(value, list):
            return {self.key: value}
        return value

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Opens the short spelling before the model's own schema."""
        return core_schema.no_info_before_validator_function(self.open, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Both spellings, the short one first."""
        long = handler(schema)
        own = handler.resolve_ref_schema(long).get("properties", {}).get(self.key, {})
        # A word of a list is completed and checked in the short spelling, too.
        known = {key: own[key] for key in ("enum", "pattern") if key in own}
        short: list[JsonSchemaValue] = [{"type": "string", **known}]
        if self.many:
            short.append({"type": "array", "items": {"type": "string"}})
        return {"anyOf": [*short, long]}


@dataclass(frozen=True)
class OneOrMany:
    """A list that may be written as its one item, if that is a text."""

    def open(self, value: object) -> object:
        """The list of a lone text; anything else unchanged."""
        return [value] if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Wraps a lone text before the list's own schema."""
        return core_schema.no_info_before_validator_function(self.open, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """A text or a list."""
        inner = handler(schema)
        return {"anyOf": [inner.get("items", {"type": "string"}), inner]}


def _or_empty(value: object) -> object:
    """A section whose entries are all commented out is an empty section."""
    return {} if value is NOTHING else value


Section = BeforeValidator(_or_empty)
"""Marks a mapping of declared things, which may be left empty."""


def dotted(value: object, at: str = "") -> object:
    """Nested mappings as one with dotted names: ``{asking: {within: 2}}`` as ``{asking.within: 2}``."""
    if not isinstance(value, dict):
        return _or_empty(value)
    flat: dict[str, object] = {}
    for key, part in value.items():
        if isinstance(part, dict):
            inner = dotted(part, f"{at}{key}.")
            assert isinstance(inner, dict)
            flat |= inner
        else:
            flat[f"{at}{key}"] = part
    return flat


Numbers = BeforeValidator(dotted)
"""Marks the mapping of the author's own numbers, dotted or nested."""

Refs = Annotated[list[Ref], OneOrMany()]
"""One or several ids."""


class OrAnything:
    """Ids, or ``true`` for any at all and ``false`` for none; the model reads either as texts."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """What ids may be, or true or false."""
        return {"anyOf": [{"type": "boolean"}, *handler(schema)["anyOf"]]}
