"""How people and what they said are written before a class: numbers or names, sentences or deeds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from game.format.wording import quoted

if TYPE_CHECKING:
    from game.classroom.figures import DecisionFigure, Taken
    from game.format.words import Words
    from game.screens.class_room.page import Page

FEWEST: Final = 5
"""Fewer than these are never shown by name, so that nobody stands alone before the others."""

MOST_NAMES: Final = 24
"""More than these have no room anywhere."""


def names_told(page: "Page", seats: Sequence[int], width: float, most: int = 1) -> str:
    """How many sat on these seats and their names in order, or why these are not shown.

    As many names as have room on ``most`` lines of small letters, and how many more there are: none is cut.
    """
    words = page.words
    count = words.plural("{count} person", "{count} people", len(seats))
    if len(seats) < FEWEST:
        return f"{count}  {words('Fewer than five: no names are shown.')}"
    names = sorted(page.names[number] for number in seats)

    def told(shown: int) -> str:
        some, rest = words(", ").join(names[:shown]), len(names) - shown
        return f"{count}  {words('{names} and {count} more', names=some, count=rest) if rest else some}"

    fits, fails = 0, min(len(names), MOST_NAMES) + 1
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if page.height(told(middle), "small", width) <= most * page.line("small") + 1:
            fits = middle
        else:
            fails = middle
    return told(fits) if fits else count


def taken_text(taken: "Taken", words: "Words") -> str:
    """A choice as it stands before a class: a sentence in quotation marks, a deed without."""
    return taken.text if taken.act else quoted(taken.text, words.lang)


def heard_text(decision: "DecisionFigure", words: "Words") -> str:
    """What was heard before a decision, in quotation marks where somebody said it; "" for nothing."""
    return quoted(decision.line, words.lang) if decision.speaker else decision.line
