"""What is wrong with a hand-in, in a sentence that stands beside the name of its file."""

import errno
import os
from collections.abc import Callable, Mapping
from typing import Final, get_args

from game.classroom.troubles import ClassTrouble, TroubleCode
from game.format.words import Words
from game.library import CodeOfNothingHere, explain
from game.library.explain import visible
from game.records.troubles import NotACode, WhyNoCode

_Sentence = Callable[[Words, Mapping[str, str]], str]


def trouble_told(trouble: ClassTrouble, words: Words) -> str:
    """One or two sentences without the file's name and without a line break."""
    return visible(_SENTENCES[trouble.code](words, {"file": trouble.file, **trouble.values}))


def whose(trouble: ClassTrouble, words: Words) -> str:
    """What a trouble is about: the file, and in a list of codes the line."""
    return _place(trouble.file, trouble.line, words)


def _place(file: str, line: int, words: Words) -> str:
    return words("{file}, line {line}", file=file, line=line) if line else file


def _other(words: Words, values: Mapping[str, str]) -> str:
    return _place(values["other"], int(values.get("other_line", "0")), words)


def _unreadable(words: Words, values: Mapping[str, str]) -> str:
    number = int(values.get("errno", errno.EIO))
    return explain(OSError(number, os.strerror(number), values["file"]), words)


def _wrong_code(words: Words, values: Mapping[str, str]) -> str:
    why = next(why for why in get_args(WhyNoCode) if why == values["why"])
    return explain(NotACode(values["text"], why, values["letter"]), words)


_SENTENCES: Final[Mapping[TroubleCode, _Sentence]] = {
    "foreign": lambda words, _: words("This is not a record of a meeting."),
    "damaged": lambda words, values: words(
        "The record is damaged in line {line}. Ask for it once more.", line=values["line"]
    ),
    "torn": lambda words, _: words("Its last line is torn off; what stands before it was read."),
    "newer": lambda words, _: words("A newer Shinyo wrote this. Update Shinyo to read it."),
    "too_big": lambda words, _: words("This is far too big for a record."),
    "unreadable": _unreadable,
    "forged": lambda words, values: words(
        "Decision {position} was not on offer there, so somebody has changed the record. It does not count.",
        position=values["position"],
    ),
    "duplicate": lambda words, values: words(
        "A copy of {other}, which is the one that counts.", other=_other(words, values)
    ),
    "conflict": lambda words, values: words(
        "A copy of {other} that tells another meeting. Nobody can say which is right, so neither counts.",
        other=_other(words, values),
    ),
    "version_missing": lambda words, _: words(
        "The scenario it was played with is not beside it. Copy the folder “versions” too, or hand in the "
        "file that `shinyo records export` makes."
    ),
    "version_altered": lambda words, _: words(
        "The scenario kept with it was changed, so it cannot be replayed."
    ),
    "unplayable": lambda words, _: words("The scenario it was played with has faults and cannot be played."),
    "other_version": lambda words, _: words(
        "Played with another version of the scenario than most; it has a figure of its own."
    ),
    "unfinished": lambda words, values: words.plural(
        "Not finished: {count} decision so far.",
        "Not finished: {count} decisions so far.",
        int(values["decisions"]),
    ),
    "given_up": lambda words, values: words.plural(
        "Given up after {count} decision.", "Given up after {count} decisions.", int(values["decisions"])
    ),
    "wrong_code": _wrong_code,
    "same_code": lambda words, values: words(
        "The same choices as {other}, on the same day. Both count, because two people can decide alike. If "
        "it is one and the same meeting, take one out; a name beside each code makes it clear.",
        other=_other(words, values),
    ),
    "unknown_code": lambda words, values: explain(CodeOfNothingHere(values["text"]), words),
}
