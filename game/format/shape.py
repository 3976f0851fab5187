"""The shape of a document: the models applied, and what does not fit told with its place.

No word of pydantic's reaches a person: every kind of error it can raise has a code here.
"""

import re
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from game.format.findings import Findings
from game.format.mending import mended
from game.format.models import FORMAT, Document
from game.format.shape_errors import COLON_SLIP, ShapeErrors
from game.format.tree import REFUSED, Marks, Node

SPEAKERS: Final = ("customer", "narrator", "trainee")
"""Who speaks in every scenario, beside its own people."""


class Shaped(NamedTuple):
    """A document, and whether it is what was written (else parts were replaced to find more)."""

    document: Document
    whole: bool
    newer: bool
    muted: frozenset[str]
    names: dict[str, str]


def shape(root: Node, marks: Marks, findings: Findings) -> Shaped | None:
    """The document as models; None where too little of it is left to look further.

    When the shape has faults, the faulty parts are left out or filled in, so that the rest can still be
    looked at; ``muted`` are the ids that are gone for that reason. ``names``: who speaks by which id.
    """
    data = root.plain()
    if not isinstance(data, dict):
        _not_a_mapping(root, findings)
        return None
    if data and not data.keys() & Document.model_fields.keys():
        findings.add("foreign-keys", (root.line, root.column))
        return None
    newer = _version(data, marks, findings)
    if newer is None:
        return None
    muted: set[str] = set()
    told, names = False, _names_of(data)
    for _ in range(3):
        try:
            document = Document.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=True)
            if not told:
                telling = ShapeErrors(marks, findings, speakers_of(data), newer=newer, names=names)
                telling.tell_all(errors)
            told = told or not newer or findings.any_fault
            data = mended(data, errors, muted)
        else:
            return Shaped(document, whole=not told, newer=newer, muted=frozenset(muted), names=names)
    return None


def _not_a_mapping(root: Node, findings: Findings) -> None:
    text = root.value if isinstance(root.value, str) else ""
    if match := COLON_SLIP.match(text):
        code = "colon-space" if match[1] == ":" else "wide-colon"
        findings.add(code, (root.line, root.column + match.start(1)))
    elif root.value is not REFUSED:
        findings.add("not-a-scenario", (root.line, root.column))


def _version(data: dict[str, Any], marks: Marks, findings: Findings) -> bool | None:
    """Whether the file is of a newer minor format; None when it cannot be read by this program."""
    value = data.get("format")
    if not isinstance(value, str):
        return False
    at = marks.nearest(("format",))
    match = re.fullmatch(r"(\d{1,4})(?:\.(\d{1,4}))?", value.strip())
    if not match:
        findings.add("bad-format", at, value=value)
        return False
    major, minor = int(match[1]), int(match[2] or 0)
    if major != FORMAT:
        findings.add("old-format" if major < FORMAT else "newer-format", at, value=value)
        return None
    return minor > 0


def _names_of(data: dict[str, Any]) -> dict[str, str]:
    """Who goes by which name: whole names and their parts → the id they speak by."""
    people = data.get("people")
    several = {"customer": data.get("customer"), **(people if isinstance(people, dict) else {})}
    names: dict[str, str] = {}
    for id, person in several.items():
        name = person.get("name") if isinstance(person, dict) else person
        for part in (name, *name.split()) if isinstance(name, str) else ():
            names.setdefault(part, id)
    return names


def speakers_of(data: dict[str, Any]) -> tuple[str, ...]:
    """Who can speak in a line, the declared people last."""
    people = data.get("people")
    return (*SPEAKERS, *(people if isinstance(people, dict) else ()))
