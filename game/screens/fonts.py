"""The fonts: two faces of one family, opened at a size when first wanted; only a few sizes stay open.

A font that is open remembers the glyphs it has drawn, 100 to 900 kB for each size. What is written is
remembered as a picture anyway, so that the fonts of what has not been written lately are closed.
"""

import struct
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pygame

Face: TypeAlias = Literal["regular", "bold"]

FACE_FILES: Final[dict[Face, str]] = {
    "regular": "BIZUDPGothic-Regular.ttf",
    "bold": "BIZUDPGothic-Bold.ttf",
}

MOST_OPEN: Final = 10
"""Faces and sizes that are open at a time; a screen writes in about eight."""

_STARTS: Final = (b"\x00\x01\x00\x00", b"OTTO", b"true")


class FontMissing(Exception):  # noqa: N818 - it is what happened, and the name screens read
    """A font file is not where it should be; ``path`` is the file the app names in its sentence."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@lru_cache(maxsize=MOST_OPEN)
def font_of(folder: Path, face: Face, em: int) -> pygame.font.Font:
    """The font of a face at ``em`` native pixels.

    Raises:
        FontMissing: its file is not there or is no font.
    """
    path = folder / FACE_FILES[face]
    if not _whole(path):
        raise FontMissing(path)
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(path, em)


def _whole(path: Path) -> bool:
    """Whether the file is a TrueType or OpenType font whose tables all lie inside it.

    Asked before pygame sees the file: in pygame-ce 2.5.8 the second file that is no font is not refused
    but kills the process.
    """
    try:
        with path.open("rb") as file:
            head = file.read(12)
            if head[:4] not in _STARTS or len(head) < 12:  # noqa: PLR2004 - the length of the header
                return False
            count = int.from_bytes(head[4:6], "big")
            tables = file.read(16 * count)
            size = path.stat().st_size
    except OSError:
        return False
    ends = [sum(struct.unpack(">II", tables[at + 8 : at + 16])) for at in range(0, len(tables) - 15, 16)]
    return len(ends) == count > 0 and max(ends) <= size


def last_resort_font(em: int) -> pygame.font.Font:
    """The font inside pygame, for a Latin sentence about a missing font; it has no Japanese."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(None, em)
