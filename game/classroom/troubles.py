"""What is wrong with something that was handed in, as a value: it stands beside the class, which goes on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

TroubleCode = Literal[
    "foreign",
    "damaged",
    "torn",
    "newer",
    "too_big",
    "unreadable",
    "forged",
    "duplicate",
    "conflict",
    "version_missing",
    "version_altered",
    "unplayable",
    "other_version",
    "unfinished",
    "given_up",
    "wrong_code",
    "unknown_code",
]


@dataclass(frozen=True, slots=True)
class ClassTrouble:
    """One thing that is wrong with one file (or pasted code).

    ``file`` is its name as the trainer knows it, without the folders above the ones they named. ``values``
    are what the sentence about ``code`` needs, already texts: a line, a decision, another file.
    """

    file: str
    code: TroubleCode
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
