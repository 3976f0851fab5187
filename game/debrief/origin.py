"""Where an entry came from: words of one day that come back on another."""

from collections.abc import Mapping
from typing import Final

from game.core.game import Game
from game.core.reveal import Reveal

_MATTERS: Final = ("promise", "blur", "lie", "complaint", "demand")
"""Kinds of things that are said on one day and come back on another."""


def origin_of(game: Game, reveal: Reveal, index: int) -> int | None:
    """The place of the last entry of a choice before this one that was about the same matter.

    For a bill it is the entry it is the bill of. None where nothing that was chosen lies behind it.
    """
    entries = reveal.entries
    entry = entries[index]
    chosen = [at for at in reversed(range(index)) if entries[at].choice is not None]
    if entry.reason.rule == "bill":
        given = [at for at in chosen if entries[at].reason.rule == "concede.given_away"]
        due = entry.day - game.book.terms.bill_days
        return next((at for at in given if entries[at].day == due), given[0] if given else None)
    about = matters(entry.reason.about)
    return next((at for at in chosen if about & matters(entries[at].reason.about)), None)


def matters(about: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """The things, each as its kind and its id, that an entry is about and that can come back."""
    return frozenset((kind, name) for kind, name in about.items() if kind in _MATTERS)
