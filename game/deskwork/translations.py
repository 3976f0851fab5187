"""The catalogs beside a scenario: how far each is, and one written or brought up to date."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.format import catalogs
from game.format.catalogs import Catalog
from game.format.codes import Lang
from game.format.findings import Finding
from game.library import Opened
from game.library.opening import catalog_files

if TYPE_CHECKING:
    from game.library import Library

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}([_-][A-Za-z]{2,8})?")


@dataclass(frozen=True, slots=True)
class Translated:
    """How far a catalog is: of ``total`` texts some are ``missing`` and some ``outdated``.

    ``findings``: all that is to be said about it, in its order. ``total`` 0: it cannot be read.
    """

    language: str
    file: Path
    total: int
    missing: int
    outdated: int
    findings: tuple[Finding, ...] = ()

    @property
    def done(self) -> int:
        """Texts that are translated and up to date."""
        return self.total - self.missing - self.outdated


def is_language(code: str) -> bool:
    """Whether this can be a language's code: en, ja, pt_BR."""
    return _LANGUAGE.fullmatch(code) is not None


def translations(opened: Opened, lang: Lang) -> tuple[Translated, ...]:
    """How far the catalogs beside a scenario are, by language; findings in ``lang``."""
    own = opened.reading.scenario
    if own is None:
        return ()
    files = catalog_files(opened.path, own.id)
    return tuple(
        _how_far(opened, language, files[language], opened.catalogs[language], lang)
        for language in sorted(files)
        if language in opened.catalogs
    )


def bring_up_to_date(
    library: "Library", opened: Opened, language: str, lang: Lang
) -> "Translated | tuple[Finding, ...]":
    """Write the catalog ``<id>.<language>.po`` beside a scenario without faults, or bring it up to date.

    Every translation there is stays. Where the catalog there cannot be read, its findings, and nothing is
    written. Raises ``OSError``.
    """
    own = opened.playable.id
    there = catalog_files(opened.path, own)
    target = there.get(language) or opened.path.with_name(f"{own}.{language}.po")
    before = _before(opened, language, target, lang)
    if before is not None and before.findings:
        return before.findings
    content = catalogs.update(opened.reading, language, before).encode()
    if before is None or content != opened.catalogs[language]:
        library.workshop.keep_catalog(target, content.decode())
    return _how_far(opened, language, target, content, lang)


def _before(opened: Opened, language: str, target: Path, lang: Lang) -> Catalog | None:
    if language not in opened.catalogs:
        return None
    return catalogs.read_catalog(opened.catalogs[language], str(target), lang=lang)


def _how_far(opened: Opened, language: str, file: Path, content: bytes, lang: Lang) -> Translated:
    catalog = catalogs.read_catalog(content, str(file), lang=lang)
    found = catalogs.check(opened.reading, catalog)
    if catalog.findings:
        return Translated(language, file, 0, 0, 0, found)
    missing = sum(one.code == "untranslated" for one in found)
    outdated = sum(one.code == "outdated-translation" for one in found)
    return Translated(language, file, len(catalogs.texts(opened.reading)), missing, outdated, found)
