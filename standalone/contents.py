"""What goes into the program that needs no Python, what stays out, and why; read by ``shinyo.spec``."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
SHIPPED: Final = Path("game", "_shipped")
"""Where the program looks for what lies beside the code, as in a wheel (``game/library/places.py``)."""

WORKSHOP: Final = frozenset({".py", ".pyc"})
"""Endings of files in ``assets`` that make the others, and are not opened by the game."""

LEFT_OUT: Final = {
    "tools that pydantic can work with, found by its own imports": [
        "hypothesis", "mypy", "attr", "sortedcontainers", "psutil", "dotenv", "email_validator",
        "pydantic.mypy", "pydantic._hypothesis_plugin", "pydantic.v1.mypy", "pydantic.v1._hypothesis_plugin",
    ],
    "what rich has for printing code and Markdown": ["pygments", "markdown_it", "mdurl", "IPython"],
    "tests and build tools of numpy": ["numpy.f2py", "numpy.testing", "numpy._pyinstaller"],
    "examples, documents and tests of pygame": ["pygame.docs", "pygame.examples", "pygame.tests"],
    "other ways to a window": ["tkinter", "_tkinter", "curses", "_curses", "OpenGL", "PIL"],
    "the developer's side of Python": [
        "pdb", "doctest", "unittest", "pydoc", "pydoc_data", "lib2to3", "ensurepip", "setuptools", "pip",
        "_distutils_hack", "pkg_resources", "distutils",
    ],
    # A program that never goes to a network carries no means to: hashes are Python's own, without OpenSSL.
    "encryption": ["ssl", "_ssl", "_hashlib", "cryptography"],
    "networks": ["xmlrpc", "ftplib", "smtplib", "imaplib", "poplib", "asyncio", "http.server"],
    "databases": ["sqlite3", "_sqlite3"],
}  # fmt: skip
"""Modules that somebody imports for the case that they are there, by what they are. The test of the built
program plays, checks and explores without them."""


PACKAGES_LEFT_OUT: Final = frozenset({"markdown-it-py", "mdurl", "pygments"})
"""Packages that are needed by name, and of which ``LEFT_OUT`` leaves nothing."""


def excluded() -> list[str]:
    """All of ``LEFT_OUT``."""
    return sorted(module for modules in LEFT_OUT.values() for module in modules)


def shipped_files() -> list[tuple[str, str]]:
    """Every file the program opens, and the folder it is unpacked into: ``(file, folder)``."""
    files = [ROOT / "LICENSE"]
    for folder in ("assets", "scenarios"):
        files += sorted(
            path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix not in WORKSHOP
        )
    shipped = [(str(path), str(SHIPPED / path.relative_to(ROOT).parent)) for path in files]
    pages = sorted((ROOT / "docs" / "findings").glob("*.md"))
    return shipped + [(str(page), str(SHIPPED / "findings")) for page in pages]
