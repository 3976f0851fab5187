"""What building a scenario notes on the way: its words, what refers to what, and what comes about where.

One walk over the document makes the scenario and these notes, so they cannot disagree; translating is
the same walk with other words.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from game.core.times import AfterScene, OnDate, Time
from game.format.tree import Path


class Passage(NamedTuple):
    """One text of a scenario: where in the story it stands (ids, places from 1), and the text.

    ``path`` is where it stands in the document.
    """

    context: str
    text: str
    path: Path


class Reference(NamedTuple):
    """An id that has to be declared or come about elsewhere."""

    kind: str
    id: str
    path: Path


class Spot(NamedTuple):
    """A place in the document in two spellings: its path (for findings) and its names (for texts)."""

    path: Path = ()
    names: Path = ()

    def at(self, *steps: str | int, called: str | None = None) -> "Spot":
        """Further in; ``called`` renames the steps in the names."""
        return Spot(self.path + steps, self.names + (steps if called is None else (called,)))

    @property
    def context(self) -> str:
        """The names with dots between them; places in a list count from 1."""
        return ".".join([str(name + 1) if isinstance(name, int) else name for name in self.names])


class Notes:
    """Collected while a scenario is built.

    ``translation``: words by context, in place of the written. ``complaints``: the ids of all complaints
    of the file, since whether a ``deflect`` is of one or of a blur shows only in the whole of it.
    """

    def __init__(
        self, translation: Mapping[str, str] | None = None, complaints: Collection[str] = frozenset()
    ) -> None:
        self.complaints = complaints
        self.texts: list[Passage] = []
        self.references: list[Reference] = []
        self.uses: dict[str, dict[str, None]] = {}
        self.dates: list[tuple[OnDate, Path]] = []
        self._translation = translation or {}
        self._seen: set[str] = set()

    def text(self, spot: Spot, text: str) -> str:
        """Note a text and give the words to show: its translation where there is one."""
        if not text:
            return text
        context = spot.context
        if context not in self._seen:
            self._seen.add(context)
            self.texts.append(Passage(context, text, spot.path))
        return self._translation.get(context, text)

    def refer(self, kind: str, ids: str | Iterable[str], spot: Spot) -> tuple[str, ...]:
        """Note ids of a kind that are referred to; gives them back."""
        if isinstance(ids, str):
            self.references.append(Reference(kind, ids, spot.path))
            return (ids,)
        several = tuple(ids)
        for index, one in enumerate(several):
            self.references.append(Reference(kind, one, (*spot.path, index)))
        return several

    def use(self, kind: str, id: str) -> str:
        """Note that a thing comes about by this move, so that others may refer to it."""
        self.uses.setdefault(kind, {})[id] = None
        return id

    def time(self, time: Time, spot: Spot) -> Time:
        """Note what a time refers to; gives it back."""
        if isinstance(time, AfterScene):
            self.refer("scene", time.scene, spot)
        elif isinstance(time, OnDate):
            self.dates.append((time, spot.path))
        return time
