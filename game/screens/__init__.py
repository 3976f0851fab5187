"""The window: screens, what they are drawn with, and the loop that keeps them."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.format.codes import Lang


def run(
    lang: "Lang | None" = None,
    file_or_id: str | None = None,
    home: Path | None = None,
    *,
    coach: bool = False,
) -> int:
    """Open the game in a window and stay until it is closed; the exit status.

    Raises ``game.screens.app.NoDisplay`` where no window can be opened. ``pygame_missing`` is asked before.
    """
    # Only now, so that the question whether there is a pygame can be asked without one.
    from game.screens.opening import run as open_window  # noqa: PLC0415

    return open_window(lang, file_or_id, home, coach=coach)
