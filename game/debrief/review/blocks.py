"""What stands on a page of the review, block under block; how each looks or reads is said elsewhere."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a page; ``note`` stands below it, softer."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody said: ``who`` "" is the narrator."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Own:
    """The trainee's own words or deed, the points they brought ("" for none); ``lost``: they cost some."""

    label: str
    text: str
    points: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what stands beside it; ``alarm``: in the colour of a loss."""

    label: str
    text: str
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence set off from the rest, with a small heading over it and a note under it."""

    heading: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between parts of a page."""


Block: TypeAlias = Heading | Speech | Own | Pair | Aside | Words | Stroke
