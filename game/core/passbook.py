"""The passbook (信用通帳): every move of the balance with its reason.

Credit changes only through ``Passbook.post``. A passbook that keeps nothing (for the analysis) moves
the same credit and forgets why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.core.principles import Principle
from game.core.rulebook import LEAST, MOST
from game.core.states import Ints, Mask, States


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an entry was made, in no language: the rule that fired and what it was about.

    ``about`` maps a kind (``promise``, ``topic`` …) to an id or a plain value.
    """

    rule: str
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of one playthrough's passbook.

    ``amount`` is what really moved, after bounds; ``balance`` the credit after it. ``choice`` is None
    for what fell due or happened. ``numbers`` are the numbers of the rule that fired, whole.
    """

    day: int
    scene: str
    choice: str | None
    principle: Principle
    amount: int
    balance: int
    reason: Reason
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Posting:
    """One posting to many playthroughs; every array has shape (k,), k the rows it applies to."""

    rows: NDArray[np.int64]
    day: Ints
    amount: Ints
    balance: Ints
    numbers: Mapping[str, Ints]
    scene: str
    choice: str | None
    principle: Principle
    reason: Reason

    def entry(self, at: int) -> Entry:
        """The entry of the row at this position."""
        return Entry(
            int(self.day[at]), self.scene, self.choice, self.principle,
            int(self.amount[at]), int(self.balance[at]), self.reason,
            {name: int(values[at]) for name, values in self.numbers.items()},
        )  # fmt: skip


class Posted(NamedTuple):
    """One posting: to which rows, by how much each (n,), where in the story, under which principle."""

    where: Mask
    moved: Ints
    scene: str
    choice: str | None
    principle: Principle


class Passbook:
    """The passbooks of a whole batch."""

    def __init__(self, *, keeps: bool = True) -> None:
        """``keeps=False``: move the credit, keep no entries (a large batch needs none)."""
        self.keeps = keeps
        self._postings: list[_Posting] = []

    def post(
        self,
        states: States,
        where: Mask,
        amount: Ints,
        *,
        scene: str,
        choice: str | None,
        principle: Principle,
        reason: Reason,
        numbers: Mapping[str, Ints | int],
    ) -> Ints:
        """Move the credit of the rows in ``where`` by ``amount`` (n,), within −100…100.

        Returns what really moved, shape (n,), 0 outside ``where``.
        """
        before = states["credit"].copy()
        states.put("credit", where, np.clip(before + amount, LEAST, MOST))
        moved: Ints = states["credit"] - before
        self._note(states, Posted(where, moved, scene, choice, principle))
        if self.keeps:
            at = np.flatnonzero(where)
            if len(at):
                kept = {
                    name: np.broadcast_to(np.asarray(value, dtype=np.int32), len(states))[at]
                    for name, value in numbers.items()
                }
                self._postings.append(
                    _Posting(
                        states.rows[at], states["day"][at], moved[at], states["credit"][at],
                        kept, scene, choice, principle, reason,
                    )
                )  # fmt: skip
        return moved

    def _note(self, states: States, posted: Posted) -> None:
        """Take down of a posting what one wants to know who keeps no entries; here nothing."""

    def entries(self, row: int = 0) -> tuple[Entry, ...]:
        """The entries of one row of the batch, in the order in which they were posted."""
        return tuple(
            posting.entry(int(at)) for posting in self._postings for at in np.flatnonzero(posting.rows == row)
        )

    def __len__(self) -> int:
        """How many postings were made so far (a posting may be to many rows)."""
        return len(self._postings)
