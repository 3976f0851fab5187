"""Text play for screen readers and for machines without a display: plain lines, numbered choices."""

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from game.library import Library, Opened


def run(
    library: "Library",
    lang: str,
    read: TextIO,
    write: TextIO,
    *,
    opened: "Opened | None" = None,
    coach: bool = False,
) -> None:
    """Play in the terminal: one scenario (``opened``, without faults), or whatever the shelf has.

    ``coach``: ``opened`` is played with one. Everything decided is kept before anything follows from it; the
    end of the input is a way to leave. ``KeyboardInterrupt`` is let through, with the record let go.
    """
    # The help of the commands folds its lines by this package's console, and needs no rules for that.
    from game.terminal.console import Console, Left  # noqa: PLC0415
    from game.terminal.evening import play_evening, play_one  # noqa: PLC0415
    from game.terminal.table import Table  # noqa: PLC0415

    table = Table(Console(read, write, folds=write.isatty()), library, lang)
    for trouble in library.troubles:
        table.explain(trouble)
    try:
        if opened is None:
            play_evening(table)
        else:
            play_one(table, opened, coach=coach)
    except Left:
        table.say(table.words("Input has ended. Everything decided so far is saved."))
