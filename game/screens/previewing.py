"""Opens a preview in a window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.screens.opening import run
from game.screens.ways import screen_of

if TYPE_CHECKING:
    from game.format.codes import Lang
    from game.screens.app import App
    from game.screens.preview.desk import PreviewDesk
    from game.screens.stage import Screen, Way

_TALK: Final = frozenset({"shelf", "who", "brief", "talk"})


def run_preview(
    lang: "Lang | None", file: Path, scene: str | None, wishes: Sequence[str], home: Path | None = None
) -> int:
    """Preview a scenario's file until the window is closed; the exit status.

    ``scene`` and ``wishes`` as in ``authoring.midway``. Raises ``NoDisplay`` where no window can be opened.
    """

    def first(app: "App") -> None:
        from game.screens.preview.desk import PreviewDesk  # noqa: PLC0415 (brings the rules)
        from game.screens.preview.preview import first_preview  # noqa: PLC0415

        desks.append(PreviewDesk(app.backstage, file, scene, wishes))
        first_preview(app, desks[0])

    desks: list[PreviewDesk] = []
    return run(lang, home=home, first=first, ways=lambda way: way_of_a_preview(way, desks[0]))


def way_of_a_preview(way: "Way", desk: "PreviewDesk") -> "Callable[[App], Screen]":
    """The screen of this name in the window of a preview.

    Nobody is asked for a name there and nothing stands on a shelf: those ways lead back to the talk, and to
    its beginning when the meeting has been left.
    """
    from game.screens.preview.preview import PreviewScreen, preview_screen  # noqa: PLC0415 (brings the rules)

    def talk(app: "App") -> "Screen":
        return PreviewScreen(app, desk) if app.backstage.play is not None else preview_screen(app, desk)

    return talk if way in _TALK else screen_of(way)
