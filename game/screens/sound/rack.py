"""Sounds that are ready to be played: made when first wanted, in a thread, and kept within bounds."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")

MOST_BYTES: Final = 6 * 2**20
"""Of all sounds together: three rooms, or two and every thing and voice."""


class Rack(Generic[Key, Kept]):
    """Whatever ``make`` gives for a key, made in a thread of its own; the longest unused go first.

    Args:
        make: Makes the bytes of a sound; called in the thread.
        load: Makes of the bytes what is kept; called where ``take`` is.
    """

    def __init__(
        self, make: Callable[[Key], bytes], load: Callable[[bytes], Kept], most_bytes: int = MOST_BYTES
    ) -> None:
        self._make = make
        self._load = load
        self._most = most_bytes
        self._kept: OrderedDict[Key, tuple[Kept, int]] = OrderedDict()
        self._coming: dict[Key, Future[bytes]] = {}
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="sounds")

    @property
    def bytes(self) -> int:
        """How much is kept."""
        return sum(size for _, size in self._kept.values())

    def want(self, key: Key) -> None:
        """Have it made, if it is not there: it will be wanted."""
        if key not in self._kept and key not in self._coming:
            self._coming[key] = self._hand.submit(self._make, key)

    def take(self, key: Key) -> Kept | None:
        """The sound; None as long as it is being made."""
        self.want(key)
        self._take_in()
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def each(self) -> list[tuple[Key, Kept]]:
        """Everything that is kept."""
        return [(key, kept) for key, (kept, _) in self._kept.items()]

    def clear(self) -> None:
        """Forget all; what is being made is not wanted any more."""
        for coming in self._coming.values():
            coming.cancel()
        self._coming = {}
        self._kept.clear()

    def close(self) -> None:
        """Make nothing more."""
        self.clear()
        self._hand.shutdown(wait=False, cancel_futures=True)

    def _take_in(self) -> None:
        """Keep what has been made, also what nobody has come for: it is within bounds then."""
        for key in [key for key, coming in self._coming.items() if coming.done()]:
            made = self._coming.pop(key).result()
            self._kept[key] = (self._load(made), len(made))
            self._make_room()

    def _make_room(self) -> None:
        while self.bytes > self._most and len(self._kept) > 1:
            self._kept.popitem(last=False)
