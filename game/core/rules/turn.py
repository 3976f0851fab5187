"""The turn a rule works in: whose states, which scene and choice the entries name, and the modifiers.

Modifiers come in the order of the credit model: repetition (each rule's own), scar, goodwill, bounds.
"""

from dataclasses import dataclass, field

import numpy as np

from game.core.game import Game
from game.core.passbook import Passbook, Reason
from game.core.principles import Principle
from game.core.states import Ints, Mask, States


@dataclass(slots=True)
class Turn:
    """One choice (or one event, or the calendar) for a batch of states that are all in one scene.

    ``asked``: what questions have cost in this choice so far; ``alternative``: the rows in which a
    demand was already held with an alternative in this choice.
    """

    game: Game
    states: States
    passbook: Passbook
    scene: str
    choice: str | None = None
    asked: Ints = field(init=False)
    alternative: Mask = field(init=False)

    def __post_init__(self) -> None:
        self.asked = np.zeros(len(self.states), dtype=np.int32)
        self.alternative = np.zeros(len(self.states), dtype=np.bool_)

    def deposit(
        self, where: Mask, amount: Ints | int, principle: Principle, reason: Reason, **numbers: Ints | int
    ) -> Ints:
        """Earn credit: what is above 0 counts half, rounded up, once a lie was found out."""
        earned = self._whole(amount)
        divisor = self.game.book.truth.scar_divisor
        halved = (self.states["scar"] == 1) & (earned > 0)
        earned = np.where(halved, -(-earned // divisor), earned)
        return self.plain(where, earned, principle, reason, **numbers)

    def failure(
        self, where: Mask, loss: Ints | int, principle: Principle, reason: Reason, **numbers: Ints | int
    ) -> Ints:
        """An honest failure of ``loss`` ≥ 0, cushioned by the goodwill of positive credit."""
        scale = self.game.book.goodwill.scale
        cushion = scale - np.maximum(self.states["credit"], 0)
        cost = -(-(self._whole(loss) * cushion) // scale)
        return self.plain(where, -cost, principle, reason, **numbers)

    def plain(
        self, where: Mask, amount: Ints | int, principle: Principle, reason: Reason, **numbers: Ints | int
    ) -> Ints:
        """Move the balance as it stands; returns what really moved, shape (n,)."""
        return self.passbook.post(
            self.states,
            where,
            self._whole(amount),
            scene=self.scene,
            choice=self.choice,
            principle=principle,
            reason=reason,
            numbers=numbers,
        )

    def shift_standing(self, where: Mask, by: Ints | int) -> None:
        """Move the standing, within −100…100."""
        standing = self.states["standing"]
        self.states.put("standing", where, np.clip(standing + by, -100, 100))

    def bank(self, where: Mask) -> None:
        """Giving banks patience for questions."""
        book = self.game.book
        fewer = np.maximum(self.states["questions"] - book.giving.banks, book.asking.questions_least)
        self.states.put("questions", where, fewer)

    def contact(self, where: Mask) -> None:
        """An act for the customer: the months of silence count from today again."""
        self.states.put("last_contact", where, self.states["day"])
        self.states.put("silent", where, 0)

    def _whole(self, amount: Ints | int) -> Ints:
        return np.broadcast_to(np.asarray(amount, dtype=np.int32), len(self.states))


def halved(amount: int, times: Ints) -> Ints:
    """An amount halved for every time it was done before, rounded down, shape (n,)."""
    return np.right_shift(np.int32(amount), np.minimum(times, 30)).astype(np.int32)
