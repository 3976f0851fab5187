"""A new scenario to begin with: the shipped one whose comments teach the format, under a name of its own."""

import json
import re
import unicodedata
from typing import Final

from game.format.frames import cells

SCHEMA_FILE: Final = "scenario.schema.json"
"""The schema a new scenario names in its first line; it lies beside the scenario, so that both can move."""

FALLBACK: Final = "first-scenario"
"""The id of a scenario whose file has no name that could be one."""

_LONGEST: Final = 80
_BRACES: Final = str.maketrans("{}", "()")
_NOTES: Final = 33
"""The column (from 0) of the notes at the top of the template."""

_SCHEMA_LINE: Final = re.compile(r"\A# yaml-language-server: .*$", re.MULTILINE)
_ID: Final = re.compile(r"^id: .*$", re.MULTILINE)
_TITLE: Final = re.compile(r"^title:.*$", re.MULTILINE)


def named(template: str, file_stem: str) -> str:
    """The template with the id that goes with a file's name (letters, digits, - and _; others become -).

    The note behind it stays in the column of the other notes, as far as the id leaves room.
    """
    line = next(each for each in template.splitlines() if "{id}" in each)
    before, _, note = line.replace("{id}", as_id(file_stem)[:_LONGEST] or FALLBACK).partition("#")
    room = max(_NOTES - cells(before.rstrip()), 2)
    return template.replace(line, f"{before.rstrip()}{' ' * room}#{note}" if note else before, 1)


def likened(example: str, file_stem: str) -> str:
    """An example as a scenario of its own: with the id of its file, and with the schema beside it."""
    text = _SCHEMA_LINE.sub(f"# yaml-language-server: $schema={SCHEMA_FILE}", example, count=1)
    return named(_ID.sub("id: {id}", text, count=1), file_stem)


def as_id(text: str) -> str:
    """What is left of a text in an id: letters and digits of any script, - and _; "" where it is nothing."""
    # Not what Python calls a word: ½ and ² are no letters to the reader of the file.
    plain = "".join(char if _in_id(char) else " " for char in text)
    return "-".join(plain.split()).strip("-")


def _in_id(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind[0] in "LM" or kind == "Nd" or char in "-_"


def titled(text: str, title: str) -> str:
    """A new scenario with another title, in quotes; braces, which would name the player, become brackets."""
    line = f"title: {json.dumps(title.translate(_BRACES), ensure_ascii=False)}"
    return _TITLE.sub(lambda _: line, text, count=1)
