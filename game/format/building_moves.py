"""Moves as the rules run them, out of the one-key mappings as written."""

from collections.abc import Callable, Sequence
from typing import Final

from game.core.moves import (
    Ask,
    Blur,
    Break,
    Celebrate,
    Chat,
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
    Learn,
    Lie,
    Move,
    Own,
    Promise,
    Propose,
    Recover,
    Renegotiate,
    Request,
    Stand,
    StartSmall,
    Surface,
    TellRecord,
    Wait,
)
from game.format.move_models import MoveShape
from game.format.notes import Notes, Spot

EVENT_KEYS: Final = ("learn", "surface", "expose", "complain", "demand")
"""The moves that may stand under ``enter``, as they are written (``core.moves.EVENTS``)."""


def moves(shapes: Sequence[MoveShape], notes: Notes, spot: Spot) -> tuple[Move, ...]:
    """The moves of a ``does`` or ``enter`` in their order; a list of facts learned is one move each."""
    made: list[Move] = []
    for index, shape in enumerate(shapes):
        key = key_of(shape)
        here = spot.at(index).at(key)
        if key == "learn":
            made += [Learn(fact) for fact in notes.refer("fact", shape.learn or (), here)]
        else:
            made.append(_MAKERS[key](shape, notes, here))
    return tuple(made)


def key_of(shape: MoveShape) -> str:
    """The one key a move is written with."""
    (name,) = shape.model_fields_set
    return MoveShape.model_fields[name].alias or name


def _ask(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.ask is not None
    facts = notes.refer("fact", shape.ask.facts, spot.at("facts"))
    return Ask(facts, why=shape.ask.why, invited=shape.ask.invited, count=shape.ask.count)


def _tell_record(shape: MoveShape, _notes: Notes, _spot: Spot) -> Move:
    assert shape.tell_record is not None
    return TellRecord(shape.tell_record.record, told=shape.tell_record.told)


def _propose(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.propose is not None
    needs = notes.refer("fact", shape.propose.needs, spot.at("needs"))
    return Propose(for_customer=shape.propose.for_ == "customer", needs=needs)


def _promise(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.promise is not None
    name = shape.promise.id
    notes.refer("promise", name, spot.at("id"))
    if shape.promise.vague:
        notes.use("blur-or-promise", name)
    return Promise(notes.use("promise", name), vague=shape.promise.vague)


def _renegotiate(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.renegotiate is not None
    notes.refer("promise", shape.renegotiate.promise, spot.at("promise"))
    return Renegotiate(shape.renegotiate.promise, notes.time(shape.renegotiate.due, spot.at("due")))


def _own(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.own is not None
    notes.refer("blur-or-promise", shape.own.blur, spot.at("blur"))
    return Own(shape.own.blur, shape.own.how)


def _deflect(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.deflect is not None
    notes.refer("deflected", shape.deflect, spot)
    return Deflect(shape.deflect, "complaint" if shape.deflect in notes.complaints else "blur")


def _complain(shape: MoveShape, notes: Notes, _spot: Spot) -> Move:
    assert shape.complain is not None
    return Complain(notes.use("complaint", shape.complain.id), shape.complain.severity)


def _recover(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.recover is not None
    notes.refer("complaint", shape.recover.complaint, spot.at("complaint"))
    return Recover(shape.recover.complaint, shape.recover.how, deed=shape.recover.deed)


def _demand(shape: MoveShape, notes: Notes, _spot: Spot) -> Move:
    assert shape.demand is not None
    return Demand(notes.use("demand", shape.demand.id), shape.demand.percent)


def _concede(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    given = shape.concede
    assert given is not None
    if given.demand is not None:
        notes.refer("demand", given.demand, spot.at("demand"))
    return Concede(
        given.demand, given.percent, given.work, tuple(given.for_), given.months, unlisted=given.unlisted
    )


def _hold(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.hold is not None
    notes.refer("demand", shape.hold.demand, spot.at("demand"))
    return Hold(shape.hold.demand, reason=shape.hold.reason, alternative=shape.hold.alternative)


def _request(shape: MoveShape, notes: Notes, _spot: Spot) -> Move:
    assert shape.request is not None
    return Request(notes.use("favour", shape.request.favour))


def _wait(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.wait is not None
    return Wait(notes.time(shape.wait, spot))


def _credit(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
    assert shape.credit is not None
    because = notes.text(spot.at("because"), shape.credit.because)
    return Credit(shape.credit.points, because, shape.credit.principle)


def _stand(shape: MoveShape, _notes: Notes, _spot: Spot) -> Move:
    assert shape.stand is not None
    return Stand(shape.stand)


_Maker = Callable[[MoveShape, Notes, Spot], Move]


def _bare(key: str, make: Callable[[str], Move], refers: str = "", uses: str = "") -> _Maker:
    """A move written with one id: what it refers to, or what it lets come about."""

    def maker(shape: MoveShape, notes: Notes, spot: Spot) -> Move:
        name: str = getattr(shape, key)
        if refers:
            notes.refer(refers, name, spot)
        if uses:
            notes.use(uses, name)
        return make(name)

    return maker


_MAKERS: Final[dict[str, _Maker]] = {
    "ask": _ask,
    "inform": _bare("inform", Inform),
    "tell_record": _tell_record,
    "help": _bare("help", Help, uses="help"),
    "propose": _propose,
    "start_small": _bare("start_small", StartSmall),
    "promise": _promise,
    "keep": _bare("keep", Keep, refers="promise"),
    "break": _bare("break_", Break, refers="promise"),
    "renegotiate": _renegotiate,
    "lie": _bare("lie", Lie, uses="lie"),
    "correct": _bare("correct", Correct, refers="lie"),
    "expose": _bare("expose", Expose, refers="lie"),
    "blur": _bare("blur", Blur, refers="blur"),
    "clarify": _bare("clarify", Clarify, refers="blur-or-promise"),
    "surface": _bare("surface", Surface, refers="blur-or-promise"),
    "own": _own,
    "deflect": _deflect,
    "complain": _complain,
    "recover": _recover,
    "formal": _bare("formal", Formal, refers="complaint"),
    "demand": _demand,
    "concede": _concede,
    "hold": _hold,
    "stand": _stand,
    "request": _request,
    "celebrate": _bare("celebrate", Celebrate),
    "follow_up": _bare("follow_up", FollowUp),
    "chat": _bare("chat", Chat),
    "wait": _wait,
    "credit": _credit,
}
