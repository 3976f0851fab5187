"""What stands in a file that cannot be at its place: the code, where it stands, and the words for it."""

from typing import NamedTuple

from game.format.tree import Path


class Culprit(NamedTuple):
    """One thing that can never be: a finding in the making, before it has a line and a language."""

    code: str
    path: Path
    named: dict[str, str]


def culprit(code: str, path: Path, /, **named: str) -> Culprit:
    """A culprit with the names its sentence wants."""
    return Culprit(code, path, named)
