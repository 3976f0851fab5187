"""What moves bring about at a point of the story, whether they can apply there, and what they lack."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from game.authoring.culprits import Culprit, culprit
from game.authoring.happenings import ALWAYS, MAYBE, NEVER, Happenings, Known, Truth
from game.core.times import OnDate
from game.format.building import DEFAULT_BEGINS
from game.format.building_moves import key_of
from game.format.models import Document
from game.format.move_models import MoveShape
from game.format.tree import Path

_ID_OF: Final[Mapping[str, Callable[[MoveShape], str]]] = {
    "promise": lambda shape: shape.promise.id if shape.promise else "",
    "renegotiate": lambda shape: shape.renegotiate.promise if shape.renegotiate else "",
    "own": lambda shape: shape.own.blur if shape.own else "",
    "complain": lambda shape: shape.complain.id if shape.complain else "",
    "recover": lambda shape: shape.recover.complaint if shape.recover else "",
    "demand": lambda shape: shape.demand.id if shape.demand else "",
    "hold": lambda shape: shape.hold.demand if shape.hold else "",
    "concede": lambda shape: (shape.concede.demand if shape.concede else None) or "",
    "request": lambda shape: shape.request.favour if shape.request else "",
    "break": lambda shape: shape.break_ or "",
}
"""The id of what a move is about, where the move is written as a mapping."""

_SPELT: Final = {
    "renegotiate": "promise", "own": "blur", "recover": "complaint", "hold": "demand", "concede": "demand",
}  # fmt: skip
"""The key under which the long spelling names what the move is about."""

_NEEDS: Final = {
    "keep": "promised", "break": "promised", "renegotiate": "promised",
    "correct": "lied", "expose": "lied",
    "clarify": "blurred", "surface": "blurred", "own": "blurred",
    "recover": "complained", "formal": "complained",
    "hold": "demanded", "concede": "demanded",
}  # fmt: skip
"""What must have happened before a move can apply."""

_LACKING: Final = {
    "promised": "promise-never-made",
    "lied": "lie-never-told",
    "blurred": "blur-never-said",
    "surfaced": "blur-never-surfaces",
    "complained": "complaint-never-made",
    "demanded": "demand-never-made",
}

_BEGINS: Final = {
    "promise": "promised", "lie": "lied", "blur": "blurred", "complain": "complained", "demand": "demanded",
    "help": "helped", "start_small": "started",
}  # fmt: skip
"""What a move surely brings about."""

_MAY_FOLLOW: Final = {
    "keep": ("kept",), "clarify": ("clarified",), "surface": ("surfaced",), "recover": ("recovered",),
    "expose": ("scarred",), "hold": ("held",), "request": ("granted", "refused"),
    "concede": ("conceded", "given_away"),
}  # fmt: skip
"""What a move may bring about where it applies."""

_ONCE: Final = frozenset({"promise", "complain", "demand", "start_small", "blur"})
"""Moves that can apply as long as what they begin has not happened (a blur also after it was cleared)."""


class Deeds:
    """Judges and carries out the moves of one file."""

    def __init__(self, document: Document, happenings: Happenings) -> None:
        self.begins: date = (document.begins or DEFAULT_BEGINS).date()
        self._document = document
        self._happenings = happenings
        self._surfacing = frozenset(name for name, blur in document.blurs.items() if blur.surfaces)

    def able(self, shape: MoveShape, known: Known) -> Truth:
        """Whether a move can apply; where it cannot, a choice of nothing else is not offered."""
        key, bit = key_of(shape), self._happenings.bit
        id = _id(shape, key)
        if key == "learn":
            return max(known.not_yet(bit("knows", fact)) for fact in shape.learn or ())
        if key in _ONCE:
            value = known.not_yet(bit(_BEGINS[key], id))
            return max(value, MAYBE) if key == "blur" else value
        if key == "request":
            return max(known.not_yet(bit("granted", id)), MAYBE)
        if key == "deflect":
            blamed = self._surfaced(id, known) or known.can(bit("complained", id))
            return MAYBE if blamed else NEVER
        if key not in _NEEDS or (key == "concede" and not id):
            return ALWAYS
        if not known.can(bit(_NEEDS[key], id)) or (key == "own" and not self._surfaced(id, known)):
            return NEVER
        return ALWAYS if self._surely(key, id, known) else MAYBE

    def _surely(self, key: str, id: str, known: Known) -> bool:
        """What is needed has happened on every way here, and nothing can have ended it since."""
        bit = self._happenings.bit
        ends = {"keep": ("kept",), "concede": ("conceded",), "hold": ("conceded", "held")}
        if key not in ends or not known.sure(bit(_NEEDS[key], id)):
            return False
        return not any(known.can(bit(end, id)) for end in ends[key])

    def lacks(self, shape: MoveShape, path: Path, known: Known) -> Iterator[Culprit]:
        """What a move needs and nothing before it can have brought about."""
        key, bit = key_of(shape), self._happenings.bit
        id = _id(shape, key)
        here = (*path, key, *((_SPELT[key],) if key in _SPELT else ()))
        if key == "propose" and shape.propose is not None:
            for index, fact in enumerate(shape.propose.needs):
                if not known.can(bit("knows", fact)):
                    yield culprit("fact-never-learned", (*here, "needs", index), id=fact)
        elif key == "deflect" or key in _NEEDS:
            if self.able(shape, known) == NEVER:
                self._happenings.in_vain[f"{key}:{id}"] = id
                yield culprit(_LACKING[self._lacking(key, id, known)], here, id=id)
        elif key == "promise" and id in self._document.promises:
            due = self._document.promises[id].due
            # A date before the beginning is told where it is written.
            if isinstance(due, OnDate) and 0 <= (due.date - self.begins).days < known.first:
                yield culprit("due-already-past", here, id=id, due=due.date.isoformat())

    def _lacking(self, key: str, id: str, known: Known) -> str:
        """The first thing in the chain that never comes about."""
        needed = _NEEDS.get(key)
        if needed is None:
            needed = "blurred" if self._is_blur(id) else "complained"
        if needed == "blurred" and known.can(self._happenings.bit("blurred", id)):
            return "surfaced"
        return needed

    def _is_blur(self, id: str) -> bool:
        return id in self._document.blurs or id in self._document.promises

    def _surfaced(self, id: str, known: Known) -> bool:
        """Whether the two readings can have met: by an event, or on a day of their own."""
        bit = self._happenings.bit
        return known.can(bit("surfaced", id)) or (id in self._surfacing and known.can(bit("blurred", id)))

    def apply(self, shape: MoveShape, known: Known, *, certain: bool) -> None:
        """What is known after a move; ``certain``: it is made on every way through here."""
        key, bit = key_of(shape), self._happenings.bit
        id = _id(shape, key)
        if key == "learn":
            known.happen(self._happenings.bits("knows", shape.learn or ()), certain=certain)
        elif key == "ask" and shape.ask is not None:
            # A customer may close up, unless the questions were asked for.
            facts = self._happenings.bits("knows", shape.ask.facts)
            known.happen(facts, certain=certain and shape.ask.invited)
        elif key in _BEGINS:
            known.happen(bit(_BEGINS[key], id), certain=certain)
            if key == "lie":
                known.happen(bit("lied"), certain=certain)
            if shape.promise is not None and shape.promise.vague:
                known.happen(bit("blurred", id), certain=False)
        elif key in _MAY_FOLLOW and self.able(shape, known) != NEVER:
            for what in _MAY_FOLLOW[key]:
                known.happen(bit(what, "" if key == "expose" else id), certain=False)
            if key == "concede":
                known.happen(bit("given_away"), certain=False)
        elif key == "wait" and shape.wait is not None:
            known.let_pass(shape.wait, self.begins)


def _id(shape: MoveShape, key: str) -> str:
    if key in _ID_OF:
        return _ID_OF[key](shape)
    value = getattr(shape, key, None)
    return value if isinstance(value, str) else ""
