"""``debrief``: a class of finished meetings, told in the terminal, as JSON, or written into a folder."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Final

from game.classroom.class_json import to_json
from game.classroom.classes import Classes
from game.classroom.figures import ClassFigure
from game.classroom.gathering import Gathering, Wanted, rehearsed
from game.classroom.reading import Reading
from game.classroom.troubles_told import trouble_told, whose
from game.cli.desk import FINE, UNUSABLE, Desk
from game.cli.opening import no_window_told, window_missing
from game.cli.waiting import Progressing
from game.core.scenario import BANDS
from game.debrief.names import band_name
from game.debrief.outcome_told import money
from game.records import Trouble

USUAL: Final = 40
"""Trainees of a rehearsal when nobody says how many."""

MOST: Final = 100_000
"""Trainees of the largest rehearsal."""

SHOWN: Final = 5
"""Decisions told in the terminal: those that parted the class most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    paths: Sequence[str]
    rehearsal: str | None
    wanted: Wanted
    export: str | None
    screen: str
    names: bool
    free_text: bool
    text: bool
    json: bool


def debrief(desk: Desk, asked: Asked) -> int:
    """Show a class in the window, tell it in the terminal, or write it down."""
    if asked.export is None and not asked.json and not asked.text and window_missing() is None:
        return _shown(desk, asked)
    return _told(desk, asked)


def _shown(desk: Desk, asked: Asked) -> int:
    """In the window, which is there before the records are read, and goes on looking for late ones."""
    from game.classroom.live import Live  # noqa: PLC0415 (only where there is a window)
    from game.screens.projecting import run_class  # noqa: PLC0415 (only once pygame is known to be there)
    from game.screens.window import NoDisplay  # noqa: PLC0415

    try:
        source = _source(desk, asked)
    except (Trouble, OSError) as trouble:
        desk.explain(trouble)
        return UNUSABLE
    live = Live(source, desk.library)
    try:
        return run_class(desk.lang, live.figures, reading=live.reading, begin=asked.screen)
    except NoDisplay:
        return _told(desk, asked)
    finally:
        live.close()


def _source(desk: Desk, asked: Asked) -> Gathering | Callable[[Reading], Classes]:
    if asked.rehearsal is not None:
        scenario, size = parted(asked.rehearsal)
        desk.library.find(scenario, desk.lang)
        return partial(rehearsed, desk.library, scenario, size, desk.words, _today())
    gathering = _gathering(desk, asked)
    gathering.check()
    return gathering


def _told(desk: Desk, asked: Asked) -> int:
    with Progressing(desk.words) as progress:
        try:
            classes = _gathered(desk, asked, progress)
            if classes is None:
                return UNUSABLE
            figures = classes.figures(desk.words, lambda game: desk.library.analysis(game, progress.of(game)))
        except (Trouble, OSError) as trouble:
            progress.aside()
            desk.explain(trouble)
            return UNUSABLE
        if asked.export is not None and figures and not _written(desk, asked, figures, progress):
            return UNUSABLE
    if asked.json:
        desk.say_json(to_json(figures, classes.troubles, desk.words, names=asked.names))
    else:
        for figure in figures:
            _tell(desk, figure)
    for each in classes.troubles if not asked.json else ():
        desk.warn(
            desk.words(
                "{file}: {trouble}", file=whose(each, desk.words), trouble=trouble_told(each, desk.words)
            )
        )
    if not figures:
        desk.warn(desk.words("There is no finished meeting here."))
        return UNUSABLE
    return FINE


def _written(desk: Desk, asked: Asked, figures: Sequence[ClassFigure], progress: Progressing) -> bool:
    from game.classroom.exporting import MOST_PAGES, Written, export, folders, without_pages  # noqa: PLC0415 (brings the workbook)

    folder = Path(asked.export or "")
    try:
        export(
            figures,
            folder,
            desk.library,
            desk.words,
            written=Written(names=asked.names, free_text=asked.free_text),
            progress=lambda done, total: progress.files("written", done, total),
        )
    except OSError as trouble:
        progress.aside()
        desk.explain(trouble)
        return False
    progress.aside()
    if without_pages(figures):
        told = desk.words(
            "No page a trainee was written: there are more than {most} meetings. --class, --since or --until "
            "choose a part of them.",
            most=f"{MOST_PAGES:,}",
        )
        desk.warn(told)
    if not _drawn(desk, figures, folders(figures, folder)):
        return False
    for place in folders(figures, folder) if not asked.json else ():
        desk.say(desk.words("Written: {file}", file=place))
    return True


def _drawn(desk: Desk, figures: Sequence[ClassFigure], places: Sequence[Path]) -> bool:
    """The pages before the projector as pictures, where pygame is there; no display is needed."""
    from game.screens.pygame_there import pygame_missing  # noqa: PLC0415

    missing = pygame_missing()
    if missing is not None:
        desk.warn(no_window_told(desk, missing))
        return True
    from game.screens.projecting import pictures  # noqa: PLC0415 (only once pygame is known to be there)

    try:
        for figure, place in zip(figures, places, strict=True):
            pictures(figure, desk.words, place / "pages")
    except OSError as trouble:
        desk.explain(trouble)
        return False
    return True


def _gathered(desk: Desk, asked: Asked, progress: Progressing) -> Classes | None:
    if asked.rehearsal is not None:
        scenario, size = parted(asked.rehearsal)
        return rehearsed(desk.library, scenario, size, desk.words, _today())
    gathering = _gathering(desk, asked)
    gathering.look(
        lambda done, total: progress.files("read", done, total),
        lambda done, total: progress.files("replayed", done, total),
    )
    wished = asked.wanted.folder
    if wished is not None and wished not in gathering.folders:
        desk.warn(desk.words("There is no class “{name}” here.", name=wished))
        if gathering.folders:
            known = desk.words(", ").join(gathering.folders)
            desk.warn(desk.words("There are: {classes}.", classes=known))
        return None
    return gathering.classes


def _gathering(desk: Desk, asked: Asked) -> Gathering:
    return Gathering(
        asked.paths, desk.library, wanted=asked.wanted, free_text=asked.free_text, lang=desk.lang
    )


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def parted(rehearsal: str) -> tuple[str, int]:
    """The scenario and the size of ``ID[:SIZE]``; raises ``ValueError`` for a size that is none."""
    scenario, colon, size = rehearsal.rpartition(":")
    if not colon:
        return rehearsal, USUAL
    # A colon may also stand in the name of a file: C:\scenario.yaml.
    if not size.isdecimal():
        if Path(rehearsal).suffix:
            return rehearsal, USUAL
        raise ValueError(rehearsal)
    if not 1 <= int(size) <= MOST:
        raise ValueError(rehearsal)
    return scenario, int(size)


def day_of(text: str | None) -> date | None:
    """A day as it is typed, ``2026-04-01``; raises ``ValueError`` for anything else."""
    return None if text is None else date.fromisoformat(text)


def _tell(desk: Desk, figure: ClassFigure) -> None:
    words = desk.words
    desk.say(words("{title} ({customer})", title=figure.title, customer=figure.customer))
    desk.say(words.plural("{count} meeting", "{count} meetings", len(figure.seats)))
    if figure.small:
        desk.say(words("A class of fewer than five is not broken down."))
        return
    bands = Counter(seat.band for seat in figure.seats)
    told = (f"{band_name(band, words)} {bands[band]}" for band in reversed(BANDS))
    desk.say(words("Where they ended: {bands}", bands=words(", ").join(told)))
    if figure.best_line is not None:
        trust, value = figure.best_line
        best = words("The best way through: trust {trust}", trust=trust)
        if value is not None:
            worth = money(value, figure.currency, words)
            best = words("{one}, {other}", one=best, other=words("three years {value}", value=worth))
        desk.say(best)
    desk.say(words("Where the class parted most:"))
    for decision in sorted(figure.decisions, key=lambda each: -each.spread)[:SHOWN]:
        desk.say(f"  {decision.title or decision.scene}")
        for taken in decision.choices:
            mark = "*" if taken.best else " "
            desk.say(f"  {mark} {len(taken.seats):>4}  {taken.text}")
    desk.say()
