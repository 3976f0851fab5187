"""The interface's sentences in Japanese and English: English stands in the code, Japanese in a catalog.

Every sentence is looked up where it is said, ``words("Continue")``, so that it can be found from the
screen and from the catalog alike. Nothing is opened here; the library hands the catalog in.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import polib

from game.format.codes import Lang

CONTEXT_END: Final = "\x04"
"""Stands between a context and its sentence in the key of a catalog, as gettext has it."""


class Words:
    """Says sentences in one language.

    ``catalog``: translations by English sentence, or by ``context + CONTEXT_END + sentence``. What is
    missing there is said in English, never left out.
    """

    lang: Lang

    def __init__(self, lang: str, catalog: Mapping[str, str] | None = None) -> None:
        self.lang = "ja" if lang == "ja" else "en"
        self._catalog = catalog or {}

    def __call__(self, text: str, /, *, context: str = "", **named: object) -> str:
        """The sentence, with the names in its braces filled in.

        ``context`` tells one English word with two meanings apart. Without ``named`` braces stand for
        themselves. Raises ``KeyError`` when the sentence wants a name that is not given.
        """
        said = self._catalog.get(f"{context}{CONTEXT_END}{text}" if context else text, "")
        return _filled(said, text, named) if said else _formatted(text, named)

    def plural(self, one: str, many: str, count: int, /, **named: object) -> str:
        """The one of two sentences that goes with a number; both may name ``{count}``.

        Japanese has one sentence for both, kept under ``one``.
        """
        named = {"count": count, **named}
        english = one if count == 1 else many
        said = self._catalog.get(one, "")
        return _filled(said, english, named) if said else _formatted(english, named)


@lru_cache(maxsize=1)
def catalog_from(po: str) -> dict[str, str]:
    """The finished translations in the text of a .po file (fuzzy and obsolete ones are none).

    The last one is kept, and not to be changed: there is one catalog, and several ask for it.
    Raises ``OSError`` or ``ValueError`` for a text that is not a .po file.
    """
    found = {}
    for entry in polib.pofile(po + "\n"):  # with its line ends it is never taken for a file's name
        if entry.obsolete or entry.fuzzy:
            continue
        key = f"{entry.msgctxt}{CONTEXT_END}{entry.msgid}" if entry.msgctxt else entry.msgid
        found[key] = entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr
    return found


def _formatted(text: str, named: Mapping[str, object]) -> str:
    return text.format(**named) if named else text


def _filled(said: str, english: str, named: Mapping[str, object]) -> str:
    try:
        return _formatted(said, named)
    except (KeyError, IndexError, ValueError):  # a slip in the catalog costs the language, not the game
        return _formatted(english, named)
