"""A class written into a new folder: tables, a workbook, the handout, and a page for every trainee."""

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.classroom.figures import ClassFigure
from game.classroom.handout import Paper
from game.classroom.replays import Progress
from game.classroom.spreadsheets import to_csv, to_workbook
from game.classroom.tables import tables
from game.format.words import Words
from game.library import Library
from game.records.disk import Disk

MOST_PAGES: Final = 1_000
"""A class beyond this gets no page a trainee: nobody hands out so many."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is in an export besides the figures: names trainees gave themselves, what they wrote freely."""

    names: bool = False
    free_text: bool = False


def folders(figures: Sequence[ClassFigure], folder: Path) -> tuple[Path, ...]:
    """Where each class is written: the folder itself for one alone, else a folder a version in it."""
    if len(figures) == 1:
        return (folder,)
    return tuple(folder / f"{figure.scenario_id}-{figure.hash[:8]}" for figure in figures)


def export(
    figures: Sequence[ClassFigure],
    folder: Path,
    library: Library,
    words: Words,
    *,
    written: Written,
    progress: Progress | None = None,
) -> None:
    """Write every class; nothing that is there is replaced.

    Raises ``FileExistsError`` for a folder that has something in it, and ``OSError``.
    """
    disk = Disk()
    if folder.is_dir() and any(folder.iterdir()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    workshop = library.workshop
    pages = sum(_pages(figure) for figure in figures)
    done = 0
    for figure, place in zip(figures, folders(figures, folder), strict=True):
        disk.make_folder(place)
        for name, content in _tables(figure, words, written):
            disk.create(place / name, content)
        paper = Paper.about(figure, words, workshop)
        disk.create(place / "handout.html", paper.handout().encode())
        for name, content in _each(paper, written):
            disk.make_folder(place / "trainees")
            disk.create(place / "trainees" / name, content)
            done += 1
            if progress is not None:
                progress(done, pages)


def without_pages(figures: Sequence[ClassFigure]) -> bool:
    """Whether there is a class too large for a page a trainee."""
    return any(len(figure.seats) > MOST_PAGES for figure in figures)


def _tables(figure: ClassFigure, words: Words, written: Written) -> Iterator[tuple[str, bytes]]:
    found = tables(figure, words, names=written.names, free_text=written.free_text)
    for table in found:
        yield f"{table.file}.csv", to_csv(table)
    yield "class.xlsx", to_workbook(found)


def _pages(figure: ClassFigure) -> int:
    return len(figure.seats) if len(figure.seats) <= MOST_PAGES else 0


def _each(paper: Paper, written: Written) -> Iterator[tuple[str, bytes]]:
    seats = paper.figure.seats[: _pages(paper.figure)]
    digits = len(str(len(seats)))
    for seat in seats:
        yield f"{seat.number:0{digits}}.html", paper.page(seat, names=written.names).encode()
