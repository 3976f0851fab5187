"""A new scenario to begin with: the shipped one whose comments teach the format, under a name of its own."""

import re
from typing import Final

SCHEMA_FILE: Final = "scenario.schema.json"
"""The schema a new scenario names in its first line; it lies beside the scenario, so that both can move."""

FALLBACK: Final = "first-scenario"
"""The id of a scenario whose file has no name that could be one."""

_NO_ID: Final = re.compile(r"[^\w-]+")
_LONGEST: Final = 80


def named(template: str, file_stem: str) -> str:
    """The template with the id that goes with a file's name (letters, digits, - and _; others become -)."""
    plain = _NO_ID.sub("-", file_stem.strip()).strip("-")[:_LONGEST]
    return template.replace("{id}", plain or FALLBACK, 1)
