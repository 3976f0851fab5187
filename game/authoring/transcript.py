"""Transcripts: readable plays that stand beside a scenario and are replayed, ``<id>.<name>.txt``.

A transcript is plain text. First its head (``scenario``, ``language``, ``trainee``), then one decision
a line, ``scene.choice 「the sentence」``, then what is expected of the end::

    scenario: friday-checklist
    trainee: 正直で、よく考える新人

    # 火曜、応接
    reception.gift  「同じ規模の卸さんが、締めを半日に縮めた手順です。」

    band: trusted
    promises: contacts kept, beside kept

The sentence stands there for people. It may be left out; where it is given it has to be the scenario's
own, word for word, in the language of the transcript, so that a transcript never tells another story
than the one that is played. What stands after ``#`` at the start of a line is for people only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from game.core.game import Game
from game.core.outcome import outcome, promise_records
from game.core.play import NotOffered, settle
from game.core.play import replay as replay_path
from game.core.rulebook import Rulebook
from game.core.scenario import Scenario

Kind = Literal[
    "unreadable-line",
    "unknown-key",
    "said-twice",
    "unreadable-value",
    "no-scenario",
    "no-decision",
    "other-scenario",
    "other-scene",
    "not-offered",
    "other-sentence",
    "ends-early",
    "goes-on",
    "other-outcome",
]
"""What can be wrong with a transcript; ``transcript_told`` has a sentence for each."""

HEAD: Final = ("scenario", "language", "trainee")
"""The keys before the decisions; only ``scenario`` is needed, ``language`` is ``ja`` unless given."""

NUMBERS: Final = ("trust", "credit", "standing", "entries")
WORDS: Final = ("band", "deal")
PROMISES: Final = "promises"
EXPECTED: Final = (*WORDS, *NUMBERS, PROMISES)
"""The keys after the decisions, all optional: the outcome after the settlement. ``entries`` is how many
lines the passbook has, settlement included; ``promises`` every promise made with what became of it
(open, kept, kept_late, broken), in any order, or ``-`` for none."""

_DECISION: Final = re.compile(r"([\w-]+)\.([\w-]+)(?:\s+(.*))?")
_KEY: Final = re.compile(r"([\w-]+)\s*[:：]\s*(.*)")
_PROMISE: Final = re.compile(r"([\w-]+)\s+(open|kept|kept_late|broken)")
_NUMBER: Final = re.compile(r"[+-]?\d{1,9}")
_ENDS: Final = re.compile(r"\r\n|\r|\n")
_QUOTES: Final = frozenset({"「」", "（）", "“”", '""', "()"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a transcript and what happens part.

    ``line`` is the transcript's, from 1. ``about`` is the key, scene or choice it is about; ``wanted``
    what the transcript says, ``found`` what the scenario or the outcome says ("" where nothing can be
    set against it).
    """

    line: int
    kind: Kind
    about: str = ""
    wanted: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision of a transcript; ``sentence`` is "" where it was left out."""

    line: int
    scene: str
    choice: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Expected:
    """One expectation: a key of ``EXPECTED`` and its value in the spelling in which it is compared."""

    line: int
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript read. ``differences``: what in the file could not be read, in the order of its lines."""

    scenario: str
    language: str
    trainee: str
    decisions: tuple[Decided, ...]
    expected: tuple[Expected, ...]
    differences: tuple[Difference, ...]

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the choices, in order."""
        return tuple(each.choice for each in self.decisions)


def read(text: str) -> Transcript:
    """Read a transcript. Nothing in it raises; what cannot be read is among its ``differences``."""
    head: dict[str, str] = {}
    decisions: list[Decided] = []
    expected: dict[str, Expected] = {}
    wrong: list[Difference] = []
    # Only what an editor takes for the end of a line is one here, so that lines count as they are seen.
    for number, raw in enumerate(_ENDS.split(text.removeprefix("\ufeff")), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if decided := _DECISION.fullmatch(line):
            decisions.append(Decided(number, decided[1], decided[2], _unquoted(decided[3] or "")))
            continue
        pair = _KEY.fullmatch(line)
        if pair is None:
            wrong.append(Difference(number, "unreadable-line", wanted=line))
            continue
        key, value = pair[1], pair[2].strip()
        if key in head or key in expected:
            wrong.append(Difference(number, "said-twice", key, value))
        elif key in HEAD:
            head[key] = value
        elif key in EXPECTED:
            spelt = _spelt(key, value)
            if spelt is None:
                wrong.append(Difference(number, "unreadable-value", key, value))
            expected[key] = Expected(number, key, spelt or "")
        else:
            wrong.append(Difference(number, "unknown-key", key, value))
    if not head.get("scenario"):
        wrong.append(Difference(1, "no-scenario"))
    elif not decisions:
        wrong.append(Difference(1, "no-decision"))
    return Transcript(
        head.get("scenario", ""),
        head.get("language", "ja"),
        head.get("trainee", ""),
        tuple(decisions),
        tuple(expected.values()),
        tuple(sorted(wrong, key=lambda each: each.line)),
    )


def replay(transcript: Transcript, scenario: Scenario, rulebook: Rulebook) -> Difference | None:
    """Play a transcript again and give the first thing that differs, None where nothing does.

    First what could not be read, then the decisions in order, then the expectations in order. The
    scenario may be in another language than the transcript: its sentences are not compared then.
    ``Game`` tells what it raises for a scenario that was not checked.
    """
    if transcript.differences:
        return transcript.differences[0]
    if scenario.id != transcript.scenario:
        return Difference(1, "other-scenario", wanted=transcript.scenario, found=scenario.id)
    game = Game(scenario, rulebook)
    try:
        replayed, missed = replay_path(game, transcript.path), None
    except NotOffered as not_offered:
        replayed, missed = replay_path(game, transcript.path[: not_offered.position]), not_offered
    scenes = [scenario.scenes[part.scene].id for part in replayed.before]
    if found := _first_decision(transcript, scenario, scenes):
        return found
    if missed is not None:
        return _not_offered(transcript.decisions[missed.position], missed)
    if not replayed.ended:
        last, here = transcript.decisions[-1], scenario.scenes[replayed.scene]
        return Difference(last.line, "ends-early", here.id, found=", ".join(replayed.offered))
    settle(game, replayed.scene, replayed.states, replayed.passbook)
    result = outcome(game, replayed.scene, replayed.states)
    kept = [f"{each.id} {each.status}" for each in promise_records(game, replayed.states)]
    actual = {
        "band": result.band,
        "deal": result.deal,
        "trust": str(result.trust),
        "credit": str(result.credit),
        "standing": str(result.standing),
        "entries": str(len(replayed.passbook.entries())),
        PROMISES: _listed(kept),
    }
    for each in transcript.expected:
        if actual[each.key] != each.value:
            return Difference(each.line, "other-outcome", each.key, each.value, actual[each.key])
    return None


def _first_decision(transcript: Transcript, scenario: Scenario, scenes: Sequence[str]) -> Difference | None:
    """The first decision that is made elsewhere, or in other words, than the transcript says."""
    for decided, scene in zip(transcript.decisions, scenes, strict=False):
        about = f"{decided.scene}.{decided.choice}"
        if decided.scene != scene:
            return Difference(decided.line, "other-scene", about, decided.scene, scene)
        if decided.sentence and scenario.language == transcript.language:
            texts = {choice.id: choice.text for choice in scenario.scene(scene).choices}
            text = texts.get(decided.choice, decided.sentence)
            if text != decided.sentence:
                return Difference(decided.line, "other-sentence", about, decided.sentence, text)
    return None


def _not_offered(decided: Decided, missed: NotOffered) -> Difference:
    if not missed.offered:
        return Difference(decided.line, "goes-on", decided.scene, decided.choice)
    if decided.scene != missed.scene:
        about = f"{decided.scene}.{decided.choice}"
        return Difference(decided.line, "other-scene", about, decided.scene, missed.scene)
    offered = ", ".join(missed.offered)
    return Difference(decided.line, "not-offered", decided.scene, decided.choice, offered)


def _unquoted(sentence: str) -> str:
    said = sentence.strip()
    return said[1:-1] if len(said) > 1 and said[0] + said[-1] in _QUOTES else said


def _spelt(key: str, value: str) -> str | None:
    """A value as it is compared, None where it cannot be one of this key's."""
    if key in NUMBERS:
        # A minus sign may be the typographer's.
        return str(int(number)) if _NUMBER.fullmatch(number := value.replace("−", "-")) else None
    if key in WORDS:
        return value or None
    if value == "-":
        return _listed([])
    pieces = [_PROMISE.fullmatch(piece.strip()) for piece in re.split("[,、]", value)]
    named = [piece for piece in pieces if piece is not None]
    return _listed([f"{piece[1]} {piece[2]}" for piece in named]) if len(named) == len(pieces) else None


def _listed(promises: Sequence[str]) -> str:
    return ", ".join(sorted(promises)) or "-"
