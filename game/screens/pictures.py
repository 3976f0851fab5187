"""Pictures that are remembered: drawn once, bounded by their bytes, the least used forgotten first.

A picture that will be wanted soon can be expected: a second thread draws it while the first one sleeps or
draws something else (SDL_image holds up no other thread while it fills shapes). Whoever wants it meanwhile
waits for the rest of the work or, where it has not begun, does it himself. So expecting changes when a
picture is made and never what is seen.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

MOST_BYTES: Final = 24_000_000
"""Bytes kept in all remembered pictures together in a large window, as long as the largest is no larger."""

_LEAST_BYTES: Final = 12_000_000
_BYTES_A_PIXEL: Final = 3

_OVERHEAD: Final = 600
"""Bytes a picture takes besides its pixels: what pygame and SDL note about it, its key, its place here."""

_MOST_EXPECTED: Final = 64


class Picture(NamedTuple):
    """A surface, not to be drawn on, and where its corner lies in what was asked for, in native pixels."""

    surface: pygame.Surface
    at: tuple[int, int] = (0, 0)

    @property
    def bytes(self) -> int:
        """Memory it takes."""
        return self.surface.get_pitch() * self.surface.get_height() + _OVERHEAD


def most_for(size: tuple[int, int]) -> int:
    """The bytes to be kept in a window of this many pixels: what one screen and the next are made of."""
    return min(MOST_BYTES, _LEAST_BYTES + _BYTES_A_PIXEL * size[0] * size[1])


class Pictures:
    """A memory of pictures by any key that tells all of what they show. One thread asks and expects."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most = most
        self.bytes = 0
        """Memory that all remembered pictures take together."""
        self._kept: OrderedDict[Hashable, Picture] = OrderedDict()
        self._expected: dict[Hashable, Future[Picture]] = {}
        self._second: ThreadPoolExecutor | None = None

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[Hashable]:
        """The keys, the least used first."""
        return iter(tuple(self._kept))

    def get(self, key: Hashable, make: Callable[[], Picture]) -> Picture:
        """The picture of ``key``, made the first time."""
        picture = self._kept.get(key)
        if picture is None:
            picture = self._expected_one(key) or make()
            self._keep(key, picture)
        else:
            self._kept.move_to_end(key)
        return picture

    def expect(self, key: Hashable, make: Callable[[], Picture]) -> None:
        """Have the picture of ``key`` made by the second thread, unless it is there or on its way.

        ``make`` must draw on nothing but what it makes.
        """
        self.take_in()
        if key in self._kept:
            self._kept.move_to_end(key)
        elif key not in self._expected and len(self._expected) < _MOST_EXPECTED:
            self._expected[key] = self._thread().submit(make)

    def forget(self) -> None:
        """Empty the memory; what is expected is expected no more."""
        self.forget_expected()
        self._expected.clear()
        self._kept.clear()
        self.bytes = 0

    def forget_expected(self) -> None:
        """Other pictures than those that were expected will be wanted; what is half made is finished."""
        self.take_in()
        self._expected = {key: coming for key, coming in self._expected.items() if not coming.cancel()}

    def _keep(self, key: Hashable, picture: Picture) -> None:
        old = self._kept.pop(key, None)  # making a picture may have made it on the way
        self.bytes += picture.bytes - (old.bytes if old is not None else 0)
        self._kept[key] = picture
        while self.bytes > self.most and len(self._kept) > 1:
            self.bytes -= self._kept.popitem(last=False)[1].bytes

    def take_in(self) -> None:
        """Remember what has come meanwhile."""
        for key in [key for key, coming in self._expected.items() if coming.done()]:
            picture = self._expected_one(key)
            if picture is not None:
                self._keep(key, picture)

    def _expected_one(self, key: Hashable) -> Picture | None:
        """What was expected under ``key``, waited for where it is being made; None where it is not."""
        coming = self._expected.pop(key, None)
        if coming is None or coming.cancel():
            return None
        try:
            return coming.result()
        except pygame.error:  # the window went away meanwhile: whoever wants the picture makes it himself
            return None

    def _thread(self) -> "ThreadPoolExecutor":
        if self._second is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not for the first frame

            self._second = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        return self._second


PICTURES: Final = Pictures()
"""All pictures of this process: there is one window."""
