"""Blinking and breathing: a rhythm of a person's own, known for every moment from the clock alone.

Nothing of the meeting goes in, only who it is: so nothing hidden can be read from it. Nothing here draws.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, count
from typing import Final

from game.screens.motion import BLINK_AGAIN, BLINK_PAUSES, BREATH, BREATH_FRAMES, CLOSING

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
        least, most = BREATH
        self.breath_seconds = least + (most - least) * next(numbers)
        least, most = BLINK_PAUSES
        begins = list(accumulate(least + (most - least) * next(numbers) for _ in range(_BLINKS)))
        self._round = begins[-1]
        seconds = [at + BLINK_AGAIN for at in begins[:-1] if next(numbers) * _DOUBLE_OF < 1]
        self._begins = sorted([0.0, *begins[:-1], *seconds])

    def at(self, now: float) -> Alive:
        """How they are at ``now``, seconds of any clock."""
        since = self._since_blink(now)
        blink = next((shut for from_, shut in reversed(CLOSING) if since >= from_), 0.0)
        return Alive(blink, now / self.breath_seconds % 1.0)

    def next(self, now: float) -> float:
        """When to look again: at the next step of a blink, else a tenth of a second later at the latest."""
        since = self._since_blink(now)
        step = next((from_ - since for from_, _ in CLOSING if from_ > since), None)
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
