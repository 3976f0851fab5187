"""What will be seen soon in a talk, prepared in small steps while nothing else is to be done.

It changes when something is made, and never what is seen.
"""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.screens.paint import ahead, forget_expected, take_in_expected

if TYPE_CHECKING:
    from game.screens.backstage import Play
    from game.screens.stage import Host
    from game.screens.talk.column import TalkColumn
    from game.screens.talk.flow import TalkFlow
    from game.screens.talk.sight import Sight


class Foresight:
    """Prepares the rest of a movement, the next line, and the scene that a choice leads to."""

    def __init__(self, app: "Host", play: "Play", sight: "Sight", column: "TalkColumn") -> None:
        self.app = app
        self.play = play
        self.sight = sight
        self.column = column
        self._since: object = None
        self._steps: deque[Callable[[], object]] = deque()

    def step(self, flow: "TalkFlow", *, answering: bool) -> bool:
        """Prepare one thing more; whether there was one. ``answering``: a choice was picked just now."""
        app = self.app
        look = (app.theme, app.furigana, app.attended, app.backstage.lang)
        since = (look, self.sight.moment, len(flow.past), len(flow.queue), answering)
        if since != self._since:
            self._since = since
            forget_expected()
            self._steps = deque(self._to_come(flow, answering=answering))
        if self._steps:
            self._steps.popleft()()
            return True
        take_in_expected()
        return False

    def _to_come(self, flow: "TalkFlow", *, answering: bool) -> Iterator[Callable[[], object]]:
        meeting = self.play.meeting
        then = flow.foreseen(meeting.exchanges[-1] if answering else None, meeting.view)
        for draw in self.sight.to_come(then):
            yield partial(_expect, draw)
        yield from self.column.to_come(then)
        yield self.sight.card_to_come


def _expect(draw: Callable[[pygame.Surface], None]) -> None:
    with ahead() as nowhere:
        draw(nowhere)
