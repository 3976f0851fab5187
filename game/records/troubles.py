"""What can be wrong with files a person has, as typed exceptions that carry what a sentence about it needs.

They are raised where a file is opened and worded where a person is told (``game.library.explain``); a
full disk, a missing right and the like stay the ``OSError`` they are.
"""

from pathlib import Path
from typing import Literal


class Trouble(Exception):  # noqa: N818 (none of these is an error of the program)
    """Something about a person's file that they can be told in a plain sentence."""


class FileTrouble(Trouble):
    """A trouble with one file."""

    def __init__(self, file: Path, *more: object) -> None:
        super().__init__(str(file), *more)
        self.file = file


class NotAFile(FileTrouble):
    """Something that is neither a file nor a folder: a device, a pipe."""


class NotARecord(FileTrouble):
    """The file is not a record of a meeting: foreign, empty, or its first line is spoilt."""


class NewerRecord(FileTrouble):
    """The record was written by a newer version; ``version`` is the number of its format."""

    def __init__(self, file: Path, version: int) -> None:
        super().__init__(file, version)
        self.version = version


class Garbled(FileTrouble):
    """A record whose ``line`` (from 1) cannot be read, though it is not the torn last one."""

    def __init__(self, file: Path, line: int) -> None:
        super().__init__(file, line)
        self.line = line


class Duplicated(FileTrouble):
    """A copy of a record that goes on in another file, ``original``."""

    def __init__(self, file: Path, original: Path) -> None:
        super().__init__(file, str(original))
        self.original = original


class InUse(FileTrouble):
    """The meeting is being played in another window."""


class AlreadyClosed(FileTrouble):
    """The meeting has been ended; it can be replayed and not be gone on with."""


class NoSuchRecord(FileTrouble):
    """There is no record here."""


class TooBig(FileTrouble):
    """The file is larger than anything that could be meant; ``most`` bytes are read."""

    def __init__(self, file: Path, most: int) -> None:
        super().__init__(file, most)
        self.most = most


class VersionMissing(FileTrouble):
    """The scenario or the rulebook a record was played with (``file``) is not kept beside it."""


class VersionAltered(FileTrouble):
    """A kept scenario or rulebook (``file``) is not what was played: somebody changed it."""


class NotAnExport(FileTrouble):
    """The file is not one that ``shinyo records export`` made, or it is damaged."""


WhyNoCode = Literal["letter", "length", "checksum", "version"]


class NotACode(Trouble):
    """A typed text is no result code.

    ``why``: a ``letter`` that no code has, too short or too long (``length``), a slip of the pen
    (``checksum``), or one of a later program (``version``).
    """

    def __init__(self, text: str, why: WhyNoCode, letter: str = "") -> None:
        super().__init__(text, why, letter)
        self.text = text
        self.why = why
        self.letter = letter
