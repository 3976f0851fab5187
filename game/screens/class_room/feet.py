"""The line at the bottom of a page: which key does what, where one is, and whether names are shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.screens.class_room.deck import WHICH

if TYPE_CHECKING:
    from game.format.words import Words
    from game.screens.class_room.deck import Deck
    from game.screens.class_room.page import Page


def foot_of(deck: "Deck", words: "Words") -> "Callable[[Page], None]":
    """Draws the line for what is up now."""
    keys, right = keys_told(deck, words), where_told(deck, words)
    return lambda page: page.foot(keys, right)


def keys_told(deck: "Deck", words: "Words") -> list[tuple[str, str]]:
    """The keys that do something here, and what."""
    if deck.planning is not None:
        return [("←→", words("choose")), (words("Space"), words("take it")), ("Esc", words("leave it"))]
    slide, shown = deck.slide, deck.shown
    keys = [("←→", words("page"))]
    if slide.key == WHICH:
        keys.append(("↑↓", words("another one")))
    if slide.decision is not None:
        keys.append((words("Space"), words("hold back") if shown.step else words("reveal")))
        keys.append(("B", words("everything") if shown.branches else words("two branches")))
        if shown.branches and len(slide.decision.choices) > 2:  # noqa: PLR2004 - there is no third one
            keys.append(("↑↓", words("another one")))
        keys.append(("N", words("without names") if shown.names else words("names")))
    elif slide.steps > 1:
        keys.append((words("Space"), words("more")))
    return [*keys, ("P", words("plan"))]


def where_told(deck: "Deck", words: "Words") -> str:
    """Which page of how many; in a plan also how long it is given."""
    where = words("{page} of {pages}", page=deck.at + 1, pages=len(deck.slides))
    minutes = {stop.key: stop.minutes for stop in deck.stops}.get(deck.slide.key)
    if minutes is None:
        return where
    return words("{minutes} min  ·  {where}", minutes=minutes, where=where)
