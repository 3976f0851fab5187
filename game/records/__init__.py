"""The trainee's records: one append-only file a meeting, and every version that was played beside them.

A record is JSON Lines in UTF-8: a header, a line a decision, prediction, reflection, resolve, a closing
line; after it only what was tried again, reflection and resolve. Each is on the disk before the next scene
shows. No score stands in it: scores are recomputed.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.records.folder import RETENTION_DAYS, Beginning, Records, new_header
    from game.records.handing import Handed, export, read_export
    from game.records.kept import Kept
    from game.records.lines import (
        Closing,
        Continues,
        Decision,
        Files,
        Header,
        Prediction,
        Reflection,
        predecessors,
    )
    from game.records.record import Record
    from game.records.remembered import Spoilt
    from game.records.retry import Retry
    from game.records.troubles import (
        AlreadyClosed,
        Duplicated,
        FileTrouble,
        Garbled,
        InUse,
        NewerRecord,
        NoSuchRecord,
        NotACode,
        NotAnExport,
        NotARecord,
        TooBig,
        Trouble,
        VersionAltered,
        VersionMissing,
    )
    from game.records.versions import Source, source_of
else:
    _WHERE: Final = {
        "AlreadyClosed": "troubles",
        "Beginning": "folder",
        "Closing": "lines",
        "Continues": "lines",
        "Decision": "lines",
        "Duplicated": "troubles",
        "export": "handing",
        "Files": "lines",
        "FileTrouble": "troubles",
        "Garbled": "troubles",
        "Handed": "handing",
        "Header": "lines",
        "InUse": "troubles",
        "Kept": "kept",
        "new_header": "folder",
        "NewerRecord": "troubles",
        "NoSuchRecord": "troubles",
        "NotACode": "troubles",
        "NotAnExport": "troubles",
        "NotARecord": "troubles",
        "predecessors": "lines",
        "Prediction": "lines",
        "read_export": "handing",
        "Record": "record",
        "Records": "folder",
        "Reflection": "lines",
        "RETENTION_DAYS": "folder",
        "Retry": "retry",
        "Source": "versions",
        "source_of": "versions",
        "Spoilt": "remembered",
        "TooBig": "troubles",
        "Trouble": "troubles",
        "VersionAltered": "troubles",
        "VersionMissing": "troubles",
    }

    def __getattr__(name: str) -> object:
        """A name of this package, its module imported only now: wording a trouble does without the rules."""
        if name not in _WHERE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)


__all__ = [
    "RETENTION_DAYS",
    "AlreadyClosed",
    "Beginning",
    "Closing",
    "Continues",
    "Decision",
    "Duplicated",
    "FileTrouble",
    "Files",
    "Garbled",
    "Handed",
    "Header",
    "InUse",
    "Kept",
    "NewerRecord",
    "NoSuchRecord",
    "NotACode",
    "NotARecord",
    "NotAnExport",
    "Prediction",
    "Record",
    "Records",
    "Reflection",
    "Retry",
    "Source",
    "Spoilt",
    "TooBig",
    "Trouble",
    "VersionAltered",
    "VersionMissing",
    "export",
    "new_header",
    "predecessors",
    "read_export",
    "source_of",
]
