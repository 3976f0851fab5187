"""Bare ``shinyo``: the window where there is a display, the terminal where there is one, else a sentence."""

import sys
from typing import TYPE_CHECKING, Final, Literal

from game.screens.pygame_there import display_missing, pygame_missing

if TYPE_CHECKING:
    from game.cli.desk import Desk
    from game.format.codes import Lang
    from game.library import Opened

NoWindow = Literal["none", "old", "no display"]
"""Why there is no window: no pygame, the old pygame over pygame-ce, nothing to show a window on."""

NO_PLACE: Final = 2


def open_window(lang: "Lang | None", file: str | None, *, coach: bool = False) -> int | NoWindow:
    """Play in the window until it is closed: its exit status, or why there is none."""
    missing = window_missing()
    if missing is not None:
        return missing
    from game.screens import run  # noqa: PLC0415 (only once pygame is known to be there)
    from game.screens.window import NoDisplay  # noqa: PLC0415

    try:
        return run(lang, file, coach=coach)
    except NoDisplay:
        return "no display"


def window_missing() -> "NoWindow | None":
    """Why there can be no window, as far as that is known before one is opened."""
    missing = pygame_missing()
    if missing is not None:
        return missing
    return "no display" if display_missing() else None


def open_game(desk: "Desk", opened: "Opened | None" = None, *, coach: bool = False) -> int:
    """Open the window (at ``opened``, if given), or say in a line why the terminal is used."""
    outcome = open_window(desk.lang, None if opened is None else str(opened.path), coach=coach)
    if isinstance(outcome, int):
        return outcome
    from game.cli.speech import beside  # noqa: PLC0415 (the window opens without the commands)

    reason = no_window_told(desk, outcome)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from game.cli.playing import play_in_terminal  # noqa: PLC0415 (brings the rules)

        desk.say(beside(reason, desk.words("The game is played in this terminal."), desk.words))
        return play_in_terminal(desk, opened, coach=coach)
    desk.warn(beside(reason, desk.words("There is no terminal to play in either."), desk.words))
    return NO_PLACE


def no_window_told(desk: "Desk", why: NoWindow) -> str:
    """Why there is no window, and what to do about it."""
    words = desk.words
    match why:
        case "none":
            return words("pygame-ce could not be loaded: `pip install pygame-ce` brings it.")
        case "old":
            return words(
                "The old pygame hides pygame-ce: run `pip uninstall -y pygame pygame-ce`, then `pip "
                "install pygame-ce`."
            )
    return words("There is no display for a window.")
