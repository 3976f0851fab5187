"""``preview``: a scenario in a window that follows its file."""

from collections.abc import Sequence

from game.cli.desk import UNUSABLE, Desk
from game.cli.opening import no_window_told, window_missing
from game.records import Trouble


def preview(desk: Desk, file_or_id: str, scene: str | None, wishes: Sequence[str]) -> int:
    """Open the preview; a file with faults is opened too, and they are shown until it is mended."""
    try:
        file = desk.library.find(file_or_id)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    missing = window_missing()
    if missing is not None:
        desk.warn(no_window_told(desk, missing))
        return UNUSABLE
    from game.screens.previewing import run_preview  # noqa: PLC0415 (only once pygame is known to be there)
    from game.screens.window import NoDisplay  # noqa: PLC0415

    try:
        return run_preview(desk.lang, file, scene, wishes)
    except NoDisplay:
        desk.warn(no_window_told(desk, "no display"))
        return UNUSABLE
