"""A preview begun at the desk, and back to the desk from wherever it leads."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.screens.preview.desk import PreviewDesk
from game.screens.preview.preview import first_preview, preview_screen

if TYPE_CHECKING:
    from game.screens.stage import Host


def preview(app: "Host", file: Path) -> None:
    """Preview a file; the shelf it would lead back to is the desk, and nothing of it is kept."""

    def away() -> None:
        app.go("manuscript")

    desk = PreviewDesk(app.backstage, file, leave=away)
    first_preview(app, desk)
    # After ``show``, for the screen that was up forgets them when it comes up again.
    app.instead["shelf"] = lambda: app.made("manuscript")
    for way in ("who", "brief", "talk"):
        app.instead[way] = lambda: preview_screen(app, desk)
