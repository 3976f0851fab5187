"""What is shown while a class is read: what is being done, how far it is, and what there is to see so far."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.class_room.page import EDGE, WIDE, Page
from game.screens.class_room.slides import Slide
from game.screens.theme import GAP

if TYPE_CHECKING:
    from game.classroom.reading import Reading, Stage
    from game.format.words import Words

_HIGH = 14.0
"""Units of the bar."""


@dataclass(frozen=True, slots=True)
class Waited:
    """How far the reading is, at one moment."""

    stage: "Stage | None" = None
    files: int = 0
    left: int = 0
    stopped: bool = False
    analysing: bool = False

    @classmethod
    def of(cls, reading: "Reading | None") -> "Waited":
        """As it is now; nothing where nobody tells."""
        if reading is None:
            return cls()
        return cls(reading.stage, reading.files, reading.left, reading.stopped, reading.analysing)

    @property
    def going(self) -> bool:
        """Whether there is more to come, and it is being read."""
        return self.stage is not None and not self.stopped

    @property
    def read(self) -> int:
        """How many of ``files`` are read by now."""
        if self.stage is not None and self.stage.doing == "reading":
            return self.stage.done
        return self.files - self.left

    def told(self, words: "Words") -> str:
        """How many of all the files are in what is shown."""
        return words("{done} of {total} read", done=f"{self.read:,}", total=f"{self.files:,}")

    def aside(self, words: "Words") -> str:
        """That the best ways are not known yet, "" where they are."""
        return words("best ways: being worked out") if self.analysing else ""


def waiting_slide(words: "Words", trouble: str, waited: Waited) -> Slide:
    """What is shown before there are figures: how far they are, or what went wrong."""
    headline = words("That did not work") if trouble else doing_told(waited.stage, words)

    def drawn(page: Page) -> None:
        top = page.head([], headline) + 2.5 * GAP
        if trouble:
            page.write(trouble, "sentence", (EDGE, top), 900)
        elif waited.stage is not None:
            _progress(page, waited.stage, top)

    return Slide("waiting", headline, 1, drawn)


def waiting_foot(words: "Words") -> Callable[[Page], None]:
    """The one key that does something while there is nothing to see."""
    return lambda page: page.foot([("Esc", words("stop"))], "")


def doing_told(stage: "Stage | None", words: "Words") -> str:
    """What is being done."""
    if stage is None or stage.doing == "reading":
        return words("Reading the records …")
    return {
        "finding": words("Looking for records …"),
        "inventing": words("Making up a class …"),
        "replaying": words("Replaying the meetings …"),
        "counting": words("Counting …"),
    }[stage.doing]


def _progress(page: Page, stage: "Stage", top: float) -> None:
    """The bar, and the numbers below it; only a number where nobody knows of how many."""
    theme, words = page.pen.theme, page.words
    if stage.total:
        share = min(1.0, stage.done / stage.total)
        page.surface.fill(page.look.rule, theme.rect((EDGE, top, WIDE, _HIGH)))
        page.surface.fill(page.look.indigo, theme.rect((EDGE, top, WIDE * share, _HIGH)))
        told = words("{done} of {total}", done=f"{stage.done:,}", total=f"{stage.total:,}")
        page.write(told, "sentence", (EDGE, top + _HIGH + 1.5 * GAP), WIDE)
    elif stage.done:
        told = words("{count} found", count=f"{stage.done:,}")
        page.write(told, "sentence", (EDGE, top), WIDE)
