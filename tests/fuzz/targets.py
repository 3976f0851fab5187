"""What can be fuzzed: for each kind of input how one is made from a number, how it is changed, what holds."""

import random
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from tests.fuzz import kept_answers, kept_files, schema_stories, story_files, typed_texts
from tests.fuzz.answers import Case, scratch
from tests.fuzz.mutations import bytes_changed
from tests.fuzz.outside import nothing_outside

Change = Callable[[bytes, random.Random], bytes]
Holds = Callable[[bytes], None]


class Target(NamedTuple):
    """One kind of input.

    ``make``: one of a number, ``large`` of all that is shipped. ``change``: once more, for what is led by
    the code it reaches. ``holds`` raises whatever should not have happened; ``briefly`` is its cheap part.
    ``weight``: how often its turn comes among a thousand.
    """

    make: Callable[[random.Random, bool], bytes]
    holds: Holds
    weight: int
    change: Change = bytes_changed
    cheap: Holds | None = None

    @property
    def briefly(self) -> Holds:
        """What holds, where an input must cost little."""
        return self.cheap or self.holds


def _text(kind: str) -> Callable[[random.Random, bool], bytes]:
    return lambda rng, large: story_files.text_made(kind, rng, large=large)


def _kept(kind: str, weight: int, change: Change, cheap: Holds | None = None) -> Target:
    return Target(lambda rng, _: kept_files.MADE[kind](rng), kept_answers.HOLDS[kind], weight, change, cheap)


_LINES: Final = kept_files.json_lines_changed

TARGETS: Final[Mapping[str, Target]] = {
    "scenario": Target(
        _text("scenario"), story_files.check_scenario, 480, story_files.text_of, story_files.read_scenario
    ),
    "schema": Target(lambda rng, _: schema_stories.made(rng), story_files.check_scenario, 60),
    "catalog": Target(
        _text("catalog"), story_files.check_catalog, 110, story_files.text_of, story_files.read_catalog
    ),
    "transcript": Target(_text("transcript"), story_files.check_transcript, 90, story_files.text_of),
    "pack": Target(
        lambda rng, large: story_files.pack_made(rng, large=large), story_files.check_pack, 70
    ),
    "record": _kept("record", 50, _LINES, kept_answers.read_record),
    "handed": _kept("handed", 30, bytes_changed),
    "reading": _kept("reading", 20, _LINES),
    "settings": _kept("settings", 30, _LINES),
    "analysis": _kept("analysis", 10, bytes_changed),
    "code": Target(lambda rng, _: typed_texts.code_made(rng), typed_texts.check_code, 25),
    "list": Target(
        lambda rng, _: typed_texts.list_made(rng), typed_texts.check_list, 25, typed_texts.list_changed
    ),
}  # fmt: skip


def case(seed: int, kind: str = "", *, large: bool = False) -> Case:
    """The case of a number, of this kind or of any."""
    rng = random.Random(seed)
    kind = kind or rng.choices(list(TARGETS), [one.weight for one in TARGETS.values()])[0]
    return Case(kind, TARGETS[kind].make(rng, large))


def answered(one: Case, holds: Holds | None = None) -> None:
    """Read a case; raises whatever should not have happened, and where anything was written elsewhere."""
    with nothing_outside(scratch()):
        (holds or TARGETS[one.kind].holds)(one.content)


__all__ = ["TARGETS", "Case", "Target", "answered", "case"]
