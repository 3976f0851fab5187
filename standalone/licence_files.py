"""The licences of every package that is built in, as ``shinyo licences`` shows them, and of Python itself."""

import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from standalone.contents import PACKAGES_LEFT_OUT

PROJECT: Final = "shinyo"
LOADER: Final = "pyinstaller"
"""What unpacks and starts the program; its licence allows that for programs of any licence."""

TEXTS: Final = re.compile(r"(^|[/_-])(licen[cs]e|copying|notice|lgpl)[^/]*$", re.IGNORECASE)
LIBRARIES: Final = Path(__file__).with_name("libraries.txt")
"""Of the libraries inside pygame-ce, whose package names no licence but its own."""


class NoLicence(Exception):  # noqa: N818 - it is what happened
    """A package comes without the text of its licence, so it cannot be handed out."""


def built_in() -> list[str]:
    """The packages that the game needs, and those they need, here and now; sorted, in lower case."""
    found: set[str] = set()
    open_ends = [PROJECT]
    while open_ends:
        for line in metadata.requires(open_ends.pop()) or []:
            need = Requirement(line)
            name = need.name.lower()
            if name not in found and (need.marker is None or need.marker.evaluate({"extra": ""})):
                found.add(name)
                open_ends.append(name)
    return sorted(found)


def of_package(name: str) -> tuple[str, str, str]:
    """Name with version, terms, and all licence texts of an installed package; raises ``NoLicence``."""
    package = metadata.distribution(name)
    files = sorted(
        file for file in package.files or () if TEXTS.search(str(file)) and file.suffix not in {".py", ".pyc"}
    )
    if not files:
        raise NoLicence(name)
    texts = [Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip() for file in files]
    return f"{package.metadata['Name']} {package.version}", _terms(package.metadata), "\n\n".join(texts)


def _terms(about: metadata.PackageMetadata) -> str:
    """The short name of the licence: as the package states it, else as the package index files it."""
    for field in ("License-Expression", "License"):
        stated = about.get_all(field)
        if stated and stated[0].strip():
            return str(stated[0]).strip().splitlines()[0]
    named = [str(one).rpartition(" :: ")[2] for one in about.get_all("Classifier") or [] if "License" in one]
    return ", ".join(named) or "see text"


def of_python() -> tuple[str, str, str]:
    """Python's own; where the system keeps no text of it, the copyright and where the text is."""
    places = [Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)]
    files = [place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file()]
    link = "https://docs.python.org/3/license.html"
    text = files[0].read_text(encoding="utf-8") if files else f"{sys.copyright}\n\n{link}"
    return f"Python {platform.python_version()}", "PSF-2.0", text.strip()


def all_of_them() -> Iterator[tuple[str, str, str]]:
    """Python, the loader, the packages, and the libraries inside one of them."""
    yield of_python()
    for name in [*(each for each in built_in() if each not in PACKAGES_LEFT_OUT), LOADER]:
        yield of_package(name)
    name, _, text = LIBRARIES.read_text(encoding="utf-8").partition("\n")
    yield name, "several", text.strip()


def write(folder: Path) -> list[str]:
    """Write a file for each into an emptied folder: name, tab and terms in the first line; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    written = []
    for name, terms, text in all_of_them():
        file = folder / f"{re.sub(r'[^a-z0-9.]+', '-', name.lower())}.txt"
        file.write_text(f"{name}\t{terms}\n\n{text}\n", encoding="utf-8")
        written.append(str(file))
    return written
