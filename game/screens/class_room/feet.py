"""The line at the bottom of a page: which key does what, where one is, and whether names are shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.screens.class_room.deck import WHICH
from game.screens.hands import Act, Hand
from game.screens.hints import going_on
from game.screens.key_names import named
from game.screens.stage import Host

if TYPE_CHECKING:
    from game.format.words import Words
    from game.screens.class_room.deck import Deck
    from game.screens.class_room.page import Page

KeyOf = Callable[[Act], str]
"""Gives what stands on the key (or the button) of an act, "" where it has none."""

_NO_THIRD = 2


def keys_of(app: Host) -> KeyOf:
    """Those of the hand that was used last; with a mouse those of the keyboard."""
    hand: Hand = "pad" if app.hand == "pad" else "keys"

    def key(act: Act) -> str:
        if act is Act.CONFIRM:
            return going_on(app)
        if act is Act.BACK and hand == "keys":
            return "Esc"  # it always is, whatever else was chosen
        return named(app.bindings, hand, act, app.backstage.words)

    return key


def foot_of(
    deck: "Deck", words: "Words", key: KeyOf, so_far: str = "", aside: str = "", *, passing: str = ""
) -> "Callable[[Page], None]":
    """Draws the line for what is up now.

    ``so_far``: how much was read of what is still being read. ``aside``: what is said if it has room.
    ``passing``: what is said for a moment in the place of the keys.
    """
    keys, right = keys_told(deck, words, key), where_told(deck, words, so_far)
    return lambda page: page.foot([(passing, "")] if passing else keys, right, aside)


def keys_told(deck: "Deck", words: "Words", key: KeyOf) -> list[tuple[str, str]]:
    """The keys that do something here, and what; those of acts without a key are left out."""
    return [(name, does) for name, does in _keys(deck, words, key) if name]


def _keys(deck: "Deck", words: "Words", key: KeyOf) -> list[tuple[str, str]]:
    if deck.planning is not None:
        return [
            ("←→", words("choose")),
            (key(Act.CONFIRM), words("take it")),
            (key(Act.BACK), words("leave it")),
        ]
    slide, shown = deck.slide, deck.shown
    keys = [("←→", words("page"))]
    if shown.step < slide.steps - 1:
        keys.append((key(Act.CONFIRM), words("go on")))
    if slide.key == WHICH:
        keys.append(("↑↓", words("another one")))
    if slide.decision is not None:
        keys.append((key(Act.HURRY), words("hold back") if shown.step else words("reveal")))
        keys.append((key(Act.BRANCHES), words("everything") if shown.branches else words("two branches")))
        if shown.branches and len(slide.decision.choices) > _NO_THIRD:
            keys.append(("↑↓", words("another one")))
        keys.append((key(Act.NOTEBOOK), words("without names") if shown.names else words("names")))
    return [*keys, (key(Act.PLAN), words("plan"))]


def where_told(deck: "Deck", words: "Words", so_far: str = "") -> str:
    """Which page of how many; of a list which sheet; in a plan also how long it is given.

    ``so_far``: how much was read, where that is not all.
    """
    where = words("{page} of {pages}", page=deck.at + 1, pages=len(deck.slides))
    if deck.slide.decision is None and deck.slide.steps > 1:
        sheet, sheets = deck.shown.step + 1, deck.slide.steps
        where = words("sheet {sheet} of {sheets}  ·  {where}", sheet=sheet, sheets=sheets, where=where)
    if so_far:
        where = words("{read}  ·  {where}", read=so_far, where=where)
    minutes = {stop.key: stop.minutes for stop in deck.stops}.get(deck.slide.key)
    if minutes is None:
        return where
    return words("{minutes} min  ·  {where}", minutes=minutes, where=where)
