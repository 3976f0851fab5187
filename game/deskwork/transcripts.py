"""The transcripts beside a scenario replayed: whether each still ends as it says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring import transcript as plays
from game.authoring.transcript_told import told
from game.format.codes import Lang
from game.library import Opened
from game.records import Trouble

if TYPE_CHECKING:
    from game.library import Library


@dataclass(frozen=True, slots=True)
class Tried:
    """A transcript replayed: the ``line`` at which it first differs and how (0 and "": nothing differs).

    ``trouble``: it could not be read, and this is why.
    """

    file: Path
    line: int = 0
    difference: str = ""
    trouble: Exception | None = None

    @property
    def holds(self) -> bool:
        """Whether it plays as it says."""
        return not self.difference and self.trouble is None


def first_difference(library: "Library", opened: Opened, file: Path) -> plays.Difference | None:
    """Where a transcript differs from what happens, None where it does not; raises troubles, ``OSError``."""
    transcript = plays.read(library.workshop.transcript(file))
    spoken = opened
    if transcript.language in {"ja", "en"} and opened.playable.language != transcript.language:
        spoken = library.open_scenario(opened.path, "ja" if transcript.language == "ja" else "en")
    return plays.replay(transcript, spoken.playable, library.rulebook())


def tried(
    library: "Library",
    opened: Opened,
    files: Sequence[Path],
    lang: Lang,
    each: Callable[[int], None] = lambda _: None,
) -> tuple[Tried, ...]:
    """Replay transcripts of a scenario without faults; ``each`` is called with how many are done."""
    found = []
    for number, file in enumerate(files):
        each(number)
        try:
            difference = first_difference(library, opened, file)
        except (Trouble, OSError) as trouble:
            found.append(Tried(file, trouble=trouble))
            continue
        if difference is None:
            found.append(Tried(file))
        else:
            found.append(Tried(file, difference.line, told(difference, lang)))
    return tuple(found)
