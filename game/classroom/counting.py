"""Which hand-ins count: each meeting once, however often it was handed in, and none that was made up."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from game.classroom.cohorts import Cohort
from game.classroom.hand_in import HandIn
from game.classroom.replays import Fate
from game.classroom.troubles import ClassTrouble, TroubleCode
from game.core.states import Mask


class _Place(NamedTuple):
    cohort: int
    row: int


ALONE: Final = 1

_Told = tuple[str, date, tuple[str, ...]]
"""What a code tells of a meeting: the version of the scenario, the day, the path."""


def counted(cohorts: Sequence[Cohort]) -> tuple[tuple[Mask, ...], tuple[ClassTrouble, ...]]:
    """Of each cohort, which of its meetings count, shape (n,); and what is wrong with the others.

    A code is a copy of a record that tells the same under the same name; without a name both count, and it
    is said. Of the copies of a meeting one counts if all that came to an end took the same path; if they
    contradict each other nobody can say which it was, and none does.
    """
    masks = tuple(cohort.replays.fate == Fate.ENDED for cohort in cohorts)
    troubles: list[ClassTrouble] = []
    copies: dict[str, list[_Place]] = {}
    records = _records_beside_codes(cohorts)
    for number, cohort in enumerate(cohorts):
        for row, each in enumerate(cohort.hand_ins):
            if each.torn:
                troubles.append(each.trouble("torn"))
            record = records.get(_told(cohort, each)) if each.coded else None
            if record is not None and not each.name:
                troubles.append(each.trouble("same_code", other=record.file))
            same = record is not None and record.name == each.name
            one = record if record is not None and same else each
            copies.setdefault(one.meeting, []).append(_Place(number, row))
    for places in copies.values():
        troubles += _of_one(cohorts, masks, places)
    return masks, tuple(troubles)


def _records_beside_codes(cohorts: Sequence[Cohort]) -> dict[_Told, HandIn]:
    """Records by what a code would tell of them, where there are codes at all: some hand in both."""
    if not any(each.coded for cohort in cohorts for each in cohort.hand_ins):
        return {}
    return {_told(cohort, each): each for cohort in cohorts for each in cohort.hand_ins if not each.coded}


def _told(cohort: Cohort, each: HandIn) -> _Told:
    return cohort.game.scenario.hash, each.started, each.path


def _of_one(cohorts: Sequence[Cohort], masks: Sequence[Mask], places: list[_Place]) -> list[ClassTrouble]:
    """What is wrong with the copies of one meeting; those that do not count are taken out of ``masks``."""
    if len(places) == ALONE and masks[places[0].cohort][places[0].row]:
        return []
    by_fate: dict[Fate, list[_Place]] = {fate: [] for fate in Fate}
    for place in places:
        by_fate[Fate(cohorts[place.cohort].replays.fate[place.row])].append(place)
    told = [_forged(cohorts, place) for place in by_fate[Fate.FORGED]]
    ended, unfinished = by_fate[Fate.ENDED], by_fate[Fate.UNFINISHED]
    ways = {place: (place.cohort, _of(cohorts, place).path) for place in ended}
    if len(set(ways.values())) > ALONE:
        for place in ended:
            masks[place.cohort][place.row] = False
            other = next(each for each in ended if ways[each] != ways[place])
            told.append(_beside("conflict", cohorts, place, other))
        return [*told, *(_beside("duplicate", cohorts, each, ended[0]) for each in unfinished)]
    if ended:
        first, *others = ended
        for place in others:
            masks[place.cohort][place.row] = False
        return [*told, *(_beside("duplicate", cohorts, each, first) for each in (*others, *unfinished))]
    if unfinished:
        furthest = max(unfinished, key=lambda place: len(_of(cohorts, place).path))
        told.append(_unfinished(cohorts, furthest))
        told += [_beside("duplicate", cohorts, each, furthest) for each in unfinished if each != furthest]
    return told


def _of(cohorts: Sequence[Cohort], place: _Place) -> HandIn:
    return cohorts[place.cohort].hand_ins[place.row]


def _beside(code: TroubleCode, cohorts: Sequence[Cohort], place: _Place, other: _Place) -> ClassTrouble:
    there = _of(cohorts, other)
    line = {"other_line": str(there.line)} if there.line else {}
    return _of(cohorts, place).trouble(code, other=there.file, **line)


def _forged(cohorts: Sequence[Cohort], place: _Place) -> ClassTrouble:
    position = 1 + int(cohorts[place.cohort].replays.stopped[place.row])
    return _of(cohorts, place).trouble("forged", position=str(position))


def _unfinished(cohorts: Sequence[Cohort], place: _Place) -> ClassTrouble:
    each = _of(cohorts, place)
    return each.trouble("given_up" if each.given_up else "unfinished", decisions=str(len(each.path)))
