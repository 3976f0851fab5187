"""What of a page is to be seen at the moment: how far it is told, whether with names, which branches."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """What the trainer chose to show.

    ``step``: how far a page is told, 0 is held back. ``branches``: two choices side by side, ``other`` is
    which of the rest stands on the right. ``sheet``: which part of a list that is longer than a page.
    """

    step: int = 0
    names: bool = False
    branches: bool = False
    other: int = 0
    sheet: int = 0
