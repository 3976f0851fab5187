"""One meeting as it was handed in: what a class needs of a record or a result code, and nothing more.

The times of its decisions are not kept here, so that nothing made of it can tell them.
"""

import sys
from dataclasses import dataclass
from datetime import date

from game.classroom.troubles import ClassTrouble, TroubleCode
from game.core.scenario import Band
from game.debrief.prediction import FEELINGS, band_expected
from game.records import Continues, Files, Kept


@dataclass(frozen=True, slots=True)
class HandIn:
    """A meeting to be replayed; nothing it says of its outcome is here.

    ``file``: its name as the trainer knows it; ``line``: of a list of codes, 0 for a file of its own;
    ``coded``: it is a result code.
    ``folder``: the class, the name of the folder it lies in.
    ``meeting``: what tells it from another one; copies have the same. ``started``: the day, where the
    trainer is. ``files`` and ``continues`` as in a record's header. ``torn``: a piece of a line follows the
    last whole one. ``given_up``: the trainee ended it before its end. ``feeling``, ``resolve``: "" where
    nothing was said.
    """

    file: str
    folder: str
    meeting: str
    name: str
    language: str
    coached: bool
    started: date
    files: Files
    continues: Continues | None
    path: tuple[str, ...]
    predicted: Band | None = None
    feeling: str = ""
    resolve: str = ""
    torn: bool = False
    given_up: bool = False
    line: int = 0
    coded: bool = False

    def trouble(self, code: TroubleCode, **values: str) -> ClassTrouble:
        """Something is wrong with it."""
        return ClassTrouble(self.file, code, values, self.line)


def hand_in(kept: Kept, file: str, folder: str, *, torn: bool = False) -> HandIn:
    """What a record says, but for its times."""
    head, said = kept.header, kept.prediction
    return HandIn(
        file=file,
        folder=folder,
        meeting=head.uid,
        name=head.trainee,
        language=sys.intern(head.language),
        coached=head.coach,
        started=head.started.astimezone().date(),
        files=head.files,
        continues=head.continues,
        # A hundred thousand records name the same few choices.
        path=tuple(map(sys.intern, kept.path)),
        predicted=None if said is None else band_expected(said.band),
        feeling="" if said is None else said.feeling,
        resolve=kept.resolve or "",
        torn=torn,
        given_up=kept.closed == "abandoned",
    )


def known_feeling(feeling: str) -> str:
    """A feeling that was offered, by its id; "" for anything a person could have written themselves."""
    return feeling if feeling in FEELINGS else ""
