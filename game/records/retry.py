"""What was tried again after a meeting: the line of a record, read back."""

from dataclasses import dataclass

from game.records.lines import Json


@dataclass(frozen=True, slots=True)
class Retry:
    """The meeting tried again from the decision at ``position`` (from 0), as practice: it decides nothing.

    ``choices``: what was chosen from there on, that one included; not always to an end.
    """

    position: int
    choices: tuple[str, ...]


def retry_in(found: Json) -> Retry:
    """What was tried again; raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    position, choices = found["retry"], found["choices"]
    if type(position) is not int or not isinstance(choices, list):
        raise TypeError(found)
    if not all(isinstance(choice, str) for choice in choices):
        raise TypeError(choices)
    if position < 0 or not choices:
        raise ValueError(position)
    return Retry(position, tuple(choices))
