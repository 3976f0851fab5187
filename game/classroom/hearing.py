"""What was last heard before a decision: the customer's line the class answered, else anybody's else."""

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np

from game.core import play
from game.core.conditions import ALWAYS
from game.core.game import Game
from game.core.judging import holds
from game.core.passbook import Passbook
from game.core.scenario import Line, Scenario
from game.core.states import Ints, States

_NOTHING: Final = -1


class Heard(NamedTuple):
    """Where a line stands, so that it is found in any language: in a scene, or in a reply to a choice.

    ``choice`` and ``reply`` are −1 for a line of the scene itself; all are indices in the order of the file.
    """

    scene: int
    choice: int
    reply: int
    line: int


class Hearing:
    """Tells for many playthroughs at once which line of the customer's side came last, or else of others.

    ``found``: the lines heard so far; numbers given out are places in it.
    """

    def __init__(self, game: Game) -> None:
        self._game = game
        self._numbers: dict[Heard, int] = {}
        self._silent = frozenset(
            at
            for at, scene in enumerate(game.scenario.scenes)
            if not _surely_speaks(game.scenario, scene.lines)
        )

    @property
    def found(self) -> tuple[Heard, ...]:
        """The lines heard, by number."""
        return tuple(self._numbers)

    def before(self, scene: int, states: States, otherwise: Ints) -> Ints:
        """The last line of the scene's own in these states; ``otherwise`` where nobody of theirs speaks.

        Where that is −1, the last line of a colleague or of the narrator.
        """
        lines = self._game.scenario.scenes[scene].lines
        opened, place = play.opened(lines, states), Heard(scene, -1, -1, 0)
        heard = self._last(lines, opened, place, otherwise)
        if (heard == _NOTHING).any():
            others = self._last(lines, opened, place, heard, _anybody)
            heard = np.where(heard == _NOTHING, others, heard)
        return heard

    def answer(self, scene: int, choice: int, states: States) -> Ints:
        """The last line of the reply these states get to a choice; −1 for none, or where nobody asks."""
        nothing = np.full(len(states), _NOTHING, dtype=np.int32)
        here = self._game.scenario.scenes[scene].choices[choice]
        leads = {self._game.index[goto.scene] for goto in here.gotos}
        if not here.replies or not leads & self._silent:
            return nothing
        after = play.spoken(self._game, scene, choice, states.copy(), Passbook(keeps=False)).states
        left, last = after.everywhere(), nothing
        for at, reply in enumerate(here.replies):
            mask = left & holds(reply.when, after)
            left &= ~mask
            if mask.any():
                said = self._last(reply.lines, after, Heard(scene, choice, at, 0), nothing)
                last = np.where(mask, said, last)
        return last

    def _last(
        self, lines: tuple[Line, ...], states: States, place: Heard, otherwise: Ints, by: "_By | None" = None
    ) -> Ints:
        """The last of those lines that are spoken ``by`` whoever is asked for, without it by their side."""
        last, by = otherwise.copy(), by or _theirs
        for at, (line, mask) in enumerate(zip(lines, play.shown_lines(lines, states), strict=True)):
            if by(self._game.scenario, line) and mask.any():
                heard = place._replace(line=at)
                last[mask] = self._numbers.setdefault(heard, len(self._numbers))
        return last


def line_of(scenario: Scenario, heard: Heard) -> Line:
    """The line in a language."""
    scene = scenario.scenes[heard.scene]
    lines = scene.lines if heard.choice < 0 else scene.choices[heard.choice].replies[heard.reply].lines
    return lines[heard.line]


_By = Callable[[Scenario, Line], bool]


def _anybody(_: Scenario, line: Line) -> bool:
    """Anybody who can be heard: not the trainees themselves."""
    return line.speaker != "trainee"


def _theirs(scenario: Scenario, line: Line) -> bool:
    person = scenario.person(line.speaker)
    return person is not None and not person.ours


def _surely_speaks(scenario: Scenario, lines: tuple[Line, ...]) -> bool:
    return any(_theirs(scenario, line) and line.when == ALWAYS and line.group is None for line in lines)
