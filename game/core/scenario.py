"""A scenario as the rules and the screens see it: frozen values, complete, already checked.

The reader makes these from YAML; nothing here knows that YAML exists. Texts are in one language;
a translated scenario is another ``Scenario`` with the same structure and the same ``hash``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from datetime import time as daytime
from typing import Final, Literal

from game.core.conditions import ALWAYS, Condition
from game.core.moves import Move, Size
from game.core.principles import Phase, Principle
from game.core.times import InDays, Time

Band = Literal["shut_out", "vendor", "credited", "trusted", "partner"]
BANDS: Final[tuple[Band, ...]] = ("shut_out", "vendor", "credited", "trusted", "partner")

Deal = Literal["signed", "lost", "open"]
LevelName = Literal["beginner", "standard", "advanced"]

MOODS: Final = (
    "neutral",
    "warm",
    "cold",
    "hurt",
    "pleased",
    "puzzled",
    "angry",
    "relieved",
    "thoughtful",
    "surprised",
)
PLACES: Final = (
    "meeting_room",
    "office",
    "factory",
    "clinic",
    "shop",
    "warehouse",
    "street",
    "phone",
    "video",
)

MOST_DECISIONS: Final = 60
"""The most decisions a path may have (a rule of the format)."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks; ``ours``: a colleague; without ``portrait`` drawn from ``written``, the name as written."""

    id: str
    name: str
    role: str = ""
    company: str = ""
    portrait: str = ""
    ours: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is sold: ``price`` in whole units of ``currency`` per ``per`` (year, month …)."""

    product: str
    price: int
    per: str = "year"
    currency: str = "JPY"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the trainee can come to know; ``public``: it could have been looked up."""

    id: str
    text: str
    public: bool = False


@dataclass(frozen=True, slots=True)
class PromiseTerms:
    """A promise the trainee may give: its words, when it falls due, how much it weighs."""

    id: str
    text: str
    due: Time
    size: Size = "small"


@dataclass(frozen=True, slots=True)
class BlurTerms:
    """Words with two readings: as ``said``, as ``heard``.

    ``surfaces`` (a time after they were said) is when they come to light by themselves, None: in the
    settlement. A vague promise of the same id is such words too.
    """

    id: str
    said: str
    heard: str
    surfaces: Time | None = None


@dataclass(frozen=True, slots=True)
class LieTerms:
    """A lie: its words, and when it comes out by itself (None: in the settlement)."""

    id: str
    text: str
    comes_out: Time | None = None


@dataclass(frozen=True, slots=True)
class ConsiderationTerms:
    """What may come back for a concession; ``years`` ≥ 2 makes the contract a multi-year one."""

    id: str
    text: str
    worth: Size = "medium"
    years: int = 1


@dataclass(frozen=True, slots=True)
class Tell:
    """A sign the customer gives, and what it means (told in the review only)."""

    sign: str
    means: str


@dataclass(frozen=True, slots=True)
class Line:
    """One utterance. ``speaker``: a person's id, ``customer``, ``narrator`` or ``trainee``.

    ``mood`` None keeps the mood before. ``group``: lines of one group are alternatives, of which the
    first that holds shows; None always shows if its condition holds. ``learn``: facts volunteered.
    """

    speaker: str
    text: str
    mood: str | None = None
    when: Condition = ALWAYS
    group: int | None = None
    tell: Tell | None = None
    learn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a choice where its condition holds: lines, and moves of its own."""

    lines: tuple[Line, ...]
    does: tuple[Move, ...] = ()
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Goto:
    """Where the story goes if the condition holds."""

    scene: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Choice:
    """The exact sentence the trainee says (``say``) or what is done or left undone (``act``).

    Exactly one of ``say`` and ``act`` is given. ``replies``: the first whose condition holds is
    taken, none may hold. ``gotos``: the first that holds. ``times``: how often it is offered in a
    hub. ``understood`` and ``better`` are for the review.
    """

    id: str
    gotos: tuple[Goto, ...]
    say: str | None = None
    act: str | None = None
    when: Condition = ALWAYS
    does: tuple[Move, ...] = ()
    replies: tuple[Reply, ...] = ()
    times: int = 1
    understood: str = ""
    better: str = ""

    @property
    def text(self) -> str:
        """The sentence or the act, whichever it is."""
        return self.say if self.say is not None else self.act or ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of talk: lines, then choices; ``ending`` set and no choices: an end.

    ``after`` moves the calendar before the scene opens, ``enter`` are its events; in a hub both
    happen on the first entry only. ``time`` is the time of day it is shown at, None where it is not told.
    """

    id: str
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...] = ()
    ending: Deal | None = None
    phase: Phase | None = None
    place: str | None = None
    after: Time = InDays(0)
    enter: tuple[Move, ...] = ()
    hub: bool = False
    title: str = ""
    time: daytime | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The state a meeting begins in, beyond the declared opening credit (see ``continues``)."""

    credit: int = 0
    standing: int = 0
    facts: tuple[str, ...] = ()
    scarred: bool = False
    given_percent: int = 0
    conceded_percent: int = 0
    considerations: tuple[str, ...] = ()
    favours: Mapping[str, int] = field(default_factory=dict)
    """Days ago each help was given."""
    promises: Mapping[str, int] = field(default_factory=dict)
    """Open promises of the same id: in how many days each falls due (``FAR``: not known yet)."""


@dataclass(frozen=True, slots=True)
class Question:
    """For the class: an observation, an open question, a follow-up, tied to a scene."""

    scene: str
    see: str
    ask: str
    then: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario in one language.

    ``scenes`` in the order of the file, which is the order of their indices everywhere. ``hash``
    covers the playable structure, ``text_hash`` the words; only ``hash`` outdates a record.
    """

    id: str
    title: str
    language: str
    customer: Person
    start: str
    scenes: tuple[Scene, ...]
    begins: datetime
    hash: str
    text_hash: str
    persona: str = "default"
    format: int = 1
    level: LevelName = "beginner"
    minutes: int = 10
    teaches: tuple[Principle, ...] = ()
    coach: bool = False
    """A tutorial: whoever plays it sees the credit and the entries while they play."""
    summary: str = ""
    stakes: str = ""
    known: tuple[str, ...] = ()
    seller: Person = Person("seller", "")
    people: tuple[Person, ...] = ()
    offer: Offer | None = None
    opening: Opening = Opening()
    continues: str | None = None
    facts: tuple[Fact, ...] = ()
    promises: tuple[PromiseTerms, ...] = ()
    blurs: tuple[BlurTerms, ...] = ()
    lies: tuple[LieTerms, ...] = ()
    considerations: tuple[ConsiderationTerms, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """Texts of things declared or used bare: ``topic:id``, ``record:id``, ``complaint:id`` …"""
    rulebook: Mapping[str, object] = field(default_factory=dict)
    """The author's own numbers, laid over the default rulebook (dotted names)."""
    epilogue: Mapping[Band, tuple[Line, ...]] = field(default_factory=dict)
    debrief: tuple[Question, ...] = ()

    def scene(self, scene_id: str) -> Scene:
        """The scene with this id; ``KeyError`` when there is none."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)

    def person(self, speaker: str) -> Person | None:
        """Who speaks a line: the customer, a declared person, or None for narrator and trainee."""
        if speaker == "customer":
            return self.customer
        return next((person for person in self.people if person.id == speaker), None)
