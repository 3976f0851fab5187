"""The device sound comes out of: opened when it is wanted, guarded, and never tried again and again."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import pygame

FIRST_PATIENCE: Final = 30.0
"""Seconds from one attempt to open the device to the next: each may take a tenth of a second."""

MORE_PATIENCE: Final = 4
"""How many times as long is waited after each attempt that was in vain."""

ROOM_CHANNELS: Final = 2
"""Channels that nothing but rooms is played on: the first ones."""

_CHANNELS: Final = 14
_BUFFER: Final = 1024


class Device:
    """The mixer of pygame, if there is a device behind it.

    Args:
        rate: Samples a second.
        clock: Seconds that only grow.
    """

    def __init__(self, rate: int, clock: Callable[[], float]) -> None:
        self.rate = rate
        self.clock = clock
        self._not_before = float("-inf")
        self._patience = FIRST_PATIENCE
        self._open = False

    @property
    def open(self) -> bool:
        """Whether something can be played."""
        if self._open and pygame.mixer.get_init() is None:
            self._open = False
        return self._open

    @property
    def may_try(self) -> bool:
        """Whether it is not open, and was not tried for long enough."""
        return not self.open and self.clock() >= self._not_before

    def try_to_open(self) -> bool:
        """Open it, if it may be tried; whether it is open. Without a device this takes 0.1 s."""
        if self.may_try:
            try:
                with _quiet_terminal():
                    pygame.mixer.init(self.rate, -16, 2, _BUFFER, allowedchanges=0)
                pygame.mixer.set_num_channels(_CHANNELS)
                self._open, self._patience = True, FIRST_PATIENCE
            except pygame.error:
                self._not_before = self.clock() + self._patience
                self._patience *= MORE_PATIENCE
        return self.open

    def play(self, sound: pygame.mixer.Sound) -> None:
        """Play it once, on a channel that is free; where none is, so much is heard that nobody misses it.

        ``pygame.mixer.find_channel`` is no help: it also gives the channels of rooms.
        """
        channels = (pygame.mixer.Channel(number) for number in range(ROOM_CHANNELS, _CHANNELS))
        free = next((channel for channel in channels if not channel.get_busy()), None)
        if free is not None:
            free.play(sound)

    def close(self) -> None:
        """Give it back. It may be opened again at once: nothing was wrong with it."""
        if self._open:
            self._open = False
            pygame.mixer.quit()


@contextmanager
def _quiet_terminal() -> Iterator[None]:
    """Without what ALSA writes to the terminal where there is no device: nobody asked for seven lines of it.

    Nothing of ours can be lost: pygame lets no other thread of Python run while it opens the mixer.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    try:
        kept = os.dup(2)
    except OSError:  # there is no such stream
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)
