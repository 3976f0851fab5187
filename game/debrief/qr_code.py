"""A result code as a QR code: light and dark modules, for whoever draws them."""

from collections.abc import Sequence
from typing import Final

import segno

Modules = tuple[tuple[bool, ...], ...]
"""Rows of a square, True where it is dark; the quiet zone is part of it."""

QUIET: Final = 4
"""Modules of light around it (ISO/IEC 18004, 9.1)."""


def qr_code(code: str) -> Modules:
    """The QR code of a result code, which is shown with hyphens and coded without.

    Capital letters and digits take the alphanumeric mode; a quarter of it may be unreadable (level Q).
    """
    made = segno.make_qr(code.replace("-", ""), error="q", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in made.matrix_iter(border=QUIET))


def in_half_blocks(modules: Modules) -> str:
    """Two rows in one line of text, light modules printed: for a terminal that is dark."""
    rows: list[Sequence[bool]] = list(modules)
    if len(rows) % 2:
        rows.append((True,) * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join(
        "".join(_BLOCKS[upper, lower] for upper, lower in zip(above, below, strict=True))
        for above, below in pairs
    )


_BLOCKS: Final = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
