"""From nothing to the first screen: the window, the title, then everything heavy, then who is playing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.screens.app import App, NoDisplay
from game.screens.heap import return_large_blocks
from game.screens.title import WINDOW_TITLE, TitleScreen
from game.screens.ways import import_ahead, screen_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.format.codes import Lang
    from game.screens.backstage import Backstage
    from game.screens.stage import Screen, Way

__all__ = ["NoDisplay", "run"]

BAD_INSTALL = 2
"""Exit status when the program's own files are missing or damaged."""


def run(
    lang: "Lang | None" = None,
    file_or_id: str | None = None,
    home: Path | None = None,
    *,
    coach: bool = False,
    first: "Callable[[App], None] | None" = None,
    ways: "Callable[[Way], Callable[[App], Screen]]" = screen_of,
) -> int:
    """Open the game in a window and stay until it is closed; the exit status.

    ``lang`` goes before the settings and the system's language; ``file_or_id`` is opened at once (with a
    ``coach``, if that is asked for); ``home`` replaces the trainee's folder. ``first`` shows another
    first screen, with ``ways`` of its own. Raises ``NoDisplay`` where no window can be opened.
    """
    return_large_blocks()
    app = App(fonts_folder(), ways=ways)
    app.open(WINDOW_TITLE)
    try:
        app.show(TitleScreen(app))
        app.round()
        status = (
            BAD_INSTALL
            if app.font_missing
            else furnish(app, lang, file_or_id, home, coach=coach, first=first)
        )
        app.run()
    except KeyboardInterrupt:
        status = 0
    finally:
        app.close()
    return status


def furnish(
    app: App,
    lang: "Lang | None",
    file_or_id: str | None,
    home: Path | None,
    *,
    coach: bool = False,
    first: "Callable[[App], None] | None" = None,
) -> int:
    """Fetch what is behind the window and show the first screen; the exit status to come."""
    # Only now: numpy, pydantic and the rules take several times as long as the first frame.
    from game.format.words import Words  # noqa: PLC0415
    from game.library import explain  # noqa: PLC0415
    from game.screens.aside import Aside  # noqa: PLC0415
    from game.screens.backstage import TROUBLES  # noqa: PLC0415
    from game.screens.sound.speaker import Speaker  # noqa: PLC0415
    from game.screens.trouble import TroubleScreen  # noqa: PLC0415
    from game.screens.waiting import Waiting  # noqa: PLC0415

    try:
        app.backstage = _backstage(lang, home)
    except TROUBLES as trouble:
        words = Words(lang or "en")
        sentence = explain(trouble, words)
        close = ("close", lambda: words("Close"), app.quit)
        app.show(
            TroubleScreen(app, lambda: words("Shinyo cannot start"), [lambda: sentence], [close], app.quit)
        )
        return BAD_INSTALL
    app.backstage.patience = Waiting(app)
    app.sound = Speaker(app.clock)
    app.take_settings()
    app.open_pads()
    if first is not None:
        first(app)
    else:
        _first_screen(app, file_or_id, coach=coach)
    Aside(import_ahead)
    return 0


def _backstage(lang: "Lang | None", home: Path | None) -> "Backstage":
    from game.library import Library  # noqa: PLC0415 - see furnish
    from game.screens.backstage import Backstage  # noqa: PLC0415

    library = Library(home)
    settings = library.load_settings()
    spoken = lang or settings.lang or library.system_language()
    backstage = Backstage(library, library.records(), settings, spoken)
    backstage.stamps.aside = True
    return backstage


def _first_screen(app: App, file_or_id: str | None, *, coach: bool) -> None:
    from game.screens.entering import open_or_tell  # noqa: PLC0415 - see furnish
    from game.screens.trouble import tell  # noqa: PLC0415

    backstage = app.backstage
    known = bool(backstage.settings.trainee)
    if file_or_id is not None:
        app.go("shelf" if known else "who")
        open_or_tell(app, file_or_id, coach=coach)
        if not known and backstage.play is not None:
            app.go("who")
    else:
        app.go("who")
    for trouble in backstage.library.troubles:
        tell(app, backstage.explainer(trouble))


def fonts_folder() -> Path:
    """Where the fonts are: unpacked by a single-file program, in an installed package, or in the checkout.

    The library knows it too, but it is fetched after the first frame, which needs a font.
    """
    game = Path(__file__).resolve().parents[1]
    unpacked = Path(getattr(sys, "_MEIPASS", game))
    places = [unpacked / "game" / "_shipped", unpacked, game / "_shipped", game.parent]
    folders = [place / "assets" / "fonts" for place in places]
    return next((folder for folder in folders if folder.is_dir()), folders[-1])
