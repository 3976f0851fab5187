"""Making very many values without the search for circular garbage, of which they make none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MANY: Final = 100_000
"""Values from which on a search among them takes longer than a picture, and nothing runs meanwhile."""


@contextmanager
def uncollected(*, staying: bool = False) -> Iterator[None]:
    """Without the search for circular garbage.

    It walks all the objects there are again and again while a million are made: two thirds of the time
    of a file of ten thousand scenes. ``staying``: what is made is there to stay. Where that is very much, no
    later search walks it either; the first one would hold up every thread, for a second where a class of
    100,000 was read.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if staying and gc.get_count()[0] > MANY:
                gc.freeze()
            gc.enable()
