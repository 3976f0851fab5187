"""A rest after every press, for hands that tremble: what comes within it is passed over."""

from collections.abc import Sequence

import pygame

from game.screens.stage import Screen

_PRESSES = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN)


class Resting:
    """Lets presses through, by any hand, at least ``seconds`` apart; 0 lets all of them through."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._last = float("-inf")
        self._down: set[int] = set()
        """Keys that are held since a press that counted."""
        self._passed_over: set[int] = set()
        """Keys whose press did not count: neither do its repeats, until it was let go."""

    def left(
        self, events: Sequence[pygame.event.Event], now: float, screen: Screen | None
    ) -> list[pygame.event.Event]:
        """The events without those presses that came too soon after another one; of typing none is lost."""
        typing = screen is not None and screen.typing
        return [event for event in events if self._counts(event, now) or typing]

    def _counts(self, event: pygame.event.Event, now: float) -> bool:
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
            self._passed_over.discard(event.key)
            return True
        if event.type not in _PRESSES:
            return True
        key = event.key if event.type == pygame.KEYDOWN else None
        if key in self._down:
            return True  # a key held, which its taker knows from a press
        counts = key not in self._passed_over and now - self._last >= self.seconds
        if counts:
            self._last = now
        if key is not None:
            (self._down if counts else self._passed_over).add(key)
        return counts
