"""Blinking and breathing: a rhythm of a person's own, known for every moment from the clock alone.

Nothing of the meeting goes in, only who it is: so nothing hidden can be read from it. Nothing here draws.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, count
from typing import Final

BLINK_PAUSES: Final = (2.5, 6.0)
"""Seconds from one blink to the next: the least and the most."""

BREATH_SECONDS: Final = (3.7, 4.6)
"""How long one breath takes: the least and the most; each person keeps to theirs."""

BREATH_FRAMES: Final = 10
"""Looks a second while someone only breathes; what has not moved by a pixel is not drawn."""

_CLOSING: Final = ((0.0, 2 / 3), (0.035, 1.0), (0.085, 2 / 3), (0.115, 1 / 3), (0.15, 0.0))
"""Seconds since a blink began, and how far the lids are down from then on: down faster than up."""

_AGAIN_AFTER: Final = 0.27
_DOUBLE_OF: Final = 6
"""One blink in six is followed by a second one."""

_BLINKS: Final = 32
"""Blinks until the rhythm begins anew: more than two minutes, which nobody notices."""


@dataclass(frozen=True, slots=True)
class Alive:
    """A moment of it: ``blink`` 0 open to 1 closed, in thirds · ``breath`` phase 0–1 of one breath."""

    blink: float = 0.0
    breath: float = 0.0


STILL: Final = Alive()


class Life:
    """The rhythm of one person; the same for the same name on every computer."""

    def __init__(self, name: str) -> None:
        numbers = _numbers(name)
        least, most = BREATH_SECONDS
        self.breath_seconds = least + (most - least) * next(numbers)
        least, most = BLINK_PAUSES
        begins = list(accumulate(least + (most - least) * next(numbers) for _ in range(_BLINKS)))
        self._round = begins[-1]
        seconds = [at + _AGAIN_AFTER for at in begins[:-1] if next(numbers) * _DOUBLE_OF < 1]
        self._begins = sorted([0.0, *begins[:-1], *seconds])

    def at(self, now: float) -> Alive:
        """How they are at ``now``, seconds of any clock."""
        since = self._since_blink(now)
        blink = next((shut for from_, shut in reversed(_CLOSING) if since >= from_), 0.0)
        return Alive(blink, now / self.breath_seconds % 1.0)

    def next(self, now: float) -> float:
        """When to look again: at the next step of a blink, else a tenth of a second later at the latest."""
        since = self._since_blink(now)
        step = next((from_ - since for from_, _ in _CLOSING if from_ > since), None)
        if step is not None:
            return now + step
        into = now % self._round
        place = bisect_right(self._begins, into)
        begins = self._begins[place] if place < len(self._begins) else self._round
        return now + min(1 / BREATH_FRAMES, begins - into)

    def _since_blink(self, now: float) -> float:
        into = now % self._round
        return into - self._begins[bisect_right(self._begins, into) - 1]


def _numbers(name: str) -> Iterator[float]:
    """Numbers from 0 to 1 that belong to a name, as many as are asked for."""
    for block in count():
        yield from (byte / 255 for byte in sha256(f"{name}:{block}".encode()).digest())
