"""What can be wrong with the places and files the library opens (more of ``game.records.troubles``)."""

from collections.abc import Mapping
from pathlib import Path

from game.format.codes import Lang
from game.format.findings import Finding
from game.records.troubles import FileTrouble, NotAFile, Trouble

__all__ = [
    "CodeOfNothingHere",
    "DoesNotReplay",
    "IsAFolder",
    "Misinstalled",
    "NoExample",
    "NotAFile",
    "NotAPack",
    "NotFound",
    "NotText",
    "NowhereToSave",
    "PackBreaksRules",
    "SetAside",
    "Unplayable",
]


class NotFound(Trouble):
    """There is neither a file nor a scenario of this ``name``; ``suggestions`` look like it, best first.

    ``titles``: what those of them that are ids are called.
    """

    def __init__(
        self, name: str, suggestions: tuple[str, ...] = (), titles: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(name, suggestions)
        self.name = name
        self.suggestions = suggestions
        self.titles = titles or {}


class CodeOfNothingHere(Trouble):
    """A result code is sound, but was made with a scenario or a rulebook that is not here as it was then."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class CodeForRecord(Trouble):
    """A result code was named where a record is meant."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NoExample(Trouble):
    """There is no example of this ``name``; ``suggestions`` look like it, ``known`` are all there are."""

    def __init__(self, name: str, suggestions: tuple[str, ...], known: tuple[str, ...]) -> None:
        super().__init__(name, suggestions, known)
        self.name = name
        self.suggestions = suggestions
        self.known = known


class SavedAsText(FileTrouble):
    """The file is there, but an editor hung ``.txt`` on the name, which was to be ``wanted``."""

    def __init__(self, file: Path, wanted: str) -> None:
        super().__init__(file, wanted)
        self.wanted = wanted


class IsAFolder(FileTrouble):
    """A folder stands where a file is expected."""


class NotText(FileTrouble):
    """A text is expected, and this is none, or one that cannot be read.

    ``found`` says in each language why, and where.
    """

    def __init__(self, file: Path, found: Mapping[Lang, Finding]) -> None:
        super().__init__(file, found)
        self.found = found


class NotAPack(FileTrouble):
    """A file that is no pack of scenarios, or a damaged one."""


class PackBreaksRules(FileTrouble):
    """A pack holds an entry (``name``) that none may: a path, an odd kind of file, something far too big."""

    def __init__(self, file: Path, name: str) -> None:
        super().__init__(file, name)
        self.name = name


class NowhereToSave(FileTrouble):
    """Nothing can be saved in ``file``, the folder of the trainee's data (None: there is no home folder).

    ``cause`` is what the system said; play goes on from a temporary folder.
    """

    def __init__(self, file: Path, cause: OSError | None) -> None:
        super().__init__(file, cause)
        self.cause = cause


class SetAside(FileTrouble):
    """A settings file that could not be read was renamed to ``kept``; the settings begin anew."""

    def __init__(self, file: Path, kept: Path) -> None:
        super().__init__(file, str(kept))
        self.kept = kept


class Misinstalled(FileTrouble):
    """A part of the program itself (``file``) is missing or damaged."""


class Unplayable(FileTrouble):
    """A scenario with faults cannot be played; ``findings`` tell them."""

    def __init__(self, file: Path, findings: tuple[Finding, ...]) -> None:
        super().__init__(file, findings)
        self.findings = findings


class NotFinished(Trouble):
    """Work that a process of its own was to do ended without a result: it had no memory, or was ended."""


class DoesNotReplay(FileTrouble):
    """The decision ``position`` (from 1) of a record is not on offer in the scenario it names."""

    def __init__(self, file: Path, position: int) -> None:
        super().__init__(file, position)
        self.position = position
