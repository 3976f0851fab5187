"""The sign of the game in the two containers that programs carry their icon in, drawn anew for each size.

Formats: an ``.ico`` is a directory and then one picture a size, small ones as bitmaps, which every Windows
reads, the largest as PNG; an ``.icns`` is a row of tagged PNG files.
"""

import io
import struct
from pathlib import Path
from typing import Final

import pygame

from game.screens.emblem import icon

ICO_SIDES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows asks for at 100 % to 250 %, and for large tiles."""

LARGEST_BITMAP: Final = 64
ICNS_SIDES: Final = {
    b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512,
}  # fmt: skip
"""Sides in pixels by tag; the last four are those of screens with two pixels to a point."""


def png(side: int) -> bytes:
    """The icon as a PNG file."""
    stream = io.BytesIO()
    pygame.image.save(icon(side), stream, "icon.png")
    return stream.getvalue()


def bitmap(side: int) -> bytes:
    """The icon as an ``.ico`` holds it: header, rows from the bottom as BGRA, an empty mask of one bit."""
    drawn = pygame.transform.flip(icon(side), flip_x=False, flip_y=True)
    mask = bytes((side + 31) // 32 * 4 * side)
    header = struct.pack(
        "<IiiHHIIiiII", 40, side, 2 * side, 1, 32, 0, 4 * side * side + len(mask), 0, 0, 0, 0
    )
    return header + pygame.image.tobytes(drawn, "BGRA") + mask


def ico() -> bytes:
    """The icon of a Windows program."""
    pictures = [bitmap(side) if side <= LARGEST_BITMAP else png(side) for side in ICO_SIDES]
    at = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for side, picture in zip(ICO_SIDES, pictures, strict=True):
        # In one byte 256 is written as 0.
        directory += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return directory + b"".join(pictures)


def icns() -> bytes:
    """The icon of a macOS program."""
    body = b""
    for tag, side in ICNS_SIDES.items():
        picture = png(side)
        body += tag + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write(folder: Path) -> dict[str, str]:
    """Write both into a folder; the files by ``sys.platform``."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"win32": folder / "shinyo.ico", "darwin": folder / "shinyo.icns"}
    files["win32"].write_bytes(ico())
    files["darwin"].write_bytes(icns())
    return {platform: str(file) for platform, file in files.items()}
