"""Whether the right pygame is installed: asked before anything else of this floor is imported."""

from typing import Literal

Missing = Literal["none", "old"]


def pygame_missing() -> Missing | None:
    """``none``: no pygame can be imported; ``old``: the old pygame lies over pygame-ce; None: all is well.

    Both are installed under one name, and whichever came last is imported (``pygame.IS_CE`` tells).
    """
    import os  # noqa: PLC0415 (nothing is imported before the question is asked)

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    try:
        import pygame  # noqa: PLC0415
    except (ImportError, OSError):  # OSError: a library of the system that it needs is missing
        return "none"
    return None if getattr(pygame, "IS_CE", False) else "old"


def display_missing() -> bool:
    """Whether there is surely no display: on Linux and its kin no display server is named.

    Asked first because SDL complains on the error stream while it looks for one. A driver a person chose
    is used, whatever it is; elsewhere, and for a server that does not answer, opening the window tells.
    """
    import os  # noqa: PLC0415
    import sys  # noqa: PLC0415

    if sys.platform in {"win32", "darwin"}:
        return False
    return not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))
