"""Bare ``shinyo``: the window where there is a display, the terminal where there is one, else a sentence."""

import sys

from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.playing import play_in_terminal
from game.library import Opened
from game.screens.pygame_there import pygame_missing


def open_game(desk: Desk, opened: Opened | None = None) -> int:
    """Open the window (with ``opened``: at this scenario), or say in a line why the terminal is used."""
    reason = _window(desk, opened)
    if reason is None:
        return FINE
    if sys.stdin.isatty() and sys.stdout.isatty():
        desk.say(reason)
        return play_in_terminal(desk, opened)
    desk.warn(f"{reason} {desk.words('There is no terminal to play in either.')}")
    return UNUSABLE


def _window(desk: Desk, opened: Opened | None) -> str | None:
    """Run the window; why there is none, in a sentence, or None when it was closed in the end."""
    words = desk.words
    match pygame_missing():
        case "none":
            return words(
                "pygame-ce could not be loaded, so there is no window: `pip install pygame-ce` brings it."
            )
        case "old":
            return words(
                "The old pygame lies over pygame-ce, so there is no window: "
                "`pip uninstall -y pygame pygame-ce`, then `pip install pygame-ce` mends it."
            )
    from game.screens.app import NoDisplay, run  # noqa: PLC0415 (only once pygame is known to be there)

    try:
        run(desk.library, desk.lang, opened)
    except NoDisplay:
        return words("There is no display for a window.")
    return None
