"""Files handed to other programs from the desk, with a plain word where nothing opens them."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.deskwork.outside import Handed, open_file, show_in_folder
from game.screens import clipboard
from game.screens.trainers_desk.told import path_told
from game.screens.trouble import Slip

if TYPE_CHECKING:
    from game.screens.stage import Host


LOOKED_AFTER: Final = 5.0
"""Seconds after which a program that was started has not failed to start."""


def copy(app: "Host", text: str) -> None:
    """Copy a text, and say whether that could be done."""
    words = app.backstage.words
    app.notify(words("Copied.") if clipboard.put(text) else words("Nothing could be copied here."))


class Handing:
    """What was handed over last; ``tick`` tells when nothing took it."""

    def __init__(self, app: "Host") -> None:
        self._app = app
        self._handed: Handed | None = None
        self._file = Path()
        self._until = 0.0

    def open(self, file: Path) -> None:
        """Open a file in the program the system has for it."""
        self._hand(file, open_file(file))

    def show(self, file: Path) -> None:
        """Show a file in its folder."""
        self._hand(file, show_in_folder(file))

    def _hand(self, file: Path, handed: Handed) -> None:
        self._handed, self._file, self._until = handed, file, self._app.clock() + LOOKED_AFTER
        if handed.failed:
            self._tell()
        else:
            self._app.notify(self._app.backstage.words("Opening {file} …", file=file.name))
            self._app.wake()

    def look(self, now: float) -> bool:
        """Whether there is still something to look at; where nothing opened the file, that is told."""
        if self._handed is None or now > self._until:
            return False
        if self._handed.failed:
            self._tell()
            return False
        return True

    def _tell(self) -> None:
        app, file = self._app, self._file
        self._handed = None
        said = app.backstage.said

        app.lay_over(
            Slip(
                app,
                said("Nothing on this computer opened it"),
                [said("It lies here: {file}", file=path_told(file)), said("Open it from there by hand.")],
                [
                    ("close", said("Close"), lambda: None),
                    ("copy", said("Copy the path"), lambda: copy(app, str(file))),
                ],
            )
        )
