"""All that is wrong with a scenario: what the reader found, what its story shows, and its translations."""

from collections.abc import Collection, Iterable
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from game.authoring.advice import advise
from game.authoring.faults import check
from game.cli.desk import Desk
from game.cli.waiting import Progressing
from game.core.game import Game
from game.core.portraits import PORTRAITS
from game.format.catalogs import Catalog, read_catalog
from game.library import Opened
from game.library.opening import ENDINGS, catalog_files

if TYPE_CHECKING:
    from game.analysis.result import Analysis


def judged(
    desk: Desk,
    opened: Opened,
    *,
    languages: Collection[str],
    beside: Iterable[str] = (),
    teach: bool = False,
    progress: Progressing | None = None,
) -> Opened:
    """The scenario with all its findings, in the order of its file; then those of its catalogs.

    ``languages``: whose catalogs count. ``beside``: ids of scenarios that are there without being on the
    shelf. ``teach``: also what the exact analysis advises, of a scenario without faults. Where every way has
    to be walked, that is shown on the terminal (on ``progress``, if there is one already) and kept for next
    time.
    """
    reading = opened.reading
    if reading.document is None:
        return opened
    rulebook = desk.library.rulebook()
    shown = progress or Progressing(desk.words)
    with nullcontext() if progress else shown:

        def analysed(game: Game) -> "Analysis":
            return desk.library.analysis(game, shown.of(game))

        found = check(
            reading,
            _catalogs(desk, opened, languages),
            rulebook,
            known_scenarios=_known(desk, opened, beside),
            portraits=PORTRAITS,
            analysed=analysed,
        )
        sound = not any(one.severity == "fault" for one in (*opened.findings, *found))
        advice = advise(reading, rulebook, analysed if teach and sound else None, sound=sound)
    together = dict.fromkeys((*opened.findings, *found, *advice))
    own = sorted(
        (one for one in together if one.file == reading.name),
        key=lambda one: (one.line, one.column, one.code),
    )
    return replace(opened, findings=(*own, *(one for one in together if one.file != reading.name)))


def _catalogs(desk: Desk, opened: Opened, languages: Collection[str]) -> list[Catalog]:
    files = catalog_files(opened.path, opened.reading.scenario.id if opened.reading.scenario else "")
    return [
        read_catalog(opened.catalogs[language], str(file), lang=desk.lang)
        for language, file in files.items()
        if language in opened.catalogs and language in languages
    ]


def _known(desk: Desk, opened: Opened, beside: Iterable[str]) -> Collection[str] | None:
    """The ids a scenario may continue: on the shelf, in the same folder, or checked with it."""
    document = opened.reading.document
    if document is None or document.continues is None:
        return None
    folder = opened.path.parent  # that of a scenario in a pack is the pack
    near = {file.stem for file in folder.iterdir() if file.suffix in ENDINGS} if folder.is_dir() else set()
    return near | {*beside, *(one.id for one in desk.library.listing(desk.lang))}
