"""Lines and replies out of the file: who speaks, which lines are alternatives, which replies there are.

Items with ``when`` or ``otherwise`` that stand one after the other are one group, of which the first that
holds is taken; a group ends with its ``otherwise`` or at an item without either.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from game.core.conditions import ALWAYS, All, Condition
from game.core.moves import Move
from game.core.scenario import Line, Reply, Tell
from game.format.building_conditions import condition
from game.format.building_moves import moves
from game.format.findings import Findings
from game.format.models import LineShape, ReplyShape
from game.format.notes import Notes, Spot
from game.format.shape import SPEAKERS
from game.format.shape_errors import tell_speaker
from game.format.tree import Marks, Path

MOST_REPLIES: Final = 64
"""The most replies the groups of one answer may multiply to."""

_APART: Final = 1_000_000
"""Keeps the line groups within one item apart from those of the others while a reply is put together."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all lines of a file are read with. ``floors``: the least credit of each band.

    ``names``: by which id somebody of this name speaks.
    """

    notes: Notes
    findings: Findings
    marks: Marks
    speakers: tuple[str, ...]
    floors: Mapping[str, int]
    newer: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    def add(self, code: str, spot: Spot, **named: object) -> None:
        """A finding at a place of the document."""
        self.findings.add(code, self.marks.nearest(spot.path), **named)


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a reply: its lines and moves, and under what it stands."""

    lines: tuple[Line, ...]
    does: tuple[Move, ...]
    when: Condition
    group: int | None
    branches: bool = False


def lines(shapes: Sequence[LineShape], setting: Setting, spot: Spot) -> tuple[Line, ...]:
    """The lines of a scene or an epilogue."""
    groups = group_numbers(shapes, setting, spot)
    return tuple(
        line(shape, setting, spot.at(index), group)
        for index, (shape, group) in enumerate(zip(shapes, groups, strict=True))
    )


def line(shape: LineShape, setting: Setting, spot: Spot, group: int | None, said: Path | None = None) -> Line:
    """One line; where it does not say who speaks that is a finding.

    ``said`` are the names of its text, where they do not end in the speaker.
    """
    speaker, text = _spoken(shape, setting, spot)
    notes = setting.notes
    tell = None
    if shape.tell is not None:
        inside = spot.at("tell")
        sign = notes.text(inside.at("sign"), shape.tell.sign)
        tell = Tell(sign, notes.text(inside.at("means"), shape.tell.means))
    here = spot.at(speaker)
    return Line(
        speaker,
        notes.text(Spot(here.path, said) if said else here, text),
        shape.mood,
        condition(shape.when, notes, spot.at("when"), setting.floors),
        group,
        tell,
        notes.refer("fact", shape.learn, spot.at("learn")),
    )


def group_numbers(shapes: Sequence[LineShape], setting: Setting, spot: Spot) -> list[int | None]:
    """The group of each item, counted from 0; None for items that stand by themselves."""
    numbers: list[int | None] = []
    current, is_open = -1, False
    for index, shape in enumerate(shapes):
        here = spot.at(index)
        if shape.otherwise is False:
            setting.add("otherwise-false", here.at("otherwise"))
        if shape.when is not None and shape.otherwise:
            setting.add("otherwise-and-when", here.at("otherwise"))
        if shape.when is not None:
            current += not is_open
            is_open = True
            numbers.append(current)
        elif shape.otherwise:
            if not is_open:
                setting.add("otherwise-alone", here.at("otherwise"))
            numbers.append(current if is_open else None)
            is_open = False
        else:
            is_open = False
            numbers.append(None)
    return numbers


def replies(shapes: Sequence[ReplyShape], setting: Setting, spot: Spot) -> tuple[Reply, ...]:
    """The answers to a choice: one, or where alternatives have moves of their own one for each case."""
    if not shapes:
        return ()
    items = [
        _item(shape, setting, spot.at(index), group, _APART * (index + 1))
        for index, (shape, group) in enumerate(zip(shapes, group_numbers(shapes, setting, spot), strict=True))
    ]
    if not any(item.branches for item in items):
        together = _tidied(one for item in items for one in _grouped(item))
        return (Reply(together, tuple(move for item in items for move in item.does)),)
    cases = _cases(items)
    count = 1
    for case in cases:
        count *= len(case)
    if count > MOST_REPLIES:
        setting.add("too-many-replies", spot, most=MOST_REPLIES)
        return ()
    return tuple(_one(case) for case in product(*cases))


def _spoken(shape: LineShape, setting: Setting, spot: Spot) -> tuple[str, str]:
    given = {name: text for name in SPEAKERS if (text := getattr(shape, name)) is not None}
    for key, text in (shape.__pydantic_extra__ or {}).items():
        if key in setting.speakers:
            given[key] = text
        else:
            at = setting.marks.key((*spot.path, key))
            meant = setting.names.get(key)
            tell_speaker(key, at, setting.speakers, setting.findings, newer=setting.newer, meant=meant)
            if not setting.newer:
                given.setdefault(key, text)
    speakers = list(given)
    if not speakers:
        setting.add("no-speaker", spot)
        return "narrator", ""
    if len(speakers) > 1:
        first, second = speakers[:2]
        if {first, second} <= set(setting.speakers):
            at = setting.marks.key((*spot.path, second))
            setting.findings.add("two-speakers", at, first=first, second=second)
    return speakers[0], given[speakers[0]]


def _item(shape: ReplyShape, setting: Setting, spot: Spot, group: int | None, apart: int) -> _Item:
    notes = setting.notes
    does = moves(shape.does, notes, spot.at("does"))
    when = condition(shape.when, notes, spot.at("when"), setting.floors)
    if shape.lines is not None:
        if any(getattr(shape, name) is not None for name in SPEAKERS) or shape.__pydantic_extra__:
            setting.add("lines-and-speaker", spot)
        inner = tuple(
            one if one.group is None else replace(one, group=one.group + apart)
            for one in lines(shape.lines, setting, spot.at("lines"))
        )
    elif shape.does and not _says_something(shape):
        inner = ()
    else:
        inner = (replace(line(shape, setting, spot, None), when=ALWAYS),)
    return _Item(inner, does, when, group, group is not None and bool(does or shape.lines is not None))


def _says_something(shape: ReplyShape) -> bool:
    said = any(getattr(shape, name) is not None for name in SPEAKERS)
    return said or bool(shape.__pydantic_extra__)


def _grouped(item: _Item) -> tuple[Line, ...]:
    """The lines of an item within the one reply there is: alternatives carry their condition."""
    if item.group is None:
        return item.lines
    return tuple(replace(one, when=item.when, group=item.group) for one in item.lines)


def _cases(items: Sequence[_Item]) -> list[list[_Item]]:
    """For each item or group, in order, the alternatives of which exactly one is taken."""
    cases: list[list[_Item]] = []
    group: int | None = None
    for item in items:
        if item.group is not None and item.group == group:
            cases[-1].append(item)
        else:
            cases.append([item])
        group = item.group
    for case in cases:
        if case[-1].group is not None and case[-1].when != ALWAYS:
            case.append(_Item((), (), ALWAYS, None))
    return cases


def _one(case: Sequence[_Item]) -> Reply:
    """One reply: what stands in it whatever holds, and the alternatives chosen for this case."""
    whens = tuple(item.when for item in case if item.when != ALWAYS)
    when = ALWAYS if not whens else whens[0] if len(whens) == 1 else All(whens)
    said = _tidied(one for item in case for one in item.lines)
    return Reply(said, tuple(move for item in case for move in item.does), when)


def _tidied(said: Iterable[Line]) -> tuple[Line, ...]:
    """The lines with their groups counted from 0 in the order in which they come."""
    numbers: dict[int, int] = {}
    return tuple(
        one if one.group is None else replace(one, group=numbers.setdefault(one.group, len(numbers)))
        for one in said
    )
