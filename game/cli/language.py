"""Which language to answer in, known before the command line is understood."""

import sys
from collections.abc import Sequence
from typing import Final, get_args

from game.format.codes import Lang
from game.format.words import Words, catalog_from
from game.library.places import own_folder, shipped
from game.library.settings import load
from game.records.disk import Disk

LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)


def asked_language(arguments: Sequence[str]) -> str | None:
    """The value after ``--lang`` wherever it stands (the last one), None where it is not asked for."""
    asked = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            asked = arguments[place + 1] if place + 1 < len(arguments) else None
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked


def language_of(asked: str | None, chosen: Lang | None, system: Lang) -> Lang:
    """The language to answer in: asked for, else chosen in the settings, else the system's.

    Japanese that nobody asked for is not sent to a terminal that cannot show it.
    """
    if asked in LANGUAGES:
        return "ja" if asked == "ja" else "en"
    told = chosen or system
    return told if told == "en" or _shows_japanese() else "en"


def chosen_language() -> tuple[Lang | None, Exception | None]:
    """The language chosen in the settings, and what is to be told of settings that could not be read."""
    folder = own_folder()
    if folder is None:
        return None, None
    settings, trouble = load(folder / "settings.json", Disk())
    return settings.lang, trouble


def _shows_japanese() -> bool:
    try:
        "信用".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def words_without_library(lang: Lang) -> Words:
    """The interface's sentences read straight from their catalog, English where that cannot be read."""
    if lang == "en":
        return Words(lang)
    try:
        catalog = catalog_from((shipped() / "assets" / "locale" / f"{lang}.po").read_text("utf-8"))
    except Exception:  # noqa: BLE001 (it says the last words of a program that is already failing)
        return Words("en")
    return Words(lang, catalog)
