"""What a move still looks at: the columns its rule reads.

It mirrors the rules, and says of each only what can change a *later* balance, outcome or offer: a rule
that reads a column only to write the same column again does not count. A new move needs a case here
(the type checker does not see it, the property test against playing every path does).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.core.game import Game
from game.core.moves import (
    Ask,
    Blur,
    Break,
    Celebrate,
    Clarify,
    Complain,
    Concede,
    Correct,
    Credit,
    Deflect,
    Demand,
    Expose,
    FollowUp,
    Formal,
    Help,
    Hold,
    Inform,
    Keep,
    Lie,
    Move,
    Own,
    Promise,
    Propose,
    Recover,
    Renegotiate,
    Request,
    StartSmall,
    Surface,
    TellRecord,
    Wait,
)
from game.core.states import (
    BROKEN,
    CLARIFIED,
    GRANTED,
    HELD,
    NEVER_HELPED,
    NONE,
    OPEN,
    SURFACED,
    proposal_column,
)
from game.core.times import AfterScene, InDays, NextWeekday, OnDate, Time


@dataclass(slots=True)
class Reads:
    """Who looks at what.

    ``columns`` are read value by value; of a column in ``tests`` only its being in each of these sets
    matters. ``can`` names moves that can still be made, as (kind, id), for columns that matter only
    together with a status. ``counts``: how far a counter of a choice taken is told apart.
    ``advance``: the calendar may move; ``weekday``, ``date``: by which day of the week, which day.
    """

    columns: set[str] = field(default_factory=set)
    tests: dict[str, set[frozenset[int]]] = field(default_factory=dict)
    can: set[tuple[str, str]] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    advance: bool = False
    weekday: bool = False
    date: bool = False

    def add(self, other: "Reads") -> None:
        """Take in everything another stretch reads."""
        self.columns |= other.columns
        for name, tests in other.tests.items():
            self.tests.setdefault(name, set()).update(tests)
        self.can |= other.can
        for name, count in other.counts.items():
            self.counts[name] = max(count, self.counts.get(name, 0))
        self.advance |= other.advance
        self.weekday |= other.weekday
        self.date |= other.date

    def test(self, name: str, *values: int) -> None:
        """Only whether the column holds one of these values."""
        self.tests.setdefault(name, set()).add(frozenset(values))


def add_time(reads: Reads, time: Time | None) -> None:
    """Take in what naming this time reads (None: nothing)."""
    match time:
        case InDays(business=True) | NextWeekday():
            reads.weekday = True
        case OnDate():
            reads.date = True
        case AfterScene(scene=scene):
            reads.columns.add(f"entered:{scene}")
        case _:
            pass


def add_move(reads: Reads, game: Game, move: Move) -> None:
    """Take in what a move reads."""
    _giving(reads, move)
    _promising(reads, game, move)
    _truth(reads, game, move)
    _trouble(reads, move)
    _terms(reads, game, move)


def _giving(reads: Reads, move: Move) -> None:
    match move:
        case Ask(facts=facts, invited=invited):
            _facts(reads, facts)
            if not invited:
                reads.columns.add("questions")
        case Inform(topic=topic):
            reads.columns.add(f"topic.told:{topic}")
        case TellRecord(record=record):
            reads.columns.add(f"record.times:{record}")
        case Help(id=help_id):
            reads.test(f"help.day:{help_id}", NEVER_HELPED)
        case Propose(for_customer=True, needs=needs):
            reads.columns.add(proposal_column(move))
            _facts(reads, needs)
        case StartSmall(id=start):
            reads.columns.add(f"start.done:{start}")
        case Celebrate():
            reads.columns.add("celebrated")
        case FollowUp():
            reads.columns.add("followed_up")
        case _:
            pass


def _facts(reads: Reads, facts: Iterable[str]) -> None:
    for fact in facts:
        reads.test(f"fact.known:{fact}", NONE)


def _promising(reads: Reads, game: Game, move: Move) -> None:
    match move:
        case Promise(promise=promise, vague=vague):
            reads.test(f"promise.status:{promise}", NONE)
            add_time(reads, game.promises[promise].due)
            if vague:
                _blur(reads, game, promise)
        case Keep(promise=promise):
            reads.test(f"promise.status:{promise}", OPEN)
            reads.test(f"promise.status:{promise}", BROKEN)
            reads.can.add(("keep", promise))
        case Break(promise=promise):
            reads.test(f"promise.status:{promise}", OPEN)
        case Renegotiate(promise=promise, due=due):
            reads.can.add(("renegotiate", promise))
            add_time(reads, due)
        case _:
            pass


def _truth(reads: Reads, game: Game, move: Move) -> None:
    match move:
        case Lie(lie=lie):
            reads.columns.add(f"lie.times:{lie}")
            add_time(reads, game.lies[lie].comes_out if lie in game.lies else None)
        case Correct(lie=lie) | Expose(lie=lie):
            reads.test(f"lie.status:{lie}", OPEN)
        case Blur(blur=blur):
            _blur(reads, game, blur)
        case Clarify(blur=blur) | Surface(blur=blur):
            reads.test(f"blur.status:{blur}", OPEN)
        case Own(blur=blur):
            reads.test(f"blur.status:{blur}", SURFACED)
            reads.can.add(("own", blur))
        case Deflect(matter=blur, of="blur"):
            reads.test(f"blur.status:{blur}", SURFACED)
        case _:
            pass


def _blur(reads: Reads, game: Game, blur: str) -> None:
    reads.test(f"blur.status:{blur}", NONE, CLARIFIED)
    add_time(reads, game.blurs[blur].surfaces if blur in game.blurs else None)


def _trouble(reads: Reads, move: Move) -> None:
    match move:
        case Complain(complaint=complaint):
            reads.test(f"complaint.status:{complaint}", NONE)
            reads.columns.add("expects")
            reads.test("complaints", 0)
        case Recover(complaint=complaint):
            reads.can.add(("recover", complaint))
        case Formal(complaint=complaint) | Deflect(matter=complaint, of="complaint"):
            reads.test(f"complaint.status:{complaint}", OPEN)
        case Wait(time=time):
            reads.advance = True
            add_time(reads, time)
        case _:
            pass


def _terms(reads: Reads, game: Game, move: Move) -> None:
    match move:
        case Demand(demand=demand):
            reads.test(f"demand.status:{demand}", NONE)
            reads.test("given", 0)
        case Concede(demand=demand, considerations=considerations):
            reads.columns.update(f"consideration.got:{name}" for name in considerations)
            reads.columns.add(f"bill.times:{game.layout.bills[move]}")
            if demand is not None:
                reads.test(f"demand.status:{demand}", OPEN, HELD)
                reads.can.add(("concede", demand))
        case Hold(demand=demand):
            reads.test(f"demand.status:{demand}", OPEN)
        case Credit(points=points) if points > 0:
            reads.columns.add(f"credit.times:{game.layout.credits[move]}")
        case Request(favour=favour):
            reads.test(f"favour.status:{favour}", GRANTED)
            reads.columns.update(f"help.day:{name}" for name in game.layout.helps)
        case _:
            pass
