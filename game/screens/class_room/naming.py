"""How people and what they said are written before a class: numbers or names, sentences or deeds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.classroom.figures import Taken
    from game.format.words import Words
    from game.screens.class_room.page import Page

FEWEST: Final = 5
"""Fewer than these are never shown by name, so that nobody stands alone before the others."""

MOST_NAMES: Final = 24
"""More than these have no room anywhere."""


def names_told(page: "Page", seats: Sequence[int]) -> str:
    """The names of these seats in order, or why they are not shown."""
    words = page.words
    if len(seats) < FEWEST:
        return words("Fewer than five: no names are shown.")
    names = sorted(page.names[number] for number in seats)
    return words(", ").join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")


def taken_text(taken: "Taken", words: "Words") -> str:
    """A choice as it stands before a class: a sentence in quotation marks, a deed without."""
    return taken.text if taken.act else words("“{said}”", said=taken.text)
