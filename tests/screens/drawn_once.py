"""Shapes that tests draw over and over are filled once: SVG documents are remembered from test to test.

The game forgets its pictures with each window, and so would draw the same people and places anew in every
test, which takes a third of the time of a test of a talk.
"""

import io
from collections import OrderedDict
from threading import Lock

import pygame

MOST_BYTES = 96_000_000

_fill = pygame.image.load_sized_svg
_kept: OrderedDict[tuple[bytes, tuple[int, int]], pygame.Surface] = OrderedDict()
_taking = Lock()  # the game draws ahead in a second thread


def load_sized_svg(stream, size):
    """What pygame makes of this document in this size, of one's own to draw on."""
    key = stream.read(), tuple(size)
    with _taking:
        drawn = _kept.pop(key, None)
    if drawn is None:
        drawn = _fill(io.BytesIO(key[0]), size)
    with _taking:
        _kept[key] = drawn
        while sum(each.get_pitch() * each.get_height() for each in _kept.values()) > MOST_BYTES:
            _kept.popitem(last=False)
    return drawn.copy()


def forget():
    """Let go of all of them: where memory is measured they would be most of it, and are not the game's."""
    with _taking:
        _kept.clear()


def remember():
    """Have the game take every picture from this memory."""
    pygame.image.load_sized_svg = load_sized_svg
