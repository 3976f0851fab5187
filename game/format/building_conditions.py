"""Conditions as the rules evaluate them, out of the mappings as written."""

from collections.abc import Mapping
from typing import Final

from pydantic_core import PydanticCustomError

from game.core.conditions import (
    ALWAYS,
    All,
    Any,
    Between,
    Chose,
    Condition,
    GivenAway,
    Happened,
    Happening,
    Not,
    Scarred,
)
from game.format.condition_models import ConditionShape, CreditRangeShape, RangeShape
from game.format.notes import Notes, Spot
from game.format.values import yes_no

KIND_OF: Final[Mapping[Happening, str]] = {
    "knows": "fact",
    "promised": "promise",
    "kept": "promise",
    "broken": "promise",
    "lied": "lie",
    "blurred": "blur-or-promise",
    "clarified": "blur-or-promise",
    "complained": "complaint",
    "recovered": "complaint",
    "conceded": "demand",
    "helped": "help",
    "granted": "favour",
    "refused": "favour",
}
"""The kind of thing each happening is asked of."""


def condition(shape: ConditionShape | None, notes: Notes, spot: Spot, floors: Mapping[str, int]) -> Condition:
    """The condition; ``ALWAYS`` where none is written.

    ``floors`` are the least credits of the bands, by name.
    """
    if shape is None:
        return ALWAYS
    parts = [*_happenings(shape, notes, spot), *_ranges(shape, floors)]
    for name in ("all", "any"):
        several: list[ConditionShape] | None = getattr(shape, name)
        if several is not None:
            inner = tuple(
                condition(one, notes, spot.at(name, index), floors) for index, one in enumerate(several)
            )
            parts.append(All(inner) if name == "all" else Any(inner))
    if shape.not_ is not None:
        parts.append(Not(condition(shape.not_, notes, spot.at("not"), floors)))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _happenings(shape: ConditionShape, notes: Notes, spot: Spot) -> list[Condition]:
    parts: list[Condition] = []
    for what, kind in KIND_OF.items():
        ids: list[str] | None = getattr(shape, what)
        if ids is not None:
            parts += [Happened(what, one) for one in notes.refer(kind, ids, spot.at(what))]
    if shape.scarred is not None:
        parts.append(Scarred() if shape.scarred else Not(Scarred()))
    if shape.given_away is not None:
        parts += _given_away(shape.given_away, notes, spot.at("given_away"))
    for written in notes.refer("choice", shape.chose or (), spot.at("chose")):
        scene, _, choice = written.partition(".")
        parts.append(Chose(scene, choice))
    return parts


def _given_away(written: list[str], notes: Notes, spot: Spot) -> list[Condition]:
    """``true``: anything at all; ``false``: nothing; else the demands in answer to which it was given."""
    if len(written) == 1:
        try:
            anything = yes_no(written[0])
        except PydanticCustomError:
            pass
        else:
            return [GivenAway() if anything else Not(GivenAway())]
    return [GivenAway(one) for one in notes.refer("demand", written, spot)]


def _ranges(shape: ConditionShape, floors: Mapping[str, int]) -> list[Condition]:
    parts: list[Condition] = []
    if shape.day is not None:
        parts.append(Between("day", shape.day.at_least, shape.day.below))
    if shape.credit is not None:
        parts.append(_credit(shape.credit, floors))
    if shape.standing is not None:
        parts.append(Between("standing", shape.standing.at_least, shape.standing.below))
    return parts


def _credit(shape: CreditRangeShape, floors: Mapping[str, int]) -> Between:
    least, below = (
        floors[bound] if isinstance(bound, str) else bound for bound in (shape.at_least, shape.below)
    )
    return Between("credit", least, below)


def empty_range(shape: RangeShape | CreditRangeShape, floors: Mapping[str, int]) -> bool:
    """Whether a range holds for no number at all."""
    least, below = (
        floors[bound] if isinstance(bound, str) else bound for bound in (shape.at_least, shape.below)
    )
    return least is not None and below is not None and least >= below
