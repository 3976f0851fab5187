"""A word that stands for a moment in the line at the bottom of a page: that more was read, or worked out."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.screens.stage import Host

STAYS: Final = 4.0
"""Seconds it is to be read; a class is looked at from afar, by people who talk."""


class Passing:
    """What is said at the moment, "" for nothing.

    It takes the place of the keys, because that is the only line of a page that can be missed for a while:
    a slip over the page would lie on its heading, or on what the class is looking at.
    """

    def __init__(self, app: "Host") -> None:
        self._app = app
        self.text = ""
        self._until = 0.0

    def say(self, text: str) -> None:
        """Say this from now on, in the place of whatever was said."""
        self.text, self._until = text, self._app.clock() + STAYS
        self._app.redraw()

    def say_late_ones(self, count: int) -> None:
        """That so many trainees came in while the class was shown; nothing where there are none."""
        if count > 0:
            self.say(self._app.backstage.words.plural("{count} more came in", "{count} more came in", count))

    def tick(self, now: float) -> None:
        """Fall silent when it is time."""
        if self.text and now >= self._until:
            self.text = ""
            self._app.redraw()
