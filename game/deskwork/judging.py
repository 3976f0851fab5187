"""All that is wrong with a scenario: what the reader found, what its story shows, and its translations."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.authoring.advice import advise
from game.authoring.faults import check
from game.core.game import Game
from game.core.portraits import NAMEABLE
from game.format.catalogs import Catalog, read_catalog
from game.format.codes import Lang
from game.library.opening import ENDINGS, Opened, catalog_files

if TYPE_CHECKING:
    from game.analysis.result import Analysis
    from game.library import Library
    from game.library.analyses import Progress

    Progresses = Callable[[Game], Progress]
    """Makes, for a game, what its analysis tells how far it is."""


def judged(
    library: "Library",
    opened: Opened,
    lang: Lang,
    *,
    languages: Collection[str],
    beside: Iterable[str] = (),
    teach: bool = False,
    progress: "Progresses | None" = None,
) -> Opened:
    """The scenario with all its findings, in the order of its file; then those of its catalogs.

    ``languages``: whose catalogs count. ``beside``: ids of scenarios that are there without being on the
    shelf. ``teach``: also what the exact analysis advises, where its own file has no faults. Where every
    way has to be walked, what ``progress`` makes for the game is told, and it is kept for next time.
    """
    reading = opened.reading
    if reading.document is None:
        return opened
    rulebook = library.rulebook()

    def analysed(game: Game) -> "Analysis":
        return library.analysis(game, None if progress is None else progress(game))

    found = check(
        reading,
        _catalogs(opened, languages, lang),
        rulebook,
        known_scenarios=_known(library, opened, beside, lang),
        portraits=NAMEABLE,
        analysed=analysed,
    )
    # A translation that is not finished says nothing against the story it is of.
    sound = not any(
        one.severity == "fault" and one.file == reading.name for one in (*opened.findings, *found)
    )
    advice = advise(reading, rulebook, analysed if teach and sound else None, sound=sound)
    together = dict.fromkeys((*opened.findings, *found, *advice))
    own = sorted(
        (one for one in together if one.file == reading.name),
        key=lambda one: (one.line, one.column, one.code),
    )
    return replace(opened, findings=(*own, *(one for one in together if one.file != reading.name)))


def _catalogs(opened: Opened, languages: Collection[str], lang: Lang) -> list[Catalog]:
    files = catalog_files(opened.path, opened.reading.scenario.id if opened.reading.scenario else "")
    return [
        read_catalog(opened.catalogs[language], str(file), lang=lang)
        for language, file in files.items()
        if language in opened.catalogs and language in languages
    ]


def _known(library: "Library", opened: Opened, beside: Iterable[str], lang: Lang) -> Collection[str] | None:
    """The ids a scenario may continue: on the shelf, in the same folder, or checked with it."""
    document = opened.reading.document
    if document is None or document.continues is None:
        return None
    folder = opened.path.parent  # that of a scenario in a pack is the pack
    near = {file.stem for file in folder.iterdir() if file.suffix in ENDINGS} if folder.is_dir() else set()
    return near | {*beside, *(one.id for one in library.listing(lang))}
