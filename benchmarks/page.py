"""The page of benchmarks: its rows, each with the measure that renews it, read and written.

A page is measured as a whole, on one machine and one day, which stand at its top. Single measures can be
renewed on that same machine: their rows then say on which day.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from benchmarks.row import Row

HEAD: Final = """# Benchmarks

Measured on {day} on {machine},
by `python benchmarks/run.py`, which anybody can run.
Ratios compare two things in the same run on the same machine; they carry over to another one,
the other figures do not. The last column names the measure; `python3 dev.py bench NAME --renew` measures
its rows anew, which then tell their own day.

"""
TITLES: Final = (
    "| measured | figure | demanded | met | remark | measure |",
    "|---|--:|--:|---|---|---|",
)
_MEASURED: Final = re.compile(r"^Measured on (\S+) on (.+),$", re.MULTILINE)
_MISSING: Final = re.compile(r"^Not measured this time: .+\n\n", re.MULTILINE)
_CELLS: Final = 6


class Line(NamedTuple):
    """A row as it stands on the page: its measure, the day if it is not the page's, its other cells."""

    measure: str
    day: str
    cells: tuple[str, ...]

    @property
    def is_ratio(self) -> bool:
        """Whether it compares two things of one run."""
        return any(cell.endswith("×") for cell in self.cells[1:3])


class Page(NamedTuple):
    """A page: when and on what it was measured as a whole, and its rows."""

    day: str
    machine: str
    lines: Sequence[Line]
    left_out: str = ""
    """The sentence that tells what was not measured, with an empty line behind it."""


def line_of(measure: str, row: Row, day: str = "") -> Line:
    """A row as it will stand on the page."""
    bound = "–"
    if row.least is not None:
        bound = f"≥ {row.least:,.10g} {row.unit}".rstrip()
    elif row.most is not None:
        bound = f"≤ {row.most:,.10g} {row.unit}".rstrip()
    met = {True: "yes", False: "**no**", None: "–"}[row.met]
    return Line(measure, day, (row.what, _figure(row), bound, met, row.note))


def _figure(row: Row) -> str:
    if row.value is None:
        return "–"
    digits = 0 if abs(row.value) >= 100 else 1 if abs(row.value) >= 10 else 2
    return f"{row.value:,.{digits}f} {row.unit}".rstrip()


def table(lines: Sequence[Line]) -> str:
    """A Markdown table, ratios first, otherwise in their order."""
    rows = [
        f"| {' | '.join([*line.cells, line.measure + (f', {line.day}' if line.day else '')])} |"
        for line in sorted(lines, key=lambda line: not line.is_ratio)
    ]
    return "\n".join([*TITLES, *rows]) + "\n"


def written(page: Page) -> str:
    """The whole page."""
    return HEAD.format(day=page.day, machine=page.machine) + page.left_out + table(page.lines)


def read(text: str) -> Page:
    """A page as it was written; raises ``ValueError`` where it is none."""
    measured = _MEASURED.search(text)
    if measured is None:
        raise ValueError("the page does not say when and on what it was measured")
    lines = []
    for row in text.splitlines():
        cells = [cell.strip() for cell in row.split("|")[1:-1]]
        if len(cells) == _CELLS and row not in TITLES:
            measure, _, day = cells[-1].partition(", ")
            lines.append(Line(measure, day, tuple(cells[:-1])))
    missing = _MISSING.search(text)
    return Page(measured[1], measured[2], lines, missing[0] if missing else "")


def renewed(
    page: Page, found: Mapping[str, Sequence[Row]], order: Sequence[str], day: str, machine: str
) -> Page:
    """A page on which some measures stand anew, all in the order of ``order``.

    Raises ``ValueError`` on another machine than the page's: figures of two of them do not stand together.
    """
    if machine != page.machine:
        raise ValueError(f"the page was measured on {page.machine}; this is {machine}: measure all of it")
    own = "" if day == page.day else day
    lines = [line for line in page.lines if line.measure not in found]
    lines += [line_of(measure, row, own) for measure, rows in found.items() for row in rows]
    lines.sort(key=lambda line: order.index(line.measure))
    return page._replace(lines=lines)
