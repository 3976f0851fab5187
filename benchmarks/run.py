"""Run the benchmarks and write them down: ``python benchmarks/run.py [name …] [--but NAME] [--no-write]``.

Prints a Markdown table, ratios first, and writes it with date and machine to docs/benchmarks.md. With
names only those measures run, and nothing is written.
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
    shipped,
    standalone,
    window,
)
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


def table(rows: Sequence[Row]) -> str:
    """A Markdown table, ratios first, otherwise in the order measured."""
    lines = ["| measured | figure | demanded | met | remark |", "|---|--:|--:|---|---|"]
    for row in sorted(rows, key=lambda row: row.unit != "×"):
        bound = "–"
        if row.least is not None:
            bound = f"≥ {row.least:,.10g} {row.unit}"
        elif row.most is not None:
            bound = f"≤ {row.most:,.10g} {row.unit}"
        met = {True: "yes", False: "**no**", None: "–"}[row.met]
        lines.append(f"| {row.what} | {_figure(row)} | {bound} | {met} | {row.note} |")
    return "\n".join(lines) + "\n"


def _figure(row: Row) -> str:
    if row.value is None:
        return "–"
    digits = 0 if abs(row.value) >= 100 else 1 if abs(row.value) >= 10 else 2
    return f"{row.value:,.{digits}f} {row.unit}"


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
    parser.add_argument("--no-write", action="store_true", help="print only")
    asked = parser.parse_args()
    unknown = [name for name in [*asked.names, *asked.but] if name not in MEASURES]
    if unknown:
        parser.error(f"no such measure: {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    rows: list[Row] = []
    for name in asked.names or MEASURES:
        if name in asked.but:
            continue
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        rows += [Row(*row) for row in MEASURES[name]()]  # type: ignore[arg-type]
    text = table(rows)
    print(text)
    if not asked.names and not asked.no_write:
        today = dt.datetime.now(tz=dt.UTC).date()
        head = (
            "# Benchmarks\n\n"
            f"Measured on {today} on {machine()},\nby `python benchmarks/run.py`, which anybody can run.\n"
            "Ratios compare two things in the same run on the same machine; they carry over to another one,\n"
            "the other figures do not.\n\n"
        )
        if asked.but:
            head += f"Not measured this time: {', '.join(asked.but)}.\n\n"
        OUT.write_text(head + text, encoding="utf-8")
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
