"""The device sound comes out of: opened when it is wanted, guarded, and never tried again and again."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import pygame

RETRY_SECONDS: Final = 30.0
"""From one attempt to open the device to the next: each may take a tenth of a second."""

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
        self._tried: float | None = None
        self._open = False

    @property
    def open(self) -> bool:
        """Whether something can be played."""
        if self._open and pygame.mixer.get_init() is None:
            self._open = False
        return self._open

    @property
    def may_try(self) -> bool:
        """Whether it is not open, and long enough not tried."""
        return not self.open and (self._tried is None or self.clock() - self._tried >= RETRY_SECONDS)

    def try_to_open(self) -> bool:
        """Open it, if it may be tried; whether it is open. Without a device this takes 0.1 s."""
        if self.may_try:
            self._tried = self.clock()
            try:
                with _calm():
                    pygame.mixer.init(self.rate, -16, 2, _BUFFER, allowedchanges=0)
                pygame.mixer.set_num_channels(_CHANNELS)
                self._open = True
            except pygame.error:
                self._open = False
        return self.open

    def close(self) -> None:
        """Give it back."""
        if self._open:
            self._open = False
            pygame.mixer.quit()

    def let_go(self) -> None:
        """Give it back; it may be opened again at once, since nothing was wrong with it."""
        self.close()
        self._tried = None


@contextmanager
def _calm() -> Iterator[None]:
    """Without what ALSA writes to the terminal where there is no device: nobody asked for seven lines of it.

    Nothing of ours can be lost: pygame does not let another thread of Python run while it opens the mixer.
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
