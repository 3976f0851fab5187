"""What is said when a command ends otherwise than it should: stopped, the output lost, a defect."""

import contextlib
import os
import platform
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from game import __version__
from game.cli import DEFECT, UNUSABLE
from game.cli.language import asked_language, language_of, words_without_library
from game.format.showing import shown
from game.format.words import Words

READING: Final = frozenset({"check", "explore", "list", "map"})
"""Commands in which nothing is decided, and which write at their end or not at all."""


def stopped(arguments: Sequence[str]) -> str:
    """One line for somebody who pressed Ctrl-C."""
    words = _words(arguments)
    if READING & {*arguments}:
        return words("Stopped before it was finished. No file was changed.")
    return words("Stopped. Everything decided so far is saved.")


def failed(error: Exception, arguments: Sequence[str]) -> tuple[str, int]:
    """A sentence about what went wrong, and the exit status.

    What a person or their computer caused is told plainly; a defect of the program is written to a file.
    """
    words = _words(arguments)
    with contextlib.suppress(Exception):
        from game.library import explain  # noqa: PLC0415 (it may be what failed)

        return shown(explain(error, words)), UNUSABLE
    package = _package(error)
    if package is not None:
        told = words(
            "Shinyo needs {package}, which cannot be loaded. Please install Shinyo again.", package=package
        )
        return told, UNUSABLE
    file = _crash_file(error, arguments)
    if file is None:
        told = words(
            "Something went wrong in Shinyo ({kind}). Everything decided so far is saved.",
            kind=type(error).__name__,
        )
    else:
        told = words(
            "Something went wrong in Shinyo. Everything decided so far is saved. What happened is "
            "written in {file}; please send that file to whoever gave you Shinyo.",
            file=file,
        )
    return shown(told), DEFECT


def _package(error: Exception) -> str | None:
    """The package of somebody else's that could not be imported, None if that is not what happened."""
    if not isinstance(error, ImportError):
        return None
    named = (error.name or str(error).partition("\n")[0]).partition(".")[0]
    return None if named == "game" else named


def _words(arguments: Sequence[str]) -> Words:
    try:
        from game.library.language import system_language  # noqa: PLC0415

        return words_without_library(language_of(asked_language(arguments), None, system_language()))
    except Exception:  # noqa: BLE001 (see above)
        return Words("en")


def _crash_file(error: Exception, arguments: Sequence[str]) -> Path | None:
    told = "\n".join(
        [
            f"shinyo {__version__}",
            f"Python {platform.python_version()}, {platform.platform()}",
            f"arguments: {list(arguments)}",
            "",
            "".join(traceback.format_exception(error)),
        ]
    )
    name = f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    for folder in _folders():
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / name
            # New and this person's alone: the last of these folders is everybody's, and names can be guessed.
            with open(file, "x", encoding="utf-8", errors="backslashreplace", opener=_own) as new:
                new.write(told)
            return file
    return None


def _own(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _folders() -> list[Path]:
    found = []
    with contextlib.suppress(Exception):
        from game.library.places import own_folder  # noqa: PLC0415

        own = own_folder()
        found = [own] if own is not None else []
    with contextlib.suppress(OSError):
        found.append(Path(tempfile.gettempdir()))
    return found
