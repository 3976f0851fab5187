"""Memory that is given back: large blocks are taken from the system one by one, so that each can be returned.

Without it pictures of all sizes leave holes in the heap that nothing fits into: a window of 1280 × 720 held
40 MB of them after a meeting, a larger one more.
"""

import sys
from contextlib import suppress
from typing import Final

_MMAP_THRESHOLD: Final = -3
"""The parameter of glibc's ``mallopt``: from how many bytes on a block is a mapping of its own."""

_ARENA_MAX: Final = -8
"""How many heaps there are: without a bound each thread that draws or makes sounds gets one of its own."""

_LARGE: Final = 128 * 1024
"""What glibc begins with; said aloud it stays there, and does not grow with the blocks that are freed."""


def return_large_blocks() -> None:
    """Let blocks of the size of pictures be returned; where the C library is another one nothing is done."""
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - 5 ms that the first frame does not have to wait for

    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, _LARGE)
        mallopt(_ARENA_MAX, 1)
