"""Opens a preview in a window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.screens.opening import run
from game.screens.ways import screen_of

if TYPE_CHECKING:
    from game.format.codes import Lang
    from game.screens.app import App
    from game.screens.stage import Screen, Way


def run_preview(
    lang: "Lang | None", file: Path, scene: str | None, wishes: Sequence[str], home: Path | None = None
) -> int:
    """Preview a scenario's file until the window is closed; the exit status.

    ``scene`` and ``wishes`` as in ``authoring.midway``. Raises ``NoDisplay`` where no window can be opened.
    """

    def first(app: "App") -> None:
        from game.screens.preview.desk import PreviewDesk  # noqa: PLC0415 (brings the rules)
        from game.screens.preview.preview import PreviewScreen, first_preview  # noqa: PLC0415

        desk = PreviewDesk(app.backstage, file, scene, wishes)
        back["preview"] = lambda host: PreviewScreen(host, desk)
        first_preview(app, desk)

    def ways(way: "Way") -> "Callable[[App], Screen]":
        # Nobody is asked for a name and nothing stands on a shelf: those ways lead back to the talk.
        return back["preview"] if way in {"shelf", "who", "brief", "talk"} else screen_of(way)

    back: dict[str, Callable[[App], Screen]] = {}
    return run(lang, home=home, first=first, ways=ways)
