"""Text play for screen readers and for machines without a display: plain lines, numbered choices."""

from typing import TextIO

from game.library import Library, Opened
from game.terminal.console import Console, Left
from game.terminal.evening import play_evening, play_one
from game.terminal.table import Table


def run(library: Library, lang: str, read: TextIO, write: TextIO, *, opened: Opened | None = None) -> None:
    """Play in the terminal: one scenario (``opened``, without faults), or whatever the shelf has.

    Everything decided is kept before anything follows from it; the end of the input is a way to leave.
    ``KeyboardInterrupt`` is let through, with the record let go.
    """
    table = Table(Console(read, write, folds=write.isatty()), library, lang)
    for trouble in library.troubles:
        table.explain(trouble)
    try:
        if opened is None:
            play_evening(table)
        else:
            play_one(table, opened)
    except Left:
        table.say(table.words("The input has ended. Everything decided so far is kept."))
