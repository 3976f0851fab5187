"""Opens a class in a window before a projector, and draws its pages as pictures."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.screens.opening import fonts_folder, run
from game.screens.ways import screen_of

if TYPE_CHECKING:
    from game.classroom.figures import ClassFigure
    from game.classroom.reading import Reading
    from game.format.codes import Lang
    from game.format.words import Words
    from game.screens.app import App
    from game.screens.stage import Screen, Way

PICTURE: Final = (1920, 1080)
"""Pixels of a picture, unless others are asked for."""


def run_class(
    lang: "Lang | None",
    load: "Callable[[Lang], Sequence[ClassFigure]]",
    *,
    reading: "Reading | None" = None,
    begin: str = "",
    home: Path | None = None,
) -> int:
    """Show a class until the window is closed; the exit status.

    ``load`` gives the figures of the moment, with their sentences in a language. It is asked in a thread of
    its own, again every two seconds for records that come late, and whenever the language is switched;
    where nothing has changed it should soon give the very sequence it gave before. What it raises of
    ``backstage.TROUBLES`` is told in the window. ``reading`` tells how far it is, and is asked to stop where
    nobody wants to wait for the rest. ``begin`` is the key of the page to begin with
    (``overview``, ``curves``, ``decision:SCENE``, ``principles``, ``promises``, ``predictions``,
    ``resolves``, ``troubles``), "" the first. Raises ``NoDisplay`` where no window can be opened.
    """

    def first(app: "App") -> None:
        from game.screens.class_room.class_screen import ClassScreen  # noqa: PLC0415 (brings the rules)

        app.show(ClassScreen(app, load, reading=reading, begin=begin))

    return run(lang, home=home, first=first, ways=way_of_a_class)


def way_of_a_class(way: "Way") -> "Callable[[App], Screen]":
    """The screen of this name in the window of a class: its own keys stand on the sheet of keys."""
    if way == "help":
        from game.screens.class_room.class_help import ClassHelp  # noqa: PLC0415 (with the rest of a class)

        return ClassHelp
    return screen_of(way)


def pictures(
    figure: "ClassFigure",
    words: "Words",
    folder: Path,
    size: tuple[int, int] = PICTURE,
    *,
    home: Path | None = None,
) -> tuple[Path, ...]:
    """Every page of a class as a PNG in ``folder``, which is made where it is missing; the files, in order.

    No window and no display is needed. Decisions are revealed; those with two branches that were taken come
    with these side by side as well. Names are never on them. Raises ``OSError``.
    """
    from game.library import Library  # noqa: PLC0415 - only the command that asks for pictures waits for it
    from game.screens.class_room.pictures import draw_pictures  # noqa: PLC0415

    thresholds = Library(home).rulebook().bands.thresholds()
    return draw_pictures(figure, words, folder, size, fonts=fonts_folder(), thresholds=thresholds)
