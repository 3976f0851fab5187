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
    "same_code",
]


@dataclass(frozen=True, slots=True)
class ClassTrouble:
    """One thing that is wrong, or to be looked at, with one file, or with one code of a list.

    ``file`` is its name as the trainer knows it, without the folders above the ones they named. ``values``
    are what the sentence about ``code`` needs, already texts: a line, a decision, another file. ``line``: of
    a list of codes, from 1; 0 for a file of its own.
    """

    file: str
    code: TroubleCode
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    line: int = 0
