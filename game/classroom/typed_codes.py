"""Result codes as a class types or pastes them: one a line, with or without a name beside it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.classroom.hand_in import HandIn
from game.classroom.sources import Sources
from game.classroom.troubles import ClassTrouble
from game.core.scenario import Scenario
from game.format.codes import Lang
from game.library import CodeOfNothingHere, Library
from game.library.result_codes import CodeBook, Told
from game.records import Continues, Files, NotACode, Trouble
from game.records.lines import name as as_name
from game.records.result_code import GROUP, LONGEST, SHORTEST, Played, is_code, read_code

PARTING: Final = "\t,;:、，；："
"""What may stand between a name and its code."""

REMARK: Final = "#"

LABEL: Final = re.compile(r"(?:result code|code|結果コード|コード)(?:\s+|$)", re.IGNORECASE)
"""What a trainee copies along with the code, and is nobody's name."""

LOOKS: Final = re.compile(rf"\w{{{GROUP}}}(?:[- ]\w{{{GROUP}}}){{2,}}[- ]?\w{{0,{GROUP}}}")
"""What is written in groups as a code is, rightly or wrongly."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: the code on it, the name beside it ("" for none), its number (from 1; 0: no list)."""

    code: str
    name: str
    number: int = 0


LONGEST_TYPED: Final = 2 * LONGEST
"""Characters of a code as it is typed, a hyphen or a space after each at most."""

LONGEST_LINE: Final = 200
"""Characters of a line that can hold a name and a code; what is longer is somebody's notes."""


def lines_of(text: str) -> Iterator[Line]:
    """Every line that says something; one without a code in it is taken for a code that is wrong."""
    for number, each in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        line = each.strip()
        if line and not line.startswith(REMARK):
            yield replace(_parted(line), number=number)


def looks_like_code(text: str) -> bool:
    """Whether a text is a result code or was to be one: words with hyphens have figures in one at most."""
    if is_code(text):
        return True
    groups = re.split("[- ]", text)
    return LOOKS.fullmatch(text) is not None and sum(bool(re.search(r"\d", group)) for group in groups) > 1


def _parted(line: str) -> Line:
    if len(line) > LONGEST_LINE:
        return Line(line, "")
    if is_code(line):
        return Line(line, "")
    pieces = [
        piece.strip() for piece in line.translate(str.maketrans(PARTING, "\t" * len(PARTING))).split("\t")
    ]
    for at, piece in enumerate(pieces):
        if is_code(piece):
            return Line(piece, _name(pieces[:at] + pieces[at + 1 :]))
    for place, piece in enumerate(pieces):
        words = piece.split()
        for at in range(1, len(words)):
            for code, name in ((words[at:], words[:at]), (words[:at], words[at:])):
                typed = " ".join(code)
                if SHORTEST <= len(typed) <= LONGEST_TYPED and is_code(typed):
                    return Line(typed, _name([*pieces[:place], *name, *pieces[place + 1 :]]))
    return Line(line, "")


def _name(pieces: list[str]) -> str:
    return as_name(LABEL.sub("", " ".join(piece for piece in pieces if piece), count=1))


class Codes:
    """Finds the meetings of codes among the scenarios on the shelf, which are opened when first asked for."""

    def __init__(self, library: Library, sources: Sources, lang: Lang) -> None:
        self._library, self._sources, self._lang = library, sources, lang
        self._shelf: list[Path] | None = None
        self._scenarios: list[Scenario] = []
        self._files: dict[str, Files] = {}

    def hand_ins(self, lines: Iterable[Line], file: str, folder: str) -> Iterator[HandIn | ClassTrouble]:
        """The meetings of a list, and what is wrong with its codes or is to be looked at.

        Two trainees may take the same path on the same day, and then have the same code. So without names
        each line of a list is a meeting of its own, and it is said that they are alike; the same name with
        the same code is one meeting. ``file``: "" for codes in no file, each of which is called by itself.
        """
        firsts: dict[str, HandIn] = {}
        nameless: Counter[str] = Counter()
        for line in lines:
            found = self._hand_in(line, file or line.code, folder)
            if isinstance(found, HandIn):
                meeting, number = found.meeting, nameless[found.meeting]
                first = firsts.setdefault(meeting, found)
                if first is not found and (number or not found.name):
                    yield found.trouble("same_code", other=first.file, other_line=str(first.line))
                nameless[meeting] += not found.name
                found = replace(found, meeting=f"{meeting} {found.name or f'#{number}'}")
            yield found

    def _hand_in(self, line: Line, file: str, folder: str) -> HandIn | ClassTrouble:
        """The meeting of a code, or what is wrong with it; its ``meeting`` does not say whose it is."""
        try:
            told = self._told(line.code)
        except NotACode as wrong:
            text = line.code if len(line.code) <= SHOWN else f"{line.code[:SHOWN]}…"
            values = {"text": text, "why": wrong.why, "letter": wrong.letter}
            return ClassTrouble(file, "wrong_code", values, line.number)
        except CodeOfNothingHere:
            return ClassTrouble(file, "unknown_code", {"text": line.code}, line.number)
        *before, meeting = told.meetings
        which = f"{meeting.game.scenario.hash} {told.coded.day} {' '.join(meeting.path)}"
        return HandIn(
            file=file,
            folder=folder,
            meeting=f"code {which}",
            name=line.name,
            language=self._lang,
            coached=told.coded.coached,
            started=told.coded.day,
            files=self._files[meeting.game.scenario.id],
            continues=self._continues(before),
            path=tuple(meeting.path),
            predicted=told.coded.prediction,
            line=line.number,
            coded=True,
        )

    def _continues(self, before: list[Played]) -> Continues | None:
        found: Continues | None = None
        rulebook = self._library.rulebook().hash
        for each in before:
            scenario = each.game.scenario
            files = self._files[scenario.id]
            found = Continues(scenario.id, scenario.hash, rulebook, tuple(each.path), files, found)
        return found

    def _told(self, code: str) -> Told:
        """The meeting of a code; scenarios are opened one after another until it fits one.

        Raises ``NotACode`` and ``CodeOfNothingHere``.
        """
        read_code(code)  # before any scenario is opened for it
        while True:
            try:
                return CodeBook(self._scenarios, self._library.rulebook()).told(code)
            except CodeOfNothingHere:
                if not self._open_another():
                    raise

    def _open_another(self) -> bool:
        """Open the next one on the shelf; False when there is none."""
        if self._shelf is None:
            self._shelf = [shelved.path for shelved in reversed(self._library.listing(self._lang))]
        while self._shelf:
            try:
                opened = self._library.open_scenario(self._shelf.pop(), self._lang)
                self._scenarios.append(opened.playable)
            except (Trouble, OSError):  # what cannot be opened has no codes either
                continue
            source = opened.played(self._library.rulebook_bytes())
            self._files[self._scenarios[-1].id] = self._sources.keep(source)
            return True
        return False


SHOWN: Final = 60
"""Characters of a wrong code that are shown."""
