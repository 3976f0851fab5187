"""One trainee in one meeting: the only thing that changes while they play.

A meeting hands out views, never entries or credit, until it has ended and is revealed (law 3). The one
other door, ``coach``, opens only where the meeting was begun with a coach. A meeting is a function of
its path: ``resumed`` builds it again from the choice ids, in any language.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from game.core.coached import Coached, coached
from game.core.game import Game
from game.core.passbook import Passbook
from game.core.play import NotOffered, Part, offered_ids, start, step
from game.core.reveal import Reveal, reveal_of
from game.core.scenario import Line
from game.core.view import Offered, View, answer, view

Keep = Callable[[str, str], None]
"""Keeps a decision (scene id, choice id) on disk before anything follows from it; raises ``OSError``
when it cannot, and then the decision has not been made."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one choice brought: what the trainee said or did, and how the customer answered.

    ``days_passed`` is how many days lie between it and the next scene.
    """

    scene: str
    said: Offered
    reply: tuple[Line, ...]
    days_passed: int


class Meeting:
    """A meeting being played, from its first scene to an ending.

    ``coached``: the balance may be seen while it is played, because that was asked for or because the
    scenario is a tutorial. It is settled when the meeting begins and cannot be asked for later.
    """

    def __init__(self, game: Game, keep: Keep | None = None, *, coach: bool = False) -> None:
        self.game = game
        self.coached: Final = coach or game.scenario.coach
        self._keep = keep
        self._passbook = Passbook()
        self._part: Part = start(game, self._passbook)
        self._booked = 0
        self._path: list[str] = []
        self._exchanges: list[Exchange] = []
        self._views: list[View] = [view(game, self._part)]

    @classmethod
    def resumed(
        cls, game: Game, path: Sequence[str], keep: Keep | None = None, *, coach: bool = False
    ) -> "Meeting":
        """The meeting after these choices; raises ``NotOffered`` if one was not on offer.

        Nothing of the path is kept again: it comes from where it was kept.
        """
        meeting = cls(game, coach=coach)
        for choice in path:
            meeting.choose(choice)
        meeting._keep = keep
        return meeting

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the choices made so far."""
        return tuple(self._path)

    @property
    def view(self) -> View:
        """What the trainee sees now."""
        return self._views[-1]

    @property
    def views(self) -> tuple[View, ...]:
        """Every scene shown so far, the present one last: one more than there are exchanges."""
        return tuple(self._views)

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Every choice made so far with its answer, for the backlog."""
        return tuple(self._exchanges)

    @property
    def ended(self) -> bool:
        """Whether the meeting has come to an ending."""
        return self.view.ending is not None

    def choose(self, choice: str) -> Exchange:
        """Make a choice: keep it first, then let it happen.

        Raises ``NotOffered`` for an id that is not on offer, and ``OSError`` when it could not be
        kept; in both cases the meeting is where it was.
        """
        ids = offered_ids(self.game, self._part)
        here = self.game.scenario.scenes[self._part.scene]
        if choice not in ids:
            raise NotOffered(len(self._path), here.id, choice, ids)
        if self._keep is not None:
            self._keep(here.id, choice)
        index = next(i for i, each in enumerate(here.choices) if each.id == choice)
        reply = answer(self.game, self._part, index)
        booked = len(self._passbook)  # in a batch of one every posting is one entry
        said = next(each for each in self.view.choices if each.id == choice)
        (self._part,) = step(self.game, self._part.scene, index, self._part.states, self._passbook)
        after = view(self.game, self._part)
        exchange = Exchange(here.id, said, reply, (after.date - self.view.date).days)
        self._booked = booked
        self._path.append(choice)
        self._exchanges.append(exchange)
        self._views.append(after)
        return exchange

    def coach(self) -> Coached:
        """The balance, what the last choice did to it, and why.

        Raises ``ValueError`` where the meeting was not begun with a coach: then nobody sees it.
        """
        if not self.coached:
            raise ValueError("the balance is shown only in a meeting begun with a coach")
        entries = self._passbook.entries()
        earlier = entries[: self._booked]
        before = earlier[-1].balance if earlier else self.game.layout.opening.credit
        return coached(self.game, self._part.states, before, entries[self._booked :])

    def reveal(self) -> Reveal:
        """Let time run on and open the passbook; raises ``ValueError`` before the ending.

        The meeting itself is not changed: it can be revealed again.
        """
        return reveal_of(self.game, self._path)
