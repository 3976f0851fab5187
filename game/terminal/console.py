"""A terminal as a person with a screen reader uses it: whole lines out, one line in, nothing moves.

No colour, no cursor, no clearing of the screen. Text is folded only where a terminal shows it, so that
a pipe or a file gets one sentence a line.
"""

import os
import select
import shutil
import signal
import sys
import unicodedata
from collections.abc import Sequence
from typing import Final, TextIO

from game.format.frames import cells
from game.format.showing import shown

NO_LINE_START: Final = frozenset(
    "、。，．・：；？！）」』】〕｝ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…‥々,.!?:;)]}”’"
)
"""What must not begin a line (kinsoku); a line may be two cells longer for it."""

WIDEST: Final = 78

LONGEST_NUMBER: Final = 9
"""Digits of a number that could be meant."""


class Left(Exception):  # noqa: N818 (leaving is no error)
    """The person went away: the input has ended."""


class Console:
    """Reads answers from one stream and writes lines to another; ``folds``: to the terminal's width."""

    def __init__(self, read: TextIO, write: TextIO, *, folds: bool) -> None:
        self._read = read
        self._write = write
        self._folds = folds

    def say(self, text: str = "") -> None:
        """Write a paragraph; several if the text has several lines."""
        most = min(shutil.get_terminal_size().columns - 1, WIDEST) if self._folds else 0
        for line in shown(text).split("\n"):
            self._write.write("\n".join(fold(line, most)) + "\n")
        self._write.flush()

    def ask(self, prompt: str) -> str:
        """One answer, without the space around it and in plain width; raises ``Left`` at the end of input."""
        return plain_answer(self.ask_text(prompt))

    def ask_text(self, prompt: str) -> str:
        """One answer as it was typed, without the space around it; raises ``Left`` at the end of input."""
        self._write.write(f"{shown(prompt)} ")
        self._write.flush()
        if sys.platform != "win32" and self._read.isatty():
            _wait_for_line(self._read)
        answer = self._read.readline()
        if not answer:
            self._write.write("\n")
            raise Left
        return answer.strip()


def _wait_for_line(read: TextIO) -> None:
    """Wait until a terminal has a line, and hear Ctrl-C at any moment of it.

    A Ctrl-C between the last look for signals and the beginning of a read would be noted, and the read wait
    for a line all the same. What is written to ``mouth`` by a signal ends the waiting whenever it came.
    """
    typed = read.fileno()
    ear, mouth = os.pipe()
    os.set_blocking(mouth, False)
    before = signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)
    try:
        while typed not in select.select([typed, ear], [], [])[0]:
            os.read(ear, 64)
    finally:
        signal.set_wakeup_fd(before)
        os.close(ear)
        os.close(mouth)


def plain_answer(answer: str) -> str:
    """An answer as it was meant: a Japanese keyboard writes 「１」 and 「？」 in full width."""
    return unicodedata.normalize("NFKC", answer).strip()


def numbered(answer: str, most: int) -> int | None:
    """The number from 1 to ``most`` that an answer is, in any digits; None for any other answer."""
    # The length first: Python refuses to read a number of thousands of digits.
    if answer.isdecimal() and len(answer) <= LONGEST_NUMBER and 1 <= int(answer) <= most:
        return int(answer)
    return None


def padded(text: str, most: int, *, right: bool = False) -> str:
    """A text filled with spaces to so many cells, at its right or (``right``) at its left."""
    space = " " * max(most - cells(text), 0)
    return space + text if right else text + space


def fold(text: str, most: int) -> list[str]:
    """A paragraph in lines of at most ``most`` cells (0: all of it in one line)."""
    if not most or cells(text) <= most:
        return [text]
    lines = [""]
    for piece in _pieces(text):
        fits = cells(lines[-1]) + cells(piece.rstrip()) <= most
        if fits or not lines[-1] or piece[0] in NO_LINE_START:
            lines[-1] += piece
        else:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece)
    return [*lines[:-1], lines[-1].rstrip()]


def _pieces(text: str) -> Sequence[str]:
    """Words with the space after them, and single wide glyphs."""
    pieces = [""]
    for glyph in text:
        wide = unicodedata.east_asian_width(glyph) in "WF"
        before = pieces[-1][-1:]
        if wide or before == " " or (before and unicodedata.east_asian_width(before) in "WF"):
            pieces.append(glyph)
        else:
            pieces[-1] += glyph
    return [piece for piece in pieces if piece]
