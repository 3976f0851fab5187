"""Result codes as a class types or pastes them: one a line, with or without a name beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.classroom.hand_in import HandIn
from game.classroom.sources import Sources
from game.classroom.troubles import ClassTrouble
from game.core.scenario import Scenario
from game.format.codes import Lang
from game.library import CodeOfNothingHere, Library
from game.library.result_codes import CodeBook
from game.records import Continues, Files, NotACode, Trouble
from game.records.lines import name as as_name
from game.records.result_code import Played, read_code

PARTING: Final = "\t,;、，："
"""What may stand between a name and its code."""

REMARK: Final = "#"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: the code on it, and the name beside it, "" for none."""

    code: str
    name: str


def lines_of(text: str) -> Iterator[Line]:
    """Every line that says something; one without a code in it is taken for a code that is wrong."""
    for each in text.lstrip("\ufeff").splitlines():
        line = each.strip()
        if line and not line.startswith(REMARK):
            yield _parted(line)


def is_code(text: str) -> bool:
    """Whether a text is a result code, of whatever meeting."""
    try:
        read_code(text)
    except NotACode:
        return False
    return True


def _parted(line: str) -> Line:
    if is_code(line):
        return Line(line, "")
    pieces = [
        piece.strip() for piece in line.translate(str.maketrans(PARTING, "\t" * len(PARTING))).split("\t")
    ]
    for at, piece in enumerate(pieces):
        if is_code(piece):
            return Line(piece, _name(pieces[:at] + pieces[at + 1 :]))
    words = line.split()
    for at in range(1, len(words)):
        if is_code(" ".join(words[at:])):
            return Line(" ".join(words[at:]), _name(words[:at]))
        if is_code(" ".join(words[:at])):
            return Line(" ".join(words[:at]), _name(words[at:]))
    return Line(line, "")


def _name(pieces: list[str]) -> str:
    return as_name(" ".join(piece for piece in pieces if piece))


class Codes:
    """Finds the meetings of codes among the scenarios on the shelf, which are opened when first asked for."""

    def __init__(self, library: Library, sources: Sources, lang: Lang) -> None:
        self._library, self._sources, self._lang = library, sources, lang
        self._book: CodeBook | None = None
        self._files: dict[str, Files] = {}

    def hand_in(self, line: Line, file: str, folder: str) -> HandIn | ClassTrouble:
        """The meeting of a code, or what is wrong with it."""
        try:
            told = self._opened().told(line.code)
        except NotACode as wrong:
            text = line.code if len(line.code) <= SHOWN else f"{line.code[:SHOWN]}…"
            return ClassTrouble(file, "wrong_code", {"text": text, "why": wrong.why, "letter": wrong.letter})
        except CodeOfNothingHere:
            return ClassTrouble(file, "unknown_code", {"text": line.code})
        *before, meeting = told.meetings
        whose = f"{meeting.game.scenario.hash} {told.coded.day} {line.name}"
        return HandIn(
            file=file,
            folder=folder,
            meeting=f"code {whose} {' '.join(meeting.path)}",
            name=line.name,
            language=self._lang,
            coached=told.coded.coached,
            started=told.coded.day,
            files=self._files[meeting.game.scenario.id],
            continues=self._continues(before),
            path=tuple(meeting.path),
            predicted=told.coded.prediction,
        )

    def _continues(self, before: list[Played]) -> Continues | None:
        found: Continues | None = None
        rulebook = self._library.rulebook().hash
        for each in before:
            scenario = each.game.scenario
            files = self._files[scenario.id]
            found = Continues(scenario.id, scenario.hash, rulebook, tuple(each.path), files, found)
        return found

    def _opened(self) -> CodeBook:
        if self._book is None:
            scenarios: list[Scenario] = []
            for shelved in self._library.listing(self._lang):
                try:
                    opened = self._library.open_scenario(shelved.path, self._lang)
                    scenarios.append(opened.playable)
                except (Trouble, OSError):  # what cannot be opened has no codes either
                    continue
                self._files[scenarios[-1].id] = self._sources.keep(
                    opened.played(self._library.rulebook_bytes())
                )
            self._book = CodeBook(scenarios, self._library.rulebook())
        return self._book


SHOWN: Final = 60
"""Characters of a wrong code that are shown."""
