"""The licences of what is handed out: the program's, its fonts', those of all that is in a single file."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from game import __version__
from game.records.disk import Disk

MOST_LICENCE: Final = 4 * 2**20
ENCLOSED: Final = Path("licences")
"""Where the build of a single-file program lays the licences of the packages in it, a file each."""


@dataclass(frozen=True, slots=True)
class Licence:
    """``name`` of what is licensed, with its version; ``terms``, a short name; the licence's own ``text``."""

    name: str
    terms: str
    text: str


def licences(place: Path, disk: Disk) -> Iterator[Licence]:
    """The licences of what lies in ``place`` (``places.shipped``); raises ``TooBig``, ``OSError``.

    An enclosed file has name and terms in its first line, with a tab between, and the text after it.
    """

    def text(file: Path) -> str:
        return disk.read(file, MOST_LICENCE).decode("utf-8", "replace").replace("\r\n", "\n").strip("\n")

    own = _installed()
    yield Licence(f"Shinyo {__version__}", "MIT", text(place / "LICENSE") if own is None else own.strip())
    yield Licence("BIZ UDPGothic", "OFL-1.1", text(place / "assets" / "fonts" / "OFL.txt"))
    folder = place / ENCLOSED
    for file in sorted(folder.glob("*.txt")) if folder.is_dir() else ():
        first, _, rest = text(file).partition("\n")
        name, _, terms = first.partition("\t")
        yield Licence(name, terms, rest.strip("\n"))


def _installed() -> str | None:
    """The program's own licence where an installed package keeps it; None where it was not installed."""
    with suppress(metadata.PackageNotFoundError):
        return metadata.distribution("shinyo").read_text("licenses/LICENSE")
    return None
