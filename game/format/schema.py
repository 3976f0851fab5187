"""The JSON Schema that editors complete from, made of the models that read the file."""

from collections.abc import Collection
from typing import Any, Final

from game.format.fields import ID_PATTERN, doc
from game.format.models import Document

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_ID: Final = r"^[^\s!-,./:-@\[-^`{-~、。，．：]{1,80}$"
"""What may be an id, told so that editors understand it: in their dialect of patterns ``\\w`` is no kanji."""

_KEYS: Final = {"ge": "minimum", "le": "maximum", ID_PATTERN: _ID}
"""Bounds of numbers that are typed as text reach the schema under the library's names."""


def schema(personas: Collection[str] = ()) -> dict[str, Any]:
    """The schema of a scenario file, JSON Schema draft 2020-12; descriptions in Japanese and English.

    With ``personas`` (those of the rulebook) no other one is accepted, and editors complete them.
    """
    made = Document.model_json_schema(by_alias=True, mode="validation")
    if personas:
        made["$defs"]["CustomerShape"]["properties"]["persona"]["enum"] = sorted(personas)
    for model in made["$defs"].values():
        # Of a model's docstring there is one language only; its fields say more.
        model.pop("description", None)
    cleaned = _cleaned(made)
    assert isinstance(cleaned, dict)
    about = doc("信用貯金のシナリオ", "A scenario of Shinyo")
    return {"$schema": DIALECT, **cleaned, "title": "Shinyo scenario", "description": about}


def _cleaned(part: object) -> object:
    """Without the "or null" of optional fields, which nobody writes, and titles made of field names."""
    if isinstance(part, list):
        return [_cleaned(one) for one in part]
    if not isinstance(part, dict):
        return _ID if part == ID_PATTERN else part
    kept = {key: value for key, value in part.items() if not (key == "title" and isinstance(value, str))}
    if kept.get("default", 0) is None:
        del kept["default"]
    choices = [one for one in kept.get("anyOf", []) if one != {"type": "null"}]
    if "anyOf" in kept and len(choices) == 1:
        del kept["anyOf"]
        only = choices[0]
        # What stands beside a reference counts in this dialect, so the description stays.
        kept = {**only, **kept}
    elif "anyOf" in kept:
        kept["anyOf"] = choices
    return {_KEYS.get(key, key): _cleaned(value) for key, value in kept.items()}
