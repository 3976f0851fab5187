"""The columns of a scenario's states: which fields it has, and where each of them lies.

Column names are ``kind.field:id`` (``promise.status:checklist``) or plain (``credit``).
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.conditions import All, Any, Chose, Condition, Not
from game.core.moves import (
    Ask,
    Blur,
    Clarify,
    Complain,
    Concede,
    Correct,
    Credit,
    Deflect,
    Demand,
    Expose,
    Formal,
    Help,
    Hold,
    Inform,
    Learn,
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
from game.core.scenario import Opening, Scenario, Scene
from game.core.times import FAR, AfterScene, Time

Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]
"""Which rows are meant, shape (n,)."""

NONE: Final = 0
OPEN: Final = 1
"""Status 0 is "never" and 1 "open" for everything that has a status; the others are by kind:"""
KEPT, BROKEN, KEPT_LATE = 2, 3, 4
SURFACED, CLARIFIED, OWNED, DEFLECTED, ENDED = 2, 3, 4, 5, 6
CORRECTED, EXPOSED = 2, 3
RECOVERED, FORMAL = 2, 3
HEARD: Final = 2  # a fact: known (1), and told by a line of the scene now open (2)
HELD, CONCEDED = 2, 3
GRANTED, REFUSED = 1, 2

NEVER_HELPED: Final = -FAR
"""The day of a help that was never given."""

SCALARS: Final = (
    "credit",
    "standing",
    "questions",
    "day",
    "last_contact",
    "silent",  # silent months charged since the last act
    "hushed",  # silent months charged since the signature
    "scar",
    "phase",  # 0 none, else 1 + index in PHASES
    "celebrated",  # bit set of phases
    "followed_up",  # bit set of phases
    "given",  # percent given away for nothing
    "conceded",  # percent off the price
    "complaints",  # how many were ever opened
    "expects",  # 1 after a good recovery: the next complaint opens at double
    "expansion",  # 1 when something was started small
)


class Layout:
    """The columns of a scenario's states, and the numbering of things that have no id.

    Two translations of one scenario have equal layouts.
    """

    def __init__(self, scenario: Scenario, opening: Opening | None = None) -> None:
        """``opening`` replaces the scenario's own (a continued meeting may bring more helps)."""
        self.scenario = scenario
        self.opening = opening or scenario.opening
        self.columns: dict[str, int] = {name: index for index, name in enumerate(SCALARS)}
        self.blurs: list[str] = []
        self.lies: list[str] = []
        self.complaints: list[str] = []
        self.helps: list[str] = []
        self.bills: dict[Concede, int] = {}
        self.credits: dict[Credit, int] = {}
        self.renegotiations: dict[Renegotiate, int] = {}
        self.heard: dict[str, None] = {}
        self._declared()
        for move in moves_of(scenario):
            self._move(move)
        for scene in scenario.scenes:
            self._scene(scene)
        for condition in conditions_of(scenario):
            self._condition(condition)
        self.empty: Ints = np.zeros(len(self.columns), dtype=np.int32)
        for name in self.columns:
            if ".due" in name or name.startswith("entered:"):
                self.empty[self.columns[name]] = FAR
        self._open()

    def __len__(self) -> int:
        return len(self.columns)

    def __contains__(self, name: object) -> bool:
        return name in self.columns

    def _add(self, *names: str) -> bool:
        new = names[0] not in self.columns
        for name in names:
            self.columns.setdefault(name, len(self.columns))
        return new

    def _declared(self) -> None:
        for fact in self.scenario.facts:
            self._add(f"fact.known:{fact.id}")
        for terms in self.scenario.promises:
            kinds = ("status", "due", "cost", "moved", "fresh", "made")
            self._add(*(f"promise.{kind}:{terms.id}" for kind in kinds))
            self._time(terms.due)
        for blur in self.scenario.blurs:
            self._blur(blur.id)
            self._time(blur.surfaces)
        for lie in self.scenario.lies:
            self._lie(lie.id)
            self._time(lie.comes_out)
        for consideration in self.scenario.considerations:
            self._add(f"consideration.got:{consideration.id}")
        for consideration_id in self.opening.considerations:
            self._add(f"consideration.got:{consideration_id}")
        for help_id in self.opening.favours:
            self._help(help_id)

    def _blur(self, blur_id: str) -> None:
        if self._add(*(f"blur.{kind}:{blur_id}" for kind in ("status", "due", "day", "cost"))):
            self.blurs.append(blur_id)

    def _lie(self, lie_id: str) -> None:
        if self._add(*(f"lie.{kind}:{lie_id}" for kind in ("status", "due", "times"))):
            self.lies.append(lie_id)

    def _help(self, help_id: str) -> None:
        if self._add(f"help.day:{help_id}"):
            self.helps.append(help_id)

    def _complaint(self, complaint_id: str) -> None:
        if self._add(*(f"complaint.{kind}:{complaint_id}" for kind in ("status", "day", "cost", "opened"))):
            self.complaints.append(complaint_id)

    def _move(self, move: Move) -> None:  # noqa: C901, PLR0912 - one case a move, nothing nested
        match move:
            case Ask(facts=facts):
                for fact in facts:
                    self._add(f"fact.known:{fact}")
            case Learn(fact=fact):
                self._add(f"fact.known:{fact}")
            case Inform(topic=topic):
                self._add(f"topic.told:{topic}")
            case TellRecord(record=record):
                self._add(f"record.times:{record}")
            case Propose(needs=needs):
                self._add(proposal_column(move))
                for fact in needs:
                    self._add(f"fact.known:{fact}")
            case StartSmall(id=start):
                self._add(f"start.done:{start}")
            case Promise(promise=promise, vague=True):
                self._blur(promise)
            case Renegotiate(due=due):
                self.renegotiations.setdefault(move, 1 + len(self.renegotiations))
                self._time(due)
            case Lie(lie=lie) | Correct(lie=lie) | Expose(lie=lie):
                self._lie(lie)
            case Blur(blur=blur) | Clarify(blur=blur) | Surface(blur=blur) | Own(blur=blur):
                self._blur(blur)
            case Deflect(matter=matter, of="blur"):
                self._blur(matter)
            case Complain(complaint=matter) | Recover(complaint=matter) | Formal(complaint=matter):
                self._complaint(matter)
            case Deflect(matter=matter, of="complaint"):
                self._complaint(matter)
            case Demand(demand=demand) | Hold(demand=demand):
                self._demand(demand)
            case Concede():
                self._concede(move)
            case Help(id=help_id):
                self._help(help_id)
            case Request(favour=favour):
                self._add(f"favour.status:{favour}")
            case Credit():
                self._add(f"credit.times:{self.credits.setdefault(move, len(self.credits))}")
            case Wait(time=time):
                self._time(time)

    def _demand(self, demand: str) -> None:
        self._add(f"demand.status:{demand}", f"demand.spoiled:{demand}", f"demand.away:{demand}")

    def _concede(self, move: Concede) -> None:
        if move.demand is not None:
            self._demand(move.demand)
        for consideration in move.considerations:
            self._add(f"consideration.got:{consideration}")
        number = self.bills.setdefault(move, len(self.bills))
        self._add(*(f"bill.{kind}:{number}" for kind in ("due", "amount", "times")))

    def _time(self, time: Time | None) -> None:
        if isinstance(time, AfterScene):
            self._add(f"entered:{time.scene}")

    def _scene(self, scene: Scene) -> None:
        self._time(scene.after)
        for line in scene.lines:
            self.heard |= dict.fromkeys(line.learn)
        replies = (reply for choice in scene.choices for reply in choice.replies)
        for line in (*scene.lines, *(line for reply in replies for line in reply.lines)):
            for fact in line.learn:
                self._add(f"fact.known:{fact}")
        if scene.hub:
            self._add(f"entered:{scene.id}")
            for choice in scene.choices:
                self._add(f"taken:{scene.id}.{choice.id}")

    def _condition(self, condition: Condition) -> None:
        if isinstance(condition, Chose):
            self._add(f"taken:{condition.scene}.{condition.choice}")

    def _open(self) -> None:
        opening, cells = self.opening, self.empty
        start = {
            "credit": opening.credit,
            "standing": opening.standing,
            "scar": int(opening.scarred),
            "given": opening.given_percent,
            "conceded": opening.conceded_percent,
        }
        start |= {f"fact.known:{fact}": 1 for fact in opening.facts}
        start |= {f"consideration.got:{name}": 1 for name in opening.considerations}
        # Helps of an earlier meeting have negative days, so "never" has to be below every real one.
        start |= {f"help.day:{name}": NEVER_HELPED for name in self.helps}
        start |= {f"help.day:{name}": -ago for name, ago in opening.favours.items()}
        for promise, left in opening.promises.items():
            start[f"promise.status:{promise}"] = OPEN
            start[f"promise.due:{promise}"] = left
        for name, value in start.items():
            if name in self.columns:
                cells[self.columns[name]] = value


def proposal_column(move: Propose) -> str:
    """The column that counts how often this proposal was made: the same needs, the same proposal."""
    return f"proposed:{'customer' if move.for_customer else 'us'}:{'+'.join(sorted(move.needs))}"


def moves_of(scenario: Scenario) -> Iterator[Move]:
    """Every move written in a scenario, in the order of the file."""
    for scene in scenario.scenes:
        yield from scene.enter
        for choice in scene.choices:
            yield from choice.does
            for reply in choice.replies:
                yield from reply.does


def conditions_of(scenario: Scenario) -> Iterator[Condition]:
    """Every condition written in a scenario with all its parts, in the order of the file."""
    for scene in scenario.scenes:
        for line in scene.lines:
            yield from parts_of(line.when)
        for choice in scene.choices:
            yield from parts_of(choice.when)
            for reply in choice.replies:
                yield from parts_of(reply.when)
                for line in reply.lines:
                    yield from parts_of(line.when)
            for goto in choice.gotos:
                yield from parts_of(goto.when)


def parts_of(condition: Condition) -> Iterator[Condition]:
    """The condition and everything within it."""
    yield condition
    match condition:
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from parts_of(part)
        case Not(part=part):
            yield from parts_of(part)
