"""Where things are: what is shipped, what is the trainee's own, and where to save when that fails."""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import platformdirs

from game.library.troubles import Misinstalled, NowhereToSave
from game.records.disk import Disk
from game.records.drive import Drive

NAME: Final = "shinyo"
RECORDS: Final = "records"
"""The folder of the records in the trainee's folder."""

MARK: Final = Path("assets", "rulebook.toml")
"""The file by which the folder of what is shipped is known."""


def shipped() -> Path:
    """The folder that holds ``scenarios`` and ``assets``; raises ``Misinstalled`` where there is none."""
    game = Path(__file__).resolve().parents[1]
    places = [*_unpacked(), game / "_shipped", game.parent]
    for place in places:
        if (place / MARK).is_file():
            return place
    raise Misinstalled(places[-1] / MARK)


def _unpacked() -> Iterator[Path]:
    folder = _unpacked_into()
    if folder is not None:
        yield folder / "game" / "_shipped"
        yield folder


def _unpacked_into() -> Path | None:
    # A single-file program unpacks itself at every start, into a folder that goes when it ends.
    named = getattr(sys, "_MEIPASS", None)
    return Path(named) if named else None


def lasting_name(file: Path) -> str:
    """A file by a name that is the same at the next start, wherever the program is unpacked by then."""
    folder = _unpacked_into()
    if folder is not None and file.is_relative_to(folder):
        return f"<{NAME}>/{file.relative_to(folder).as_posix()}"
    return str(file)


def written_at(file: Path) -> int:
    """When a file was written (ns); of one unpacked at this start, when the program was.

    Raises ``OSError``.
    """
    folder = _unpacked_into()
    same = folder is not None and file.is_relative_to(folder)
    return (Path(sys.executable) if same else file).stat().st_mtime_ns


def own_folder() -> Path | None:
    """The trainee's data folder: ``SHINYO_HOME``, else where the system keeps such; None without a home."""
    named = os.environ.get("SHINYO_HOME")
    return Path(named).absolute() if named else _usual_home()


def _usual_home() -> Path | None:
    with suppress(RuntimeError, OSError, KeyError):
        folder = platformdirs.user_data_path(NAME, appauthor=False)
        if folder.is_absolute():  # without a home it begins with a bare "~"
            return folder
    return None


def cache_folder(home: Path | None) -> Path | None:
    """Where what can be made again is kept: in a ``home`` somebody chose, else where the system does.

    None without a home.
    """
    if home is not None and home != _usual_home():
        return home / "cache"
    with suppress(RuntimeError, OSError, KeyError):
        folder = platformdirs.user_cache_path(NAME, appauthor=False)
        if folder.is_absolute():
            return folder
    return None


def handout_folder(home: Path | None) -> Path | None:
    """Where reports, maps and packs are put: in a ``home`` somebody chose, else with the documents.

    None without a home.
    """
    if home is not None and home != _usual_home():
        return home / "handouts"
    with suppress(RuntimeError, OSError, KeyError):
        folder = platformdirs.user_documents_path()
        if folder.is_absolute():
            return folder / NAME.capitalize()
    return None


def known_folders() -> dict[str, Path]:
    """Where people keep their files: home, documents, desktop and downloads, as far as there are such."""
    found: dict[str, Path] = {}
    with suppress(RuntimeError, OSError, KeyError):
        for name, folder in (
            ("home", Path.home()),
            ("documents", platformdirs.user_documents_path()),
            ("desktop", platformdirs.user_desktop_path()),
            ("downloads", platformdirs.user_downloads_path()),
        ):
            if folder.is_dir() and folder not in found.values():
                found[name] = folder
    return found


class Home:
    """The trainee's folder, tried when something is first saved in it.

    ``wished`` is where it should be. ``trouble`` is set once it turned out that nothing can be saved
    there; ``folder`` is then a temporary one that is removed when the program ends.
    """

    def __init__(self, wished: Path | None, disk: Disk | None = None) -> None:
        self.wished = wished
        self._disk = disk or Disk()
        self._trouble: NowhereToSave | None = None
        self._folder: Path | None = None

    @property
    def folder(self) -> Path:
        """Where to save; it exists unless there is no place on this computer at all."""
        if self._folder is None:
            self._folder = self._made()
        return self._folder

    def ask(self) -> None:
        """Raises ``OSError`` where the drive it lies on was there and is gone."""
        if self._disk.drive is not None:
            self._disk.drive.ask()

    @property
    def trouble(self) -> NowhereToSave | None:
        """Why nothing can be saved for another day, if so."""
        if self._folder is None:
            self._folder = self._made()
        return self._trouble

    def _made(self) -> Path:
        cause: OSError | None = None
        if self.wished is not None:
            try:
                self._disk.make_folder(self.wished)
                _try_to_write(self.wished)
            except OSError as error:
                cause = error
            else:
                self._disk.drive = Drive(self.wished, RECORDS)
                return self.wished
        self._trouble = NowhereToSave(self.wished or Path(), cause)
        try:
            folder = Path(tempfile.mkdtemp(prefix=f"{NAME}-"))
        except OSError:  # every saving then says so, one by one
            return self.wished or Path(NAME).absolute()
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return folder


def _try_to_write(folder: Path) -> None:
    # Asking for the rights is not enough: a read-only drive and an administrator's rights go together.
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:  # it names the file that was tried, which is nobody's
        raise OSError(error.errno, error.strerror, str(folder)) from error
