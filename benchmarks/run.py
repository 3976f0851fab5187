"""Run the benchmarks and write them down: ``python benchmarks/run.py [name …] [--renew] [--but NAME]``.

Prints a Markdown table, ratios first, and writes it with date and machine to docs/benchmarks.md. With
names only those measures run; with ``--renew`` their rows take the place of the old ones on the page.
"""

import argparse
import datetime as dt
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the benchmarks run from a checkout

import numpy as np  # noqa: E402

from benchmarks import (  # noqa: E402
    authors,
    batches,
    classes,
    dangers,
    drawing,
    memory,
    menus,
    shipped,
    standalone,
    window,
)
from benchmarks.page import Page, line_of, read, renewed, table, written  # noqa: E402
from benchmarks.row import Row  # noqa: E402

Measure = Callable[[], Sequence[tuple[object, ...]]]

MEASURES: Final[Mapping[str, Measure]] = {
    "batch": batches.against_one_at_a_time,
    "inkjs": batches.against_inkjs,
    "exact": shipped.every_scenario,
    "check": authors.check_and_load,
    "growing": authors.growing,
    "preview": authors.preview,
    "dangers": dangers.every_danger,
    "decision": batches.one_decision,
    "class": classes.rows,
    "first-frame": window.first_frame,
    "menu": menus.against_renpy,
    "idle": window.idle,
    "living": window.living,
    "redraw": drawing.redraws,
    "first-pictures": drawing.first_pictures,
    "class-pages": drawing.pages_of_a_class,
    "memory": memory.above_bare,
    "flat": memory.flat,
    "standalone": standalone.size_and_start,
}
"""A new measure is a function that gives rows, and one line here."""

OUT: Final = ROOT / "docs" / "benchmarks.md"


def machine() -> str:
    """What this was measured on, in one line."""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, numpy {np.__version__}"
    )


def main() -> int:
    """Measure, print, write; exit status 1 where a demand is not met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", metavar="name", help=f"only these of: {', '.join(MEASURES)}")
    parser.add_argument(
        "--but", action="append", default=[], metavar="NAME", help="leave this one out, and say so"
    )
    parser.add_argument("--renew", action="store_true", help="write the rows of the named ones on the page")
    parser.add_argument("--no-write", action="store_true", help="print only")
    asked = parser.parse_args()
    unknown = [name for name in [*asked.names, *asked.but] if name not in MEASURES]
    if unknown:
        parser.error(f"no such measure: {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    if asked.renew and not asked.names:
        parser.error("--renew wants names; without any, all is measured and written")
    found: dict[str, list[Row]] = {}
    for name in asked.names or MEASURES:
        if name not in asked.but:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            found[name] = [Row(*row) for row in MEASURES[name]()]  # type: ignore[arg-type]
    print(table([line_of(name, row) for name, rows in found.items() for row in rows]))
    if not asked.no_write and (asked.renew or not asked.names):
        try:
            write(found, left_out=asked.but, whole=not asked.names)
        except ValueError as trouble:
            print(f"Nothing was written: {trouble}", file=sys.stderr)
            return 2
    return 1 if any(row.met is False for rows in found.values() for row in rows) else 0


def write(found: Mapping[str, Sequence[Row]], *, left_out: Sequence[str], whole: bool) -> None:
    """Write the page: as a whole, or with the rows of these measures in the place of the old ones."""
    today = str(dt.datetime.now(tz=dt.UTC).date())
    if whole:
        missing = f"Not measured this time: {', '.join(left_out)}.\n\n" if left_out else ""
        lines = [line_of(name, row) for name, rows in found.items() for row in rows]
        page = Page(today, machine(), lines, missing)
    else:
        page = renewed(read(OUT.read_text("utf-8")), found, tuple(MEASURES), today, machine())
    OUT.write_text(written(page), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
