"""The files of a folder, to choose one: scenarios and packs, the folders in it, and well-known places."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.library.opening import ENDINGS, PACK_ENDING
from game.library.places import known_folders
from game.screens import clipboard
from game.screens.hands import Act, Deed
from game.screens.panel import Answer, Panel
from game.screens.pen import Pen
from game.screens.stage import Host
from game.screens.theme import GAP, Rect
from game.screens.trainers_desk.told import path_told
from game.screens.widgets import focus_ring

MOST: Final = 400
"""Entries of one folder that are listed."""

_CHOSEN: Final = (*ENDINGS, PACK_ENDING)


@dataclass(frozen=True, slots=True)
class Listed:
    """What is in a folder: folders and files by name, ``more`` where there are too many to list.

    ``trouble``: it cannot be looked into.
    """

    folders: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()
    more: bool = False
    trouble: OSError | None = None


def listed(folder: Path) -> Listed:
    """What there is to choose in a folder; hidden things are left out."""
    folders: list[Path] = []
    files: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith((".", "$")):
                    continue
                with suppress(OSError):
                    if entry.is_dir():
                        folders.append(Path(entry.path))
                    elif entry.name.lower().endswith(_CHOSEN):
                        files.append(Path(entry.path))
    except OSError as trouble:
        return Listed(trouble=trouble)
    more = len(folders) + len(files) > MOST

    def ordered(found: list[Path]) -> tuple[Path, ...]:
        return tuple(sorted(found, key=lambda each: each.name.casefold())[: MOST // 2 if more else MOST])

    return Listed(ordered(folders), ordered(files), more)


class FolderScreen(Panel):
    """A folder's files; pressing a folder goes into it, pressing a file chooses it."""

    wide = 900

    def __init__(self, app: Host, choose: Callable[[Path], None], folder: Path | None = None) -> None:
        super().__init__(app)
        self._choose = choose
        library, settings = app.backstage.library, app.backstage.settings
        self._places = {"own": library.own, **known_folders()}
        wished = [
            folder,
            Path(settings.desk_folder) if settings.desk_folder else None,
            *self._places.values(),
        ]
        self._folder = next((each for each in wished if each is not None and each.is_dir()), Path.home())
        self._listed = app.backstage.patience(lambda: listed(self._folder))

    def heading(self) -> str:
        """What is done here."""
        return self.app.backstage.words("Open a scenario or a pack")

    def answers(self) -> list[Answer]:
        """Nothing, a path from the clipboard, or the folder above."""
        words = self.app.backstage.words
        found: list[Answer] = [("close", words("Close"), self.back)]
        if self._folder.parent != self._folder:
            found.append(("up", words("The folder above"), lambda: self._go(self._folder.parent)))
        return [*found, ("paste", words("Paste a path"), self._paste)]

    def begin_with(self) -> str | None:
        """The first file, or else the first folder."""
        names = [spot.name for spot in self.spots if spot.name.startswith(("file:", "folder:"))]
        return next((name for name in names if name.startswith("file:")), next(iter(names), None))

    # ── drawing ─────────────────────────────────────────────────────────────────────────────────

    def body(self, pen: Pen, x: float, y: float, width: float) -> float:
        """The places, where one is, and a row for everything there."""
        colours, words = pen.theme.colours, self.app.backstage.words
        names = {
            "own": words("My scenarios"), "home": words("Home"), "documents": words("Documents"),
            "desktop": words("Desktop"), "downloads": words("Downloads"),
        }  # fmt: skip
        places = [
            (f"place:{name}", names[name], self._goer(folder))
            for name, folder in self._places.items()
            if folder.is_dir()
        ]
        here = next((f"place:{name}" for name, each in self._places.items() if each == self._folder), "")
        y += self.row_of_buttons(pen, places, (x, y, width), chosen=here, scrolled=True) + 1.5 * GAP
        y += pen.write(path_told(self._folder), "small", colours.soft_ink, (x, y), width) + 0.5 * GAP
        found = self._listed
        if found.trouble is not None:
            told = self.app.backstage.explain(found.trouble)
            return y + pen.write(told, "body", colours.vermilion, (x, y), width)
        for folder in found.folders:
            y = self._row(pen, f"folder:{folder}", f"{folder.name}/", (x, y, width), self._goer(folder))
        for file in found.files:
            y = self._row(pen, f"file:{file}", file.name, (x, y, width), self._chooser(file))
        if not found.files:
            told = words("There is no scenario (.yaml) and no pack (.zip) in this folder.")
            y += GAP + pen.write(told, "body", colours.soft_ink, (x, y + GAP), width)
        if found.more:
            told = words("There is more in this folder than can be listed here. Drop the file on the window.")
            y += GAP + pen.write(told, "small", colours.soft_ink, (x, y + GAP), width)
        return y

    def _row(
        self, pen: Pen, name: str, label: str, place: tuple[float, float, float], do: Callable[[], None]
    ) -> float:
        x, y, width = place
        colours = pen.theme.colours
        inner = width - 2 * GAP
        tall = pen.height(label, "body", inner, face="bold" if name.startswith("file:") else "regular") + GAP
        rect: Rect = (x, y, width, tall)
        focused = self.spot(name, rect, do, scrolled=True)
        if focused:
            pen.surface.fill(colours.focus_ground, pen.theme.rect(rect))
        is_file = name.startswith("file:")
        pen.write(
            label, "body", colours.ink if is_file else colours.indigo, (x + GAP, y + 0.5 * GAP), inner,
            face="bold" if is_file else "regular", room=rect,
        )  # fmt: skip
        pen.surface.fill(colours.rule, pen.theme.rect((x, y + tall - 1, width, 1)))
        if focused:
            focus_ring(pen.surface, pen.theme, (x + 0.25 * GAP, y + 0.5 * GAP, width - 0.5 * GAP, tall - GAP))
        return y + tall

    # ── hands ───────────────────────────────────────────────────────────────────────────────────

    def act(self, deed: Deed) -> None:
        """A pasted path is gone to; going back along the path is the backspace key."""
        if deed.act is Act.PASTE:
            self._paste()
        elif deed.act is Act.DELETE:
            self._go(self._folder.parent)
        else:
            super().act(deed)

    def dropped(self, path: str) -> None:
        """A file dropped here is chosen."""
        self._take(Path(path))

    def _paste(self) -> None:
        text = clipboard.path()
        if text:
            self._take(Path(text))
        else:
            self.app.notify(self.app.backstage.words("There is no path on the clipboard."))

    def _take(self, path: Path) -> None:
        with suppress(OSError, ValueError, RuntimeError):
            path = path.expanduser()
            if path.is_dir():
                self._go(path)
                return
        self._chooser(path)()

    def _goer(self, folder: Path) -> Callable[[], None]:
        return lambda: self._go(folder)

    def _go(self, folder: Path) -> None:
        self._folder, self._listed = folder, self.app.backstage.patience(lambda: listed(folder))
        self.focus, self.offset = None, 0.0
        self.app.redraw()

    def _chooser(self, file: Path) -> Callable[[], None]:
        def choose() -> None:
            self.app.lift()
            self._choose(file)

        return choose
