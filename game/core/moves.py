"""What a choice or an event does, as plain values: one variant a move (design: the credit model).

A move says what the trainee did or what happened to them, never what it is worth; the rules say that
in the state it happens in. Ids are strings, told apart by kind (a promise and a blur may share one).

Longer than 300 lines because every move is one variant, and the list of them is read as one.
"""

from dataclasses import dataclass
from typing import Final, Literal

from game.core.principles import Principle
from game.core.times import Time

How = Literal["visit", "call", "mail"]
Size = Literal["small", "medium", "large"]
Severity = Literal["minor", "major"]
Level = Literal["below", "level", "above"]

SIZES: Final[tuple[Size, ...]] = ("small", "medium", "large")
HOWS: Final[tuple[How, ...]] = ("visit", "call", "mail")


@dataclass(frozen=True, slots=True)
class Ask:
    """Questions. ``count`` may exceed the facts asked for (0: as many as there are facts)."""

    facts: tuple[str, ...]
    why: bool = False
    invited: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Inform:
    """Useful information given freely; the same topic is news once."""

    topic: str


@dataclass(frozen=True, slots=True)
class TellRecord:
    """A track record: told with intent and background, or only displayed."""

    record: str
    told: bool = True


@dataclass(frozen=True, slots=True)
class Help:
    """Help in the customer's difficulty, at a cost to us; remembered as a favour."""

    id: str


@dataclass(frozen=True, slots=True)
class Learn:
    """The customer volunteers a fact."""

    fact: str


@dataclass(frozen=True, slots=True)
class Propose:
    """A proposal for the customer (resting on facts) or for us."""

    for_customer: bool
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StartSmall:
    """Begin with a part, measure, then grow."""

    id: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise given; ``vague``: it can be heard in two ways."""

    promise: str
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Keep:
    """A promise kept, on time or late."""

    promise: str


@dataclass(frozen=True, slots=True)
class Break:
    """A promise broken by choice."""

    promise: str


@dataclass(frozen=True, slots=True)
class Renegotiate:
    """A new day asked for before the old one has come."""

    promise: str
    due: Time


@dataclass(frozen=True, slots=True)
class Lie:
    """A lie; latent until corrected or found out."""

    lie: str


@dataclass(frozen=True, slots=True)
class Correct:
    """A lie owned up to before it is found out."""

    lie: str


@dataclass(frozen=True, slots=True)
class Expose:
    """Event: a lie is found out."""

    lie: str


@dataclass(frozen=True, slots=True)
class Blur:
    """Words with two readings."""

    blur: str


@dataclass(frozen=True, slots=True)
class Clarify:
    """The blurred words made plain before they hurt."""

    blur: str


@dataclass(frozen=True, slots=True)
class Surface:
    """Event: the misunderstanding comes to light."""

    blur: str


@dataclass(frozen=True, slots=True)
class Own:
    """A misunderstanding taken as our responsibility."""

    blur: str
    how: How = "call"


@dataclass(frozen=True, slots=True)
class Deflect:
    """A misunderstanding or a complaint pushed back at the customer."""

    matter: str
    of: Literal["blur", "complaint"]


@dataclass(frozen=True, slots=True)
class Complain:
    """Event: the customer complains."""

    complaint: str
    severity: Severity = "minor"


@dataclass(frozen=True, slots=True)
class Recover:
    """A complaint answered; ``deed``: something was done, not only said."""

    complaint: str
    how: How = "call"
    deed: bool = False


@dataclass(frozen=True, slots=True)
class Formal:
    """A complaint answered by the form: closed, not mended."""

    complaint: str


@dataclass(frozen=True, slots=True)
class Demand:
    """Event: the customer demands a price cut or free work worth ``percent`` of the price."""

    demand: str
    percent: int = 0


@dataclass(frozen=True, slots=True)
class Concede:
    """A concession: ``percent`` off the price or free ``work``, perhaps against considerations.

    ``months``: limited to so many months (0: without end). ``unlisted``: an item with no list price.
    """

    demand: str | None = None
    percent: int = 0
    work: Size | None = None
    considerations: tuple[str, ...] = ()
    months: int = 0
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class Hold:
    """A demand declined, with or without a reason and an alternative."""

    demand: str
    reason: bool = False
    alternative: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """How the trainee stands towards the customer in what is said."""

    level: Level


@dataclass(frozen=True, slots=True)
class Request:
    """A favour asked of the customer."""

    favour: str


@dataclass(frozen=True, slots=True)
class Celebrate:
    """The customer's success measured and celebrated."""

    id: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Care without being asked."""

    id: str


@dataclass(frozen=True, slots=True)
class Chat:
    """Nice talk. Being nice is not credit."""

    id: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Time the trainee takes or lets pass; what falls due meanwhile settles."""

    time: Time


@dataclass(frozen=True, slots=True)
class Credit:
    """The author's own number, for what the moves do not cover."""

    points: int
    because: str
    principle: Principle


Move = (
    Ask
    | Inform
    | TellRecord
    | Help
    | Learn
    | Propose
    | StartSmall
    | Promise
    | Keep
    | Break
    | Renegotiate
    | Lie
    | Correct
    | Expose
    | Blur
    | Clarify
    | Surface
    | Own
    | Deflect
    | Complain
    | Recover
    | Formal
    | Demand
    | Concede
    | Hold
    | Stand
    | Request
    | Celebrate
    | FollowUp
    | Chat
    | Wait
    | Credit
)

EVENTS: Final = (Learn, Surface, Expose, Complain, Demand)
"""The moves that may also happen to the trainee (``enter`` of a scene)."""
