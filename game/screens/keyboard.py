"""The keyboard: which keys are down, so that a key held is told from a key pressed again.

pygame gives the repeats of a held key the look of new presses; whoever waits with a finger on Enter would
say something by it.
"""

import pygame

from game.screens.bindings import USUAL, Bindings
from game.screens.hands import Act, Deed, key_deed


class Keyboard:
    """Turns the events of keys into deeds, by the keys of ``bindings``."""

    def __init__(self, bindings: Bindings = USUAL) -> None:
        self.bindings = bindings
        self._down: set[int] = set()

    def deed(self, event: pygame.event.Event, *, typing: bool = False) -> Deed | None:
        """The deed a key's event asks for, or None; ``typing``: letters, digits and space are text."""
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
            skip = self.bindings.keys.get(event.key) is Act.SKIP and not typing
            return Deed(Act.SKIP, released=True) if skip else None
        if event.type != pygame.KEYDOWN:
            return None
        repeated = event.key in self._down
        self._down.add(event.key)
        return key_deed(event, keys=self.bindings.keys, typing=typing, repeated=repeated)

    def let_go(self) -> tuple[Deed, ...]:
        """The window lost the keyboard: no end of a press will be told any more."""
        skipping = any(self.bindings.keys.get(key) is Act.SKIP for key in self._down)
        self._down.clear()
        return (Deed(Act.SKIP, released=True),) if skipping else ()
